import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { run as runServer } from '#server/src/command.ts';
import { startCluster } from '#server/src/postgres-fixture.ts';
import { qualepref } from './command-line.ts';
import { asideReasons, shownCommands, shownPages, wordsOf } from './docs/commands.ts';
import { writeFeed } from './site/feed.ts';

const SHOWN_SITE = 'https://www.exemple.gouv.fr';
/** Campaigns of the pages: the first audit, then the one that starts from it. */
const [FIRST, NEXT] = ['2026-T3', '2026-T4'];
const OURS = ['npm', 'run', '-s', 'qualepref', '--'];
const SERVER = 'qualepref-server';
/** Run by continuous integration as they are, or by hand and for minutes. */
const ELSEWHERE = new Set(['npm start', 'npm test', 'npm ci']);

const scripts = Object.keys(
  (JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as { scripts: object })
    .scripts,
);

const page = (title: string, rest: string): string =>
  `<!doctype html><html lang="fr"><title>${title}</title><main><h1>${title}</h1>${rest}</main></html>`;
const PAGES: Readonly<Record<string, string>> = {
  '/': page('Accueil', '<p><a href="/Contact">Nous contacter</a></p>'),
  '/Contact': page('Contact', '<p>Écrire à la préfecture.</p>'),
};

let server: Server;
let dir: string;
let feed: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  await writeFeed(dir);
  feed = join(dir, 'fiches');
  server = createServer(({ url = '' }, response) => {
    const body = PAGES[url];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
afterAll(() => {
  server.close();
  rmSync(dir, { recursive: true, force: true });
});

/** The same command on the site of this machine, in the quarters that the pages tell of, without the network. */
function onThisMachine(words: readonly string[]): string[] {
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${String(port)}`;
  const args = words.map((word) =>
    word
      .replace(SHOWN_SITE, `http://${host}`)
      .replace(/^qualepref-www\.exemple\.gouv\.fr/, `qualepref-${host.replace(':', '-')}`)
      .replace(/^~\/\.cache/, join(dir, 'cache')),
  );
  const [name] = args;
  if (name === 'feed') return [...args, feed];
  if (name !== 'audit') return args;
  const isAlone = args.includes('--single');
  const campaign = args.includes('--since') ? NEXT : FIRST;
  return [...args, '--allow-private', ...(isAlone ? [] : ['--campaign', campaign])];
}

const isOurs = (words: readonly string[]): boolean => OURS.every((word, index) => words[index] === word);

test(
  'every command of ours that a page shows works, in the order in which it is read',
  { timeout: 300_000 },
  async () => {
    const { port } = server.address() as AddressInfo;
    writeFileSync(join(dir, 'pages.txt'), `http://127.0.0.1:${String(port)}/Contact\n`);
    const commands = shownCommands().filter(({ line }) => isOurs(wordsOf(line)));
    expect(commands.length).toBeGreaterThan(10);
    const env = { XDG_CACHE_HOME: join(dir, 'cache') };
    for (const { page: name, line } of commands) {
      const args = onThisMachine(wordsOf(line).slice(OURS.length));
      const { code, stderr } = await qualepref(args, { cwd: dir, env });
      expect([name, line, code, code === 0 ? '' : stderr]).toEqual([name, line, 0, '']);
    }
  },
);

/** The first block of a language in a page. */
const blockOf = (name: string, language: string): string => {
  const text = shownPages().find(({ page: each }) => each === name)?.text ?? '';
  return text.split(`\n\`\`\`${language}\n`)[1]?.split('\n```')[0] ?? '';
};

test(
  'every command of the server that a page shows works, with the configuration and the database shown',
  { timeout: 300_000 },
  async () => {
    const commands = shownCommands().filter(({ line }) => wordsOf(line)[0] === SERVER);
    expect(commands.length).toBeGreaterThan(6);
    const config = join(dir, 'serveur.yml');
    writeFileSync(config, blockOf('docs/exploitation.md', 'yaml'));
    const cluster = await startCluster();
    const said: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    for (const [name, value] of Object.entries({
      DATABASE_URL: cluster.url,
      NODE_ENV: 'production',
      QUALEPREF_DATA: dir,
      QUALEPREF_SECRET: 'a-secret-of-the-pages-0123456789',
    }))
      vi.stubEnv(name, value);
    try {
      for (const { page: name, line } of commands) {
        const backup = said.map((text) => text.trim()).findLast((text) => text.endsWith('.dump')) ?? '';
        const args = wordsOf(line)
          .slice(1)
          .map((word) => (word.endsWith('.dump') ? backup : word));
        const code = await runServer(['--config', config, ...args]);
        expect([name, line, code, code === 0 ? '' : said.at(-1)]).toEqual([name, line, 0, '']);
      }
    } finally {
      await cluster.close();
    }
  },
);

test('every block of commands that is not run says why', () => {
  expect(asideReasons().length).toBeGreaterThan(0);
  expect(asideReasons().filter((reason) => !/^\(.{10,}\)$/.test(reason))).toEqual([]);
});

test('every other command that a page shows in a block is one of npm’s that are run elsewhere', () => {
  const others = shownCommands().filter(({ line }) => !isOurs(wordsOf(line)) && wordsOf(line)[0] !== SERVER);
  expect(others.filter(({ line }) => !ELSEWHERE.has(line))).toEqual([]);
});

test('every script that a page names exists', () => {
  const named = shownPages().flatMap(({ page: name, text }) =>
    [...text.matchAll(/npm run (?:-s |--silent )?([a-z][a-z:-]*)/g)].map(
      ([, script = '']) => `${name} ${script}`,
    ),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((line) => !scripts.includes(line.split(' ')[1] ?? ''))).toEqual([]);
});

test('words between quotes are one word', () => {
  expect(wordsOf('grid close A --by "Camille Martin"')).toEqual([
    'grid',
    'close',
    'A',
    '--by',
    'Camille Martin',
  ]);
});
