import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMPILED, qualepref, repeatable, type Ended } from './command-line.ts';
import { configYaml, serveSite, type ServedSite } from './site/serve.ts';

const CLI = join(import.meta.dirname, '..', 'packages', 'crawler', 'src', 'cli.ts');
const TIMEOUT = 300_000;

let site: ServedSite;
let dir: string;
let reference: string;

beforeAll(async () => {
  site = await serveSite({ variant: 'faulty' });
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  writeFileSync(join(dir, 'qualepref.yml'), configYaml(site.origin));
  expect((await qualepref(args('reference'), { cwd: dir })).code).toBe(0);
  reference = repeatable(join(dir, 'reference'));
}, TIMEOUT);
afterAll(async () => {
  await site.close();
  rmSync(dir, { recursive: true, force: true });
});

const args = (out: string): string[] => [
  ...['audit', '--allow-private', '--json', '--config', join(dir, 'qualepref.yml')],
  ...['--max-pages', '4', '--max-documents', '4', '--out', join(dir, out)],
];

/** What was printed beside the progress. */
const said = ({ stderr }: Ended): string[] =>
  stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{'));

/** Ended as an error of the machine: one sentence, no stack, and nothing half-written. */
function expectClear(ended: Ended, out: string, words: RegExp): void {
  expect(said(ended).join('\n')).toMatch(words);
  expect(said(ended)).toHaveLength(1);
  expect(ended.stderr).not.toMatch(/\n\s+at |inattendue/);
  expect(ended.code).toBe(2);
  const left = existsSync(join(dir, out)) ? readdirSync(join(dir, out)) : [];
  expect(left.filter((name) => !/^audit\.sqlite(?:-wal|-shm)?$/.test(name))).toEqual([]);
}

async function expectSameEnd(out: string): Promise<void> {
  const again = await qualepref(args(out), { cwd: dir });
  expect(said(again)).toEqual([]);
  expect(again.code).toBe(0);
  expect(repeatable(join(dir, out))).toBe(reference);
}

/** The same command in a shell that lets no file grow beyond so many kilobytes, as an account that has used its share. */
function withinQuota(kilobytes: number, out: string): Promise<Ended> {
  const command = ['ulimit', '-f', String(kilobytes)].join(' ');
  const child = spawn(
    'bash',
    [
      '-c',
      `${command}; exec "$@"`,
      'bash',
      process.execPath,
      '--conditions=@qualepref/source',
      CLI,
      ...args(out),
    ],
    { cwd: dir, env: { ...process.env, ...COMPILED }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

test.skipIf(process.platform === 'win32').each([40, 400])(
  'an account whose share ends at %i kB is told so, and the audit goes on to the same report once it has more',
  async (kilobytes) => {
    const out = `part-${String(kilobytes)}`;
    // With less than its browser needs, it is the browser that does not start.
    expectClear(await withinQuota(kilobytes, out), out, /plein|ne démarre pas/);
    await expectSameEnd(out);
  },
  TIMEOUT,
);

test(
  'a folder that is removed under the audit is told at once, nothing is written in its place, and the same command begins anew',
  async () => {
    let isRemoved = false;
    const ended = await qualepref(args('removed'), {
      cwd: dir,
      watch: (line) => {
        if (isRemoved || !line.includes('"stage":"pages"')) return;
        isRemoved = true;
        rmSync(join(dir, 'removed'), { recursive: true });
      },
    });
    expect(isRemoved).toBe(true);
    expectClear(ended, 'removed', /déplacé ou supprimé pendant l’audit/);
    expect(existsSync(join(dir, 'removed'))).toBe(false);
    await expectSameEnd('removed');
  },
  TIMEOUT,
);
