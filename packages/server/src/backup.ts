import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { QualeprefError } from '@qualepref/core';
import { backupFolder, backupName } from './backup-folder.ts';
import type { Settings } from './settings.ts';
import { embeddedFolder, restoreArchive, type Store } from './store/database.ts';

/**
 * Writes a backup of the whole database, under its date, in the folder
 * `sauvegardes` of the data.
 *
 * @returns its path
 * @throws QualeprefError `backup-program` when PostgreSQL’s own is missing or fails
 */
export async function backUp(store: Store, settings: Settings, now: Date): Promise<string> {
  const path = join(backupFolder(settings.data), backupName(now, store.archive ? 'tar.gz' : 'dump'));
  const part = `${path}.part`;
  try {
    if (store.archive) writeFileSync(part, await store.archive(), { mode: 0o600 });
    else {
      writeFileSync(part, '', { mode: 0o600 });
      await run('pg_dump', ['--format=custom', '--no-owner', '--no-privileges', '--file', part], settings);
    }
    renameSync(part, path);
    return path;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/**
 * Puts a backup in the place of the database, whole or not at all. What had to
 * go since it was made has to go again: that is up to the caller.
 *
 * @throws QualeprefError `backup-unreadable`, `backup-program`, `store-locked`
 */
export async function restore(path: string, settings: Settings): Promise<void> {
  if (settings.databaseUrl === undefined)
    return restoreArchive(embeddedFolder(settings.data), new Uint8Array(readBackup(path)));
  readBackup(path);
  const script = join(backupFolder(settings.data), 'restauration.sql');
  try {
    // Written whole before anything is touched: a backup that is cut short is found out here.
    writeFileSync(script, '', { mode: 0o600 });
    await run(
      'pg_restore',
      ['--no-owner', '--no-privileges', '--exit-on-error', '--file', '-', path],
      settings,
      script,
    );
    await run(
      'psql',
      [
        ...['--no-psqlrc', '--quiet', '--single-transaction', '--set', 'ON_ERROR_STOP=1'],
        ...[
          '--command',
          'drop schema if exists public cascade; drop schema if exists pgboss cascade; create schema public',
        ],
        ...['--file', script],
      ],
      settings,
    );
  } finally {
    rmSync(script, { force: true });
  }
}

function readBackup(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new QualeprefError(
      'backup-unreadable',
      `La sauvegarde « ${path} » ne peut pas être lue : vérifier son chemin et ses droits.`,
      { cause },
    );
  }
}

/** Runs a program of PostgreSQL; its address goes by the environment, since arguments are seen by everybody on the machine. */
async function run(
  program: string,
  args: readonly string[],
  { databaseUrl = '' }: Settings,
  output?: string,
): Promise<void> {
  const bin = process.env['PG_BIN'];
  const child = spawn(bin ? join(bin, program) : program, args, {
    env: { ...process.env, ...connectionOf(databaseUrl) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-500)));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  try {
    if (output === undefined) child.stdout.resume();
    else await pipeline(child.stdout, createWriteStream(output, { mode: 0o600 }));
    const code = await ended;
    if (code !== 0) throw new Error(`${program}: ${String(code)}`);
  } catch (cause) {
    throw new QualeprefError(
      'backup-program',
      `${program} n’a pas abouti : vérifier qu’il est installé (paquet postgresql-client, même version que le serveur ou plus récente) et trouvé dans PATH ou PG_BIN.${said === '' ? '' : ` Il a dit : ${said.trim()}`}`,
      { cause },
    );
  }
}

/** The variables by which the programs of PostgreSQL take an address. */
function connectionOf(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const sslmode = searchParams.get('sslmode');
  return {
    PGHOST: decodeURIComponent(hostname) || (searchParams.get('host') ?? ''),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(port === '' ? {} : { PGPORT: port }),
    ...(username === '' ? {} : { PGUSER: decodeURIComponent(username) }),
    ...(password === '' ? {} : { PGPASSWORD: decodeURIComponent(password) }),
    ...(sslmode === null ? {} : { PGSSLMODE: sslmode }),
  };
}
