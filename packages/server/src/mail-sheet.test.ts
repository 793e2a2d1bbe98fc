import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { mailOf, mailTemplate, type MailImport } from './mail-sheet.ts';
import { exampleConfig } from './testing.ts';
import { isWithin } from './zip-size.ts';

const into: MailImport = { config: exampleConfig, agent: { sites: [], service: null }, today: '2026-11-25' };
const HEAD = 'Numéro;Canal;Site;Service;Reçu le;Objet;Répondu le;Modèle';
const csv = (...lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode([HEAD, ...lines].join('\r\n'));
const faultsOf = (bytes: Uint8Array, over: Partial<MailImport> = {}): string => {
  try {
    mailOf(bytes, { ...into, ...over });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};
const GOOD = '2026-1;Courriel;Préfecture d’Exemple;titres;05/10/2026;Horaires;;';

test('the template reads back as its own example', () => {
  const bytes = mailTemplate(exampleConfig);
  expect(mailOf(new Uint8Array(bytes), into)).toEqual([
    {
      ...{ id: '2026-00001', channel: 'email', site: 'valmont', service: 'qualite' },
      ...{
        receivedOn: '2026-11-24',
        subject: 'Demande d’horaires',
        answeredOn: undefined,
        template: undefined,
      },
    },
  ]);
});

test('a CSV is read as a French Excel writes it, in either coding', () => {
  expect(mailOf(csv(GOOD), into)).toMatchObject([{ site: 'valmont', receivedOn: '2026-10-05' }]);
  const old = Buffer.from(
    [HEAD, GOOD.replace('’', "'").replace("Préfecture d'Exemple", 'valmont')].join('\r\n'),
    'latin1',
  );
  expect(mailOf(old, into)).toMatchObject([{ site: 'valmont', subject: 'Horaires' }]);
});

test('blank lines are passed over, and lines keep their number', () => {
  expect(mailOf(csv('', GOOD, ';;;;;;;'), into)).toHaveLength(1);
  expect(faultsOf(csv('', GOOD.replace('Courriel', 'pigeon')))).toContain('Ligne 3, cellule B3 (Canal)');
});

test.each([
  ['an empty cell', GOOD.replace('Horaires', ''), 'F2 (Objet)'],
  ['a number with a space', GOOD.replace('2026-1', '2026 1'), 'A2 (Numéro)'],
  ['a site of nobody', GOOD.replace('Préfecture d’Exemple', 'Ailleurs'), 'C2 (Site)'],
  ['a service of nobody', GOOD.replace('titres', 'cuisine'), 'D2 (Service)'],
  ['a day that does not exist', GOOD.replace('05/10/2026', '31/02/2026'), 'E2 (Reçu le)'],
  ['a day to come', GOOD.replace('05/10/2026', '26/11/2026'), 'pas encore venu'],
  ['an answer before the letter', GOOD.replace(';;', ';04/10/2026;'), 'd’avant la réception'],
  ['a number of social security', GOOD.replace('Horaires', '1 84 12 76 451 089 46'), 'sécurité sociale'],
])('%s is told by its cell', (_, line, expected) => {
  expect(faultsOf(csv(line))).toContain(expected);
});

test('the same number twice is told, and so is what is beyond the reach of the person', () => {
  expect(faultsOf(csv(GOOD, GOOD))).toContain('déjà celui de la ligne 2');
  expect(faultsOf(csv(GOOD), { agent: { sites: ['rives'], service: null } })).toContain(
    'pas un de vos sites',
  );
  expect(faultsOf(csv(GOOD), { agent: { sites: [], service: 'qualite' } })).toContain(
    'pas un de vos services',
  );
});

test('a missing column is named, and a message names twenty faults at most', () => {
  expect(faultsOf(new TextEncoder().encode('Numéro;Canal\r\n1;courriel'))).toContain('«\u00A0Site\u00A0»');
  const many = Array.from({ length: 30 }, (_, at) =>
    GOOD.replace('2026-1', `n${String(at)}`).replace('Horaires', ''),
  );
  expect(faultsOf(csv(...many)).split('\n')).toHaveLength(21);
  expect(faultsOf(csv(...many))).toContain('Et 10 de plus');
});

test('what is no spreadsheet is said to be none', () => {
  expect(faultsOf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toContain('ne se lit pas');
});

/** A zip of one entry, which declares a size of its own choosing. */
function zipOf(content: Buffer, declared: number): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30 + 1);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(1, 26);
  const entry = Buffer.alloc(46 + 1);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(declared, 24);
  entry.writeUInt16LE(1, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, end]);
}

test('a zip is as large as what comes out of it, whatever it declares', () => {
  const content = Buffer.alloc(1_000_000);
  expect(isWithin(zipOf(content, 10), 1_000_000)).toBe(true);
  expect(isWithin(zipOf(content, 10), 999_999)).toBe(false);
  expect(isWithin(Buffer.from('PK rien'), 10)).toBe(false);
  expect(faultsOf(zipOf(Buffer.alloc(40_000_000), 10))).toContain('démesuré');
});
