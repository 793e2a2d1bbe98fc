import { channel } from 'node:diagnostics_channel';
import { rgaa } from '@qualepref/core';
import type { ContentFacts } from './content.ts';
import type { AxeResult } from './axe-facts.ts';
import type { RenderedFacts } from './facts.ts';
import { makeKit } from './probes/kit.ts';
import { probes, type ProbeFacts } from './probes/index.ts';
import { scopes } from './probes/scopes.ts';
import { snapshot } from './probes/snapshot.ts';
import { makeActs } from './passes/acts.ts';
import { passes, type PassFacts } from './passes/index.ts';
import type { Pass } from './passes/pass.ts';
import { showing, type Showing } from './render-doors.ts';
import { readRendered } from './read.ts';
import { Late, whileHeard, within, type Clock } from './deadline.ts';
import { panels, withPanels } from './render-panels.ts';
import type { SkipLinks } from './render-skip-link.ts';
import { Crashed, Left, type Tab } from './render-tab.ts';
import { nestingFaults, type NestingFacts } from './validity.ts';

/** What our world of the page holds before its own scripts run; used once the page is there. */
export const KIT: string = `;globalThis.qpMake = ${makeKit.toString()};globalThis.qa = (${makeActs.toString()})();`;

/** A page that answers a pass nothing for so long hangs, in milliseconds. */
const SILENCE = 8_000;
/** Why a pass has nothing to say. */
const LATE = 'late';
/** The page was left for another one while it was being tried. */
const LEFT = 'left';
/** Times that a page is opened again: one that leaves whatever is tried has little more to show. */
const REOPENED = 2;
/** For a page to say that it is still there, in milliseconds. */
const BACK = 1_000;
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
  /** Opens the page again, as it stood before anything was tried. */
  readonly reopen: () => Promise<void>;
}

/** Looks at the page that a tab shows. */
export async function lookAt(
  tab: Tab,
  url: string,
  how: LookHow,
): Promise<LookFacts & Pick<RenderedFacts, 'skipLink' | 'axe'>> {
  // Where every page is opened, most of them cost what axe-core costs, and the keyboard's way in.
  if (!how.tries) return skipLinkAlone(tab, how);
  const { html, seen, met, tell, took } = await tab.evaluate<Looked>(LOOK);
  for (const [name, milliseconds] of Object.entries(took)) tellTime(name, milliseconds);
  const broken = { ...tell };
  // From the first key on, the page may lead elsewhere.
  const {
    skipLink,
    panels: found,
    passed,
  } = await tryAll(tab, how, broken, Math.min(ALL, how.clock.left / 2));
  const since = performance.now();
  const content = html === null ? undefined : readRendered(html, url);
  tellTime('content', performance.now() - since);
  return {
    ...(html === null || !content ? {} : { content, nesting: await nestingFaults(unmarked(html)) }),
    probes: seen,
    ...(met === null ? {} : { scopes: met }),
    passes: passed,
    skipLink,
    axe: withPanels(how.axe, found),
    ...(Object.keys(broken).length > 0 ? { broken } : {}),
  };
}

/** A page that leaves as the keyboard comes in is as judged as it was. */
async function skipLinkAlone(
  tab: Tab,
  { axe, skipLinks }: LookHow,
): Promise<Awaited<ReturnType<typeof lookAt>>> {
  const { done } = await showing(tab, axe, REFRESH);
  try {
    return { skipLink: await skipLinks.read(tab), axe };
  } catch (error) {
    if (!(error instanceof Left)) throw error;
    tab.spend();
    return { skipLink: null, axe, broken: { skipLink: LEFT } };
  } finally {
    await done();
  }
}

/** What is known of a page whose time ran out before the probes were done. */
export function unseen(axe: readonly AxeResult[]): LookFacts & Pick<RenderedFacts, 'skipLink' | 'axe'> {
  const names = [...Object.keys(probes), ...Object.keys(passes), 'panels'];
  return { skipLink: null, axe, broken: Object.fromEntries(names.map((name) => [name, LATE])) };
}

/** The snapshot as plain HTML. */
function unmarked(snapshot: string): string {
  return snapshot.replace(/ qp-(?:hidden|unseen|name|role|drawn|shadowed)="[^"]*"/g, '');
}

/** What is tried beside the passes. */
interface Tried {
  readonly skipLink: RenderedFacts['skipLink'];
  /** What axe-core finds in the panels that were closed. */
  readonly panels: readonly AxeResult[];
}

/**
 * Tries all that can be tried, each on the page as it is: one that left
 * meanwhile, whatever its doors, is opened again for the others.
 */
async function tryAll(
  tab: Tab,
  { axe, skipLinks, reopen }: LookHow,
  broken: Record<string, string>,
  time: number,
): Promise<Tried & { readonly passed: PassFacts }> {
  const found: Record<string, unknown> = {};
  const end = Date.now() + time;
  let left = REOPENED;
  /** Why nothing more is tried. */
  let over: string | undefined;
  let doors = await showing(tab, axe, REFRESH);
  const again = async (): Promise<void> => {
    await doors.done();
    await reopen();
    doors = await showing(tab, axe, REFRESH);
    await doors.shown.refresh();
    // Who hears what was known of the page that left.
    await passes.listeners(doors.shown);
  };
  const tried: readonly (readonly [string, Pass<unknown>])[] = [
    ['skipLink', () => skipLinks.read(tab)],
    ...Object.entries<Pass<unknown>>(passes),
    // After all others, which judge the page as it is closed.
    ['panels', panels],
  ];
  try {
    for (const [name, pass] of tried) {
      const most = end - Date.now();
      // A page that does not answer any more would hold each of the others as long.
      if (most <= 0) over ??= LATE;
      if (over !== undefined) {
        broken[name] = over;
        continue;
      }
      const since = performance.now();
      const work = async (): Promise<unknown> => {
        // Where an earlier pass led within the page is no place to go back to.
        await tab.session.send('Page.resetNavigationHistory');
        const facts = await pass(doors.shown);
        // What was seen of another page is not told of this one.
        if (!(await doors.isThere())) throw new Left();
        return facts;
      };
      try {
        const facts = await whileHeard(work(), () => tab.answeredAt, { silence: SILENCE, most });
        if (facts !== undefined) found[name] = facts;
      } catch (error) {
        if (error instanceof Crashed) throw error;
        broken[name] = reasonOf(error);
        if (error instanceof Late) over = LATE;
        else if (await hasLeft(doors)) {
          broken[name] = LEFT;
          if (left-- === 0 || !(await isBack(again, end - Date.now()))) {
            over = LEFT;
            // Nobody takes a picture of what stands there now.
            tab.spend();
          }
        }
      }
      tellTime(name, performance.now() - since);
    }
  } finally {
    await doors.done();
  }
  const { skipLink = null, panels: opened = [], ...passed } = found as Partial<Tried> & PassFacts;
  return { skipLink, panels: opened, passed };
}

/** One that does not answer is not known to have left. */
async function hasLeft({ isThere }: Showing): Promise<boolean> {
  try {
    return !(await within(isThere(), BACK));
  } catch (error) {
    if (error instanceof Crashed) throw error;
    return error instanceof Left;
  }
}

/** Whether a page that left could be opened again. */
async function isBack(again: () => Promise<void>, most: number): Promise<boolean> {
  try {
    await within(again(), Math.max(0, most));
    return true;
  } catch (error) {
    if (error instanceof Crashed) throw error;
    return false;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Late) return LATE;
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
