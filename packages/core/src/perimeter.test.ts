import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import {
  calendarOf,
  openingHoursSchema,
  receptionFunctionLabels,
  receptionFunctions,
  serviceSchema,
  siteFacilities,
  siteFacilityLabels,
  siteSchema,
  siteTimeZone,
  unitSchema,
} from './perimeter.ts';

const places = (schema: Parameters<typeof parse>[0], value: unknown): string[] => {
  const result = parse(schema, value);
  return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
};

const site = { id: 'aix', name: 'Aix-en-Provence', kind: 'sous-prefecture' };

test('a site needs an id, a name and a kind; what is not known yet stays unknown', () => {
  expect(parse(siteSchema, site)).toEqual({
    value: { ...site, facilities: [], zone: 'metropole', closings: [] },
  });
  expect(places(siteSchema, { id: 'Aix', name: ' ', kind: 'mairie' })).toEqual(['id', 'name', 'kind']);
  expect(
    places(siteSchema, {
      ...site,
      address: null,
      directions: null,
      phones: null,
      email: null,
      hours: null,
      hoursNote: null,
      onAppointmentOnly: null,
    }),
  ).toEqual([]);
});

test('a site says how to reach it, when it is open, what it offers and when it is closed', () => {
  const whole = {
    ...site,
    address: '1 rue de l’Exemple',
    directions: { fr: 'Bus 1, arrêt Exemple' },
    phones: [{ number: '04 65 71 00 01', purpose: { fr: 'Titres de séjour' } }],
    email: 'accueil@exemple.fr',
    hours: [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '12:00' }],
    hoursNote: { fr: 'Forte affluence le lundi' },
    onAppointmentOnly: true,
    facilities: ['digital-desk', 'civic-service'],
    zone: 'reunion',
    closings: [{ day: '2026-05-15', reason: { fr: 'Pont' } }],
  };
  expect(parse(siteSchema, whole)).toEqual({ value: whole });
  expect(
    places(siteSchema, {
      ...whole,
      phones: [{ number: 'standard' }],
      email: 'accueil',
      onAppointmentOnly: 'oui',
      facilities: ['parking'],
      zone: 'corse',
      closings: [{ day: '2026-02-30' }],
    }),
  ).toEqual(['phones.0.number', 'email', 'onAppointmentOnly', 'facilities.0', 'zone', 'closings.0.day']);
});

test.each([
  ['01 99 00 12 34', true],
  ['0199001234', true],
  ['01.99.00.12.34', true],
  ['+33 1 99 00 12 34', true],
  ['34 00', true],
  ['01 99 00 12 34\u00a056', true],
  ['01  99 00 12 34', false],
  ['01-99-00-12-34', false],
  ['1', false],
  ['01 99 00 12 34 (accueil)', false],
])('the phone number « %s » is well written: %s', (number, isWell) => {
  expect(places(siteSchema, { ...site, phones: [{ number }] })).toEqual(isWell ? [] : ['phones.0.number']);
});

test('hours have at least one day of the week and end after they begin', () => {
  const hours = { days: [1, 7], from: '08:30', to: '08:31' };
  expect(places(openingHoursSchema, hours)).toEqual([]);
  expect(places(openingHoursSchema, { ...hours, to: '08:30' })).toEqual(['to']);
  expect(places(openingHoursSchema, { ...hours, days: [] })).toEqual(['days']);
  expect(places(openingHoursSchema, { ...hours, days: [0, 8] })).toEqual(['days.0', 'days.1']);
});

test('a unit has at least one site', () => {
  const unit = { id: 'prefecture', name: 'préfecture', sites: ['saint-sebastien', 'peytral'] };
  expect(places(unitSchema, unit)).toEqual([]);
  expect(places(unitSchema, { ...unit, sites: [] })).toEqual(['sites']);
});

test('a service may have a name and prefixes only, as in a configuration of the audit', () => {
  expect(parse(serviceSchema, { name: 'Bureau de l’accueil', prefixes: ['/Demarches'] })).toEqual({
    value: { name: 'Bureau de l’accueil', prefixes: ['/Demarches'], functions: [], modules: [] },
  });
});

test('a service says what it does, and the only part of it in scope', () => {
  const service = {
    id: 'bcr',
    name: 'Bureau de la circulation routière',
    acronym: 'BCR',
    direction: 'Direction de la sécurité\u00a0: polices administratives et réglementation',
    site: 'saint-sebastien',
    prefixes: [],
    phone: '01 99 00 12 34',
    email: 'bcr@exemple.fr',
    address: '1 rue de l’Exemple',
    functions: ['online'],
    modules: [1],
    limitedTo: 'points numériques uniquement',
  };
  expect(parse(serviceSchema, service)).toEqual({ value: service });
  expect(
    places(serviceSchema, { ...service, functions: ['bar'], modules: [9], prefixes: ['Demarches'] }),
  ).toEqual(['prefixes.0', 'functions.0', 'modules.0']);
});

test('the calendar of a site holds its zone and its closings', () => {
  const closings = [
    { day: '2026-05-15', reason: { fr: 'Pont' } },
    { day: '2026-12-24', reason: undefined },
  ];
  expect(calendarOf({ zone: 'guadeloupe', closings })).toEqual({
    zone: 'guadeloupe',
    closings: ['2026-05-15', '2026-12-24'],
  });
});

test('a site has the hour of its zone', () => {
  expect(siteTimeZone({ zone: 'metropole' })).toBe('Europe/Paris');
  expect(siteTimeZone({ zone: 'reunion' })).toBe('Indian/Reunion');
});

test('every function and every facility has its French name', () => {
  expect(Object.keys(receptionFunctionLabels)).toEqual([...receptionFunctions]);
  expect(Object.keys(siteFacilityLabels)).toEqual([...siteFacilities]);
});
