import type { Pass } from './pass.ts';

/** Who hears what on the page. */
export interface ListenersFacts {
  /** Types of events that elements hear, with the number of elements. */
  readonly elements: Readonly<Record<string, number>>;
  /** Types that the window or the document hears. */
  readonly page: readonly string[];
}

/** Elements named at most. */
const MAX = 300;

/**
 * Asks the browser which elements have listeners, so that the other passes know
 * what can be tried. The page can't tell, and nothing of it is changed.
 */
export const listeners: Pass<ListenersFacts> = async ({ session, world, own, call }) => {
  const group = 'qualepref';
  const objectOf = async (expression: string): Promise<string | undefined> =>
    (
      await session.send('Runtime.evaluate', {
        ...{ expression, objectGroup: group },
        ...(own === undefined ? {} : { contextId: own }),
      })
    ).result.objectId;
  const heardBy = async (objectId: string | undefined, depth: number) =>
    objectId === undefined
      ? []
      : (await session.send('DOMDebugger.getEventListeners', { objectId, depth })).listeners;
  try {
    const onWindow = await heardBy(await objectOf('window'), 1);
    const onNodes = await heardBy(await objectOf('document'), -1);
    const root = await heardBy(await objectOf('document'), 1);
    const document = root[0]?.backendNodeId;
    const sourceOf = ({ handler }: (typeof onNodes)[number]): string =>
      (handler?.description ?? '').slice(0, 2_000);
    const byNode = new Map<number, Record<string, string>>();
    const page: Record<string, string> = {};
    const add = (into: Record<string, string>, one: (typeof onNodes)[number]): void => {
      into[one.type] = `${into[one.type] ?? ''}${sourceOf(one)}\n`.slice(0, 4_000);
    };
    for (const one of [...onWindow, ...onNodes]) {
      const node = one.backendNodeId;
      if (node === undefined || node === 0 || node === document) {
        add(page, one);
        continue;
      }
      const known = byNode.get(node);
      if (!known && byNode.size >= MAX) continue;
      const sources = known ?? {};
      add(sources, one);
      byNode.set(node, sources);
    }
    const executionContextId = world();
    const objects = await Promise.all(
      [...byNode.keys()].map((backendNodeId) =>
        session
          .send('DOM.resolveNode', { backendNodeId, executionContextId, objectGroup: group })
          .then(({ object }) => object.objectId),
      ),
    );
    await session.send('Runtime.callFunctionOn', {
      executionContextId,
      functionDeclaration: hold.toString(),
      arguments: [
        { value: page },
        { value: [...byNode.values()] },
        ...objects.map((objectId) => (objectId === undefined ? { value: null } : { objectId })),
      ],
    });
    return await call(summary);
  } finally {
    await session.send('Runtime.releaseObjectGroup', { objectGroup: group });
  }
};

/** Runs inside the page. */
function hold(
  page: Record<string, string>,
  sources: Record<string, string>[],
  ...nodes: (Node | null)[]
): void {
  qa.page = page;
  qa.heard = nodes.flatMap((node, index) =>
    node instanceof Element && node.isConnected ? [{ element: node, sources: sources[index] ?? {} }] : [],
  );
}

/** Runs inside the page. */
function summary(): ListenersFacts {
  const elements: Record<string, number> = {};
  for (const { sources } of qa.heard)
    for (const type of Object.keys(sources)) elements[type] = (elements[type] ?? 0) + 1;
  return { elements, page: Object.keys(qa.page).sort() };
}
