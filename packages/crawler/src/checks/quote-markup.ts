import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

/** A screen reader tells where a quotation begins and ends, if it is marked as one. */
export const quoteMarkup: Check = signCheck({
  id: 'quote-markup',
  families: ['wording'],
  codes: {
    'long-quote': {
      isDoubt: true,
      items: [],
      severity: 'minor',
      rgaa: ['9.4'],
      rgaaTests: ['9.4.2'],
      text: 'Ce paragraphe entre guillemets semble être une citation : si c’en est une, employer le style « Citation » de l’éditeur (<blockquote>).',
    },
  },
});
