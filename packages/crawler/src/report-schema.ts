import type { Finding } from '@qualepref/core';
import * as v from 'valibot';
import { comparisonSchema } from './comparison-schema.ts';
import type { AddressFacts } from './facts.ts';
import type { Report } from './report.ts';

/** `report.json` as it is read back. */
export interface WrittenReport extends Omit<Report, 'addresses' | 'findings' | 'pictureOf' | 'newTally'> {
  readonly addresses: readonly AddressFacts[];
  readonly findings: readonly Finding[];
}

const text = v.string();
const texts = v.array(text);
const day = v.pipe(text, v.isoDate());
const instant = v.pipe(text, v.isoTimestamp());
const amount = v.pipe(v.number(), v.integer(), v.minValue(0));
const rate = v.object({ numerator: amount, denominator: amount });
const maybe = v.exactOptional;
const told = v.description;
// In its own words: the schema is written out by the build, before core is built.
const verdict = v.picklist(['conforme', 'non_conforme', 'a_verifier', 'sans_objet', 'non_verifie']);

const judged = {
  outcome: v.pipe(v.picklist(['failed', 'cantTell']), told('Proven, or for a person to look at.')),
  severity: v.picklist(['blocking', 'major', 'minor', 'info']),
  owner: v.pipe(
    v.picklist(['content', 'template', 'document', 'third-party']),
    told('Who can mend it: a service, the national administrator, the author of a document, another site.'),
  ),
};

const finding = v.object({
  id: v.pipe(text, told('The same from one quarter to the next.')),
  check: text,
  code: v.pipe(text, told('Of the check; for a rule of axe-core, axe/ and its name.')),
  ...judged,
  url: text,
  where: v.pipe(
    v.object({ selector: maybe(text), line: maybe(v.number()), quote: maybe(text) }),
    told('CSS selector, line of the HTML source from 1, extract of the page.'),
  ),
  cause: v.pipe(text, told('What the findings of one defect share; empty when the whole page is meant.')),
  message: v.pipe(text, told('French; ends with what to do.')),
  items: v.pipe(texts, told('Items of the grid.')),
  rgaa: v.pipe(texts, told('Criteria of the RGAA, as in 8.6.')),
  rgaaTests: v.pipe(texts, told('Tests of the RGAA, as in 8.6.1.')),
  act: v.pipe(texts, told('Ids of ACT rules.')),
  axe: v.pipe(texts, told('Rules of axe-core.')),
  service: maybe(
    v.pipe(text, told('Contributing service, by the addresses that the configuration gives it.')),
  ),
});

const defect = v.object({
  id: text,
  check: text,
  code: text,
  ...judged,
  service: maybe(text),
  cause: text,
  message: text,
  items: texts,
  findings: v.pipe(texts, told('Ids of its findings.')),
  pages: texts,
});

const marked = v.object({
  ...defect.entries,
  opinion: v.picklist(['false-positive', 'accepted', 'confirmed']),
  reason: text,
  expires: day,
  by: text,
  date: day,
});

const ownFinding = v.object({
  id: text,
  item: text,
  page: maybe(text),
  what: text,
  severity: judged.severity,
  service: maybe(text),
  state: v.literal('open'),
  by: text,
  date: day,
  sameAs: maybe(text),
});

const origin = v.picklist([
  ...(['website-grid', 'reception-grid', 'mail-control', 'internal-audit', 'external-audit'] as const),
  ...(['survey', 'feedback', 'indicator', 'committee'] as const),
]);
const state = v.picklist(['planned', 'in-progress', 'done', 'effective', 'ineffective', 'abandoned']);
const planLine = v.object({
  gap: v.object({
    ...{ id: text, origin, foundOn: day, subject: text, reference: maybe(text) },
    ...{ site: maybe(text), service: maybe(text), severity: maybe(text) },
  }),
  action: maybe(
    v.object({
      ...{ id: text, gap: maybe(text), follows: maybe(text), kind: v.picklist(['corrective', 'preventive']) },
      ...{ origin, what: text, owner: text, dueOn: day, state },
      history: v.array(v.object({ state, dueOn: day, on: day, by: text, note: maybe(text) })),
    }),
  ),
  proposed: maybe(text),
  seen: text,
  isMended: v.boolean(),
  isOverdue: v.boolean(),
});

const document = v.object({
  format: v.picklist(['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp']),
  failure: maybe(v.picklist(['encrypted', 'invalid', 'timeout', 'too-large'])),
  pages: maybe(amount),
  isTagged: maybe(v.boolean()),
  hasOutline: maybe(v.boolean()),
  letters: maybe(amount),
  title: maybe(v.nullable(text)),
  lang: maybe(v.nullable(text)),
  madeOn: maybe(v.nullable(text)),
  headings: maybe(amount),
  images: maybe(amount),
  imagesWithoutAlternative: maybe(amount),
});

const address = v.object({
  url: text,
  kind: v.picklist(['page', 'frame', 'document', 'external', 'sitemap', 'asset']),
  depth: amount,
  outcome: v.picklist([
    ...(['ok', 'redirected', 'gone', 'server_error', 'blocked', 'network_error', 'timeout'] as const),
    ...(['too_large', 'not_html', 'invalid_content', 'loop', 'trap', 'out_of_scope'] as const),
    'refused_by_robots',
  ]),
  reason: maybe(text),
  status: maybe(amount),
  finalUrl: maybe(text),
  hops: maybe(amount),
  contentType: maybe(text),
  size: maybe(amount),
  magic: maybe(v.picklist(['pdf', 'zip', 'ole', 'html', 'text', 'unknown'])),
  document: maybe(document),
  fetchedOn: maybe(day),
  title: maybe(text),
  foundOn: v.pipe(texts, told('Pages that link to it; some of them.')),
  aliases: maybe(v.pipe(texts, told('Other addresses of the same content.'))),
  listed: maybe(v.pipe(amount, told('Files of a list that were counted without being asked for.'))),
});

const execution = v.object({
  startedAt: instant,
  endedAt: instant,
  duration: v.pipe(v.number(), told('Seconds of work.')),
  requests: amount,
  versions: v.object({ qualepref: text, node: text, chromium: text, axe: text }),
  host: text,
  resumed: v.pipe(amount, told('Times the audit was taken up again.')),
  feed: maybe(
    v.object({
      schema: text,
      publishedOn: v.nullable(text),
      downloadedOn: text,
      sheets: amount,
      audiences: v.array(v.picklist(['particuliers', 'professionnels', 'associations'])),
      newest: text,
    }),
  ),
  answerTimes: maybe(
    v.pipe(
      v.object({ median: v.number(), pages: amount }),
      told('Milliseconds until pages began to answer.'),
    ),
  ),
  since: maybe(
    v.object({
      campaign: text,
      startedOn: text,
      pages: v.object({
        read: v.object({ new: amount, changed: amount, same: amount, due: amount }),
        reused: v.object({ 'not-modified': amount, sitemap: amount, listing: amount }),
      }),
      others: amount,
      rendered: v.object({ opened: amount, reused: amount }),
    }),
  ),
});

const sample = v.object({
  read: v.pipe(amount, told('Pages read from their HTML.')),
  rendered: v.pipe(texts, told('Pages opened in the browser.')),
  method: v.picklist(['structural', 'exhaustive']),
  random: v.pipe(amount, told('Pages drawn at random among those opened.')),
  templates: maybe(
    v.array(v.object({ example: text, pages: amount, rendered: amount, mayMiss: v.number() })),
  ),
});

const gridRow = v.object({
  item: text,
  verdict,
  by: v.pipe(text, told('« audit », or the person who decided.')),
  date: day,
  reason: maybe(text),
  findings: v.pipe(texts, told('Ids of the findings that bear on it.')),
  evidence: maybe(v.pipe(text, told('What was looked at.'))),
  machine: maybe(v.pipe(verdict, told('What the audit says, where a person decided.'))),
  sameAs: maybe(v.pipe(text, told('The earlier campaign whose decision was taken again.'))),
  outdated: maybe(
    v.pipe(v.object({ verdict, by: text, date: day }), told('A decision that rests on other evidence.')),
  ),
  proposals: maybe(
    v.array(
      v.object({
        answer: verdict,
        why: text,
        excerpts: v.array(v.object({ url: text, about: maybe(text), quote: maybe(text) })),
        more: v.pipe(amount, told('Excerpts left out.')),
      }),
    ),
  ),
});

const closing = v.object({
  by: text,
  on: day,
  remaining: v.pipe(amount, told('Items that were left to decide on that day.')),
  hash: maybe(v.pipe(text, told('SHA-256 of what was closed, in hexadecimal.'))),
  version: v.pipe(amount, told('1, and one more each time the campaign was reopened.')),
});

const rgaaResult = v.picklist(['non_conforme', 'a_verifier', 'aucun_defaut', 'non_applicable', 'non_teste']);
const rgaa = v.object({
  version: text,
  sample: v.object({
    entries: v.array(v.object({ name: text, url: text, why: text, kind: v.picklist(['page', 'document']) })),
    missing: texts,
  }),
  criteria: v.array(
    v.object({
      criterion: text,
      result: rgaaResult,
      failed: amount,
      pages: amount,
      doubts: amount,
      proofs: texts,
      toReview: texts,
      sample: v.array(rgaaResult),
    }),
  ),
  highest: rate,
  declared: maybe(
    v.object({
      url: text,
      rate: v.number(),
      date: v.nullable(text),
      highest: maybe(rate),
      reason: maybe(text),
    }),
  ),
});

/**
 * What `report.json` promises to whoever reads it: these keys stay, others may
 * be added. Published as JSON Schema, `@qualepref/crawler/schemas/report.json`.
 */
export const reportSchema: v.GenericSchema<unknown, WrittenReport> = v.object({
  schemaVersion: v.literal(1),
  execution: v.pipe(execution, told('All that differs between two runs on the same site.')),
  site: v.object({ address: text, servedBy: maybe(text) }),
  campaign: v.pipe(text, told('A quarter, as in 2026-T4.')),
  sample,
  addresses: v.pipe(v.array(address), told('Every address met, and what became of it.')),
  grid: v.array(gridRow),
  findings: v.pipe(v.array(finding), told('One fault, or one doubt, on one page.')),
  defects: v.pipe(
    v.array(defect),
    told('Findings of one cause that the same people can mend; the most urgent first.'),
  ),
  ignored: v.pipe(
    v.array(v.object({ finding: text, check: text, url: text, message: text, reason: text, expires: day })),
    told('Findings that the configuration sets aside.'),
  ),
  limits: v.pipe(
    v.array(v.object({ code: text, text, urls: maybe(texts), count: maybe(amount) })),
    told('What could not be checked, or must be known to weigh the rest.'),
  ),
  closing: maybe(v.pipe(closing, told('Who closed the campaign, and when; absent while it is open.'))),
  marked: maybe(
    v.pipe(
      v.array(marked),
      told('Defects on which a person said something; those set aside are in no other list.'),
    ),
  ),
  ownFindings: maybe(v.pipe(v.array(ownFinding), told('What a person saw that no check did.'))),
  plan: maybe(v.pipe(v.array(planLine), told('What does not conform, and what is done about it.'))),
  rgaa: maybe(v.pipe(rgaa, told('What is said of each criterion of the RGAA; never a conformity.'))),
  changes: maybe(v.pipe(comparisonSchema, told('What changed since the audit that this one starts from.'))),
});
