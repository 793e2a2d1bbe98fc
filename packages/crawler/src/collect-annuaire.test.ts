import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AuditFile } from './audit-file.ts';
import type { World } from './collect.ts';
import { collectAnnuaire } from './collect-annuaire.ts';
import type { Fetched } from './fetch.ts';
import { Interrupted } from './stop.ts';
import { configured } from './testing.ts';

const { sites } = configured({
  sites: [
    { id: 'p', name: 'Préfecture', kind: 'prefecture', address: '1 place du Belvédère, 24100 Brumeval' },
    { id: 's', name: 'Istrac', kind: 'sous-prefecture', address: '2 rue du Pont, 24200 Istrac' },
    { id: 't', name: 'Thermes', kind: 'sous-prefecture', address: '3 rue des Bains, 24300 Les Thermes' },
  ],
}).config;
const record = (id: string, type: string, code = '24100'): Record<string, string> => ({
  id,
  nom: 'Préfecture - Exemple',
  pivot: JSON.stringify([{ type_service_local: type, code_insee_commune: ['24001'] }]),
  adresse: JSON.stringify([
    {
      type_adresse: 'Adresse',
      numero_voie: '1 place du Belvédère',
      code_postal: code,
      nom_commune: 'Brumeval',
    },
  ]),
});

let folder: string;
let file: AuditFile;
let asked: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qualepref-'));
  file = AuditFile.open(join(folder, 'audit.sqlite'));
  asked = [];
});
afterEach(() => {
  file.close();
  rmSync(folder, { recursive: true });
});

function worldOf(answer: (url: string) => Partial<Fetched>): World {
  return {
    fetch: ({ url }) => {
      asked.push(url);
      return Promise.resolve({ url, outcome: 'ok', fetchedOn: '2026-11-24', ...answer(url) } as Fetched);
    },
    browser: () => Promise.reject(new Error('no browser')),
    now: () => new Date(),
    log: () => undefined,
  };
}
const json = (value: unknown): Partial<Fetched> => ({ body: Buffer.from(JSON.stringify(value)) });
const collect = (world: World, signal = new AbortController().signal): Promise<void> =>
  collectAnnuaire(sites, file, world, signal);

test('the directory is asked once for each kind of site and département, and its records are kept', async () => {
  const world = worldOf((url) =>
    json({ results: url.includes('sous_pref') ? [record('b', 'sous_pref')] : [record('a', 'prefecture')] }),
  );
  await collect(world);
  expect(asked).toHaveLength(2);
  expect(file.annuaire?.map(({ id }) => id)).toEqual(['a', 'b']);
  await collect(world);
  expect(asked).toHaveLength(2);
});

test('records of other départements and other services are left out', async () => {
  await collect(
    worldOf(() => json({ results: [record('a', 'mairie'), record('b', 'prefecture', '31000')] })),
  );
  expect(file.annuaire).toEqual([]);
});

test.each<[string, Partial<Fetched>]>([
  ['an error', { outcome: 'server_error', status: 500 }],
  ['a page', { body: Buffer.from('<html>') }],
  ['another JSON', json({ error: 'quota' })],
  ['a list', json([1])],
])('with %s for an answer nothing is compared', async (_, answer) => {
  await collect(worldOf(() => answer));
  expect(file.annuaire).toBeUndefined();
});

test('a stopped audit asks again the next time', async () => {
  const stop = new AbortController();
  const world = worldOf(() => {
    stop.abort();
    return json({ results: [record('a', 'prefecture')] });
  });
  await expect(collect(world, stop.signal)).rejects.toThrow(Interrupted);
  expect(file.annuaire).toBeUndefined();
});
