import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { defineConfig } from 'tsup';
import * as core from './src/index.ts';

/** Rules between several values, and what JSON does anyway: the schema is wider there, never narrower. */
const BEYOND_JSON_SCHEMA = ['check', 'raw_check', 'partial_check', 'trim', 'finite', 'safe_integer'];

/** Writes each schema of the public surface as JSON Schema: `configSchema` is `config.json`. */
async function writeSchemas(folder) {
  await mkdir(folder, { recursive: true });
  for (const [name, schema] of Object.entries(core)) {
    const of = /^(\w+)Schema$/.exec(name)?.[1];
    if (of === undefined) continue;
    const file = of.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
    const json = toJsonSchema(schema, {
      typeMode: 'input',
      ignoreActions: BEYOND_JSON_SCHEMA,
    });
    await writeFile(join(folder, `${file}.json`), JSON.stringify(json));
  }
}

export default defineConfig(({ outDir = 'dist' }) => ({
  // Each module stays a file of its own: whoever imports one rule leaves the other files out, schemas and Temporal with them.
  entry: ['src/*.ts', '!src/*.{test,bench}.ts', '!src/*-fixture.ts'],
  format: ['esm'],
  target: 'es2024',
  platform: 'neutral',
  dts: { entry: 'src/index.ts' },
  clean: true,
  onSuccess: () => writeSchemas(join(outDir, 'schemas')),
}));
