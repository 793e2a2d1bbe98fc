import { setFlagsFromString } from 'node:v8';

// Pages come and go by thousands and little of them is kept: left to itself, V8
// lets hundreds of megabytes lie before it looks for them, and gains no time by
// it. What is freed young must not be born old, and the young grow only where
// `heap.ts` lets them. Not `--optimize-for-size`: it has the readers compiled
// again and again (decision 23).
for (const flag of [
  '--heap-growing-percent=30',
  '--no-allocation-site-pretenuring',
  '--semi-space-growth-factor=1',
])
  setFlagsFromString(flag);
