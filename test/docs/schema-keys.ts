/** What the documentation says of one key of a format. */
export interface SchemaKey {
  /** `site.address`, `sites[].hours[].from`. */
  readonly path: string;
  readonly type: string;
  readonly isRequired: boolean;
  /** What the schema answers to a wrong value. */
  readonly expected?: string;
  /** Its description, where it has one. */
  readonly told?: string;
  readonly preset?: unknown;
}

/** What this page needs to know of a schema of valibot. */
interface Node {
  readonly type: string;
  readonly default?: unknown;
  readonly wrapped?: Node;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly value?: Node;
  readonly options?: readonly (string | number | Node)[];
  readonly literal?: unknown;
  readonly message?: unknown;
  readonly pipe?: readonly {
    readonly type: string;
    readonly message?: unknown;
    readonly description?: unknown;
  }[];
}

/** Every key of a schema, in its order, those of what it holds after it; a text in two languages is one value. */
export function keysOf(schema: object, path = ''): SchemaKey[] {
  const { entries = {} } = schema as Node;
  return Object.entries(entries).flatMap(([name, entry]) =>
    keyAndBelow(entry, path === '' ? name : `${path}.${name}`),
  );
}

function keyAndBelow(entry: Node, path: string): SchemaKey[] {
  const { inner, isRequired, preset } = unwrapped(entry);
  const expected = expectedOf(inner);
  const told = inner.pipe?.find(({ type }) => type === 'description')?.description;
  const key = {
    ...{ path, type: typeOf(inner), isRequired },
    ...(expected === undefined ? {} : { expected }),
    ...(typeof told === 'string' ? { told } : {}),
    ...(preset === undefined ? {} : { preset }),
  };
  return [key, ...below(inner, path)];
}

function below(schema: Node, path: string): SchemaKey[] {
  if (isPublicText(schema)) return [];
  if (schema.entries) return keysOf(schema, path);
  if (schema.item) return below(unwrapped(schema.item).inner, `${path}[]`);
  if (schema.type === 'union' || schema.type === 'variant')
    return (schema.options ?? []).flatMap((option) =>
      typeof option === 'object' ? below(option, path) : [],
    );
  return [];
}

function unwrapped(entry: Node): { inner: Node; isRequired: boolean; preset?: unknown } {
  let inner = entry;
  let isRequired = true;
  let preset: unknown;
  while (inner.wrapped) {
    if (inner.type !== 'nullable') isRequired = false;
    preset ??= typeof inner.default === 'function' ? (inner.default as () => unknown)() : inner.default;
    inner = inner.wrapped;
  }
  return { inner, isRequired, preset };
}

function typeOf(schema: Node): string {
  const { type, options = [], literal, item, entries } = schema;
  if (type === 'literal') return JSON.stringify(literal);
  if (type === 'picklist') return options.map((option) => JSON.stringify(option)).join(' | ');
  if (item) return listOf(typeOf(unwrapped(item).inner));
  if (isPublicText(schema)) return '{ fr, en }';
  if (entries) return 'object';
  if (type === 'record') return 'object';
  if (type === 'union' || type === 'variant')
    return [...new Set(options.map((option) => typeOf(option as Node)))].join(' | ');
  return type;
}

function isPublicText({ entries = {} }: Node): boolean {
  return Object.keys(entries).join() === 'fr,en';
}

/** Of several steps that may refuse a value, the last one says the most. */
function expectedOf(schema: Node): string | undefined {
  if (schema.entries) return undefined;
  const messages = [schema, ...(schema.pipe ?? [])].map(({ message }) => message);
  return messages.findLast((message) => typeof message === 'string');
}

function listOf(type: string): string {
  return type.includes(' | ') ? `(${type})[]` : `${type}[]`;
}
