// Apart from the schemas, which weigh as much as a widget and are not in its bundle.

/** Where the public routes begin. */
export const API_ROOT = '/api/v1';

/** Characters of a feedback; more is a letter. A proposal of this project. */
export const MAX_FEEDBACK_LENGTH = 4000;

/** Codes of refusals, which a program can tell apart; messages may change. */
export const problemCodes = [
  'invalid',
  'not-found',
  'slot-full',
  'slot-held',
  'already-booked',
  'too-soon',
  'too-late',
  'hold-expired',
  'proof',
  'too-many',
  'unavailable',
] as const;
export type ProblemCode = (typeof problemCodes)[number];
