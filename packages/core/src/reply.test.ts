import { expect, test } from 'vitest';
import { feedbackDelay, isAddressable, noReplyReason, replyDue, type ReplyFacts } from './reply.ts';

const calendar = { zone: 'metropole', closings: [] } as const;

const facts = (over: Partial<ReplyFacts> = {}): ReplyFacts => ({
  kind: 'complaint',
  name: 'Camille Exemple',
  replyTo: { email: 'camille@exemple.fr' },
  ...over,
});

const due = (over: Partial<ReplyFacts> = {}, receivedOn = '2026-11-24') =>
  replyDue({ ...facts(over), receivedOn }, { delay: feedbackDelay.value, calendar });

test('a feedback is answered within ten working days by default', () => {
  expect(feedbackDelay.value).toEqual({ amount: 10, unit: 'ouvres', bound: 'inclusive' });
  expect(feedbackDelay.provenance.origin).toBe('S');
  expect(due()).toEqual({ due: '2026-12-08' });
  expect(due({}, '2026-04-30')).toEqual({ due: '2026-05-19' });
  expect(due({}, '2026-12-24')).toEqual({ due: '2027-01-11' });
});

test('the delay and the calendar are settings', () => {
  const setting = {
    delay: { amount: 2, unit: 'ouvres', bound: 'inclusive' },
    calendar: { zone: 'metropole', closings: ['2026-11-25'] },
  } as const;
  expect(replyDue({ ...facts(), receivedOn: '2026-11-24' }, setting)).toEqual({ due: '2026-11-27' });
});

test('an address is an e-mail or a postal one', () => {
  expect(isAddressable({ replyTo: { email: 'camille@exemple.fr' } })).toBe(true);
  expect(isAddressable({ replyTo: { postal: '1 rue de l’Exemple, 13000 Exemple' } })).toBe(true);
  expect(isAddressable({ replyTo: { email: ' ', postal: '1 rue de l’Exemple' } })).toBe(true);
  expect(isAddressable({ replyTo: { email: ' ', postal: '' } })).toBe(false);
  expect(isAddressable({ replyTo: {} })).toBe(false);
  expect(isAddressable({})).toBe(false);
});

test('no reply is due to what is not signed', () => {
  expect(due({ name: undefined })).toEqual({ due: null, reason: 'anonymous' });
  expect(due({ name: '  ' })).toEqual({ due: null, reason: 'anonymous' });
  expect(noReplyReason({})).toBe('anonymous');
});

test('no reply is due to what is signed without an address', () => {
  expect(due({ replyTo: undefined })).toEqual({ due: null, reason: 'no-address' });
});

test('a suggestion is answered as a complaint is, a plain request by its service in its own delay', () => {
  expect(due({ kind: 'suggestion' })).toEqual({ due: '2026-12-08' });
  expect(due({ kind: undefined })).toEqual({ due: '2026-12-08' });
  expect(due({ kind: 'request' })).toEqual({ due: null, reason: 'request' });
  expect(noReplyReason(facts())).toBeUndefined();
});
