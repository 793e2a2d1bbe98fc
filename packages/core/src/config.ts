import * as v from 'valibot';
import { QualeprefError } from './error.ts';

/**
 * Messages say in French what a value must be, then after a colon how it is
 * written: « un numéro de fiche : une lettre… ». One message a value, whatever
 * step refuses it.
 */
const TEXT = 'un texte : du texte, entre guillemets s’il n’a que des chiffres';
const ADDRESS =
  'une adresse complète : http:// ou https:// et un nom de site, par exemple https://www.exemple.gouv.fr';
const PATH = 'une adresse du site : un chemin qui commence par /, ou une adresse complète';
const CONTACT = 'un contact : une adresse de courriel ou de page, sans accent';
const COUNT = 'un nombre entier d’au moins 1';
const CONCURRENCY = 'un nombre entier entre 1 et 8';
const SECONDS = 'un nombre de secondes entre 0 et 3600';
const DAY = 'une date : année, mois et jour, par exemple 2026-11-24';
const SHEET = 'un numéro de fiche : une lettre F, N ou R et des chiffres, par exemple F1342';
const HEADER = 'un en-tête de requête : un nom sans espace, puis un texte sans accent sur une seule ligne';

const text = (expected: string) => v.pipe(v.string(expected), v.trim(), v.nonEmpty(expected));
const section = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.strictObject(entries, `une section\u00a0: les clés ${Object.keys(entries).join(', ')}`);

/** Credentials, query and fragment are refused: an address names a site here, and the file is handed around. */
const address = v.pipe(
  text(ADDRESS),
  v.url(ADDRESS),
  v.regex(/^https?:\/\/[^/?#@\\\s]+(?:\/[^?#\s]*)?$/i, ADDRESS),
);
const path = v.pipe(text(PATH), v.regex(/^(?:\/(?!\/)|https?:\/\/[^/])\S*$/i, PATH));
const count = v.pipe(v.number(COUNT), v.integer(COUNT), v.minValue(1, COUNT));
const day = v.pipe(
  text(DAY),
  v.isoDate(DAY),
  v.check((value) => new Date(value).getUTCDate() === Number(value.slice(8)), DAY),
);

const configSchema = section({
  site: section({
    /** The public address: pages are named and judged under it. */
    address,
    /** Other addresses that serve the same site. */
    aliases: v.optional(v.array(address, 'une liste d’adresses'), []),
    /** An address that really answers for it: pre-production, or the demo. */
    servedBy: v.optional(address),
    /** Extra request headers. */
    headers: v.optional(
      v.record(
        v.pipe(text(HEADER), v.regex(/^[\w!#$%&'*+.^`|~-]+$/, HEADER)),
        v.pipe(v.string(HEADER), v.regex(/^[ -~]*$/, HEADER)),
        'une section : un en-tête par ligne, son nom puis son texte',
      ),
      {},
    ),
  }),
  procedures: v.optional(
    v.array(
      section({
        label: section({ fr: text(TEXT), en: v.optional(text(TEXT)) }),
        /** Number of the national sheet. */
        sheet: v.optional(v.pipe(text(SHEET), v.regex(/^[FNR]\d{1,6}$/, SHEET))),
        /** Its page on the site. */
        page: path,
      }),
      'une liste de démarches',
    ),
    [],
  ),
  services: v.optional(
    v.array(
      section({
        name: text(TEXT),
        /** Beginnings of the addresses it contributes. */
        prefixes: v.pipe(
          v.array(path, 'une liste de débuts d’adresse'),
          v.minLength(1, 'une liste d’au moins un début d’adresse'),
        ),
      }),
      'une liste de services',
    ),
    [],
  ),
  /** Addresses that the audit would otherwise look for. */
  pages: v.optional(
    section({
      quality: v.optional(path),
      results: v.optional(path),
      complaints: v.optional(path),
      accessibility: v.optional(path),
      legal: v.optional(path),
      localAuthorities: v.optional(path),
    }),
    {},
  ),
  ages: v.optional(
    section({
      /** Days after which a procedure must be read again. A year: a proposal of this project, no text sets one. */
      procedure: v.optional(count, 365),
    }),
    {},
  ),
  crawl: v.optional(
    section({
      /** E-mail or address of who runs the audit, for the site's administrator; it goes into a request header. */
      contact: v.optional(v.pipe(text(CONTACT), v.regex(/^[ -~]+$/, CONTACT))),
      /** Several thousand pages a site: a night at a polite pace. A proposal of this project. */
      maxPages: v.optional(count, 2000),
      /** Documents whose first bytes are asked for; sites hold ten thousand and more. A proposal of this project. */
      maxDocuments: v.optional(count, 500),
      /** Requests to one host at a time. One: these sites ban whoever hurries. */
      concurrency: v.optional(
        v.pipe(
          v.number(CONCURRENCY),
          v.integer(CONCURRENCY),
          v.minValue(1, CONCURRENCY),
          v.maxValue(8, CONCURRENCY),
        ),
        1,
      ),
      /** Seconds between two requests to one host. No default: it depends on the host, 0 on loopback and 2 elsewhere. */
      delay: v.optional(v.pipe(v.number(SECONDS), v.minValue(0, SECONDS), v.maxValue(3600, SECONDS))),
      /** Beginnings of addresses never requested. */
      deny: v.optional(v.array(path, 'une liste de débuts d’adresse'), []),
    }),
    {},
  ),
  /** Findings set aside; the report shows them apart. */
  ignore: v.optional(
    v.array(
      section({
        check: text(TEXT),
        /** Address; `*` stands for anything. */
        address: text(TEXT),
        reason: text(TEXT),
        /** Last day on which it holds. */
        expires: day,
      }),
      'une liste de constats à écarter',
    ),
    [],
  ),
});

/** `qualepref.yml` as the rest of the product reads it: every default filled in. */
export type Config = v.InferOutput<typeof configSchema>;

/** What is wrong with a configuration, and where. */
export interface ConfigIssue {
  /** Keys and indexes from the root, for instance `['procedures', 0, 'page']`. */
  readonly path: readonly (string | number)[];
  readonly problem: 'missing' | 'unknown' | 'invalid';
  /** French, to follow the place: what was found, what was expected. */
  readonly message: string;
  /** Keys that could have stood in the place of an unknown one. */
  readonly known?: readonly string[];
}

/**
 * Checks a configuration and fills in its defaults. All that is wrong is told
 * at once. Keys that no part of the product reads are refused: they would
 * promise something.
 */
export function parseConfig(
  value: unknown,
): { readonly config: Config } | { readonly issues: readonly ConfigIssue[] } {
  const result = v.safeParse(configSchema, value, { abortPipeEarly: true });
  // valibot stops at the first unknown key and takes a list for a section: sections are judged here.
  const ofSections = [...sectionIssues(configSchema, value, [])];
  if (result.success && ofSections.length === 0) return { config: result.output };
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
 * The configuration of an audit that was given an address and nothing else.
 *
 * @throws QualeprefError `config-address` when it is not the address of a site
 */
export function defaultConfig(address: string): Config {
  const parsed = parseConfig({ site: { address } });
  if ('config' in parsed) return parsed.config;
  throw new QualeprefError('config-address', parsed.issues.map((issue) => issue.message).join('\n'));
}

type Path = ConfigIssue['path'];

/** What a walk through the schema needs of each of its nodes. */
interface Shape {
  readonly type: string;
  readonly message?: unknown;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly wrapped?: Shape;
}

function* sectionIssues(shape: Shape, value: unknown, path: Path): Generator<ConfigIssue> {
  const { entries, item, wrapped } = shape;
  if (wrapped) yield* sectionIssues(wrapped, value, path);
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
    if (known.includes(key)) continue;
    yield { path: [...path, key], problem: 'unknown', message: `clé inconnue ${quote(key)}`, known };
  }
  for (const [key, entry] of Object.entries(entries)) {
    if (Object.hasOwn(value, key)) yield* sectionIssues(entry, value[key], [...path, key]);
    else if (entry.type !== 'optional')
      yield missing([...path, key], `il manque la clé ${quote(key)}`, String(entry.message));
  }
}

function isSection(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueIssue(path: Path, value: unknown, expected: string): ConfigIssue {
  if (value === null || value === undefined || value === '')
    return missing(path, `${nameOf(path)} est vide`, expected);
  const [what, form] = partsOf(expected);
  const wanted = form === undefined ? '' : ` Attendu\u00a0: ${form}.`;
  return { path, problem: 'invalid', message: `${found(value)} n’est pas ${what}.${wanted}` };
}

function missing(path: Path, what: string, expected: string): ConfigIssue {
  const [kind, form = kind] = partsOf(expected);
  return { path, problem: 'missing', message: `${what}. Attendu\u00a0: ${form}.` };
}

function partsOf(expected: string): [what: string, form?: string] {
  const [what = expected, form] = expected.split('\u00a0: ');
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
