import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { requestOf } from './command-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'qualepref-options-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const written = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const annuaire = written(
  'annuaire.json',
  JSON.stringify({
    service: [
      {
        id: 'a1',
        pivot: [{ type_service_local: 'prefecture' }],
        adresse: [{ numero_voie: '1 rue Noire', code_postal: '13006', nom_commune: 'Marseille' }],
      },
    ],
  }),
);

async function asked(address: string | null, path: string) {
  const site = address === null ? '' : `, address: "${address}"`;
  const config = written(
    'qualepref.yml',
    `site: { address: https://www.exemple.gouv.fr }\nsites: [{ id: accueil, name: Accueil, kind: prefecture${site} }]\n`,
  );
  const told: string[] = [];
  const request = await requestOf(undefined, { config, annuaire: path, failOn: 'never' }, (message) =>
    told.push(message),
  );
  return { ids: request.annuaire?.map(({ id }) => id), told };
}

test('the directory is read for the départements of the configured sites', async () => {
  expect(await asked('1 rue Noire, 13006 Marseille', annuaire)).toEqual({ ids: ['a1'], told: [] });
});

test('a directory that says nothing of them is used, and it is told', async () => {
  const { ids, told } = await asked('1 rue Noire, 84000 Avignon', annuaire);
  expect(ids).toEqual([]);
  expect(told).toEqual([expect.stringContaining('(84)')]);
});

test('without a postal code in the configuration, it is told what to add', async () => {
  const { ids, told } = await asked(null, annuaire);
  expect(ids).toEqual([]);
  expect(told).toEqual([expect.stringContaining('code postal')]);
});

test('a wrong file is told before anything is asked of the site', async () => {
  await expect(asked('1 rue Noire, 13006 Marseille', join(folder, 'absent'))).rejects.toMatchObject({
    code: 'annuaire-file',
  });
});
