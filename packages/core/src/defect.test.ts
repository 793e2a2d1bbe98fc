import { expect, test } from 'vitest';
import { defectKey, defectsOf, isTemplateFault } from './defect.ts';
import type { Finding } from './finding.ts';

const finding = (rest: Partial<Finding> = {}): Finding => ({
  id: 'f1',
  check: 'dead-link',
  code: 'internal-dead',
  outcome: 'failed',
  severity: 'major',
  url: 'https://www.exemple.gouv.fr/a',
  where: {},
  cause: '/page-absente',
  message: 'Le lien mène à une page absente : le corriger.',
  items: ['TEC-01'],
  rgaa: [],
  rgaaTests: [],
  act: [],
  axe: [],
  owner: 'content',
  ...rest,
});

const causes = (...findings: Finding[]) => defectsOf(findings, (key) => key).map((defect) => defect.cause);

test('findings of one cause are one defect, with each page once and all items', () => {
  const defects = defectsOf(
    [
      finding({ id: 'f3', url: 'https://www.exemple.gouv.fr/b' }),
      finding({ id: 'f1' }),
      finding({ id: 'f2', items: ['CLA-03'] }),
    ],
    () => 'd1',
  );
  expect(defects).toEqual([
    {
      id: 'd1',
      check: 'dead-link',
      code: 'internal-dead',
      outcome: 'failed',
      severity: 'major',
      owner: 'content',
      cause: '/page-absente',
      message: 'Le lien mène à une page absente : le corriger.',
      items: ['CLA-03', 'TEC-01'],
      findings: ['f1', 'f2', 'f3'],
      pages: ['https://www.exemple.gouv.fr/a', 'https://www.exemple.gouv.fr/b'],
    },
  ]);
});

test('check, code, outcome, owner, service and cause each make another defect', () => {
  const others: Partial<Finding>[] = [
    { check: 'document-links' },
    { code: 'bad-href' },
    { outcome: 'cantTell' },
    { owner: 'template' },
    { service: 'Bureau des élections' },
    { cause: '/autre' },
  ];
  const keys = [{}, ...others].map((rest) => defectKey(finding(rest)));
  expect(new Set(keys).size).toBe(keys.length);
});

test('page, place and wording do not make another defect', () => {
  const moved = finding({
    url: 'https://www.exemple.gouv.fr/b',
    where: { line: 12 },
    message: 'Autre phrase.',
  });
  expect(defectKey(moved)).toBe(defectKey(finding()));
});

test('a defect is as grave as its gravest finding and keeps its service', () => {
  const service = 'Bureau des élections';
  const [defect] = defectsOf(
    [finding({ severity: 'minor', service }), finding({ severity: 'blocking', service })],
    () => 'd1',
  );
  expect(defect).toMatchObject({ severity: 'blocking', service });
});

test('proven faults come before doubts, then the gravest, then the most widespread', () => {
  const wide = [1, 2].map((n) => finding({ cause: 'wide', url: `https://www.exemple.gouv.fr/${String(n)}` }));
  expect(
    causes(
      finding({ cause: 'doubt', outcome: 'cantTell', severity: 'blocking' }),
      finding({ cause: 'minor', severity: 'minor' }),
      finding({ cause: 'narrow' }),
      ...wide,
      finding({ cause: 'blocking', severity: 'blocking' }),
    ),
  ).toEqual(['blocking', 'wide', 'narrow', 'minor', 'doubt']);
});

test('a minor fault of thousands of pages comes before a major one of a single page', () => {
  const wide = Array.from({ length: 1_100 }, (_, n) =>
    finding({ cause: 'wide', severity: 'minor', url: `https://www.exemple.gouv.fr/${String(n)}` }),
  );
  expect(causes(finding({ cause: 'narrow' }), ...wide)).toEqual(['wide', 'narrow']);
});

test('among what is only told, the most widespread comes first', () => {
  const told = ['one', 'two', 'two'].map((cause, n) =>
    finding({ cause, severity: 'info', url: `https://www.exemple.gouv.fr/${String(n)}` }),
  );
  expect(causes(...told)).toEqual(['two', 'one']);
});

test('the order does not depend on the order in which findings came', () => {
  const findings = ['b', 'a', 'c'].map((cause) => finding({ cause }));
  expect(causes(...findings)).toEqual(causes(...findings.reverse()));
});

test('a fault on nine pages in ten comes from the template, on fewer it does not', () => {
  expect(isTemplateFault(9, 10)).toBe(true);
  expect(isTemplateFault(89, 100)).toBe(false);
});

test('a share of fewer than five pages says nothing of the template', () => {
  expect(isTemplateFault(5, 5)).toBe(true);
  expect(isTemplateFault(4, 4)).toBe(false);
});
