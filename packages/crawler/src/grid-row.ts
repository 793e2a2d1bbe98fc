import { typeset, verdictOf, type Finding, type GridItem, type Outcome, type Verdict } from '@qualepref/core';
import type { KeptProposal } from './proposal.ts';
import type { GridRow } from './report.ts';
import { plural } from './reports/french.ts';
import type { RgaaTally } from './rgaa-report.ts';
import type { CheckResults } from './run-checks.ts';

/** What the findings say of one grid item. */
export interface Bearing {
  readonly ids: string[];
  failed: number;
  /** Pages with a proven fault; they come one after the other. */
  pages: number;
  lastPage: string;
  unread: number;
}

/** Nothing yet. */
export function bearing(): Bearing {
  return { ids: [], failed: 0, pages: 0, lastPage: '', unread: 0 };
}

/** What the checks answered of the items of the grid. */
export type ItemAnswers = Pick<CheckResults, 'outcomes' | 'looked' | 'proposals'>;

/** Counts, for each grid item, the findings that go by; those of a page share its address in memory. */
export function* counted(
  findings: Iterable<Finding>,
  bearings: Map<string, Bearing>,
  tally: RgaaTally | undefined,
): Generator<Finding> {
  let page = '';
  for (const finding of findings) {
    if (finding.url !== page) page = finding.url;
    tally?.add(finding);
    for (const item of finding.items) {
      const own = bearings.get(item) ?? bearing();
      bearings.set(item, own);
      own.ids.push(finding.id);
      if (finding.check === 'collection') own.unread += 1;
      if (finding.outcome !== 'failed') continue;
      own.failed += 1;
      if (own.lastPage !== page) own.pages += 1;
      own.lastPage = page;
    }
    yield { ...finding, url: page };
  }
}

/** What the machine says of an item, from the answers and from what the findings say of it. */
export function gridRow(
  item: GridItem,
  { outcomes, looked, proposals: all }: ItemAnswers,
  own: Bearing,
  today: string,
): GridRow {
  const counts = outcomes.get(item.id) ?? new Map<Outcome, number>();
  const verdict = verdictOf(item, counts.keys());
  const pages = looked.get(item.id) ?? 0;
  const proposals = all.get(item.id) ?? [];
  const reason = reasonOf(item, verdict, own, counts, proposals);
  return {
    item: item.id,
    verdict,
    by: 'audit',
    date: today,
    ...(reason === undefined ? {} : { reason: typeset(reason) }),
    findings: own.ids,
    ...(pages === 0 ? {} : { evidence: plural(pages, 'page contrôlée', 'pages contrôlées') }),
    ...(proposals.length === 0 ? {} : { proposals }),
  };
}

function reasonOf(
  item: GridItem,
  verdict: Verdict,
  { ids, failed, pages, unread }: Bearing,
  counts: ReadonlyMap<Outcome, number>,
  proposals: readonly KeptProposal[],
): string | undefined {
  if (verdict === 'non_conforme') {
    return `${plural(failed, 'défaut relevé', 'défauts relevés')} sur ${plural(pages, 'page', 'pages')}.`;
  }
  if (proposals[0] && ids.length === 0) return proposals[0].why;
  if (verdict === 'sans_objet') return 'Aucune page du site n’est concernée.';
  if (verdict === 'a_verifier') {
    if (ids.length > 0) {
      const doubts = ids.length - unread;
      const parts = [
        ...(doubts > 0 ? [`${plural(doubts, 'point', 'points')} à confirmer par une personne`] : []),
        ...(unread > 0 ? [`${plural(unread, 'page', 'pages')} que l’audit n’a pas pu lire ou afficher`] : []),
      ];
      return `${parts.join(' ; ')}.`;
    }
    if (item.mode === 'manual') return 'Se vérifie à l’œil : l’audit ne peut pas en décider.';
    return 'Aucun défaut relevé : réponse proposée « conforme », à confirmer par une personne.';
  }
  if (verdict === 'non_verifie') {
    if (counts.has('untested'))
      return 'Rien de ce qu’il faudrait regarder n’a été demandé pendant cet audit.';
    return 'Aucun contrôle de cette version ne porte sur ce point : à vérifier à l’œil.';
  }
  return undefined;
}
