import { createRequire } from 'node:module';
import { typeset } from '@qualepref/core';
import ours from './data/axe-fr.json' with { type: 'json' };

/** Sentences of axe-core by rule or check, then by outcome and variant. */
export interface Sentences {
  readonly [name: string]: string | Sentences;
}

const require = createRequire(import.meta.url);

/** axe-core's own French sentences, completed and corrected by ours: axe falls back on English for what its translation lacks. */
export function axeLocale(): Sentences {
  return completed(require('axe-core/locales/fr.json') as Sentences, ours);
}

function completed(theirs: Sentences, better: Sentences): Sentences {
  const merged: Record<string, string | Sentences> = { ...better };
  for (const [name, sentence] of Object.entries(theirs)) {
    const ourSentence = better[name];
    if (typeof sentence === 'string') merged[name] = ourSentence ?? typeset(sentence);
    // A check whose only sentence became several, or the reverse, is wholly ours.
    else if (typeof ourSentence !== 'string') merged[name] = completed(sentence, ourSentence ?? {});
  }
  return merged;
}
