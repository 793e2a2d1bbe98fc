import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import type { UnsafeFacts } from '../read-unsafe.ts';
import type { OpeningFacts } from '../render-opening.ts';
import { OPENING, page, pageProblems, rendered, verdictLine } from '../testing.ts';
import { pageErrors } from './page-errors.ts';

const opened = (opening: Partial<OpeningFacts>, unsafe: UnsafeFacts[] = []): PageFacts =>
  page(unsafe.length > 0 ? { unsafe } : {}, { rendered: rendered({ opening: { ...OPENING, ...opening } }) });
const judge = (opening: Partial<OpeningFacts>, unsafe?: UnsafeFacts[]): string[] =>
  verdictLine(pageErrors, opened(opening, unsafe));
const unsafe = (kind: UnsafeFacts['kind']): UnsafeFacts => ({
  ...{ kind, url: 'http://a.fr/f', selector: 'img', line: 8, zone: 'main' },
});

test('a page that opens without an error passes', () => {
  expect(judge({})).toEqual(['passed']);
});

test('an error of a script fails, unless the audit withheld something from the page', () => {
  const errors = ['ReferenceError: carte is not defined'];
  expect(judge({ errors })).toEqual(['failed', 'script-error']);
  expect(judge({ errors, isHampered: true })).toEqual(['cantTell', 'doubtful-error']);
});

test('what a script writes in the console is to be looked at', () => {
  expect(judge({ complaints: ['raté'] })).toEqual(['cantTell', 'console-error']);
});

test('a file that is gone fails, whatever was withheld', () => {
  expect(judge({ gone: ['https://www.exemple.gouv.fr/i.png'], isHampered: true })).toEqual([
    'failed',
    'missing-file',
  ]);
});

test('what the browser refuses in plain http fails once, seen in the page and in its source', () => {
  expect(judge({ blocked: ['http://a.fr/f'] }, [unsafe('active')])).toEqual(['failed', 'mixed-content']);
});

test('the source tells it of a page that was not opened', () => {
  const closed = page({ unsafe: [unsafe('active')] });
  expect(verdictLine(pageErrors, closed)).toEqual(['failed', 'mixed-content']);
  expect(pageProblems(pageErrors, closed)).toMatchObject([
    { at: { place: { line: 8 }, quote: 'http://a.fr/f' } },
  ]);
});

test('a picture in plain http is to be looked at: browsers try https first', () => {
  expect(judge({}, [unsafe('passive')])).toEqual(['cantTell', 'mixed-picture']);
});

test('a form is another check’s, and a page that nobody opened is not judged', () => {
  expect(verdictLine(pageErrors, page({ unsafe: [unsafe('form')] }))).toEqual(['inapplicable']);
  expect(verdictLine(pageErrors, page())).toEqual(['inapplicable']);
});
