// The real server behind the widgets of the demonstration site, as its command starts it.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { serverYaml } from './config-server.ts';
import { publishedResults } from './results.ts';

/** Who can sign in. */
export interface DeskAccount {
  readonly login: string;
  readonly role: string;
  readonly password: string;
  /** Of an account that is asked for a second factor: each opens it once. */
  readonly recoveryCodes?: readonly string[];
}

/** A server of the demonstration: it has its address before it is opened, for the site to name it. */
export interface RealDesk {
  readonly origin: string;
  readonly accounts: readonly DeskAccount[];
  /** Folder of the messages that it writes, when it has no SMTP server. */
  readonly mails: string;
  /** Fills a new database and serves, for a site at that origin. */
  open(site: string): Promise<void>;
  close(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');

/**
 * @param folder where its files go; what an earlier demonstration left there is taken away
 * @param environment what differs: `SMTP_URL`, `DATABASE_URL`
 */
export async function startDesk(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<RealDesk> {
  const today = new Date().toISOString().slice(0, 10);
  const data = join(folder, 'serveur');
  const config = join(folder, 'serveur.yml');
  const results = join(folder, 'resultats.json');
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  const accounts: DeskAccount[] = [];
  let server: ChildProcess | undefined;
  return {
    origin,
    accounts,
    mails: join(data, 'courriels'),
    async open(site) {
      rmSync(data, { recursive: true, force: true });
      writeFileSync(config, serverYaml(site, origin, today));
      writeFileSync(results, JSON.stringify(publishedResults(today)));
      buildWidgets();
      server = spawn(
        process.execPath,
        [
          ...['--conditions=@qualepref/source', join(root, 'packages', 'server', 'src', 'main.ts')],
          ...['--config', config, 'demo', '--results', results],
        ],
        {
          stdio: ['ignore', 'pipe', openSync(join(folder, 'serveur.log'), 'w')],
          env: {
            ...process.env,
            ...{ HOST: '127.0.0.1', PORT: String(port), QUALEPREF_DATA: data, TRUSTED_PROXIES: '1' },
            QUALEPREF_SECRET: randomBytes(36).toString('base64'),
            ...environment,
          },
        },
      );
      await ready(server, accounts);
    },
    async close() {
      if (!server || server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
    },
  };
}

/** Reads what the command prints: the accounts, then that it is open. */
function ready(server: ChildProcess, accounts: DeskAccount[]): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!server.stdout) return reject(new Error('Le serveur n’écrit rien.'));
    createInterface({ input: server.stdout }).on('line', (line) => {
      const [, login, role, password] = /^Compte (\S+) \((.+)\)\s?: (\S+)$/u.exec(line) ?? [];
      if (login !== undefined && role !== undefined && password !== undefined)
        accounts.push({ login, role, password });
      const [, owner, codes] = /^Codes de secours de (\S+)\s?: (.+)$/u.exec(line) ?? [];
      const at = accounts.findIndex((account) => account.login === owner);
      const account = accounts[at];
      if (account && codes !== undefined) accounts[at] = { ...account, recoveryCodes: codes.split(' ') };
      if (line.startsWith('Service ouvert')) resolve();
    });
    server.once('exit', (code) =>
      reject(new Error(`Le serveur de démonstration s’est arrêté (code ${String(code)}).`)),
    );
  });
}

/** A second at most; what is there may be of an older version. */
function buildWidgets(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'packages/widgets/build/publish.js')], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Les composants ne se construisent pas : ${stderr}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
