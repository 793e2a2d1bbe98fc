import {
  arrondissementsOf,
  contactsIn,
  contactsProposal,
  NO_CONTACTS,
  type AuthorityContacts,
} from '../authority-contacts.ts';
import { cantTell, failed, siteCheck, type Check, type Settings } from '../check.ts';
import type { HtmlFacts, PageFacts } from '../facts.ts';
import { moduleGap } from '../module-gap.ts';
import { ownTitle } from '../own-title.ts';
import type { Proposal } from '../proposal.ts';
import { isAtOrBelow } from '../quality-pages.ts';
import { isCut } from '../site-reach.ts';
import { emailsIn } from '../text-emails.ts';
import { phonesIn } from '../text-phones.ts';
import { cut, fold } from '../text.ts';
import { yearlyMentions, yearlyProposal, type YearlyMention } from '../yearly-evidence.ts';

type Read = Pick<PageFacts, 'url'> & { readonly html: HtmlFacts };

interface Row {
  readonly url: string;
  readonly isCut: boolean;
  readonly contacts: AuthorityContacts;
  readonly guides: readonly string[];
  readonly calendar: readonly YearlyMention[];
  readonly survey: readonly YearlyMention[];
  readonly observations: readonly string[];
  /** How it speaks of sending acts: as its subject, in passing, or not. */
  readonly sending: 'subject' | 'passing' | null;
  readonly hasContact: boolean;
}

const ITEMS = ['COL-02', 'COL-03', 'COL-04', 'COL-05', 'COL-06', 'COL-07'] as const;
const AREA = /\b(?:collectivites?|communes?|elus|maires)\b/;
const SENDING =
  /\b(?:tele)?transmission (?:electronique |dematerialisee )?(?:des |d')actes\b|\bteletransmission\b|\bteletransmet\w*|(?:^|\W)@ctes\b|\bactes (?:budgetaires )?par voie electronique\b/;
const GUIDE = /\b(?:circulaires?|guides?|instructions?|notes? d'information|vade-?mecum)\b/;
const CALENDAR =
  /\bcalendriers?\b.{0,60}\b(?:dotations?|detr|dsil|dgf|fctva|subventions?)\b|\b(?:dotations?|detr|dsil)\b.{0,60}\bcalendriers?\b/;
const SURVEY =
  /\b(?:enquetes?|satisfaction|questionnaires?)\b.{0,60}\b(?:collectivites|elus|maires|communes)\b|\b(?:collectivites|elus|maires)\b.{0,60}\b(?:enquetes?|satisfaction)\b/;
const OBSERVATIONS =
  /\b(?:observations?|synthese|bilan|rapport)\b.{0,60}\b(?:legalite|controle des actes)\b|\blegalite\b.{0,60}\b(?:observations?|synthese|bilan)\b|\bobservations? (?:de l'annee|les plus frequentes)\b/;
const KEPT = 2;
const QUOTE = 120;

/** What the pages for local authorities give, where the label has the module about them. */
export const localAuthorities: Check = siteCheck({
  id: 'local-authorities',
  items: ['COL-02', 'COL-03', 'COL-04', 'COL-06', 'COL-07'],
  codes: {
    'sending-unexplained': {
      items: ['COL-05'],
      severity: 'major',
      text: 'Aucune page lue n’explique la télétransmission des actes : en publier une, qui dise comment se raccorder, quels actes envoyer et qui contacter.',
    },
    'sending-unread': {
      items: ['COL-05'],
      severity: 'minor',
      text: 'Aucune page lue n’explique la télétransmission des actes, mais l’audit n’a pas lu tout le site : chercher la page qui l’explique.',
    },
    'sending-in-passing': {
      items: ['COL-05'],
      severity: 'minor',
      text: 'La télétransmission des actes n’est que citée sur cette page, et aucune autre page lue ne l’a pour sujet : vérifier que le raccordement, les actes et le contact sont donnés.',
    },
    'sending-no-contact': {
      items: ['COL-05'],
      severity: 'minor',
      text: 'La page sur la télétransmission des actes ne donne ni téléphone, ni courriel, ni lien de contact : vérifier, et y écrire qui contacter.',
    },
  },
  project: (page, settings): Row | null => {
    const { config } = settings;
    if (moduleGap('COL-05', config)) return null;
    const { url, html } = page;
    const cutShort = isCut(page);
    const sending = sendingIn(html);
    if (!isForAuthorities(page, settings) && sending === null && !cutShort) return null;
    const isOwn = isForAuthorities(page, settings);
    return {
      ...{ url, isCut: cutShort, sending, hasContact: sending === 'subject' && hasContact(html) },
      contacts: isOwn ? contactsIn(html, arrondissementsOf(settings)) : NO_CONTACTS,
      guides: isOwn ? guidesIn(html) : [],
      calendar: isOwn ? yearlyMentions(page, CALENDAR, KEPT) : [],
      survey: isOwn ? yearlyMentions(page, SURVEY, KEPT) : [],
      observations: isOwn ? textsIn(html, OBSERVATIONS) : [],
    };
  },
  *judge(rows) {
    const own = rows.filter(({ sending }) => sending === 'subject');
    const [passing] = rows.filter(({ sending }) => sending === 'passing');
    if (own.length > 0) {
      if (!own.some((row) => row.hasContact))
        yield cantTell('sending-no-contact', {}, { url: own[0]?.url ?? '' });
    } else if (passing) yield cantTell('sending-in-passing', {}, { url: passing.url });
    else if (rows.some((row) => row.isCut)) yield cantTell('sending-unread');
    else yield failed('sending-unexplained');
  },
  *propose(rows, settings) {
    const { config, today } = settings;
    for (const item of ITEMS) {
      const gap = moduleGap(item, config);
      if (gap) yield gap;
    }
    if (moduleGap('COL-02', config)) return;
    if (rows.length === 0) {
      for (const item of ITEMS)
        yield {
          item,
          answer: item === 'COL-03' || item === 'COL-07' ? 'a_verifier' : 'non_verifie',
          why: 'Aucune page destinée aux collectivités n’a été lue : donner son adresse dans qualepref.yml (pages.localAuthorities).',
          excerpts: [],
        };
      return;
    }
    const year = Number(today.slice(0, 4));
    const isPart = rows.some((row) => row.isCut);
    const of = { isCut: isPart };
    yield contactsProposal(rows, arrondissementsOf(settings));
    yield listed('COL-03', GUIDES.guides, rows, ({ guides }) => guides);
    yield yearlyProposal(
      rows.flatMap(({ calendar }) => calendar),
      {
        ...{ ...of, item: 'COL-04', name: 'le calendrier des dotations', year },
      },
    );
    yield surveyProposal(
      rows.flatMap(({ survey }) => survey),
      year,
      isPart,
    );
    yield listed('COL-07', GUIDES.observations, rows, ({ observations }) => observations);
  },
});

const GUIDES = {
  guides:
    'Relever la date de chaque circulaire et guide ci-dessous, et demander au bureau concerné s’il est en vigueur. Ceux qui sont abrogés ou remplacés sont à retirer.',
  observations:
    'Chercher la synthèse des observations de légalité de l’an passé sur les pages ci-dessous, ou la preuve de son envoi aux collectivités ; garder le lien ou la date d’envoi.',
};

/** Below the pinned page, or below a first rubric that is so named. */
function isForAuthorities({ url, html }: Read, { config }: Pick<Settings, 'config'>): boolean {
  const pinned = config.pages.localAuthorities;
  if (pinned !== undefined) return isAtOrBelow(url, pinned);
  const [, first = ''] = new URL(url).pathname.split('/');
  return AREA.test(fold(`${first.replaceAll('-', ' ')} ${html.breadcrumb[1] ?? ''}`));
}

/** No survey may have been made. */
function surveyProposal(mentions: readonly YearlyMention[], year: number, isPart: boolean): Proposal {
  const expected = {
    item: 'COL-06',
    name: 'l’enquête auprès des collectivités',
    year: year - 1,
    isCut: isPart,
  };
  const proposal = yearlyProposal(mentions, expected);
  if (mentions.length > 0) return proposal;
  const why = `${proposal.why} Si aucune enquête n’a été menée, le point est sans objet.`;
  return { ...proposal, answer: 'a_verifier', why };
}

function listed(
  item: string,
  why: string,
  rows: readonly Row[],
  of: (row: Row) => readonly string[],
): Proposal {
  const quoted = rows.flatMap((row) => of(row).map((quote) => ({ url: row.url, quote })));
  return {
    item,
    answer: 'a_verifier',
    why,
    excerpts: quoted.length > 0 ? quoted : rows.map(({ url }) => ({ url })),
  };
}

function guidesIn({ links }: HtmlFacts): string[] {
  return links
    .filter(({ kind, text, zone }) => kind === 'document' && zone !== 'footer' && GUIDE.test(fold(text)))
    .map(({ text, detail }) => cut(detail.includes(text) ? detail : `${text} ${detail}`, QUOTE))
    .slice(0, KEPT + 1);
}

function textsIn({ passages }: HtmlFacts, words: RegExp): string[] {
  return passages
    .filter(({ inMain, text }) => inMain && words.test(fold(text)))
    .map(({ text }) => cut(text, QUOTE))
    .slice(0, KEPT);
}

function sendingIn(html: HtmlFacts): Row['sending'] {
  if (html.kind === 'home' || html.kind === 'acts') return null;
  if (SENDING.test(fold(ownTitle(html)))) return 'subject';
  const said = html.passages.filter(({ inMain, text }) => inMain && SENDING.test(fold(text)));
  // The title of a card is that of another page.
  const led = new Set(html.links.map(({ text }) => text));
  if (said.some(({ kind, text }) => kind === 'heading' && !led.has(text))) return 'subject';
  return said.some(({ kind }) => kind === 'text') ? 'passing' : null;
}

function hasContact({ passages, links }: HtmlFacts): boolean {
  const own = passages.filter(({ inMain }) => inMain);
  if (own.some(({ text }) => phonesIn(text).length > 0 || emailsIn(text).length > 0)) return true;
  return links.some(
    ({ zone, kind, text, url, href }) =>
      (zone === 'main' || zone === 'body') &&
      (kind === 'phone' ||
        (kind === 'mail' && /@|%40/.test(href)) ||
        /\bcontact/.test(fold(`${text} ${url ?? ''}`))),
  );
}
