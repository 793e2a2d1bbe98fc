// One command of ours in a process of its own, as a person runs it; how long it
// took and how much memory goes to stderr: a line of JSON, the last one.
import './memory.ts';

/** What one command took: milliseconds, bytes at most. */
export interface ExportCost {
  readonly code: number;
  readonly took: number;
  readonly memory: number;
}

const began = performance.now();
const { run } = await import('./command.ts');
const code = await run(process.argv.slice(2));
const took = Math.round(performance.now() - began);
const memory = process.resourceUsage().maxRSS * 1024;
process.stderr.write(`\n${JSON.stringify({ code, took, memory } satisfies ExportCost)}\n`);
