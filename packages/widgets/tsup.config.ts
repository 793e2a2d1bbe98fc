/// <reference types="node" />
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { defineConfig, type Options } from 'tsup';

/** The worker is a file of its own: its address is that of the built one. */
const workerAddress: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'worker-address',
  setup(build) {
    build.onLoad({ filter: /proof-of-work\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace('./proof-worker.ts', './proof-worker.js'),
      loader: 'ts',
    }));
  },
};

export default defineConfig({
  // One module per widget: a page's own build takes those it uses.
  entry: [
    'src/index.ts',
    'src/register.ts',
    'src/results-badge.ts',
    'src/feedback-form.ts',
    'src/appointment-booking.ts',
    'src/proof-worker.ts',
  ].filter((path) => existsSync(path)),
  format: ['esm'],
  target: 'es2022',
  platform: 'browser',
  outDir: 'dist',
  dts: true,
  clean: true,
  esbuildPlugins: [workerAddress],
});
