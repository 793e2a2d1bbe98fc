import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { JSONParser } from '@streamparser/json';
import { QualeprefError } from '@qualepref/core';
import { readAnnuaireRecord, type AnnuaireRecord } from './annuaire.ts';

/** The bulk file is some 350 MB; beyond, something else was given, or is being unpacked for ever. */
const MAX_BYTES = 4_000_000_000;
/** More than all the préfectures and sous-préfectures of France. */
const MAX_RECORDS = 2_000;
/** Enough to tell formats apart: a gzip header, a list or an object. */
const HEAD = 64;
/** Where the records are: in the bulk file, and in an answer of the API. */
const IN_OBJECT = ['$.service.*', '$.results.*'];
const IN_LIST = ['$.*'];

/**
 * The préfectures and sous-préfectures of some départements, from a file of the
 * directory: the bulk JSON once extracted, or an answer of the API; as it is or
 * compressed by gzip. It is never in memory whole.
 *
 * @throws QualeprefError `annuaire-file` when it cannot be read, `annuaire-format` when it is something else
 */
export async function loadAnnuaire(
  path: string,
  departements: ReadonlySet<string>,
): Promise<readonly AnnuaireRecord[]> {
  const head = await headOf(path);
  if (head.subarray(0, 3).toString('latin1') === 'BZh') {
    throw new QualeprefError(
      'annuaire-format',
      `${path} est une archive bzip2 : en extraire le fichier JSON (tar -xjf), puis le donner à --annuaire.`,
    );
  }
  const records: AnnuaireRecord[] = [];
  const reader = createReader((value) => {
    const record = records.length < MAX_RECORDS ? readAnnuaireRecord(value, departements) : null;
    if (record) records.push(record);
  });
  try {
    const isGzip = head[0] === 0x1f && head[1] === 0x8b;
    const file = createReadStream(path, { highWaterMark: 1 << 18 });
    await (isGzip ? pipeline(file, createGunzip(), reader.take) : pipeline(file, reader.take));
  } catch (error) {
    throw notAnnuaire(path, { cause: error });
  }
  if (reader.count() === 0) throw notAnnuaire(path);
  return records;
}

async function headOf(path: string): Promise<Buffer> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    throw new QualeprefError(
      'annuaire-file',
      `Le fichier de l’annuaire ${path} ne peut pas être lu : vérifier son nom et ses droits.`,
      { cause },
    );
  }
}

interface Reader {
  readonly take: (pieces: AsyncIterable<Buffer>) => Promise<void>;
  /** Records met, kept or not. */
  readonly count: () => number;
}

function createReader(onRecord: (value: unknown) => void): Reader {
  let count = 0;
  const take = async (pieces: AsyncIterable<Buffer>): Promise<void> => {
    let parser: JSONParser | undefined;
    let bytes = 0;
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > MAX_BYTES) throw new RangeError('too large');
      const json = parser ? piece : withoutMark(piece);
      parser ??= parserOf(json, (value) => {
        count += 1;
        onRecord(value);
      });
      parser.write(json);
    }
    if (parser?.isEnded === false) parser.end();
  };
  return { take, count: () => count };
}

function parserOf(piece: Buffer, onRecord: (value: unknown) => void): JSONParser {
  const isList = piece.subarray(0, HEAD).toString('utf8').trimStart().startsWith('[');
  const parser = new JSONParser({ paths: isList ? IN_LIST : IN_OBJECT, keepStack: false });
  parser.onValue = ({ value }) => {
    onRecord(value);
  };
  return parser;
}

/** Some tools write a byte order mark, which JSON does not have. */
function withoutMark(piece: Buffer): Buffer {
  return piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf ? piece.subarray(3) : piece;
}

function notAnnuaire(path: string, options?: ErrorOptions): QualeprefError {
  return new QualeprefError(
    'annuaire-format',
    `${path} n’est pas un fichier de l’annuaire de l’administration, ou il est incomplet. Attendu : le fichier JSON extrait des données locales, ou une réponse de l’API, compressés par gzip ou non.`,
    options,
  );
}
