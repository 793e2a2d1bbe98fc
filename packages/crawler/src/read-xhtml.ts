import { SaxesParser } from 'saxes';
import { MAX_ATTRIBUTES, MAX_DEPTH, MAX_ELEMENTS, MAX_RUN, type Excess } from './read-bounds.ts';
import {
  elementNode,
  parseTree,
  textNode,
  documentNode,
  type DocumentNode,
  type ElementNode,
} from './read-tree.ts';

/** Why a browser shows no page, or only the beginning of one with an error above it. */
export type XhtmlFault =
  | Excess
  /** Ill-formed. */
  | 'xml'
  /** It makes entities of its own, which may grow without end: not read. */
  | 'doctype'
  /** Its root is not that of a page. */
  | 'namespace';

const XHTML = 'http://www.w3.org/1999/xhtml';
/** Document types under which browsers know the entities of HTML; under any other, `&nbsp;` is a fault. */
const KNOWS_ENTITIES =
  /^\s*html\s+PUBLIC\s+["']-\/\/(?:W3C\/\/DTD (?:XHTML (?:1\.0 (?:Strict|Transitional|Frameset)|1\.1|Basic 1\.[01]|1\.1 plus MathML 2\.0(?: plus SVG 1\.1)?)|MathML 2\.0)|WAPFORUM\/\/DTD XHTML Mobile 1\.[0-2])\/\/EN["']/;

class Stop extends Error {}

/** Whether a page is served as XML: browsers then read it so, and one fault of writing is enough for an error. */
export function isXhtml(contentType: string | undefined): boolean {
  return /^\s*application\/xhtml\+xml\s*(?:;|$)/i.test(contentType ?? '');
}

/** What is wrong with a page served as XML, or `null`. */
export function xhtmlFault(text: string): XhtmlFault | null {
  return walk(text, { open: () => undefined, text: () => undefined, close: () => undefined });
}

/**
 * The tree of a page served as XML: a tag may close itself, nothing is left to
 * guess, and names have a case. Of an ill-formed one, what comes before the
 * fault. Bounded as HTML is.
 */
export function parseXhtml(text: string): DocumentNode {
  const root = documentNode();
  let parent: DocumentNode | ElementNode = root;
  walk(text, {
    open: (name, attributes, start) => {
      const node = elementNode(name, XHTML, attributes);
      node.start = start;
      node.parent = parent;
      parent.children.push(node);
      parent = node;
    },
    text: (data) => {
      const last = parent.children.at(-1);
      if (last?.nodeType === 3) last.data += data;
      else parent.children.push({ ...textNode(data), parent });
    },
    close: () => {
      parent = parent.parent ?? root;
    },
  });
  return root;
}

interface Builder {
  readonly open: (
    name: string,
    attributes: readonly { readonly name: string; readonly value: string }[],
    start: number,
  ) => void;
  readonly text: (data: string) => void;
  readonly close: () => void;
}

function walk(text: string, builder: Builder): XhtmlFault | null {
  let fault: XhtmlFault | null = null;
  let elements = 0;
  let depth = 0;
  let start = 0;
  let prefix = '';
  let run = 0;
  const parser = new SaxesParser({ xmlns: false });
  const stop = (why: XhtmlFault): never => {
    fault = why;
    throw new Stop();
  };
  const addText = (data: string): void => {
    if (depth === 0 || run >= MAX_RUN) return;
    builder.text(data.slice(0, MAX_RUN - run));
    run += data.length;
  };
  parser.on('error', () => stop('xml'));
  parser.on('doctype', (doctype) => {
    if (doctype.indexOf('<!ENTITY', doctype.indexOf('[')) >= 0) stop('doctype');
    if (KNOWS_ENTITIES.test(doctype)) parser.ENTITIES = withEntities(parser.ENTITIES);
  });
  parser.on('opentagstart', ({ name }) => {
    // Only its line is of use, and a name holds none.
    start = Math.max(0, parser.position - name.length - 1);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (depth === 0) {
      const colon = name.indexOf(':');
      prefix = colon < 0 ? '' : name.slice(0, colon + 1);
      const declared = attributes[colon < 0 ? 'xmlns' : `xmlns:${name.slice(0, colon)}`];
      if (declared !== XHTML || name.slice(prefix.length) !== 'html') stop('namespace');
    }
    elements += 1;
    depth += 1;
    if (elements > MAX_ELEMENTS) stop('elements');
    if (depth > MAX_DEPTH) stop('levels');
    run = 0;
    const written = Object.entries(attributes)
      .slice(0, MAX_ATTRIBUTES)
      .map(([key, value]) => ({ name: key, value: value.slice(0, MAX_RUN) }));
    const local = prefix !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name;
    builder.open(local, written, start);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    depth -= 1;
    run = 0;
    builder.close();
  });
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return fault;
}

/** Those of XML, and whatever HTML names: its parser knows them all. */
function withEntities(own: Record<string, string>): Record<string, string> {
  const known = new Map<string, string | undefined>(Object.entries(own));
  return new Proxy(own, {
    get(_, name) {
      if (typeof name !== 'string') return undefined;
      if (!known.has(name)) known.set(name, htmlEntity(name));
      return known.get(name);
    },
  });
}

function htmlEntity(name: string): string | undefined {
  if (!/^\w{1,40}$/.test(name)) return undefined;
  const written = `&${name};`;
  let text = '';
  const nodes = [...parseTree(written).children];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.nodeType === 3) text += node.data;
    else if (node.nodeType === 1) nodes.push(...node.children);
  }
  return text === written || text === '' ? undefined : text;
}
