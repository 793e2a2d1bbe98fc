import { Failure } from './client.ts';

/** What can be said of a form that did not come, or of a message that has not gone. */
export type SendFailure = 'offline' | 'timeout' | 'tooMany' | 'refused' | 'broken';

/** Why the form cannot be filled in, or was not sent. */
export type FeedbackFailure = SendFailure | 'misconfigured';

/** What is said of an error. */
export function reasonOf(error: unknown): SendFailure {
  if (!(error instanceof Failure)) return 'broken';
  if (error.kind !== 'refused') return error.kind;
  if (error.code === 'unavailable') return 'broken';
  return error.code === 'too-many' ? 'tooMany' : 'refused';
}
