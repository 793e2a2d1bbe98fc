// What the site's widgets are answered: sites, procedures, slots and themes of the invented département.
import type { RequestListener } from 'node:http';
import type { FeedbackForm, OpeningRule, OtherWay, PublicProcedure, PublicSite } from '@qualepref/core';
import { serviceOf } from '#widgets/build/service.ts';
import { FakeBooking } from '#widgets/src/fake-booking.ts';
import { FakeFeedback } from '#widgets/src/fake-feedback.ts';

const weekdays: (1 | 2 | 3 | 4 | 5)[] = [1, 2, 3, 4, 5];
const hours = [{ days: weekdays, from: '08:30', to: '16:30' }];

const SITES: readonly PublicSite[] = [
  {
    id: 'brumeval',
    name: 'Préfecture à Brumeval',
    kind: 'prefecture',
    address: '1 place du Belvédère, 00100 Brumeval',
    phones: [{ number: '01 99 00 00 10', purpose: { fr: 'Standard', en: 'Switchboard' } }],
    hours,
    timeZone: 'Europe/Paris',
  },
  {
    id: 'saint-aubert',
    name: 'Sous-préfecture de Saint-Aubert-les-Eaux',
    kind: 'sous-prefecture',
    address: '2 allée des Thermes, 00300 Saint-Aubert-les-Eaux',
    hours: [{ days: [2, 4], from: '09:00', to: '16:00' }],
    timeZone: 'Europe/Paris',
  },
];

const WAYS: OtherWay[] = [
  {
    kind: 'phone',
    number: '01 99 00 00 24',
    hours,
    purpose: { fr: 'Un agent prend le rendez-vous avec vous.', en: 'An agent books with you.' },
  },
  { kind: 'post', address: 'Préfecture de la Haute-Brume, 1 place du Belvédère, 00100 Brumeval' },
];

const PROCEDURES: readonly PublicProcedure[] = [
  {
    id: 'point-numerique',
    label: { fr: 'Aide au point numérique', en: 'Digital help desk' },
    mode: 'own-slots',
    documents: [
      { fr: 'Pièce d’identité', en: 'Identity document' },
      { fr: 'Justificatif de domicile de moins de six mois', en: 'Proof of address under six months old' },
    ],
    otherWays: WAYS,
    sites: ['brumeval', 'saint-aubert'],
    duration: 30,
  },
  {
    id: 'titre-de-sejour',
    label: { fr: 'Remise d’un titre de séjour', en: 'Collecting a residence permit' },
    mode: 'official-service',
    address: 'https://www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/0000/',
    documents: [{ fr: 'Convocation reçue', en: 'The letter you received' }],
    otherWays: WAYS,
    sites: ['brumeval'],
  },
  {
    id: 'naturalisation',
    label: { fr: 'Entretien de naturalisation', en: 'Naturalisation interview' },
    mode: 'convocation',
    documents: [],
    otherWays: WAYS,
    sites: ['brumeval'],
  },
];

const rule: OpeningRule = {
  ...{ site: 'brumeval', procedure: 'point-numerique', weekdays, from: '09:00', to: '12:00', every: 30 },
  ...{ capacity: 2, agentShare: 0, validFrom: undefined, validTo: undefined, closings: [], openings: [] },
};

const PRIVACY = {
  controller: 'préfecture de la Haute-Brume',
  officer: 'dpd@haute-brume.gouv.fr',
  page: '/Footer/Donnees-personnelles',
};

const FORM: FeedbackForm = {
  sites: [...SITES],
  themes: [
    { id: 'attente', label: { fr: 'Attente et accueil au guichet', en: 'Waiting and desk reception' } },
    { id: 'telephone', label: { fr: 'Accueil téléphonique', en: 'Reception by phone' } },
    { id: 'delai', label: { fr: 'Délai de réponse', en: 'Time to reply' } },
    { id: 'site', label: { fr: 'Site internet', en: 'Website' } },
  ],
  services: [
    {
      id: 'migrations',
      name: 'Direction des migrations',
      phone: '01 99 00 00 24',
      page: '/Demarches/Accueil-des-etrangers',
    },
    { id: 'associations', name: 'Greffe des associations', page: '/Demarches/Associations' },
  ],
  delay: { amount: 10, unit: 'ouvres', bound: 'inclusive' },
  calendars: {
    brumeval: { zone: 'metropole', closings: [] },
    'saint-aubert': { zone: 'metropole', closings: [] },
  },
  privacy: { ...PRIVACY, keptMonths: 24 },
};

/** Answers the API of the widgets, in memory; what is sent is kept as long as the process. */
export function openDesk(today: string, page: string): RequestListener {
  const booking = new FakeBooking({
    sites: SITES,
    procedures: PROCEDURES,
    privacy: { ...PRIVACY, keptMonths: 3 },
    rules: [rule, { ...rule, site: 'saint-aubert', weekdays: [2, 4], from: '14:00', to: '16:00' }],
    page,
  });
  const feedback = new FakeFeedback();
  feedback.form = FORM;
  feedback.today = today;
  return serviceOf(booking, feedback);
}
