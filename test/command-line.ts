import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Its source. */
export const CLI = join(import.meta.dirname, '..', 'packages', 'crawler', 'src', 'cli.ts');

/** What Node made of our sources the first time: commands are started by dozens, and each would translate them again. */
export const COMPILED: Readonly<Record<string, string>> = {
  NODE_COMPILE_CACHE: join(import.meta.dirname, '..', 'node_modules', '.cache', 'qualepref-commands'),
};

/** How a command ended, and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and how a command is run, and what sees each line of its stderr. */
export interface RunOptions {
  cwd?: string;
  env?: Record<string, string>;
  watch?: (line: string, child: ChildProcess) => void;
}

/** Runs the `qualepref` command from source, as its user would. */
export function qualepref(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return runScript(CLI, args, options);
}

/** Runs a script of ours from source in a process of its own. */
export function runScript(script: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = spawn(process.execPath, ['--conditions=@qualepref/source', script, ...args], {
    cwd: options.cwd,
    env: { ...process.env, ...COMPILED, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) options.watch?.(line, child);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

/** All that two runs on one site must say alike, of the report in a folder. */
export function repeatable(folder: string): string {
  const { execution: _execution, ...report } = JSON.parse(
    readFileSync(join(folder, 'report.json'), 'utf8'),
  ) as Record<string, unknown>;
  return JSON.stringify(report, null, 1);
}
