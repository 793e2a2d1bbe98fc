import { defaultConfig, parseConfig } from '@qualepref/core';
import { createAddressing } from './address.ts';
import { readContent, type ContentFacts } from './content.ts';
import { parseDom } from './read-dom.ts';
import type { Passage } from './read-passages.ts';
import type { Proposal } from './proposal.ts';
import { settingsOf } from './settings.ts';
import type { OpeningFacts } from './render-opening.ts';
import type { PassFacts } from './passes/index.ts';
import type { KeyboardFacts } from './passes/keyboard.ts';
import type { SeenPlace } from './probes/kit.ts';
import type { Check, PageCheck, Problem, Settings, SiteCheck } from './check.ts';
import type {
  HtmlFacts,
  LinkFacts,
  NavigationFacts,
  PageFacts,
  RenderedFacts,
  SheetMarks,
  SiteInfo,
} from './facts.ts';

/** A sound procedure page, read on 24 novembre 2026; a test states only what differs. */
export function page(html: Partial<HtmlFacts> = {}, rest: Partial<PageFacts> = {}): PageFacts {
  return {
    url: 'https://www.exemple.gouv.fr/Demarches/Passeport',
    depth: 2,
    fetchedOn: '2026-11-24',
    inSample: true,
    html: { ...SOUND, ...html },
    ...rest,
  };
}

/** A link to a page of the site; its address is its href unless told otherwise. */
export function link(partial: Partial<LinkFacts> = {}): LinkFacts {
  const href = partial.href ?? partial.url ?? 'https://www.exemple.gouv.fr/Demarches';
  return {
    kind: 'page',
    url: href,
    href,
    text: 'Démarches',
    detail: '',
    selector: '#main a',
    line: 12,
    zone: 'main',
    ...partial,
  };
}

/** Paragraphs of the main part, under its first heading. */
export function passages(...texts: readonly string[]): Passage[] {
  return texts.map((text, at) => ({
    ...{ kind: 'text', text, zone: 'main', inMain: true, line: 10 + at, heading: 0 },
  }));
}

/** What a page says that holds nothing to judge. */
export function content(partial: Partial<ContentFacts> = {}): ContentFacts {
  const context = { placeOf: () => ({ selector: '', line: 1, zone: 'body' as const }), url: '' };
  return { ...readContent(parseDom(''), context), ...partial };
}

/** A page that opens without an error and leaves nothing behind. */
export const OPENING: OpeningFacts = {
  ...{ errors: [], complaints: [], gone: [], blocked: [], isHampered: false },
  ...{ cookies: [], storage: [], hosts: [], weight: 0 },
};

/** What a browser saw of a page on which nothing is wrong. */
export function rendered(partial: Partial<RenderedFacts> = {}): RenderedFacts {
  return { title: 'Passeport', axe: [], skipLink: null, sheetViews: [], ...partial };
}

/** A page on which passes saw this, and nothing else is wrong. */
export function tried(passes: PassFacts): PageFacts {
  return page({}, { rendered: rendered({ passes }) });
}

/** An element that a browser saw. */
export const PARAGRAPH: SeenPlace = { selector: 'main > p', zone: 'main', component: 'p', html: '<p>Délais' };

/** A page gone through with the Tab key, on which nothing is wrong. */
export const walked: KeyboardFacts = {
  ...{ stops: 9, isComplete: true, unmarked: [], unseen: [], traps: [], dropped: [] },
  departing: [],
  disorder: [],
};

/** Marks of a page that republishes nothing. */
export function sheet(partial: Partial<SheetMarks> = {}): SheetMarks {
  return {
    number: null,
    linked: [],
    container: null,
    publisher: null,
    namesServicePublic: false,
    verified: null,
    rawDate: null,
    ...partial,
  };
}

/** A public site, audited within small limits. */
export function site(partial: Partial<SiteInfo> = {}): SiteInfo {
  return {
    address: 'https://a.fr/',
    campaign: '2026-T4',
    startedOn: '2026-11-24',
    maxPages: 10,
    maxDocuments: 10,
    exhaustive: false,
    asksOtherHosts: true,
    sandboxed: true,
    ...partial,
  };
}

/** Sound pages of one site, `/1` to `/n`, wearing the same dress; a test adds the odd one. */
export function pages(count: number): PageFacts[] {
  return Array.from({ length: count }, (_, i) =>
    page({}, { url: `https://www.exemple.gouv.fr/${String(i + 1)}` }),
  );
}

/** Means of navigation of a sound page but for what is given. */
export function navigation(partial: Partial<NavigationFacts> = {}): NavigationFacts {
  return { ...SOUND.navigation, ...partial };
}

/** Settings of a site that configures nothing, audited on 24 novembre 2026. */
export function settings(partial: Partial<Settings> = {}): Settings {
  const config = defaultConfig('https://www.exemple.gouv.fr');
  return { config, maxAgeDays: 365, pinned: {}, services: [], ignore: [], today: '2026-11-24', ...partial };
}

/** Settings of a configured site, in the words of `qualepref.yml`; a test states only what differs. */
export function configured(partial: Readonly<Record<string, unknown>>, today = '2026-11-24'): Settings {
  const parsed = parseConfig({ site: { address: 'https://www.exemple.gouv.fr' }, ...partial });
  if ('issues' in parsed) throw new TypeError(parsed.issues.map(({ message }) => message).join('\n'));
  return settingsOf(parsed.config, createAddressing(parsed.config.site), today);
}

/**
 * What a page check answers, on one line: `['passed']`, `['inapplicable']`, or
 * `['failed', code, …, 'cantTell', code, …]`, with the codes in the order met.
 */
export function verdictLine(check: Check, facts: PageFacts, given: Settings = settings()): string[] {
  const pageCheck = asPageCheck(check);
  if (!pageCheck.applies(present(pageCheck, facts), given)) return ['inapplicable'];
  return line(pageProblems(pageCheck, facts, given));
}

/** What a site check answers, in the same form; `['inapplicable']` when it concerns none of the pages. */
export function siteLine(check: Check, pages: readonly PageFacts[], given: Settings = settings()): string[] {
  const siteCheck = asSiteCheck(check);
  const projections = project(siteCheck, pages, given);
  return projections.length === 0
    ? ['inapplicable']
    : line([...(siteCheck.judge?.(projections, given) ?? [])]);
}

/** Everything a page check yields, for tests that look at places and parameters. */
export function pageProblems(check: Check, facts: PageFacts, given: Settings = settings()): Problem[] {
  const pageCheck = asPageCheck(check);
  return [...pageCheck.judge(present(pageCheck, facts), given)];
}

/** Everything a site check yields. */
export function siteProblems(
  check: Check,
  pages: readonly PageFacts[],
  given: Settings = settings(),
): Problem[] {
  const siteCheck = asSiteCheck(check);
  return [...(siteCheck.judge?.(project(siteCheck, pages, given), given) ?? [])];
}

/** What a site check proposes for one of its items; undefined when nothing. */
export function proposalOf(
  check: Check,
  item: string,
  pages: readonly PageFacts[],
  given: Settings = settings(),
): Proposal | undefined {
  const siteCheck = asSiteCheck(check);
  const proposals = [...(siteCheck.propose?.(project(siteCheck, pages, given), given) ?? [])];
  return proposals.find((proposal) => proposal.item === item);
}

const SOUND: HtmlFacts = {
  kind: 'procedure',
  title: 'Passeport - Démarches - Les services de l’État en Exemple',
  doctype: { text: 'doctype html', isLate: false },
  syntax: [],
  lang: 'fr',
  headings: [{ level: 1, text: 'Passeport', selector: 'h1', line: 10, zone: 'main' }],
  links: [link()],
  leads: [],
  canonical: null,
  breadcrumb: ['Accueil', 'Démarches', 'Passeport'],
  updated: {
    text: 'Mis à jour le 03/08/2026',
    date: '2026-08-03',
    selector: '#main p.fr-text--sm',
    line: 11,
    zone: 'main',
  },
  mentions: [
    {
      text: 'Accessibilité : partiellement conforme',
      level: 'partiellement',
      url: 'https://www.exemple.gouv.fr/Accessibilite',
      selector: 'footer a.fr-footer__bottom-link',
      line: 40,
      zone: 'footer',
    },
  ],
  statement: null,
  skipLinks: [
    {
      text: 'Contenu',
      fragment: 'main',
      hasTarget: true,
      selector: '.fr-skiplinks a',
      line: 3,
      zone: 'body',
    },
  ],
  navigation: {
    menu: {
      ...{ selector: '#menu', line: 5, zone: 'navigation', area: 'header', side: 'before' },
      entries: [
        { text: 'Actualités', url: 'https://www.exemple.gouv.fr/Actualites' },
        { text: 'Démarches', url: 'https://www.exemple.gouv.fr/Demarches' },
        { text: 'Publications', url: 'https://www.exemple.gouv.fr/Publications' },
      ],
    },
    searches: [
      {
        ...{ selector: '#header form', line: 4, zone: 'header', area: 'header', side: 'before' },
        ...{ before: ['prefecture'], after: ['menu'] },
      },
    ],
    sitemaps: [
      {
        ...{ selector: 'footer a', line: 39, zone: 'footer', area: 'footer', side: 'after' },
        ...{ before: ['prefecture'], after: ['accessibilite', 'mentions legales'] },
        url: 'https://www.exemple.gouv.fr/Plan-du-site',
      },
    ],
  },
  brand: {
    header: { text: 'Préfète de l’Exemple', selector: '#header .fr-logo', line: 4, zone: 'header' },
    footer: { text: 'Préfète de l’Exemple', selector: '#footer .fr-logo', line: 38, zone: 'footer' },
  },
  sheet: sheet(),
  views: [],
  passages: passages('Passeport', 'Mis à jour le 03/08/2026', 'Prenez rendez-vous à la préfecture.'),
  template: '0123456789abcdef',
  features: [],
  components: [],
  viewOf: null,
  content: content(),
};

function asPageCheck(check: Check): PageCheck {
  if (check.scope !== 'page') throw new TypeError(`${check.id} judges the whole site: use siteLine`);
  return check;
}

function asSiteCheck(check: Check): SiteCheck {
  if (check.scope !== 'site') throw new TypeError(`${check.id} judges one page: use verdictLine`);
  return check;
}

type Present = Parameters<PageCheck['judge']>[0];

/** The runner never shows a check facts it needs and has not; neither may a test. */
function present(check: PageCheck, facts: PageFacts): Present {
  if (facts[check.needs] === undefined)
    throw new TypeError(`${check.id} needs ${check.needs}: give it to page()`);
  return facts as Present;
}

function project(check: SiteCheck, pages: readonly PageFacts[], given: Settings): unknown[] {
  return pages.flatMap((facts) => {
    const projection = facts.html === undefined ? null : check.project({ ...facts, html: facts.html }, given);
    // As the runner keeps it.
    return projection === null ? [] : [JSON.parse(JSON.stringify(projection)) as unknown];
  });
}

function line(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return ['passed'];
  return (['failed', 'cantTell'] as const).flatMap((outcome) => {
    const codes = problems.filter((problem) => problem.outcome === outcome).map((problem) => problem.code);
    return codes.length === 0 ? [] : [outcome, ...codes];
  });
}
