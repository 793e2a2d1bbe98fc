import { siteCheck, type Check } from '../check.ts';
import { isSomethingElse } from '../document-announced.ts';
import type { LinkFacts } from '../facts.ts';
import { answers, askedTarget, isDead } from '../link-target.ts';
import { outcomeText } from '../outcome-text.ts';
import { cut } from '../text.ts';

type State = 'faulty' | 'refused' | 'unasked' | 'opened';

interface Download {
  readonly url: string;
  readonly text: string;
  readonly state: State;
  readonly why: string;
}

interface Row {
  readonly counts: Readonly<Record<State, number>>;
  readonly shown: readonly Download[];
}

const OF_A_PAGE = 3;
const ADDRESS_LENGTH = 140;
const TEXT_LENGTH = 60;
const RANK: readonly State[] = ['faulty', 'refused', 'unasked', 'opened'];

/** What came of each download: whether a file is what its link says is for a person to see. */
export const downloadReview: Check = siteCheck<never, Row>({
  id: 'download-review',
  codes: {},
  items: ['TEC-03'],
  project({ html: { viewOf, links } }) {
    const documents = new Map<string, Download>();
    for (const link of links)
      if (link.kind === 'document' && link.url !== null && !documents.has(link.url))
        documents.set(link.url, downloadOf(link, link.url));
    if (viewOf !== null || documents.size === 0) return null;
    const all = [...documents.values()].sort(byState);
    return { counts: countsOf(all), shown: all.slice(0, OF_A_PAGE) };
  },
  *propose(rows) {
    const item = 'TEC-03';
    const shown = [...new Map(rows.flatMap((row) => row.shown).map((one) => [one.url, one])).values()].sort(
      byState,
    );
    const has = (state: State): boolean => rows.some(({ counts }) => counts[state] > 0);
    const excerpts = shown.map(({ url, text, why }) => ({ url, about: text, quote: why }));
    if (shown.length === 0)
      yield {
        item,
        answer: 'sans_objet',
        why: 'Aucune page lue ne propose de téléchargement.',
        excerpts: [],
      };
    else if (has('faulty'))
      yield {
        item,
        answer: 'non_conforme',
        why: 'Des téléchargements n’existent plus, ou donnent autre chose que ce que dit leur lien : ils viennent d’abord.',
        excerpts,
      };
    else if (has('refused') || has('unasked'))
      yield {
        item,
        answer: 'a_verifier',
        why: 'Aucun téléchargement demandé n’est absent, mais tous n’ont pas pu l’être : ouvrir ceux qui viennent d’abord.',
        excerpts,
      };
    else
      yield {
        item,
        answer: 'conforme',
        why: 'Tous les téléchargements des pages lues répondent, dans le format annoncé : en ouvrir quelques-uns, et voir s’ils sont ce que dit leur lien.',
        excerpts,
      };
  },
});

function downloadOf(link: LinkFacts, url: string): Download {
  const common = { url: cut(url, ADDRESS_LENGTH), text: cut(link.text, TEXT_LENGTH) };
  const target = askedTarget(link);
  if (!target) {
    const { outcome = 'out_of_scope', reason } = link.target ?? {};
    return { ...common, state: 'unasked', why: cut(outcomeText(outcome, reason), TEXT_LENGTH) };
  }
  if (answers(target))
    return isSomethingElse(link)
      ? { ...common, state: 'faulty', why: 'donne autre chose que ce qui est annoncé' }
      : { ...common, state: 'opened', why: 'répond' };
  const why = cut(outcomeText(target.outcome, target.reason, target.status), TEXT_LENGTH);
  return { ...common, state: isDead(target) ? 'faulty' : 'refused', why };
}

function byState(a: Download, b: Download): number {
  return RANK.indexOf(a.state) - RANK.indexOf(b.state);
}

function countsOf(downloads: readonly Download[]): Row['counts'] {
  const count = (state: State): number => downloads.filter((one) => one.state === state).length;
  return {
    ...{ faulty: count('faulty'), refused: count('refused') },
    ...{ unasked: count('unasked'), opened: count('opened') },
  };
}
