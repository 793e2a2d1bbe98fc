import type { PageFacts, PageKind } from './facts.ts';
import type { Feature } from './read-features.ts';
import type { StatementFacts } from './read-statement.ts';
import { cut, fold } from './text.ts';
import { titleParts } from './title-words.ts';

/** Pages that a sample must hold where they exist. */
export const mandatoryNames = [
  'Accueil',
  'Contact',
  'Mentions légales',
  'Accessibilité',
  'Plan du site',
  'Aide',
  'Authentification',
] as const;
export type MandatoryName = (typeof mandatoryNames)[number];

/** What is kept of a page to choose the sample, and to say what was looked at. */
export interface SurveyRow {
  readonly url: string;
  readonly title: string;
  readonly kind: PageKind;
  readonly depth: number;
  /** First segment of its address. */
  readonly rubric: string;
  readonly template: string;
  readonly features: readonly Feature[];
  readonly isRendered: boolean;
  /** Criteria whose selector matched; absent when nobody looked. */
  readonly scopes?: readonly string[];
  /** A document that it leads to and that answers. */
  readonly document: string | null;
}

/** What the reading of every page gives to the RGAA report. */
export interface Survey {
  readonly rows: readonly SurveyRow[];
  /** Where most links of that name lead, among the pages read. */
  readonly named: ReadonlyMap<MandatoryName, string>;
  readonly statement: { readonly url: string; readonly said: StatementFacts } | null;
}

const TITLE_LENGTH = 120;
const LINKS: readonly (readonly [MandatoryName, RegExp])[] = [
  ['Contact', /^(?:nous |page )?contact(?:s|er|ez-nous)?\b/],
  ['Mentions légales', /^mentions? legales?/],
  ['Accessibilité', /^(?:declaration (?:d'|de conformite d'))?accessibilite/],
  ['Plan du site', /^(?:le )?plan (?:du|de) site/],
  ['Aide', /^(?:aide\b|foire aux questions|faq$)/],
  [
    'Authentification',
    /^(?:se connecter|connexion|s'identifier|identification|authentification|mon compte)\b/,
  ],
];

/** Sees each page once, as the checks do. */
export function surveyor(): { readonly watch: (page: PageFacts) => void; readonly survey: () => Survey } {
  const rows: SurveyRow[] = [];
  const led = new Map<MandatoryName, Map<string, number>>();
  let statement: Survey['statement'] = null;
  return {
    watch(page) {
      const { html, url } = page;
      if (!html || html.viewOf !== null) return;
      rows.push(rowOf(page, html));
      for (const link of html.links) {
        if (link.kind !== 'page' || link.url === null) continue;
        const text = fold(link.text);
        const name = LINKS.find(([, pattern]) => pattern.test(text))?.[0];
        if (name === undefined) continue;
        const counts = led.get(name) ?? new Map<string, number>();
        const end = link.target?.finalUrl ?? link.url;
        led.set(name, counts.set(end, (counts.get(end) ?? 0) + 1));
      }
      if (html.statement && html.statement.parts.length >= (statement?.said.parts.length ?? 0))
        statement = { url, said: html.statement };
    },
    survey: () => ({ rows, named: namedIn(rows, led), statement }),
  };
}

function rowOf({ url, depth, rendered }: PageFacts, html: NonNullable<PageFacts['html']>): SurveyRow {
  const heading = html.headings.find(({ level }) => level === 1)?.text ?? '';
  const document = html.links.find(
    ({ kind, target }) => kind === 'document' && (target?.outcome === 'ok' || target?.outcome === 'not_html'),
  );
  return {
    ...{ url, depth, kind: html.kind, template: html.template, features: html.features },
    title: cut(heading || (titleParts(html.title ?? '')[0] ?? ''), TITLE_LENGTH),
    rubric: (new URL(url).pathname.split('/')[1] ?? '').toLowerCase(),
    isRendered: rendered !== undefined,
    ...(rendered?.scopes === undefined ? {} : { scopes: rendered.scopes }),
    document: document?.url ?? null,
  };
}

function namedIn(
  rows: readonly SurveyRow[],
  led: ReadonlyMap<MandatoryName, ReadonlyMap<string, number>>,
): Map<MandatoryName, string> {
  const read = new Set(rows.map(({ url }) => url));
  const named = new Map<MandatoryName, string>();
  const ofKind = (kind: PageKind): string | undefined => rows.find((row) => row.kind === kind)?.url;
  const home = ofKind('home');
  if (home !== undefined) named.set('Accueil', home);
  for (const [name] of LINKS) {
    const [best] = [...(led.get(name) ?? [])]
      .filter(([url]) => read.has(url) && url !== home)
      .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
    if (best) named.set(name, best[0]);
  }
  // What kind a page is was told by its address and title too, or by the configuration.
  for (const [name, kind] of [
    ['Mentions légales', 'legal'],
    ['Accessibilité', 'accessibility'],
  ] as const) {
    const url = ofKind(kind);
    if (url !== undefined) named.set(name, url);
  }
  return named;
}
