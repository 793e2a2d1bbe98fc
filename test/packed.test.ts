import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite } from './site/serve.ts';

const run = promisify(execFile);
const packages = join(import.meta.dirname, '..', 'packages');
const names = ['core', 'crawler'];

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qualepref-packed-'));
  const tarballs = await Promise.all(names.map(pack));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs], { cwd: folder });
}, 180_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Builds and packs beside the sources, so that no other `dist` is touched. */
async function pack(name: string): Promise<string> {
  const copy = join(folder, 'build', name);
  await mkdir(copy, { recursive: true });
  await run('npm', ['exec', '--', 'tsup', '--out-dir', join(copy, 'dist')], { cwd: join(packages, name) });
  await cp(join(packages, name, 'package.json'), join(copy, 'package.json'));
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: copy });
  const [packed] = JSON.parse(stdout) as { filename: string }[];
  return join(folder, packed?.filename ?? '');
}

const qualepref = (...args: string[]): Promise<{ stdout: string }> =>
  run(process.execPath, [join(folder, 'node_modules', '@qualepref', 'crawler', 'dist', 'cli.js'), ...args], {
    cwd: folder,
  });

test('the packed command runs in an empty folder', async () => {
  const manifest = JSON.parse(await readFile(join(packages, 'crawler', 'package.json'), 'utf8')) as {
    version: string;
  };
  const { stdout } = await qualepref('--version');
  expect(stdout.trim()).toBe(manifest.version);
});

test('the packed command writes a configuration', async () => {
  await qualepref('init', 'https://www.exemple.gouv.fr');
  expect(await readFile(join(folder, 'qualepref.yml'), 'utf8')).toContain('https://www.exemple.gouv.fr');
});

test('the packed command audits a site', async () => {
  const site = await serveSite({ variant: 'clean' });
  try {
    await qualepref('audit', `${site.origin}/`, '--allow-private', '--max-pages', '1', '--out', 'audit');
  } finally {
    await site.close();
  }
  const report = JSON.parse(await readFile(join(folder, 'audit', 'report.json'), 'utf8')) as {
    sample: { rendered: string[] };
  };
  expect(report.sample.rendered).toHaveLength(1);
}, 60_000);

test.each(names)('the packed %s is imported by plain Node', async (name) => {
  const script = `console.log(Object.keys(await import('@qualepref/${name}')).length)`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder });
  expect(Number(stdout)).toBeGreaterThan(0);
});
