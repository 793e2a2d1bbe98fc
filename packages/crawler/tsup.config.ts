import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { defineConfig } from 'tsup';
import { comparisonSchema } from './src/comparison-schema.ts';
import { reportSchema } from './src/report-schema.ts';

const schemas = { report: reportSchema, comparison: comparisonSchema };

/** Writes the schemas of `report.json` and of `comparaison.json` as JSON Schema. */
async function writeSchemas(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, schema] of Object.entries(schemas)) {
    const json = toJsonSchema(schema, { typeMode: 'input' });
    await writeFile(join(folder, `${name}.json`), JSON.stringify(json));
  }
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
  onSuccess: () => writeSchemas(join(outDir, 'schemas')),
}));
