import { expect, test } from 'vitest';
import { checks } from './checks/index.ts';
import type { StatementFacts } from './read-statement.ts';
import { finding } from './reports/fixture.ts';
import { isRateTooHigh, RgaaTally, type RgaaReport } from './rgaa-report.ts';
import type { Survey, SurveyRow } from './rgaa-survey.ts';

const SITE = 'https://www.exemple.gouv.fr';
const row = (path: string, partial: Partial<SurveyRow> = {}): SurveyRow => ({
  ...{ url: SITE + path, title: path.slice(1), kind: 'other', depth: 1, template: path, features: [] },
  ...{ rubric: '', isRendered: true, scopes: ['1.1', '2.1', '6.1'], document: null },
  ...partial,
});
const SAID: StatementFacts = {
  ...{ parts: [], level: 'partiellement', rate: 73, version: '4.1', updatedOn: null },
  madeOn: { text: 'établie le 1er mars 2026', date: '2026-03-01' },
  pages: [{ text: 'a', url: null }],
  ...{ plan: null, actionPlan: null },
};
const survey = (partial: Partial<Survey> = {}): Survey => ({
  ...{ rows: [row('/a'), row('/b')], named: new Map(), statement: null },
  ...partial,
});
const report = (given: Survey, ...found: Parameters<typeof finding>[0][]): RgaaReport => {
  const tally = new RgaaTally(given, checks, SITE);
  for (const each of found) tally.add(finding(each));
  return tally.report();
};
const of = (criterion: string, { criteria }: RgaaReport) =>
  criteria.find((each) => each.criterion === criterion);
const failure = { rgaa: ['1.1'], url: `${SITE}/a` };

test('every criterion has its row, in order', () => {
  const { criteria, version } = report(survey());
  expect(version).toBe('4.1.2');
  expect(criteria).toHaveLength(106);
  expect(criteria[0]?.criterion).toBe('1.1');
});

test('a failure fails its criterion on the site and on its page, not on the others', () => {
  const result = of('1.1', report(survey(), failure, failure));
  expect(result).toMatchObject({ result: 'non_conforme', failed: 2, pages: 1, doubts: 0 });
  expect(result?.proofs).toHaveLength(2);
  expect([...(result?.sample ?? [])].sort()).toEqual(['aucun_defaut', 'non_conforme']);
});

test('a doubt is to be verified, with its list', () => {
  const result = of('1.1', report(survey(), { ...failure, outcome: 'cantTell' }));
  expect(result).toMatchObject({ result: 'a_verifier', failed: 0, doubts: 1 });
  expect(result?.toReview).toHaveLength(1);
});

test('what no page looked at holds is not applicable; unseen pages prove nothing', () => {
  expect(of('4.3', report(survey()))?.result).toBe('non_applicable');
  const unseen = [row('/a', { scopes: undefined as never, isRendered: false })];
  const { scopes, ...bare } = unseen[0] ?? row('/a');
  expect(scopes).toBeUndefined();
  expect(of('4.3', report(survey({ rows: [bare] })))?.result).not.toBe('non_applicable');
  expect(of('2.1', report(survey({ rows: [bare] })))?.result).toBe('non_teste');
});

test('what only a browser sees was not tested where none looked', () => {
  const rows = [row('/a', { isRendered: false })];
  expect(of('2.1', report(survey({ rows })))?.result).toBe('non_teste');
  expect(of('8.6', report(survey({ rows })))?.result).toBe('aucun_defaut');
});

test('the highest rate counts a criterion once, whatever its failures', () => {
  const sound = report(survey()).highest;
  const failed = report(survey(), failure, { ...failure, url: `${SITE}/b` }).highest;
  expect(sound.numerator).toBe(sound.denominator);
  expect(failed).toEqual({ numerator: sound.numerator - 1, denominator: sound.denominator });
});

test('a declared rate is compared on the pages that it names', () => {
  const statement = { url: `${SITE}/d`, said: SAID };
  const { declared } = report(survey({ statement }), { ...failure, url: `${SITE}/b` });
  expect(declared?.highest?.numerator).toBe(declared?.highest?.denominator);
  expect(report(survey({ statement }), failure).declared?.highest?.numerator).toBe(
    (declared?.highest?.numerator ?? 0) - 1,
  );
});

test('documents and what others provide do not weigh on the declared rate', () => {
  const statement = { url: `${SITE}/d`, said: SAID };
  const whole = report(survey({ statement })).declared?.highest;
  const left = report(
    survey({ statement }),
    { ...failure, owner: 'third-party' },
    { ...failure, rgaa: ['13.3'] },
  );
  expect(left.declared?.highest).toEqual(whole);
});

test.each<[Partial<StatementFacts>, string]>([
  [{ pages: [] }, 'ne nomme pas'],
  [{ pages: [{ text: 'Inconnue', url: null }] }, 'Inconnue'],
  [{ madeOn: null }, 'datée'],
])('a rate that cannot be compared says why: %o', (partial, reason) => {
  const { declared } = report(survey({ statement: { url: `${SITE}/d`, said: { ...SAID, ...partial } } }));
  expect(declared?.reason).toContain(reason);
  expect(declared?.highest).toBeUndefined();
  expect(declared && isRateTooHigh(declared)).toBe(false);
});

test('without a declared rate there is nothing to compare', () => {
  expect(
    report(survey({ statement: { url: SITE, said: { ...SAID, rate: null } } })).declared,
  ).toBeUndefined();
});

test('a declared rate above the bound is too high, the bound itself is not', () => {
  const highest = { numerator: 1, denominator: 2 };
  const base = { url: SITE, date: '2026-03-01', highest };
  expect(isRateTooHigh({ ...base, rate: 50 })).toBe(false);
  expect(isRateTooHigh({ ...base, rate: 50.1 })).toBe(true);
});
