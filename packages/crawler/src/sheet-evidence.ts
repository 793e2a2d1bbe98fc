import type { FeedSheet } from './feed-sheet.ts';
import type { Passage } from './read-passages.ts';
import type { ChangedSentence, SheetDifferences } from './sheet-compare.ts';
import { isLocalHeading } from './sheet-page.ts';
import { textKey, wordChanges, wordsOfSentence } from './sheet-words.ts';
import { cut } from './text.ts';

/** Characters of a sentence that a message gives. */
const SENTENCE = 220;
/** Changes of words that a message names. */
const CHANGES = 3;
const WORDS = 60;
/** Lines that every implementation prints around a sheet. */
const FURNITURE =
  /v[ée]rifi[ée]e? le|mise? à jour le|direction de l['’]information légale|service[- ]public|co-?marquage|^(?:lire|voir|consulter|imprimer|partager|retour)(?=\s)/iu;

/** What sites add to links. */
const LINK_NOTE =
  /^\W*(?:(?:s['’]ouvre dans |ouverture )?(?:une |un )?nouvel(?:le)? (?:fenêtre|onglet)|lien externe|pdf|\d[\d.,]{0,9} ?[km][ob])(?:\W|pdf|\d[\d.,]{0,9} ?[km][ob])*$/iu;

/**
 * What became of a national sentence: words of it gone or replaced, words added
 * within it (a glossary opened in the text, a remark), or nothing but what sites
 * add to links.
 */
export function alterationOf({ national, shown }: ChangedSentence): 'changed' | 'extended' | 'none' {
  const changes = wordChanges(national, shown);
  if (changes.some(({ before }) => before !== '')) return 'changed';
  return changes.every(({ after }) => after.length <= WORDS && LINK_NOTE.test(after)) ? 'none' : 'extended';
}

/** Both sentences and the words that differ, as a message shows them side by side. */
export function sidesOf({ national, shown }: ChangedSentence): {
  readonly national: string;
  readonly shown: string;
  readonly changes: string;
} {
  const changes = wordChanges(national, shown).map(({ before, after }) => {
    if (after === '') return `«\u00A0${cut(before, WORDS)}\u00A0» retiré`;
    if (before === '') return `«\u00A0${cut(after, WORDS)}\u00A0» ajouté`;
    return `«\u00A0${cut(before, WORDS)}\u00A0» devenu «\u00A0${cut(after, WORDS)}\u00A0»`;
  });
  const named = changes.slice(0, CHANGES).join(', ');
  return {
    national: quotedIn(national),
    shown: quotedIn(shown),
    changes: changes.length > CHANGES ? `${named}, …` : named,
  };
}

/** A sentence within another: its own end would be a second one. */
export function quotedIn(sentence: string): string {
  return cut(sentence.endsWith('.') ? sentence.slice(0, -1) : sentence, SENTENCE);
}

const BEFORE = 'Source : ';
const BETWEEN = ' / Page : ';

/** Both sentences as the extract of a finding. */
export function quoteOf({ national, shown }: ChangedSentence): string {
  return `${BEFORE}${cut(national, SENTENCE)}${BETWEEN}${cut(shown, SENTENCE)}`;
}

/** The two sentences of such an extract; `null` for any other. */
export function sidesIn(quote: string): ChangedSentence | null {
  const middle = quote.indexOf(BETWEEN);
  if (!quote.startsWith(BEFORE) || middle < 0) return null;
  return { national: quote.slice(BEFORE.length, middle), shown: quote.slice(middle + BETWEEN.length) };
}

/** « , et 3 autres phrases », for what is not told one by one. */
export function moreOf(others: readonly unknown[]): string {
  if (others.length === 0) return '';
  return others.length === 1 ? ' et une autre phrase' : ` et ${String(others.length)} autres phrases`;
}

/** Whether the page has another number where the sheet has one of its amounts or durations. */
export function changesAmount({ national, shown }: ChangedSentence, { values }: FeedSheet): boolean {
  const isNumber = wordChanges(national, shown).some(
    ({ before, after }) => /\d/.test(before) && /\d/.test(after),
  );
  if (!isNumber) return false;
  const source = ` ${wordsOfSentence(national).join(' ')} `;
  const page = ` ${wordsOfSentence(shown).join(' ')} `;
  return values.some((value) => {
    const words = ` ${wordsOfSentence(value).join(' ')} `;
    return /\d/.test(words) && source.includes(words) && !page.includes(words);
  });
}

/** A sentence of the page, and where it stands. */
type Added = SheetDifferences['added'][number];

/** Tells whether a text that the sheet has not stands under a heading of its own, or is a line that sites print around sheets. */
export function toldApart(
  passages: readonly Passage[],
  { title, shortTitles, paragraphs }: FeedSheet,
): (added: Added) => boolean {
  const names = [title, ...shortTitles, ...paragraphs.map(({ text }) => text)];
  const national = new Set(names.map(textKey));
  const headings = new Map(passages.flatMap((one) => (one.kind === 'heading' ? [[one.heading, one]] : [])));
  return ({ text, passage }) => {
    const above = headings.get(passage.heading);
    if (FURNITURE.test(text) || above === passage) return true;
    return above !== undefined && (isLocalHeading(above.text) || !national.has(textKey(above.text)));
  };
}
