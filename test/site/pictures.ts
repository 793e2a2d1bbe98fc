import { crc32, deflateSync } from 'node:zlib';

/** A landscape of hills in the mist, always the same for the same seed; its grain gives it the weight of a photograph. */
export function landscape(width: number, height: number, seed: number): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  const grain = noise(seed);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const shade = shadeAt(x / width, y / height, seed) + grain() * 6;
      const at = y * (1 + width * 3) + 1 + x * 3;
      rows[at] = shade * 0.8;
      rows[at + 1] = shade * 0.9;
      rows[at + 2] = shade;
    }
  }
  return png(width, height, rows);
}

/** With all that a camera keeps in a file, and that nobody sees: more than five megabytes. */
export function straightFromCamera(picture: Buffer): Buffer {
  return Buffer.concat([picture, Buffer.alloc(5_400_000)]);
}

/** Nearer hills are darker; the sky is what no hill hides. */
function shadeAt(x: number, y: number, seed: number): number {
  for (const near of [3, 2, 1, 0]) {
    const ridge = 0.3 + near * 0.17 + 0.08 * Math.sin(x * (5 + near * 2) + seed + near * 2);
    if (y > ridge) return 190 - near * 38 + (y - ridge) * 60;
  }
  return 225 + y * 20;
}

/** Reproducible numbers from 0 to 1. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function png(width: number, height: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
