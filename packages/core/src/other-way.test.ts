import { expect, test } from 'vitest';
import { isSufficient, otherWayIssues } from './other-way.ts';
import { otherWaySchema, type OtherWay } from './other-way-schema.ts';
import { parse } from './parse.ts';
import { phoneTariffRules } from './phone-tariff.ts';

const hours = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' }] as const;
const way = (value: unknown): OtherWay => {
  const result = parse(otherWaySchema, value);
  if ('value' in result) return result.value;
  throw new Error(result.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'));
};
const phone = (more: object = {}) => way({ kind: 'phone', number: '04 65 71 12 34', hours, ...more });
const desk = (more: object = {}) => way({ kind: 'desk', address: '1 rue de l’Exemple', hours, ...more });
const post = (more: object = {}) => way({ kind: 'post', address: '1 rue de l’Exemple', ...more });
const email = way({ kind: 'email', address: 'accueil@exemple.fr' });
const form = way({ kind: 'form', address: 'https://www.exemple.fr/contact' });
const codes = (...ways: OtherWay[]) => otherWayIssues(ways).map(({ way, code }) => [way, code]);

test('a phone with hours, a desk with address and hours, or a postal address is enough', () => {
  for (const each of [phone(), desk(), desk({ site: 'aix' }), post()]) {
    expect(isSufficient(each)).toBe(true);
    expect(otherWayIssues([each])).toEqual([]);
  }
});

test('an e-mail or a form alone is refused, and so are both together', () => {
  expect(isSufficient(email)).toBe(false);
  expect(isSufficient(form)).toBe(false);
  expect(codes(email)).toEqual([
    [0, 'online-only'],
    [undefined, 'none'],
  ]);
  expect(codes(email, form)).toEqual([
    [0, 'online-only'],
    [1, 'online-only'],
    [undefined, 'none'],
  ]);
});

test('beside a way that is enough, an e-mail and a form are welcome', () => {
  expect(codes(email, post(), form)).toEqual([]);
});

test('no way at all is one fault', () => {
  expect(otherWayIssues([])).toEqual([
    {
      code: 'none',
      message:
        'Aucun autre moyen ne suffit\u00a0: ajouter un téléphone non surtaxé avec ses horaires, un guichet avec son adresse et ses horaires, ou une adresse postale.',
    },
  ]);
});

test.each<[string, OtherWay, string[]]>([
  ['a phone without a number', phone({ number: null }), ['no-number']],
  ['a phone without hours', phone({ hours: undefined }), ['no-hours']],
  ['a phone with no hour in its list', phone({ hours: [] }), ['no-hours']],
  ['a phone with nothing', way({ kind: 'phone' }), ['no-number', 'no-hours']],
  ['a surcharged phone', phone({ number: '0 820 99 00 12' }), ['surcharged']],
  [
    'a surcharged phone without hours',
    phone({ number: '0820990012', hours: null }),
    ['surcharged', 'no-hours'],
  ],
  ['a foreign phone', phone({ number: '+32 2 990 12 34' }), ['unproven-tariff']],
  ['a desk without an address', desk({ address: null }), ['no-address']],
  ['a desk without hours', desk({ hours: null }), ['no-hours']],
  ['a desk with nothing', way({ kind: 'desk' }), ['no-address', 'no-hours']],
  ['post without an address', post({ address: undefined }), ['no-address']],
])('%s is not enough', (_, each, faults) => {
  expect(isSufficient(each)).toBe(false);
  expect(codes(each)).toEqual([...faults.map((fault) => [0, fault]), [undefined, 'none']]);
});

test('what is incomplete is told even beside a way that is enough', () => {
  expect(codes(post(), phone({ hours: null }), way({ kind: 'email' }))).toEqual([
    [1, 'no-hours'],
    [2, 'no-address'],
  ]);
  expect(codes(way({ kind: 'form' }))).toEqual([
    [0, 'no-address'],
    [0, 'online-only'],
    [undefined, 'none'],
  ]);
});

test('a free number is enough', () => {
  expect(isSufficient(phone({ number: '0 800 99 00 12' }))).toBe(true);
});

test('each fault says what to do', () => {
  const issues = otherWayIssues([
    way({ kind: 'phone' }),
    phone({ number: '0820990012' }),
    phone({ number: '36 99' }),
    way({ kind: 'post' }),
    email,
  ]);
  expect(issues.map(({ message }) => message).slice(0, -1)).toEqual([
    'Le numéro de téléphone manque\u00a0: l’ajouter.',
    'Les horaires manquent\u00a0: les ajouter.',
    'Le numéro est surtaxé\u00a0: en donner un qui ne l’est pas.',
    'Rien ne prouve que ce numéro n’est pas surtaxé\u00a0: en donner un autre.',
    'L’adresse manque\u00a0: l’ajouter.',
    'Un courriel ou un formulaire ne suffit pas\u00a0: il faut aussi un moyen hors ligne.',
  ]);
});

test('the tariffs of a préfecture decide', () => {
  const rules = [{ digits: 4, tariff: 'ordinary', starts: ['3699'] } as const, ...phoneTariffRules.value];
  expect(isSufficient(phone({ number: '36 99' }), rules)).toBe(true);
  expect(otherWayIssues([phone({ number: '36 99' })], rules)).toEqual([]);
  expect(otherWayIssues([phone()], []).map(({ code }) => code)).toEqual(['unproven-tariff', 'none']);
});

test('a way is of a known kind, with well-written facts', () => {
  const places = (value: unknown) => {
    const result = parse(otherWaySchema, value);
    return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
  };
  expect(places({ kind: 'phone', number: null, hours: null, purpose: { fr: 'Titres de séjour' } })).toEqual(
    [],
  );
  expect(places({ kind: 'fax' })).toEqual(['kind']);
  expect(places({ kind: 'phone', number: 'le standard' })).toEqual(['number']);
  expect(places({ kind: 'email', address: 'accueil' })).toEqual(['address']);
  expect(places({ kind: 'form', address: '/contact' })).toEqual(['address']);
  expect(places({ kind: 'post', hours })).toEqual(['hours']);
  expect(places({ kind: 'desk', site: 'Aix' })).toEqual(['site']);
});
