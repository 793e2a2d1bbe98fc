import { createHash } from 'node:crypto';
import {
  countedFindings,
  standingFindings,
  typeset,
  websiteGrid,
  type Campaign,
  type OwnFinding,
  type Verdict,
} from '@qualepref/core';
import type { KeptCampaign, KeptDecision } from './audit-file-campaign.ts';
import { shortHash } from './finding-number.ts';
import type { Former } from './former.ts';
import { withMarks } from './marked-report.ts';
import type { Excerpt } from './proposal.ts';
import type { GridRow, Report } from './report.ts';
import { day } from './reports/french.ts';
import { sorted } from './reports/json.ts';

/** The verdicts as people write them. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  conforme: 'conforme',
  non_conforme: 'non conforme',
  sans_objet: 'sans objet',
  a_verifier: 'à vérifier',
  non_verifie: 'non vérifié',
};

/** What the machine says of a row, whatever a person decided. */
export function machineVerdict({ machine, verdict }: GridRow): Verdict {
  return machine ?? verdict;
}

/** Ages grow by themselves: a page that is three days older is the same evidence. */
const AGE = /(?<!\d)\d+(?=[\s\u00A0\u202F](?:jour|semaine|mois|an)s?\b)/g;

/**
 * Fingerprint of all that the machine gathered on an item, by which a decision
 * is known to rest on the same evidence: its verdict, findings and proposals,
 * but not the number of pages it looked at.
 */
export function evidenceOf(row: GridRow): string {
  const proposals = (row.proposals ?? []).map(({ answer, why, excerpts, more }) => [
    ...[answer, why.replace(AGE, '#'), more],
    excerpts.map(({ url, about, quote }) => [url, about, quote]),
  ]);
  return shortHash(JSON.stringify([machineVerdict(row), row.findings.toSorted(), proposals]));
}

/** `evidenceOf` as the previous audit would have it of the same pages, those that moved since under their address of then. */
export function formerEvidence(row: GridRow, { before, earlier }: Former): string {
  const { findings, proposals = [] } = row;
  return evidenceOf({
    ...row,
    findings: findings.map(before),
    proposals: proposals.map(({ excerpts, ...rest }) => {
      const then = excerpts.map((excerpt) => ({ ...excerpt, url: earlier(excerpt.url) }));
      return { ...rest, excerpts: isByAddress(excerpts) ? then.sort(byAddress) : then };
    }),
  });
}

function byAddress(a: Excerpt, b: Excerpt): number {
  return a.url < b.url ? -1 : Number(a.url > b.url);
}

/** Most are listed as the pages are. */
function isByAddress(excerpts: readonly Excerpt[]): boolean {
  return excerpts.every((excerpt, at) => at === 0 || byAddress(excerpts[at - 1] ?? excerpt, excerpt) <= 0);
}

/** The last decision on each item. */
export function lastDecisions({ decisions }: Pick<KeptCampaign, 'decisions'>): Map<string, KeptDecision> {
  return new Map(decisions.map((kept) => [kept.item, kept]));
}

/**
 * A report of the machine with what people said: the defects that they marked,
 * what they saw themselves, their verdicts, names and reasons. Of other evidence
 * than today’s, a decision is asked for again; evidence is what the machine
 * gathered, marked or not.
 */
export function withDecisions(report: Report, kept: KeptCampaign): Report {
  const { signature, earlier, marks = [], ownFindings = [] } = kept;
  const decisions = lastDecisions(kept);
  const marked = withMarks(report, marks);
  const own = standingFindings(ownFindings);
  const counted = latestFindings(ownFindings);
  return {
    ...marked,
    grid: marked.grid.map((row, at) => {
      const seen = observedRow(row, counted.get(row.item));
      const decision = decisions.get(row.item);
      return decision ? decidedRow(seen, decision, report.grid[at] ?? row, counted.get(row.item)) : seen;
    }),
    ...(own.length > 0 ? { ownFindings: own } : {}),
    ...(signature ? { closing: { ...signature, version: earlier.length + 1 } } : {}),
  };
}

/** By item, the latest of what people saw that counts. */
export function latestFindings(all: readonly OwnFinding[]): Map<string, OwnFinding> {
  const byDay = countedFindings(all).toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  return new Map(byDay.map((finding) => [finding.item, finding]));
}

/** Whether a person saw a fault after the item was decided: of the same day, the decision knew of it. */
export function isOvertaken({ decision }: KeptDecision, found: OwnFinding | undefined): boolean {
  return found !== undefined && found.date > decision.date;
}

/** An item on which a person saw a fault does not conform, unless they decide otherwise. */
function observedRow(row: GridRow, found: OwnFinding | undefined): GridRow {
  if (!found) return row;
  const { by, date, what } = found;
  const reason = typeset(`Constaté par ${by} le ${day(date)} : ${what}`);
  return { ...row, machine: machineVerdict(row), verdict: 'non_conforme', by, date, reason };
}

/**
 * @param row with what people saw
 * @param machineRow the row as the machine left it, on which the evidence is taken
 * @param found the latest of what people saw
 */
function decidedRow(
  row: GridRow,
  kept: KeptDecision,
  machineRow: GridRow,
  found: OwnFinding | undefined,
): GridRow {
  const { verdict, by, date, reason, sameAs } = kept.decision;
  const machine = machineVerdict(row);
  const isOutdated = kept.evidence !== evidenceOf(machineRow);
  const outdated = { verdict, by, date };
  const said = `Décidé « ${verdictWords[verdict]} » par ${by} le ${day(date)}`;
  // What was seen since, or on that day of what is not the same any more, stands.
  if (isOvertaken(kept, found) || (isOutdated && found?.date === date)) {
    const why = `${row.reason ?? ''} ${said}, avant ce constat : décider de nouveau pour en dire autrement.`;
    return { ...row, reason: typeset(why), outdated };
  }
  if (isOutdated) {
    const why = `${said} ; ce que l’audit relève a changé depuis : décider de nouveau.`;
    return {
      ...row,
      machine,
      verdict: 'a_verifier',
      by: 'audit',
      date: machineRow.date,
      reason: typeset(why),
      outdated,
    };
  }
  const decided = { ...row, machine, verdict, by, date, ...(sameAs === undefined ? {} : { sameAs }) };
  // Taken back: what the machine says of it holds again.
  if (verdict === 'a_verifier') return reason === undefined ? decided : { ...decided, reason };
  const usual = sameAs === undefined ? USUAL_REASON : `Comme ${sameAs}.`;
  return { ...decided, reason: reason ?? usual };
}

/** Of a decision for which no reason was due. */
export const USUAL_REASON = 'Au vu de ce que l’audit a relevé.';

/** The campaign of an audit as core knows it: what the machine says, and what people decided. */
export function campaignOf(report: Report, { decisions, signature, earlier }: KeptCampaign): Campaign {
  return {
    id: `${websiteGrid.id}:${report.campaign}`,
    grid: websiteGrid.id,
    edition: websiteGrid.edition,
    period: report.campaign,
    checkedOn: report.execution.endedAt.slice(0, 10),
    rows: report.grid.map((row) => ({
      item: row.item,
      verdict: machineVerdict(row),
      evidence: evidenceOf(row),
      ...proposal(row),
    })),
    decisions: decisions.map(({ item, decision }) => ({ item, decision })),
    ...(signature ? { signature } : {}),
    earlier,
  };
}

function proposal(row: GridRow): { proposed?: Verdict } {
  const proposed = proposedAnswer(row);
  return proposed === undefined ? {} : { proposed };
}

/**
 * The open campaign as people leave it: what they marked and saw counts, as what they decided does.
 *
 * @param report with what people said
 */
export function asItStands(report: Report, kept: KeptCampaign): Campaign {
  const rows = new Map(report.grid.map((row) => [row.item, row]));
  const holds = ({ item }: KeptDecision): boolean => rows.get(item)?.outdated === undefined;
  const decisions = [...lastDecisions(kept).values()].filter(holds);
  const campaign = campaignOf(report, { earlier: kept.earlier, decisions });
  return {
    ...campaign,
    rows: campaign.rows.map((row) => ({ ...row, verdict: rows.get(row.item)?.verdict ?? row.verdict })),
  };
}

/** The answer that the audit proposes to whoever decides; nothing where it proposes none. */
export function proposedAnswer({ proposals: [first] = [], ...row }: GridRow): Verdict | undefined {
  return first && machineVerdict(row) === 'a_verifier' ? first.answer : undefined;
}

/** The decisions that rest on today’s evidence, and on all that people saw: these alone count. */
export function stillHolding(report: Report, { decisions, ...rest }: KeptCampaign): KeptCampaign {
  const today = new Map(report.grid.map((row) => [row.item, evidenceOf(row)]));
  const last = lastDecisions({ decisions });
  const found = latestFindings(rest.ownFindings ?? []);
  const holds = (kept: KeptDecision): boolean =>
    last.get(kept.item) === kept &&
    today.get(kept.item) === kept.evidence &&
    !isOvertaken(kept, found.get(kept.item));
  return { ...rest, decisions: decisions.filter(holds) };
}

/**
 * SHA-256 of the content of a report, in hexadecimal: all but how the audit ran,
 * its pictures, the plan, which goes on, and the closing itself.
 */
export function contentHash(report: Report): string {
  const { schemaVersion, site, campaign, sample, addresses, grid } = report;
  const { findings, defects, ignored, limits, rgaa, marked = [], ownFindings = [] } = report;
  const hash = createHash('sha256');
  const add = (value: unknown): void => {
    hash.update(`${JSON.stringify(value, sorted)}\n`);
  };
  add({ schemaVersion, site, campaign, sample, rgaa });
  // One row at a time: a report of a large site may not fit in a string.
  for (const rows of [addresses, grid, findings, defects, ignored, limits, marked, ownFindings]) {
    for (const row of rows) add(row);
    add(null);
  }
  return hash.digest('hex');
}
