import { expect, test } from 'vitest';
import { annuaireApiUrl, departementsOf, readAnnuaireRecord } from './annuaire.ts';

const BULK = {
  id: 'a1',
  nom: 'Préfecture des Calanques',
  pivot: [{ type_service_local: 'prefecture', code_insee_commune: ['13055', '13201'] }],
  adresse: [
    {
      type_adresse: 'Adresse',
      complement1: 'Bâtiment B',
      numero_voie: '12 rue Noire',
      service_distribution: '',
      code_postal: '13006',
      nom_commune: 'Marseille',
    },
    {
      type_adresse: 'Adresse postale',
      numero_voie: 'Place Claire',
      service_distribution: 'CS 80001',
      code_postal: '13282',
      nom_commune: 'Marseille Cedex 06',
    },
  ],
  telephone: [
    { valeur: '+33 4 91 15 60 00', description: 'Standard' },
    { valeur: '3939', description: '' },
    { valeur: 'à venir', description: '' },
  ],
  adresse_courriel: ['Accueil@exemple.gouv.fr'],
  plage_ouverture: [
    {
      nom_jour_debut: 'Lundi',
      nom_jour_fin: 'Mardi',
      valeur_heure_debut_1: '08:30:00',
      valeur_heure_fin_1: '12:00:00',
      valeur_heure_debut_2: '13:00:00',
      valeur_heure_fin_2: '16:00:00',
      commentaire: 'sur rendez-vous',
    },
    {
      nom_jour_debut: 'Samedi',
      nom_jour_fin: 'Samedi',
      valeur_heure_debut_1: '09:00:00',
      valeur_heure_fin_1: '11:00:00',
      valeur_heure_debut_2: '',
      valeur_heure_fin_2: '',
      commentaire: '',
    },
  ],
  commentaire_plage_ouverture: '',
  date_modification: '03/08/2026 10:12:13',
  url_service_public: 'https://lannuaire.service-public.gouv.fr/calanques/a1',
};
const HERE = new Set(['13']);
const read = (fields: object, departements: ReadonlySet<string> = HERE) =>
  readAnnuaireRecord({ ...BULK, ...fields }, departements);

test('a record of the bulk file is read whole', () => {
  expect(read({})).toMatchObject({
    id: 'a1',
    name: 'Préfecture des Calanques',
    types: ['prefecture'],
    communes: ['13055', '13201'],
    addresses: [
      {
        text: 'Bâtiment B, 12 rue Noire, 13006 Marseille',
        isForMail: false,
        read: { number: '12', postalCode: '13006' },
      },
      { isForMail: true, read: { box: 'CS 80001', isCedex: true } },
    ],
    phones: [
      { number: '0491156000', purpose: 'Standard' },
      { number: '3939', purpose: null },
    ],
    emails: ['accueil@exemple.gouv.fr'],
    slots: [
      { day: 1, from: '08:30', to: '12:00' },
      { day: 1, from: '13:00', to: '16:00' },
      { day: 2, from: '08:30', to: '12:00' },
      { day: 2, from: '13:00', to: '16:00' },
      { day: 6, from: '09:00', to: '11:00' },
    ],
    comment: 'sur rendez-vous',
    modifiedOn: '2026-08-03',
    url: 'https://lannuaire.service-public.gouv.fr/calanques/a1',
  });
});

test('the API writes the same in strings', () => {
  const written = Object.fromEntries(
    Object.entries(BULK).map(([name, value]) => [name, Array.isArray(value) ? JSON.stringify(value) : value]),
  );
  expect(readAnnuaireRecord({ ...written, adresse_courriel: 'Accueil@exemple.gouv.fr' }, HERE)).toEqual(
    read({}),
  );
});

test.each([
  ['another service', { pivot: [{ type_service_local: 'mairie', code_insee_commune: ['13055'] }] }],
  [
    'a part of the préfecture with a type of its own',
    { pivot: [{ type_service_local: 'prefecture_greffe_associations' }] },
  ],
  ['another département', { adresse: [{ code_postal: '84000', nom_commune: 'Avignon' }] }],
  ['no pivot', { pivot: '' }],
  ['a pivot that is damaged', { pivot: '[{"type_service_local":' }],
])('a record of %s is left out', (_what, fields) => {
  expect(read(fields)).toBeNull();
});

test.each([null, 3, 'prefecture', [], {}])('%j is no record', (value) => {
  expect(readAnnuaireRecord(value, HERE)).toBeNull();
});

test.each([
  ['20000', '2A'],
  ['20167', '2A'],
  ['20200', '2B'],
  ['97400', '974'],
  ['97133', '977'],
  ['97150', '978'],
  ['98800', '988'],
  ['01000', '01'],
  ['75004', '75'],
])('the postal code %s is of the département %s', (code, departement) => {
  expect([...departementsOf([{ address: `1 rue Noire, ${code} Ville` }])]).toEqual([departement]);
  expect(read({ adresse: [{ code_postal: code }] }, new Set([departement]))).not.toBeNull();
});

test('without a postal code, the communes tell the département', () => {
  const pivot = (code: string) => ({
    adresse: [],
    pivot: [{ type_service_local: 'sous_pref', code_insee_commune: [code] }],
  });
  expect(read(pivot('13004'))?.types).toEqual(['sous_pref']);
  expect(read(pivot('2A004'), new Set(['2A']))).not.toBeNull();
  expect(read(pivot('97411'), new Set(['974']))).not.toBeNull();
  expect(read(pivot('84007'))).toBeNull();
});

test('what is not as it should be is left out, field by field', () => {
  expect(
    read({
      nom: 3,
      telephone: [{ valeur: 12 }, null],
      adresse_courriel: 'rien',
      plage_ouverture: [
        { nom_jour_debut: 'Lunedi', valeur_heure_debut_1: '08:00:00', valeur_heure_fin_1: '09:00:00' },
        { nom_jour_debut: 'Lundi', valeur_heure_debut_1: '9h', valeur_heure_fin_1: '' },
        { nom_jour_debut: 'Lundi', valeur_heure_debut_1: '10:00:00', valeur_heure_fin_1: '09:00:00' },
      ],
      date_modification: '31/02/2026 10:00:00',
      url_service_public: 'javascript:alert(1)',
    }),
  ).toMatchObject({
    name: '',
    phones: [],
    emails: [],
    slots: [],
    comment: null,
    modifiedOn: null,
    url: null,
  });
});

test('a text of any length is cut', () => {
  expect(read({ nom: 'a'.repeat(10_000) })?.name).toHaveLength(500);
  expect(read({ telephone: Array(1000).fill({ valeur: '04 91 15 60 00' }) })?.phones).toHaveLength(50);
});

test('the API is asked once about a site, by its kind and its département', () => {
  const url = new URL(annuaireApiUrl({ kind: 'sous-prefecture', address: '1 rue Noire, 13200 Arles' }) ?? '');
  expect(url.host).toBe('api-lannuaire.service-public.gouv.fr');
  expect(url.searchParams.get('where')).toBe(
    'startswith(code_insee_commune,"13") and pivot like "sous_pref"',
  );
  expect(url.searchParams.get('limit')).toBe('100');
  const corsica = annuaireApiUrl({ kind: 'prefecture', address: 'Cours Noir, 20000 Ajaccio' });
  expect(new URL(corsica ?? '').searchParams.get('where')).toContain('"2A"');
});

test('a site without a postal code is asked nothing of', () => {
  expect(annuaireApiUrl({ kind: 'prefecture', address: undefined })).toBeNull();
  expect(annuaireApiUrl({ kind: 'prefecture', address: '1 rue Noire, Arles' })).toBeNull();
  expect(departementsOf([{ address: 'Arles' }, { address: undefined }]).size).toBe(0);
});
