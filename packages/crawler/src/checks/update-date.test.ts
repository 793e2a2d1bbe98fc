import { expect, test } from 'vitest';
import type { HtmlFacts, PageFacts } from '../facts.ts';
import { page, pageProblems, settings, verdictLine } from '../testing.ts';
import { updateDate } from './update-date.ts';

const shown = (date: string | null, text = 'Mis à jour le'): HtmlFacts['updated'] => ({
  ...{ text, date, selector: '#main p', line: 11, zone: 'main' },
});
const judge = (html: Partial<HtmlFacts>, rest: Partial<PageFacts> = {}): string[] =>
  verdictLine(updateDate, page(html, rest));

test('a procedure with a recent date passes', () => {
  expect(judge({})).toEqual(['passed']);
});

test('a procedure without a date fails', () => {
  expect(judge({ updated: null })).toEqual(['failed', 'no-date']);
});

test('a date that cannot be read fails, and is quoted where it stands', () => {
  const facts = { updated: shown(null, 'Mis à jour le 32/13/2026') };
  expect(judge(facts)).toEqual(['failed', 'unreadable-date']);
  expect(pageProblems(updateDate, page(facts))[0]?.at).toMatchObject({
    quote: 'Mis à jour le 32/13/2026',
    place: { selector: '#main p', line: 11 },
  });
});

test('a date older than the limit fails, the limit itself does not', () => {
  expect(judge({ updated: shown('2025-11-24') })).toEqual(['passed']);
  expect(judge({ updated: shown('2025-11-23') })).toEqual(['failed', 'old-date']);
});

test('the limit is the one of the settings', () => {
  const judgeWith = (maxAgeDays: number): string[] =>
    verdictLine(updateDate, page({ updated: shown('2026-11-14') }), settings({ maxAgeDays }));
  expect(judgeWith(10)).toEqual(['passed']);
  expect(judgeWith(9)).toEqual(['failed', 'old-date']);
});

test('a date in the future is for a person to look at, the day of the audit is not', () => {
  expect(judge({ updated: shown('2026-11-24') })).toEqual(['passed']);
  expect(judge({ updated: shown('2026-11-25') })).toEqual(['cantTell', 'future-date']);
});

test('age is counted to the day the page was read', () => {
  expect(judge({ updated: shown('2025-11-23') }, { fetchedOn: '2026-11-23' })).toEqual(['passed']);
});

test('a page without a readable date says nothing of its age', () => {
  const items = (updated: HtmlFacts['updated']): readonly string[] | undefined => {
    const facts = page({ updated });
    return updateDate.scope === 'page' && facts.html
      ? updateDate.judges?.({ ...facts, html: facts.html }, settings())
      : undefined;
  };
  expect(items(null)).toEqual(['TEC-04']);
  expect(items(shown(null))).toEqual(['TEC-04']);
  expect(items(shown('2026-08-03'))).toEqual(['TEC-04', 'TEC-05']);
});

test('only procedures need the date, and only on their first view', () => {
  expect(judge({ kind: 'listing', updated: null })).toEqual(['inapplicable']);
  expect(judge({ viewOf: 'https://www.exemple.gouv.fr/Demarches/Passeport', updated: null })).toEqual([
    'inapplicable',
  ]);
});
