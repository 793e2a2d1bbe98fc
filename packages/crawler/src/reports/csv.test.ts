import { expect, test } from 'vitest';
import type { Report } from '../report.ts';
import { csvReport } from './csv.ts';
import { address, finding, report } from './fixture.ts';

function written(made: Report): Map<string, string> {
  return new Map(
    [...csvReport(made)].map(({ name, content }) => [name, [...(content as Iterable<string>)].join('')]),
  );
}

/** Rows of a table whose cells hold neither quotes nor semicolons. */
function rows(made: Report, name: string): string[][] {
  const text = written(made).get(`report-${name}.csv`) ?? '';
  return text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
}

const PAGE = 'https://www.exemple.gouv.fr/Demarches/Passeport';

test('each table is one file, marked as UTF-8, its columns named on the first line', () => {
  const files = written(report());
  expect([...files.keys()]).toEqual(
    ['grille', 'defauts', 'avis', 'mes-constats', 'plan', 'constats', 'pages', 'documents'].map(
      (name) => `report-${name}.csv`,
    ),
  );
  for (const text of files.values()) expect(text).toMatch(/^\uFEFF(?:Point|Défaut|Constat|Adresse);/);
});

test('the tables hold as many rows as the report', () => {
  const made = report();
  const count = (name: string): number => rows(made, name).length - 1;
  expect(count('grille')).toBe(made.grid.length);
  expect(count('defauts')).toBe(made.defects.length);
  expect(count('constats')).toBe(made.findings.length);
  expect(count('pages') + count('documents')).toBe(
    [...made.addresses].filter(({ kind }) => kind === 'page' || kind === 'document').length,
  );
});

test('more rows than are turned into text at once are all there', () => {
  const findings = Array.from({ length: 401 }, (_, index) => finding({ cause: String(index) }));
  expect(rows(report({ findings }), 'constats')).toHaveLength(402);
});

test('a finding names its defect, and a page counts its own', () => {
  const made = report({
    findings: [finding({ url: PAGE }), finding({ url: PAGE, code: 'x', outcome: 'cantTell' })],
    addresses: [address({ url: PAGE, title: 'Passeport' })],
  });
  const [, first, second] = rows(made, 'constats');
  const defects = new Map(rows(made, 'defauts').map(([id, state]) => [id, state]));
  expect(defects.get(first?.[1])).toBe('établi');
  expect(defects.get(second?.[1])).toBe('à vérifier');
  expect(rows(made, 'pages')[1]?.slice(0, 7)).toEqual([PAGE, 'Passeport', 'lue', '200', 'oui', '1', '1']);
});

test('a document counts what is said of it, under the address that answers', () => {
  const cause = 'https://www.exemple.gouv.fr/plan.pdf';
  const made = report({
    findings: [finding({ url: PAGE, check: 'document-accessibility', code: 'untagged', cause })],
    addresses: [
      address({ url: cause, kind: 'document', outcome: 'not_html' }),
      address({ url: `${cause}?v=1`, kind: 'document', outcome: 'redirected', finalUrl: cause }),
      address({ url: `${PAGE}.odt`, kind: 'document', outcome: 'not_html' }),
    ],
  });
  expect(rows(made, 'documents').map((row) => row[5])).toEqual(['Constats', '1', '1', '0']);
});

test('an information is no defect', () => {
  const made = report({ findings: [finding({ severity: 'info' })] });
  expect(rows(made, 'defauts')[1]?.slice(1, 3)).toEqual(['information', 'Information']);
});

test.for<[hostile: string, harmless: string]>([
  ['=HYPERLINK(1)', "'=HYPERLINK(1)"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(1)', "'@SUM(1)"],
  [' \t=1+1', "'=1+1"],
  ['＝1+1', "'＝1+1"],
  ['\u200B=1', '[U+200B]=1'],
  ['\u202Etxt.=1', '[U+202E]txt.=1'],
  ['a\r\n=1', 'a =1'],
  ['\u001B[2J', '␛[2J'],
])('no spreadsheet runs %j', ([hostile, harmless]) => {
  const made = report({ findings: [finding({ message: hostile })] });
  expect(rows(made, 'defauts')[1]?.[4]).toBe(harmless);
});

test('separators and quotes stay in their cell', () => {
  const made = report({ findings: [finding({ message: 'un ; deux "trois"\nquatre' })] });
  expect(written(made).get('report-defauts.csv')).toContain(';"un ; deux ""trois"" quatre";');
});

test('a long text is cut before a cell is full', () => {
  const made = report({ findings: [finding({ where: { quote: 'x'.repeat(50_000) } })] });
  expect(rows(made, 'constats')[1]?.[6]).toHaveLength(2000);
});
