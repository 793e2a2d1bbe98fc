import { siteCheck, type Check } from '../check.ts';
import type { DocumentFacts } from '../document.ts';
import { EXEMPT_BEFORE, faultsOf, type DocumentFaultName } from '../document-faults.ts';
import type { LinkFacts } from '../facts.ts';
import type { Excerpt } from '../proposal.ts';
import { cut } from '../text.ts';

interface Reviewed {
  readonly url: string;
  readonly text: string;
  readonly madeOn: string | null;
  readonly faults: readonly DocumentFaultName[];
  readonly isSure: boolean;
  readonly isUnread: boolean;
}

const OF_A_PAGE = 4;
const TEXT_LENGTH = 60;
const ADDRESS_LENGTH = 140;
const LIST = new Intl.ListFormat('fr');
const NAMES: Readonly<Record<DocumentFaultName, string>> = {
  scanned: 'image numérisée, sans texte',
  untagged: 'PDF sans balises',
  'no-bookmarks': 'long, sans signets',
  'no-title': 'sans titre dans ses propriétés',
  'no-lang': 'sans langue',
  'no-alternative': 'images sans alternative',
  'no-heading': 'aucun style de titre',
};

/** What was read in the documents: a person opens the latest, and tells whether one could do without seeing them. */
export const documentReview: Check = siteCheck<never, readonly Reviewed[]>({
  id: 'document-review',
  codes: {},
  items: ['A11-10'],
  project({ html: { viewOf, links } }) {
    const found = new Map<string, Reviewed>();
    for (const link of links) {
      const document = link.kind === 'document' ? link.target?.document : undefined;
      if (document && link.url !== null && !found.has(link.url)) found.set(link.url, review(document, link));
    }
    const kept = [...found.values()].filter(({ madeOn }) => madeOn === null || madeOn >= EXEMPT_BEFORE);
    return viewOf === null && kept.length > 0 ? kept.sort(byDoubt).slice(0, OF_A_PAGE) : null;
  },
  *propose(rows) {
    const item = 'A11-10';
    const all = [...new Map(rows.flat().map((one) => [one.url, one])).values()].sort(byDoubt);
    const excerpts = all.map(excerptOf);
    const faulty = all.filter(({ isSure }) => isSure).length;
    const unsure = all.filter(
      ({ isSure, isUnread, faults }) => !isSure && (isUnread || faults.length > 0),
    ).length;
    if (all.length === 0)
      yield {
        item,
        answer: 'a_verifier',
        why: 'L’audit n’a lu aucun document récent en entier. S’il y en a sur le site, en ouvrir quelques-uns : le texte doit pouvoir être sélectionné.',
        excerpts: [],
      };
    else if (faulty > 0)
      yield {
        item,
        answer: 'non_conforme',
        why: `Documents récents lus en entier et qui ont un défaut certain : ${String(faulty)} sur ${String(all.length)}. Une page ou un fichier accessible à côté en dispense.`,
        excerpts,
      };
    else if (unsure > 0)
      yield {
        item,
        answer: 'a_verifier',
        why: 'Aucun défaut certain dans les documents récents lus en entier, mais ceux-ci sont à ouvrir.',
        excerpts,
      };
    else
      yield {
        item,
        answer: 'conforme',
        why: `Les documents récents lus en entier (${String(all.length)}) ont un texte, un titre, une langue et des balises : en ouvrir un ou deux, et naviguer par les titres.`,
        excerpts,
      };
  },
});

function review(document: DocumentFacts, { url, text, target }: LinkFacts): Reviewed {
  const faults = document.failure ? [] : [...faultsOf(document)];
  return {
    url: cut(target?.finalUrl ?? url ?? '', ADDRESS_LENGTH),
    text: cut(text, TEXT_LENGTH),
    madeOn: document.madeOn ?? null,
    faults: faults.map(({ code }) => code),
    isSure: faults.some(({ isSure }) => isSure),
    isUnread: document.failure !== undefined,
  };
}

/** Certain faults first, then the latest. */
function byDoubt(a: Reviewed, b: Reviewed): number {
  const rank = ({ isSure, isUnread, faults }: Reviewed): number =>
    isSure ? 0 : isUnread || faults.length > 0 ? 1 : 2;
  return rank(a) - rank(b) || (b.madeOn ?? '').localeCompare(a.madeOn ?? '') || a.url.localeCompare(b.url);
}

function excerptOf({ url, text, madeOn, faults, isUnread }: Reviewed): Excerpt {
  const said = isUnread
    ? 'n’a pas pu être lu'
    : faults.length === 0
      ? 'aucun défaut relevé'
      : LIST.format(faults.map((fault) => NAMES[fault]));
  return { url, about: text, quote: madeOn === null ? said : `${said} (fait le ${frenchDay(madeOn)})` };
}

function frenchDay(day: string): string {
  return day.split('-').toReversed().join('/');
}
