import { expect, test } from 'vitest';
import { MAX_FEEDBACK_LENGTH } from './api-terms.ts';
import { appointmentRequestSchema, feedbackRequestSchema, problemSchema, slotsQuerySchema } from './api.ts';
import { parse } from './parse.ts';

const feedback = (over: object = {}): object => ({
  kind: 'complaint',
  site: 'aix',
  theme: 'attente',
  text: 'Deux heures d’attente.',
  language: 'fr',
  proof: 'eyJ9',
  ...over,
});
const accepts = (schema: Parameters<typeof parse>[0], value: unknown): boolean =>
  'value' in parse(schema, value);

test('a feedback of the public comes by the website, and has an empty trap', () => {
  expect(parse(feedbackRequestSchema, feedback())).toMatchObject({
    value: { channel: 'website', website: '' },
  });
});

test('a robot that fills in the trap is refused', () => {
  expect(accepts(feedbackRequestSchema, feedback({ website: 'https://exemple.fr' }))).toBe(false);
});

test('a text of the greatest length passes, one more character does not', () => {
  const long = (length: number): boolean =>
    accepts(feedbackRequestSchema, feedback({ text: 'a'.repeat(length) }));
  expect(long(MAX_FEEDBACK_LENGTH)).toBe(true);
  expect(long(MAX_FEEDBACK_LENGTH + 1)).toBe(false);
  expect(long(0)).toBe(false);
});

test('a key that the API does not have is refused, a file among them', () => {
  expect(accepts(feedbackRequestSchema, feedback({ attachment: 'data:' }))).toBe(false);
});

test('an appointment needs a name; an address and a phone are well written', () => {
  const request = { hold: 'h1', name: 'Camille Exemple', language: 'fr', proof: 'eyJ9' };
  expect(accepts(appointmentRequestSchema, { ...request, email: 'camille@exemple.fr' })).toBe(true);
  expect(accepts(appointmentRequestSchema, { ...request, email: 'camille' })).toBe(false);
  expect(accepts(appointmentRequestSchema, { ...request, name: ' ' })).toBe(false);
});

test('slots are asked for over three months at most, from a day to one that is not before it', () => {
  const asks = (to: string): boolean =>
    accepts(slotsQuerySchema, { site: 'aix', procedure: 'titre-de-sejour', from: '2026-11-24', to });
  expect([asks('2026-11-24'), asks('2026-11-23')]).toEqual([true, false]);
  expect([asks('2027-02-23'), asks('2027-02-24'), asks('2027-02-30')]).toEqual([true, false, false]);
});

test('a problem may say more than we know of', () => {
  const problem = { type: 'about:blank', title: 'Complet', status: 409, code: 'slot-full', traceId: 'x' };
  expect(accepts(problemSchema, problem)).toBe(true);
});
