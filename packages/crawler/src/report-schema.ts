import type { Finding } from '@qualepref/core';
import * as v from 'valibot';
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
// In its own words: the schema is written out by the build, before core is built.
const verdict = v.picklist(['conforme', 'non_conforme', 'a_verifier', 'sans_objet', 'non_verifie']);

const judged = {
  outcome: v.picklist(['failed', 'cantTell']),
  severity: v.picklist(['blocking', 'major', 'minor', 'info']),
  owner: v.picklist(['content', 'template', 'document', 'third-party']),
};

const finding = v.object({
  id: text,
  check: text,
  code: text,
  ...judged,
  url: text,
  where: v.object({ selector: maybe(text), line: maybe(v.number()), quote: maybe(text) }),
  cause: text,
  message: text,
  items: texts,
  rgaa: texts,
  rgaaTests: texts,
  act: texts,
  axe: texts,
  service: maybe(text),
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
  findings: texts,
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
  foundOn: texts,
  aliases: maybe(texts),
  listed: maybe(amount),
});

const execution = v.object({
  startedAt: instant,
  endedAt: instant,
  duration: v.number(),
  requests: amount,
  versions: v.object({ qualepref: text, node: text, chromium: text, axe: text }),
  host: text,
  resumed: amount,
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
  answerTimes: maybe(v.object({ median: v.number(), pages: amount })),
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
  read: amount,
  rendered: texts,
  method: v.picklist(['structural', 'exhaustive']),
  random: amount,
  templates: maybe(
    v.array(v.object({ example: text, pages: amount, rendered: amount, mayMiss: v.number() })),
  ),
});

const gridRow = v.object({
  item: text,
  verdict,
  by: text,
  date: day,
  reason: maybe(text),
  findings: texts,
  evidence: maybe(text),
  proposals: maybe(
    v.array(
      v.object({
        answer: verdict,
        why: text,
        excerpts: v.array(v.object({ url: text, about: maybe(text), quote: maybe(text) })),
        more: amount,
      }),
    ),
  ),
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
  execution,
  site: v.object({ address: text, servedBy: maybe(text) }),
  campaign: text,
  sample,
  addresses: v.array(address),
  grid: v.array(gridRow),
  findings: v.array(finding),
  defects: v.array(defect),
  ignored: v.array(
    v.object({ finding: text, check: text, url: text, message: text, reason: text, expires: day }),
  ),
  limits: v.array(v.object({ code: text, text, urls: maybe(texts), count: maybe(amount) })),
  marked: maybe(v.array(marked)),
  ownFindings: maybe(v.array(ownFinding)),
  plan: maybe(v.array(planLine)),
  rgaa: maybe(rgaa),
});
