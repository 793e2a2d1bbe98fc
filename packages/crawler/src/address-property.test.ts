import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAddressing } from './address.ts';

const HOME = 'https://www.haute-brume.gouv.fr';
const addressing = createAddressing({
  address: HOME,
  servedBy: 'http://127.0.0.1:8000',
  aliases: ['https://haute-brume-recette.example'],
});
const canonical = (href: string, base = `${HOME}/`): string | null => addressing.canonical(href, base);

/** Pieces that rules look for, mixed with what people type: the worst that an address can be made of. */
const piece = fc.oneof(
  fc.constantFrom(
    ...['index.php', 'layout/set/print', '(offset)', '%28offset%29', '0', '..', '.', '%2e%2E', ''],
    ...[';jsessionid=1A', '..;jsessionid=2', '(S(0123456789abcdef0123))', 'é', '%c3%A9', '%', '%zz'],
    ...['?', '&', '=', '#', '#!', '/', '//', '\\', 'utm_source=x', 'PHPSESSID=1', 'sid=0123456789abcdef01'],
  ),
  fc.string({ maxLength: 6 }),
);
const anyHref = fc
  .array(piece, { maxLength: 9 })
  .chain((pieces) => fc.constantFrom('/', '', '?', ';').map((glue) => `/${pieces.join(glue)}`));

test('a canonical address is its own canonical address', () => {
  fc.assert(
    fc.property(anyHref, (href) => {
      const once = canonical(href);
      fc.pre(once !== null);
      expect(canonical(once)).toBe(once);
    }),
    { numRuns: 3_000 },
  );
});

/** Words that no rule reads anything into. */
const word = fc.stringMatching(/^[a-df-zA-DF-Z][a-zA-Z0-9~_-]{0,8}$/);
const place = fc.record({
  segments: fc.array(word, { minLength: 1, maxLength: 4 }),
  query: fc.array(fc.tuple(fc.stringMatching(/^q[a-z]{0,4}$/), fc.stringMatching(/^[a-zA-Z0-9]{0,6}$/)), {
    maxLength: 3,
  }),
});
type Place = typeof place extends fc.Arbitrary<infer P> ? P : never;

const hrefOf = ({ segments, query }: Place): string =>
  `/${segments.join('/')}${query.length === 0 ? '' : `?${query.map(([name, value]) => `${name}=${value}`).join('&')}`}`;

test('two pages are never taken for one', () => {
  fc.assert(
    fc.property(place, place, (one, other) => {
      fc.pre(hrefOf(one) !== hrefOf(other));
      expect(canonical(hrefOf(one))).not.toBe(canonical(hrefOf(other)));
    }),
    { numRuns: 2_000 },
  );
});

/** Every letter as its percent code, the case of the code drawn. */
const coded = (text: string, isLower: boolean): string =>
  text.replace(/[a-z]/i, (letter) => {
    const code = letter.charCodeAt(0).toString(16);
    return `%${isLower ? code : code.toUpperCase()}`;
  });

test('eleven spellings and more of one page have one canonical address', () => {
  fc.assert(
    fc.property(place, fc.boolean(), (page, isLower) => {
      const href = hrefOf(page);
      const [path = ''] = href.split('?', 1);
      const query = href.slice(path.length);
      const glue = query === '' ? '?' : '&';
      const spellings = [
        `HTTPS://WWW.Haute-Brume.gouv.fr${href}`,
        `${HOME}:443${href}`,
        `http://haute-brume.gouv.fr${href}`,
        `https://www.haute-brume.pref.gouv.fr${href}`,
        `https://haute-brume-recette.example${href}`,
        `http://127.0.0.1:8000${href}`,
        `https://lea:secret@www.haute-brume.gouv.fr${href}`,
        `/.${href}`,
        `/absent/..${href}`,
        `/absent/%2e%2E${href}`,
        `${href}#partie`,
        ...(query === '' ? [`${href}?`] : []),
        `${coded(path, isLower)}${query}`,
        `  ${path.slice(0, 2)}\t${path.slice(2)}${query}\n`,
        `/${href}`.replace('//', `//www.haute-brume.gouv.fr//`),
        `/index.php${href}`,
        `/layout/set/print${href}`,
        `/index.php/layout/set/print${href}`,
        `${href}${glue}utm_source=lettre&at_medium=x&xtor=EPR-1&fbclid=1&gclid=2`,
        `${href}${glue}PHPSESSID=0a1b2c`,
        `${path};jsessionid=0A1B${query}`,
      ];
      for (const spelling of spellings) expect(canonical(spelling), spelling).toBe(`${HOME}${href}`);
    }),
    { numRuns: 300 },
  );
});
