// The crash trials of `npm test`, many times over: a night's work.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const { status } = spawnSync(
  process.execPath,
  [join(here, 'setup.js'), 'vitest', 'run', 'test/crash.test.ts'],
  { env: { CRASH_TRIALS: '200', ...process.env }, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
