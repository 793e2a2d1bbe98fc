import * as v from 'valibot';
import { QualeprefError } from './error.ts';

/** What is wrong with a value, and where. */
export interface ParseIssue {
  /** Keys and indexes from the root, for instance `['procedures', 0, 'page']`. */
  readonly path: readonly (string | number)[];
  readonly problem: 'missing' | 'unknown' | 'invalid';
  /** French, to follow the place: what was found, what was expected. */
  readonly message: string;
  /** Keys that could have stood in the place of an unknown one. */
  readonly known?: readonly string[];
}

type Parsed<Value> = { readonly value: Value } | { readonly issues: readonly ParseIssue[] };

/** Checks a value against a schema and fills in its defaults. All that is wrong is told at once. */
export function parse<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): Parsed<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, value, { abortPipeEarly: true });
  // valibot stops at the first unknown key and takes a list for a section: sections are judged here.
  const ofSections = [...sectionIssues(schema, value, [])];
  if (result.success && ofSections.length === 0) return { value: result.output };
  const ofValues = (result.issues ?? [])
    .filter((issue) => issue.type !== 'strict_object')
    .map((issue) =>
      valueIssue(
        (issue.path ?? []).map((item) => item.key as string | number),
        issue.input,
        issue.message,
      ),
    );
  return { issues: [...ofSections, ...ofValues] };
}

/**
 * As `parse`, for a value that a program hands over.
 *
 * @param name what is read, as it begins a French sentence: `catalogue des engagements`
 * @throws QualeprefError `code`; each line of the message names a path and what was expected there
 */
export function parsed<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  { code, name }: { readonly code: string; readonly name: string },
): v.InferOutput<Schema> {
  const result = parse(schema, value);
  if ('value' in result) return result.value;
  const lines = result.issues.map(({ path, message }) => {
    const place = path.length === 0 ? name : `${name}, ${path.join('.')}`;
    return `${place} : ${message}${/[.!?]$/.test(message) ? '' : '.'}`;
  });
  throw new QualeprefError(code, lines.join('\n'));
}

type Path = ParseIssue['path'];

/** What a walk through the schema needs of each of its nodes. */
interface Shape {
  readonly type: string;
  readonly message?: unknown;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly wrapped?: Shape;
  /** Of a variant: the key that tells its options apart. */
  readonly key?: unknown;
  readonly options?: unknown;
  readonly literal?: unknown;
}

const OPTIONAL: readonly string[] = ['optional', 'exact_optional', 'nullish'];

function* sectionIssues(shape: Shape, value: unknown, path: Path): Generator<ParseIssue> {
  const { type, entries, item, wrapped } = shape;
  if (type === 'nullish' && (value === null || value === undefined)) return;
  if (wrapped) yield* sectionIssues(wrapped, value, path);
  if (type === 'variant') {
    const option = optionOf(shape, value);
    if (option) yield* sectionIssues(option, value, path);
  }
  if (item && Array.isArray(value)) {
    for (const [at, each] of value.entries()) yield* sectionIssues(item, each, [...path, at]);
  }
  if (!entries) return;
  if (!isSection(value)) {
    yield valueIssue(path, value, String(shape.message));
    return;
  }
  const known = Object.keys(entries);
  for (const key of Object.keys(value)) {
    if (known.includes(key) || type !== 'strict_object') continue;
    yield { path: [...path, key], problem: 'unknown', message: `clé inconnue ${quote(key)}`, known };
  }
  for (const [key, entry] of Object.entries(entries)) {
    if (Object.hasOwn(value, key)) yield* sectionIssues(entry, value[key], [...path, key]);
    else if (!OPTIONAL.includes(entry.type))
      yield missing([...path, key], `il manque la clé ${quote(key)}`, String(entry.message));
  }
}

function optionOf({ key, options }: Shape, value: unknown): Shape | undefined {
  if (!isSection(value) || typeof key !== 'string' || !Array.isArray(options)) return undefined;
  return (options as readonly Shape[]).find(({ entries }) => entries?.[key]?.literal === value[key]);
}

function isSection(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueIssue(path: Path, value: unknown, expected: string): ParseIssue {
  if (value === null || value === undefined || value === '')
    return missing(path, `${nameOf(path)} est vide`, expected);
  const [what, form] = partsOf(expected);
  const wanted = form === undefined ? '' : ` Attendu\u00a0: ${form}.`;
  return { path, problem: 'invalid', message: `${found(value)} n’est pas ${what}.${wanted}` };
}

function missing(path: Path, what: string, expected: string): ParseIssue {
  const [kind, form = kind] = partsOf(expected);
  return { path, problem: 'missing', message: `${what}. Attendu\u00a0: ${form}.` };
}

function partsOf(expected: string): [what: string, form?: string] {
  const [what = expected, form] = expected.split(/[ \u00a0]: /);
  return form === undefined ? [what] : [what, form];
}

function nameOf(path: Path): string {
  const key = path.at(-1);
  if (key === undefined) return 'la configuration';
  return typeof key === 'string' ? quote(key) : 'cet élément de la liste';
}

function found(value: unknown): string {
  if (Array.isArray(value)) return 'une liste';
  if (typeof value === 'object') return 'une section';
  return quote((value as string | number | boolean).toString().replace(/\s+/gu, ' ').slice(0, 80));
}

function quote(text: string): string {
  return `«\u00a0${text}\u00a0»`;
}
