import { expect, test } from 'vitest';
import {
  channelLabels,
  channels,
  emailDelay,
  followMail,
  letterDelay,
  mailEntrySchema,
  mailMeasurements,
  mailStatus,
  type MailSetting,
} from './correspondence.ts';
import { indicators } from './indicator.ts';
import { parse } from './parse.ts';
import { exampleMail } from './mail-fixture.ts';

const setting = (over: Partial<MailSetting> = {}): MailSetting => ({
  today: '2026-12-31',
  delays: { email: emailDelay.value, letter: letterDelay.value },
  calendarOf: () => ({ zone: 'metropole', closings: [] }),
  ...over,
});

const problems = (value: unknown): string[] => {
  const result = parse(mailEntrySchema, value);
  if (!('issues' in result)) return [];
  return result.issues.map(({ path, message }) => `${path.join('.')} : ${message.replaceAll('\u00A0', ' ')}`);
};

test('e-mails are answered in five working days by default, letters in ten', () => {
  expect(emailDelay.value).toEqual({ amount: 5, unit: 'ouvres', bound: 'inclusive' });
  expect(letterDelay.value).toEqual({ amount: 10, unit: 'ouvres', bound: 'inclusive' });
  expect([emailDelay, letterDelay].map(({ provenance }) => provenance.origin)).toEqual(['S', 'S']);
});

test('every channel has its French name', () => {
  expect(channels).toEqual(['desk', 'phone', 'email', 'letter', 'website', 'box']);
  expect(Object.keys(channelLabels)).toEqual([...channels]);
});

test('an entry may wait for its answer, with the key absent or empty', () => {
  expect(problems(exampleMail({ template: 'Modèle 3, version 2' }))).toEqual([]);
  const { answeredOn, template, ...bare } = exampleMail();
  expect(problems(bare)).toEqual([]);
  expect(problems({ ...bare, answeredOn: null, template: null })).toEqual([]);
  expect(parse(mailEntrySchema, { ...bare, answeredOn: null })).toEqual({
    value: { ...bare, answeredOn: undefined, template: undefined },
  });
});

test('an answer is not dated before the reception, the same day is fine', () => {
  expect(problems(exampleMail({ answeredOn: '2026-11-24' }))).toEqual([]);
  expect(problems(exampleMail({ answeredOn: '2026-11-23' }))).toEqual([
    'answeredOn : « 2026-11-23 » n’est pas une date de réponse possible. Attendu : au plus tôt le jour de la réception, 2026-11-24.',
  ]);
});

test('only e-mails and letters are in the log, each with a number without space', () => {
  expect(problems({ ...exampleMail(), channel: 'phone' })[0]).toMatch('channel : « phone »');
  expect(problems(exampleMail({ id: 'n° 3' }))).toEqual([
    'id : « n° 3 » n’est pas un numéro d’enregistrement. Attendu : un texte sans espace, par exemple 2026-00417.',
  ]);
  expect(problems(exampleMail({ subject: ' ' }))[0]).toMatch('subject : ');
});

test('the status of an entry is that of its answer', () => {
  const calendar = { zone: 'metropole', closings: [] } as const;
  expect(
    mailStatus(exampleMail({ answeredOn: '2026-12-02' }), emailDelay.value, calendar, '2026-12-31'),
  ).toEqual({
    state: 'answered-late',
    due: '2026-12-01',
    days: 6,
    daysLate: 1,
  });
  expect(
    mailStatus(exampleMail({ answeredOn: undefined }), letterDelay.value, calendar, '2026-12-08').state,
  ).toBe('waiting');
});

test('a log is followed with the delay of each channel and the calendar of each site', () => {
  const log = [
    exampleMail({ id: '1' }),
    exampleMail({ id: '2', channel: 'letter' }),
    exampleMail({ id: '3', site: 'istres' }),
    exampleMail({ id: '4', receivedOn: '2027-01-01', answeredOn: undefined }),
  ];
  const closed = (site: string) =>
    ({ zone: 'metropole', closings: site === 'istres' ? ['2026-11-25'] : [] }) as const;
  const followed = followMail(log, setting({ calendarOf: closed }));
  expect(
    followed.map(({ entry, site, receivedOn, status }) => [entry.id, site, receivedOn, status.due]),
  ).toEqual([
    ['1', 'aix', '2026-11-24', '2026-12-01'],
    ['2', 'aix', '2026-11-24', '2026-12-08'],
    ['3', 'istres', '2026-11-24', '2026-12-02'],
  ]);
});

test('an entry of the very day is followed', () => {
  expect(followMail([exampleMail()], setting({ today: '2026-11-24' }))).toHaveLength(1);
  expect(followMail([exampleMail()], setting({ today: '2026-11-23' }))).toEqual([]);
});

test('e-mails and letters have each their rate and their mean', () => {
  const log = [
    exampleMail({ id: '1' }),
    exampleMail({ id: '2', answeredOn: '2026-12-02' }),
    exampleMail({ id: '3', channel: 'letter', answeredOn: '2026-12-02' }),
    exampleMail({ id: '4', channel: 'letter', answeredOn: undefined }),
  ];
  const of = { site: 'aix', period: '2026-11', source: 'Tableau de suivi des courriers et courriels' };
  const measured = mailMeasurements(log, { ...setting(), period: '2026' });
  expect(measured).toEqual([
    { ...of, indicator: 'mail.taux', value: { kind: 'ratio', numerator: 1, denominator: 2 } },
    { ...of, indicator: 'mail.delai', value: { kind: 'mean', total: 8, count: 2 } },
    { ...of, indicator: 'courrier.taux', value: { kind: 'ratio', numerator: 1, denominator: 2 } },
    { ...of, indicator: 'courrier.delai', value: { kind: 'mean', total: 6, count: 1 } },
  ]);
  const known = indicators.map(({ id }) => id);
  expect(measured.filter(({ indicator }) => !known.includes(indicator))).toEqual([]);
});

test('an entry still in time counts nowhere, and as not on time once overdue', () => {
  const log = [exampleMail({ id: '1' }), exampleMail({ id: '2', answeredOn: undefined })];
  const rateOn = (today: string) =>
    mailMeasurements(log, { ...setting({ today }), period: '2026-11' }).find(
      ({ indicator }) => indicator === 'mail.taux',
    )?.value;
  expect(rateOn('2026-12-01')).toEqual({ kind: 'ratio', numerator: 1, denominator: 1 });
  expect(rateOn('2026-12-02')).toEqual({ kind: 'ratio', numerator: 1, denominator: 2 });
});
