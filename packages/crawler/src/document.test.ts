import { deflateRawSync, deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { readDocument, type DocumentFacts } from './document.ts';

/** A PDF of one page; the options are those of its maker. */
function pdf(options: PDFKit.PDFDocumentOptions, draw: (made: PDFKit.PDFDocument) => void): Promise<Buffer> {
  return new Promise((resolve) => {
    const made = new PDFDocument(options);
    const chunks: Buffer[] = [];
    made.on('data', (chunk: Buffer) => chunks.push(chunk));
    made.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    draw(made);
    made.end();
  });
}

/** A zip of deflated entries; `claims` replaces the size that an entry says it has. */
function zip(entries: Readonly<Record<string, string>>, claims?: number): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const data = deflateRawSync(text);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(claims ?? Buffer.byteLength(text), 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), data]);
    const central = Buffer.alloc(42);
    central.writeUInt16LE(20, 0);
    head.copy(central, 2, 0, 26);
    central.writeUInt32LE(offset, 38);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02'), central, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(centrals.length, 4);
  end.writeUInt16LE(centrals.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

const office = (entries: Readonly<Record<string, string>>, claims?: number): Promise<DocumentFacts | null> =>
  readDocument(zip(entries, claims), 'zip');
const CORE =
  '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Notice</dc:title><dcterms:created>2026-02-03T10:00:00Z</dcterms:created></cp:coreProperties>';
const STYLES =
  '<w:styles xmlns:w="w"><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:style w:styleId="T1"><w:name w:val="heading 1"/></w:style></w:styles>';
const picture = (description: string): string =>
  `<w:drawing><wp:inline><wp:docPr id="1" name="Image 1"${description}/><pic:pic><pic:cNvPr id="1" name="a.png"/></pic:pic></wp:inline></w:drawing>`;
const word = (body: string): string =>
  `<w:document xmlns:w="w" xmlns:wp="p" xmlns:pic="i"><w:body>${body}</w:body></w:document>`;
const DOCX = {
  'docProps/core.xml': CORE,
  'word/document.xml': word(
    `<w:p><w:pPr><w:pStyle w:val="T1"/></w:pPr><w:r><w:t>Titre</w:t></w:r></w:p>${picture(' descr="Carte"')}${picture('')}`,
  ),
  'word/styles.xml': STYLES,
};

test('a tagged PDF says its title, its language and its text', async () => {
  const options = {
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: 'Notice' },
  } as const;
  const bytes = await pdf(options, (made) => {
    made.addStructure(
      made.struct('P', {}, () => {
        made.text('Le passeport se demande en mairie.');
      }),
    );
  });
  expect(await readDocument(bytes, 'pdf')).toMatchObject({
    ...{ format: 'pdf', pages: 1, isTagged: true, hasOutline: false, title: 'Notice', lang: 'fr-FR' },
    ...{ letters: 28, images: 0, imagesWithoutAlternative: 0 },
  });
});

test('a PDF without tags, title nor text is told so', async () => {
  const bytes = await pdf({}, (made) => {
    made.rect(10, 10, 50, 50).fill('#000');
  });
  expect(await readDocument(bytes, 'pdf')).toMatchObject({
    ...{ isTagged: false, title: null, lang: null, letters: 0 },
  });
});

test('a locked PDF and a broken one are failures, not errors', async () => {
  const locked = await pdf({ userPassword: 'secret' }, (made) => made.text('Bonjour'));
  expect(await readDocument(locked, 'pdf')).toEqual({ format: 'pdf', failure: 'encrypted' });
  expect(await readDocument(Buffer.from('%PDF-1.7 rien'), 'pdf')).toEqual({
    format: 'pdf',
    failure: 'invalid',
  });
});

test('a document that is not done in time is left', async () => {
  const bytes = await pdf({}, (made) => made.text('Bonjour'));
  expect(await readDocument(bytes, 'pdf', 1)).toEqual({ format: 'pdf', failure: 'timeout' });
});

test('a Word text says its title, language, headings and images', async () => {
  expect(await office(DOCX)).toEqual({
    ...{ format: 'docx', title: 'Notice', lang: 'fr-FR', madeOn: '2026-02-03', letters: 5, headings: 1 },
    ...{ images: 2, imagesWithoutAlternative: 1 },
  });
});

test('an OpenDocument text says the same, its alternatives behind its images', async () => {
  const frame = (inside: string): string => `<draw:frame><draw:image/>${inside}</draw:frame>`;
  const content = `<o xmlns:text="t" xmlns:draw="d" xmlns:svg="s"><text:h>Titre</text:h><text:p>Un texte</text:p>${frame('<svg:desc>Carte</svg:desc>')}${frame('')}</o>`;
  const meta = '<m xmlns:dc="d"><dc:title>Notice</dc:title><dc:language>fr-FR</dc:language></m>';
  const type = 'application/vnd.oasis.opendocument.text';
  expect(await office({ mimetype: type, 'content.xml': content, 'meta.xml': meta })).toMatchObject({
    ...{ format: 'odt', title: 'Notice', lang: 'fr-FR', letters: 12, headings: 1 },
    ...{ images: 2, imagesWithoutAlternative: 1 },
  });
});

test('a zip that is no office document, and a format that is not looked into, say nothing', async () => {
  expect(await office({ 'lisez-moi.txt': 'Bonjour' })).toBeNull();
  expect(await readDocument(Buffer.from('Bonjour'), 'text')).toBeNull();
});

test('what would fill the memory is refused: a bomb, a document type, a pile of elements', async () => {
  const refused = { format: 'docx', failure: 'too-large' };
  const bomb = word(`<w:p>${' '.repeat(4_000_000)}</w:p>`);
  expect(await office({ ...DOCX, 'word/document.xml': bomb })).toEqual(refused);
  const entities = `<!DOCTYPE a [<!ENTITY b "c">]>${word('')}`;
  expect(await office({ ...DOCX, 'word/document.xml': entities })).toEqual(refused);
  const pile = word('<w:p>'.repeat(300) + '</w:p>'.repeat(300));
  expect(await office({ ...DOCX, 'word/document.xml': pile })).toEqual(refused);
});

test('an entry that lies about its size, and XML that is not closed, are broken', async () => {
  const broken = { format: 'docx', failure: 'invalid' };
  expect(await office(DOCX, 3)).toEqual(broken);
  expect(await office({ ...DOCX, 'word/document.xml': '<w:document xmlns:w="w">' })).toEqual(broken);
});

test('a PDF that unpacks to more than the memory holds is left', async () => {
  const packed = deflateSync(Buffer.alloc(600_000_000));
  const head = `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R>> endobj
4 0 obj <</Filter /FlateDecode /Length ${String(packed.length)}>> stream
`;
  const bomb = Buffer.concat([
    Buffer.from(head),
    packed,
    Buffer.from('\nendstream endobj trailer <</Root 1 0 R>>\n%%EOF\n'),
  ]);
  expect(await readDocument(bomb, 'pdf', 60_000)).toEqual({ format: 'pdf', failure: 'too-large' });
}, 60_000);
