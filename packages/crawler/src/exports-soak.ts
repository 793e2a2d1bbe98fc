// One command of ours in a process of its own, as a person runs it; how long it
// took and how much memory goes to stderr: a line of JSON, the last one.
import './memory.ts';

/** What one command took: milliseconds, and of the processor, without its browser’s; bytes at most. */
export interface ExportCost {
  readonly code: number;
  readonly took: number;
  readonly processor: number;
  readonly memory: number;
}

const began = performance.now();
const { run } = await import('./command.ts');
const code = await run(process.argv.slice(2));
const took = Math.round(performance.now() - began);
const { user, system } = process.cpuUsage();
const processor = Math.round((user + system) / 1000);
const memory = process.resourceUsage().maxRSS * 1024;
process.stderr.write(`\n${JSON.stringify({ code, took, processor, memory } satisfies ExportCost)}\n`);
