/**
 * How an audit that starts from a previous one came to know an answer.
 * `not-modified`: the server says that what was stored still holds; `sitemap`,
 * `listing`: the day of the last change that the site gives is earlier than the
 * last reading; the others were sent again: `new` to this audit, `due` for a
 * real reading, otherwise than before (`changed`) or the `same`.
 */
export type ReuseHow = 'not-modified' | 'sitemap' | 'listing' | 'new' | 'due' | 'changed' | 'same';

/** How an answer is known, and for how long nobody has really read it. */
export interface Reuse {
  readonly how: ReuseHow;
  /** Audits since it was last sent whole. */
  readonly age: number;
  /** ISO day on which its content was last known for sure: sent, or confirmed by the server. */
  readonly knownOn: string;
}

/** Audits in a row that may do without reading a page: every fourth reads it. */
export const MAX_AGE = 3;
