import { setFlagsFromString } from 'node:v8';

// Pages come and go by thousands and little of them is kept: left to itself, V8
// lets hundreds of megabytes lie before it looks for them, and gains no time by
// it. And what is freed young (`heap.ts`) must not be born old. Not `--optimize-for-size`: it
// has the readers compiled again and again (decision 23).
for (const flag of ['--heap-growing-percent=30', '--no-allocation-site-pretenuring'])
  setFlagsFromString(flag);
