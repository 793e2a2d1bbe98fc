import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import * as core from '@qualepref/core';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleConfig, exampleEnvironment } from '#server/src/testing.ts';
import { serveSite } from './site/serve.ts';

const run = promisify(execFile);
const packages = join(import.meta.dirname, '..', 'packages');
const names = ['core', 'crawler', 'server'];

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qualepref-packed-'));
  const tarballs = await Promise.all([...names.map(pack), packWidgets()]);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs], { cwd: folder });
}, 180_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Builds and packs beside the sources, so that no other `dist` is touched; types, which take longest, are looked at where packages are published. */
async function pack(name: string): Promise<string> {
  const out = join(folder, 'build', name, 'dist');
  await run('npm', ['exec', '--', 'tsup', '--out-dir', out, '--no-dts'], { cwd: join(packages, name) });
  return tarball(name);
}

/** What the server reads of them, in the place of their long build. */
async function packWidgets(): Promise<string> {
  const cdn = join(folder, 'build', 'widgets', 'cdn');
  await mkdir(cdn, { recursive: true });
  for (const page of ['rendez-vous', 'reclamations', 'resultats', 'snippets'])
    await writeFile(join(cdn, `${page}.html`), `<!doctype html><title>${page}</title>`);
  return tarball('widgets');
}

async function tarball(name: string): Promise<string> {
  const copy = join(folder, 'build', name);
  await mkdir(copy, { recursive: true });
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

const SERVER = join('node_modules', '.bin', 'qualepref-server');

test('the packed server says its version and helps in French', async () => {
  const { stdout: version } = await run(process.execPath, [SERVER, '--version'], { cwd: folder });
  expect(version).toMatch(/^\d+\.\d+\.\d+\n$/);
  const { stdout: help } = await run(process.execPath, [SERVER, '--help'], { cwd: folder });
  expect(help).toContain('Commandes :');
});

test('the packed server serves, with the widgets installed beside it, until it is told to stop', async () => {
  await writeFile(join(folder, 'serveur.yml'), JSON.stringify(exampleConfig));
  const server = spawn(process.execPath, [SERVER, '--config', 'serveur.yml', 'serve'], {
    cwd: folder,
    env: { ...process.env, ...exampleEnvironment, PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  for await (const text of server.stdout.setEncoding('utf8')) {
    said += String(text);
    const address = /http:\S+/.exec(said)?.[0];
    if (address === undefined) continue;
    for (const path of ['api/v1/sites', 'agents/connexion', 'rendez-vous'])
      expect([path, (await fetch(`${address}${path}`)).status]).toEqual([path, 200]);
    server.kill('SIGTERM');
    break;
  }
  if (server.exitCode === null) await once(server, 'exit');
  expect(server.exitCode).toBe(143);
}, 60_000);

test.each(names)('the packed %s is imported by plain Node', async (name) => {
  const script = `console.log(Object.keys(await import('@qualepref/${name}')).length)`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder });
  expect(Number(stdout)).toBeGreaterThan(0);
});

test('the packed core holds each of its schemas as JSON Schema', async () => {
  const names = Object.keys(core).filter((name) => name.endsWith('Schema'));
  const schemas = join(folder, 'node_modules', '@qualepref', 'core', 'dist', 'schemas');
  expect(await readdir(schemas)).toHaveLength(names.length);
  const script = `
    const { default: schema } = await import('@qualepref/core/schemas/results.json', { with: { type: 'json' } });
    console.log(JSON.stringify([schema.$schema, schema.required]));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder });
  expect(JSON.parse(stdout)).toEqual([
    'http://json-schema.org/draft-07/schema#',
    ['schemaVersion', 'publishedOn', 'units', 'indicators'],
  ]);
});

test('the packed crawler holds the schema of its report, which the report of its audit fits', async () => {
  const script = `
    const { readFile } = await import('node:fs/promises');
    const { default: schema } = await import('@qualepref/crawler/schemas/report.json', { with: { type: 'json' } });
    const report = JSON.parse(await readFile('audit/report.json', 'utf8'));
    const { reportSchema } = await import('@qualepref/crawler');
    const { issues } = await reportSchema['~standard'].validate(report);
    console.log(JSON.stringify([schema.required.filter((key) => !(key in report)), issues ?? []]));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder });
  expect(JSON.parse(stdout)).toEqual([[], []]);
});

test.each([
  ['sources', () => join(packages, 'crawler'), ['@qualepref/source']],
  ['package', () => folder, []],
])(
  'the rule of the reply, from the %s, costs a widget less than 2 kB and brings no Temporal',
  async (_, from, conditions) => {
    const { outputFiles } = await build({
      stdin: {
        contents: `import { feedbackDelay, replyDue } from '@qualepref/core';
        export const due = (feedback, zone) =>
          replyDue(feedback, { delay: feedbackDelay.value, calendar: { zone, closings: [] } });`,
        resolveDir: from(),
      },
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      conditions,
    });
    const code = outputFiles[0]?.text ?? '';
    expect(code).toContain('ouvres');
    expect(code).not.toMatch(/Temporal|valibot|picklist/);
    expect(gzipSync(code).length).toBeLessThan(2048);
  },
);
