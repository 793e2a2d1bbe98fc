import ours from './data/axe-rules-fr.json' with { type: 'json' };

/** What a rule of axe-core says once broken, in three parts of a French message, none with its full stop. */
export interface AxeSentence {
  /** What is wrong. */
  readonly what: string;
  /** Whom it hinders, and how. */
  readonly who: string;
  /** How to mend it. */
  readonly how: string;
}

const sentences: Readonly<Record<string, AxeSentence>> = ours;

/**
 * Our sentence for a rule: axe-core's own name says what should be, to people
 * who build sites; ours speaks to whom edits a page.
 */
export function axeSentence(rule: string): AxeSentence | undefined {
  return Object.hasOwn(sentences, rule) ? sentences[rule] : undefined;
}
