import type { HtmlFacts, PageFacts } from './facts.ts';
import { askedTarget, isDead } from './link-target.ts';
import type { Proposal } from './proposal.ts';
import { cut, fold } from './text.ts';

/** Words of a page that name something published year after year. */
export interface YearlyMention {
  readonly url: string;
  readonly quote: string;
  /** The last one that the words give; `null` when they give none. */
  readonly year: number | null;
  /** A link that leads to an absent page. */
  readonly isDead: boolean;
}

type Read = Pick<PageFacts, 'url'> & { readonly html: Pick<HtmlFacts, 'links' | 'passages'> };

const QUOTE = 120;
const LENGTH = 400;
/** Format, size and date of a file, which are not its subject. */
const DETAIL = /(?<!\s)\s*(?!\s)[-–—([]?\s*(?!\s)\b(?:pdf|od[tsp]|docx?|xlsx?|pptx?|csv|zip)\b.*$/i;
const YEAR = /(?<![\d/.-])20\d\d(?!\d|[/.-]\d)/g;

/**
 * What a page says of a subject, the latest year first: links, then titles and
 * texts; at most `max`.
 *
 * @param words tried on folded text
 */
export function yearlyMentions({ url, html }: Read, words: RegExp, max: number): YearlyMention[] {
  const found: YearlyMention[] = [];
  const add = (text: string, dead: boolean, more = ''): void => {
    const bare = text.replace(DETAIL, '');
    if (text.length > LENGTH || !words.test(fold(bare))) return;
    if (found.some(({ quote }) => quote.includes(cut(bare, QUOTE)))) return;
    found.push({ url, quote: cut(bare, QUOTE), year: lastYear(bare) ?? lastYear(more), isDead: dead });
  };
  for (const link of html.links) {
    if (link.zone === 'navigation' || link.zone === 'header' || link.zone === 'footer') continue;
    const target = askedTarget(link);
    add(link.text, target !== undefined && isDead(target), fileName(link.url ?? ''));
  }
  for (const { text, inMain } of html.passages) if (inMain) add(text, false);
  return found.sort((a, b) => (b.year ?? 0) - (a.year ?? 0)).slice(0, max);
}

/** What is expected, in French words: « le bilan annuel ». */
export interface Expected {
  readonly item: string;
  readonly name: string;
  /** The oldest year that will do. */
  readonly year: number;
  /** Whether the audit left pages unread. */
  readonly isCut: boolean;
}

/** The answer to propose for something that must be there for a year. */
export function yearlyProposal(
  mentions: readonly YearlyMention[],
  { item, name, year, isCut }: Expected,
): Proposal {
  const sorted = [...mentions].sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  const excerpts = sorted.map(({ url, quote }) => ({ url, quote }));
  const alive = sorted.filter(({ isDead: dead }) => !dead);
  const [last] = alive;
  const made = (answer: Proposal['answer'], why: string): Proposal => ({ item, answer, why, excerpts });
  if (sorted.length === 0)
    return isCut
      ? made(
          'a_verifier',
          `Aucune des pages lues ne nomme ${name}, mais l’audit n’a pas lu tout le site : chercher dans les autres pages.`,
        )
      : made(
          'non_conforme',
          `Aucune des pages lues ne nomme ${name} : vérifier qu’il n’est pas publié sous un autre nom.`,
        );
  if (!last)
    return made('non_conforme', `Ce qui nomme ${name} mène à une page absente : rétablir le document.`);
  if (last.year === null)
    return made('a_verifier', `Les pages lues nomment ${name} sans année : ouvrir pour la vérifier.`);
  if (last.year < year)
    return made(
      'non_conforme',
      `Pour ${name}, l’année la plus récente trouvée est ${String(last.year)} ; ${String(year)} est attendue.`,
    );
  return made(
    'conforme',
    `Pour ${name}, l’année ${String(last.year)} est trouvée : vérifier que le document s’ouvre.`,
  );
}

function lastYear(text: string): number | null {
  const years = Array.from(text.matchAll(YEAR), ([year]) => Number(year));
  return years.length === 0 ? null : Math.max(...years);
}

function fileName(url: string): string {
  const last = url.slice(url.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last).replaceAll('_', ' ');
  } catch {
    return last;
  }
}
