import { defineConfig } from 'tsup';

export default defineConfig({
  // The worker is started by its file.
  entry: ['src/index.ts', 'src/cli.ts', 'src/document-worker.ts'],
  format: ['esm'],
  target: 'node24',
  platform: 'node',
  // `node:sqlite` has no other name.
  removeNodeProtocol: false,
  dts: { entry: ['src/index.ts'] },
  clean: true,
});
