import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { qualepref, type Ended } from './command-line.ts';

const PAGE = `<!doctype html><html lang="fr"><head><title>Essai - Site</title></head><body>
  <main id="contenu"><h1>Essai</h1><p>Une page. <a href="/absente">Une page absente</a></p></main></body></html>`;
let server: Server;
let origin: string;
let robots = 404;
let dir: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/robots.txt') return response.writeHead(robots).end();
    const found = request.url === '/';
    response
      .writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
      .end(found ? PAGE : 'Absente');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`;
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  robots = 404;
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const run = (...args: string[]): Promise<Ended> => qualepref(args, { cwd: dir });
/** A refusal is one clear sentence: no stack trace, nothing left behind. */
function expectRefused(ended: Ended, code: number, message: RegExp): void {
  // Typography is checked where it is made.
  expect(ended.stderr.replaceAll('\u00A0', ' ')).toMatch(message);
  expect(ended.stderr).not.toMatch(/\n\s+at |node:internal/);
  expect(ended.code).toBe(code);
  expect(ended.stdout).toBe('');
}

test('a site on loopback is audited without a configuration', async () => {
  const ended = await run('audit', `${origin}/`, '--allow-private', '--out', 'sortie');
  expect(ended.stderr).toContain('Pages lues');
  expect(ended.code).toBe(0);
  expect(readdirSync(join(dir, 'sortie')).sort()).toEqual(['audit.sqlite', 'report.html', 'report.json']);
  const report = JSON.parse(readFileSync(join(dir, 'sortie', 'report.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  expect(Object.keys(report).sort()).toEqual(
    [
      'addresses',
      'campaign',
      'defects',
      'execution',
      'findings',
      'grid',
      'ignored',
      'limits',
      'plan',
      'rgaa',
      'sample',
      'schemaVersion',
      'site',
    ].sort(),
  );
  expect(ended.stdout).toContain(join(dir, 'sortie', 'report.html'));

  // What is finished is kept under its date when the same command is given again.
  const again = await run(
    'audit',
    `${origin}/`,
    '--allow-private',
    '--out',
    'sortie',
    '--quiet',
    '--fail-on',
    'minor',
  );
  expect(again.code).toBe(1);
  expect(again.stderr).toBe('');
  const kept = readdirSync(join(dir, 'sortie')).find((name) => /^\d{4}-\d\d-\d\d$/.test(name)) ?? '';
  expect(readdirSync(join(dir, 'sortie', kept))).toContain('audit.sqlite');

  const redone = await run(
    'report',
    join('sortie', 'audit.sqlite'),
    '--out',
    'refait',
    '--format',
    'csv,json',
    '--strip',
  );
  expect(redone.code).toBe(0);
  expect(readdirSync(join(dir, 'refait')).sort()).toEqual([
    'audit-sans-pages.sqlite',
    ...['avis', 'constats', 'defauts', 'documents', 'grille', 'mes-constats', 'pages', 'plan'].map(
      (table) => `report-${table}.csv`,
    ),
    'report.json',
  ]);
  expect(readFileSync(join(dir, 'refait', 'report.json'), 'utf8')).toBe(
    readFileSync(join(dir, 'sortie', 'report.json'), 'utf8'),
  );
}, 60_000);

test('what is no address is refused, with an example', async () => {
  expectRefused(await run('audit', 'nawak'), 2, /« nawak » n’est pas l’adresse d’un site/);
  expectRefused(await run('audit', 'www.exemple.gouv.fr'), 2, /par exemple https:\/\/www\.exemple\.gouv\.fr/);
  expectRefused(await run('audit', 'ftp://exemple.fr/'), 2, /http:\/\/ ou https:\/\//);
  expectRefused(await run('audit'), 2, /Quel site auditer/);
});

test('a slip in the command line is named, with what was probably meant', async () => {
  expectRefused(
    await run('audit', origin, '--max-page', '3'),
    2,
    /Option inconnue : --max-page\. Vouliez-vous dire --max-pages/,
  );
  expectRefused(await run('audti', origin), 2, /Commande inconnue : audti\. Vouliez-vous dire audit/);
  expectRefused(
    await run('audit', origin, '--max-pages', 'beaucoup'),
    2,
    /« beaucoup » n’est pas un nombre entier/,
  );
  expectRefused(await run('audit', origin, '--format', 'docx'), 2, /« docx » n’est pas un format connu/);
  expectRefused(
    await run('audit', origin, '--fail-on', 'tout'),
    2,
    /Attendu : blocking, major, minor, never/,
  );
  expectRefused(await run('audit', origin, '--out'), 2, /Il manque une valeur/);
  expectRefused(await run('audit', origin, 'deux'), 2, /trop d’arguments/);
  expectRefused(await run('audit', origin, '--campaign', '2026-T5'), 2, /2026-T5/);
});

test('a private address needs --allow-private', async () => {
  expectRefused(await run('audit', origin), 2, /adresse privée.*--allow-private/);
  expect(readdirSync(dir)).toEqual([]);
});

test('a remote host needs a contact', async () => {
  expectRefused(await run('audit', 'http://site.invalid/'), 2, /contact.*--contact/);
});

test('a dead port, and a site that forbids robots, give no page', async () => {
  const dead = createServer();
  await new Promise<void>((resolve) => dead.listen(0, '127.0.0.1', resolve));
  const address = dead.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await new Promise((resolve) => dead.close(resolve));
  const gone = await run(
    'audit',
    `http://127.0.0.1:${String(port)}/`,
    '--allow-private',
    '--out',
    'sortie',
    '--quiet',
  );
  expectRefused(gone, 3, /n’a pas donné de page \(.*connexion refusée\)/);
  expect(readdirSync(dir)).toEqual([]);

  expectRefused(
    await run('audit', `${origin}/rien`, '--allow-private', '--out', 'sortie', '--quiet'),
    3,
    /page absente/,
  );

  robots = 500;
  const forbidden = await run('audit', origin, '--allow-private', '--out', 'sortie', '--quiet');
  expectRefused(forbidden, 3, /--ignore-robots-errors/);
}, 60_000);

test('a bad configuration names its line and the nearest key', async () => {
  writeFileSync(join(dir, 'mauvais.yml'), 'site:\n  adress: https://www.exemple.gouv.fr\n');
  const ended = await run('audit', '--config', 'mauvais.yml');
  expectRefused(ended, 2, /mauvais\.yml, ligne 2.*adress.*address/s);
  expectRefused(await run('audit', '--config', 'absent.yml'), 2, /absent\.yml/);
});

test('a missing browser says how to get one', async () => {
  const args = ['audit', origin, '--allow-private', '--out', 'sortie', '--quiet'];
  const ended = await qualepref(args, { cwd: dir, env: { CHROMIUM_PATH: join(dir, 'absent') } });
  expectRefused(ended, 2, /CHROMIUM_PATH/);
  expect(readdirSync(dir)).toEqual([]);
}, 60_000);

test('a folder that can’t be written, and a full disk, are said; nothing is half-written', async () => {
  writeFileSync(join(dir, 'fichier'), '');
  expectRefused(
    await run('audit', origin, '--allow-private', '--out', join('fichier', 'sortie')),
    2,
    /ne peut pas être écrit/,
  );

  const args = ['audit', origin, '--allow-private', '--out', 'sortie', '--quiet'];
  expect((await qualepref(args, { cwd: dir })).code).toBe(0);
  if (!existsSync('/dev/full')) return;
  const before = readFileSync(join(dir, 'sortie', 'report.html'), 'utf8');
  symlinkSync('/dev/full', join(dir, 'sortie', 'report.html.tmp'));
  expectRefused(await run('report', join('sortie', 'audit.sqlite')), 2, /Le disque est plein/);
  expect(readFileSync(join(dir, 'sortie', 'report.html'), 'utf8')).toBe(before);
}, 60_000);

test('init writes a configuration once', async () => {
  const ended = await run('init', 'https://www.exemple.gouv.fr');
  expect(ended.code).toBe(0);
  expect(readFileSync(join(dir, 'qualepref.yml'), 'utf8')).toContain('https://www.exemple.gouv.fr');
  expectRefused(await run('init'), 2, /existe déjà/);
});

test('a file that is no audit is refused', async () => {
  writeFileSync(join(dir, 'faux.sqlite'), 'ceci n’est pas une base de données, vraiment pas');
  expectRefused(await run('report', 'faux.sqlite'), 2, /n’est pas un fichier d’audit/);
  expectRefused(await run('report', 'absent.sqlite'), 2, /n’existe pas/);
});
