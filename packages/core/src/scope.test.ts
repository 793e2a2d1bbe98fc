import { expect, test } from 'vitest';
import type { Service, Unit } from './perimeter.ts';
import { isInScope, moduleFunctions, perimeterIssues, scopeOf, type Perimeter } from './scope.ts';

const service = (over: Partial<Service>): Service => ({
  id: 'baas',
  name: 'Bureau de l’accueil',
  acronym: undefined,
  direction: undefined,
  site: undefined,
  prefixes: [],
  phone: undefined,
  email: undefined,
  address: undefined,
  functions: [],
  modules: [],
  limitedTo: undefined,
  ...over,
});

/** The perimeter of the policy of 2021. */
const services: readonly Service[] = [
  service({
    id: 'bcr',
    name: 'Circulation routière',
    functions: ['online'],
    limitedTo: 'points numériques uniquement',
  }),
  service({ id: 'baas', name: 'Accueil et admission au séjour', functions: ['desk', 'mail'] }),
  service({ id: 'beqs', name: 'Exploitation et qualité de service', functions: ['phone', 'desk'] }),
  service({
    id: 'formation',
    name: 'Ressources humaines',
    functions: ['training'],
    limitedTo: 'suivi des formations accueil et du tutorat',
  }),
  service({ id: 'b3cl', name: 'Conseil et contrôle', functions: ['local-authorities'] }),
  service({ id: 'bfli', name: 'Finances locales', functions: ['local-authorities'] }),
  service({ id: 'scin', name: 'Communication', functions: ['web-and-social'] }),
  service({ id: 'etrangers-aix', name: 'Étrangers', site: 'aix', functions: ['desk'] }),
  service({
    id: 'associations-istres',
    name: 'Mission départementale vie associative',
    site: 'istres',
    functions: ['desk', 'mail'],
  }),
];
const sites = ['saint-sebastien', 'peytral', 'aix', 'istres', 'arles'].map((id) => ({ id, name: id }));
const units: readonly Unit[] = [
  { id: 'prefecture', name: 'préfecture', sites: ['saint-sebastien', 'peytral'] },
  { id: 'aix', name: 'sous-préfecture d’Aix-en-Provence', sites: ['aix'] },
  { id: 'istres', name: 'sous-préfecture d’Istres', sites: ['istres'] },
  { id: 'arles', name: 'sous-préfecture d’Arles', sites: ['arles'] },
];
const issuesOf = (over: Partial<Perimeter> = {}): string[] =>
  perimeterIssues({
    sites,
    units,
    services,
    modules: [1, 4],
    moduleFunctions: moduleFunctions.value,
    ...over,
  }).map(({ code, about }) => `${code} ${about}`);

const scope = (module: number, of: readonly Service[] = services): (string | undefined)[] =>
  scopeOf(of, module, moduleFunctions.value).map(({ id }) => id);

test('the perimeter of 2021 holds together: five sites, four units, modules 1 and 4', () => {
  expect(issuesOf()).toEqual([]);
  expect(scope(1)).toEqual([
    'bcr',
    'baas',
    'beqs',
    'formation',
    'scin',
    'etrangers-aix',
    'associations-istres',
  ]);
  expect(scope(4)).toEqual(['b3cl', 'bfli']);
});

test('a service that names its modules is in scope for those and no other', () => {
  const own = [service({ id: 'cert', functions: ['desk'], modules: [2] })];
  expect(scope(2, own)).toEqual(['cert']);
  expect(scope(1, own)).toEqual([]);
});

test('a module without functions of its own has the services that name it', () => {
  expect(scope(7)).toEqual([]);
  expect(scope(7, [service({ id: 'sidpc', modules: [7] })])).toEqual(['sidpc']);
});

test('a service is in scope by its functions or its modules, not by its pages', () => {
  expect(isInScope(service({ prefixes: ['/Actualites'] }))).toBe(false);
  expect(isInScope(service({ functions: ['desk'] }))).toBe(true);
  expect(isInScope(service({ modules: [5] }))).toBe(true);
});

test('a site is in one unit, neither none nor two', () => {
  expect(issuesOf({ units: units.slice(0, 3) })).toEqual(['site-without-unit arles']);
  const twice = [...units, { id: 'ouest', name: 'Ouest', sites: ['istres', 'arles'] }];
  expect(issuesOf({ units: twice })).toEqual(['site-in-two-units istres', 'site-in-two-units arles']);
  expect(
    perimeterIssues({ sites, units: twice, services, modules: [], moduleFunctions: [] })[0]?.message,
  ).toBe(
    'Le site « istres » est dans plusieurs unités (istres, ouest) : ses résultats compteraient deux fois. N’en garder qu’une.'.replaceAll(
      / (?=[:»])|(?<=«) /g,
      '\u00a0',
    ),
  );
});

test('units, services and people name known sites and services', () => {
  const stray = { id: 'nord', name: 'Nord', sites: ['aix-nord'] };
  expect(issuesOf({ units: [...units, stray] })).toEqual(['unknown-site aix-nord']);
  expect(issuesOf({ services: [...services, service({ id: 'x', site: 'nice' })] })).toEqual([
    'unknown-site nice',
  ]);
  const people = [
    { site: 'aix', service: 'bcr' },
    { site: undefined, service: undefined },
    { site: 'toulon', service: 'dcl' },
  ];
  expect(issuesOf({ people })).toEqual(['unknown-site toulon', 'unknown-service dcl']);
});

test('each message says who names what is unknown', () => {
  const told = perimeterIssues({
    sites: [],
    units: [{ id: 'u', name: 'Nord', sites: ['a'] }],
    services: [service({ name: 'Accueil', site: 'b' })],
    people: [{ site: 'c', service: undefined }],
    modules: [],
    moduleFunctions: [],
  }).map(({ message }) => message.replaceAll('\u00a0', ' '));
  expect(told).toEqual([
    'L’unité « Nord » nomme un site inconnu, « a » : le déclarer, ou corriger son identifiant.',
    'Le service « Accueil » nomme un site inconnu, « b » : le déclarer, ou corriger son identifiant.',
    'Le registre des rôles nomme un site inconnu, « c » : le déclarer, ou corriger son identifiant.',
  ]);
});

test('an id names one thing', () => {
  expect(issuesOf({ sites: [...sites, { id: 'aix', name: 'Aix' }, { id: 'aix', name: 'Aix' }] })).toEqual([
    'duplicate-site aix',
  ]);
  expect(issuesOf({ units: [...units, { id: 'aix', name: 'Aix', sites: ['aix'] }] })).toEqual([
    'duplicate-unit aix',
    'site-in-two-units aix',
  ]);
  expect(issuesOf({ services: [...services, service({ id: 'bcr' })] })).toEqual(['duplicate-service bcr']);
});

test('a service in scope needs an id, one that only feeds the website does not', () => {
  const nameless = (over: Partial<Service>) => [
    ...services,
    service({ id: undefined, name: 'Presse', ...over }),
    service({ id: undefined, name: 'Presse', ...over }),
  ];
  expect(issuesOf({ services: nameless({ prefixes: ['/Actualites'] }) })).toEqual([]);
  expect(issuesOf({ services: nameless({ functions: ['desk'] }) })).toEqual([
    'service-without-id Presse',
    'service-without-id Presse',
  ]);
});

test('each function of a module held has a service', () => {
  const without = (id: string) => services.filter((each) => each.id !== id);
  expect(issuesOf({ services: without('scin') })).toEqual(['function-without-service web-and-social']);
  expect(issuesOf({ services: without('beqs') })).toEqual(['function-without-service phone']);
  expect(issuesOf({ services: without('formation') })).toEqual(['function-without-service training']);
});

test('module 4 needs a service for local authorities, when it is held', () => {
  const users = services.filter(({ functions }) => !functions.includes('local-authorities'));
  expect(issuesOf({ services: users })).toEqual(['module-without-service 4']);
  expect(issuesOf({ services: users, modules: [1] })).toEqual([]);
  expect(issuesOf({ services: [...users, service({ id: 'dcle', modules: [4] })] })).toEqual([
    'function-without-service local-authorities',
  ]);
});

test('one module or one function is enough to be in scope', () => {
  const own = [
    service({ id: 'cert', modules: [2, 3] }),
    service({ id: 'dcl', functions: ['desk', 'local-authorities'] }),
  ];
  expect([1, 2, 3, 4].map((module) => scope(module, own))).toEqual([['dcl'], ['cert'], ['cert'], ['dcl']]);
});

test('a module without functions of its own asks for none', () => {
  expect(issuesOf({ modules: [7], services: [service({ id: 'sidpc', modules: [7] })] })).toEqual([]);
});

test('a repeated id says of what', () => {
  const told = perimeterIssues({
    sites: [
      { id: 'a', name: 'A' },
      { id: 'a', name: 'A' },
    ],
    units: [['a'], []].map((sites) => ({ id: 'b', name: 'B', sites })),
    services: [service({ id: 'c' }), service({ id: 'c' })],
    modules: [],
    moduleFunctions: [],
  }).map(({ message }) => message.replaceAll('\u00a0', ' '));
  expect(told).toEqual([
    'L’identifiant « a » désigne plusieurs sites : en changer un.',
    'L’identifiant « b » désigne plusieurs unités : en changer un.',
    'L’identifiant « c » désigne plusieurs services : en changer un.',
  ]);
});
