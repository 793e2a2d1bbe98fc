import { join } from 'node:path';
import {
  acknowledgement,
  advance,
  agenda,
  agentShare,
  auditGaps,
  barometerRequirement,
  bookingNotice,
  channelSentence,
  circulationIssues,
  cluCategories,
  cluDone,
  cluExcuse,
  cluIssues,
  commitments,
  configGaps,
  consolidate,
  correctedOrigins,
  delayLabel,
  documentTypes,
  drawControl,
  emailDelay,
  engagementsOf,
  externalAudits,
  feedbackDelay,
  feedbackMeasurements,
  feedbackSynthesis,
  feedbackThemes,
  flashInfoDone,
  followUpDelay,
  gapsOf,
  gapsWithoutAction,
  indicators,
  labelSentence,
  labelValidity,
  letterDelay,
  mailControlGrid,
  mailMeasurements,
  meetingDone,
  moduleFunctions,
  modules,
  moveFeedback,
  obligations,
  offerTable,
  openCampaign,
  otherWayIssues,
  overdue,
  parsePeriod,
  perimeterIssues,
  periodLabel,
  planAction,
  publicationIssues,
  publishedLabel,
  receiveFeedback,
  receptionGrid,
  referenceOf,
  renewalLead,
  replyDue,
  requiredRoles,
  resultsOf,
  reviewPublication,
  reviewText,
  roleIssues,
  satisfactionFloor,
  scopeOf,
  slotsOf,
  stateOf,
  surveyGaps,
  surveyPublication,
  surveyResults,
  websiteGrid,
  yearlyReview,
  conformityCoverage,
  type Calendar,
  type Clu,
  type Config,
  type Feedback,
  type Indicator,
  type MailEntry,
  type Measurement,
  type Meeting,
  type NewFeedback,
  type Service,
  type Survey,
  type SurveyAnswers,
  type Suspension,
} from '@qualepref/core';
import { loadConfig } from '@qualepref/crawler';
import { beforeAll, describe, expect, test } from 'vitest';

// The quality policy of the Bouches-du-Rhône of January 2021, from its first
// page to its last: each fact or rule of the document, found in the model.

let config: Config;
beforeAll(async () => {
  config = await loadConfig(join(import.meta.dirname, '..', 'docs', 'exemples', 'bouches-du-rhone.yml'));
});

const plain = (text: string): string => text.replaceAll('\u00A0', ' ');
const calendar: Calendar = { zone: 'metropole', closings: [] };
const calendarOf = (): Calendar => calendar;
const indicator = (id: string): Indicator => {
  const found = indicators.find((each) => each.id === id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
};
const ids = (of: readonly { readonly id?: string | undefined }[]): (string | undefined)[] =>
  of.map(({ id }) => id);
const labelOf = (held: Config) => {
  if (!held.label) throw new Error('no label');
  return held.label;
};
const history = (held: Config) => [...held.formerLabels, labelOf(held)];

describe('La préfecture et ses sous-préfectures', () => {
  test('two sites of the préfecture and three sous-préfectures: five sites', () => {
    expect(config.sites.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'prefecture Saint-Sébastien',
      'prefecture Peytral',
      'sous-prefecture Aix-en-Provence',
      'sous-prefecture Istres',
      'sous-prefecture Arles',
    ]);
  });

  test('four units publish their results', () => {
    expect(config.units.map(({ name, sites }) => [name, sites.length])).toEqual([
      ['préfecture', 2],
      ['sous-préfecture d’Aix-en-Provence', 1],
      ['sous-préfecture d’Istres', 1],
      ['sous-préfecture d’Arles', 1],
    ]);
  });
});

describe('La qualité depuis 2011', () => {
  test('labels of the five sites: Marianne in June 2013 and May 2015, Qualipref 2.0 in November 2015, Qual-e-Pref early in 2020', () => {
    expect(
      history(config).map(({ name, obtained, sites }) => [
        name,
        periodLabel(parsePeriod(obtained)),
        sites.length,
      ]),
    ).toEqual([
      ['Marianne', 'juin 2013', 5],
      ['Marianne', 'mai 2015', 5],
      ['Qualipref 2.0', 'novembre 2015', 5],
      ['Qual-e-Pref', '1er semestre 2020', 5],
    ]);
  });

  test('the Marianne of 2015 follows an audit of December 2014', () => {
    expect(history(config)[1]?.audit).toBe('2014-12');
  });

  test.each([
    ['2011-06-30', 'never'],
    ['2013-07-01', 'valid'],
    ['2016-01-04', 'valid'],
    // « Ont engagé des processus en 2017 » : the day of the suspension is not known.
    ['2017-06-30', 'unknown'],
    ['2018-01-02', 'suspended'],
    ['2019-06-30', 'expired'],
    ['2020-07-01', 'valid'],
  ])('on %s the label is %s', (day, state) => {
    expect(stateOf(history(config), day).state).toBe(state);
  });

  test('the label of 2020 is given by SOCOTEC for three years', () => {
    expect(labelOf(config).certifier).toBe('SOCOTEC');
    expect(labelValidity).toMatchObject({ value: 3, provenance: { origin: 'S' } });
    expect(publishedLabel(labelOf(config))).toMatchObject({ start: '2020-S1', end: '2023-S1' });
  });

  test('an audit comes after 18 months, in the last quarter of 2021: the planned period, which says why, holds', () => {
    expect(followUpDelay).toMatchObject({ value: 18, provenance: { origin: 'S' } });
    expect(stateOf(labelOf(config), '2021-09-30').state).toBe('valid');
    expect(stateOf(labelOf(config), '2021-10-01')).toMatchObject({
      state: 'follow-up-due',
      followUp: { from: '2021-10-01', to: '2021-12-31', isOverdue: false },
    });
    const { followUp, ...unplanned } = labelOf(config);
    expect(followUp?.planned?.reason).toContain('dernier trimestre');
    expect(stateOf({ ...unplanned, followUp: undefined }, '2021-09-30').state).toBe('follow-up-due');
  });

  test('the badge says no more than is known', () => {
    const published = publishedLabel(labelOf(config));
    expect(plain(labelSentence(published, '2021-01-31').fr)).toBe(
      'Label Qual-e-Pref valable jusqu’au 1er semestre 2023.',
    );
    expect(plain(labelSentence(published, '2023-09-01').fr)).toBe(
      'Label Qual-e-Pref échu depuis le 1er semestre 2023.',
    );
  });
});

describe('Périmètre et engagements', () => {
  test('module 1 is compulsory, module 4 was chosen', () => {
    expect(labelOf(config).modules).toEqual([1, 4]);
    expect(modules.filter(({ number }) => [1, 4].includes(number))).toMatchObject([
      { title: 'Relation générale avec les usagers', compulsory: true },
      { title: 'Relations avec les collectivités territoriales', compulsory: false },
    ]);
  });

  test('there are commitments for desk, phone, website, mail and social networks, and for local authorities', () => {
    const chapters = new Set(engagementsOf(commitments, [1]).map(({ chapter }) => chapter));
    expect(chapters).toEqual(new Set(['general', 'desk', 'phone', 'website', 'mail', 'social']));
    expect(engagementsOf(commitments, [4]).length).toBeGreaterThan(0);
  });

  test('no commitment bears an official number: the référentiel is not public', () => {
    expect(commitments.filter(({ numeroOfficiel }) => (numeroOfficiel ?? null) !== null)).toEqual([]);
  });

  test('the scope is named office by office', () => {
    const scope = (module: number): readonly Service[] =>
      scopeOf(config.services, module, moduleFunctions.value);
    const central = (of: readonly Service[]) => ids(of.filter(({ site }) => site === undefined));
    expect(central(scope(1))).toEqual(['bcr', 'baas', 'beqs', 'formation', 'communication']);
    expect(central(scope(4))).toEqual(['b3cl', 'bfli']);
    expect(config.services.find(({ id }) => id === 'bcr')?.limitedTo).toBe(
      'pour les points numériques uniquement',
    );
  });

  test('in the sous-préfectures: foreigners, digital desks, associations in Istres, local authorities', () => {
    const own = (site: string) => ids(config.services.filter((service) => service.site === site));
    expect(own('istres')).toEqual([
      'etrangers-istres',
      'point-numerique-istres',
      'vie-associative',
      'collectivites-istres',
    ]);
    expect(own('aix')).toHaveLength(3);
    expect(own('arles')).toHaveLength(3);
  });

  test('the perimeter holds together', () => {
    const { sites, units, services, people } = config;
    const perimeter = { sites, units, services, people, moduleFunctions: moduleFunctions.value };
    expect(perimeterIssues({ ...perimeter, modules: labelOf(config).modules })).toEqual([]);
  });
});

describe('Modalités de mise en œuvre et pilotage', () => {
  const of = (id: string) => obligations.find((each) => each.id === id);

  test('the quality manager reports to the management committee each week', () => {
    expect(of('mot-hebdomadaire')).toMatchObject({
      rhythm: 'week',
      role: 'quality-manager',
      sharedWith: ['management-committee'],
    });
  });

  test('a quality manager is appointed, trained, and has a letter of mission', () => {
    const issues = (people: Config['people']) =>
      roleIssues(people, {
        services: [],
        sites: [],
        today: '2021-01-31',
        required: requiredRoles.value,
      }).map(({ code }) => code);
    expect(issues(config.people)).toEqual([]);
    const [manager, ...others] = config.people;
    if (!manager) throw new Error('no manager');
    expect(issues([{ ...manager, missionLetter: undefined, trained: [] }, ...others])).toEqual([
      'manager-without-letter',
      'manager-untrained',
    ]);
  });

  test('the steering committee is chaired by the deputy secretary-general and meets at least once a year', () => {
    expect(config.people.find(({ role }) => role === 'committee-chair')?.position).toBe(
      'secrétaire générale adjointe',
    );
    expect(of('copil')).toMatchObject({ rhythm: 'year', minimum: 1, role: 'committee-chair' });
  });

  const meeting: Meeting = {
    id: 'copil-2020',
    on: '2020-10-06',
    chair: 'secrétaire générale adjointe',
    present: ['directrice', 'chef de bureau', 'référente qualité'],
    agenda: ['Indicateurs', 'Plan d’amélioration', 'Échéances à venir'],
    decisions: [],
    minutes: {
      document: { label: 'Compte-rendu du 6 octobre 2020' },
      sentTo: ['directrice', 'chef de bureau', 'référente qualité'],
      sentOn: '2020-10-12',
      publishedAt: 'Espace qualité',
      publishedOn: '2020-10-13',
    },
  };

  test('its minutes go to its members and onto the intranet, a flash-info tells of it', () => {
    const context = { today: '2020-10-20', members: meeting.present, delay: 30 };
    const flashInfo = {
      on: '2020-10-14',
      subject: 'Le comité de pilotage s’est réuni',
      about: 'committee' as const,
      meeting: meeting.id,
      publishedAt: 'Intranet',
    };
    expect(circulationIssues(meeting, { ...context, flashInfos: [flashInfo] })).toEqual([]);
    expect(circulationIssues(meeting, { ...context, flashInfos: [] }).map(({ code }) => code)).toEqual([
      'flash-info-missing',
    ]);
    expect(flashInfoDone(flashInfo)).toMatchObject({ obligation: 'flash-info', turn: '2020-T4' });
    const [entry] = agenda(
      obligations.filter(({ id }) => id === 'copil'),
      [meetingDone(meeting, '2020-12-31')],
      { today: '2020-12-31', from: '2020-01-01' },
    );
    expect(entry).toMatchObject({ state: 'done', toShare: [] });
  });

  test('each office and each sous-préfecture has a quality contact', () => {
    const codes = roleIssues(config.people, {
      services: config.services,
      sites: config.sites,
      today: '2021-01-31',
      required: requiredRoles.value,
    }).map(({ code, about }) => `${code} ${about}`);
    expect(codes).toContain('office-without-contact baas');
    expect(codes).toContain('site-without-contact arles');
  });

  test('the document base holds the kinds of documents that the policy lists', () => {
    expect(documentTypes.value.map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        'fiche de procédure',
        'plan d’actions',
        'fiche de poste',
        'enregistrement',
        'guide d’accueil',
        'rapport d’audit',
      ]),
    );
  });
});

describe('Accueil physique et téléphonique', () => {
  test('signs, comfort, works and exceptional times are items of the on-site grid', () => {
    const rubrics = receptionGrid.rubrics.map(({ title }) => title);
    expect(rubrics).toEqual(
      expect.arrayContaining([
        'Signalétique et abords',
        'Attente et confort',
        'Point numérique',
        'Accueil téléphonique',
        'Travaux et situations exceptionnelles',
      ]),
    );
  });

  test('every site has a digital desk, young people of the civic service and a voice server', () => {
    for (const { facilities } of config.sites)
      expect(facilities).toEqual(expect.arrayContaining(['digital-desk', 'civic-service', 'voice-server']));
  });

  test('agents are named at the desks: it is a commitment', () => {
    expect(commitments.find(({ id }) => id === 'acc.identification')).toMatchObject({
      module: 1,
      chapter: 'desk',
    });
  });
});

describe('Accueil dématérialisé', () => {
  test('a co-marking contact is appointed, and each service has a trained contributor', () => {
    expect(requiredRoles.value).toContain('co-marking-contact');
    const codes = roleIssues(config.people, {
      services: config.services,
      sites: config.sites,
      today: '2021-01-31',
      required: requiredRoles.value,
    }).map(({ code, about }) => `${code} ${about}`);
    expect(codes).toContain('service-without-contributor baas');
  });

  test('the website is verified each quarter with a grid', () => {
    expect(websiteGrid).toMatchObject({ period: 'quarter', perSite: false });
    expect(websiteGrid.items).toHaveLength(97);
    expect(obligations.find(({ id }) => id === 'grille-site')).toMatchObject({ rhythm: 'quarter' });
  });

  test('the offer of appointments is that of the policy, unit by unit', () => {
    const table = offerTable(config.procedures, config.units);
    const bookable = table.map(({ place, offered, withheld }) => [place, ids([...offered, ...withheld])]);
    expect(Object.fromEntries(bookable)).toEqual({
      prefecture: [
        'premieres-demandes',
        'points-numeriques',
        'commissions-medicales',
        'professions-reglementees',
      ],
      aix: ['premieres-demandes', 'points-numeriques', 'commissions-medicales', 'etudiants-etrangers'],
      istres: ['points-numeriques', 'associations'],
      arles: ['points-numeriques', 'commissions-medicales'],
    });
  });

  test('people come by appointment only, others write or phone: without a known number nothing is offered', () => {
    expect(config.sites.every(({ onAppointmentOnly }) => onAppointmentOnly === true)).toBe(true);
    const [procedure] = config.procedures;
    expect(otherWayIssues(procedure?.otherWays ?? []).map(({ code }) => code)).toEqual([
      'no-number',
      'no-hours',
      'no-address',
      'online-only',
      'none',
    ]);
    const known = config.procedures.map((each) => ({
      ...each,
      otherWays: [
        {
          kind: 'phone' as const,
          number: '04 65 71 00 00',
          hours: [{ days: [1 as const], from: '09:00', to: '12:00' }],
          purpose: undefined,
        },
      ],
    }));
    expect(offerTable(known, config.units).flatMap(({ withheld }) => withheld)).toEqual([]);
  });

  test('slots follow the hours of the site, holidays apart', () => {
    const slots = slotsOf(
      [
        {
          site: 'aix',
          procedure: 'points-numeriques',
          weekdays: [3, 4],
          from: '09:00',
          to: '10:00',
          every: 30,
          capacity: 2,
          agentShare: 0.5,
          validFrom: undefined,
          validTo: undefined,
          closings: [],
          openings: [],
        },
      ],
      {
        from: '2020-11-10',
        to: '2020-11-13',
        now: '2020-10-01T08:00:00Z',
        calendar,
        timeZone: 'Europe/Paris',
        minimumNotice: bookingNotice.value,
        agentShare: agentShare.value,
        horizon: 60,
      },
    );
    // 11 November is a Wednesday.
    expect(slots.map(({ start, publicCapacity }) => [start, publicCapacity])).toEqual([
      ['2020-11-12T09:00+01:00', 1],
      ['2020-11-12T09:30+01:00', 1],
    ]);
  });

  test('what the document does not say stays unknown, and the configuration says what it is needed for', () => {
    const gaps = configGaps(config).map(({ path }) => path.join('.'));
    expect(gaps).toEqual(
      expect.arrayContaining(['sites.0.address', 'sites.4.phones', 'procedures.0.booking.address']),
    );
    expect(gaps).not.toContain('label');
  });
});

/** Tracking was suspended from March to June 2020. */
const health: Suspension = {
  from: '2020-03',
  to: '2020-06',
  reason: { fr: 'situation sanitaire et confinement', en: 'health situation and lockdown' },
};

describe('La réponse aux courriers et courriels', () => {
  test('5 days for e-mails, 10 for letters; which days and which bound are settings', () => {
    expect(delayLabel(config.delays.email)).toBe('5 jours ouvrés');
    expect(delayLabel(config.delays.letter)).toBe('10 jours ouvrés');
    expect([emailDelay, letterDelay].map(({ provenance }) => provenance.origin)).toEqual(['S', 'S']);
    expect(delayLabel({ ...config.delays.email, bound: 'strict' })).toBe('moins de 5 jours ouvrés');
  });

  const published: Measurement[] = [
    ['prefecture', 0.99, 2],
    ['aix', 0.98, 2.4],
    ['istres', 1, 1],
    ['arles', 0.98, 2.4],
  ].flatMap(([site, rate, mean]): Measurement[] => [
    {
      indicator: 'mail.taux',
      site: String(site),
      period: '2020',
      value: { kind: 'published-rate', rate: Number(rate) },
    },
    {
      indicator: 'mail.delai',
      site: String(site),
      period: '2020',
      value: { kind: 'published-mean', mean: Number(mean) },
    },
  ]);

  const figure = (id: string, unit: Config['units'][number]) =>
    consolidate(published, { indicator: indicator(id), unit, period: '2020', suspensions: [health] });

  test('the figures of 2020 give back its sentences', () => {
    const sentences = config.units.map((unit) =>
      channelSentence({
        unit: unit.name,
        answered: 'email',
        delay: 'moins de 5 jours',
        rate: figure('mail.taux', unit).published[0]?.value,
        mean: figure('mail.delai', unit).published[0]?.value,
      }),
    );
    expect(sentences.map(plain)).toEqual([
      'En préfecture : il a été répondu à 99 % des courriels en moins de 5 jours et le délai moyen de réponse était de 2 jours.',
      'En sous-préfecture d’Aix-en-Provence : il a été répondu à 98 % des courriels en moins de 5 jours et le délai moyen de réponse était de 2,4 jours.',
      'En sous-préfecture d’Istres : il a été répondu à 100 % des courriels en moins de 5 jours et le délai moyen de réponse était de 1 jour.',
      'En sous-préfecture d’Arles : il a été répondu à 98 % des courriels en moins de 5 jours et le délai moyen de réponse était de 2,4 jours.',
    ]);
  });

  test('rates without counts are shown, never consolidated', () => {
    const all = { id: 'departement', sites: config.units.map(({ id }) => id) };
    const whole = consolidate(published, {
      indicator: indicator('mail.taux'),
      unit: all,
      period: '2020',
      suspensions: [],
    });
    expect(whole).toMatchObject({ value: null, absence: 'published-only' });
    expect(whole.published).toHaveLength(4);
  });

  test('the suspension of March to June 2020 is a footnote', () => {
    const [unit] = config.units;
    if (!unit) throw new Error('no unit');
    const { footnotes, months } = figure('mail.taux', unit);
    expect(footnotes.map(({ fr }) => plain(fr))).toEqual([
      'Le suivi a été suspendu de mars à juin 2020 : situation sanitaire et confinement. Ces mois ne sont pas comptés.',
    ]);
    expect(months.suspended).toEqual(['2020-03', '2020-04', '2020-05', '2020-06']);
  });

  test('a suspended month counts in nothing, though it was entered', () => {
    const unit = { id: 'aix', sites: ['aix'] };
    const month = (period: string, numerator: number): Measurement => ({
      indicator: 'mail.taux',
      site: 'aix',
      period,
      value: { kind: 'ratio', numerator, denominator: 100 },
    });
    const measured = consolidate([month('2020-02', 98), month('2020-04', 10)], {
      indicator: indicator('mail.taux'),
      unit,
      period: '2020',
      suspensions: [health],
    });
    expect(measured.value).toEqual({ kind: 'ratio', numerator: 98, denominator: 100 });
  });

  const log: MailEntry[] = Array.from({ length: 40 }, (_, at) => ({
    id: `2020-${String(at + 1).padStart(3, '0')}`,
    channel: at % 4 === 0 ? ('letter' as const) : ('email' as const),
    site: at % 2 === 0 ? 'aix' : 'arles',
    service: at % 2 === 0 ? 'etrangers-aix' : 'etrangers-arles',
    receivedOn: '2020-10-05',
    subject: 'Renseignement',
    answeredOn: at === 7 ? undefined : '2020-10-07',
    template: undefined,
  }));
  const setting = {
    today: '2020-12-31',
    delays: { email: emailDelay.value, letter: letterDelay.value },
    calendarOf,
  };

  test('all general mail is followed in a table, from which the indicators come', () => {
    const measured = mailMeasurements(log, { ...setting, period: '2020-T4' });
    expect(
      measured.find(({ indicator, site }) => indicator === 'mail.taux' && site === 'arles')?.value,
    ).toEqual({ kind: 'ratio', numerator: 19, denominator: 20 });
    expect(
      measured.find(({ indicator, site }) => indicator === 'mail.delai' && site === 'aix')?.value,
    ).toEqual({ kind: 'mean', total: 20, count: 10 });
  });

  test('each quarter a random control looks at delay and form with a sheet, the same for whoever draws again', () => {
    const control = {
      ...setting,
      grid: mailControlGrid,
      modules: [1, 4],
      period: '2020-T4',
      size: 12,
      seed: 'a',
    };
    const drawn = drawControl(log, control);
    expect(drawn.strata).toEqual([
      { site: 'aix', channel: 'email', population: 10, drawn: 3 },
      { site: 'aix', channel: 'letter', population: 10, drawn: 3 },
      { site: 'arles', channel: 'email', population: 20, drawn: 6 },
    ]);
    expect(drawControl(log.toReversed(), control)).toEqual(drawn);
    expect(mailControlGrid.items.map(({ label }) => label)).toEqual([
      'La réponse est partie dans le délai promis',
      'La réponse est claire et complète',
      'La réponse nomme un interlocuteur et donne ses coordonnées',
      'La réponse est signée',
      'La réponse suit le modèle en vigueur',
    ]);
    expect(obligations.find(({ id }) => id === 'controle-ecrits')).toMatchObject({ rhythm: 'quarter' });
  });
});

describe('Réseaux sociaux', () => {
  test('the two accounts, and the item that looks for them on the home page', () => {
    expect(config.accounts.map(({ network }) => network)).toEqual(['Twitter', 'Facebook']);
    expect(config.accounts[0]?.name).toBe('@prefet13');
    expect(websiteGrid.items.find(({ id }) => id === 'RSX-01')?.label).toContain('page d’accueil');
  });

  test('a mean engagement rate of 5.21 % in 2020', () => {
    const measured = consolidate(
      [
        {
          indicator: 'rs.engagement',
          site: 'prefecture',
          period: '2020',
          of: { network: 'facebook' },
          value: { kind: 'published-rate', rate: 0.0521 },
        },
      ],
      {
        indicator: indicator('rs.engagement'),
        unit: { id: 'prefecture', sites: ['saint-sebastien', 'peytral'] },
        period: '2020',
        of: { network: 'facebook' },
      },
    );
    expect(measured.published[0]?.value).toEqual({ kind: 'published-rate', rate: 0.0521 });
  });
});

describe('La voix des usagers', () => {
  const receive = (over: Partial<NewFeedback> = {}): Feedback =>
    receiveFeedback({
      reference: referenceOf('AIX', '2020-09-01', () => 0.5),
      kind: 'complaint',
      channel: 'box',
      enteredBy: 'agent',
      site: 'aix',
      theme: 'attente',
      text: 'L’attente a duré deux heures.',
      receivedOn: '2020-09-01',
      name: 'Camille Exemple',
      replyTo: { postal: '1 rue de l’Exemple' },
      on: '2020-09-01',
      by: 'Accueil',
      ...over,
    });
  const setting = { delay: feedbackDelay.value, calendar };

  test('a reply is due within 10 working days when it is signed and has an address', () => {
    expect(delayLabel(feedbackDelay.value)).toBe('10 jours ouvrés');
    expect(replyDue(receive(), setting)).toEqual({ due: '2020-09-15' });
    expect(replyDue(receive({ replyTo: { email: 'camille@exemple.fr' } }), setting)).toEqual({
      due: '2020-09-15',
    });
  });

  test('none is due otherwise, and why is said', () => {
    const { name, ...unsigned } = receive();
    expect(name).toBeDefined();
    expect(replyDue(unsigned, setting)).toEqual({ due: null, reason: 'anonymous' });
    const { replyTo, ...nowhere } = receive();
    expect(replyTo).toBeDefined();
    expect(replyDue(nowhere, setting)).toEqual({ due: null, reason: 'no-address' });
  });

  test.each(['box', 'website', 'letter', 'email', 'phone', 'desk'] as const)(
    'it may come by %s',
    (channel) => {
      expect(receive({ channel }).channel).toBe(channel);
    },
  );

  test('the acknowledgement gives reference, date, service, due date', () => {
    const { lines, issues } = acknowledgement(receive(), {
      ...setting,
      service: { name: 'Service des étrangers', address: '1 rue de l’Exemple', phone: '04 65 71 00 00' },
    });
    expect(issues).toEqual([]);
    expect(plain(lines.map(({ fr }) => fr).join(' '))).toContain('au plus tard le 15 septembre 2020');
  });

  test('followed in a table and summed up for the steering committee: all answered within 3 days in 2020', () => {
    const log = ['2020-09-02', '2020-09-04'].map((on) =>
      moveFeedback(receive(), { to: 'answered', on, by: 'Bureau' }),
    );
    const read = { today: '2020-12-31', delay: feedbackDelay.value, calendarOf };
    const { sentences } = feedbackSynthesis(log, { ...read, period: '2020', themes: feedbackThemes.value });
    expect(sentences.map(plain)).toContain(
      'Les services ont répondu dans un délai de 3 jours ouvrés à toutes celles qui appelaient une réponse.',
    );
    const rate = feedbackMeasurements(log, { ...read, period: '2020-09' }).find(
      ({ indicator }) => indicator === 'recl.taux',
    );
    expect(rate?.value).toEqual({ kind: 'ratio', numerator: 2, denominator: 2 });
  });

  const survey: Survey = {
    id: 'enquete-2020',
    year: '2020',
    audience: 'users',
    sites: ['aix'],
    from: '2020-10-05',
    to: '2020-10-30',
    method: undefined,
    themes: [
      { id: 'attente', label: { fr: 'Attente' }, questions: [] },
      { id: 'acces', label: { fr: 'Accès' }, questions: [] },
    ],
    overall: undefined,
    publication: [],
  };
  const counted = (theme: string, satisfied: number): SurveyAnswers => ({
    site: 'aix',
    theme,
    verySatisfied: 0,
    satisfied,
    dissatisfied: 100 - satisfied,
    veryDissatisfied: 0,
    noOpinion: 0,
  });
  const results = surveyResults(survey, [counted('attente', 74), counted('acces', 75)], {
    floor: satisfactionFloor.value,
    smallSample: 30,
  });

  test('an improvement action is due for a theme that does not reach 75 %', () => {
    expect(satisfactionFloor).toMatchObject({ value: 0.75, provenance: { origin: 'S' } });
    expect(surveyGaps(survey, results).map(({ reference }) => reference)).toEqual(['attente']);
  });

  test('results are shown in the halls, on the website and to the user committee', () => {
    const due = publicationIssues(survey, { today: '2020-12-01', places: surveyPublication.value });
    expect(due).toEqual([{ place: 'hall', site: 'aix' }, { place: 'website' }, { place: 'user-committee' }]);
  });

  const clu: Clu = {
    year: 2020,
    metOn: undefined,
    minutes: undefined,
    notMet: {
      reason: 'Crise sanitaire',
      materialSent: {
        on: '2020-12-01',
        by: 'email',
        documents: ['Nouvelles modalités d’accueil'],
        to: ['a'],
      },
    },
    members: [
      { id: 'a', category: 'usagers', name: 'Association d’usagers' },
      { id: 'b', category: 'professionnels', name: 'Organisation professionnelle' },
      { id: 'c', category: 'consommateurs', name: 'Association de consommateurs' },
      { id: 'd', category: 'elus', name: 'Maire' },
      { id: 'e', category: 'services-etat', name: 'Direction départementale' },
    ],
  };

  test('the user committee has five kinds of members and meets once a year', () => {
    expect(cluCategories.value).toHaveLength(5);
    expect(obligations.find(({ id }) => id === 'clu')).toMatchObject({ rhythm: 'year', minimum: 1 });
  });

  test('in 2020 it could not meet: material sent to every member excuses it', () => {
    expect(cluDone(clu)).toBeUndefined();
    const excuse = cluExcuse(clu);
    const [entry] = agenda(
      obligations.filter(({ id }) => id === 'clu'),
      [],
      { today: '2021-03-31', from: '2020-01-01', to: '2020-12-31', excuses: excuse ? [excuse] : [] },
    );
    expect(entry).toMatchObject({ state: 'excused', reason: 'Crise sanitaire' });
    const missed = cluIssues(clu, '2020-12-31', cluCategories.value).map(({ about }) => about);
    expect(missed).toEqual(['b', 'c', 'd', 'e']);
  });
});

describe('Le dispositif interne', () => {
  test('indicators are followed each month, sent to the directorates and put on the intranet', () => {
    expect(obligations.find(({ id }) => id === 'indicateurs')).toMatchObject({
      rhythm: 'month',
      sharedWith: expect.arrayContaining(['directorates', 'intranet']) as string[],
    });
  });

  test('each half-year every site is verified with a grid; its gaps enter the plan', () => {
    expect(receptionGrid).toMatchObject({ period: 'semester', perSite: true });
    const [item] = receptionGrid.items;
    const campaign = openCampaign(receptionGrid, {
      period: '2020-S2',
      site: 'aix',
      modules: [1, 4],
      checkedOn: '2020-10-01',
      rows: [{ item: item?.id ?? '', verdict: 'non_conforme' }],
    });
    expect(gapsOf(campaign, receptionGrid)).toMatchObject([{ origin: 'reception-grid', site: 'aix' }]);
    expect(obligations.find(({ id }) => id === 'grille-accueil')).toMatchObject({
      rhythm: 'semester',
      sharedWith: expect.arrayContaining([
        'office-heads',
        'directorates',
        'sub-prefecture-secretaries',
      ]) as string[],
    });
  });

  test('the yearly review draws on indicators, surveys, barometer and complaints, and is made known in four places', () => {
    expect(reviewPublication.value).toEqual(['steering-committee', 'staff-committee', 'website', 'intranet']);
    const review = yearlyReview({
      year: '2020',
      sites: ids(config.sites).map(String),
      catalogue: indicators,
      indicators: [],
      surveys: [],
      barometer: { year: '2020', mark: 7.4, networkMark: undefined, source: 'Mesure externe' },
      requiredMark: barometerRequirement.value,
      grids: [websiteGrid, receptionGrid],
      campaigns: [],
      audits: [],
      proposals: [{ what: 'Refondre les pages de rendez-vous', owner: undefined, dueOn: undefined }],
      mentions: [],
      places: reviewPublication.value,
      optional: [],
    });
    expect(review.missing).toEqual(['indicators', 'surveys', 'feedback', 'grids', 'audits', 'plan']);
    const chapters = reviewText(review, {
      catalogue: indicators,
      names: {},
      coverage: conformityCoverage.value,
    });
    expect(chapters.map(({ title }) => title).slice(0, 4)).toEqual([
      'Indicateurs',
      'Enquêtes de satisfaction',
      'Baromètre de l’accueil',
      'Réclamations et suggestions',
    ]);
  });

  test('every gap of an internal audit must have a corrective action', () => {
    const gaps = auditGaps({
      id: 'audit-2020',
      kind: 'internal',
      to: '2020-09-15',
      findings: [
        {
          id: 'e1',
          kind: 'gap',
          subject: 'Horaires périmés à l’entrée',
          reference: undefined,
          site: 'arles',
          service: undefined,
          severity: undefined,
          evidence: [],
        },
      ],
    });
    expect(correctedOrigins.value).toContain('internal-audit');
    expect(gapsWithoutAction(gaps, [], correctedOrigins.value)).toMatchObject([{ mandatory: true }]);
    const action = planAction({
      id: 'a1',
      gap: gaps[0]?.id ?? '',
      kind: 'corrective',
      origin: 'internal-audit',
      what: 'Afficher les horaires en vigueur',
      owner: 'référent qualité d’Arles',
      dueOn: '2020-10-31',
      on: '2020-09-20',
      by: 'responsable qualité',
    });
    expect(gapsWithoutAction(gaps, [action], correctedOrigins.value)).toEqual([]);
    expect(overdue([action], '2020-11-01')).toEqual([action]);
    const done = advance(action, { to: 'done', on: '2020-10-12', by: 'référent qualité d’Arles' });
    expect(overdue([done], '2020-11-01')).toEqual([]);
  });

  test('the external audits follow from the label', () => {
    const audits = externalAudits(labelOf(config), {
      validity: labelValidity.value,
      followUpDelay: followUpDelay.value,
      renewalLead: renewalLead.value,
    });
    expect(audits[0]).toMatchObject({ start: '2021-10-01', end: '2021-12-31' });
    expect(audits).toHaveLength(2);
  });

  test('what is published for the public is one file', () => {
    const units = config.units;
    const results = resultsOf([], {
      indicators,
      units,
      periods: ['2020'],
      label: publishedLabel(labelOf(config)),
      publishedOn: '2021-01-31',
    });
    expect(results).toMatchObject({ schemaVersion: 1, label: { name: 'Qual-e-Pref', modules: [1, 4] } });
  });
});
