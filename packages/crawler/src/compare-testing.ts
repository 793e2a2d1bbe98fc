import { comparedAudit, type ComparedAudit, type Reference } from './compare-side.ts';
import { axe } from './checks/axe.ts';
import { deadLink } from './checks/dead-link.ts';
import { updateDate } from './checks/update-date.ts';
import type { AddressFacts, Facts, LinkTarget, PageFacts, RenderedFacts } from './facts.ts';
import { reportOf, type Report } from './report.ts';
import { runChecks } from './run-checks.ts';
import { link, page, rendered, settings, site } from './testing.ts';

export const HOME = 'https://www.exemple.gouv.fr';
const CHECKS = [axe, deadLink, updateDate];

/** One page of a small site: what is wrong with it, and what became of it. */
export interface SketchedPage {
  readonly path: string;
  /** It shows no date. */
  readonly isUndated?: boolean;
  /** Line of the source from which everything stands. */
  readonly line?: number;
  /** A text too pale, that only a browser sees; `sound` when it was opened and nothing is wrong. */
  readonly browser?: 'pale' | 'sound';
  /** Where it links to, and what became of that. */
  readonly links?: readonly (readonly [url: string, target: LinkTarget])[];
  readonly address?: Partial<AddressFacts>;
}

interface More {
  readonly campaign?: string;
  readonly addresses?: readonly AddressFacts[];
  readonly references?: readonly Reference[];
  readonly readWith?: string;
  readonly ignored?: Report['ignored'];
}

/** What the comparison keeps of an audit of these pages, or of its report. */
export function audited(given: readonly SketchedPage[] | Report, more: More = {}): ComparedAudit {
  return comparedAudit('defects' in given ? given : sketched(given, more), CHECKS);
}

/** An audit of these pages, judged by real checks. */
export function sketched(pages: readonly SketchedPage[], more: More = {}): Report {
  const { campaign = '2026-T3', addresses = [], ...rest } = more;
  const read = pages.filter(({ address }) => (address?.outcome ?? 'ok') === 'ok');
  const facts: Facts = {
    site: site({ address: HOME, campaign }),
    pages: () => read.map(factsOf),
    addresses: () => [...pages.map(addressOf), ...addresses],
  };
  const report = reportOf({
    facts,
    results: runChecks(facts, CHECKS, settings()),
    sample: { urls: read.filter(({ browser }) => browser).map(({ path }) => HOME + path), random: 0 },
    execution: {
      ...{ startedAt: '2026-08-24T09:00:00Z', endedAt: '2026-08-24T09:10:00Z', duration: 600 },
      ...{ requests: 10, host: 'poste', resumed: 0 },
      versions: { qualepref: '1', node: '24', chromium: '156', axe: '4' },
    },
    today: '2026-08-24',
  });
  return { ...report, ...rest };
}

/** One address that was asked, beside the pages. */
export function address(url: string, partial: Partial<AddressFacts> = {}): AddressFacts {
  return { url, kind: 'page', depth: 1, outcome: 'ok', status: 200, foundOn: [], ...partial };
}

function addressOf({ path, address: partial }: SketchedPage): AddressFacts {
  return address(HOME + path, { title: `Page ${path}`, ...partial });
}

function factsOf({ path, isUndated, line = 12, browser, links = [] }: SketchedPage): PageFacts {
  const shown: RenderedFacts | undefined = browser && rendered({ axe: browser === 'pale' ? [PALE] : [] });
  const updated = {
    text: 'Mis à jour le 01/11/2026',
    date: '2026-11-01',
    selector: 'p',
    zone: 'main',
  } as const;
  return page(
    {
      links: links.map(([url, target]) => link({ url, href: url, target, line })),
      updated: isUndated === true ? null : { ...updated, line },
    },
    { url: HOME + path, inSample: shown !== undefined, ...(shown ? { rendered: shown } : {}) },
  );
}

const PALE: RenderedFacts['axe'][number] = {
  ...{ rule: 'color-contrast', outcome: 'violation', impact: 'serious', help: 'Contraste' },
  tags: ['wcag2aa'],
  nodes: [
    {
      ...{ selector: '#main p.pale', zone: 'main', html: '<p class="pale">Texte</p>' },
      ...{ summary: 'Contraste de 2,1', component: 'main>p.pale' },
    },
  ],
};
