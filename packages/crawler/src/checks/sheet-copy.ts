import { cantTell, pageCheck, type Check, type Settings } from '../check.ts';
import type { PageFacts } from '../facts.ts';
import { fingerprint } from '../feed-fingerprint.ts';
import type { Passage } from '../read-passages.ts';
import { currentSheet, usableFeed } from '../sheet-feed.ts';
import { showsSheet } from '../sheet-page.ts';
import { cut } from '../text.ts';

/** Paragraphs that two texts share by chance: a definition, the words of the law. */
const CHANCE = 2;
/** Paragraphs looked up; of a longer page, they tell enough. */
const MOST = 200;
const QUOTE = 250;
const CELL_MARK = ' | ';

/**
 * A national text typed into a local page grows old there, and says nothing of
 * its source. Words of the law that many sheets share are no sign: three whole
 * paragraphs of the same sheet are.
 */
export const sheetCopy: Check = pageCheck({
  id: 'sheet-copy',
  needs: 'html',
  codes: {
    'copied-text': {
      items: ['COM-02'],
      severity: 'major',
      text: 'La page reprend mot pour mot {shared} paragraphes de la fiche nationale {number} (« {title} ») sans être co-marquée : remplacer ce texte par le co-marquage, ou par un lien vers la fiche.',
    },
  },
  // A page that copies nothing says nothing of how sheets are republished.
  applies: (page, settings) => copyOf(page, settings) !== null,
  *judge(page, settings) {
    const copied = copyOf(page, settings);
    if (!copied) return;
    const { number, title, shared, passage } = copied;
    const { line, zone } = passage;
    yield cantTell(
      'copied-text',
      { number, title, shared },
      { quote: cut(passage.text, QUOTE), place: { line, zone }, cause: number },
    );
  },
});

interface Copy {
  readonly number: string;
  readonly title: string;
  readonly shared: number;
  /** The first that both have. */
  readonly passage: Passage;
}

function copyOf({ html }: Required<Pick<PageFacts, 'html'>>, settings: Settings): Copy | null {
  const feed = usableFeed(settings);
  if (!feed || html.views.length > 0 || showsSheet(html)) return null;
  const long = longPassages(html);
  if (long.length <= CHANCE) return null;
  const [best] = feed.candidates(long.map(({ print }) => print));
  if (!best || best.shared <= CHANCE) return null;
  const sheet = currentSheet(feed, best.number)?.sheet;
  const prints = new Set(sheet?.paragraphs.map(({ text }) => fingerprint(text)));
  const first = long.find(({ print }) => prints.has(print));
  return sheet && first ? { ...best, title: sheet.title, passage: first.passage } : null;
}

function longPassages({ passages }: { readonly passages: readonly Passage[] }): {
  readonly passage: Passage;
  readonly print: number;
}[] {
  const long: { passage: Passage; print: number }[] = [];
  for (const passage of passages) {
    if (!passage.inMain) continue;
    for (const text of passage.text.split(CELL_MARK)) {
      const print = fingerprint(text);
      if (print !== null) long.push({ passage, print });
    }
    if (long.length >= MOST) break;
  }
  return long;
}
