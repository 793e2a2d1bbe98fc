import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import { bookingModes, canPublish, isBookableOnline, procedureSchema, type Procedure } from './procedure.ts';

const procedure = (more: object = {}): Procedure => {
  const result = parse(procedureSchema, { label: { fr: 'Points numériques' }, ...more });
  if ('value' in result) return result.value;
  throw new Error(result.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'));
};
const places = (more: object) => {
  const result = parse(procedureSchema, { label: { fr: 'Points numériques' }, ...more });
  return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
};

test('a label is enough to begin with; the rest may be unknown', () => {
  expect(JSON.parse(JSON.stringify(procedure()))).toEqual({
    label: { fr: 'Points numériques' },
    onAppointment: false,
    otherWays: [],
    sites: [],
  });
  expect(places({ id: null, sheet: null, page: null, booking: null, service: null })).toEqual([]);
  expect(places({ booking: { mode: null, address: null } })).toEqual([]);
});

test('what is written is checked', () => {
  expect(
    places({
      id: 'Points',
      sheet: 'F1342x',
      page: 'points',
      onAppointment: 'oui',
      booking: { mode: 'captcha', address: 'ici' },
      otherWays: [{ kind: 'fax' }],
      sites: ['aix', 'Arles'],
    }),
  ).toEqual([
    'id',
    'sheet',
    'page',
    'onAppointment',
    'booking.mode',
    'booking.address',
    'otherWays.0.kind',
    'sites.1',
  ]);
  expect(places({ sheet: 'F1342', page: '/Demarches/Points', otherWays: [{ kind: 'post' }] })).toEqual([]);
  expect(places({ sheet: 'xF1342' })).toEqual(['sheet']);
});

test('own slots are bookable online, the national service too once its address is known', () => {
  const address = 'https://rdv.exemple.fr/reservation/demarche/1/';
  const bookable = (booking?: object) => isBookableOnline(procedure({ booking }));
  expect(bookingModes.filter((mode) => bookable({ mode }))).toEqual(['own-slots']);
  expect(bookingModes.filter((mode) => bookable({ mode, address }))).toEqual([
    'own-slots',
    'official-service',
  ]);
  expect(bookable()).toBe(false);
});

test('an address to book at whose mode is unknown is bookable online, an unknown address is not', () => {
  expect(isBookableOnline(procedure({ booking: { address: '/Prendre-un-rendez-vous' } }))).toBe(true);
  expect(isBookableOnline(procedure({ booking: {} }))).toBe(false);
});

test.each([undefined, ...bookingModes])(
  'with the mode %s nothing is published without another way',
  (mode) => {
    const booking = { mode, address: '/rendez-vous' };
    const post = { kind: 'post', address: '1 rue de l’Exemple' };
    const email = { kind: 'email', address: 'accueil@exemple.fr' };
    expect(canPublish(procedure({ booking }))).toBe(false);
    expect(canPublish(procedure({ booking, otherWays: [email] }))).toBe(false);
    expect(canPublish(procedure({ booking, otherWays: [email, post] }))).toBe(true);
  },
);

test('the tariffs of a préfecture decide whether a phone is enough', () => {
  const hours = [{ days: [1], from: '09:00', to: '12:00' }];
  const offered = procedure({ otherWays: [{ kind: 'phone', number: '01 99 00 12 34', hours }] });
  expect(canPublish(offered)).toBe(true);
  expect(canPublish(offered, [])).toBe(false);
});
