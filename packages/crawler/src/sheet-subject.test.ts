import { expect, test } from 'vitest';
import { feedSheet, sheetHtml } from './sheet-testing.ts';
import { subjectOf } from './sheet-subject.ts';
import { configured, page, settings, sheet } from './testing.ts';
import { pageOf } from './testing-read.ts';
import type { HtmlFacts, PageFacts } from './facts.ts';

const subject = (facts: PageFacts, given = settings()): ReturnType<typeof subjectOf> =>
  facts.html ? subjectOf({ ...facts, html: facts.html }, given) : null;
const linking = (linked: string[], html: Partial<HtmlFacts> = {}): PageFacts =>
  page({ sheet: sheet({ linked }), ...html });

test('a page is about the sheet it shows, and says of its own what stands beside', () => {
  const shown = subject(pageOf(sheetHtml(feedSheet(), { local: '<p>Au guichet 3.</p>' })));
  expect(shown).toMatchObject({ number: 'F1342', isShown: true });
  expect(shown?.local.map(({ text }) => text)).toContain('Au guichet 3.');
  expect(shown?.local.map(({ text }) => text).join()).not.toContain('timbre fiscal');
});

test('a procedure is about the only sheet it links to; of several, none is the one', () => {
  expect(subject(linking(['F1']))).toMatchObject({ number: 'F1', isShown: false });
  expect(subject(linking(['F1', 'F2']))).toBeNull();
  expect(subject(linking(['F1'], { kind: 'other' }))).toBeNull();
});

test('what the configuration gives for a page comes before its links', () => {
  const given = configured({
    procedures: [{ label: { fr: 'Passeport' }, sheet: 'F9', page: '/Demarches/Passeport' }],
  });
  expect(subject(linking(['F1', 'F2']), given)).toMatchObject({ number: 'F9' });
});
