import { nameOf, tagsBetween, textBetween, type Dom, type Tag } from './read-dom.ts';
import { collapse, cut, fold } from './text.ts';

const LABEL = /\b(?:fil d'ariane|vous etes ici|breadcrumb)\b/;
const MAX_ENTRIES = 20;
const ENTRY_LENGTH = 200;

/** Names of the pages above this one, as the breadcrumb shows them; empty without breadcrumb. */
export function readBreadcrumb(dom: Dom): string[] {
  const trail = dom.tags.find(isBreadcrumb);
  if (!trail) return [];
  const items = tagsBetween(dom, trail.start, trail.end).filter(({ name }) => name === 'li');
  const entries =
    items.length > 0
      ? items.map((item) => nameOf(dom, item, ENTRY_LENGTH))
      : textBetween(dom, trail.start, trail.end, MAX_ENTRIES * ENTRY_LENGTH).split(/[>›»/]/);
  return entries
    .map((entry) => cut(collapse(entry.replace(/^[\s>›»/]+|[\s>›»/]+$/g, '')), ENTRY_LENGTH))
    .filter((entry) => entry !== '')
    .slice(0, MAX_ENTRIES);
}

/** By the design system's class, by its label, or by the schema it follows. */
export function isBreadcrumb({ classes, attributes }: Tag): boolean {
  return (
    classes.some((word) => word === 'fr-breadcrumb' || word === 'breadcrumb') ||
    LABEL.test(fold(attributes['aria-label'] ?? '')) ||
    /\/BreadcrumbList$/.test(attributes['itemtype'] ?? '')
  );
}
