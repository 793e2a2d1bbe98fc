import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSettings } from '#server/src/settings.ts';
import { qualepref } from './command-line.ts';

test('the examples of the file that init writes are a configuration that the server starts with', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'qualepref-init-server-'));
  const path = join(folder, 'qualepref.yml');
  const { code } = await qualepref(['init', 'https://www.exemple.gouv.fr'], { cwd: folder });
  expect(code).toBe(0);
  const env = { QUALEPREF_SECRET: 'un secret d’essai, assez long pour servir' };
  await expect(loadSettings(path, env)).rejects.toThrow('la section server manque');
  const written = await readFile(path, 'utf8');
  await writeFile(path, written.replaceAll(/^#(?=\w| {2})/gm, ''));
  const { server } = await loadSettings(path, env);
  expect(server).toMatchObject({ codes: { istres: 'IST' }, secondFactor: 'administrators' });
  await rm(folder, { recursive: true });
});
