import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { emptyServer } from './engines-fixture.ts';
import type { Trial } from './testing.ts';
import { loadWidgets } from './widget-files.ts';

let folder: string;
let trial: Trial;
let app: Trial['app'];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qualepref-cdn-'));
  const page = `<meta name="qualepref-parents" content=""><link href="hosted-1.0.0.css"><script src="qualepref-1.0.0.js" integrity="sha384-x"></script><main></main>`;
  for (const name of ['rendez-vous', 'reclamations', 'resultats'])
    await writeFile(join(folder, `${name}.html`), page);
  await writeFile(
    join(folder, 'snippets.html'),
    '<a href="https://qualepref.exemple.fr/cdn/qualepref-1.0.0.js">',
  );
  await writeFile(join(folder, 'qualepref-1.0.0.js'), 'export {};\n'.repeat(100));
  await writeFile(join(folder, 'integrity.json'), '{}');
  trial = await emptyServer();
  app = createApp(trial.world, undefined, await loadWidgets(folder));
}, 60_000);
afterAll(async () => {
  await rm(folder, { recursive: true });
});

test('a folder that is not there, or not whole, is said at once, with what to run', async () => {
  await expect(loadWidgets(join(folder, 'none'))).rejects.toMatchObject({
    code: 'server-widgets',
    message: expect.stringContaining('npm run build --workspace packages/widgets') as string,
  });
});

test('a file of the widgets can be loaded by any page, and kept for a year', async () => {
  const response = await app.request('/cdn/qualepref-1.0.0.js', {
    headers: { 'accept-encoding': 'br, gzip' },
  });
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(await (await app.request('/cdn/qualepref-1.0.0.js')).text()).toContain('export');
});

test.each(['integrity.json', 'rendez-vous.html', '..%2fpackage.json', '%2e%2e%2fx.js', 'x%00.js'])(
  '%s is no file of theirs',
  async (name) => {
    expect((await app.request(`/cdn/${name}`)).status).toBe(404);
  },
);

test('a hosted page runs our scripts only, in the frames that are listed, which it tells its height', async () => {
  const response = await app.request('/reclamations?site=valmont&theme="><b>');
  expect(response.headers.get('content-security-policy')).toContain(
    "frame-ancestors https://www.exemple.gouv.fr; style-src 'self'; img-src 'self'; script-src 'self'",
  );
  expect(response.headers.get('x-frame-options')).toBeNull();
  const text = await response.text();
  expect(text).toContain('name="qualepref-parents" content="https://www.exemple.gouv.fr"');
  expect(text).toContain('src="/cdn/qualepref-1.0.0.js" integrity="sha384-x"');
  expect(text).toContain('href="/reclamations/simple?site=valmont&amp;locale=fr"');
  expect(text).not.toContain('<b>');
});

test('what is copied from the page of snippets names this server', async () => {
  const response = await app.request('/integrer');
  expect(await response.text()).toBe('<a href="https://rdv.exemple.gouv.fr/cdn/qualepref-1.0.0.js">');
  expect(response.headers.get('x-frame-options')).toBe('DENY');
});

test('a poster shows its address, in letters and as a code', async () => {
  const text = await (await app.request('/reclamations/affiche')).text();
  expect(text).toContain('aria-label="QR code : https://rdv.exemple.gouv.fr/reclamations"');
  expect(text).toContain('>https://rdv.exemple.gouv.fr/reclamations</a>');
});
