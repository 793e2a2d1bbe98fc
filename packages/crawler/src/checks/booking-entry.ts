import { bookable, bookingAddresses, isInText, isModule, isOfficial, isSame } from '../booking-pages.ts';
import { leadsTo, saysBook, withoutBooking } from '../booking-pages.ts';
import { cantTell, failed, siteCheck, type Check } from '../check.ts';
import type { HtmlFacts, LinkFacts, PageFacts } from '../facts.ts';
import { askedTarget, isDead } from '../link-target.ts';
import { outcomeText } from '../outcome-text.ts';
import { ownTitle } from '../own-title.ts';
import type { Excerpt } from '../proposal.ts';
import type { Config } from '@qualepref/core';
import { cut } from '../text.ts';

/** A link to book, as one page holds it. */
interface Entry {
  /** Where the link leads, redirects left out. */
  readonly to: string;
  /** `null` for the place itself, which was read. */
  readonly text: string | null;
  /** `page`: it stands on the page of a procedure that one books for; `hub`: where several are booked. */
  readonly on: 'page' | 'hub' | null;
  /** A module known by its address, or one of the configuration. */
  readonly isKnown: boolean;
  readonly state: 'answers' | 'dead' | 'silent' | 'not-asked';
  /** French: why it is silent. */
  readonly why: string;
  /** Host at the end of the redirects, where it is not the State’s. */
  readonly foreign: string | null;
}

interface Row {
  readonly url: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}

const MOST = 4;
const TEXT_LENGTH = 60;

/**
 * The first page of the module answers, and stands on a site of the State:
 * slots are resold on look-alikes. The links of the site are all that is looked
 * at: nothing is asked beyond the address they give.
 */
export const bookingEntry: Check = siteCheck({
  id: 'booking-entry',
  codes: {
    'entry-dead': {
      items: ['RDV-02'],
      severity: 'blocking',
      text: 'Le lien « {text} » mène à une page de rendez-vous qui n’existe plus ({address}) : le corriger.',
    },
    'entry-silent': {
      items: ['RDV-02'],
      severity: 'major',
      text: 'La page d’entrée du module de rendez-vous n’a pas répondu à l’audit ({why}) : ouvrir {address}, et prévenir qui le gère si elle ne s’affiche pas.',
      owner: 'third-party',
    },
    'foreign-host': {
      items: ['RDV-03'],
      severity: 'blocking',
      text: 'Le rendez-vous se prend sur « {host} », qui n’est pas un site de l’État : mener au module officiel, ou ajouter ce nom à « hosts » s’il l’est.',
    },
    'foreign-link': {
      items: ['RDV-03'],
      severity: 'major',
      text: 'Un lien « {text} » mène à « {host} », qui n’est pas un site de l’État : vérifier qu’il ne s’agit pas d’un rendez-vous de la préfecture, et préciser le lien.',
    },
  },
  project({ url, html }, { config }): Row | null {
    const entries = entriesOf({ url, html }, config);
    const isEntry = bookingAddresses(config).some((address) => isSame(url, address));
    return isEntry || entries.length > 0
      ? { url, title: ownTitle(html), entries: isEntry ? [...entries, read(url)] : entries }
      : null;
  },
  *judge(rows) {
    for (const { url, entries } of rows) {
      for (const { to, text: shown, on, isKnown, state, why, foreign } of entries) {
        const text = shown ?? '';
        const at = { url, quote: text, cause: to };
        if (state === 'dead') yield failed('entry-dead', { text, address: to }, at);
        if (state === 'silent') yield cantTell('entry-silent', { why, address: to }, at);
        if (foreign === null) continue;
        if (isKnown || on === 'page') yield failed('foreign-host', { host: foreign }, at);
        else yield cantTell('foreign-link', { text, host: foreign }, at);
      }
    }
  },
  *propose(rows, { config }) {
    const all = rows.flatMap(({ title, entries }) => entries.map((entry) => ({ title, ...entry })));
    if (all.length === 0) {
      yield withoutBooking('RDV-02', config);
      yield withoutBooking('RDV-03', config);
      return;
    }
    const shown = (some: typeof all): Excerpt[] =>
      some.map(({ title, to, text }) => ({
        url: to,
        about: text === null ? title : `Lien « ${text} » de la page « ${title} »`,
      }));
    const known = all.filter(({ state }) => state === 'answers');
    const unknown = all.filter(
      ({ state, to }) => state === 'not-asked' && !known.some((entry) => isSame(entry.to, to)),
    );
    const wanted = bookingAddresses(config);
    // The configuration says where one books: steps behind it are not the entry.
    const isTold =
      wanted.length > 0 && wanted.every((address) => known.some(({ to }) => isSame(to, address)));
    if (!all.some(({ state }) => state === 'dead' || state === 'silent'))
      yield unknown.length === 0 || isTold
        ? {
            item: 'RDV-02',
            answer: 'conforme',
            why: `${isTold ? 'Chaque adresse de rendez-vous de qualepref.yml' : 'Chaque adresse de rendez-vous à laquelle le site mène'} a répondu.`,
            excerpts: shown([...known, ...unknown]),
          }
        : {
            item: 'RDV-02',
            answer: 'a_verifier',
            why: 'L’audit n’a pas ouvert toutes les adresses de rendez-vous (robots.txt, autre site) : ouvrir celles-ci, sans choisir de créneau.',
            excerpts: shown([...unknown, ...known]),
          };
    if (all.every(({ foreign }) => foreign === null))
      yield {
        item: 'RDV-03',
        answer: 'conforme',
        why: 'Chaque lien de rendez-vous mène à un site de l’État.',
        excerpts: shown(all),
      };
  },
});

function entriesOf({ url, html }: Pick<PageFacts, 'url'> & { html: HtmlFacts }, config: Config): Entry[] {
  const isProcedure = bookable(config).some(({ page }) => page !== undefined && isSame(page, url));
  const isHub = bookingAddresses(config).some((address) => isSame(address, url));
  const on = isProcedure ? 'page' : isHub ? 'hub' : null;
  const found = html.links.filter(isInText).flatMap((link) => {
    const to = link.url;
    if (to === null || !/^https?:/.test(to)) return [];
    const isKnown =
      isModule(to, config) || bookingAddresses(config).some((address) => leadsTo(link, address));
    return isKnown || (on !== null && saysBook(link)) ? [entryOf(link, to, { on, isKnown }, config)] : [];
  });
  const unique = found.filter(({ to }, at) => found.findIndex((entry) => entry.to === to) === at);
  return unique.slice(0, MOST);
}

function entryOf(link: LinkFacts, to: string, what: Pick<Entry, 'on' | 'isKnown'>, config: Config): Entry {
  const target = askedTarget(link);
  const end = target?.finalUrl ?? to;
  const isFine =
    target?.outcome === 'ok' || target?.outcome === 'redirected' || target?.outcome === 'not_html';
  return {
    ...what,
    to,
    text: cut(link.text, TEXT_LENGTH),
    state: target === undefined ? 'not-asked' : isFine ? 'answers' : isDead(target) ? 'dead' : 'silent',
    why: target === undefined || isFine ? '' : outcomeText(target.outcome, target.reason),
    foreign: isOfficial(end, config) ? null : new URL(end).hostname,
  };
}

/** A configured place to book that the audit read. */
function read(url: string): Entry {
  return { to: url, text: null, on: null, isKnown: true, state: 'answers', why: '', foreign: null };
}
