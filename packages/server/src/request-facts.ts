import type { Language } from '@qualepref/core';
import type { Policy } from './headers.ts';

/** What the first steps find out about a request, for all that follow. */
export interface RequestFacts {
  readonly Variables: {
    /** Drawn for this request; a person can quote it. */
    readonly id: string;
    readonly language: Language;
    /** Keyed digest of the network that asks. */
    readonly source: string;
    /** What the response may do in a browser; `data` unless a page says otherwise. */
    readonly policy?: Policy;
  };
}

/** The language of an `Accept-Language` header, among those that we speak: the first that is one of them. */
export function languageOf(header: string | undefined): Language {
  for (const range of (header ?? '').slice(0, 200).split(',')) {
    const tag = range.trim().toLowerCase();
    if (tag.startsWith('en')) return 'en';
    if (tag.startsWith('fr')) return 'fr';
  }
  return 'fr';
}
