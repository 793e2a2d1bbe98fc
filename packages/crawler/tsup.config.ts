import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { defineConfig } from 'tsup';
import { reportSchema } from './src/report-schema.ts';

/** Writes the schema of `report.json` as JSON Schema. */
async function writeSchema(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'report.json'),
    JSON.stringify(toJsonSchema(reportSchema, { typeMode: 'input' })),
  );
}

export default defineConfig(({ outDir = 'dist' }) => ({
  // The worker is started by its file.
  entry: ['src/index.ts', 'src/cli.ts', 'src/document-worker.ts'],
  format: ['esm'],
  target: 'node24',
  platform: 'node',
  // `node:sqlite` has no other name.
  removeNodeProtocol: false,
  dts: { entry: ['src/index.ts'] },
  clean: true,
  onSuccess: () => writeSchema(join(outDir, 'schemas')),
}));
