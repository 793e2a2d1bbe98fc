import type { Framed, Shown } from './passes/pass.ts';
import type { SeenPlace } from './probes/kit.ts';
import { Left, type Tab } from './render-tab.ts';
import type { Worlds } from './render-worlds.ts';

/** Frames gone into, at most, and frames in frames. */
const MOST = 3;
const DEEP = 2;

/** What is told of a frame by the page that holds it. */
interface Met {
  readonly id: number;
  readonly at: SeenPlace;
  readonly name: string;
  /** Whether the keyboard stops beside it too. */
  readonly isAmong: boolean;
}

/**
 * The frames of a document into which the keyboard goes, each as a page of its
 * own. One process shows them all, so that one session sees those of other
 * sites too.
 */
export async function framesOf(tab: Tab, holder: Shown, refresh: string, depth = 1): Promise<Framed[]> {
  if (depth > DEEP) return [];
  const met = await holder.call(meetFrames, MOST);
  const found: Framed[] = [];
  for (const { id, at, name, isAmong } of met) {
    const worlds = await worldsOf(tab, holder, id);
    if (!worlds) continue;
    const shown: Shown = {
      ...within(tab, holder, id, worlds, refresh),
      leadsOut: isAmong || holder.leadsOut,
      frames: () => framesOf(tab, shown, refresh, depth + 1),
    };
    found.push({ at, name, whileThere, shown });
  }
  return found;
}

function within(
  tab: Tab,
  holder: Shown,
  id: number,
  { ours, own }: Required<Worlds>,
  refresh: string,
): Shown {
  const evaluate = <T>(expression: string): Promise<T> => tab.evaluateIn<T>(expression, ours);
  return {
    ...holder,
    ...{ evaluate, own },
    world: () => ours,
    call: (run, ...args) => evaluate(callOf(run, args)),
    evaluateAmong: (expression) => tab.evaluateIn(expression, own),
    refresh: async () => {
      await evaluate(refresh);
    },
    corner: async () => {
      const around = await holder.corner();
      const { x, y } = await holder.call(cornerOf, id);
      return { x: around.x + x, y: around.y + y };
    },
  };
}

/** Expression that calls a function with plain data. */
export function callOf(run: (...args: never[]) => unknown, args: readonly unknown[]): string {
  return `(${run.toString()})(${args.map((value) => JSON.stringify(value)).join(',')})`;
}

/** Both worlds of what a frame holds; `undefined` when it holds nothing, or left. */
function worldsOf(tab: Tab, holder: Shown, id: number): Promise<Required<Worlds> | undefined> {
  return whileThere(async () => {
    const { result } = await tab.session.send('Runtime.evaluate', {
      expression: `qa.at(${String(id)})`,
      contextId: holder.world(),
    });
    if (result.objectId === undefined) return undefined;
    const { objectId } = result;
    const { node } = await tab.session.send('DOM.describeNode', { objectId });
    await tab.session.send('Runtime.releaseObject', { objectId });
    const { ours, own } = tab.worldsOf(node.frameId ?? '') ?? {};
    return ours === undefined || own === undefined ? undefined : { ours, own };
  });
}

async function whileThere<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Left) return undefined;
    throw error;
  }
}

/** Frames shown, that the keyboard may go into. Runs inside the page. */
function meetFrames(max: number): Met[] {
  const STOPS = 'a[href],button,input,select,textarea,summary,iframe,[tabindex]';
  return qp
    .all('iframe', 30)
    .filter((frame) => qa.isTabbable(frame) && qa.isSeen(frame))
    .slice(0, max)
    .map((frame) => ({
      ...{ id: qa.keep(frame), at: qp.placeOf(frame), name: qp.nameOf(frame).slice(0, 100) },
      isAmong: qp.all(STOPS, 100).some((other) => other !== frame && qa.isTabbable(other)),
    }));
}

/** Where what a frame holds begins on the screen of its page. Runs inside the page. */
function cornerOf(id: number): { x: number; y: number } {
  const frame = qa.at(id);
  if (!frame) return { x: 0, y: 0 };
  const { left, top } = frame.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  return {
    x: left + frame.clientLeft + parseFloat(paddingLeft),
    y: top + frame.clientTop + parseFloat(paddingTop),
  };
}
