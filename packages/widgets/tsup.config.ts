/// <reference types="node" />
import { readFile } from 'node:fs/promises';
import { defineConfig, type Options } from 'tsup';

/** The worker is a file of its own beside the bundle: its address is that of the built one. */
const workerAddress: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'worker-address',
  setup(build) {
    build.onLoad({ filter: /proof-of-work\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace('./proof-worker.ts', './proof-worker.js'),
      loader: 'ts',
    }));
  },
};

const common = {
  format: ['esm' as const],
  target: 'es2022',
  platform: 'browser' as const,
  clean: true,
  esbuildPlugins: [workerAddress],
};

export default defineConfig([
  {
    ...common,
    entry: [
      'src/index.ts',
      'src/define.ts',
      'src/results-badge.ts',
      'src/feedback-form.ts',
      'src/appointment-booking.ts',
      'src/proof-worker.ts',
    ],
    outDir: 'dist',
    dts: true,
  },
  {
    ...common,
    // One file for a page without a build step; the loaded script registers the tags.
    entry: { qualepref: 'src/register.ts', 'proof-worker': 'src/proof-worker.ts' },
    format: ['esm', 'iife'],
    outDir: 'cdn',
    minify: true,
    splitting: false,
    noExternal: [/.*/],
  },
]);
