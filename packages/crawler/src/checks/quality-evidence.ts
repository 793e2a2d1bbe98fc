import { addMonths } from '@qualepref/core';
import { failed, siteCheck, type Check, type Settings } from '../check.ts';
import type { HtmlFacts, PageFacts } from '../facts.ts';
import { askedTarget, isDead } from '../link-target.ts';
import { ownTitle } from '../own-title.ts';
import type { Excerpt, Proposal } from '../proposal.ts';
import { isQualityPage } from '../quality-pages.ts';
import { isCut } from '../site-reach.ts';
import { datesIn } from '../text-dates.ts';
import { cut, fold } from '../text.ts';
import { yearlyMentions, yearlyProposal, type YearlyMention } from '../yearly-evidence.ts';

interface Row {
  readonly url: string;
  readonly isQuality: boolean;
  readonly isCut: boolean;
  readonly title: string;
  readonly survey: readonly YearlyMention[];
  readonly review: readonly YearlyMention[];
  readonly committee: readonly { readonly quote: string; readonly day: string | null }[];
  readonly commitments: readonly string[];
  readonly actions: readonly string[];
  /** A link to the national results; `dead` when none of them leads anywhere. */
  readonly national: 'none' | 'dead' | 'there';
}

const KEPT = 2;
const QUOTE = 150;
const SURVEY =
  /\benquetes? (?:annuelles? )?(?:de |sur la )?satisfaction|\bsatisfaction des usagers\b|\bbarometre\b.{0,40}\b(?:satisfaction|accueil)/;
const REVIEW =
  /\bbilans? (?:annuels?|(?:de la )?(?:demarche )?qualite|de l'annee)\b|\brapport annuel\b.{0,30}\bqualite/;
const COMMITTEE = /\bcomites? (?:local |locaux )?(?:des |d')usagers\b|\bclu\b/;
const COMMITMENT = /\b(?:engageons|engage|engagements?)\b/;
const ACTION =
  /\b(?:actions?|mesures?) (?:decidees?|d'amelioration|correctives?|engagees?|mises? en)|\bplan d'(?:actions?|amelioration)\b|\bsous (?:les )?75 ?%/;
const NATIONAL = /(?:^|\.)plus\.transformation\.gouv\.fr$/;
/** Passages after the one that names the committee in which its meeting is looked for. */
const NEAR = 3;
/** Of a review presented at the beginning of the year, months that it may take. */
const REVIEW_MONTHS = 3;
const MEETING_MONTHS = 12;

/** What the quality pages give to whoever decides: commitments, survey, yearly review, committee, national results. */
export const qualityEvidence: Check = siteCheck({
  id: 'quality-evidence',
  items: ['RES-02', 'RES-06', 'RES-07', 'RES-08', 'RES-09'],
  codes: {
    'no-national-results': {
      items: ['RES-10'],
      severity: 'minor',
      text: 'Aucune page sur la qualité ne mène aux résultats publiés par Services Publics + : ajouter ce lien, vers www.plus.transformation.gouv.fr.',
    },
    'national-results-dead': {
      items: ['RES-10'],
      severity: 'minor',
      text: 'Le lien vers les résultats de Services Publics + mène à une page absente : le corriger.',
    },
  },
  project: (page, settings): Row | null => {
    const { html, url } = page;
    const isQuality = isQualityPage(page, settings);
    const survey = isQuality ? yearlyMentions(page, SURVEY, KEPT) : [];
    const review = isQuality ? yearlyMentions(page, REVIEW, KEPT) : [];
    const committee = committeeIn(html, settings);
    const row = {
      url,
      isQuality,
      isCut: isCut(page),
      title: ownTitle(html),
      survey,
      review,
      committee,
    };
    if (!isQuality) {
      // What names the committee elsewhere is told too; the rest of the site is only counted as read or not.
      return committee.length > 0 || row.isCut
        ? { ...row, commitments: [], actions: [], national: 'none' }
        : null;
    }
    const said = html.passages
      .filter(({ inMain }) => inMain)
      .map(({ text }) => ({ text, folded: fold(text) }));
    const matching = (words: RegExp): string[] =>
      said
        .filter(({ folded }) => words.test(folded))
        .map(({ text }) => cut(text, QUOTE))
        .slice(0, KEPT);
    return {
      ...row,
      commitments: matching(COMMITMENT),
      actions: matching(ACTION),
      national: nationalIn(html),
    };
  },
  *judge(rows) {
    const own = rows.filter(({ isQuality }) => isQuality);
    const [first] = own;
    if (!first || own.some(({ national }) => national === 'there')) return;
    const dead = own.find(({ national }) => national === 'dead');
    if (dead) yield failed('national-results-dead', {}, { url: dead.url });
    else yield failed('no-national-results', {}, { url: first.url });
  },
  *propose(rows, { today }) {
    const own = rows.filter(({ isQuality }) => isQuality);
    const isPart = rows.some((row) => row.isCut);
    const committee = rows.flatMap((row) => row.committee.map((each) => ({ ...each, url: row.url })));
    if (own.length === 0) {
      for (const item of ['RES-02', 'RES-06', 'RES-07', 'RES-08', 'RES-10'])
        yield {
          item,
          answer: item === 'RES-02' || item === 'RES-08' ? 'a_verifier' : 'non_verifie',
          why: 'Aucune page sur la démarche qualité n’a été lue : donner son adresse dans qualepref.yml (pages.quality).',
          excerpts: [],
        };
    } else {
      const year = Number(today.slice(0, 4));
      yield guide('RES-02', GUIDES.commitments, own, ({ commitments }) => commitments);
      yield yearlyProposal(
        own.flatMap(({ survey }) => survey),
        {
          ...{ item: 'RES-06', name: 'l’enquête de satisfaction', year: year - 1, isCut: isPart },
        },
      );
      yield reviewProposal(
        own.flatMap(({ review }) => review),
        today,
        isPart,
      );
      yield guide('RES-08', GUIDES.actions, own, ({ actions }) => actions);
    }
    yield committeeProposal(committee, today, isPart);
  },
});

const GUIDES = {
  commitments:
    'Ouvrir les pages ci-dessous, la politique qualité en main : modules, sites et délais doivent être les mêmes, rien ne doit manquer ni rester d’un engagement abandonné.',
  actions:
    'Relever dans l’enquête les thèmes sous 75 % de satisfaction, et chercher pour chacun l’action décidée. Sans thème sous ce seuil, le point est sans objet.',
};

function guide(
  item: string,
  why: string,
  rows: readonly Row[],
  of: (row: Row) => readonly string[],
): Proposal {
  const quoted = rows.flatMap((row): Excerpt[] =>
    of(row).map((quote) => ({ url: row.url, about: row.title, quote })),
  );
  const open = rows.filter((row) => of(row).length === 0).map(({ url, title }) => ({ url, about: title }));
  return { item, answer: 'a_verifier', why, excerpts: [...quoted, ...open] };
}

/** Presented at the beginning of the year, the review of last year is not due before. */
function reviewProposal(mentions: readonly YearlyMention[], today: string, isPart: boolean): Proposal {
  const year = Number(today.slice(0, 4)) - 1;
  const proposal = yearlyProposal(mentions, { item: 'RES-07', name: 'le bilan annuel', year, isCut: isPart });
  const isEarly = Number(today.slice(5, 7)) <= REVIEW_MONTHS;
  if (proposal.answer !== 'non_conforme' || !isEarly) return proposal;
  const why = `${proposal.why} En début d’année, noter la date à laquelle il sera présenté.`;
  return { ...proposal, answer: 'a_verifier', why };
}

function committeeProposal(
  found: readonly { readonly url: string; readonly quote: string; readonly day: string | null }[],
  today: string,
  isPart: boolean,
): Proposal {
  const sorted = [...found].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1));
  const excerpts = sorted.map(({ url, quote }) => ({ url, quote }));
  const made = (answer: Proposal['answer'], why: string): Proposal => ({
    item: 'RES-09',
    answer,
    why,
    excerpts,
  });
  const [last] = sorted;
  if (!last)
    return made(
      isPart ? 'a_verifier' : 'non_conforme',
      'Aucune des pages lues ne parle du comité local des usagers : vérifier qu’il n’est pas présenté sous un autre nom.',
    );
  if (last.day === null)
    return made(
      'non_conforme',
      'Le comité local des usagers est présenté, et aucune date de réunion ne se lit à côté.',
    );
  const shown = last.day.split('-').reverse().join('/');
  return addMonths(last.day, MEETING_MONTHS) < today
    ? made(
        'a_verifier',
        `La dernière réunion datée, du ${shown}, remonte à plus d’un an : vérifier qu’aucune ne s’est tenue depuis.`,
      )
    : made('conforme', `Le comité local des usagers est présenté, et une réunion est datée du ${shown}.`);
}

function committeeIn({ passages }: HtmlFacts, { today }: Settings): Row['committee'] {
  return passages
    .flatMap(({ inMain, text, heading }, at) => {
      if (!inMain || !COMMITTEE.test(fold(text))) return [];
      const below = passages.slice(at, at + 1 + NEAR).filter((each) => each.heading === heading);
      const near = below.map((each) => each.text);
      const days = near.flatMap((each) =>
        datesIn(each, { today }).filter(
          ({ precision, isLegal, isYearGuessed }) => precision !== 'year' && !isLegal && !isYearGuessed,
        ),
      );
      const past = days.flatMap(({ to, from }) => to ?? from ?? []).filter((day) => day <= today);
      const day = past.length === 0 ? null : past.reduce((a, b) => (a > b ? a : b));
      return [{ quote: cut(near.join(' '), QUOTE), day }];
    })
    .slice(0, KEPT);
}

function nationalIn({ links }: Pick<NonNullable<PageFacts['html']>, 'links'>): Row['national'] {
  const national = links.filter(({ url }) => url !== null && NATIONAL.test(URL.parse(url)?.hostname ?? ''));
  if (national.length === 0) return 'none';
  const isGone = national.every((link) => {
    const target = askedTarget(link);
    return target !== undefined && isDead(target);
  });
  return isGone ? 'dead' : 'there';
}
