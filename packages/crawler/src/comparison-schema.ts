import * as v from 'valibot';
import type { Comparison } from './compare.ts';

const text = v.string();
const texts = v.array(text);
const amount = v.pipe(v.number(), v.integer(), v.minValue(0));
const maybe = v.exactOptional;
const told = v.description;
// In its own words, as in the schema of the report.
const verdict = v.picklist(['conforme', 'non_conforme', 'a_verifier', 'sans_objet', 'non_verifie']);
const itemChange = ['same', 'improved', 'worsened', 'new', 'removed', 'undecided'] as const;
const defectChange = [
  'new',
  'worse',
  'same',
  'better',
  'mended',
  'unjudged',
  'newly-judged',
  'set-aside',
] as const;

const countOf = <const Words extends readonly string[]>(words: Words) =>
  v.object(Object.fromEntries(words.map((word) => [word, amount])) as Record<Words[number], typeof amount>);

const run = v.object({ campaign: text, startedAt: v.pipe(text, v.isoTimestamp()) });

const item = v.object({
  item: text,
  change: v.picklist(itemChange),
  before: maybe(verdict),
  after: maybe(verdict),
});

const defect = v.object({
  change: v.picklist(defectChange),
  isProven: v.pipe(v.boolean(), told('Proven in either audit, and grave enough to count.')),
  check: text,
  code: text,
  severity: v.picklist(['blocking', 'major', 'minor', 'info']),
  owner: v.picklist(['content', 'template', 'document', 'third-party']),
  service: maybe(text),
  cause: text,
  message: text,
  items: texts,
  before: v.pipe(texts, told('Ids of the defect in the earlier report.')),
  after: v.pipe(texts, told('Ids of the defect in the later report.')),
  kept: v.pipe(amount, told('How many pages have it in both.')),
  gained: v.pipe(texts, told('Pages that have it now and were sound, or were not there.')),
  lost: v.pipe(texts, told('Pages that had it and are sound now.')),
  removed: v.pipe(texts, told('Pages that had it and are gone.')),
  unjudged: v.pipe(texts, told('Pages that had it and were not looked at this time.')),
  firstJudged: v.pipe(texts, told('Pages that have it and had not been looked at.')),
});

/**
 * What `comparaison.json`, and `changes` in `report.json`, promise to whoever
 * reads them. Published as `@qualepref/crawler/schemas/comparison.json`.
 */
export const comparisonSchema: v.GenericSchema<unknown, Comparison> = v.object({
  schemaVersion: v.literal(1),
  site: text,
  before: v.pipe(run, told('The earlier audit.')),
  after: v.pipe(run, told('The later audit.')),
  counts: v.object({
    items: countOf(itemChange),
    defects: v.pipe(countOf(defectChange), told('Of the defects that are proven.')),
    doubts: v.pipe(countOf(defectChange), told('Of what a person must look at, and of informations.')),
  }),
  items: v.array(item),
  defects: v.pipe(v.array(defect), told('By change, then in the order of the reports.')),
  moved: v.pipe(v.array(v.object({ from: text, to: text })), told('Pages that changed their address.')),
});
