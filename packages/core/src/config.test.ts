import { expect, test } from 'vitest';
import { defaultConfig, parseConfig } from './config.ts';

const site = { address: 'https://www.exemple.gouv.fr' };

const issuesOf = (value: unknown) => {
  const parsed = parseConfig(value);
  return 'issues' in parsed ? parsed.issues : [];
};
/** Path and message of each issue, no-break spaces made plain. */
const told = (value: unknown) =>
  issuesOf(value).map(({ path, message }) => `${path.join('.')}: ${message.replaceAll('\u00a0', ' ')}`);

test('an address is enough, all the rest has a default', () => {
  expect(parseConfig({ site })).toEqual({ config: defaultConfig(site.address) });
  expect(defaultConfig(site.address)).toEqual({
    site: { address: 'https://www.exemple.gouv.fr', aliases: [], headers: {} },
    sites: [],
    units: [],
    procedures: [],
    services: [],
    people: [],
    delays: {
      email: { amount: 5, unit: 'ouvres', bound: 'inclusive' },
      letter: { amount: 10, unit: 'ouvres', bound: 'inclusive' },
      feedback: { amount: 10, unit: 'ouvres', bound: 'inclusive' },
    },
    formerLabels: [],
    hosts: ['gouv.fr', 'service-public.fr'],
    accounts: [],
    pages: {},
    ages: { procedure: 365 },
    documents: { exemptsOld: false },
    crawl: {
      maxPages: 2000,
      maxDocuments: 500,
      maxWholeDocuments: 50,
      maxPerPattern: 50,
      maxPerFolder: 50,
      maxLinks: 10_000,
      concurrency: 1,
      deny: [],
    },
    ignore: [],
  });
});

test('a full configuration is kept as it is written', () => {
  const full = {
    site: {
      ...site,
      aliases: ['http://exemple.gouv.fr'],
      servedBy: 'http://127.0.0.1:8080/',
      auth: 'QUALEPREF_AUTH',
      headers: { 'X-Audit': 'qualepref' },
    },
    sites: [
      {
        id: 'istres',
        name: 'Istres',
        kind: 'sous-prefecture',
        address: '1 rue de l’Exemple, 13800 Istres',
        phones: [{ number: '04 65 71 00 01', purpose: { fr: 'Accueil général' } }],
        hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' }],
        facilities: ['digital-desk'],
        zone: 'metropole',
        closings: [{ day: '2026-05-15', reason: { fr: 'Pont de l’Ascension' } }],
      },
    ],
    units: [{ id: 'istres', name: 'sous-préfecture d’Istres', sites: ['istres'] }],
    procedures: [
      {
        id: 'passeport',
        label: { fr: 'Passeport', en: 'Passport' },
        sheet: 'F1342',
        page: '/Demarches/Passeport',
        onAppointment: true,
        booking: { mode: 'own-slots', address: '/booking/create/12' },
        otherWays: [
          { kind: 'phone', number: '04 65 71 00 01', hours: [{ days: [1, 2], from: '09:00', to: '12:00' }] },
        ],
        service: 'elections',
        sites: ['istres'],
      },
    ],
    services: [
      {
        id: 'elections',
        name: 'Bureau des élections',
        prefixes: ['/Elections'],
        functions: ['desk', 'mail'],
        modules: [1],
      },
    ],
    people: [{ role: 'quality-manager', trained: [{ on: '2020-01-10', subject: 'Démarche qualité' }] }],
    delays: {
      email: { amount: 5, unit: 'ouvres', bound: 'strict' },
      letter: { amount: 10, unit: 'ouvrables', bound: 'inclusive' },
      feedback: { amount: 15, unit: 'calendaires', bound: 'inclusive' },
    },
    label: {
      name: 'Qual-e-Pref',
      family: 'qual-e-pref',
      scope: { fr: 'Relation générale avec les usagers' },
      sites: ['istres'],
      modules: [1],
      obtained: '2025-T1',
    },
    formerLabels: [],
    hosts: ['exemple.gouv.fr'],
    accounts: [{ network: 'Réseau', name: '@exemple', address: 'https://reseau.example/exemple' }],
    pages: {
      quality: '/qualite',
      results: '/resultats',
      complaints: '/reclamations',
      accessibility: '/accessibilite',
      legal: 'https://www.exemple.gouv.fr/mentions-legales',
      localAuthorities: '/collectivites',
    },
    ages: { procedure: 180 },
    documents: { exemptsOld: true },
    crawl: {
      contact: 'qualite@exemple.gouv.fr',
      maxPages: 1,
      maxDocuments: 1,
      maxWholeDocuments: 1,
      maxPerPattern: 1,
      maxPerFolder: 1,
      maxLinks: 1,
      concurrency: 8,
      delay: 0,
      hours: { from: '20:00', to: '07:00', zone: 'Indian/Reunion' },
      deny: ['/RAA'],
    },
    ignore: [{ check: 'dead-link', address: '*', reason: 'En cours', expires: '2028-02-29' }],
  };
  expect(parseConfig(full)).toEqual({ config: full });
});

test('hours are those of Paris unless told', () => {
  const parsed = parseConfig({ site, crawl: { hours: { from: '20:00', to: '07:00' } } });
  expect(parsed).toMatchObject({ config: { crawl: { hours: { zone: 'Europe/Paris' } } } });
});

test('a missing key is told with what to write', () => {
  expect(told({})).toEqual([
    'site: il manque la clé « site ». Attendu : les clés address, aliases, servedBy, auth, headers.',
  ]);
  expect(told({ site: {} })).toEqual([
    'site.address: il manque la clé « address ». Attendu : http:// ou https:// et un nom de site, par exemple https://www.exemple.gouv.fr.',
  ]);
  expect(issuesOf({ site: {} })).toMatchObject([{ problem: 'missing' }]);
});

test('a key without a value is told as empty', () => {
  expect(told({ site, pages: null, crawl: { contact: ' ' }, procedures: [null] })).toEqual([
    'procedures.0: cet élément de la liste est vide. Attendu : les clés id, label, sheet, page, onAppointment, booking, otherWays, documents, explanation, service, sites.',
    'pages: « pages » est vide. Attendu : les clés quality, results, complaints, accessibility, legal, localAuthorities.',
    'crawl.contact: « contact » est vide. Attendu : une adresse de courriel ou de page, sans accent.',
  ]);
  expect(told(null)).toEqual(
    [
      'la configuration est vide. Attendu : les clés site, sites, units, procedures, services, people, delays, label, formerLabels, hosts, accounts, pages, ages, documents, crawl, server, ignore.',
    ].map((message) => `: ${message}`),
  );
});

test('a value of another kind is told with what was found', () => {
  expect(told([site])).toEqual([
    ': une liste n’est pas une section. Attendu : les clés site, sites, units, procedures, services, people, delays, label, formerLabels, hosts, accounts, pages, ages, documents, crawl, server, ignore.',
  ]);
  expect(
    told({ site, pages: [], services: 'aucun', procedures: [{ label: { fr: 2042 }, page: {} }] }),
  ).toEqual([
    'pages: une liste n’est pas une section. Attendu : les clés quality, results, complaints, accessibility, legal, localAuthorities.',
    'procedures.0.label.fr: « 2042 » n’est pas un texte. Attendu : du texte, entre guillemets s’il n’a que des chiffres.',
    'procedures.0.page: une section n’est pas une adresse du site. Attendu : un chemin qui commence par /, ou une adresse complète.',
    'services: « aucun » n’est pas une liste de services.',
  ]);
});

test('all unknown keys are told, at any depth, with those that could stand there', () => {
  expect(issuesOf({ site: { ...site, adress: 1, url: 2 }, toString: 3, ignore: [], services: [] })).toEqual([
    {
      path: ['toString'],
      problem: 'unknown',
      message: 'clé inconnue «\u00a0toString\u00a0»',
      known: expect.arrayContaining(['site', 'crawl']) as string[],
    },
    {
      path: ['site', 'adress'],
      problem: 'unknown',
      message: 'clé inconnue «\u00a0adress\u00a0»',
      known: ['address', 'aliases', 'servedBy', 'auth', 'headers'],
    },
    {
      path: ['site', 'url'],
      problem: 'unknown',
      message: 'clé inconnue «\u00a0url\u00a0»',
      known: ['address', 'aliases', 'servedBy', 'auth', 'headers'],
    },
  ]);
});

test.each([
  'www.exemple.gouv.fr',
  'ftp://exemple.gouv.fr',
  'https://',
  'https:///chemin',
  'https://nom:secret@exemple.gouv.fr',
  'https://exemple.gouv.fr/?page=1',
  'https://exemple.gouv.fr/#contenu',
  'https://exemple .gouv.fr',
  'file:///etc/passwd',
])('« %s » is not the address of a site', (address) => {
  expect(told({ site: { address } })).toHaveLength(1);
  expect(told({ site: { ...site, servedBy: address, aliases: [address] } })).toHaveLength(2);
  expect(() => defaultConfig(address)).toThrow(expect.objectContaining({ code: 'config-address' }) as Error);
});

test.each([
  [{ crawl: { contact: 'préfecture' } }, 'un contact'],
  [{ crawl: { concurrency: 0 } }, 'un nombre entier entre 1 et 8'],
  [{ crawl: { concurrency: 9 } }, 'un nombre entier entre 1 et 8'],
  [{ crawl: { maxPages: 0 } }, 'un nombre entier d’au moins 1'],
  [{ crawl: { maxPages: 1.5 } }, 'un nombre entier d’au moins 1'],
  [{ crawl: { delay: -1 } }, 'un nombre de secondes entre 0 et 3600'],
  [{ crawl: { delay: 3601 } }, 'un nombre de secondes entre 0 et 3600'],
  [{ crawl: { delay: Number.POSITIVE_INFINITY } }, 'un nombre de secondes entre 0 et 3600'],
  [{ crawl: { hours: { from: '20h', to: '07:00' } } }, 'une heure'],
  [{ crawl: { hours: { from: '20:00', to: '24:00' } } }, 'une heure'],
  [{ crawl: { hours: { from: '20:00', to: '07:00', zone: 'Paris' } } }, 'un fuseau horaire'],
  [{ crawl: { deny: ['//ailleurs.fr/x'] } }, 'une adresse du site'],
  [{ pages: { legal: 'mentions-legales' } }, 'une adresse du site'],
  [{ procedures: [{ label: { fr: 'Passeport' }, page: '/p', sheet: 'f1342' }] }, 'un numéro de fiche'],
  [{ procedures: [{ label: { fr: 'Passeport' }, page: '/p', sheet: 'F1234567' }] }, 'un numéro de fiche'],
  [{ hosts: ['https://exemple.gouv.fr'] }, 'un nom de site'],
  [{ units: [{ id: 'aix', name: 'Aix', sites: [] }] }, 'une liste d’au moins un site'],
  [{ ignore: [{ check: 'c', address: 'a', reason: 'r', expires: '2026-02-29' }] }, 'une date'],
  [{ ignore: [{ check: 'c', address: 'a', reason: 'r', expires: '24/11/2026' }] }, 'une date'],
  [{ site: { ...site, headers: { 'X Audit': 'oui' } } }, 'un en-tête de requête'],
  [{ site: { ...site, headers: { 'X-Audit': 'oui\nHost: ailleurs' } } }, 'un en-tête de requête'],
])('%j is refused: a value must be %s', (rest, expected) => {
  const messages = told({ site, ...rest });
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(`n’est pas ${expected}.`);
});

test.each(
  [
    ...[
      'Host',
      'content-length',
      'Transfer-Encoding',
      'Connection',
      'Keep-Alive',
      'TE',
      'Trailer',
      'Upgrade',
    ],
    ...['HTTP2-Settings', 'Expect', 'Proxy-Authorization', 'Proxy-Connection', 'Content-Encoding', 'Range'],
    ...['If-None-Match', 'If-Modified-Since', 'User-Agent', 'Accept', 'Accept-Encoding', 'Accept-Language'],
  ].map((name) => [name]),
)('%s is no header to add: the audit or the connection decides of it', (name) => {
  expect(told({ site: { ...site, headers: { [name]: '1' } } })).toEqual([
    `site.headers.${name}: « ${name} » n’est pas un en-tête que l’on peut ajouter, car l’audit ou la connexion en décide seul (retirer cette ligne).`,
  ]);
});

test('headers that only carry something may be added', () => {
  const headers = {
    Authorization: 'Basic eA==',
    Cookie: 'a=1',
    'X-Forwarded-Proto': 'https',
    Via: 'x',
    Iffy: '1',
  };
  expect(parseConfig({ site: { ...site, headers } })).toMatchObject({ config: { site: { headers } } });
});

test('a long value is cut in its message', () => {
  expect(told({ site: { address: 'x'.repeat(500) } })[0]).toContain(`« ${'x'.repeat(80)} »`);
});
