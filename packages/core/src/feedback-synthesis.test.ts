import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feedbackSynthesis, type SynthesisSetting } from './feedback-synthesis.ts';
import { feedbackThemes, forwardTo, moveFeedback, type Feedback, type NewFeedback } from './feedback.ts';
import { feedbackDelay } from './reply.ts';
import { exampleFeedback } from './feedback-fixture.ts';

const receive = (over: Partial<NewFeedback> = {}): Feedback =>
  exampleFeedback({
    channel: 'box',
    enteredBy: 'agent',
    receivedOn: '2020-09-01',
    replyTo: { postal: '1 rue de l’Exemple' },
    by: 'Accueil',
    ...over,
  });

/** Received on Tuesday 1 September 2020. */
const answered = (on: string, over: Partial<NewFeedback> = {}): Feedback =>
  moveFeedback(receive(over), { to: 'answered', on, by: 'Bureau' });

const synthesis = (log: readonly Feedback[], over: Partial<SynthesisSetting> = {}) =>
  feedbackSynthesis(log, {
    period: '2020',
    today: '2021-01-31',
    delay: feedbackDelay.value,
    calendarOf: () => ({ zone: 'metropole', closings: [] }),
    themes: feedbackThemes.value,
    ...over,
  });

const sentences = (log: readonly Feedback[], over: Partial<SynthesisSetting> = {}) =>
  synthesis(log, over).sentences.map((sentence) => sentence.replaceAll('\u00A0', ' '));

test('the year 2020 of the policy is given back: all answered within three days', () => {
  const log = [
    answered('2020-09-02'),
    answered('2020-09-04', { kind: 'suggestion', theme: 'rendez-vous', channel: 'email', site: 'arles' }),
    answered('2020-09-03', { site: 'istres' }),
  ];
  expect(sentences(log)).toEqual([
    'En 2020, 2 réclamations et 1 suggestion ont été reçues.',
    'Les services ont répondu dans un délai de 3 jours ouvrés à toutes celles qui appelaient une réponse.',
    'Le délai moyen de réponse était de 2 jours ouvrés.',
    'Thèmes : Attente (2), Prise de rendez-vous (1).',
    'Canaux : boîte à suggestions (2), courriel (1).',
  ]);
});

test('no-break spaces are set', () => {
  expect(synthesis([answered('2020-09-02')]).sentences).toContain('Thèmes\u00A0: Attente (1).');
});

test('« all » is not said when one waits, is late or was not answered', () => {
  const all = (log: readonly Feedback[], today: string) =>
    sentences(log, { today }).some((sentence) => sentence.includes('à toutes'));
  const log = [answered('2020-09-02'), receive()];
  expect(all(log, '2020-09-15')).toBe(false);
  expect(all(log, '2020-09-16')).toBe(false);
  expect(all([answered('2020-09-02')], '2020-09-15')).toBe(true);
});

test('late answers, missing ones and those still in time are told apart', () => {
  const log = [
    answered('2020-09-01'),
    answered('2020-09-16'),
    receive(),
    receive({ receivedOn: '2020-09-10' }),
  ];
  expect(sentences(log, { today: '2020-09-16' }).slice(1, 5)).toEqual([
    '1 sur 3 a reçu sa réponse dans le délai de 10 jours ouvrés.',
    '1 réponse est en retard.',
    '1 réponse reste à faire, encore dans le délai.',
    'Le délai moyen de réponse était de 5,5 jours ouvrés.',
  ]);
  expect(sentences([...log, ...log], { today: '2020-09-16' }).slice(1, 4)).toEqual([
    '2 sur 6 ont reçu leur réponse dans le délai de 10 jours ouvrés.',
    '2 réponses sont en retard.',
    '2 réponses restent à faire, encore dans le délai.',
  ]);
});

test('without any answer there is no mean delay', () => {
  expect(sentences([receive()], { today: '2020-09-16' }).slice(1, 4)).toEqual([
    'Aucune n’a reçu sa réponse dans le délai de 10 jours ouvrés.',
    '1 réponse est en retard.',
    'Thèmes : Attente (1).',
  ]);
  expect(sentences([receive()], { today: '2020-09-15' }).slice(1, 3)).toEqual([
    '1 réponse reste à faire, encore dans le délai.',
    'Thèmes : Attente (1).',
  ]);
});

test('one answered and one in waiting call for a reply, both of them', () => {
  expect(sentences([answered('2020-09-02'), receive()], { today: '2020-09-10' }).slice(0, 3)).toEqual([
    'En 2020, 2 réclamations ont été reçues.',
    '1 réponse reste à faire, encore dans le délai.',
    'Le délai moyen de réponse était de 1 jour ouvré.',
  ]);
});

test('suggestions alone are told alone', () => {
  expect(sentences([receive({ kind: 'suggestion' })])[0]).toBe('En 2020, 1 suggestion a été reçue.');
});

test('all answered but beyond the delay is said both ways', () => {
  expect(sentences([answered('2020-09-16')]).slice(1, 4)).toEqual([
    'Les services ont répondu dans un délai de 11 jours ouvrés à toutes celles qui appelaient une réponse.',
    'Aucune n’a reçu sa réponse dans le délai de 10 jours ouvrés.',
    'Le délai moyen de réponse était de 11 jours ouvrés.',
  ]);
});

test('days agree with their number, rounded as it is written', () => {
  expect(sentences([answered('2020-09-01')]).slice(1, 3)).toEqual([
    'Les services ont répondu le jour même à toutes celles qui appelaient une réponse.',
    'Le délai moyen de réponse était de 0 jour ouvré.',
  ]);
  expect(sentences([answered('2020-09-02')]).slice(1, 3)).toEqual([
    'Les services ont répondu dans un délai de 1 jour ouvré à toutes celles qui appelaient une réponse.',
    'Le délai moyen de réponse était de 1 jour ouvré.',
  ]);
  expect(sentences([answered('2020-09-02'), answered('2020-09-03')])[2]).toBe(
    'Le délai moyen de réponse était de 1,5 jour ouvré.',
  );
  const nearlyTwo = [answered('2020-09-02'), ...Array.from({ length: 24 }, () => answered('2020-09-03'))];
  expect(sentences(nearlyTwo)[2]).toBe('Le délai moyen de réponse était de 2 jours ouvrés.');
});

test('what calls for no reply is counted, and why', () => {
  const unsigned = receive({ name: undefined });
  const unaddressed = receive({ replyTo: undefined });
  expect(sentences([unsigned, unaddressed]).slice(0, 4)).toEqual([
    'En 2020, 2 réclamations ont été reçues.',
    'Aucune n’appelait de réponse.',
    '1 n’était pas signée : aucune réponse ne pouvait être envoyée.',
    '1 était signée sans adresse où répondre.',
  ]);
  expect(sentences([unsigned, unsigned, unaddressed, unaddressed]).slice(2, 4)).toEqual([
    '2 n’étaient pas signées : aucune réponse ne pouvait être envoyée.',
    '2 étaient signées sans adresse où répondre.',
  ]);
});

test('plain requests are told apart and counted nowhere else', () => {
  const request = receive({ kind: 'request' });
  const forwarded = forwardTo(request, { service: 'titres', on: '2020-09-02', by: 'Référent' });
  expect(sentences([forwarded])).toEqual([
    'En 2020, aucune réclamation ni suggestion n’a été reçue.',
    'Par ailleurs, 1 simple demande est arrivée par les mêmes voies ; 1 a été transmise au service compétent.',
  ]);
  expect(sentences([forwarded, forwarded, request])[1]).toBe(
    'Par ailleurs, 3 simples demandes sont arrivées par les mêmes voies ; 2 ont été transmises au service compétent.',
  );
  expect(sentences([forwarded], { today: '2020-09-01' })[1]).toBe(
    'Par ailleurs, 1 simple demande est arrivée par les mêmes voies ; aucune n’a été transmise au service compétent.',
  );
  expect(synthesis([forwarded], { today: '2020-09-02' }).requests).toEqual({ received: 1, forwarded: 1 });
  expect(synthesis([forwarded, request])).toMatchObject({
    total: { count: 0 },
    byTheme: [],
    requests: { received: 2, forwarded: 1 },
  });
});

test.each([
  ['2020-S2', 'Au 2e semestre 2020, 1 réclamation a été reçue.'],
  ['2020-T3', 'Au 3e trimestre 2020, 1 réclamation a été reçue.'],
  ['2020-09', 'En septembre 2020, 1 réclamation a été reçue.'],
  ['2020-09-01', 'Le 1er septembre 2020, 1 réclamation a été reçue.'],
])('a synthesis of %s begins with its period', (period, sentence) => {
  expect(sentences([receive()], { period })[0]).toBe(sentence);
});

test('what is received outside the period, or later than today, is left out', () => {
  const log = ['2020-08-31', '2020-09-01', '2020-09-30', '2020-10-01'].map((receivedOn) =>
    receive({ receivedOn }),
  );
  expect(synthesis(log, { period: '2020-09' }).total.count).toBe(2);
  expect(synthesis(log, { period: '2020', today: '2020-09-30' }).total.count).toBe(3);
  expect(synthesis(log, { period: '2020', today: '2020-09-29' }).total.count).toBe(2);
});

test('a theme out of the list in use is told by its id', () => {
  expect(sentences([receive({ theme: 'parking' })])).toContain('Thèmes : parking (1).');
});

test('counts are by theme, channel and site, the most frequent first', () => {
  const log = [
    answered('2020-09-02', { theme: 'telephone', site: 'istres' }),
    answered('2020-09-04', { kind: 'suggestion' }),
    receive({ name: undefined, channel: 'letter' }),
    receive({ replyTo: undefined, theme: 'accueil' }),
  ];
  const { total, byTheme, byChannel, bySite, cells } = synthesis(log);
  expect(total).toEqual({
    count: 4,
    complaints: 3,
    suggestions: 1,
    anonymous: 1,
    unaddressed: 1,
    replies: { settled: 2, onTime: 2, answered: 2, days: 4, longest: 3, late: 0, waiting: 0 },
  });
  expect(byTheme.map(({ theme, count }) => [theme, count])).toEqual([
    ['attente', 2],
    ['accueil', 1],
    ['telephone', 1],
  ]);
  expect(byChannel.map(({ channel, count }) => [channel, count])).toEqual([
    ['box', 3],
    ['letter', 1],
  ]);
  expect(bySite.map(({ site, count, replies }) => [site, count, replies.days])).toEqual([
    ['aix', 3, 3],
    ['istres', 1, 1],
  ]);
  expect(cells.map(({ theme, channel, site, count }) => [theme, channel, site, count])).toEqual([
    ['accueil', 'box', 'aix', 1],
    ['attente', 'box', 'aix', 1],
    ['attente', 'letter', 'aix', 1],
    ['telephone', 'box', 'istres', 1],
  ]);
});

test('each breakdown adds up to the total', () => {
  const one = fc
    .record({
      site: fc.constantFrom('aix', 'istres', 'arles'),
      theme: fc.constantFrom('attente', 'telephone', 'accueil'),
      channel: fc.constantFrom('box', 'letter', 'website'),
      kind: fc.constantFrom('complaint', 'suggestion', 'request'),
      name: fc.constantFrom('Camille Exemple', undefined),
    })
    .map((over) => receive(over));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 20 }), (log) => {
      const { total, requests, byTheme, byChannel, bySite, cells } = synthesis(log);
      expect(total.count + requests.received).toBe(log.length);
      expect(total.complaints + total.suggestions).toBe(total.count);
      for (const rows of [byTheme, byChannel, bySite, cells]) {
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(total.count);
        expect(rows.reduce((sum, { replies }) => sum + replies.late, 0)).toBe(total.replies.late);
      }
    }),
  );
});
