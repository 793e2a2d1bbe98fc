import { utils, write, type BookType } from '@e965/xlsx';
import { parseConfig, QualeprefError, type Config } from '@qualepref/core';
import { expect, test } from 'vitest';
import { mailLog, mailServices } from './mail-log.ts';

const HEADS = ['Numéro', 'Reçu le', 'Canal', 'Site', 'Service', 'Objet', 'Répondu le', 'Modèle'];
const LINE = [
  '2026-00417',
  '24/11/2026',
  'courriel',
  'Sous-préfecture d’Aix',
  'BAG',
  'Horaires',
  '26/11/2026',
  '',
];

function config(
  services: readonly unknown[] = [{ id: 'accueil', name: 'Bureau de l’accueil', acronym: 'BAG' }],
): Config {
  const sites = [{ id: 'aix', name: 'Sous-préfecture d’Aix', kind: 'sous-prefecture' }];
  const parsed = parseConfig({ site: { address: 'https://www.exemple.gouv.fr/' }, sites, services });
  if (!('config' in parsed)) throw new Error(JSON.stringify(parsed.issues));
  return parsed.config;
}

type Row = readonly (string | number)[];

function table(rows: readonly Row[], bookType: BookType = 'xlsx'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Suivi');
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

/** The line above with some of its cells changed, by their head. */
function line(over: Readonly<Record<string, string | number>> = {}): Row {
  return LINE.map((value, at) => over[HEADS[at] ?? ''] ?? value);
}

function faultsOf(rows: readonly Row[], given = config()): string {
  try {
    mailLog(table(rows), given);
  } catch (error) {
    if (error instanceof QualeprefError) return `${error.code} ${error.message}`.replace(/\u00A0/g, ' ');
    throw error;
  }
  return 'none';
}

const ENTRY = {
  ...{ id: '2026-00417', channel: 'email', site: 'aix', service: 'accueil', subject: 'Horaires' },
  ...{ receivedOn: '2026-11-24', answeredOn: '2026-11-26', template: undefined },
};

test.each(['xlsx', 'ods'] as const)('a follow-up table is read from %s, wherever its heads are', (type) => {
  const rows = [
    ['Suivi 2026'],
    [],
    HEADS,
    line(),
    [],
    line({ Numéro: '2026-00418', 'Répondu le': '', Modèle: 'Type v3' }),
  ];
  expect(mailLog(table(rows, type), config())).toEqual([
    ENTRY,
    { ...ENTRY, id: '2026-00418', answeredOn: undefined, template: 'Type v3' },
  ]);
});

test('columns may have any order, another name and others beside; a day may be a number of the spreadsheet', () => {
  const heads = [
    'Remarque',
    'date de réponse',
    'DATE DE RECEPTION',
    'Objet',
    'Service',
    'site',
    'canal',
    'numero',
  ];
  const row = ['vu', 46_352, 46_350, 'Horaires', 'accueil', 'aix', 'Courriel', '2026-00417'];
  expect(mailLog(table([heads, row]), config())).toEqual([ENTRY]);
});

test('each wrong cell is named', () => {
  const faults = faultsOf([
    HEADS,
    line({ Numéro: 'deux mots' }),
    line({ Canal: 'pigeon' }),
    line({ Site: 'Arles' }),
    line({ Service: 'inconnu' }),
    line({ 'Reçu le': '' }),
    line({ 'Reçu le': '31/02/2026' }),
    line({ 'Répondu le': '23/11/2026' }),
    line({ Objet: '' }),
    line({ Objet: 'x'.repeat(1_001) }),
  ]);
  expect(faults).toMatch(/^grid-cells Le tableau de suivi n’est pas lu/);
  for (const expected of [
    /Feuille « Suivi », ligne 2, cellule A2 : Attendu : un numéro sans espace/,
    /cellule C3 : Attendu : courriel ou courrier/,
    /cellule D4 : « Arles » n’est pas un site de la configuration\. Attendu : Sous-préfecture d’Aix\./,
    /cellule E5 : « inconnu » n’est pas un service/,
    /cellule B6 : Il manque la date de réception/,
    /cellule B7 : Ce n’est pas une date/,
    /cellule G8 : Une réponse ne part pas avant la réception/,
    /cellule F9 : Il manque l’objet/,
    /cellule F10 : Cet objet est trop long/,
  ]) {
    expect(faults).toMatch(expected);
  }
});

test('a reply may leave on the day of the reception, and a subject may have its longest length', () => {
  expect(faultsOf([HEADS, line({ 'Répondu le': '24/11/2026', Objet: 'x'.repeat(1_000) })])).toBe('none');
});

test('without identifiers in the configuration, the name of a service makes one', () => {
  const [entry] = mailLog(table([HEADS, line({ Service: 'Bureau de l’Accueil' })]), config([]));
  expect(entry?.service).toBe('bureau-de-l-accueil');
  expect(faultsOf([HEADS, line({ Service: '—' })], config([]))).toMatch(/cellule E2/);
});

test('a table that lacks a column says which', () => {
  expect(faultsOf([HEADS.filter((head) => head !== 'Canal'), line()])).toMatch(
    /^mail-log .*il manque la colonne « Canal »\. Indiquer un classeur/,
  );
});

test('a text file, whose dates could be read in another order, is refused', () => {
  expect(() => mailLog(new TextEncoder().encode(HEADS.join(';')), config())).toThrow(/n’est pas un classeur/);
  expect(() => mailLog(new Uint8Array(Buffer.from('PK\u0003\u0004 tronqué')), config())).toThrow(
    QualeprefError,
  );
});

test('the same fault down a column is told once, with its other cells', () => {
  const many = Array.from({ length: 14 }, () => line({ Site: 'Arles' }));
  const said = faultsOf([HEADS, ...many]);
  expect(said.split('\n')).toHaveLength(2);
  expect(said).toMatch(/cellule D2 : .* De même en D3, D4, .*D12 et dans 3 autres cellules\.$/);
});

test('a service without an identifier is named as the configuration names it', () => {
  const services = [{ name: 'Bureau de l’accueil' }, { id: 'permis', name: 'Bureau des permis' }];
  expect(mailServices(config(services)).map(({ id }) => id)).toEqual(['bureau-de-l-accueil', 'permis']);
});
