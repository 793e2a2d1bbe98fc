import { defineConfig } from 'vitest/config';

const conditions = ['@qualepref/source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    environment: 'node',
    include: ['packages/*/src/**/*.test.ts', 'test/*.test.ts'],
    testTimeout: 30_000,
  },
});
