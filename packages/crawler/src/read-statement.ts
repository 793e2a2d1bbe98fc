import type { ConformityLevel } from '@qualepref/core';
import { dateAfter, type LabelledDate } from './read-dates.ts';
import { nameOf, type Dom, type Tag } from './read-dom.ts';
import { hrefOf } from './read-links.ts';
import { collapse, cut, fold } from './text.ts';

/** Parts that the compulsory model of a statement has. */
export type StatementPart =
  | 'law'
  | 'state'
  | 'results'
  | 'contents'
  | 'establishment'
  | 'pages'
  | 'contact'
  | 'contact-way'
  | 'remedies'
  | 'remedies-way';

/** What an accessibility statement says. */
export interface StatementFacts {
  /** Parts found, sorted. */
  readonly parts: readonly StatementPart[];
  readonly level: ConformityLevel | null;
  /** Percent of the criteria met, as declared. */
  readonly rate: number | null;
  /** Version of the RGAA named, `4.1`. */
  readonly version: string | null;
  /** Day on which it was made, then that of its last change. */
  readonly madeOn: LabelledDate | null;
  readonly updatedOn: LabelledDate | null;
  /** Pages that it says were verified: names, and addresses where they are links; at most 30. */
  readonly pages: readonly { readonly text: string; readonly url: string | null }[];
  /** Multi-year plan and plan of the year: whether they are spoken of, and the last year that is named with them. */
  readonly plan: { readonly lastYear: number | null } | null;
  readonly actionPlan: { readonly lastYear: number | null } | null;
}

const MAX_TEXT = 60_000;
const MAX_PAGES = 30;
const PAGE_LENGTH = 80;
/** A longer paragraph does not title what follows. */
const TITLE = 90;

/** What a title says of the part below it, folded. */
export const statementTitles: readonly (readonly [StatementPart, RegExp])[] = [
  ['state', /^etats? de (?:la )?conformite/],
  ['results', /^resultats? (?:des tests|de l'audit|de(?:s)? verification)/],
  ['contents', /^contenus? (?:non|in) ?accessibles?|^non[- ]conformites?/],
  ['establishment', /^etablissement (?:de (?:cette|la) )?declaration/],
  ['pages', /^pages? .{0,40}verifi|^pages? (?:auditees?|testees?|du site ayant fait)|^echantillon/],
  ['contact', /^retours? d'information|contact$|^(?:amelioration|assistance) et contact/],
  ['remedies', /^voies? de recours|^recours$/],
];
const LEVEL = /\b(totalement|partiellement|non)[ -]conforme(?!s)\b/;
const RATE =
  /(\d{1,3}(?:[.,]\d+)?) ?%[^.%¶]{0,30}? criteres|(?:taux (?:global )?de conformite|conforme)[^.%¶\d]{0,40}(\d{1,3}(?:[.,]\d+)?) ?%/;
const AUDITED = /\b(?:audit|verifications?|evaluation|tests?)\b/;
const VERSION = /\brgaa\b[^.¶\d]{0,40}(\d+(?:\.\d+)*)/;
const MADE = /\b(?:etablie?|publiee?|realisee?|redigee?|signee?)(?: initialement)? (?:le|en date du) /;
const UPDATED = /\b(?:mise? a jour|actualisee?|revisee?) (?:le|en date du) /;
const PLAN = /\bschemas? pluriannuel/;
const ACTION_PLAN = /\bplans? d'actions?\b/;
/** Between paragraphs; folding keeps it. */
const BREAK = ' ¶ ';
const YEARS = /\b20\d{2}\b/g;

/** Reads the accessibility statement that a page holds. */
export function readStatement(dom: Dom, urlOf: (link: Tag) => string | null): StatementFacts {
  const paragraphs = dom.paragraphs.filter(({ tag }) => tag.inMain && tag.shown);
  const text = fold(cut(paragraphs.map((paragraph) => paragraph.text).join(BREAK), MAX_TEXT));
  const links = dom.tags.filter((tag) => tag.inMain && hrefOf(tag) !== null);
  const said = new Set<StatementPart>();
  for (const paragraph of paragraphs) {
    const title = fold(paragraph.text.slice(0, TITLE * 2));
    for (const [part, pattern] of statementTitles)
      if ((title.length <= TITLE || title.indexOf(':') <= TITLE) && pattern.test(title)) said.add(part);
  }
  if (/article 47\b/.test(text) || /2005-102/.test(text)) said.add('law');
  if (links.some((link) => isContact(hrefOf(link) ?? '', fold(nameOf(dom, link))))) said.add('contact-way');
  if (/defenseure? des droits/.test(text) && hasRemedyWay(text, links)) said.add('remedies-way');
  const pages = pagesOf(dom, paragraphs, urlOf);
  if (pages.length > 0) said.add('pages');
  const rate = RATE.exec(text);
  // The law asks for what was found, whatever the title above it.
  if (rate?.[1] !== undefined && AUDITED.test(text)) said.add('results');
  const percent = Number((rate?.[1] ?? rate?.[2] ?? '').replace(',', '.'));
  return {
    parts: [...said].sort(),
    level: (LEVEL.exec(withoutTitles(text))?.[1] as ConformityLevel | undefined) ?? null,
    rate: rate && percent <= 100 ? percent : null,
    version: VERSION.exec(text)?.[1] ?? null,
    madeOn: dateAfter(text, MADE),
    updatedOn: dateAfter(text, UPDATED),
    pages,
    plan: yearsNear(text, PLAN),
    actionPlan: yearsNear(text, ACTION_PLAN),
  };
}

/** The model lists the three levels where a site forgot to choose: then none is said. */
function withoutTitles(text: string): string {
  return /totalement ?(?:\/|,|ou) ?partiellement/.test(text) ? '' : text;
}

function isContact(href: string, name: string): boolean {
  if (/defenseurdesdroits/i.test(href)) return false;
  return /^mailto:/i.test(href) || /contact|formulaire|ecri(?:re|vez)|courriel/.test(`${fold(href)} ${name}`);
}

function hasRemedyWay(text: string, links: readonly Tag[]): boolean {
  return /71120/.test(text) || links.some((link) => /defenseurdesdroits/i.test(hrefOf(link) ?? ''));
}

type Paragraphs = Dom['paragraphs'];

/** What follows « Pages vérifiées »: the rest of the sentence, or the list below it. */
function pagesOf(
  dom: Dom,
  paragraphs: Paragraphs,
  urlOf: (link: Tag) => string | null,
): StatementFacts['pages'] {
  const pattern =
    /pages? (?:du site )?(?:verifiees?|auditees?|testees?|ayant fait l'objet de la verification)[^:]{0,40}:? ?/;
  const at = paragraphs.findIndex(({ text }) => pattern.test(fold(text)));
  const label = paragraphs[at];
  if (!label) return [];
  const folded = fold(label.text);
  const match = pattern.exec(folded);
  // Folding keeps the length of what has no decomposed accents: enough to cut a sentence.
  const rest = collapse(label.text.normalize('NFC').slice((match?.index ?? 0) + (match?.[0].length ?? 0)));
  if (rest.replace(/[.:\s]/g, '') !== '')
    return rest
      .split(/[,;]| et /)
      .map((name) => ({ text: cut(collapse(name.replace(/(?<![.\s])[.\s]+$/, '')), PAGE_LENGTH), url: null }))
      .filter(({ text }) => text !== '')
      .slice(0, MAX_PAGES);
  const list = paragraphs.slice(at + 1);
  const end = list.findIndex(({ tag }) => !isListed(tag));
  return (end === -1 ? list : list.slice(0, end))
    .slice(0, MAX_PAGES)
    .map(({ tag, text, start, end: stop }) => {
      const link = dom.items
        .slice(start, stop)
        .find((item): item is Tag => typeof item === 'object' && item.name === 'a');
      return { text: cut(text, PAGE_LENGTH), url: link ? urlOf(link) : tag.name === 'a' ? urlOf(tag) : null };
    });
}

function isListed(tag: Tag): boolean {
  return (
    /^(?:li|td|th|dd|dt)$/.test(tag.name) || (tag.parent !== null && /^(?:li|td)$/.test(tag.parent.name))
  );
}

/** Years beside the words, in the same sentence or title. */
function yearsNear(text: string, words: RegExp): { readonly lastYear: number | null } | null {
  const sentences = text.split(/[.;¶]/).filter((sentence) => words.test(sentence));
  if (sentences.length === 0) return null;
  const years = sentences.flatMap((sentence) => sentence.match(YEARS) ?? []).map(Number);
  return { lastYear: years.length === 0 ? null : Math.max(...years) };
}
