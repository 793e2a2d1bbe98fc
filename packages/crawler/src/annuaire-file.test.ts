import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { loadAnnuaire } from './annuaire-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'qualepref-annuaire-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const service = (id: string, type: string, code: string) => ({
  id,
  nom: `Service ${id}`,
  pivot: [{ type_service_local: type, code_insee_commune: [`${code.slice(0, 2)}001`] }],
  adresse: [{ type_adresse: 'Adresse', numero_voie: '1 rue Noire', code_postal: code, nom_commune: 'Ville' }],
});
const SERVICES = [
  service('a', 'prefecture', '13006'),
  service('b', 'mairie', '13006'),
  service('c', 'sous_pref', '13200'),
  service('d', 'prefecture', '84000'),
];

const load = async (content: string | Uint8Array): Promise<string[]> => {
  const path = join(folder, 'annuaire.json');
  writeFileSync(path, content);
  return (await loadAnnuaire(path, new Set(['13']))).map(({ id }) => id);
};

test('of the bulk file, the préfectures and sous-préfectures of the départements are kept', async () => {
  expect(await load(JSON.stringify({ service: SERVICES }))).toEqual(['a', 'c']);
});

test('an answer of the API, and a list, are read alike', async () => {
  const written = SERVICES.map((each) => ({
    ...each,
    pivot: JSON.stringify(each.pivot),
    adresse: JSON.stringify(each.adresse),
  }));
  expect(await load(JSON.stringify({ total_count: 4, results: written }))).toEqual(['a', 'c']);
  expect(await load(JSON.stringify(written))).toEqual(['a', 'c']);
});

test('spaces, line ends and a byte order mark change nothing', async () => {
  const json = JSON.stringify({ service: SERVICES }, null, 2);
  expect(await load(`\uFEFF\n ${json}\n\n`)).toEqual(['a', 'c']);
});

test('a file compressed by gzip is read as it is', async () => {
  expect(await load(gzipSync(JSON.stringify(SERVICES)))).toEqual(['a', 'c']);
});

test('a file longer than what is read at a time is read whole', async () => {
  const many = Array.from({ length: 4_000 }, (_, at) => service(String(at), 'mairie', '13006'));
  expect(await load(JSON.stringify({ service: [...many, ...SERVICES] }))).toEqual(['a', 'c']);
});

test.each([
  ['something else than JSON', '<html></html>'],
  ['nothing', ''],
  ['JSON of another kind', '{"features":[{"id":1}]}'],
  ['an empty list', '[]'],
  ['a file that was cut', JSON.stringify({ service: SERVICES }).slice(0, -40)],
  ['a compressed file that was cut', gzipSync(JSON.stringify(SERVICES)).subarray(0, -20)],
  ['two files in one', `${JSON.stringify(SERVICES)}${JSON.stringify(SERVICES)}`],
])('%s is not taken for a directory', async (_what, content) => {
  await expect(load(content)).rejects.toMatchObject({ code: 'annuaire-format' });
});

test('the archive as it is downloaded is to be extracted first', async () => {
  await expect(load('BZh91AY&SY')).rejects.toThrow(/bzip2/);
});

test('a file that is not there is told by its name', async () => {
  await expect(loadAnnuaire(join(folder, 'absent.json'), new Set())).rejects.toMatchObject({
    code: 'annuaire-file',
    message: expect.stringContaining('absent.json'),
  });
});
