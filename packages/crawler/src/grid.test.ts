import { read, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { QualeprefError, type Verdict } from '@qualepref/core';
import { expect, test, vi } from 'vitest';
import type { KeptCampaign, PreviousAudit } from './audit-file.ts';
import { withDecisions } from './decided-report.ts';
import { gridWorkbook } from './grid-export.ts';
import { importedGrid, type Imported } from './grid-import.ts';
import { oldAnswersText } from './grid-import-old.ts';
import { COLUMNS, DECIDE_SHEET, GRID_SHEET, ONCE_CELLS } from './grid-sheet.ts';
import type { GridRow, Report } from './report.ts';
import { finding, report as sound } from './reports/fixture.ts';

const AUDIT = '0123456789abcdef';
const NOBODY: KeptCampaign = { decisions: [], earlier: [] };
const TODAY = '2026-11-30';
/** Manual, with a proposal in the fixture; automatic and failing; manual, without evidence. */
const [ASKED, FAILING, OTHER] = ['ACC-01', 'ETA-03', 'ACC-02'] as const;
const MORE = ['ACC-03', 'ACC-04', 'ACC-05', 'ACC-06', 'ACC-07', 'ACC-08'] as const;

type Column = keyof typeof COLUMNS;
/** What a person writes: by item and column. */
type Written = Readonly<Record<string, Partial<Record<Column, string | number>>>>;

const BASE = sound();

/** The machine alone: the fixture holds an item that a person decided. */
function report(changed: Partial<Record<string, Partial<GridRow>>> = {}): Report {
  const grid = BASE.grid.map((row) => {
    const own = row.by === 'audit' ? row : { ...row, by: 'audit', verdict: 'a_verifier' as Verdict };
    // Nothing is proposed otherwise than it is decided below.
    const agreed = own.proposals?.map((proposal) => ({ ...proposal, answer: 'conforme' as const }));
    return { ...own, ...(agreed ? { proposals: agreed } : {}), ...changed[row.item] };
  });
  return { ...BASE, grid };
}

interface Circumstances {
  readonly kept?: KeptCampaign;
  readonly previous?: PreviousAudit;
  readonly by?: string;
  readonly date?: string | number;
  readonly again?: string;
  readonly given?: Report;
}

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  return book;
}

function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The line of an item on the sheet where it is decided. */
function placeOf(book: ExcelJS.Workbook, item: string): { sheet: ExcelJS.Worksheet; line: number } {
  for (const sheet of [sheetOf(book, DECIDE_SHEET), sheetOf(book, GRID_SHEET)]) {
    const lines = sheet.getColumn(COLUMNS.key).values.indexOf(item);
    if (lines > 0) return { sheet, line: lines };
  }
  throw new Error(`no row ${item}`);
}

const cell = (book: ExcelJS.Workbook, item: string, column: Column): ExcelJS.Cell => {
  const { sheet, line } = placeOf(book, item);
  return sheet.getCell(`${COLUMNS[column]}${String(line)}`);
};

/** Most tests fill in the same one. */
const plain = gridWorkbook({ report: report(), kept: NOBODY, audit: AUDIT });

/** The spreadsheet as a person sends it back. */
async function filled(written: Written, { kept, previous, by, date, again, given }: Circumstances = {}) {
  const isPlain = !kept && !previous && !given;
  const source = { report: given ?? report(), kept: kept ?? NOBODY, audit: AUDIT };
  const bytes = isPlain ? plain : gridWorkbook({ ...source, ...(previous ? { previous } : {}) });
  const book = await opened(await bytes);
  const once = sheetOf(book, DECIDE_SHEET);
  once.getCell(ONCE_CELLS.by).value = by ?? 'Camille Martin';
  if (date !== undefined) once.getCell(ONCE_CELLS.date).value = date;
  if (again !== undefined) once.getCell(ONCE_CELLS.again).value = again;
  for (const [item, cells] of Object.entries(written)) {
    const { sheet, line } = placeOf(book, item);
    for (const [column, value] of Object.entries(cells))
      sheet.getCell(`${COLUMNS[column as Column]}${String(line)}`).value = value;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The decisions alone: what else a spreadsheet says has its own tests. */
type Read = Omit<Imported, 'added'> & { readonly added: Imported['added']['decisions'] };
const imported = (bytes: Uint8Array, kept = NOBODY, into = report()): Read => {
  const read = importedGrid(bytes, { report: into, kept, audit: AUDIT, today: TODAY });
  return { ...read, added: read.added.decisions };
};

async function faultsOf(written: Written, circumstances: Circumstances = {}): Promise<string> {
  try {
    imported(await filled(written, circumstances), circumstances.kept);
  } catch (error) {
    if (error instanceof QualeprefError) return `${error.code} ${error.message}`.replace(/\u00A0/g, ' ');
    throw error;
  }
  return 'none';
}

const after = ({ added }: Read, kept = NOBODY): KeptCampaign => ({
  ...kept,
  decisions: [...kept.decisions, ...added],
});
const rowOf = (made: Report, item: string): GridRow | undefined => made.grid.find((row) => row.item === item);

test('a decision comes back with its author, date and reason, and is the report’s', async () => {
  const bytes = await filled({
    [ASKED]: { verdict: 'conforme' },
    [FAILING]: { verdict: 'Conforme', reason: 'Vu à l’écran.', by: 'Dominique', date: '28/11/2026' },
  });
  const read = imported(bytes);
  expect(read.added.map(({ item, decision }) => [item, decision])).toEqual([
    [ASKED, { verdict: 'conforme', by: 'Camille Martin', date: '2026-11-24' }],
    [FAILING, { verdict: 'conforme', by: 'Dominique', date: '2026-11-28', reason: 'Vu à l’écran.' }],
  ]);
  const decided = withDecisions(report(), after(read));
  expect(rowOf(decided, FAILING)).toMatchObject({
    ...{ verdict: 'conforme', machine: 'non_conforme', by: 'Dominique', reason: 'Vu à l’écran.' },
  });
  expect(rowOf(decided, OTHER)).toEqual(rowOf(report(), OTHER));
});

test('the same spreadsheet twice changes nothing, nor does a new one left as it is', async () => {
  const bytes = await filled({ [ASKED]: { verdict: 'non conforme', reason: 'Adresse absente.' } });
  const kept = after(imported(bytes));
  expect(kept.decisions).toHaveLength(1);
  expect(imported(bytes, kept).added).toEqual([]);
  expect(imported(await filled({}, { kept, by: '' }), kept).added).toEqual([]);
});

test('whoever changes a decision is its author, and the earlier one stays', async () => {
  const kept = after(imported(await filled({ [ASKED]: { verdict: 'conforme' } })));
  const again = await filled({ [ASKED]: { verdict: 'à vérifier' } }, { kept, by: 'Dominique' });
  const both = after(imported(again, kept), kept);
  expect(both.decisions.map(({ decision }) => [decision.verdict, decision.by])).toEqual([
    ['conforme', 'Camille Martin'],
    ['a_verifier', 'Dominique'],
  ]);
  expect(rowOf(withDecisions(report(), both), ASKED)).toMatchObject({
    ...{ verdict: 'a_verifier', by: 'Dominique', reason: rowOf(report(), ASKED)?.reason },
  });
});

test('an older copy does not bring back what was changed since, and says on which row', async () => {
  const first = await filled({ [ASKED]: { verdict: 'conforme' } });
  const one = after(imported(first));
  const corrected = await filled(
    { [ASKED]: { verdict: 'non conforme', reason: 'Vu.' } },
    { kept: one, by: 'Dominique', date: '28/11/2026' },
  );
  const both = after(imported(corrected, one), one);
  // What was filled in first, and what was exported then and left as it was.
  for (const copy of [first, await filled({}, { kept: one, by: 'Claude', date: '29/11/2026' })]) {
    const { added, old } = imported(copy, both);
    expect(added).toEqual([]);
    expect(old).toEqual([
      {
        ...{ sheet: DECIDE_SHEET, line: expect.any(Number) as number },
        now: 'ACC-01, depuis « non conforme », par Dominique le 28 novembre 2026',
      },
    ]);
    expect(String(oldAnswersText(old)).replace(/\u00A0/g, ' ')).toMatch(
      /Feuille « À décider », ligne \d+ : ACC-01, depuis « non conforme »/,
    );
  }
  // Somebody who has the last one in front of them may come back to the first.
  const back = await filled({ [ASKED]: { verdict: 'conforme', reason: '' } }, { kept: both });
  expect(imported(back, both)).toMatchObject({ added: [{ item: ASKED }], old: [] });
  const dated = await filled({ [ASKED]: { verdict: 'conforme', date: '29/11/2026' } });
  expect(imported(dated, both)).toMatchObject({ added: [{ item: ASKED }], old: [] });
});

test('a decision whose evidence changed is asked again, and says what it was', async () => {
  const kept = after(imported(await filled({ [ASKED]: { verdict: 'conforme' } })));
  const changed = report({ [ASKED]: { findings: ['nouveau'] } });
  expect(rowOf(withDecisions(changed, kept), ASKED)).toMatchObject({
    verdict: 'a_verifier',
    by: 'audit',
    reason: expect.stringMatching(/Décidé «\sconforme\s» par Camille Martin le 24 novembre 2026/) as string,
    outdated: { verdict: 'conforme', by: 'Camille Martin', date: '2026-11-24' },
  });
  const late = imported(await filled({ [ASKED]: { verdict: 'conforme' } }), NOBODY, changed);
  expect(late.outdated).toEqual([ASKED]);
  const book = await opened(await gridWorkbook({ report: changed, kept, audit: AUDIT }));
  expect([cell(book, ASKED, 'verdict').text, cell(book, ASKED, 'why').text]).toEqual([
    '',
    expect.stringContaining('décider de nouveau'),
  ]);
});

test('an age that grew is the same evidence, another number is not', async () => {
  const saying = (why: string): Report =>
    report({ [ASKED]: { proposals: [{ answer: 'conforme', why, excerpts: [], more: 0 }] } });
  const given = saying('Mise à jour il y a 3 jours, 2 adresses.');
  const kept = after(imported(await filled({ [ASKED]: { verdict: 'conforme' } }, { given }), NOBODY, given));
  const verdict = (why: string) => rowOf(withDecisions(saying(why), kept), ASKED)?.verdict;
  expect(verdict('Mise à jour il y a 90 jours, 2 adresses.')).toBe('conforme');
  expect(verdict('Mise à jour il y a 3 jours, 4 adresses.')).toBe('a_verifier');
});

test('each wrong cell is named, and nothing is taken', async () => {
  const [first, second, third, fourth, fifth, sixth] = MORE;
  const faults = await faultsOf({
    [ASKED]: { verdict: 'oui' },
    [OTHER]: { verdict: 'non vérifié' },
    [FAILING]: { verdict: 'conforme' },
    [first]: { verdict: 'conforme', date: '31/02/2026' },
    [second]: { verdict: 'conforme', key: 'ZZZ-01' },
    [third]: { verdict: 'conforme', key: '' },
    [fourth]: { verdict: 'conforme', evidence: 'x' },
    [fifth]: { verdict: 'conforme', reason: 'x'.repeat(2_001) },
    [sixth]: { verdict: 'conforme', by: 'x'.repeat(201) },
  });
  for (const expected of [
    /Feuille « À décider », ligne \d+, cellule G\d+ : « oui » n’est pas un verdict/,
    /cellule G\d+ : « non vérifié » n’est pas un verdict/,
    /Feuille « Grille », ligne \d+, cellule H\d+ : .*indiquer la raison/,
    /cellule J\d+ : Ce n’est pas une date/,
    /cellule L\d+ : « ZZZ-01 » n’est pas un point/,
    /cellule G\d+ : Cette ligne n’est celle d’aucun point/,
    /cellule M\d+ : Cette cellule cachée/,
    /cellule H\d+ : Cette raison dépasse 2000 caractères/,
    /cellule I\d+ : Ce nom est trop long/,
  ]) {
    expect(faults).toMatch(expected);
  }
  expect(faults.split('\n')).toHaveLength(10);
});

test('what is said once for the file is named as well', async () => {
  const missing = await faultsOf({ [ASKED]: { verdict: 'conforme' } }, { by: '', date: '', again: 'si' });
  expect(missing).toMatch(/cellule B5 : Choisir oui ou non/);
  expect(missing).toMatch(/cellule B3 : Il manque le nom/);
  expect(missing).toMatch(/cellule B4 : Il manque la date/);
  expect(await faultsOf({}, { date: '2026-12-01' })).toMatch(/cellule B4 : Cette date est à venir/);
});

test('an item decided twice is decided once', async () => {
  const twice = {
    [ASKED]: { verdict: 'conforme' },
    [OTHER]: { verdict: 'conforme', key: ASKED, item: ASKED },
  };
  expect(await faultsOf(twice)).toMatch(/Le point ACC-01 est décidé deux fois/);
});

test('a reason of the longest length and today are taken, and a date may be a number of the spreadsheet', async () => {
  const reason = 'x'.repeat(2_000);
  const [today] = imported(await filled({ [ASKED]: { verdict: 'conforme', reason, date: TODAY } })).added;
  expect(today?.decision).toMatchObject({ reason, date: TODAY });
  const [serial] = imported(await filled({ [ASKED]: { verdict: 'conforme', date: 46_350 } })).added;
  expect(serial?.decision.date).toBe('2026-11-24');
});

test('an ODS is read as well', async () => {
  const xlsx = await filled({ [ASKED]: { verdict: 'non conforme', reason: '= 1 + 1' } });
  const ods = new Uint8Array(write(read(xlsx), { bookType: 'ods', type: 'array' }) as ArrayBuffer);
  expect(imported(ods).added).toEqual(imported(xlsx).added);
  expect(imported(ods).added[0]?.decision.reason).toBe('= 1 + 1');
});

test('a number format that the reader does not know is told to nobody', () => {
  const spaces = ['office', 'style', 'table', 'text'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const flat = `<?xml version="1.0"?><office:document ${spaces.join(' ')} xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles><number:text-style style:name="N1"><number:text-content/><style:map style:condition="value()&gt;0" style:apply-style-name="N2"/></number:text-style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="A"><table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>`;
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  read(flat, { type: 'string' });
  expect(told).toHaveBeenCalledOnce();
  expect(() => imported(new TextEncoder().encode(flat))).toThrow(/n’est pas une grille/);
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
});

test('what is no grid of this audit is refused', async () => {
  const code = (bytes: Uint8Array, audit = AUDIT): unknown => {
    try {
      return importedGrid(bytes, { report: report(), kept: NOBODY, audit, today: TODAY });
    } catch (error) {
      return error instanceof QualeprefError ? error.code : error;
    }
  };
  expect(code(await filled({}), 'fedcba9876543210')).toBe('grid-file');
  expect(code(new Uint8Array(Buffer.from('PK\u0003\u0004 tronqué')))).toBe('grid-file');
  expect(code(new Uint8Array(Buffer.from('point;verdict')))).toBe('grid-file');
});

test('decisions of the previous quarter are proposed where the evidence is the same, and confirmed together', async () => {
  const decided = after(
    imported(await filled({ [ASKED]: { verdict: 'conforme' }, [OTHER]: { verdict: 'non conforme' } })),
  );
  const previous = { campaign: '2026-T3', startedOn: '2026-08-24', id: 'x', decided };
  const given = report({ [OTHER]: { findings: ['nouveau'] } });
  const book = await opened(await gridWorkbook({ report: given, kept: NOBODY, audit: AUDIT, previous }));
  const shown = (item: string) => [cell(book, item, 'verdict').text, cell(book, item, 'again').text];
  expect([shown(ASKED), shown(OTHER)]).toEqual([
    ['conforme', 'comme 2026-T3'],
    ['', ''],
  ]);
  const sent = (written: Written, again: string) =>
    filled(written, { previous, given, again }).then((bytes) => imported(bytes, NOBODY, given));
  expect(await sent({}, 'non')).toMatchObject({ added: [], unconfirmed: [ASKED] });
  const [taken] = (await sent({}, 'oui')).added;
  expect(taken?.decision).toEqual({
    ...{ verdict: 'conforme', by: 'Camille Martin', date: '2026-11-24', sameAs: '2026-T3' },
  });
  const [changed] = (await sent({ [ASKED]: { verdict: 'non conforme', reason: 'Vu.' } }, 'non')).added;
  expect(changed?.decision).not.toHaveProperty('sameAs');
});

test('what a site says computes nothing, and its odd characters spoil nothing', async () => {
  const hostile = [
    '\u202Eعربي',
    '_x0041_ lu',
    '=HYPERLINK("http://x")',
    '+1',
    '@SUM(A1)',
    '-2',
    '\u0000\u001B[31m',
    '\uD800',
    '\u202Eعربي',
    '_x0041_',
  ];
  const excerpts = hostile.map((quote) => ({ url: 'javascript:alert(1)', quote }));
  const why = `=cmd|' /C calc'!A0 ${'é'.repeat(40_000)}`;
  const findings = [finding({ message: '=1+1\u0007', service: '[a]:b*?/\\ Bureau'.repeat(3) })];
  const base = report({ [ASKED]: { proposals: [{ answer: 'a_verifier', why, excerpts, more: 0 }] } });
  const [defect] = sound({ findings }).defects;
  if (!defect) throw new Error('no defect');
  const defects = [defect, { ...defect, id: 'b', service: 'À décider' }];
  const bytes = await gridWorkbook({ report: { ...base, defects }, kept: NOBODY, audit: AUDIT });
  const book = await opened(bytes);
  const said = cell(book, ASKED, 'why').text;
  expect([said.slice(0, 5), said.length]).toEqual(['=cmd|', 32_000]);
  expect(cell(book, ASKED, 'page').value).toBe('javascript:alert(1)');
  for (const sheet of book.worksheets) {
    expect(sheet.name.length).toBeLessThanOrEqual(31);
    sheet.eachRow((row) => {
      row.eachCell((each) => {
        expect(each.formula).toBeUndefined();
        // eslint-disable-next-line no-control-regex -- what must not be there
        expect(each.text).not.toMatch(/[\0-\x08\x0B-\x1F]|[\uD800-\uDFFF]/u);
      });
    });
  }
  const decoded = JSON.stringify(read(bytes).Sheets[DECIDE_SHEET]);
  expect(decoded).toContain('[U+202E]عربي');
  expect(decoded).toContain('_x0041_ lu');
});

test('what must not change is locked, what is filled in is not', async () => {
  const book = await opened(await plain);
  const locked = (item: string, column: Column) =>
    ({ locked: true, ...cell(book, item, column).protection }).locked;
  expect((['label', 'answer', 'key', 'evidence'] as const).map((name) => locked(ASKED, name))).toEqual(
    Array(4).fill(true),
  );
  expect((['verdict', 'reason', 'by', 'date'] as const).map((name) => locked(ASKED, name))).toEqual(
    Array(4).fill(false),
  );
  expect(cell(book, ASKED, 'verdict').dataValidation.formulae).toEqual([
    '"conforme,non conforme,sans objet,à vérifier"',
  ]);
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    ...['À décider', 'Grille', 'Défauts', 'Mes constats', 'Plan d’amélioration', 'Pages'],
    ...['Bureau des migrations et de l’i', 'À signaler', 'Guide', 'Technique'],
  ]);
  expect(book.getWorksheet('Technique')?.state).toBe('veryHidden');
});

test('each sheet is printed on A4, no wider than the paper', async () => {
  for (const { pageSetup } of (await opened(await plain)).worksheets)
    expect(pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
    });
});

test('what is printed is what is read and filled in, with its head on each page', async () => {
  const services = [finding({ service: "Service de l'eau" })];
  const book = await opened(
    await gridWorkbook({ report: sound({ findings: services }), kept: NOBODY, audit: AUDIT }),
  );
  const setup = (name: string) => sheetOf(book, name).pageSetup;
  const rows = String(sheetOf(book, DECIDE_SHEET).rowCount);
  expect(setup(DECIDE_SHEET)).toMatchObject({ printArea: `A1:H${rows}`, printTitlesRow: '6:6' });
  expect(setup('Défauts')).toMatchObject({ printArea: 'A1:H2', printTitlesRow: '1:1' });
  expect(setup('Service de l’eau')).toMatchObject({ printArea: 'A1:E2', printTitlesRow: '1:1' });
  expect(setup('Pages').printTitlesRow).toBe('1:1');
});
