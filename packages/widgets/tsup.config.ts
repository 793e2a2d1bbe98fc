import { defineConfig } from 'tsup';

const common = { format: ['esm' as const], target: 'es2022', platform: 'browser' as const, clean: true };

export default defineConfig([
  {
    ...common,
    entry: [
      'src/index.ts',
      'src/define.ts',
      'src/results-badge.ts',
      'src/feedback-form.ts',
      'src/appointment-booking.ts',
    ],
    outDir: 'dist',
    dts: true,
  },
  {
    ...common,
    // One file for a page without a build step; the loaded script registers the tags.
    entry: { qualepref: 'src/register.ts' },
    format: ['esm', 'iife'],
    outDir: 'cdn',
    minify: true,
    splitting: false,
    noExternal: [/.*/],
  },
]);
