import type { Comparison } from '../compare.ts';
import type { Report } from '../report.ts';
import { plainLines } from '../text.ts';

/**
 * `report.json`: the parts in the order of the contract, the keys inside them in
 * alphabetical order, so that two runs can be compared line by line. In pieces,
 * to be written one after the other.
 */
export function* jsonReport(report: Report): Generator<string> {
  const { schemaVersion, execution, site, campaign, sample, addresses, grid } = report;
  const { findings, defects, ignored, limits, closing, rgaa, changes } = report;
  const { marked, ownFindings, plan } = report;
  const head = { schemaVersion, execution, site, campaign, sample };
  const lists = { addresses, grid, findings, defects, ignored, limits };
  yield '{';
  let before = '';
  for (const [name, part] of Object.entries(head)) {
    yield `${before}\n  ${JSON.stringify(name)}: ${indented(part, '  ')}`;
    before = ',';
  }
  // One row at a time: a report of a large site may not fit in a string.
  for (const [name, rows] of Object.entries(lists)) {
    yield `,\n  ${JSON.stringify(name)}: [`;
    let mark = '';
    for (const row of rows) {
      yield `${mark}\n    ${indented(row, '    ')}`;
      mark = ',';
    }
    yield mark === '' ? ']' : '\n  ]';
  }
  for (const [name, part] of Object.entries({ marked, ownFindings, plan }))
    if (part) yield `,\n  ${JSON.stringify(name)}: ${indented(part, '  ')}`;
  if (closing) yield `,\n  "closing": ${indented(closing, '  ')}`;
  if (rgaa) yield `,\n  "rgaa": ${indented(rgaa, '  ')}`;
  if (changes) yield `,\n  "changes": ${indented(changes, '  ')}`;
  yield '\n}\n';
}

/** `comparaison.json`, in the same order of keys. */
export function comparisonJson(comparison: Comparison): string {
  return `${indented(comparison, '')}\n`;
}

function indented(value: unknown, margin: string): string {
  const text = plainLines(JSON.stringify(value, sorted, 2));
  return text.replaceAll('\n', `\n${margin}`);
}

/** A replacer of `JSON.stringify` that puts keys in alphabetical order. */
export function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
