import type { ContentFacts } from './content.ts';
import { makeKit } from './probes/kit.ts';
import { probes, type ProbeFacts } from './probes/index.ts';
import { snapshot } from './probes/snapshot.ts';
import { makeActs } from './passes/acts.ts';
import { passes, type PassFacts } from './passes/index.ts';
import type { Pass, Shown } from './passes/pass.ts';
import type { RenderedFacts } from './facts.ts';
import { readSkipLink } from './render-probes.ts';
import { showing } from './render-doors.ts';
import { readRendered } from './read.ts';
import { Late, within } from './deadline.ts';
import { Crashed, type Tab } from './render-tab.ts';

/** What our world of the page holds before its own scripts run; used once the page is there. */
export const KIT: string = `;globalThis.qpMake = ${makeKit.toString()};globalThis.qa = (${makeActs.toString()})();`;

/** One pass that hangs costs its own result, in milliseconds. */
const PASS = 8_000;
/** On a very large page each takes long: what was seen already must not be lost for the rest. */
const ALL = 15_000;

const REFRESH = 'globalThis.qp = globalThis.qpMake(); true';

/** Expression that looks at the page with every probe. */
const LOOK = `(async () => {
  ${REFRESH};
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
  }
  let html = null;
  try {
    html = (${snapshot.toString()})();
  } catch (error) {
    tell.snapshot = String(error);
  }
  return { html, seen, tell };
})()`;

interface Looked {
  readonly html: string | null;
  readonly seen: ProbeFacts;
  /** Errors of ours, by probe. */
  readonly tell: Readonly<Record<string, string>>;
}

/** What probes and passes saw of a page, and what broke down. */
export interface LookFacts {
  readonly content?: ContentFacts;
  readonly probes?: ProbeFacts;
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
  tries: boolean,
): Promise<LookFacts & Pick<RenderedFacts, 'skipLink'>> {
  const { html, seen, tell } = await tab.evaluate<Looked>(LOOK);
  const broken = { ...tell };
  // From the first key on, the page may lead elsewhere.
  const { shown, done } = await showing(tab, REFRESH);
  let skipLink: RenderedFacts['skipLink'];
  let passed: PassFacts = {};
  try {
    skipLink = await readSkipLink(tab.page.keyboard, shown.evaluate);
    if (tries) passed = await tryAll(shown, broken);
  } finally {
    await done();
  }
  return {
    ...(html === null ? {} : { content: readRendered(html, url) }),
    probes: seen,
    passes: passed,
    skipLink,
    ...(Object.keys(broken).length > 0 ? { broken } : {}),
  };
}

async function tryAll(shown: Shown, broken: Record<string, string>): Promise<PassFacts> {
  const passed: Record<string, unknown> = {};
  const end = Date.now() + ALL;
  for (const [name, pass] of Object.entries<Pass<unknown>>(passes)) {
    const left = Math.min(PASS, end - Date.now());
    if (left <= 0) break;
    try {
      const facts = await within(pass(shown), left);
      if (facts !== undefined) passed[name] = facts;
    } catch (error) {
      if (error instanceof Crashed) throw error;
      broken[name] = reasonOf(error);
      // A page that does not answer any more would hold each of the others as long.
      if (error instanceof Late) break;
    }
  }
  return passed;
}

function reasonOf(error: unknown): string {
  if (error instanceof Late) return 'late';
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
