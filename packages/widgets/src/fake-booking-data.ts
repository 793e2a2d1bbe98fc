import type { OpeningRule, OtherWay, ProceduresAnswer, PublicProcedure, PublicSite } from '@qualepref/core';

const weekdays: (1 | 2 | 3 | 4 | 5)[] = [1, 2, 3, 4, 5];
const hours = [
  { days: weekdays, from: '09:00', to: '12:00' },
  { days: [2, 4] as (2 | 4)[], from: '14:00', to: '16:30' },
];

/** Sites of an invented préfecture. */
export const demoSites: readonly PublicSite[] = [
  {
    id: 'aix',
    name: 'Aix-en-Exemple',
    kind: 'prefecture',
    address: '1 place de la Préfecture, 99000 Aix-en-Exemple',
    phones: [{ number: '01 99 00 12 34', purpose: { fr: 'Accueil', en: 'Reception' } }],
    hours,
    timeZone: 'Europe/Paris',
  },
  {
    id: 'istres',
    name: 'Istres-en-Exemple',
    kind: 'sous-prefecture',
    address: '2 rue du Port, 99100 Istres-en-Exemple',
    timeZone: 'Europe/Paris',
  },
];

const phone: OtherWay = {
  kind: 'phone',
  number: '01 99 00 12 34',
  hours,
  purpose: { fr: 'Un agent prend le rendez-vous avec vous.', en: 'An agent books with you.' },
};
const post: OtherWay = {
  kind: 'post',
  address: 'Préfecture de l’Exemple, 1 place de la Préfecture, 99000 Aix-en-Exemple',
};

const common = {
  documents: [
    { fr: 'Pièce d’identité', en: 'Identity document' },
    { fr: 'Justificatif de domicile de moins de 6 mois' },
  ],
  otherWays: [phone, post],
  sites: ['aix', 'istres'],
};

/** Procedures of an invented préfecture, one of each way of receiving. */
export const demoProcedures: readonly PublicProcedure[] = [
  {
    ...common,
    id: 'point-numerique',
    label: { fr: 'Aide au point numérique', en: 'Digital help desk' },
    mode: 'own-slots',
    duration: 30,
  },
  {
    ...common,
    id: 'titre-de-sejour',
    label: { fr: 'Remise d’un titre de séjour', en: 'Collecting a residence permit' },
    mode: 'official-service',
    address: 'https://www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/0000/',
  },
  {
    ...common,
    id: 'naturalisation',
    label: { fr: 'Entretien de naturalisation', en: 'Naturalisation interview' },
    mode: 'convocation',
  },
  {
    ...common,
    id: 'associations',
    label: { fr: 'Greffe des associations', en: 'Register of associations' },
    mode: 'mail-or-phone',
  },
  {
    ...common,
    id: 'sans-autre-moyen',
    label: { fr: 'Permis de chasser' },
    mode: 'own-slots',
    otherWays: [{ kind: 'email', address: 'accueil@exemple.fr' }],
  },
];

/** What it does with personal data. */
export const demoPrivacy: ProceduresAnswer['privacy'] = {
  controller: 'préfecture de l’Exemple',
  officer: 'dpo@exemple.fr',
  keptMonths: 3,
  page: '/donnees-personnelles',
};

const rule: OpeningRule = {
  site: 'aix',
  procedure: 'point-numerique',
  weekdays,
  from: '09:00',
  to: '12:00',
  every: 30,
  capacity: 1,
  agentShare: 0,
  validFrom: undefined,
  validTo: undefined,
  closings: [],
  openings: [],
};

/** Mornings from Monday to Friday, and Tuesday afternoons. */
export const demoRules: readonly OpeningRule[] = [
  rule,
  { ...rule, weekdays: [2], from: '14:00', to: '16:00' },
];

/** About two thousand slots over two months. */
export const manyRules: readonly OpeningRule[] = [{ ...rule, from: '08:00', to: '18:00', every: 12 }];
