import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLI, COMPILED, qualepref } from './command-line.ts';

interface Line {
  url: string;
  error: string | null;
  findings: { check: string; outcome: string; rgaa: string[]; selector: string; message: string }[];
}

const SOUND =
  '<!doctype html><html lang="fr"><head><title>Horaires</title></head><body><a href="#contenu">Contenu</a><main id="contenu" tabindex="-1"><h1>Horaires</h1><p>Du lundi au vendredi.</p></main></body></html>';

/** There is nothing of it to be seen. */
const BLANK = SOUND.replace('</head>', '<script>location.href = "about:blank";</script></head>');

const asked: string[] = [];
let server: Server;
let origin: string;
let dir: string;
beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const pages: Record<string, string> = {
      '/sound': SOUND,
      '/image': SOUND.replace('<p>', '<img src="http://autre.test/plan.png"><p>'),
      '/links': SOUND.replace('<p>', '<a href="/never">Horaires du mois</a><p>'),
      '/blank': BLANK,
      '/blank-once': asked.filter((path) => path === url).length > 1 ? SOUND : BLANK,
    };
    if (url === '/moved') response.writeHead(302, { location: '/sound' }).end();
    else if (pages[url] === undefined) response.writeHead(404).end('absent');
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pages[url]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  dir = mkdtempSync(join(tmpdir(), 'qualepref-single-'));
});
afterAll(() => {
  server.close();
  rmSync(dir, { recursive: true, force: true });
});

function listOf(...lines: string[]): string {
  const path = join(dir, 'pages.txt');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

test('each page of a list has its line, by the address given, after the catalogue of the checks', async () => {
  const given = ['/sound', '/image', '/links', '/moved', '/absent'].map((path) => origin + path);
  const list = listOf(...given, '');
  const { code, stdout, stderr } = await qualepref([
    ...['audit', '--urls', list, '--single', '--format', 'jsonl', '--allow-private'],
  ]);
  expect([code, stderr]).toEqual([0, '']);
  const [first = '', ...rest] = stdout.trimEnd().split('\n');
  const catalogue = JSON.parse(first) as { tool: string; checks: { id: string; rgaa: string[] }[] };
  expect(catalogue.tool).toBe('qualepref');
  expect(catalogue.checks).toContainEqual({
    id: 'axe/image-alt',
    rgaa: ['1.1'],
    act: ['23a2a8'],
    axe: ['image-alt'],
  });
  expect(catalogue.checks.map(({ id }) => id)).toContain('skip-links');
  const pages = new Map(rest.map((line) => JSON.parse(line) as Line).map((page) => [page.url, page]));
  expect([...pages.keys()].sort()).toEqual([...given].sort());
  const failures = (path: string): unknown[] | undefined =>
    pages
      .get(origin + path)
      ?.findings.filter(({ outcome }) => outcome === 'failed')
      .map(({ check, rgaa, selector }) => [check, rgaa, selector]);
  expect(failures('/sound')).toEqual([]);
  expect(failures('/image')).toEqual([['axe/image-alt', ['1.1'], 'img']]);
  expect(pages.get(`${origin}/moved`)?.error).toBeNull();
  expect(pages.get(`${origin}/absent`)).toMatchObject({
    error: expect.stringContaining('404') as string,
    findings: [],
  });
  // Neither robots.txt nor what a page links to.
  expect(asked).not.toContain('/robots.txt');
  expect(asked).not.toContain('/never');
});

test('a page that the browser could not show is tried once more when the others are done', async () => {
  const list = listOf(...['/blank', '/blank-once', '/sound'].map((path) => origin + path));
  const { code, stdout } = await qualepref([
    ...['audit', '--urls', list, '--single', '--format', 'jsonl', '--allow-private'],
  ]);
  expect(code).toBe(0);
  const [, ...lines] = stdout.trimEnd().split('\n');
  const pages = lines.map((line) => JSON.parse(line) as Line);
  expect(new Map(pages.map(({ url, error }) => [new URL(url).pathname, error]))).toEqual(
    new Map([
      ['/sound', null],
      ['/blank', 'network_error gone'],
      ['/blank-once', null],
    ]),
  );
  expect(asked.filter((path) => path === '/blank')).toHaveLength(2);
});

test('a line that is no address is named', async () => {
  const { code, stderr, stdout } = await qualepref([
    ...['audit', '--urls', listOf(`${origin}/sound`, 'accueil'), '--single', '--allow-private'],
  ]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('ligne 2');
  expect(stderr).toMatch(/«\u00a0accueil\u00a0»/);
});

test('a private page needs --allow-private', async () => {
  const { code, stderr } = await qualepref(['audit', `${origin}/sound`, '--single']);
  expect(code).toBe(2);
  expect(stderr).toContain('--allow-private');
});

test('--urls and jsonl go with --single, and no other format does', async () => {
  const list = listOf(`${origin}/sound`);
  for (const args of [
    ['--urls', list],
    ['--urls', list, '--single', '--format', 'html'],
    ['--single'],
    ['--urls', join(dir, 'absent.txt'), '--single'],
    [`${origin}/sound`, '--format', 'jsonl', '--allow-private', '--out', join(dir, 'out')],
  ]) {
    const { code, stderr } = await qualepref(['audit', ...args], { cwd: dir });
    expect([args.join(' '), code]).toEqual([args.join(' '), 2]);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  }
});

test.skipIf(!existsSync('/dev/full'))(
  'a disk without room for the lines is told in one sentence',
  async () => {
    const args = [
      'audit',
      '--urls',
      listOf(`${origin}/sound`),
      '--single',
      '--format',
      'jsonl',
      '--allow-private',
    ];
    const child = spawn(process.execPath, ['--conditions=@qualepref/source', CLI, ...args], {
      env: { ...process.env, ...COMPILED },
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    });
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^La sortie standard[^\n]*ENOSPC[^\n]*\n$/)]);
  },
);

test.skipIf(process.platform === 'win32')(
  'a reader that has seen enough stops the work, and nothing else is said than that',
  async () => {
    const list = listOf(...Array.from({ length: 12 }, (_, at) => `${origin}/sound?${String(at)}`));
    const args = ['audit', '--urls', list, '--single', '--format', 'jsonl', '--allow-private'];
    const child = spawn(
      'bash',
      [
        ...['-c', '"$@" | head -n 1; echo "${PIPESTATUS[0]}"', 'bash'],
        ...[process.execPath, '--conditions=@qualepref/source', CLI, ...args],
      ],
      { env: { ...process.env, ...COMPILED }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    await new Promise((resolve) => child.on('close', resolve));
    expect(stdout.trim().split('\n').slice(1)).toEqual(['143']);
    expect(stderr).toMatch(/^Jugement interrompu[^\n]*\n$/);
  },
);
