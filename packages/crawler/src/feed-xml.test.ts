import { QualeprefError } from '@qualepref/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullBody, sheetXml } from './feed-testing.ts';
import { readFeedXml, XML_LIMITS, type FeedDocument } from './feed-xml.ts';

const read = (xml: string | Uint8Array, name = 'F1.xml', limits = XML_LIMITS): Promise<FeedDocument> =>
  readFeedXml(name, [Buffer.from(xml as string)], limits);

/** The code of the refusal, once its message was found to name the file and to say what to do. */
async function codeOf(reading: Promise<FeedDocument>): Promise<string> {
  const error: unknown = await reading.catch((caught: unknown) => caught);
  if (!(error instanceof QualeprefError)) throw new Error('not refused', { cause: error });
  expect(error.message).toMatch(/F1\.xml.*qualepref feed update/);
  return error.code;
}

const BOMB = `<!DOCTYPE p [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${String(n)} "&a${String(n - 1)};&a${String(n - 1)};">`).join('')}]>`;

test.each([
  ['a document type', '<!DOCTYPE Publication><Publication ID="F1"/>'],
  [
    'one after the declaration',
    '<?xml version="1.0"?><!DOCTYPE Publication SYSTEM "http://127.0.0.1/x.dtd"><Publication/>',
  ],
  [
    'a file to be included',
    '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><Publication>&x;</Publication>',
  ],
  ['entities that double thirty times', `${BOMB}<Publication>&a29;</Publication>`],
])('%s is refused', async (_, xml) => {
  expect(await codeOf(read(xml))).toBe('feed-xml-doctype');
});

test.each([
  ['an entity that is not XML’s', '<Publication ID="F1">&eacute;</Publication>'],
  ['a sheet cut short', sheetXml({ number: 'F1', body: fullBody() }).slice(0, -30)],
  ['an element closed by another', '<Publication><a></b></Publication>'],
  ['two roots', '<Publication ID="F1"/><Publication ID="F2"/>'],
  ['an attribute given twice', '<Publication ID="F1" ID="F2"/>'],
  ['a character that XML forbids', '<Publication ID="F1">\u0001</Publication>'],
  ['nothing', ''],
  ['a page of the web', '<html><body><p>Erreur 503<br></body></html>'],
])('%s is refused as malformed', async (_, xml) => {
  expect(await codeOf(read(xml))).toBe('feed-xml-malformed');
});

test('elements as deep as the limit are read, deeper ones are refused', async () => {
  const nested = (depth: number): string =>
    `<Publication ID="F1">${'<a>'.repeat(depth - 1)}${'</a>'.repeat(depth - 1)}</Publication>`;
  expect((await read(nested(XML_LIMITS.depth))).kind).toBe('sheet');
  expect(await codeOf(read(nested(XML_LIMITS.depth + 1)))).toBe('feed-xml-deep');
  expect(await codeOf(read(nested(100_000)))).toBe('feed-xml-deep');
});

test('a file as large as the limit is read, a larger one is refused', async () => {
  const xml = sheetXml({ number: 'F1' });
  const size = Buffer.byteLength(xml);
  expect((await read(xml, 'F1.xml', { ...XML_LIMITS, size })).kind).toBe('sheet');
  expect(await codeOf(read(xml, 'F1.xml', { ...XML_LIMITS, size: size - 1 }))).toBe('feed-xml-large');
});

test('what is not UTF-8 is refused, whether it says so or not', async () => {
  const accent = '<Publication ID="F1">é</Publication>';
  expect(await codeOf(read(Buffer.from(accent, 'latin1')))).toBe('feed-xml-encoding');
  expect(await codeOf(read(Buffer.from(accent, 'utf16le')))).toBe('feed-xml-encoding');
  const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>${accent}`;
  expect(await codeOf(read(declared('ISO-8859-1')))).toBe('feed-xml-encoding');
  expect((await read(declared('utf-8'))).kind).toBe('sheet');
  expect((await read(`\uFEFF${accent}`)).kind).toBe('sheet');
});

test('the name of a file is shown cut: it is data too', async () => {
  const error = await read('<Publication>', `F1.xml${'x'.repeat(5_000)}`).catch((caught: unknown) => caught);
  expect((error as QualeprefError).message.length).toBeLessThan(500);
});

test('a file that comes in pieces is read as one that comes whole, wherever it is cut', async () => {
  const bytes = Buffer.from(sheetXml({ number: 'F1', body: fullBody() }));
  const whole = await read(bytes);
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(bytes.length), { maxLength: 30 }), async (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const pieces = places.slice(1).map((end, n) => bytes.subarray(places[n], end));
      expect(await readFeedXml('F1.xml', pieces)).toEqual(whole);
    }),
    { numRuns: 30 },
  );
});

test('any damage to a sheet gives a sheet or a refusal of ours, never another error', async () => {
  const bytes = Buffer.from(sheetXml({ number: 'F1', body: fullBody() }));
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, value) => {
      const damaged = Buffer.from(bytes);
      damaged[at] = value;
      const error: unknown = await readFeedXml('F1.xml', [damaged]).then(
        () => null,
        (caught: unknown) => caught,
      );
      expect(error === null || error instanceof QualeprefError).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('what no check needs is left unread', async () => {
  async function* menu(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('<Menu><Titre>Accueil</Titre>');
    await Promise.resolve();
    throw new Error('read on');
  }
  expect(await readFeedXml('menu.xml', menu())).toEqual({ kind: 'other' });
});

test('withdrawn numbers come with those in their place', async () => {
  const xml =
    '<Redirections><Redirection from="F1" to="F2"/><Redirection from="F3"/><Redirection from="x" to="F4"/></Redirections>';
  expect(await read(xml, 'redirections.xml')).toEqual({ kind: 'redirections', pairs: [['F1', 'F2']] });
});

test('the tree names each of its sheets', async () => {
  const xml =
    '<Arborescence><Item ID="N1"><Titre>Papiers</Titre><Item ID="F1"><Titre>Carte</Titre></Item></Item><Titre>Sans numéro</Titre></Arborescence>';
  expect(await read(xml, 'arborescence.xml')).toEqual({
    kind: 'tree',
    pairs: [
      ['N1', 'Papiers'],
      ['F1', 'Carte'],
    ],
  });
});

test('the days of important changes are found as attributes or as text', async () => {
  const xml =
    '<Liste><Publication ID="F1" dateModif="2026-01-02T00:00:00"/><Publication ID="F2"><Date>2026-01-03</Date></Publication><Publication ID="F3" titre="2026-01-04"/></Liste>';
  expect(await read(xml, 'part/idxDateModifImp.xml')).toEqual({
    kind: 'changes',
    pairs: [
      ['F1', '2026-01-02'],
      ['F2', '2026-01-03'],
    ],
  });
});
