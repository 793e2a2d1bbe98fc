import type { ConformityLevel } from '@qualepref/core';
import type { MentionFacts, PlaceFacts } from './facts.ts';
import { closest, tagsBetween, textBetween, type Dom, type Paragraph, type Tag } from './read-dom.ts';
import { isBreadcrumb } from './read-breadcrumb.ts';
import { collapse, fold } from './text.ts';

/** Longer, it is a sentence about accessibility. */
const MAX_LENGTH = 60;
const LOOKED_AT = 2_000;
const MENTION =
  /^accessibilite(?: numerique| du site)?(?: ?[:–—-] ?.*| (?:totalement|partiellement|non)[ -]conforme.*)?$/;
const LEVEL = /\b(totalement|partiellement|non)[ -]conforme/;
const SEPARATORS = /[|·•]/;

/**
 * Mentions of the level of accessibility, « Accessibilité : non conforme », that
 * stand alone: in a footer, not in a sentence, a heading or a breadcrumb.
 */
export function readMentions(
  dom: Dom,
  urlOf: (link: Tag) => string | null,
  placeOf: (tag: Tag) => PlaceFacts,
): MentionFacts[] {
  return dom.paragraphs
    .filter(
      ({ tag, text }) => tag.shown && /accessibilit/i.test(text.slice(0, LOOKED_AT)) && !isElsewhere(tag),
    )
    .flatMap((paragraph) => entriesOf(dom, paragraph))
    .map(({ text, tag, link }) => ({
      text,
      level: (LEVEL.exec(fold(text))?.[1] as ConformityLevel | undefined) ?? null,
      url: link ? urlOf(link) : null,
      ...placeOf(tag),
    }));
}

interface Entry {
  readonly text: string;
  readonly tag: Tag;
  readonly link: Tag | null;
}

/** The whole paragraph, or its entries when it is a line such as « Plan du site | Accessibilité : non conforme ». */
function entriesOf(dom: Dom, { tag, text, start, end }: Paragraph): Entry[] {
  const around = closest(tag, ({ name }) => name === 'a');
  const links = tagsBetween(dom, start, end)
    .filter(({ name }) => name === 'a')
    .map((link) => ({ link, text: textBetween(dom, link.start, link.end, LOOKED_AT) }));
  const entryOf = (entry: string): Entry | null => {
    const written = collapse(entry);
    if (written.length > MAX_LENGTH || !MENTION.test(fold(written))) return null;
    const own = links.find((link) => written.includes(link.text) && /accessibilit|conforme/i.test(link.text));
    return { text: written, tag: own?.text === written ? own.link : tag, link: own?.link ?? around };
  };
  const whole = entryOf(text);
  if (whole) return [whole];
  const entries = text.slice(0, LOOKED_AT).split(SEPARATORS).map(entryOf);
  // A link in a sentence is part of the sentence; side by side, links are each their own text.
  const isRow = /^[\s,;/–—-]*$/.test(links.reduce((rest, link) => rest.replace(link.text, ''), text));
  return [...entries, ...(isRow ? links.map((link) => entryOf(link.text)) : [])].filter(
    (entry) => entry !== null,
  );
}

function isElsewhere(tag: Tag): boolean {
  return closest(tag, (at) => /^(?:h[1-6]|button|label|legend)$/.test(at.name) || isBreadcrumb(at)) !== null;
}
