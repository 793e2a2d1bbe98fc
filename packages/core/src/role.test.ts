import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import type { Service } from './perimeter.ts';
import {
  isInRole,
  isTrained,
  personSchema,
  requiredRoles,
  roleIssues,
  roleLabels,
  roles,
  type Person,
  type Role,
  type RoleContext,
} from './role.ts';

const person = (role: Role, over: Partial<Person> = {}): Person => ({
  role,
  name: undefined,
  position: undefined,
  service: undefined,
  site: undefined,
  missionLetter: undefined,
  trained: [],
  since: undefined,
  until: undefined,
  ...over,
});
const trained = [{ on: '2026-03-02', subject: 'Contribution au site' }];
const service = (id: string | undefined, over: Partial<Service> = {}): Service => ({
  id,
  name: `Bureau ${id ?? 'sans nom'}`,
  acronym: undefined,
  direction: undefined,
  site: undefined,
  prefixes: [],
  phone: undefined,
  email: undefined,
  address: undefined,
  functions: ['desk'],
  modules: [],
  limitedTo: undefined,
  ...over,
});
const context: RoleContext = {
  services: [
    service('baas', { site: 'saint-sebastien' }),
    service('etrangers-aix', { site: 'aix' }),
    service('presse', { functions: [], prefixes: ['/Actualites'] }),
  ],
  sites: [
    { id: 'saint-sebastien', name: 'Saint-Sébastien', kind: 'prefecture' },
    { id: 'aix', name: 'Aix-en-Provence', kind: 'sous-prefecture' },
  ],
  today: '2026-11-24',
  required: requiredRoles.value,
};
const manager = person('quality-manager', {
  missionLetter: { on: '2026-01-05', document: undefined },
  trained,
});
const people: readonly Person[] = [
  manager,
  person('committee-chair', { position: 'secrétaire générale adjointe' }),
  person('co-marking-contact'),
  person('training-lead'),
  person('quality-contact', { service: 'baas' }),
  person('quality-contact', { site: 'aix' }),
  person('site-contributor', { service: 'baas', trained }),
  person('site-contributor', { service: 'etrangers-aix', trained }),
  person('site-contributor', { service: 'presse', trained }),
];
const issuesOf = (of: readonly Person[], over: Partial<RoleContext> = {}): string[] =>
  roleIssues(of, { ...context, ...over }).map(({ code, about }) => `${code} ${about}`);
const without = (at: (each: Person) => boolean): Person[] => people.filter((each) => !at(each));

test('a register where every role is held as it should be has no issue', () => {
  expect(issuesOf(people)).toEqual([]);
});

test('each role of the list in use is held by somebody', () => {
  expect(issuesOf(without(({ role }) => requiredRoles.value.includes(role)))).toEqual([
    'role-without-person quality-manager',
    'role-without-person committee-chair',
    'role-without-person co-marking-contact',
    'role-without-person training-lead',
  ]);
  expect(
    issuesOf(
      without(({ role }) => role === 'training-lead'),
      { required: ['committee-chair'] },
    ),
  ).toEqual([]);
});

test('a role is held from its first day to its last', () => {
  const held = { since: '2026-01-05', until: '2026-11-24' };
  expect(isInRole(held, '2026-01-04')).toBe(false);
  expect(isInRole(held, '2026-01-05')).toBe(true);
  expect(isInRole(held, '2026-11-24')).toBe(true);
  expect(isInRole(held, '2026-11-25')).toBe(false);
  expect(isInRole({ since: undefined, until: undefined }, '2026-11-24')).toBe(true);
  const left = people.map((each) =>
    each.role === 'committee-chair' ? { ...each, until: '2026-11-23' } : each,
  );
  expect(issuesOf(left)).toEqual(['role-without-person committee-chair']);
});

test('the quality manager has a letter of mission, of that day at the latest', () => {
  const rest = people.slice(1);
  expect(issuesOf([{ ...manager, missionLetter: undefined }, ...rest])).toEqual([
    'manager-without-letter quality-manager',
  ]);
  const letter = (on: string): Person => ({ ...manager, missionLetter: { on, document: undefined } });
  expect(issuesOf([letter('2026-11-25'), ...rest])).toEqual(['manager-without-letter quality-manager']);
  expect(issuesOf([letter('2026-11-24'), ...rest])).toEqual([]);
});

test('a letter of mission whose day is not known is there all the same', () => {
  expect(
    issuesOf([{ ...manager, missionLetter: { on: undefined, document: undefined } }, ...people.slice(1)]),
  ).toEqual([]);
});

test('the quality manager is trained', () => {
  expect(issuesOf([{ ...manager, trained: [] }, ...people.slice(1)])).toEqual([
    'manager-untrained quality-manager',
  ]);
});

test('a training counts from its day', () => {
  const at = {
    trained: [
      { on: '2026-11-25', subject: 'Accueil' },
      { on: '2026-11-24', subject: 'Qualité' },
    ],
  };
  expect(isTrained(at, '2026-11-24')).toBe(true);
  expect(isTrained(at, '2026-11-23')).toBe(false);
  expect(isTrained({ trained: [] }, '2026-11-24')).toBe(false);
  expect(isTrained({ trained: [{ on: undefined, subject: 'Accueil' }] }, '2026-11-24')).toBe(true);
});

test('each office in scope has a quality contact of its own', () => {
  expect(issuesOf(without(({ role, service }) => role === 'quality-contact' && service === 'baas'))).toEqual([
    'office-without-contact baas',
  ]);
  // That of another office, or of the site, is not its own.
  const elsewhere = people.map((each) =>
    each.service === 'baas' && each.role === 'quality-contact'
      ? person('quality-contact', { site: 'saint-sebastien' })
      : each,
  );
  expect(issuesOf(elsewhere)).toEqual(['office-without-contact baas']);
});

test('the offices of a sous-préfecture share its quality contact', () => {
  expect(issuesOf(without(({ site }) => site === 'aix'))).toEqual(['site-without-contact aix']);
  const byOffice = [
    ...without(({ site }) => site === 'aix'),
    person('quality-contact', { service: 'etrangers-aix' }),
  ];
  expect(issuesOf(byOffice)).toEqual([]);
  // A contact of nowhere is not that of an office without id.
  const services = [...context.services, service(undefined, { site: 'aix', functions: [], modules: [] })];
  const nowhere = [...without(({ site }) => site === 'aix'), person('quality-contact')];
  expect(issuesOf(nowhere, { services })).toContain('site-without-contact aix');
});

test('each service, in scope or not, has a contributor', () => {
  expect(
    issuesOf(without(({ role, service }) => role === 'site-contributor' && service === 'presse')),
  ).toEqual(['service-without-contributor presse']);
});

test('one trained contributor a service is enough', () => {
  const untrained = people.map((each) => (each.service === 'presse' ? { ...each, trained: [] } : each));
  expect(issuesOf(untrained)).toEqual(['contributor-untrained presse']);
  expect(issuesOf([...untrained, person('site-contributor', { service: 'presse', trained })])).toEqual([]);
});

test('a service without id can have nobody, and is named', () => {
  const services = [...context.services, service(undefined)];
  const nowhere = [...people, person('quality-contact'), person('site-contributor', { trained })];
  expect(issuesOf(nowhere, { services })).toEqual([
    'office-without-contact Bureau sans nom',
    'service-without-contributor Bureau sans nom',
  ]);
});

test('an issue says in French what to do', () => {
  const told = roleIssues([person('quality-manager', { trained })], {
    ...context,
    services: [service('baas')],
    required: ['co-marking-contact'],
  }).map(({ message }) => message.replaceAll('\u00a0', ' '));
  expect(told).toEqual([
    'Personne ne tient le rôle « référent co-marquage » : nommer quelqu’un.',
    'La responsable ou le responsable qualité n’a pas de lettre de mission : en établir une.',
    'Le bureau « Bureau baas » n’a pas de référent qualité : en nommer un.',
    'La sous-préfecture « Aix-en-Provence » n’a pas de référent qualité : en nommer un.',
    'Le service « Bureau baas » n’a pas de contributeur du site internet : en nommer un et le former.',
  ]);
});

test('a person is read with unknown facts left out, and never leaves a role before taking it', () => {
  expect(parse(personSchema, { role: 'quality-contact' })).toEqual({
    value: { role: 'quality-contact', trained: [] },
  });
  const dates = (since: string, until: string) => {
    const result = parse(personSchema, { role: 'quality-contact', since, until });
    return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
  };
  expect(dates('2026-11-24', '2026-11-24')).toEqual([]);
  expect(dates('2026-11-24', '2026-11-23')).toEqual(['until']);
});

test('every role has its French name', () => {
  expect(Object.keys(roleLabels)).toEqual([...roles]);
});

test('one of the two dates of a role may be known alone', () => {
  const role = 'quality-contact';
  expect('value' in parse(personSchema, { role, since: '2026-11-24' })).toBe(true);
  expect('value' in parse(personSchema, { role, until: '2026-11-24' })).toBe(true);
});

test('each sous-préfecture has its own contact, whatever the number of its offices', () => {
  const sites = [...context.sites, { id: 'istres', name: 'Istres', kind: 'sous-prefecture' as const }];
  const services = [
    ...context.services,
    service('points-aix', { site: 'aix' }),
    service('associations', { site: 'istres' }),
  ];
  const contributors = ['points-aix', 'associations'].map((id) =>
    person('site-contributor', { service: id, trained }),
  );
  const own = [
    ...without(({ site }) => site === 'aix'),
    ...contributors,
    person('quality-contact', { service: 'points-aix' }),
  ];
  expect(issuesOf(own, { sites, services })).toEqual(['site-without-contact istres']);
});

test('a trained contact of another role is no contributor', () => {
  const other = [
    ...without(({ role, service }) => role === 'site-contributor' && service === 'presse'),
    person('quality-contact', { service: 'presse', trained }),
  ];
  expect(issuesOf(other)).toEqual(['service-without-contributor presse']);
});
