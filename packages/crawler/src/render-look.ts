import { channel } from 'node:diagnostics_channel';
import type { ContentFacts } from './content.ts';
import type { AxeResult } from './facts.ts';
import { makeKit } from './probes/kit.ts';
import { probes, type ProbeFacts } from './probes/index.ts';
import { snapshot } from './probes/snapshot.ts';
import { passes, type PassFacts } from './passes/index.ts';
import type { Pass, Shown } from './passes/pass.ts';
import { readRendered } from './read.ts';
import { within } from './deadline.ts';
import { Crashed, type Tab } from './render-tab.ts';

/** What our world of the page holds before its own scripts run; used once the page is there. */
export const KIT: string = `;globalThis.qpMake = ${makeKit.toString()};`;

/** One pass that hangs costs its own result, in milliseconds. */
const PASS = 8_000;

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
  return { html, seen, tell, took };
})()`;

interface Looked {
  readonly html: string | null;
  readonly seen: ProbeFacts;
  /** Errors of ours, by probe. */
  readonly tell: Readonly<Record<string, string>>;
  /** Milliseconds, by probe. */
  readonly took: Readonly<Record<string, number>>;
}

/** What probes and passes saw of a page, and what broke down. */
export interface LookFacts {
  readonly content?: ContentFacts;
  readonly probes?: ProbeFacts;
  /** Absent where none was tried. */
  readonly passes?: PassFacts;
  /** Probes and passes that broke down on this page, with the reason. */
  readonly broken?: Readonly<Record<string, string>>;
}

/**
 * Looks at the page that a tab shows.
 *
 * @param tries whether the passes, which take longer, are due too
 */
export async function lookAt(
  tab: Tab,
  url: string,
  axe: readonly AxeResult[],
  tries: boolean,
): Promise<LookFacts> {
  const { html, seen, tell, took } = await tab.evaluate<Looked>(LOOK);
  for (const [name, milliseconds] of Object.entries(took)) tellTime(name, milliseconds);
  const broken = { ...tell };
  const passed: Record<string, unknown> = {};
  for (const [name, pass] of tries ? Object.entries<Pass<unknown>>(passes) : []) {
    const since = performance.now();
    try {
      passed[name] = await within(pass(shownBy(tab, axe)), PASS);
    } catch (error) {
      if (error instanceof Crashed) throw error;
      broken[name] = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    }
    tellTime(name, performance.now() - since);
  }
  const since = performance.now();
  const content = html === null ? undefined : readRendered(html, url);
  tellTime('content', performance.now() - since);
  return {
    ...(content ? { content } : {}),
    probes: seen,
    ...(tries ? { passes: passed } : {}),
    ...(Object.keys(broken).length > 0 ? { broken } : {}),
  };
}

function shownBy(tab: Tab, axe: readonly AxeResult[]): Shown {
  const { page, session } = tab;
  const evaluate = <T>(expression: string): Promise<T> => tab.evaluate<T>(expression);
  return {
    page,
    session,
    axe,
    evaluate,
    call: (run, ...args) =>
      evaluate(`(${run.toString()})(${args.map((value) => JSON.stringify(value)).join(',')})`),
    refresh: async () => {
      await evaluate(REFRESH);
    },
  };
}
