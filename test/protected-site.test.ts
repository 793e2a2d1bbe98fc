import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { qualepref } from './command-line.ts';

const SECRET = 'agent:m0t-de-passe-d-essai';
const HEADER = 'jeton-d-essai-4711';
const COOKIE = 'session-d-essai-0815';
const AUTHORIZATION = `Basic ${Buffer.from(SECRET).toString('base64')}`;
const PAGE = `<!doctype html><html lang="fr"><head><title>Essai - Site</title></head><body>
  <main id="contenu"><h1>Essai</h1><p><a href="/autre">Une autre page</a></p></main></body></html>`;

let server: Server;
let origin: string;
let asked: { path: string; headers: IncomingHttpHeaders }[];
let dir: string;

beforeEach(async () => {
  asked = [];
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers });
    if (request.headers.authorization !== AUTHORIZATION)
      return response.writeHead(401, { 'www-authenticate': 'Basic realm="Préproduction"' }).end();
    if (request.url === '/robots.txt') return response.writeHead(404).end();
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': `sid=${COOKIE}; Path=/` })
      .end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`;
});
afterEach(() => {
  server.close();
  rmSync(dir, { recursive: true, force: true });
});

const configure = (rest = ''): void => {
  writeFileSync(
    join(dir, 'qualepref.yml'),
    `site:\n  address: ${origin}\n  auth: ESSAI_ACCES\n  headers:\n    X-Audit: ${HEADER}\n${rest}`,
  );
};
const AUDIT = ['audit', '--allow-private', '--out', 'sortie'];

test('a protected site is audited by the access of the environment, which nothing written repeats', async () => {
  configure();
  const ended = await qualepref(AUDIT, { cwd: dir, env: { ESSAI_ACCES: SECRET } });
  expect(ended.code).toBe(0);
  expect(asked.map(({ path }) => path)).toContain('/autre');
  expect(new Set(asked.map(({ headers }) => headers['x-audit']))).toEqual(new Set([HEADER]));
  expect(asked.at(-1)?.headers.cookie).toBe(`sid=${COOKIE}`);
  const files = readdirSync(join(dir, 'sortie'));
  expect(files).toContain('audit.sqlite');
  const written = [
    ...files.map((name) => readFileSync(join(dir, 'sortie', name), 'latin1')),
    ended.stdout,
    ended.stderr,
  ].join('\n');
  for (const secret of [SECRET, AUTHORIZATION.slice(6), HEADER, COOKIE])
    expect(written).not.toContain(secret);
});

test('without its variable, the audit says which one and asks nothing', async () => {
  configure();
  const ended = await qualepref(AUDIT, { cwd: dir, env: { ESSAI_ACCES: '' } });
  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain('ESSAI_ACCES');
  expect(asked).toEqual([]);
});

test('outside its hours an audit says until when it waits, asks nothing, and can be stopped', async () => {
  const hour = (offset: number): string =>
    new Date(Date.now() + offset * 3_600_000).toISOString().slice(11, 13);
  configure(`crawl:\n  hours:\n    from: "${hour(2)}:00"\n    to: "${hour(3)}:00"\n    zone: UTC\n`);
  const pauses: string[] = [];
  const ended = await qualepref([...AUDIT, '--json'], {
    cwd: dir,
    env: { ESSAI_ACCES: SECRET },
    watch: (line, child) => {
      if (!line.includes('"stage":"pause"')) return;
      pauses.push(line);
      child.kill('SIGINT');
    },
  });
  expect(ended.code).toBe(130);
  expect(pauses).toHaveLength(1);
  const { until } = JSON.parse(pauses[0] ?? '{}') as { until: string };
  expect(until.slice(11)).toBe(`${hour(2)}:00:00.000Z`);
  expect(asked).toEqual([]);
});
