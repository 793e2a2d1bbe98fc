import { setFlagsFromString } from 'node:v8';

// Pages come and go by thousands and little of them is kept: left to itself, V8
// lets hundreds of megabytes lie before it looks for them, and gains no time by
// it. Imported before anything else, as its heap takes its shape at the beginning.
for (const flag of ['--optimize-for-size', '--max-semi-space-size=4', '--heap-growing-percent=30'])
  setFlagsFromString(flag);
