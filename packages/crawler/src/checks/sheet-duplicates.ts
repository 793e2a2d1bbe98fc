import { siteCheck, type Check } from '../check.ts';
import { ownTitle } from '../own-title.ts';
import { subjectOf } from '../sheet-subject.ts';
import { fold } from '../text.ts';
import { subjectStems } from '../title-words.ts';

/** A page that is about one procedure. */
interface Row {
  readonly url: string;
  readonly title: string;
  /** The sheet it shows, or that the configuration gives for it. */
  readonly number: string | null;
}

/** Words that tell a subject; a title of one word is too short to be told apart. */
const TELLING = 2;

/**
 * Two pages on the same procedure end up saying two things. The same sheet shown
 * twice proves it; titles made of the same words only suggest it.
 */
export const sheetDuplicates: Check = siteCheck({
  id: 'sheet-duplicates',
  codes: {},
  items: ['COM-09'],
  project: (page, settings): Row | null => {
    const { url, html } = page;
    if (html.viewOf !== null) return null;
    const subject = subjectOf(page, settings);
    const isGiven = settings.config.procedures.some((procedure) => procedure.page === url && procedure.sheet);
    const number = subject && (subject.isShown || isGiven) ? subject.number : null;
    if (html.kind !== 'procedure' && number === null) return null;
    return { url, title: ownTitle(html), number };
  },
  *propose(rows) {
    if (rows.length === 0) return;
    const bySheet = groups(rows, ({ number }) => number);
    const byTitle = groups(rows, ({ title }) => wordsOf(title)).filter(
      (group) => new Set(group.map(({ number, url }) => number ?? url)).size > 1,
    );
    const item = 'COM-09';
    const total = String(rows.length);
    if (bySheet.length > 0) {
      yield {
        item,
        answer: 'non_conforme',
        why: 'Plusieurs pages traitent la même fiche nationale : n’en garder qu’une, et remplacer les autres par un lien vers elle.',
        excerpts: bySheet
          .flat()
          .map(({ url, title, number }) => ({ url, about: `Fiche ${number ?? ''}`, quote: title })),
      };
    } else if (byTitle.length > 0) {
      yield {
        item,
        answer: 'a_verifier',
        why: 'Ces pages de démarches ont des titres faits des mêmes mots : vérifier si elles traitent la même démarche et, si oui, n’en garder qu’une.',
        excerpts: byTitle.flat().map(({ url, title }) => ({ url, quote: title })),
      };
    } else {
      yield {
        item,
        answer: 'conforme',
        why: `Parmi les ${total} pages de démarches lues, aucune fiche nationale n’est traitée deux fois, et aucun titre n’en répète un autre.`,
        excerpts: [],
      };
    }
  },
});

/** Rows that share a key; those without one share nothing. */
function groups(rows: readonly Row[], keyOf: (row: Row) => string | null): Row[][] {
  const byKey = Map.groupBy(rows, keyOf);
  return Array.from(byKey, ([key, group]) => (key === null ? [] : group)).filter((group) => group.length > 1);
}

function wordsOf(title: string): string | null {
  const stems = [...subjectStems(title)].sort();
  if (stems.length < TELLING) return null;
  // Numbers tell apart pages that only differ by them.
  return [...stems, ...(fold(title).match(/\d+/g) ?? [])].join(' ');
}
