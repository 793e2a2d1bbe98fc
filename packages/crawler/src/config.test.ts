import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultConfig, QualeprefError } from '@qualepref/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadConfig } from './config.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qualepref-config-'));
});
afterAll(() => rm(folder, { recursive: true }));

const ADDRESS = 'https://www.exemple.gouv.fr';
const SITE = `site:\n  address: ${ADDRESS}\n`;

const load = async (content: string | Uint8Array) => {
  const path = join(folder, 'qualepref.yml');
  await writeFile(path, content);
  return loadConfig(path);
};

/** Code and message of the refusal, the folder left out and no-break spaces made plain. */
const refusal = async (attempt: Promise<unknown>): Promise<string[]> => {
  try {
    await attempt;
  } catch (error) {
    if (!(error instanceof QualeprefError)) throw error;
    return [
      error.code,
      ...error.message.replaceAll(join(folder, '/'), '').replaceAll('\u00a0', ' ').split('\n'),
    ];
  }
  throw new Error('nothing was refused');
};

test('a sound file is read, with its defaults', async () => {
  const config = await load(`${SITE}crawl:\n  contact: qualite@exemple.gouv.fr\n`);
  const expected = defaultConfig(ADDRESS);
  expect(config).toEqual({ ...expected, crawl: { ...expected.crawl, contact: 'qualite@exemple.gouv.fr' } });
});

test('a byte order mark, Windows line ends and days without quotes are accepted', async () => {
  const ignore = 'ignore: [{ check: dead-link, address: "*", reason: Repris, expires: 2026-11-24 }]\n';
  const config = await load(`\ufeff${SITE}${ignore}`.replaceAll('\n', '\r\n'));
  expect(config.ignore).toMatchObject([{ reason: 'Repris', expires: '2026-11-24' }]);
});

test('a value may be repeated by alias', async () => {
  const services = 'services:\n  - &one { name: Bureau, prefixes: [/a] }\n  - *one\n';
  expect((await load(`${SITE}${services}`)).services).toHaveLength(2);
});

test('a wrong sheet number is told with its line and what was expected', async () => {
  const procedures =
    'procedures:\n  - label:\n      fr: Passeport\n    sheet: F1342x\n    page: /Demarches/Passeport\n';
  expect(await refusal(load(`${SITE}${procedures}`))).toEqual([
    'config-invalid',
    'qualepref.yml, ligne 6 : « F1342x » n’est pas un numéro de fiche. Attendu : une lettre F, N ou R et des chiffres, par exemple F1342.',
  ]);
});

test('an unknown key is told with its line and the nearest known one', async () => {
  expect(await refusal(load(`${SITE}crawl:\n  max_pages: 10\n`))).toEqual([
    'config-invalid',
    'qualepref.yml, ligne 4 : clé inconnue « max_pages », vouliez-vous dire « maxPages » ?',
  ]);
});

test('an unknown key like no other is told with all the known ones', async () => {
  expect(await refusal(load(`${SITE}ages:\n  actualites: 30\n`))).toEqual([
    'config-invalid',
    'qualepref.yml, ligne 4 : clé inconnue « actualites ». Attendu : procedure.',
  ]);
});

test('all that is wrong is told at once, in the order of the file', async () => {
  const content = 'pages: rien\nsite:\n  adress: x\nprocedures:\n  - page: /a\n    label: Passeport\n';
  expect(await refusal(load(content))).toEqual([
    'config-invalid',
    'qualepref.yml, ligne 1 : « rien » n’est pas une section. Attendu : les clés quality, results, complaints, accessibility, legal, localAuthorities.',
    'qualepref.yml, ligne 2 : il manque la clé « address ». Attendu : http:// ou https:// et un nom de site, par exemple https://www.exemple.gouv.fr.',
    'qualepref.yml, ligne 3 : clé inconnue « adress », vouliez-vous dire « address » ?',
    'qualepref.yml, ligne 6 : « Passeport » n’est pas une section. Attendu : les clés fr, en.',
  ]);
});

test('ten errors are listed, those beyond are counted', async () => {
  const wrong = (count: number) => `${SITE}crawl:\n  deny:\n${'    - ailleurs\n'.repeat(count)}`;
  expect(await refusal(load(wrong(10)))).toHaveLength(11);
  expect((await refusal(load(wrong(11)))).slice(11)).toEqual(['qualepref.yml : 1 autre erreur.']);
  expect((await refusal(load(wrong(12)))).slice(11)).toEqual(['qualepref.yml : 2 autres erreurs.']);
});

test('a fault in a repeated value is told once, where the value is written', async () => {
  const content = `${SITE}services:\n  - &one\n    name: Bureau\n    prefixes: [ailleurs]\n  - *one\n`;
  expect(await refusal(load(content))).toEqual([
    'config-invalid',
    'qualepref.yml, ligne 6 : « ailleurs » n’est pas une adresse du site. Attendu : un chemin qui commence par /, ou une adresse complète.',
  ]);
});

test.each(['', '# rien\n', '---\n', 'null\n'])(
  'a file that holds nothing is refused (%j)',
  async (content) => {
    expect(await refusal(load(content))).toEqual([
      'config-invalid',
      'qualepref.yml, ligne 1 : la configuration est vide. Attendu : les clés site, sites, units, procedures, services, people, delays, label, formerLabels, hosts, accounts, pages, ages, documents, crawl, server, ignore.',
    ]);
  },
);

test('a list in place of sections is refused', async () => {
  expect(await refusal(load('- site\n- pages\n'))).toEqual([
    'config-invalid',
    'qualepref.yml, ligne 1 : une liste n’est pas une section. Attendu : les clés site, sites, units, procedures, services, people, delays, label, formerLabels, hosts, accounts, pages, ages, documents, crawl, server, ignore.',
  ]);
});

test.each([
  [
    'a tab',
    'site:\n\taddress: x\n',
    'ligne 2, colonne 1 : une tabulation sert de retrait : la remplacer par des espaces.',
  ],
  [
    'a key written twice',
    `${SITE}pages: {}\npages: {}\n`,
    'ligne 4, colonne 1 : la clé « pages » est déjà écrite plus haut : n’en garder qu’une.',
  ],
  [
    'a shifted key',
    'site:\n  address: x\n servedBy: y\n',
    'ligne 3, colonne 1 : ce retrait n’est pas celui des lignes voisines : aligner les clés d’un même groupe.',
  ],
  [
    'a missing colon',
    `${SITE}pages\nages: {}\n`,
    'ligne 3, colonne 1 : cette clé n’est pas suivie de deux-points et d’une espace sur la même ligne.',
  ],
  [
    'an open quotation mark',
    'site:\n  address: "x\n',
    'ligne 3, colonne 1 : il manque ici deux-points, un tiret, une espace, un guillemet ou un crochet.',
  ],
  [
    'a colon in a value',
    'site:\n  address: Préfecture : accueil\n',
    'ligne 2, colonne 12 : deux fois deux-points sur une ligne : aller à la ligne, ou mettre la valeur entre guillemets.',
  ],
  [
    'a reserved sign',
    'site: @moi\n',
    'ligne 1, colonne 7 : une valeur ne peut pas commencer par ce signe : la mettre entre guillemets.',
  ],
  [
    'a tag',
    'site: !ruby/object:Kernel {}\n',
    'ligne 1, colonne 7 : les étiquettes YAML, qui commencent par !, ne sont pas admises : retirer celle-ci.',
  ],
  [
    'a tag of an older YAML',
    '%YAML 1.1\n---\nsite: !!binary aGVsbG8=\n',
    'ligne 3, colonne 7 : les étiquettes YAML, qui commencent par !, ne sont pas admises : retirer celle-ci.',
  ],
  [
    'a second document',
    `${SITE}---\n${SITE}`,
    'ligne 3, colonne 1 : une ligne --- commence un second document : n’en garder qu’un.',
  ],
  [
    'a key that is a list',
    '? [a, b]\n: c\n',
    'ligne 1, colonne 3 : ce n’est pas du YAML : comparer avec le modèle que « qualepref init » écrit.',
  ],
])('%s is told as a fault of syntax', async (_, content, expected) => {
  expect(await refusal(load(content))).toEqual(['config-syntax', `qualepref.yml, ${expected}`]);
});

test('an alias that names nothing, or multiplies without end, is refused', async () => {
  const layers = Array.from(
    { length: 9 },
    (_, n) => `l${String(n + 1)}: &l${String(n + 1)} [${`*l${String(n)},`.repeat(9)}]`,
  );
  const expected = [
    'config-syntax',
    'qualepref.yml : un renvoi YAML (*nom) ne mène à rien ou se répète trop : écrire la valeur elle-même.',
  ];
  expect(await refusal(load('site: *autre\n'))).toEqual(expected);
  expect(await refusal(load(`l0: &l0 [x]\n${layers.join('\n')}\n`))).toEqual(expected);
});

test('a value that contains itself is refused like any other', async () => {
  expect((await refusal(load(`${SITE}services: &all\n  - *all\n`)))[0]).toBe('config-invalid');
});

test('thousands of nested levels are refused without harm', async () => {
  expect((await refusal(load('['.repeat(20_000))))[0]).toBe('config-syntax');
});

test('a file that is not there is told with how to get one', async () => {
  expect(await refusal(loadConfig(join(folder, 'absent.yml')))).toEqual([
    'config-missing',
    'absent.yml n’existe pas. « qualepref init » écrit un modèle à compléter.',
  ]);
});

test('a folder is not a configuration', async () => {
  await mkdir(join(folder, 'dossier.yml'));
  expect(await refusal(loadConfig(join(folder, 'dossier.yml')))).toEqual([
    'config-unreadable',
    'dossier.yml n’est pas un fichier.',
  ]);
});

test('a text in another encoding is refused', async () => {
  expect(await refusal(load(Buffer.from('site: préfecture\n', 'latin1')))).toEqual([
    'config-unreadable',
    'qualepref.yml n’est pas un texte en UTF-8 : l’enregistrer dans cet encodage.',
  ]);
});

test('a file of more than one mebibyte is refused', async () => {
  const filled = (bytes: number) => `${SITE}#`.padEnd(bytes, '-');
  expect((await load(filled(1024 * 1024))).site.address).toBe(ADDRESS);
  expect(await refusal(load(filled(1024 * 1024 + 1)))).toEqual([
    'config-unreadable',
    'qualepref.yml dépasse 1 Mio : ce n’est pas une configuration.',
  ]);
});
