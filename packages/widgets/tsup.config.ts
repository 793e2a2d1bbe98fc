import { defineConfig } from 'tsup';

export default defineConfig({
  // One module per widget: a page's own build takes those it uses.
  entry: [
    'src/index.ts',
    'src/register.ts',
    'src/results-badge.ts',
    'src/feedback-form.ts',
    'src/appointment-booking.ts',
  ],
  format: ['esm'],
  target: 'es2022',
  platform: 'browser',
  outDir: 'dist',
  dts: true,
  clean: true,
});
