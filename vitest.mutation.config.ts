import { defineConfig } from 'vitest/config';

/** The domain’s own tests only: a mutant that no rule of theirs notices has survived. */
export default defineConfig({
  ssr: { resolve: { conditions: ['@qualepref/source'] } },
  test: { include: ['packages/core/src/**/*.test.ts'] },
});
