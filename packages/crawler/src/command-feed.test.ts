import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run } from './command.ts';
import { openFeed } from './feed-file.ts';
import { currentFeed } from './feed-folder.ts';
import { feedFiles, sheetXml, zipOf } from './feed-testing.ts';
import { closeAll, site } from './fetch-testing.ts';

let dir: string;
let folder: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  folder = join(dir, 'flux');
});
afterEach(async () => {
  await closeAll();
  rmSync(dir, { recursive: true, force: true });
});

/** Runs a command here: its exit code, and what it prints with plain spaces. */
async function command(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const printed = (stream: NodeJS.WriteStream): { text: () => string; restore: () => void } => {
    const spy = vi.spyOn(stream, 'write').mockReturnValue(true);
    const text = (): string =>
      spy.mock.calls
        .map(([chunk]) => String(chunk))
        .join('')
        .replace(/[\u00A0\u202F]/g, ' ');
    return { text, restore: () => spy.mockRestore() };
  };
  const [stdout, stderr] = [printed(process.stdout), printed(process.stderr)];
  try {
    const code = await run(args);
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.restore();
    stderr.restore();
  }
}

async function address(): Promise<string> {
  const zip = zipOf(feedFiles());
  const { url } = await site({
    '/flux.zip': ({ headers }, response) => {
      const status = headers['if-none-match'] === '"a"' ? 304 : 200;
      response.writeHead(status, { etag: '"a"' }).end(status === 304 ? undefined : zip);
    },
  });
  return `${url}/flux.zip`;
}

test('an update says what it read and what the feed holds; the next one, that nothing has changed', async () => {
  const url = await address();
  const args = ['feed', 'update', url, '--feed-dir', folder, '--allow-private'];
  const first = await command(...args);
  expect(first.code).toBe(0);
  expect(first.stderr).toContain(`Flux : ${url}`);
  expect(first.stderr).toMatch(/Fichiers du flux lus : 9 sur 9/);
  expect(first.stdout).toMatch(/5 documents \(particuliers\), schéma 3\.5/);
  expect(first.stdout).toContain(currentFeed(folder));
  const second = await command(...args);
  expect([second.code, second.stderr]).toEqual([0, expect.stringContaining('n’a pas changé')]);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('an update may be silent, or speak in lines of JSON', async () => {
  const path = join(dir, 'flux.zip');
  writeFileSync(path, zipOf(feedFiles()));
  const args = ['feed', 'update', path, '--feed-dir', folder];
  expect(await command(...args, '--quiet')).toMatchObject({ code: 0, stderr: '' });
  rmSync(folder, { recursive: true });
  const { stderr } = await command(...args, '--json');
  const events = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(events.at(-1)).toEqual({ stage: 'feed', done: 9, total: 9 });
});

test('the feed can be asked about, with the elements that this version does not know', async () => {
  const body = '<Texte><Encart>a</Encart></Texte>';
  const path = join(dir, 'flux.zip');
  writeFileSync(path, zipOf({ 'F1.xml': sheetXml({ number: 'F1', body }) }));
  await command('feed', 'update', path, '--feed-dir', folder, '--quiet');
  const { code, stdout } = await command('feed', 'info', '--feed-dir', folder);
  expect(code).toBe(0);
  expect(stdout).toContain(`${path} : 1 document`);
  expect(stdout).toMatch(/ne connaît pas.*Encart \(1 fichier\)/);
});

test('what can’t be used ends with code 2 and says what to do', async () => {
  expect(await command('feed', 'info', '--feed-dir', folder)).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/lancer qualepref feed update/) as string,
  });
  expect(await command('feed', 'update', join(dir, 'absent'), '--feed-dir', folder)).toMatchObject({
    code: 2,
  });
  expect(await command('feed', 'update', await address(), '--feed-dir', folder)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/--allow-private/) as string,
  });
});

test.each([
  [['feed'], /Quelle commande lancer \? update, info.*qualepref feed --help/],
  [['feed', 'updat'], /Commande inconnue : updat\. Vouliez-vous dire update \?/],
  [['feed', 'info', '--feed-dri', 'x'], /--feed-dri.*--feed-dir \? Aide : qualepref feed info --help/],
  [['audit', '--feed-max-age', 'deux'], /--feed-max-age : « deux » n’est pas un nombre entier d’heures/],
  [['audit', 'http://127.0.0.1:9/', '--single', '--feed', 'x'], /Avec --single.*retirer --feed/],
  [['audit', 'http://127.0.0.1:9/', '--feed', 'absent'], /absent » n’existe pas/],
])('%j is refused with what was meant', async (args, message) => {
  const cwd = process.cwd();
  process.chdir(dir);
  try {
    expect(await command(...args)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(message) as string,
    });
  } finally {
    process.chdir(cwd);
  }
});

test('an update killed in the middle leaves the feed before in use', { timeout: 120_000 }, async () => {
  const small = join(dir, 'flux.zip');
  writeFileSync(small, zipOf(feedFiles()));
  await command('feed', 'update', small, '--feed-dir', folder, '--quiet');
  const before = currentFeed(folder);
  const large = join(dir, 'grand.zip');
  const many = Array.from({ length: 1_000 }, (_, n) => [
    `F${String(n)}.xml`,
    sheetXml({ number: `F${String(n)}` }),
  ]);
  writeFileSync(large, zipOf(Object.fromEntries(many) as Record<string, string>));
  const cli = join(import.meta.dirname, 'cli.ts');
  const args = [
    '--conditions=@qualepref/source',
    cli,
    'feed',
    'update',
    large,
    '--feed-dir',
    folder,
    '--json',
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.once('data', () => child.kill('SIGKILL'));
  const ended = await new Promise((resolve) =>
    child.once('exit', (code, signal) => {
      resolve(signal ?? code);
    }),
  );
  expect(ended).toBe('SIGKILL');
  expect(currentFeed(folder)).toBe(before);
  const feed = openFeed(before ?? '');
  feed.close();
  expect(feed.info.sheets).toBe(5);
  expect(await command('feed', 'update', small, '--feed-dir', folder, '--quiet')).toMatchObject({ code: 0 });
});
