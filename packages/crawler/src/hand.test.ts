import { read, write } from '@e965/xlsx';
import {
  campaignsIn,
  emailDelay,
  gapsIn,
  letterDelay,
  openMailControl,
  openReception,
  QualeprefError,
  type HandCampaign,
  type MailEntry,
} from '@qualepref/core';
import { expect, test } from 'vitest';
import { gridWorkbook } from './grid-export.ts';
import { handWorkbook } from './hand-export.ts';
import { importedHand, openHandBook, type HandImport } from './hand-import.ts';
import { HAND_COLUMNS, HAND_ONCE, type HandColumn } from './hand-sheet.ts';
import { filledByHand, lineOf, workbookOf, type HandWritten } from './hand-fixture.ts';
import { report } from './reports/fixture.ts';

const TODAY = '2026-11-30';
const SITES = [
  { id: 'prefecture', name: 'Préfecture', kind: 'prefecture' },
  { id: 'aix', name: "Sous-préfecture d'Aix", kind: 'sous-prefecture' },
] as const;
const AIX = 'Sous-préfecture d’Aix';
const at = (item: string, site = 'aix'): string => `reception:2026-S2:${site} ${item}`;

const reception = openReception(
  { id: 'a1', sites: SITES },
  { period: '2026-S2', today: '2026-11-20', modules: [1] },
);

const mail = (over: Partial<MailEntry>): MailEntry => ({
  ...{ id: '2026-00001', channel: 'email', site: 'aix', service: 'accueil', subject: 'Horaires' },
  ...{ receivedOn: '2026-10-05', answeredOn: '2026-10-07', template: undefined },
  ...over,
});
const control = openMailControl(
  { id: 'b2', sites: SITES, services: [{ id: 'accueil', name: 'Bureau de l’accueil' }] },
  [
    mail({}),
    mail({ id: '2026-00002', answeredOn: undefined }),
    mail({ id: '2026-00003', channel: 'letter' }),
  ],
  {
    ...{ period: '2026-T4', modules: [1], seed: 'graine', size: 30, today: '2026-11-20' },
    delays: { email: emailDelay.value, letter: letterDelay.value },
    calendarOf: () => ({ zone: 'metropole', closings: [] }),
  },
);

const plain = { reception: handWorkbook(reception), control: handWorkbook(control) };

async function filled(
  written: Readonly<Record<string, HandWritten>>,
  of?: HandCampaign,
): Promise<Uint8Array> {
  return filledByHand(await (of ? handWorkbook(of) : plain.reception), written);
}

function imported(bytes: Uint8Array, into: HandCampaign = reception): HandImport {
  const book = openHandBook(bytes);
  if (!book) throw new Error('not ours');
  return importedHand(book, into, TODAY);
}

async function faultsOf(
  rows: HandWritten['rows'],
  over: HandWritten = {},
  into = reception,
): Promise<string> {
  try {
    imported(await filled({ [AIX]: { ...over, rows: rows ?? {} } }, into), into);
  } catch (error) {
    if (error instanceof QualeprefError) return `${error.code} ${error.message}`.replace(/\u00A0/g, ' ');
    throw error;
  }
  return 'none';
}

const decisionsOf = (hand: HandCampaign): readonly unknown[] =>
  campaignsIn(hand).flatMap(({ id, decisions }) =>
    decisions.map(({ item, decision }) => [`${id} ${item}`, decision]),
  );

test('each site has its sheet, to fill in there and to print on A4', async () => {
  const book = await workbookOf(await plain.reception);
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    'Préfecture',
    AIX,
    ...['Écarts', 'Guide', 'Modèle', 'Technique'],
  ]);
  const sheet = book.getWorksheet(AIX);
  expect(sheet?.getCell('A1').text).toBe(
    "Grille de vérification de l’accueil sur site — Sous-préfecture d'Aix — 2e semestre 2026",
  );
  expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1 });
  expect(book.getWorksheet('Technique')?.state).toBe('veryHidden');
});

test('what is filled in is open, the rest is locked', async () => {
  const sheet = (await workbookOf(await plain.reception)).getWorksheet(AIX);
  if (!sheet) throw new Error('no sheet');
  const line = lineOf(sheet, at('SIG-01'));
  const isOpen = (cell: string): boolean => !{ locked: true, ...sheet.getCell(cell).protection }.locked;
  const open = (Object.keys(HAND_COLUMNS) as HandColumn[]).filter((column) =>
    isOpen(`${HAND_COLUMNS[column]}${String(line)}`),
  );
  expect(open).toEqual(['verdict', 'reason', 'by', 'date']);
  expect(Object.values(HAND_ONCE).every(isOpen)).toBe(true);
  expect(sheet.getCell(`${HAND_COLUMNS.verdict}${String(line)}`).dataValidation.formulae).toEqual([
    '"conforme,non conforme,sans objet,à vérifier"',
  ]);
});

test('a point that does not concern the site is said to be settled', async () => {
  const book = await workbookOf(await plain.reception);
  const said = (name: string, site: string) => {
    const sheet = book.getWorksheet(name);
    return sheet?.getCell(`${HAND_COLUMNS.established}${String(lineOf(sheet, at('TLP-02', site)))}`).text;
  };
  expect([said('Préfecture', 'prefecture'), said(AIX, 'aix')]).toEqual(['', 'sans objet']);
});

test('decisions come back with the name and the day of their sheet, or of their row', async () => {
  const { hand, added, by } = imported(
    await filled({
      [AIX]: {
        rows: {
          [at('SIG-01')]: { verdict: 'conforme' },
          [at('INF-03')]: {
            verdict: 'Sans objet',
            reason: 'Aucune fermeture.',
            by: 'Dominique',
            date: 46_349,
          },
        },
      },
      Préfecture: {
        by: 'Camille',
        date: '2026-11-30',
        rows: { [at('SIG-02', 'prefecture')]: { verdict: 'non conforme' } },
      },
    }),
  );
  expect([added, by]).toEqual([3, 'Camille']);
  expect(decisionsOf(hand)).toEqual([
    [at('SIG-02', 'prefecture'), { verdict: 'non_conforme', by: 'Camille', date: '2026-11-30' }],
    [at('SIG-01'), { verdict: 'conforme', by: 'Référente', date: '2026-11-24' }],
    [
      at('INF-03'),
      { verdict: 'sans_objet', by: 'Dominique', date: '2026-11-23', reason: 'Aucune fermeture.' },
    ],
  ]);
  expect(gapsIn(hand).map(({ id }) => id)).toEqual(['reception:2026-S2:SIG-02:prefecture']);
});

test('the same spreadsheet twice changes nothing, nor does a new export left as it is', async () => {
  const bytes = await filled({
    [AIX]: { rows: { [at('SIG-01')]: { verdict: 'non conforme', reason: 'Enseigne cachée.' } } },
  });
  const { hand } = imported(bytes);
  expect(imported(bytes, hand)).toEqual({ hand, added: 0, by: '', old: [] });
  expect(imported(await handWorkbook(hand), hand).added).toBe(0);
});

test('copies filled in by several people are read one after the other', async () => {
  const first = imported(await filled({ [AIX]: { rows: { [at('SIG-01')]: { verdict: 'conforme' } } } })).hand;
  const second = await filled({
    Préfecture: { rows: { [at('SIG-01', 'prefecture')]: { verdict: 'conforme' } } },
  });
  expect(decisionsOf(imported(second, first).hand)).toHaveLength(2);
});

test('an export says what is decided, by whom, and which gaps it makes', async () => {
  const { hand } = imported(
    await filled({ [AIX]: { rows: { [at('SIG-01')]: { verdict: 'non conforme' } } } }),
  );
  const book = await workbookOf(await handWorkbook(hand));
  const sheet = book.getWorksheet(AIX);
  if (!sheet) throw new Error('no sheet');
  const cell = (column: HandColumn): string =>
    sheet.getCell(`${HAND_COLUMNS[column]}${String(lineOf(sheet, at('SIG-01')))}`).text;
  expect([cell('verdict'), cell('known')]).toEqual([
    'non conforme',
    'non conforme, décidé par Référente le 24 novembre 2026',
  ]);
  expect(book.getWorksheet('Écarts')?.getRow(2).values).toEqual(
    expect.arrayContaining(["Sous-préfecture d'Aix", 'SIG-01']),
  );
});

test('each wrong cell is named, and nothing is taken', async () => {
  const faults = await faultsOf({
    [at('SIG-01')]: { verdict: 'oui' },
    [at('SIG-02')]: { verdict: 'sans objet' },
    [at('SIG-03')]: { verdict: 'conforme', date: '31/02/2026' },
    [at('INF-01')]: { verdict: 'conforme', key: '' },
    [at('INF-02')]: { verdict: 'conforme', key: 'reception:2026-S2:aix ZZZ-01' },
    [at('INF-04')]: { verdict: 'conforme' },
    [at('INF-03')]: { verdict: 'conforme', key: at('INF-04'), item: 'INF-04' },
    [at('INF-05')]: { verdict: 'conforme', reason: 'x'.repeat(2_001) },
    [at('INF-06')]: { verdict: 'conforme', by: 'x'.repeat(201) },
    [at('TLP-02')]: { verdict: 'conforme' },
  });
  expect(faults).toMatch(/^grid-cells /);
  for (const expected of [
    /Feuille « Sous-préfecture d’Aix », ligne \d+, cellule E\d+ : « oui » n’est pas un verdict/,
    /cellule F\d+ : Point SIG-02 : pour le dire sans objet, indiquer la raison/,
    /cellule H\d+ : Ce n’est pas une date. L’écrire ainsi : 24\/11\/2026/,
    /cellule E\d+ : Cette ligne n’est celle d’aucun point/,
    /cellule J\d+ : Cette cellule cachée a été changée/,
    /cellule E\d+ : Ce point est décidé deux fois/,
    /cellule F\d+ : Cette raison dépasse 2000 caractères/,
    /cellule G\d+ : Ce nom est trop long/,
    /cellule F\d+ : Point TLP-02 : .* Pour en décider autrement, indiquer la raison/,
  ]) {
    expect(faults).toMatch(expected);
  }
  expect(faults.split('\n')).toHaveLength(10);
});

test('a name and a day are needed once something is decided, and only then', async () => {
  const without = { by: '', date: '' };
  expect(await faultsOf({}, without)).toBe('none');
  const ONE = { [at('SIG-01')]: { verdict: 'conforme' } };
  const faults = await faultsOf(ONE, without);
  expect(faults).toMatch(/cellule B3 : Il manque le nom/);
  expect(faults).toMatch(/cellule B4 : Il manque la date/);
  const many = { ...ONE, [at('SIG-02')]: { verdict: 'conforme' } };
  expect((await faultsOf(many, without)).split('\n')).toHaveLength(3);
});

test('today can be the day of a visit, tomorrow cannot', async () => {
  const rows = { [at('SIG-01')]: { verdict: 'conforme' } };
  expect(await faultsOf(rows, { date: TODAY })).toBe('none');
  expect(await faultsOf(rows, { date: '2026-12-01' })).toMatch(/cellule B4 : Cette date est à venir/);
});

test('each reply drawn has its sheet, where the log has settled the delay', async () => {
  const sheet = (await workbookOf(await plain.control)).getWorksheet(AIX);
  if (!sheet) throw new Error('no sheet');
  const rows = sheet
    .getColumn('A')
    .values.flatMap((value, line) =>
      typeof value === 'string' && /^2026-\d{5}$/.test(value) ? [sheet.getRow(line)] : [],
    );
  expect(rows).toHaveLength(3);
  expect(rows.map((row) => `${row.getCell(2).text} ${row.getCell(3).text}`.replace(/\u00A0/g, ' '))).toEqual([
    'Courriel : Horaires. Service : Bureau de l’accueil. Reçu le 5 octobre 2026, échéance le 12 octobre 2026. Répondu le 7 octobre 2026, en 2 jours.',
    expect.stringMatching(/Sans réponse après \d+ jours\.$/),
    expect.stringMatching(/^Courrier : /),
  ]);
  const established = (entry: string, item: string) =>
    sheet.getCell(
      `${HAND_COLUMNS.established}${String(lineOf(sheet, `mail-control:2026-T4:${entry} ${item}`))}`,
    ).text;
  expect([
    established('2026-00001', 'MEL-01'),
    established('2026-00001', 'MEL-02'),
    established('2026-00002', 'MEL-01'),
    established('2026-00002', 'MEL-02'),
  ]).toEqual(['conforme', '', 'non conforme', 'sans objet']);
});

test('a control is read back as a grid is, and its gaps name the service', async () => {
  const rows = { 'mail-control:2026-T4:2026-00001 MEL-02': { verdict: 'non conforme' } };
  const { hand, added } = imported(await filled({ [AIX]: { rows } }, control), control);
  expect(added).toBe(1);
  expect(gapsIn(hand)).toMatchObject([
    {
      ...{ reference: 'MEL-02', site: 'aix', service: 'accueil', foundOn: '2026-11-24' },
      subject: expect.stringContaining('1 réponse sur 1') as string,
    },
    { reference: 'MEL-01', subject: expect.stringContaining('1 réponse sur 3') as string },
  ]);
});

test('the guide says from what the replies were drawn, and with which seed', async () => {
  const guide = (await workbookOf(await plain.control)).getWorksheet('Guide');
  const said = JSON.stringify(guide?.getColumn(1).values).replace(/\u00A0/g, ' ');
  expect(said).toMatch(/graine « graine »/);
  expect(said).toMatch(/courriels : 2 sur 2/);
});

test('an older copy of a sheet does not bring back what was corrected since, and says on which row', async () => {
  const first = await filled({ [AIX]: { rows: { [at('SIG-01')]: { verdict: 'conforme' } } } });
  const one = imported(first).hand;
  const rows = { [at('SIG-01')]: { verdict: 'non conforme', reason: 'Enseigne tombée.' } };
  const both = imported(await filled({ [AIX]: { rows, by: 'Adjoint', date: '28/11/2026' } }, one), one).hand;
  // The copy that was filled in first, and one that was exported in between, in which only another row is new.
  const between = await filled(
    { [AIX]: { rows: { [at('SIG-02')]: { verdict: 'conforme' } }, by: 'Claude', date: '29/11/2026' } },
    one,
  );
  const told = [
    { sheet: AIX, line: 7, now: 'SIG-01, depuis « non conforme », par Adjoint le 28 novembre 2026' },
  ];
  expect(imported(first, both)).toMatchObject({ hand: both, added: 0, old: told });
  const read = imported(between, both);
  expect([read.added, read.old]).toEqual([1, told]);
  expect(decisionsOf(read.hand).length).toBe(decisionsOf(both).length + 1);
});

test('an ODS is read as well, and sheets that were removed add nothing', async () => {
  const bytes = await filled({
    [AIX]: { rows: { [at('SIG-01')]: { verdict: 'conforme', reason: '= 1 + 1' } } },
  });
  const book = read(bytes);
  book.SheetNames = book.SheetNames.filter((name) => name !== 'Préfecture');
  const ods = new Uint8Array(write(book, { bookType: 'ods', type: 'array' }) as ArrayBuffer);
  expect(imported(ods).hand).toEqual(imported(bytes).hand);
});

test('a spreadsheet of another campaign is refused, one that is none of ours is nobody’s', async () => {
  expect(() => imported(new Uint8Array(), reception)).toThrow('not ours');
  const other = openReception(
    { id: 'autre', sites: SITES },
    { period: '2026-S2', today: '2026-11-20', modules: [1] },
  );
  expect(() => imported(new Uint8Array([80, 75, 3, 4]), other)).toThrow('not ours');
  const bytes = await plain.reception;
  expect(() => imported(bytes, other)).toThrow(/celui d’une autre campagne/);
  const kept = { decisions: [], earlier: [] };
  expect(openHandBook(await gridWorkbook({ report: report(), kept, audit: 'a1' }))).toBeNull();
});

test('what a table says computes nothing', async () => {
  const hostile = openMailControl(
    { id: 'c3', sites: SITES },
    [mail({ subject: '=HYPERLINK("http://x")\u0007' })],
    {
      ...{ period: '2026-T4', modules: [], seed: 's', size: 1, today: '2026-11-20' },
      delays: { email: emailDelay.value, letter: letterDelay.value },
      calendarOf: () => ({ zone: 'metropole', closings: [] }),
    },
  );
  const book = await workbookOf(await handWorkbook(hostile));
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        expect(cell.formula).toBeUndefined();
      });
    });
});

/** The grid of reception, decided on one point, as a person or a tool changed it. */
async function reshaped(change: (book: Awaited<ReturnType<typeof workbookOf>>) => void): Promise<Uint8Array> {
  const book = await workbookOf(
    await filled({ [AIX]: { rows: { [at('SIG-01')]: { verdict: 'Non-conforme' } } } }),
  );
  change(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

test('a sheet may have another name, and sheets of notes may stand beside', async () => {
  const bytes = await reshaped((book) => {
    const sheet = book.getWorksheet(AIX);
    if (sheet) sheet.name = 'Aix, visite du matin';
    book.addWorksheet('Mes notes').getCell('E9').value = 'penser au badge';
  });
  expect(decisionsOf(imported(bytes).hand)).toMatchObject([[at('SIG-01'), { verdict: 'non_conforme' }]]);
});

test('a column that was removed and cells that were merged are named', async () => {
  const removed = await reshaped((book) => book.getWorksheet(AIX)?.spliceColumns(4, 1));
  expect(() => imported(removed)).toThrow(/cellule D5.*Ici doit être la colonne .*Déjà établi/);
  const merged = await reshaped((book) => book.getWorksheet(AIX)?.mergeCells('E7:E9'));
  expect(() => imported(merged)).toThrow(/Les cellules E7:E9 sont fusionnées/);
});
