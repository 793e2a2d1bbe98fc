/**
 * A reproducible draw: the same seed gives the same numbers on every machine,
 * so that anybody can draw a sample again and find it unchanged. Not for
 * secrets. Seed by xmur3, numbers by mulberry32 (both of the public domain).
 *
 * @returns a function that gives numbers from 0 included to 1 excluded
 */
export function randomFrom(seed: string): () => number {
  let hash = 1779033703 ^ seed.length;
  for (let at = 0; at < seed.length; at++) {
    hash = Math.imul(hash ^ seed.charCodeAt(at), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  let state = (hash ^ (hash >>> 16)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * `size` items drawn without replacement, all of them when there are fewer, in
 * the order they were given.
 */
export function draw<Item>(items: readonly Item[], size: number, random: () => number): Item[] {
  const left = items.map((_, at) => at);
  const drawn: number[] = [];
  while (drawn.length < size && left.length > 0) {
    drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return drawn.sort((a, b) => a - b).flatMap((at) => items.slice(at, at + 1));
}
