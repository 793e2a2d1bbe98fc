import { SaxesParser } from 'saxes';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { DocumentFacts, DocumentFormat } from './document.ts';
import { collapse, cut } from './text.ts';

/** Beyond, it is no text document but a way to fill a memory. */
const ENTRIES = 5_000;
const MIMETYPE = 200;
const PART = 20_000_000;
const WHOLE = 60_000_000;
const RATIO = 300;
const DEPTH = 256;
const TITLE_LENGTH = 300;

/** Parts that are read, by what they tell. */
const PARTS =
  /^(?:docProps\/core|meta|word\/(?:document|styles)|content|styles|ppt\/slides\/slide\d+|xl\/drawings\/drawing\d+)\.xml$/;
const FORMATS: readonly (readonly [RegExp, DocumentFormat])[] = [
  [/^word\/document\.xml$/, 'docx'],
  [/^xl\/workbook\.xml$/, 'xlsx'],
  [/^ppt\/presentation\.xml$/, 'pptx'],
];
const OPEN: Readonly<Record<string, DocumentFormat>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
};

class Refused extends Error {}

/** What an office document says of itself, from its XML; `null` for any other zip. */
export async function readOffice(bytes: Buffer): Promise<DocumentFacts | null> {
  const found: Found = {
    ...{ format: null, title: null, lang: null, madeOn: null, letters: 0, headings: 0 },
    ...{ images: 0, imagesWithoutAlternative: 0, headingStyles: new Set() },
  };
  try {
    const parts = await partsOf(bytes, found);
    if (!found.format) return null;
    // Styles first: a text names its headings by them.
    const sorted = [...parts].sort(
      ([a], [b]) => Number(b.endsWith('styles.xml')) - Number(a.endsWith('styles.xml')),
    );
    for (const [name, xml] of sorted) readPart(name, xml, found);
  } catch (error) {
    if (!found.format) return null;
    return { format: found.format, failure: error instanceof Refused ? 'too-large' : 'invalid' };
  }
  const { format, headingStyles, ...facts } = found;
  return { format, ...facts };
}

interface Found {
  format: DocumentFormat | null;
  title: string | null;
  lang: string | null;
  madeOn: string | null;
  letters: number;
  headings: number;
  images: number;
  imagesWithoutAlternative: number;
  readonly headingStyles: Set<string>;
}

async function partsOf(bytes: Buffer, found: Found): Promise<Map<string, string>> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    const options = { lazyEntries: true, validateEntrySizes: true, autoClose: false };
    fromBuffer(bytes, options, (error, opened) => {
      if (error) reject(error);
      else resolve(opened);
    });
  });
  const entries = await entriesOf(zip);
  // What it is comes first: a part that breaks down is then told of a document.
  for (const { fileName } of entries)
    found.format ??= FORMATS.find(([pattern]) => pattern.test(fileName))?.[1] ?? null;
  const type = entries.find(({ fileName }) => fileName === 'mimetype');
  if (type) found.format ??= OPEN[(await textOf(zip, type, MIMETYPE)).trim()] ?? null;
  if (entries.length >= ENTRIES) throw new Refused();
  const parts = new Map<string, string>();
  let left = WHOLE;
  for (const entry of found.format ? entries.filter(({ fileName }) => PARTS.test(fileName)) : []) {
    const xml = await textOf(zip, entry, Math.min(PART, left));
    left -= xml.length;
    parts.set(entry.fileName, xml);
  }
  return parts;
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => {
      resolve(entries);
    });
    zip.on('entry', (entry: Entry) => {
      if (entries.push(entry) >= ENTRIES) resolve(entries);
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

async function textOf(zip: ZipFile, entry: Entry, most: number): Promise<string> {
  const { uncompressedSize: size, compressedSize } = entry;
  if (size > most || size > Math.max(1_000_000, compressedSize * RATIO)) throw new Refused();
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error) reject(error);
      else resolve(opened);
    });
  });
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Elements that hold an image, behind what describes it. */
const IMAGES = new Set(['pic:pic', 'xdr:pic', 'p:pic']);

function readPart(name: string, xml: string, found: Found): void {
  const parser = new SaxesParser();
  const stack: string[] = [];
  let text = '';
  /** Whether the picture under way has an alternative, or is said to be decorative. */
  let isDescribed = false;
  let style = '';
  /** Depths of the OpenDocument frames that hold an image. */
  const frames = new Set<number>();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    // No office format has one: entities are a trap.
    throw new Refused();
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    if (stack.push(tag) > DEPTH) throw new Refused();
    const value = (key: string): string => collapse(attributes[key] ?? '');
    text = '';
    if (/^(?:wp:docPr|xdr:cNvPr|p:cNvPr|pic:cNvPr)$/.test(tag))
      isDescribed =
        tag === 'pic:cNvPr' && isDescribed ? true : value('descr') !== '' || value('title') !== '';
    if (tag === 'adec:decorative' && value('val') !== '0') isDescribed = true;
    if (tag === 'draw:frame') isDescribed = value('loext:decorative') === 'true';
    if (tag === 'w:style') style = value('w:styleId');
    if (name.endsWith('styles.xml')) {
      if ((tag === 'w:name' && /^(?:heading|titre) ?\d/i.test(value('w:val'))) || tag === 'w:outlineLvl')
        found.headingStyles.add(style);
      if (tag === 'w:lang' && value('w:val') !== '') found.lang ??= value('w:val');
      if (tag === 'style:text-properties' && /^[a-z]{2,3}$/.test(value('fo:language')))
        found.lang ??= value('fo:language');
      return;
    }
    if (tag === 'text:h' || (tag === 'w:pStyle' && isHeading(value('w:val'), found))) found.headings += 1;
    if (tag === 'w:outlineLvl') found.headings += 1;
  });
  parser.on('text', (chunk) => {
    text += chunk;
    if (/^(?:w:t|text:(?:p|h|span|a))$/.test(stack.at(-1) ?? ''))
      found.letters += chunk.match(/\p{L}/gu)?.length ?? 0;
  });
  parser.on('closetag', ({ name: tag }) => {
    stack.pop();
    const said = cut(collapse(text), TITLE_LENGTH);
    if (/^svg:(?:desc|title)$/.test(tag) && said !== '') isDescribed = true;
    // An OpenDocument frame tells its alternative behind its image.
    if (IMAGES.has(tag)) countImage(found, isDescribed);
    if (tag === 'draw:frame' && frames.delete(stack.length)) countImage(found, isDescribed);
    if (tag === 'draw:image') frames.add(stack.length - 1);
    if (tag === 'dc:title' && said !== '') found.title = said;
    if (tag === 'dc:language' && said !== '') found.lang = said;
    if (/^(?:dcterms:created|meta:creation-date)$/.test(tag))
      found.madeOn = /^\d{4}-\d\d-\d\d/.exec(said)?.[0] ?? null;
    text = '';
  });
  parser.write(xml).close();
}

function isHeading(style: string, { headingStyles }: Found): boolean {
  return headingStyles.has(style) || /^(?:heading|titre)\d/i.test(style);
}

function countImage(found: Found, isDescribed: boolean): void {
  found.images += 1;
  if (!isDescribed) found.imagesWithoutAlternative += 1;
}
