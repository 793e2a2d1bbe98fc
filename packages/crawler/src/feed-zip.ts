import { crc32 } from 'node:zlib';
import { QualeprefError } from '@qualepref/core';
import { fromBuffer, open, type Entry, type ZipFile } from 'yauzl';
import { FEED_LIMITS, tooLarge } from './feed-limits.ts';
import type { FeedSource } from './feed-source.ts';
import { XML_LIMITS } from './feed-xml.ts';
import { cut } from './text.ts';

/** How many times its size an entry may grow: the sheets grow tenfold. */
const RATIO = 200;
/** An entry this small is harmless, whatever it was made from. */
const UNSUSPECTED = 1_000_000;
const KIND_OF_FILE = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/**
 * Opens a zip, and looks at all it announces before anything is unpacked.
 * Nothing of it is ever written under a name of its own.
 *
 * @param zip its path, or its bytes
 * @param place what messages call it
 * @throws QualeprefError `feed-zip-broken`, `feed-zip-name`, `feed-zip-link`, `feed-zip-encrypted`, `feed-zip-twice`, `feed-zip-bomb`, `feed-large`
 */
export async function openZip(zip: string | Buffer, place: string = String(zip)): Promise<FeedSource> {
  const opened = await openedZip(zip, place);
  try {
    const entries = await entriesOf(opened, place);
    const files = entries.filter(({ fileName }) => /\.xml$/i.test(fileName));
    const newest = files.map((entry) => entry.getLastModDate({ timezone: 'UTC' }).getTime());
    return {
      files: files.map((entry) => ({ name: entry.fileName, bytes: () => bytesOf(opened, entry, place) })),
      changedOn: dayOf(Math.max(...newest)),
      close: () => {
        opened.close();
      },
    };
  } catch (error) {
    opened.close();
    throw error;
  }
}

function dayOf(time: number): string | null {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : null;
}

function openedZip(zip: string | Buffer, place: string): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true };
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, opened: ZipFile): void => {
      if (error) reject(refusal('broken', place, undefined, error));
      else resolve(opened);
    };
    if (typeof zip === 'string') open(zip, options, done);
    else fromBuffer(zip, options, done);
  });
}

function entriesOf(zip: ZipFile, place: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  const names = new Set<string>();
  let total = 0;
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => {
      // The library looks at the names, and gives its errors no code.
      const reason = /path|characters in fileName/.test(error.message) ? 'name' : 'broken';
      reject(refusal(reason, place, undefined, error));
    });
    zip.on('end', () => {
      resolve(entries);
    });
    zip.on('entry', (entry: Entry) => {
      const reason = faultOf(entry, names);
      names.add(entry.fileName);
      total += entry.uncompressedSize;
      if (reason) reject(refusal(reason, place, entry.fileName));
      else if (entries.push(entry) > FEED_LIMITS.count || total > FEED_LIMITS.total) reject(tooLarge(place));
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function faultOf(entry: Entry, names: ReadonlySet<string>): keyof typeof REASONS | null {
  const { uncompressedSize: size, compressedSize, fileName } = entry;
  if (((entry.externalFileAttributes >>> 16) & KIND_OF_FILE) === SYMBOLIC_LINK) return 'link';
  if (entry.isEncrypted()) return 'encrypted';
  if (names.has(fileName)) return 'twice';
  const isBomb = size > XML_LIMITS.size || (size > UNSUSPECTED && size > compressedSize * RATIO);
  return isBomb ? 'bomb' : null;
}

async function* bytesOf(zip: ZipFile, entry: Entry, place: string): AsyncGenerator<Uint8Array> {
  let sum = 0;
  try {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => {
        if (error) reject(error);
        else resolve(opened);
      });
    });
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (cause) {
    throw refusal('broken', place, entry.fileName, cause);
  }
  if (sum !== entry.crc32) throw refusal('broken', place, entry.fileName);
}

const REASONS = {
  broken: 'n’est pas un zip lisible, ou il est incomplet',
  name: 'contient un nom de fichier qui mène ailleurs',
  link: 'contient un lien vers un autre endroit',
  encrypted: 'est chiffré',
  twice: 'contient deux fichiers du même nom',
  bomb: 'contient un fichier démesuré une fois décompressé',
} as const;

function refusal(
  reason: keyof typeof REASONS,
  place: string,
  name: string | undefined,
  cause?: unknown,
): QualeprefError {
  const which = name === undefined ? '' : ` (« ${cut(name, 100)} »)`;
  return new QualeprefError(
    `feed-zip-${reason}`,
    `Flux refusé : « ${place} » ${REASONS[reason]}${which}. Le télécharger à nouveau de son adresse officielle (qualepref feed update) ; le flux précédent, s’il y en a un, est gardé.`,
    { cause },
  );
}
