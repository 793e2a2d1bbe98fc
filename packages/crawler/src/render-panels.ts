import type { AxeResult } from './axe-facts.ts';
import type { Pass } from './passes/pass.ts';
import { axeResults, type Judged } from './render-axe.ts';
import { describeNodes } from './render-node.ts';

/** Panels opened on a page. */
const MOST = 20;
/** Where opening one closes its neighbours, each round shows one more of them. */
const ROUNDS = 5;
/** No round begins that would not be over by then, in milliseconds. */
const PATIENCE = 2_000;
/** For a panel to open and to be still, in milliseconds. */
const SETTLE = 800;
/** On a larger page a single look of axe-core takes too long. */
const LARGE = 4_000;
/** Elements judged in one round. */
const HELD = 1_000;
/** Faults of the main run that are looked for in the panels. */
const KNOWN = 2_000;

/**
 * Rules that judge an element by itself. Those that judge the page say the same
 * whatever is open, and those that judge what is hidden too have judged it.
 */
export const PANEL_RULES: readonly string[] = [
  ...['image-alt', 'input-image-alt', 'role-img-alt', 'svg-img-alt', 'object-alt'],
  ...['link-name', 'button-name', 'input-button-name', 'summary-name'],
  ...['label', 'select-name', 'frame-title', 'autocomplete-valid', 'color-contrast'],
  ...['list', 'listitem', 'definition-list', 'dlitem'],
  ...['td-headers-attr', 'th-has-data-cells', 'empty-table-header'],
  ...['aria-allowed-attr', 'aria-conditional-attr', 'aria-deprecated-role', 'aria-prohibited-attr'],
  ...['aria-required-attr', 'aria-required-children', 'aria-required-parent', 'aria-roles'],
  ...['aria-valid-attr', 'aria-valid-attr-value', 'aria-command-name', 'aria-input-field-name'],
  ...['aria-toggle-field-name', 'aria-meter-name', 'aria-progressbar-name', 'aria-tooltip-name'],
];

/**
 * Opens the panels of the main part that the page itself opens, and gives what
 * axe-core finds in them that it had not seen: over what is hidden it passes.
 * They stay open, so that their faults can be shown.
 */
export const panels: Pass<readonly AxeResult[]> = async ({ page, call, evaluate, departures, axe }) => {
  if ((await call(begin, LARGE)) === 0) return undefined;
  const until = Date.now() + PATIENCE;
  const known = axe
    .filter(({ rule }) => PANEL_RULES.includes(rule))
    .flatMap(({ rule, nodes }) => nodes.map(({ selector }) => [rule, selector] as const))
    .filter(([, selector]) => selector !== '' && !selector.includes('>>>'))
    .slice(0, KNOWN);
  if (known.length > 0) await call(remember, known);
  // What is pointed at has other colours than those it has at rest.
  await page.mouse.move(0, 0);
  await departures();
  let found: readonly AxeResult[] = [];
  let took = 0;
  for (let round = 0; round < ROUNDS && Date.now() + took < until; round++) {
    const since = Date.now();
    if ((await call(open, { isFirst: round === 0, most: MOST, held: HELD, settle: SETTLE })) === 0) break;
    const violation = await evaluate<Judged['violation']>(JUDGE);
    // What a page shows as it leaves, or once it has asked something, is not what was in its panels.
    if ((await departures()).length > 0) break;
    found = withPanels(found, axeResults({ violation, incomplete: [] }));
    if (!(await call(isMore))) break;
    took = Date.now() - since;
  }
  return found;
};

/** What axe-core found, with what it finds in panels once open. */
export function withPanels(axe: readonly AxeResult[], panels: readonly AxeResult[]): AxeResult[] {
  const more = new Map(panels.map((result) => [result.rule, result]));
  const joined = axe.map((result) => {
    const own = result.outcome === 'violation' ? more.get(result.rule) : undefined;
    if (!own) return result;
    more.delete(result.rule);
    return { ...result, nodes: [...result.nodes, ...own.nodes] };
  });
  return [...joined, ...more.values()];
}

/** A closed panel and what opens it: a button, or the element itself for a `details`. */
interface Closed {
  readonly opener: HTMLElement;
  readonly panel: HTMLElement;
}

interface Panels {
  /** Faults that axe-core found before, by rule. */
  readonly known: Map<string, Set<Element>>;
  /** Judged, or not opened by what should. */
  readonly done: Set<Element>;
  readonly tried: Set<Element>;
  /** Open and still, to be judged, with their looks. */
  now: ReadonlyMap<HTMLElement, string>;
  closed: () => Closed[];
  lookOf: (panel: Element) => string;
}

declare global {
  /** Our own world of the page only. */
  var qaPanels: Panels;
}

/** Finds the closed panels, and says how many there are; none on a page that is too large. Runs inside the page. */
function begin(large: number): number {
  const BUTTONS = ':is(button,input[type=button],[role=button])[aria-expanded=false][aria-controls]';
  const OPENERS = `details:not([open]),${BUTTONS}`;
  if (!document.querySelector(OPENERS) || document.getElementsByTagName('*').length > large) return 0;
  const AWAY =
    'nav,header,footer,aside,dialog,search,menu,[popover],[aria-modal=true],[aria-hidden=true],[role=navigation],[role=banner],' +
    '[role=contentinfo],[role=complementary],[role=search],[role=dialog],[role=alertdialog],[role=menu],' +
    '[role=menubar],[role=toolbar],[role=listbox],[role=combobox],[role=tooltip],[role=tree],[role=grid],[role=tablist]';
  const CLASSES =
    /menu|navbar|(?:^|[\s_-])nav(?![a-z])|search|modal|dialog|pop-?(?:up|in)|tooltip|dropdown|cookie|consent/i;
  const IDS = /^(?:menu|nav|search|recherche|header|footer|modal|cookie)/i;
  const main = document.querySelector('main,[role=main]');
  const isContent = (element: Element): boolean => {
    if (main ? !main.contains(element) || element === main : element === document.body) return false;
    if (element.closest(AWAY)) return false;
    for (let up: Element | null = element; up && up !== main && up !== document.body; up = up.parentElement)
      if (CLASSES.test(up.getAttribute('class') ?? '') || IDS.test(up.id)) return false;
    return true;
  };
  const panelOf = (button: Element): HTMLElement | null => {
    if (button.matches(':disabled,[aria-disabled=true],[aria-haspopup],[popovertarget],[commandfor]'))
      return null;
    if (button.matches('a,area') && !/^#/.test(button.getAttribute('href') ?? '#')) return null;
    if (button instanceof HTMLButtonElement && button.form && button.type !== 'button') return null;
    const [id = ''] = (button.getAttribute('aria-controls') ?? '').trim().split(/\s+/);
    const panel = document.getElementById(id);
    return panel && !panel.contains(button) && isContent(button) ? panel : null;
  };
  globalThis.qaPanels = {
    ...{ known: new Map(), done: new Set(), tried: new Set(), now: new Map() },
    closed: () => {
      const { done } = globalThis.qaPanels;
      const found = new Map<Element, Closed>();
      for (const opener of document.querySelectorAll<HTMLElement>(OPENERS)) {
        const isDetails = opener instanceof HTMLDetailsElement;
        const panel = isDetails ? opener : panelOf(opener);
        if (!panel || done.has(panel) || found.has(panel) || !isContent(panel)) continue;
        if (!qa.isSeen(opener) || (!isDetails && qa.isSeen(panel))) continue;
        if (isDetails && !opener.querySelector(':scope > summary')) continue;
        if (panel.querySelector('input[type=search],[role=search],search')) continue;
        found.set(panel, { opener, panel });
      }
      return [...found.values()];
    },
    lookOf: (panel) => {
      const { width, height } = panel.getBoundingClientRect();
      const isMoving = panel.getAnimations({ subtree: true }).some(({ playState, effect }) => {
        const end = Number(effect?.getComputedTiming().endTime ?? 0);
        return playState === 'running' && Number.isFinite(end);
      });
      const looks = [width, height, isMoving ? performance.now() : ''];
      for (let up: Element | null = panel; up; up = up.parentElement) {
        const { opacity, visibility, filter, transform } = getComputedStyle(up);
        looks.push(opacity, visibility, filter, transform);
      }
      return `${looks.join()} ${panel.outerHTML.slice(0, 200_000)}`;
    },
  };
  return globalThis.qaPanels.closed().length;
}

/** Runs inside the page. */
function remember(faults: readonly (readonly [rule: string, selector: string])[]): void {
  const { known } = globalThis.qaPanels;
  for (const [rule, selector] of faults) {
    let element: Element | null = null;
    try {
      element = document.querySelector(selector);
    } catch {
      // A selector that axe wrote for another kind of tree.
    }
    if (element) known.set(rule, (known.get(rule) ?? new Set()).add(element));
  }
}

/** Opens some of the panels left, waits until they are still, and says how many are. Runs inside the page. */
async function open(how: {
  readonly isFirst: boolean;
  readonly most: number;
  readonly held: number;
  readonly settle: number;
}): Promise<number> {
  const { qaPanels } = globalThis;
  const { done, tried, closed, lookOf } = qaPanels;
  const STEP = 40;
  const STILL = 3;
  const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
  const isOpen = ({ opener, panel }: Closed): boolean =>
    opener === panel ? panel.hasAttribute('open') : qa.isSeen(panel);
  // One of each kind first, then the others.
  const kinds = new Set<string>();
  const groups = new Set<Element>();
  const all = closed();
  const isFirstOfKind = all.map(({ panel }) => {
    const kind = qp.componentOf(panel);
    return !kinds.has(kind) && Boolean(kinds.add(kind));
  });
  const sorted = [...all.filter((_, at) => isFirstOfKind[at]), ...all.filter((_, at) => !isFirstOfKind[at])];
  let held = 0;
  const chosen = sorted.filter(({ opener, panel }) => {
    const count = panel.getElementsByTagName('*').length;
    if (count > how.held) done.add(panel);
    if (held + count > how.held) return false;
    if (!tried.has(opener) && tried.size >= how.most) return false;
    // What closed as its neighbour opened is opened without its neighbours.
    const group = panel.parentElement?.parentElement ?? panel;
    if (!how.isFirst && groups.has(group)) return false;
    groups.add(group);
    held += count;
    tried.add(opener);
    return true;
  });
  const opened = new Set<Closed>();
  const note = (): void => {
    for (const one of chosen) if (isOpen(one)) opened.add(one);
  };
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  for (const one of chosen) {
    // One may have opened another.
    if (!one.opener.isConnected || isOpen(one)) continue;
    if (one.opener instanceof HTMLDetailsElement) one.opener.open = true;
    else one.opener.click();
    // What opens on the next frame would be closed by the next one before it is known to open.
    for (let frames = 0; frames < 2 && !isOpen(one); frames++)
      await Promise.race([new Promise((resolve) => requestAnimationFrame(resolve)), pause(STEP)]);
    note();
  }
  const until = performance.now() + how.settle;
  const looks = new Map<HTMLElement, string[]>();
  for (;;) {
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish();
    note();
    const shown = chosen.filter(isOpen).map(({ panel }) => panel);
    for (const panel of looks.keys()) if (!shown.includes(panel)) looks.delete(panel);
    for (const panel of shown) {
      const look = lookOf(panel);
      const before = looks.get(panel) ?? [];
      looks.set(panel, [...(before[0] === look ? before : []), look]);
    }
    const isStill = [...looks.values()].every(({ length }) => length >= STILL);
    if ((isStill && chosen.every((one) => opened.has(one))) || performance.now() > until) break;
    await pause(STEP);
  }
  const still = [...looks].filter(([panel, same]) => same.length >= STILL && qa.isSeen(panel));
  qaPanels.now = new Map(still.map(([panel, [look = '']]) => [panel, look]));
  for (const one of chosen) if (isOpen(one) || !opened.has(one)) done.add(one.panel);
  return qaPanels.now.size;
}

/** Whether panels are left to be opened. Runs inside the page. */
function isMore(): boolean {
  return globalThis.qaPanels.closed().length > 0;
}

/** Runs axe-core on the panels open now, and keeps what it had not found. Runs inside the page. */
async function judge(rules: readonly string[]): Promise<unknown[]> {
  interface Check {
    message: string;
  }
  interface Node {
    element?: Element;
    target: unknown;
    html: string;
    any: Check[];
    all: Check[];
    none: Check[];
  }
  interface Raw {
    id: string;
    impact: string | null;
    tags: string[];
    help: string;
    nodes: Node[];
  }
  const { axe } = globalThis as unknown as {
    axe: { teardown(): void; run(context: unknown, options: unknown): Promise<{ violations: Raw[] }> };
  };
  const { now, known, lookOf } = globalThis.qaPanels;
  axe.teardown();
  const { violations } = await axe.run(
    { include: [...now.keys()] },
    {
      runOnly: { type: 'rule', values: rules },
      resultTypes: ['violations'],
      ...{ elementRef: true, iframes: false, preload: false },
    },
  );
  const isOpaque = (panel: Element): boolean => {
    for (let up: Element | null = panel; up; up = up.parentElement) {
      const { opacity, filter } = getComputedStyle(up);
      if (opacity !== '1' || filter !== 'none') return false;
    }
    return !panel.matches(':hover');
  };
  // What has moved meanwhile is left.
  const still = [...now].filter(([panel, look]) => lookOf(panel) === look).map(([panel]) => panel);
  const opaque = new Set(still.filter(isOpaque));
  return violations.flatMap(({ id, impact, tags, help, nodes }) => {
    const kept = nodes.filter(({ element }) => {
      const panel = element && still.find((one) => one.contains(element));
      if (!panel || known.get(id)?.has(element)) return false;
      return id !== 'color-contrast' || opaque.has(panel);
    });
    const told = kept.map(({ target, html, any, all, none }) => ({
      ...{ target, html },
      summary: [...new Set([...any, ...all, ...none].map(({ message }) => message))].join(' ; '),
    }));
    return told.length > 0 ? [{ id, impact, tags, help, nodes: told }] : [];
  });
}

/** Expression that judges the panels open now. */
const JUDGE = `(async () => {
  const describe = ${describeNodes.toString()};
  return (await (${judge.toString()})(${JSON.stringify(PANEL_RULES)})).map((result) => {
    const places = describe(result.nodes.map(({ target }) => target.map((part) => [part].flat())));
    return { ...result, nodes: result.nodes.map((node, i) => ({ ...node, found: places[i] })) };
  });
})()`;
