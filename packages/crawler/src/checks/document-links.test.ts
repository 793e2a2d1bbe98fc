import { expect, test } from 'vitest';
import type { AddressOutcome, LinkFacts, LinkTarget } from '../facts.ts';
import { link, page, pageProblems, settings, verdictLine } from '../testing.ts';
import { documentLinks } from './document-links.ts';

const SITE = 'https://www.exemple.gouv.fr/contenu/telechargement/1/2/file';
/** A sound download of half a megabyte. */
const pdf = (partial: Partial<LinkFacts> = {}, target: Partial<LinkTarget> = {}): LinkFacts =>
  link({
    kind: 'document',
    href: `${SITE}/arrete.pdf`,
    text: 'Télécharger l’arrêté',
    detail: 'Télécharger l’arrêté PDF - 0,50 Mb - 13/08/2026',
    target: { outcome: 'not_html', contentType: 'application/pdf', magic: 'pdf', size: 500_000, ...target },
    ...partial,
  });
const judge = (...links: LinkFacts[]): string[] => verdictLine(documentLinks, page({ links }));
const items = (...links: LinkFacts[]): readonly string[] | undefined => {
  const facts = page({ links });
  return documentLinks.scope === 'page' && facts.html
    ? documentLinks.judges?.({ ...facts, html: facts.html }, settings())
    : undefined;
};

test('a document that opens and tells its format, size and date passes', () => {
  for (const outcome of ['ok', 'redirected', 'not_html'] as const)
    expect(judge(pdf({}, { outcome }))).toEqual(['passed']);
});

test('an absent document fails, with its text and address', () => {
  const links = [pdf({}, { outcome: 'gone', status: 404 })];
  expect(judge(...links)).toEqual(['failed', 'document-gone']);
  expect(judge(pdf({}, { outcome: 'network_error', reason: 'dns' }))).toEqual(['failed', 'document-gone']);
  expect(pageProblems(documentLinks, page({ links }))[0]).toMatchObject({
    at: { quote: `Télécharger l’arrêté (${SITE}/arrete.pdf)`, cause: `${SITE}/arrete.pdf` },
  });
});

test('a refusal or a breakdown is for a person to look at', () => {
  const doubts: AddressOutcome[] = [
    'blocked',
    'server_error',
    'timeout',
    'network_error',
    'invalid_content',
    'loop',
  ];
  for (const outcome of doubts)
    expect([outcome, ...judge(pdf({}, { outcome }))]).toEqual([outcome, 'cantTell', 'document-refused']);
  const links = [pdf({}, { outcome: 'blocked', status: 403 })];
  expect(pageProblems(documentLinks, page({ links }))[0]?.params).toEqual({ why: 'accès refusé (403)' });
});

test('a PDF that is none fails, by its first bytes', () => {
  for (const magic of ['html', 'text', 'unknown'] as const)
    expect(judge(pdf({}, { magic }))).toEqual(['failed', 'wrong-content']);
});

test('an office document is an archive or an older container', () => {
  const office = (name: string, magic: NonNullable<LinkTarget['magic']>): string[] =>
    judge(pdf({ href: `${SITE}/${name}` }, { magic }));
  expect(office('tableau.xlsx', 'zip')).toEqual(['passed']);
  expect(office('lettre.odt', 'html')).toEqual(['failed', 'wrong-content']);
  expect(office('lettre.doc', 'ole')).toEqual(['passed']);
  expect(office('lettre.doc', 'text')).toEqual(['passed']);
  expect(office('lettre.docx', 'text')).toEqual(['failed', 'wrong-content']);
  expect(office('donnees.csv', 'text')).toEqual(['passed']);
});

test('without an extension, the link’s text announces the format, then the type', () => {
  expect(judge(pdf({ href: SITE }, { magic: 'html' }))).toEqual(['failed', 'wrong-content']);
  const typed = { contentType: 'application/pdf;charset=binary', magic: 'html' } as const;
  expect(judge(pdf({ href: SITE, detail: '0,50 Mb - 13/08/2026' }, typed))).toEqual([
    ...['failed', 'wrong-content', 'incomplete-detail'],
  ]);
});

test('a document whose first bytes are not known is not judged on them', () => {
  expect(judge(pdf({ target: { outcome: 'ok' } }))).toEqual(['passed']);
});

test('a detail that misses something fails, and says what', () => {
  const missing = (detail: string): unknown =>
    pageProblems(documentLinks, page({ links: [pdf({ detail })] })).map(({ code, params }) => [
      code,
      params['missing'],
    ]);
  expect(missing('PDF - 0,50 Mb')).toEqual([['incomplete-detail', 'la date']]);
  expect(missing('13/08/2026')).toEqual([['incomplete-detail', 'le format et la taille']]);
  expect(missing('Arrêté')).toEqual([['incomplete-detail', 'le format, la taille et la date']]);
});

test('the links to one document in one zone complete each other', () => {
  const [thumbnail, name] = [pdf({ detail: 'PDF' }), pdf({ detail: '0,50 Mb - 13/08/2026' })];
  expect(judge(thumbnail, name)).toEqual(['passed']);
  expect(judge(thumbnail, { ...name, zone: 'aside' })).toEqual([
    'failed',
    'incomplete-detail',
    'incomplete-detail',
  ]);
});

test('a size may differ from the real one by a factor of two, no more', () => {
  expect(judge(pdf({}, { size: 1_000_000 }))).toEqual(['passed']);
  expect(judge(pdf({}, { size: 1_000_001 }))).toEqual(['failed', 'wrong-size']);
  expect(judge(pdf({}, { size: 250_000 }))).toEqual(['passed']);
  expect(judge(pdf({}, { size: 249_999 }))).toEqual(['failed', 'wrong-size']);
});

test('a small document rounded to nothing is no wrong size', () => {
  const tiny = (size: number): string[] => judge(pdf({ detail: 'PDF - 0,00 Mb - 13/08/2026' }, { size }));
  expect(tiny(20_000)).toEqual(['passed']);
  expect(tiny(20_001)).toEqual(['failed', 'wrong-size']);
});

test('a wrong size says both', () => {
  const links = [pdf({}, { size: 3_456_000 })];
  expect(pageProblems(documentLinks, page({ links }))[0]?.params).toEqual({
    announced: '0,50 Mb',
    real: '3,5 Mo',
  });
});

test('the size of an error page is not compared', () => {
  expect(judge(pdf({}, { outcome: 'gone', size: 10 }))).toEqual(['failed', 'document-gone']);
  expect(judge(pdf({}, { magic: 'html', size: 10 }))).toEqual(['failed', 'wrong-content']);
});

test('a linked picture owes no detail, and must exist', () => {
  const picture = pdf({ href: `${SITE}/plan.jpg`, detail: 'Plan' }, { magic: 'unknown' });
  expect(judge(picture)).toEqual(['passed']);
  expect(items(picture)).toEqual(['TEC-03']);
  expect(judge({ ...picture, target: { outcome: 'gone' } })).toEqual(['failed', 'document-gone']);
});

test('what the audit chose not to ask says nothing of whether it opens', () => {
  expect(judge(pdf({}, { outcome: 'out_of_scope' }))).toEqual(['passed']);
  expect(items(pdf({}, { outcome: 'out_of_scope' }), pdf({}, { outcome: 'refused_by_robots' }))).toEqual([
    'TEC-08',
  ]);
  expect(items(pdf())).toEqual(['TEC-03', 'TEC-08']);
});

test('a page without documents is not concerned', () => {
  expect(judge(link())).toEqual(['inapplicable']);
});
