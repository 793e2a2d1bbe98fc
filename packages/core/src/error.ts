import { typeset } from './french.ts';

/**
 * The configuration, the machine or the code is wrong. A fault of the audited
 * site is never an exception: it is data.
 *
 * `code` never changes and is what tests and callers compare. `message` is one
 * French sentence that says what happened, where, and what to do; it may change.
 */
export class QualeprefError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(typeset(message), options);
    this.name = 'QualeprefError';
    this.code = code;
  }
}
