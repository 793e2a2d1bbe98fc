import type { HtmlFacts, PageFacts } from './facts.ts';
import { isSame } from './booking-pages.ts';
import type { Excerpt } from './proposal.ts';
import { cut, fold } from './text.ts';

/** What whoever gives data is told (GDPR, article 13), and the folded words that show it. */
const WANTED = [
  {
    name: 'à quoi servent les données',
    words:
      /\b(?:finalites?|vis(?:e|ent|ant) a|(?:a|ont|ayant) pour (?:but|objet|objectif|finalite)|en vue d(?:e|u|es|')|servent|sert|destine(?:s|es|e)? a|utilise(?:s|es|e)? (?:pour|afin|a)|collecte(?:s|es|e)? (?:pour|afin|dans le but)|recueilli(?:s|es|e)? (?:pour|afin)|traite(?:s|es|e)? (?:pour|afin)|(?:afin|permettant|permettre) de (?:vous|traiter|repondre|gerer|prendre))\b/,
    isAsked: true,
  },
  {
    name: 'combien de temps elles sont gardées',
    words:
      /\b(?:conserve(?:s|es|e)?|garde(?:s|es|e)?|detruite?s?|efface(?:s|es|e)?|supprime(?:s|es|e)?|archive(?:s|es|e)?)\b.{0,100}\b(?:ans?|mois|jours?|annees?|semaines?|duree|terme)\b|\b(?:duree|delai)s? de conservation\b/,
    isAsked: true,
  },
  {
    name: 'comment exercer ses droits',
    words:
      /\bdroits? (?:d'|a l'|de |a la |a )(?:acces|rectification|effacement|opposition|l'oubli|limitation|portabilite|suppression)|\b(?:exercer|exercice de) (?:vos|ses|ces|leurs|mes) droits?\b|\b(?:l'|d')?acces a vos donnees\b|\brectification ou (?:leur )?effacement\b/,
    isAsked: true,
  },
  { name: 'comment saisir la CNIL', words: /\bcnil\b|\binformatique et (?:des )?libertes\b/, isAsked: true },
  {
    name: 'la base légale',
    words:
      /\b(?:base|fondement) (?:legale?|juridique)\b|\bmission d'interet public\b|\bobligation legale\b|\bexercice de l'autorite publique\b|\bconsentement\b|\barticle 6\b/,
    isAsked: false,
  },
  {
    name: 'le contact du délégué à la protection des données',
    words: /\bdelegue?e?s? a la protection\b|\bdpd\b|\bdpo\b/,
    isAsked: false,
  },
] as const;

/** A link to what is said of personal data. */
const NOTICE =
  /\bdonnees (?:a caractere )?personnel|\bprotection des donnees\b|\brgpd\b|\bvie privee\b|\bconfidentialite\b|\bmentions d'information\b|\bmentions legales\b/;
const MOST = 4;
const QUOTE_LENGTH = 90;

/** What a page says of the data given to it. */
export interface DataRow {
  readonly url: string;
  /** For each thing wanted, in order: the words found, or `null`. */
  readonly told: readonly (string | null)[];
  /** Pages of the site that it gives for more. */
  readonly notices: readonly string[];
}

/** What a page says of personal data; `null` where it says nothing and leads nowhere. */
export function dataRow({
  url,
  html,
}: Pick<PageFacts, 'url'> & { readonly html: HtmlFacts }): DataRow | null {
  const told: (string | null)[] = WANTED.map(() => null);
  for (const { text, inMain } of html.passages) {
    if (!inMain) continue;
    const folded = fold(text);
    for (const [at, { words }] of WANTED.entries())
      if (told[at] === null) {
        const found = words.exec(folded);
        if (found) told[at] = around(text, found.index);
      }
  }
  const links = html.links.filter((link) => NOTICE.test(fold(link.text)));
  const notices = [...new Set(links.flatMap((link) => (link.url === null ? [] : [link.url])))].slice(0, MOST);
  return { url, told, notices };
}

/** What a page that is not a form says: kept only where it may be the notice of one. */
export function noticeRow(page: Pick<PageFacts, 'url'> & { readonly html: HtmlFacts }): DataRow | null {
  if (!page.html.passages.some(({ text, inMain }) => inMain && /donn[ée]es/i.test(text))) return null;
  const row = dataRow(page);
  return row && row.told.filter((words) => words !== null).length >= 2 ? { ...row, notices: [] } : null;
}

/** What a form and the pages one click away tell together. */
export interface Notice {
  /** Names of what the law wants and is not found; the first ones are those that the grid asks for. */
  readonly missing: readonly string[];
  readonly lacking: readonly string[];
  /** Pages that it gives for more and that were not read. */
  readonly unread: readonly string[];
  readonly excerpts: readonly Excerpt[];
}

export function noticeOf(
  form: DataRow,
  others: readonly DataRow[],
  isRead: (url: string) => boolean,
): Notice {
  const read = [
    form,
    ...others.filter(({ url }) => url !== form.url && form.notices.some((notice) => isSame(notice, url))),
  ];
  const found = WANTED.map(({ name, isAsked }, at) => {
    const row = read.find(({ told }) => typeof told[at] === 'string');
    return { name, isAsked, excerpt: row && { url: row.url, about: name, quote: row.told[at] ?? '' } };
  });
  const names = (asked: boolean): string[] =>
    found.flatMap(({ name, isAsked, excerpt }) => (isAsked === asked && !excerpt ? [name] : []));
  return {
    missing: names(true),
    lacking: names(false),
    unread: form.notices.filter((notice) => !isRead(notice)),
    excerpts: found.flatMap(({ excerpt }) => excerpt ?? []),
  };
}

function around(text: string, index: number): string {
  const start = Math.max(0, index - 20);
  return cut(text.slice(start), QUOTE_LENGTH);
}
