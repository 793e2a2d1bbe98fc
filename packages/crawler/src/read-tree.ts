import { load, type CheerioOptions } from 'cheerio';

/** What the parser makes of a page: no more than facts are read from. */
export type Node = ElementNode | TextNode | CommentNode | DocumentNode;

/** An element, the document, or the content of a template. */
type ParentNode = ElementNode | DocumentNode;

export interface ElementNode {
  readonly nodeType: 1;
  readonly children: Node[];
  parent: ParentNode | null;
  /** Lower case, but for SVG's own names. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Attributes;
  /** Attributes that only a snapshot brings, under their names; `NONE` without any. */
  marks: Attributes;
  /** As the parser compares them. */
  readonly written: readonly Attribute[];
  /** Where its start tag stands in the source; `null` for what the parser adds. */
  start: number | null;
}

export interface TextNode {
  readonly nodeType: 3;
  data: string;
  parent: ParentNode | null;
}

interface CommentNode {
  readonly nodeType: 8;
  parent: ParentNode | null;
}

export interface DocumentNode {
  readonly nodeType: 9;
  /** How cheerio knows a node. */
  readonly type: 'root';
  children: Node[];
  parent: ParentNode | null;
}

type Attributes = Record<string, string | undefined>;

interface Attribute {
  readonly name: string;
  readonly value: string;
}

/** What a snapshot of a page says of an element, beside the attributes of the page. */
const MARK = 'qp-';

/** Without a prototype, so that a page may name an attribute as it likes, and yet as fast as an object that has one. */
const AttributeBag = function () {
  // Filled by whoever makes it.
} as unknown as new () => Attributes;
AttributeBag.prototype = Object.create(null) as object;

const NONE: Attributes = new AttributeBag();

/**
 * Reads HTML as browsers do. cheerio’s own tree holds three dictionaries and
 * both neighbours of each element, and where each node ends: as much work as the
 * parsing itself, for what nobody asks.
 */
export function parseTree(html: string): DocumentNode {
  const root = documentNode();
  const createDocument = (): DocumentNode => root;
  const treeAdapter = { ...ADAPTER, createDocument } as unknown as CheerioOptions['treeAdapter'] & object;
  load(html, { treeAdapter, sourceCodeLocationInfo: true, scriptingEnabled: false });
  return root;
}

/** An empty document. */
export function documentNode(): DocumentNode {
  return { nodeType: 9, type: 'root', children: [], parent: null };
}

/** What parse5 asks of a tree. */
const ADAPTER = {
  createDocumentFragment: documentNode,
  createElement: elementNode,
  createCommentNode: (): CommentNode => ({ nodeType: 8, parent: null }),
  createTextNode: textNode,
  appendChild: append,
  insertBefore,
  setTemplateContent: append,
  getTemplateContent: (template: ParentNode) => template.children[0],
  setDocumentType: () => undefined,
  setDocumentMode(document: DocumentNode & { mode?: string }, mode: string) {
    document.mode = mode;
  },
  getDocumentMode: ({ mode }: { mode?: string }) => mode,
  detachNode(node: Node) {
    const { parent } = node;
    parent?.children.splice(parent.children.indexOf(node), 1);
    node.parent = null;
  },
  insertText(parent: ParentNode, text: string) {
    addText(parent, parent.children.at(-1), text, () => {
      append(parent, textNode(text));
    });
  },
  insertTextBefore(parent: ParentNode, text: string, next: Node) {
    addText(parent, parent.children[parent.children.indexOf(next) - 1], text, () => {
      insertBefore(parent, textNode(text), next);
    });
  },
  adoptAttributes: adopt,
  getFirstChild: ({ children }: ParentNode) => children[0],
  getChildNodes: ({ children }: ParentNode) => children,
  getParentNode: ({ parent }: Node) => parent,
  getAttrList: ({ written }: ElementNode) => written,
  getTagName: ({ name }: ElementNode) => name,
  getNamespaceURI: ({ namespace }: ElementNode) => namespace,
  isTextNode: ({ nodeType }: Node) => nodeType === 3,
  isCommentNode: ({ nodeType }: Node) => nodeType === 8,
  isElementNode: ({ nodeType }: Node) => nodeType === 1,
  isDocumentTypeNode: () => false,
  setNodeSourceCodeLocation(node: Node, location: { readonly startOffset: number } | null) {
    if (node.nodeType === 1 && location) node.start = location.startOffset;
  },
  // Where it ends is nobody's question: parse5 works it out for what has a beginning.
  getNodeSourceCodeLocation: () => null,
  updateNodeSourceCodeLocation: () => undefined,
};

/** Of two attributes of one name, the first. */
function adopt(node: ElementNode, written: readonly Attribute[]): void {
  for (const { name, value } of written) {
    if (name.startsWith(MARK)) {
      if (node.marks === NONE) node.marks = new AttributeBag();
      node.marks[name] ??= value;
    } else node.attributes[name] ??= value;
  }
}

/** An element that nothing holds yet. */
export function elementNode(name: string, namespace: string, written: readonly Attribute[]): ElementNode {
  const node: ElementNode = {
    nodeType: 1,
    name,
    namespace,
    attributes: new AttributeBag(),
    marks: NONE,
    written,
    children: [],
    parent: null,
    start: null,
  };
  adopt(node, written);
  return node;
}

/** A text that nothing holds yet. */
export function textNode(data: string): TextNode {
  return { nodeType: 3, data, parent: null };
}

function append(parent: ParentNode, node: Node): void {
  parent.children.push(node);
  node.parent = parent;
}

function insertBefore(parent: ParentNode, node: Node, next: Node): void {
  parent.children.splice(parent.children.indexOf(next), 0, node);
  node.parent = parent;
}

/** Text that follows text is one with it. */
function addText(parent: ParentNode, before: Node | undefined, text: string, otherwise: () => void): void {
  if (before?.nodeType === 3) before.data += text;
  else otherwise();
}
