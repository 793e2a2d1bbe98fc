import * as v from 'valibot';
import { expect, test } from 'vitest';
import { parse, parsed } from './parse.ts';
import {
  amount,
  id,
  isoDay,
  list,
  monthId,
  oneOf,
  periodId,
  publicText,
  rate,
  section,
  text,
  unknownYet,
  wallTime,
  webAddress,
} from './schema.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const told = (schema: v.GenericSchema, value: unknown): string[] => {
  const result = parse(schema, value);
  return 'issues' in result
    ? result.issues.map(({ path, problem, message }) => plain(`${problem} ${path.join('.')}: ${message}`))
    : [];
};

const thing = section({
  name: text(),
  on: isoDay,
  phone: unknownYet(text()),
  site: v.optional(section({ id })),
  way: v.optional(
    v.variant(
      'kind',
      [
        section({ kind: v.literal('desk'), hours: text() }),
        section({ kind: v.literal('post'), street: text() }),
      ],
      'une autre voie : kind: desk ou post',
    ),
  ),
});

test('a sound value comes out with its defaults', () => {
  expect(parse(thing, { name: ' Guichet ', on: '2026-11-24' })).toEqual({
    value: { name: 'Guichet', on: '2026-11-24', phone: undefined },
  });
});

test('all that is wrong is told at once, with its path and what was expected', () => {
  expect(told(thing, { name: 3, on: '2026-02-30', site: { id: 'É' }, extra: 1 })).toEqual([
    'unknown extra: clé inconnue « extra »',
    'invalid name: « 3 » n’est pas un texte. Attendu : du texte, entre guillemets s’il n’a que des chiffres.',
    'invalid on: « 2026-02-30 » n’est pas une date. Attendu : année, mois et jour, par exemple 2026-11-24.',
    'invalid site.id: « É » n’est pas un identifiant. Attendu : des lettres minuscules sans accent, des chiffres, des points et des tirets.',
  ]);
});

test('a fact not known yet may be absent or left empty, a needed one may not', () => {
  const sound = { name: 'Guichet', on: '2026-11-24' };
  expect(told(thing, { ...sound, phone: null })).toEqual([]);
  expect(told(thing, { ...sound, name: null })).toEqual([
    'missing name: « name » est vide. Attendu : du texte, entre guillemets s’il n’a que des chiffres.',
  ]);
  expect(told(thing, { name: 'Guichet' })).toEqual([
    'missing on: il manque la clé « on ». Attendu : année, mois et jour, par exemple 2026-11-24.',
  ]);
});

test('a variant is judged by the option that its key names', () => {
  const withWay = (way: unknown): string[] => told(thing, { name: 'Guichet', on: '2026-11-24', way });
  expect(withWay({ kind: 'desk', hours: '9 h à 12 h' })).toEqual([]);
  expect(withWay({ kind: 'desk', street: 'rue' })).toEqual([
    'unknown way.street: clé inconnue « street »',
    'missing way.hours: il manque la clé « hours ». Attendu : du texte, entre guillemets s’il n’a que des chiffres.',
  ]);
  expect(withWay({ kind: 'fax' })).toEqual([
    'invalid way.kind: « fax » n’est pas une autre voie. Attendu : kind: desk ou post.',
  ]);
  expect(withWay('guichet')).toEqual([
    'invalid way: « guichet » n’est pas une autre voie. Attendu : kind: desk ou post.',
  ]);
});

test('a list is not a section, a section is not a list', () => {
  expect(told(thing, [])[0]).toMatch(
    /^invalid : une liste n’est pas une section\. Attendu : les clés name, on,/,
  );
  expect(told(list(text(), 'de noms'), {})).toEqual(['invalid : une section n’est pas une liste de noms.']);
  expect(told(list(publicText, 'de textes'), [{ en: 'x' }])).toEqual([
    'missing 0.fr: il manque la clé « fr ». Attendu : du texte, entre guillemets s’il n’a que des chiffres.',
  ]);
});

test.each([
  [amount, [0, 12], [-1, 1.5, '3']],
  [rate, [0, 1, 0.75], [-0.01, 1.01]],
  [monthId, ['2026-01', '2026-12'], ['2026-13', '2026-00', '2026-T1', '2026-1']],
  [periodId, ['2026', '2026-S2', '2026-T4', '2026-11', '2028-02-29'], ['2026-S3', '2027-02-29', 'hier']],
  [wallTime, ['00:00', '09:30', '23:59'], ['24:00', '9:30', '09:60', '09h30']],
  [id, ['aix', 'saint-sebastien', 'sat.theme.accueil', 'b3cl'], ['Aix', 'a b', '-a', 'a.', '']],
  [webAddress, ['https://www.exemple.fr/a?b#c'], ['ftp://exemple.fr', 'exemple.fr', 'javascript:alert(1)']],
  [oneOf(['un', 'deux']), ['un'], ['trois', 1]],
] as [v.GenericSchema, unknown[], unknown[]][])(
  'each word of a schema has its bounds',
  (schema, right, wrong) => {
    for (const value of right) expect(told(schema, value), String(value)).toEqual([]);
    for (const value of wrong) expect(told(schema, value), String(value)).toHaveLength(1);
  },
);

test('what a program hands over is refused with a typed error that names the path', () => {
  const read = (value: unknown) => parsed(thing, value, { code: 'thing-invalid', name: 'fiche' });
  expect(read({ name: 'Guichet', on: '2026-11-24' }).name).toBe('Guichet');
  expect(() => read({ name: 'Guichet', on: 'hier', extra: 1 })).toThrow(
    expect.objectContaining({
      code: 'thing-invalid',
      message:
        'fiche, extra\u00a0: clé inconnue «\u00a0extra\u00a0».\n' +
        'fiche, on\u00a0: «\u00a0hier\u00a0» n’est pas une date. Attendu\u00a0: année, mois et jour, par exemple 2026-11-24.',
    }),
  );
});
