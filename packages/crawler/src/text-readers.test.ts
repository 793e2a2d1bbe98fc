import fc from 'fast-check';
import { expect, test } from 'vitest';
import { postalAddressesIn } from './text-addresses.ts';
import { datesIn } from './text-dates.ts';
import { delaysIn } from './text-delays.ts';
import { emailsIn } from './text-emails.ts';
import { hoursIn } from './text-hours.ts';
import { phonesIn } from './text-phones.ts';
import { foldInPlace } from './text.ts';

interface Extract {
  readonly text: string;
  readonly index: number;
}

const READERS: readonly (readonly [string, (text: string) => readonly Extract[]])[] = [
  ['dates', (text) => datesIn(text, { today: '2026-11-24' })],
  ['hours', (text) => [hoursIn(text)]],
  ['phones', phonesIn],
  ['addresses', postalAddressesIn],
  ['delays', delaysIn],
  ['e-mails', emailsIn],
];

const PIECES = [
  ...[
    'du ',
    'au ',
    'le ',
    'jusqu’au ',
    'les ',
    ' et ',
    ', ',
    ' : ',
    ' - ',
    '\n',
    ' ',
    '.',
    '(',
    '/',
    'É',
    'İ',
    'œ',
  ],
  ...[
    '12',
    '1er',
    '31',
    '2026',
    '29 février',
    '3 août 2026',
    '03/08/2026',
    '2026-08-03',
    'lundi ',
    'mercredi',
  ],
  ...[
    '8h30',
    ' à ',
    '12 h',
    'midi',
    '8h-9h',
    'fermé ',
    'sauf ',
    'après-midi',
    'sous ',
    '5 jours ouvrés',
    'deux mois',
  ],
  ...[
    '04 91 15 60 00',
    '+33 (0)4',
    '3939',
    '0 800',
    '13006 Marseille',
    ' CEDEX 06',
    '66 rue Noire',
    'CS 80001',
  ],
  ...[
    'accueil@exemple.fr',
    ' [at] ',
    'exemple.fr',
    'délai de ',
    'moins de ',
    'e\u0301',
    '\u00a0',
    '\u202f',
    '😀',
  ],
];
const text = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    {
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.join(''));

test.each(READERS)('whatever the text, an extract of %s stands where it is said, in order', (_what, read) => {
  fc.assert(
    fc.property(text, (written) => {
      const composed = written.normalize('NFC');
      let last = 0;
      for (const { text: shown, index } of read(written)) {
        expect(composed.slice(index, index + shown.length)).toBe(shown);
        expect(index).toBeGreaterThanOrEqual(last);
        last = index;
      }
    }),
    { numRuns: 300, seed: 24 },
  );
});

test('folding in place moves nothing', () => {
  fc.assert(
    fc.property(text, (written) => {
      expect(foldInPlace(written)).toHaveLength(written.length);
    }),
    { numRuns: 300, seed: 24 },
  );
  expect(foldInPlace('L’ÉTÉ\u00a0–\tİci\n')).toBe("l'ete - ici\n");
});
