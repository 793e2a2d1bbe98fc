import type { Language, PublicText } from '@qualepref/core';
import type { Part } from './letter-layout.ts';
import type { Letter } from './mail.ts';

/** What differs from one message to the next. */
export interface Draft {
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly parts: readonly Part[];
  readonly event?: Letter['event'];
}

/** A text in the language that somebody is written to in. */
export function told(text: PublicText, language: Language): string {
  return text[language] ?? text.fr;
}
