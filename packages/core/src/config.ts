import * as v from 'valibot';

/** A day's figures and lists have defaults here and nowhere else; each says where it comes from. */
const text = v.pipe(v.string('un texte'), v.trim(), v.nonEmpty('un texte non vide'));
const address = v.pipe(
  text,
  v.url('une adresse complète, par exemple https://www.exemple.gouv.fr'),
  v.regex(/^https?:\/\//i, 'une adresse qui commence par http:// ou https://'),
);
const path = v.pipe(
  text,
  v.check(
    (value) => value.startsWith('/') || /^https?:\/\//i.test(value),
    'une adresse du site, complète ou qui commence par /',
  ),
);
const count = v.pipe(v.number('un nombre'), v.integer('un nombre entier'), v.minValue(1, 'un nombre entier d’au moins 1'));
const seconds = v.pipe(v.number('un nombre de secondes'), v.minValue(0, 'un nombre de secondes, 0 ou plus'));
const day = v.pipe(text, v.isoDate('une date de la forme 2026-11-24'));
const sheet = v.pipe(text, v.regex(/^[FNR]\d{1,6}$/, 'un numéro de fiche : une lettre F, N ou R et des chiffres, par exemple F1342'));

const site = v.strictObject({
  /** The public address: pages are named and judged under it. */
  address,
  /** Other hosts that serve the same site. */
  aliases: v.optional(v.array(address), []),
  /** An http address that really answers for it: pre-production, or the demo. */
  servedBy: v.optional(address),
  /** Extra request headers. */
  headers: v.optional(v.record(text, v.string('un texte')), {}),
});

const procedure = v.strictObject({
  label: v.strictObject({ fr: text, en: v.optional(text) }),
  /** Number of the national sheet. */
  sheet: v.optional(sheet),
  /** Its page on the site. */
  page: path,
});

const service = v.strictObject({
  name: text,
  /** Beginnings of the addresses it contributes. */
  prefixes: v.pipe(v.array(path), v.minLength(1, 'au moins un début d’adresse')),
});

const ignored = v.strictObject({
  check: text,
  /** Address, `*` stands for anything. */
  address: text,
  reason: text,
  /** Last day on which it holds. */
  expires: day,
});

/**
 * `qualepref.yml`. Messages say what was expected, in French, to follow "Attendu : ".
 * Keys that no part of the product reads are refused: they would promise something.
 */
export const configSchema = v.strictObject({
  site,
  procedures: v.optional(v.array(procedure), []),
  services: v.optional(v.array(service), []),
  /** Addresses that the audit would otherwise look for. */
  pages: v.optional(
    v.strictObject({
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
    v.strictObject({
      /** Days after which a procedure must be read again. A year: proposal of this project. */
      procedure: v.optional(count, 365),
    }),
    {},
  ),
  crawl: v.optional(
    v.strictObject({
      /** E-mail or address of who runs the audit, for the site's administrator. */
      contact: v.optional(text),
      maxPages: v.optional(count, 2000),
      maxDocuments: v.optional(count, 500),
      concurrency: v.optional(v.pipe(count, v.maxValue(8, 'au plus 8 requêtes à la fois')), 1),
      /** Seconds between two requests to one host; 0 on loopback unless given. */
      delay: v.optional(seconds),
      /** Paths never requested. */
      deny: v.optional(v.array(path), []),
    }),
    {},
  ),
  ignore: v.optional(v.array(ignored), []),
});

/** A configuration as the rest of the product reads it: every default filled in. */
export type Config = v.InferOutput<typeof configSchema>;
/** A configuration as it is written. */
export type ConfigInput = v.InferInput<typeof configSchema>;

/** What is wrong with a configuration, and where. */
export interface ConfigIssue {
  /** Keys and indexes from the root, for instance `['procedures', 0, 'page']`. */
  readonly path: readonly (string | number)[];
  /** French, to follow "Attendu : ". */
  readonly expected: string;
  /** The value found, cut, or `undefined` when it is missing. */
  readonly received: string | undefined;
  /** A key the schema does not know, with the keys it knows there. */
  readonly unknownKey?: { readonly key: string; readonly known: readonly string[] };
}
