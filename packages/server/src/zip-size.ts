import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;
const MOST_ENTRIES = 200;

/**
 * Whether a zip, once inflated, holds no more than some bytes: what is declared
 * is not believed, each entry is inflated. What is no zip holds nothing.
 *
 * @param most bytes of all entries together
 */
export function isWithin(bytes: Uint8Array, most: number): boolean {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end === -1 || end + 22 > zip.length || zip.readUInt32LE(end) !== END) return false;
  const count = zip.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) return false;
  let left = most;
  let at = zip.readUInt32LE(end + 16);
  try {
    for (let entry = 0; entry < count; entry += 1) {
      if (zip.readUInt32LE(at) !== ENTRY) return false;
      left -= inflatedSize(zip, at, left);
      at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
  } catch {
    // Longer than what is left, cut short, or of a kind that no spreadsheet is.
    return false;
  }
  return true;
}

/** @throws when it is more than `most` */
function inflatedSize(zip: Buffer, at: number, most: number): number {
  const packed = zip.readUInt32LE(at + 20);
  const local = zip.readUInt32LE(at + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (packed > most || start + packed > zip.length) throw new RangeError('entry');
  if (zip.readUInt16LE(at + 10) !== DEFLATED) return packed;
  return inflateRawSync(zip.subarray(start, start + packed), { maxOutputLength: Math.max(1, most) }).length;
}
