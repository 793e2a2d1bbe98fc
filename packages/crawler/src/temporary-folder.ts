import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = /^qualepref-(\d+)-temp$/;
const VARIABLES = ['TMPDIR', 'TMP', 'TEMP'] as const;

/**
 * Gives this process a temporary folder of its own, so that what an audit
 * killed at once leaves there (the profiles of its browsers, and browsers that
 * outlived it) is known for what it is, and taken away by the next one.
 *
 * @returns removes the folder; the process goes on with the common one
 */
export function ownTemporaryFolder(): () => void {
  const common = tmpdir();
  removeLeftovers(common);
  const own = join(common, `qualepref-${String(process.pid)}-temp`);
  const before = VARIABLES.map((name) => [name, process.env[name]] as const);
  try {
    mkdirSync(own, { mode: 0o700 });
  } catch {
    // Read-only, or full: whoever needs to write there will say so.
    return () => undefined;
  }
  for (const name of VARIABLES) process.env[name] = own;
  // An audit that does not stop in time leaves by the short way.
  const leave = (): void => {
    for (const orphan of processesNaming(own)) end(orphan);
    remove(own);
  };
  process.once('exit', leave);
  return () => {
    process.off('exit', leave);
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
    remove(own);
  };
}

/** What audits that are dead left in a temporary folder. */
export function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder)) {
    const pid = Number(NAME.exec(name)?.[1]);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    const path = join(folder, name);
    for (const orphan of processesNaming(path)) end(orphan);
    remove(path);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's: alive all the same.
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** Browsers name their profile in their command line; only Linux lets it be read. */
function processesNaming(path: string): number[] {
  return namesIn('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(`=${path}/`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // Another user's, or still written to: the next audit tries again.
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
