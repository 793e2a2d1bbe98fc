import { cantTell, failed, siteCheck, type Check, type Problem, type Settings } from '../check.ts';
import type { AddressOutcome, HtmlFacts, LinkFacts } from '../facts.ts';
import { isDead } from '../link-target.ts';
import { outcomeText } from '../outcome-text.ts';
import { ownTitle } from '../own-title.ts';
import type { Proposal } from '../proposal.ts';
import { OWN_PIVOTS, usableFeed } from '../sheet-feed.ts';
import { shownSheets } from '../sheet-page.ts';
import { sheetAddress } from '../sheet-address.ts';
import { cut } from '../text.ts';
import { subjectStems } from '../title-words.ts';

type Code = 'page-gone' | 'page-elsewhere' | 'page-unread' | 'page-missing' | 'page-unfound';
type Procedure = Settings['config']['procedures'][number];

/** A page of a procedure that a link leads to, as far as the audit knows. */
interface Led {
  readonly page: string;
  readonly isRead: boolean;
  readonly isDead: boolean;
  readonly why: string;
}
interface Row {
  readonly url: string;
  readonly title: string;
  /** Sheets that it shows, opens in a widget or links to. */
  readonly numbers: readonly string[];
  readonly led: readonly Led[];
  /** Words of the links to pages that were not read, one after the other. */
  readonly unread: string;
  /** Whether it leads to pages that the audit left for want of budget. */
  readonly isCut: boolean;
}

const NUMBERS = 60;
const UNREAD = 200;
const READ: ReadonlySet<AddressOutcome> = new Set<AddressOutcome>([
  'ok',
  'redirected',
  'not_html',
  'too_large',
]);

/**
 * Each procedure of the configuration has its page. That of an address is asked
 * for, and gone when its server says so (404, 410) and no other page treats of it;
 * where none is given, it is looked for by its sheet, then by its words. Only an
 * audit that left nothing aside proves a page missing.
 */
export const sheetCoverage: Check = siteCheck({
  id: 'sheet-coverage',
  codes: {
    'page-gone': {
      items: ['COM-01'],
      severity: 'blocking',
      text: 'La page de la démarche « {label} » n’existe plus à l’adresse que donne qualepref.yml : la rétablir, ou corriger « page » dans la configuration.',
    },
    'page-elsewhere': {
      items: ['COM-01'],
      severity: 'major',
      text: 'La page de la démarche « {label} » n’existe plus à l’adresse que donne qualepref.yml, mais {other} semble en traiter : si c’est elle, corriger « page » dans la configuration.',
    },
    'page-unread': {
      items: ['COM-01'],
      severity: 'major',
      text: 'La page de la démarche « {label} » n’a pas été lue ({why}) : l’ouvrir et vérifier qu’elle traite la démarche.',
    },
    'page-missing': {
      items: ['COM-01'],
      severity: 'blocking',
      text: 'Aucune page du site ne traite la démarche « {label} » : aucune ne montre la fiche {number} ni n’y mène, et aucun titre ne lui ressemble. Créer la page, ou l’indiquer à « page » dans qualepref.yml.',
    },
    'page-unfound': {
      items: ['COM-01'],
      severity: 'major',
      text: 'Aucune page n’a été reconnue pour la démarche « {label} » : la chercher et indiquer son adresse à « page » dans qualepref.yml, ou la créer.',
    },
  },
  project: (page, settings): Row => {
    const { url, html } = page;
    const pages = new Set(settings.config.procedures.map((procedure) => procedure.page));
    const own = html.links.filter(({ kind }) => kind === 'page');
    const left = own.filter(({ target }) => target?.reason === 'budget' || target?.outcome === 'trap');
    return {
      url,
      title: ownTitle(html),
      numbers: numbersOf(
        html,
        shownSheets(page).map(({ number }) => number),
      ),
      led: own.filter((link) => link.url !== null && pages.has(link.url)).map(ledTo),
      unread: cut(
        own
          .filter(isUnread)
          .map(({ text }) => text)
          .join(' / '),
        UNREAD,
      ),
      isCut: left.length > 0,
    };
  },
  *judge(rows, { config, targetOf }) {
    for (const procedure of config.procedures) {
      const problem = problemOf(procedure, rows, targetOf);
      if (problem) yield problem;
    }
  },
  *propose(rows, settings) {
    yield proposalOf(rows, settings);
  },
});

function problemOf(
  { label: { fr: label }, page, sheet }: Procedure,
  rows: readonly Row[],
  targetOf: Settings['targetOf'],
): Problem<Code> | null {
  const other = rows.find(
    ({ numbers, title }) => (sheet !== undefined && numbers.includes(sheet)) || isAbout(title, label),
  );
  const isWhole = !rows.some(({ isCut, unread }) => isCut || isAbout(unread, label));
  if (page !== undefined) {
    if (rows.some(({ url }) => url === page)) return null;
    const led = rows.flatMap((row) => row.led).filter((one) => one.page === page);
    const target = targetOf?.(page);
    const own = target && ledTo({ url: page, target });
    if (own?.isRead || led.some((one) => one.isRead)) return null;
    const at = { url: page, cause: page };
    if (led.some((one) => one.isDead)) return failed('page-gone', { label }, at);
    // No link leads there: the configuration itself may be at fault, unless nothing else treats of it.
    if (own?.isDead && other) return cantTell('page-elsewhere', { label, other: other.url }, at);
    if (own?.isDead && isWhole) return failed('page-gone', { label }, at);
    const why = own?.why || led[0]?.why || 'aucun lien n’y mène';
    return cantTell('page-unread', { label, why }, at);
  }
  if (other) return null;
  const at = { cause: label, quote: label };
  return sheet !== undefined && isWhole
    ? failed('page-missing', { label, number: sheet }, at)
    : cantTell('page-unfound', { label }, at);
}

/** What is known of the site as a whole. */
function proposalOf(rows: readonly Row[], settings: Settings): Proposal {
  const { procedures } = settings.config;
  const { coverage, absent } = coverageOf(rows, settings);
  const item = 'COM-01';
  if (procedures.length === 0) {
    const why = `Le périmètre n’est pas connu : remplir « procedures » dans qualepref.yml, une démarche par entrée, avec son nom, sa fiche et sa page.${coverage}`;
    return { item, answer: 'non_verifie', why, excerpts: absent };
  }
  const found = procedures.filter(
    (procedure) => problemOf(procedure, rows, settings.targetOf) === null,
  ).length;
  const total = String(procedures.length);
  if (found === procedures.length) {
    return {
      item,
      answer: 'conforme',
      why: `Les ${total} démarches de la configuration ont leur page.${coverage}`,
      excerpts: absent,
    };
  }
  const why = `Démarches de la configuration qui ont leur page : ${String(found)} sur ${total} ; les autres sont dans les défauts et les points à confirmer.${coverage}`;
  return { item, answer: 'a_verifier', why, excerpts: absent };
}

/** Of the sheets that send their reader to the préfecture, those the site shows or leads to. For information: no site owes them all. */
function coverageOf(
  rows: readonly Row[],
  settings: Settings,
): { coverage: string; absent: Proposal['excerpts'] } {
  const own = usableFeed(settings)?.withPivot(OWN_PIVOTS) ?? [];
  if (own.length === 0) return { coverage: '', absent: [] };
  const met = new Set(rows.flatMap(({ numbers }) => numbers));
  const absent = own.filter(({ number }) => !met.has(number));
  const count = own.length - absent.length;
  return {
    coverage: ` Pour information, le site montre ou donne ${String(count)} des ${String(own.length)} fiches nationales qui renvoient à la préfecture ; les autres sont citées.`,
    absent: absent.map(({ number, title, url }) => ({
      url: url ?? settings.config.site.address,
      about: `Fiche ${number}`,
      quote: title,
    })),
  };
}

function numbersOf({ views, links }: HtmlFacts, shown: readonly (string | null)[]): string[] {
  const viewed = views.map((view) => /\/([FNR]\d{1,6})$/.exec(view)?.[1] ?? null);
  const linked = links.map(({ url, zone }) =>
    zone === 'main' && url !== null ? (sheetAddress(url)?.number ?? null) : null,
  );
  const numbers = [...shown, ...viewed, ...linked].filter((number) => number !== null);
  return [...new Set(numbers)].slice(0, NUMBERS);
}

function ledTo({ url, target }: Pick<LinkFacts, 'url' | 'target'>): Led {
  const outcome = target?.outcome;
  return {
    page: url ?? '',
    isRead: outcome !== undefined && READ.has(outcome),
    isDead: target !== undefined && isDead(target),
    why: target ? outcomeText(target.outcome, target.reason, target.status) : '',
  };
}

function isUnread({ target }: LinkFacts): boolean {
  return target !== undefined && !READ.has(target.outcome) && !isDead(target);
}

/** Whether a text has all the words of a label that tell its subject. */
function isAbout(text: string, label: string): boolean {
  const words = subjectStems(text);
  const subject = [...subjectStems(label)];
  return subject.length > 0 && subject.every((stem) => words.has(stem));
}
