import type { PlaceFacts, ShownDate } from './facts.ts';
import { joinLabel, readUpdate } from './read-dates.ts';
import { closest, tagsBetween, type Dom, type Paragraph, type Tag } from './read-dom.ts';
import { hrefOf } from './read-links.ts';
import { isPublisher, isSheetPart } from './read-sheet.ts';

/** Longer, a paragraph that holds a date is a text. */
const MAX_LENGTH = 200;
const ZONES: ReadonlySet<string> = new Set(['main', 'aside', 'body']);
/** Parts that are about another page, or about a document. */
const ABOUT_ANOTHER = /^fr-(?:card|tile|download|link__detail)$/;

/** Day of the page's last change, as the CMS prints it; that of the main part comes first. */
export function readUpdated(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): ShownDate | null {
  const dates = dom.paragraphs.flatMap((paragraph, at) => {
    const { tag, text } = paragraph;
    if (!tag.shown || text.length > MAX_LENGTH || !ZONES.has(tag.zone)) return [];
    const date = readUpdate(joinLabel(text, dom.paragraphs[at + 1]?.text));
    return date && isOfThePage(dom, paragraph) ? { ...date, ...placeOf(tag) } : [];
  });
  return dates.find(({ zone }) => zone === 'main') ?? dates[0] ?? null;
}

function isOfThePage(dom: Dom, { tag, text, start, end }: Paragraph): boolean {
  const hasLink = tagsBetween(dom, start, end).some((inside) => hrefOf(inside) !== null);
  return !hasLink && !isPublisher(text) && !closest(tag, isOfSomethingElse);
}

function isOfSomethingElse(tag: Tag): boolean {
  return hrefOf(tag) !== null || isSheetPart(tag) || tag.classes.some((word) => ABOUT_ANOTHER.test(word));
}
