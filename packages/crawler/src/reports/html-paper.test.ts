import { expect, test } from 'vitest';
import { finding, report } from './fixture.ts';
import { htmlReport, printedReport } from './html.ts';

const PAGE = 'https://www.exemple.gouv.fr/Page';
const wide = Array.from({ length: 5 }, (_, at) =>
  finding({ check: 'page-title', url: `${PAGE}-${String(at)}` }),
);
const many = Array.from({ length: 31 }, (_, at) => finding({ check: `faute-${String(at)}`, url: PAGE }));
const plain = (text: string): string => text.replace(/&nbsp;|[\u00A0\u202F]/g, ' ').replace(/\s+/g, ' ');
const printed = plain(printedReport(report({ findings: [...wide, ...many] })));

test('on paper a defect has three examples, and the others are in the workbook', () => {
  const at = printed.indexOf('/Page-0');
  const card = printed.slice(at, printed.indexOf('</li> </ul>', at) + 200);
  expect(card).toContain('/Page-2');
  expect(printed).not.toContain('/Page-3');
  expect(printed).toContain('et 2 autres pages, dans le classeur de la grille');
});

test('on paper a list stops at thirty defects', () => {
  expect(printed).toContain('et 2 autres défauts, moins urgents, dans le classeur de la grille');
  expect(printed.match(/id="defaut-/g)).toHaveLength(30);
});

test('on paper only the criteria with something to do have a line, and all are counted', () => {
  const made = report({ findings: [finding({ rgaa: ['1.1'] })] });
  const lines = (text: string): number => (text.match(/criteres-et-tests\/#\d+\.\d+"/g) ?? []).length;
  const open = made.rgaa?.criteria.filter(
    ({ result }) => result === 'non_conforme' || result === 'a_verifier',
  );
  expect(lines(htmlReport(made))).toBe(106);
  expect(lines(printedReport(made))).toBe(open?.length);
  expect(plain(printedReport(made))).toContain('13. Consultation');
});

test('on paper nothing is said to be elsewhere in the page that is not printed', () => {
  expect(printed).not.toContain('Comment vérifier');
  expect(printed).not.toContain('qui dit comment le vérifier');
});
