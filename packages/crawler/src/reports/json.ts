import type { Report } from '../report.ts';

/**
 * `report.json`: the parts in the order of the contract, the keys inside them in
 * alphabetical order, so that two runs can be compared line by line.
 */
export function jsonReport(report: Report): string {
  const { schemaVersion, execution, site, campaign, sample, addresses, grid } = report;
  const { findings, defects, ignored, limits } = report;
  const head = { schemaVersion, execution, site, campaign, sample };
  const text = JSON.stringify({ ...head, addresses, grid, findings, defects, ignored, limits }, sorted, 2);
  return `${text.replace(UNSEEN, escaped)}\n`;
}

/** Line separators that some readers take for the end of a line, controls and direction marks. */
const UNSEEN = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function sorted(key: string, value: unknown): unknown {
  if (key === '' || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
