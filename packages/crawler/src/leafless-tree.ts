/** A page address, as far as it is known. */
export interface KnownPage {
  readonly url: string;
  /** Shape of the address. */
  readonly pattern: string;
  /** Whether it was read, and stored with all of its depth. */
  readonly isRead: boolean;
}

/** A part of the site below one address, of which every page read has others below it. */
export interface LeaflessTree {
  /** Beginning of its addresses, with a last slash. */
  readonly root: string;
  /** Whether it is the whole site. */
  readonly isWhole: boolean;
  /** Pages of it that were read. */
  readonly read: readonly string[];
  /** Levels below its root on which pages were read. */
  readonly levels: number;
}

/**
 * Pages read before a tree is doubted: rubrics have sub-rubrics, and of thirty
 * pages one at least is where somebody arrives. A proposal of this project.
 */
export const FEW = 30;
/** Levels without an end after which there is none: rubrics of the deepest sites are five below one another. A proposal of this project. */
export const ENDLESS_LEVELS = 6;

interface Node {
  readonly path: string;
  readonly children: Map<string, Node>;
  /** As it was read; absent of what was not. */
  url?: string;
}

interface Sum {
  readonly hasLeaf: boolean;
  readonly read: readonly string[];
  /** One bit a level. */
  readonly levels: number;
}

/**
 * The parts of a site that only ever lead further down, topmost first. An honest
 * one has leaves: what is read in it soon holds a page with nothing below. One
 * bred by links that start from the page they are on has none, however wide or
 * varied. Addresses with figures, codes or a query have their own budget
 * (`trap.ts`): they neither make a tree nor end one.
 */
export function leaflessTrees(pages: Iterable<KnownPage>): LeaflessTree[] {
  const origins = new Map<string, Node>();
  let known = 0;
  for (const { url, pattern, isRead } of pages) {
    if (/[#*…?]/.test(pattern)) continue;
    if (isRead) known += 1;
    const { origin, pathname } = new URL(url);
    let node = childOf(origins, origin, `${origin}/`);
    for (const segment of pathname.split('/'))
      if (segment !== '') node = childOf(node.children, segment, `${node.path}${segment}/`);
    if (isRead) node.url = url;
  }
  if (known < FEW) return [];
  const found: LeaflessTree[] = [];
  const sums = new Map<Node, Sum>();
  for (const top of origins.values()) sumOf(top, sums);
  const look = (node: Node, isWhole: boolean): void => {
    const sum = sums.get(node);
    if (!sum || sum.read.length < FEW) return;
    if (!sum.hasLeaf) found.push({ root: node.path, isWhole, read: sum.read, levels: bitsOf(sum.levels) });
    // What is below the whole site is told of by itself too: the site goes on without it.
    if (sum.hasLeaf || isWhole) for (const child of node.children.values()) look(child, false);
  };
  for (const top of origins.values()) look(top, true);
  return found;
}

function childOf(among: Map<string, Node>, key: string, path: string): Node {
  const known = among.get(key);
  if (known) return known;
  const made: Node = { path, children: new Map() };
  among.set(key, made);
  return made;
}

/** Of what is below a node. Addresses have at most so many segments that it goes no deeper than that. */
function sumOf(node: Node, sums: Map<Node, Sum>): Sum {
  let hasLeaf = false;
  let levels = 0;
  const read: string[] = [];
  const deeper: (readonly string[])[] = [];
  for (const child of node.children.values()) {
    const below = sumOf(child, sums);
    const isRead = child.url !== undefined;
    hasLeaf ||= below.hasLeaf || (isRead && child.children.size === 0);
    levels |= (below.levels << 1) | Number(isRead);
    if (child.url !== undefined) read.push(child.url);
    deeper.push(below.read);
  }
  const sum = { hasLeaf, levels, read: [...read, ...deeper.flat()] };
  sums.set(node, sum);
  return sum;
}

function bitsOf(levels: number): number {
  return (levels >>> 0).toString(2).replaceAll('0', '').length;
}
