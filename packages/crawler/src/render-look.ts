import { channel } from 'node:diagnostics_channel';
import { rgaa } from '@qualepref/core';
import type { ContentFacts } from './content.ts';
import type { AxeResult, RenderedFacts } from './facts.ts';
import { makeKit } from './probes/kit.ts';
import { probes, type ProbeFacts } from './probes/index.ts';
import { scopes } from './probes/scopes.ts';
import { snapshot } from './probes/snapshot.ts';
import { makeActs } from './passes/acts.ts';
import { passes, type PassFacts } from './passes/index.ts';
import type { Pass, Shown } from './passes/pass.ts';
import { showing } from './render-doors.ts';
import { readRendered } from './read.ts';
import { Late, whileHeard, type Clock } from './deadline.ts';
import type { SkipLinks } from './render-skip-link.ts';
import { Crashed, type Tab } from './render-tab.ts';
import { nestingFaults, type NestingFacts } from './validity.ts';

/** What our world of the page holds before its own scripts run; used once the page is there. */
export const KIT: string = `;globalThis.qpMake = ${makeKit.toString()};globalThis.qa = (${makeActs.toString()})();`;

/** A page that answers a pass nothing for so long hangs, in milliseconds. */
const SILENCE = 8_000;
/** Why a pass has nothing to say. */
const LATE = 'late';
/** On a very large page each takes long: what was seen already must not be lost for the rest. */
const ALL = 20_000;

/** Channel on which it is told how long each probe and pass took; nobody listens but our measures. */
export const LOOKS = 'qualepref:looks';

/** What is told of one. */
export interface LookTime {
  readonly name: string;
  readonly milliseconds: number;
}

const looks = channel(LOOKS);

function tellTime(name: string, milliseconds: number): void {
  if (looks.hasSubscribers) looks.publish({ name, milliseconds } satisfies LookTime);
}

const REFRESH = 'globalThis.qp = globalThis.qpMake(); true';

/** Selectors outside which a criterion of the RGAA is without object. */
const SCOPES = Object.fromEntries(
  rgaa.criteria.flatMap(({ id, scope }) => (scope ? [[id, scope]] : [])),
) as Record<string, string>;

/** Expression that looks at the page with every probe. */
const LOOK = `(async () => {
  const took = {};
  let since = performance.now();
  const lap = (name) => {
    took[name] = performance.now() - since;
    since = performance.now();
  };
  ${REFRESH};
  lap('kit');
  const seen = {};
  const tell = {};
  for (const [name, probe] of [${Object.entries<() => unknown>(probes)
    .map(([name, probe]) => `[${JSON.stringify(name)}, ${probe.toString()}]`)
    .join(',')}]) {
    try {
      seen[name] = await probe();
    } catch (error) {
      tell[name] = String(error);
    }
    lap(name);
  }
  let html = null;
  try {
    html = (${snapshot.toString()})();
  } catch (error) {
    tell.snapshot = String(error);
  }
  lap('snapshot');
  let met = null;
  try {
    met = (${scopes.toString()})(${JSON.stringify(SCOPES)});
  } catch (error) {
    tell.scopes = String(error);
  }
  lap('scopes');
  return { html, seen, met, tell, took };
})()`;

interface Looked {
  readonly html: string | null;
  readonly seen: ProbeFacts;
  readonly met: readonly string[] | null;
  /** Errors of ours, by probe. */
  readonly tell: Readonly<Record<string, string>>;
  /** Milliseconds, by probe. */
  readonly took: Readonly<Record<string, number>>;
}

/** What probes and passes saw of a page, and what broke down. */
export interface LookFacts {
  readonly content?: ContentFacts;
  /** Elements that stand where HTML does not allow them. */
  readonly nesting?: readonly NestingFacts[];
  readonly probes?: ProbeFacts;
  /** Absent where none was tried. */
  readonly passes?: PassFacts;
  /** Criteria of the RGAA whose scope holds something on the page; absent when nobody looked. */
  readonly scopes?: readonly string[];
  /** Probes and passes that broke down on this page, with the reason. */
  readonly broken?: Readonly<Record<string, string>>;
}

interface LookHow {
  readonly axe: readonly AxeResult[];
  readonly skipLinks: SkipLinks;
  /** Whether the passes, which take longer, are due too. */
  readonly tries: boolean;
  /** The time that the page has. */
  readonly clock: Pick<Clock, 'left'>;
}

/** Looks at the page that a tab shows. */
export async function lookAt(
  tab: Tab,
  url: string,
  { axe, skipLinks, tries, clock }: LookHow,
): Promise<LookFacts & Pick<RenderedFacts, 'skipLink'>> {
  // Where every page is opened, most of them cost what axe-core costs, and the keyboard's way in.
  if (!tries) {
    const { done } = await showing(tab, axe, REFRESH);
    try {
      return { skipLink: await skipLinks.read(tab) };
    } finally {
      await done();
    }
  }
  const { html, seen, met, tell, took } = await tab.evaluate<Looked>(LOOK);
  for (const [name, milliseconds] of Object.entries(took)) tellTime(name, milliseconds);
  const broken = { ...tell };
  // From the first key on, the page may lead elsewhere.
  const { shown, done } = await showing(tab, axe, REFRESH);
  let skipLink: RenderedFacts['skipLink'];
  let passed: PassFacts;
  try {
    skipLink = await skipLinks.read(tab);
    passed = await tryAll(tab, shown, broken, Math.min(ALL, clock.left / 2));
  } finally {
    await done();
  }
  const since = performance.now();
  const content = html === null ? undefined : readRendered(html, url);
  tellTime('content', performance.now() - since);
  return {
    ...(html === null || !content ? {} : { content, nesting: await nestingFaults(unmarked(html)) }),
    probes: seen,
    ...(met === null ? {} : { scopes: met }),
    passes: passed,
    skipLink,
    ...(Object.keys(broken).length > 0 ? { broken } : {}),
  };
}

/** What is known of a page whose time ran out before the probes were done. */
export function unseen(): LookFacts & Pick<RenderedFacts, 'skipLink'> {
  const names = [...Object.keys(probes), ...Object.keys(passes)];
  return { skipLink: null, broken: Object.fromEntries(names.map((name) => [name, LATE])) };
}

/** The snapshot as plain HTML. */
function unmarked(snapshot: string): string {
  return snapshot.replace(/ qp-(?:hidden|unseen|name|role|drawn|shadowed)="[^"]*"/g, '');
}

async function tryAll(
  tab: Tab,
  shown: Shown,
  broken: Record<string, string>,
  time: number,
): Promise<PassFacts> {
  const passed: Record<string, unknown> = {};
  const end = Date.now() + time;
  let isLate = false;
  for (const [name, pass] of Object.entries<Pass<unknown>>(passes)) {
    const most = end - Date.now();
    // A page that does not answer any more would hold each of the others as long.
    if (isLate || most <= 0) {
      broken[name] = LATE;
      continue;
    }
    const since = performance.now();
    try {
      const facts = await whileHeard(pass(shown), () => tab.answeredAt, { silence: SILENCE, most });
      if (facts !== undefined) passed[name] = facts;
    } catch (error) {
      if (error instanceof Crashed) throw error;
      broken[name] = reasonOf(error);
      isLate = error instanceof Late;
    }
    tellTime(name, performance.now() - since);
  }
  return passed;
}

function reasonOf(error: unknown): string {
  if (error instanceof Late) return LATE;
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
