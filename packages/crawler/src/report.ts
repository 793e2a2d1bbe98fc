import {
  defectsOf,
  grid,
  type Defect,
  type Finding,
  type OwnFinding,
  type Signature,
  type Verdict,
} from '@qualepref/core';
import type { Comparison } from './compare.ts';
import type { Reference } from './compare-side.ts';
import type { Picture } from './evidence.ts';
import type { AddressFacts, Facts } from './facts.ts';
import type { FeedInfo } from './feed.ts';
import { shortHash } from './finding-number.ts';
import type { Former } from './former.ts';
import { bearing, counted, gridRow, type Bearing } from './grid-row.ts';
import { limitsOf } from './limits.ts';
import type { ImprovementPlan } from './improvement-actions.ts';
import type { MarkedDefect } from './marked-report.ts';
import type { KeptProposal } from './proposal.ts';
import type { CheckResults } from './run-checks.ts';
import type { RgaaReport, RgaaTally } from './rgaa-report.ts';
import type { ChosenSample, TemplateSample } from './sample.ts';
import type { SinceReport } from './since-report.ts';
import { Scratch, type Rows } from './scratch.ts';

/** `report.json`, and what every other format is made from. */
export interface Report {
  readonly schemaVersion: 1;
  /** All that differs between two runs on the same site. */
  readonly execution: Execution;
  readonly site: { readonly address: string; readonly servedBy?: string };
  /** `2026-T4`. */
  readonly campaign: string;
  readonly sample: Sample;
  readonly addresses: Rows<AddressFacts>;
  readonly grid: readonly GridRow[];
  readonly findings: Rows<Finding>;
  readonly defects: readonly Defect[];
  /** Findings that the configuration sets aside, each with its reason. */
  readonly ignored: readonly Ignored[];
  readonly limits: readonly Limit[];
  /** Defects on which a person said something: those set aside are in no other list. */
  readonly marked?: readonly MarkedDefect[];
  /** What a person saw that no check did. */
  readonly ownFindings?: readonly OwnFinding[];
  /** What is to be done about what does not conform. */
  readonly plan?: ImprovementPlan;
  /** Who closed the campaign, when, and the hash of what was closed; absent while it is open. */
  readonly closing?: Closing;
  /** What is said of each criterion of the RGAA; absent from a report made without it. */
  readonly rgaa?: RgaaReport;
  /** The picture of a fault, by its key, as long as the audit file is open; never in `report.json`. */
  readonly pictureOf?: (key: string) => Picture | undefined;
  /** Adds up findings by criterion, for who counts them again; never in `report.json`. */
  readonly newTally?: () => RgaaTally;
  /** What changed since the audit that this one starts from. */
  readonly changes?: Comparison;
  /** What findings and pages were called while some pages were at another address; never in `report.json`. */
  readonly former?: Former;
  /** Hash of what a page says, as long as the audit file is open; never in `report.json`. */
  readonly contentOf?: (url: string) => string | undefined;
  /** Versions of what read the pages, and what the site was compared with; never in `report.json`. */
  readonly readWith?: string;
  readonly references?: readonly Reference[];
}

/** A campaign that was closed, and which version of it. */
export interface Closing extends Signature {
  /** 1, and one more each time the campaign was reopened. */
  readonly version: number;
}

export interface Execution {
  /** ISO date-times. */
  readonly startedAt: string;
  readonly endedAt: string;
  /** Seconds of work, pauses between two runs left out. */
  readonly duration: number;
  readonly requests: number;
  readonly versions: Readonly<Record<'qualepref' | 'node' | 'chromium' | 'axe', string>>;
  readonly host: string;
  /** Times the audit was taken up again. */
  readonly resumed: number;
  /** The national sheets that the site was compared with, when it was. */
  readonly feed?: FeedInfo;
  /** Until the pages began to answer: median in milliseconds, and how many pages it is of. */
  readonly answerTimes?: { readonly median: number; readonly pages: number };
  /** What was taken from a previous audit, when this one starts from it. */
  readonly since?: SinceReport;
}

export interface Sample {
  /** Pages read from their HTML. */
  readonly read: number;
  /** Pages opened in the browser. */
  readonly rendered: readonly string[];
  readonly method: 'structural' | 'exhaustive';
  /** Pages drawn at random among those rendered. */
  readonly random: number;
  /** Template by template, the largest first: pages, those opened, those where a fault may have been missed. */
  readonly templates?: readonly TemplateSample[];
}

export interface GridRow {
  readonly item: string;
  readonly verdict: Verdict;
  /** `audit`, or the person who decided. */
  readonly by: string;
  /** ISO day. */
  readonly date: string;
  /** Why, in French: always there but for a plain « conforme ». */
  readonly reason?: string;
  /** Ids of the findings that bear on it. */
  readonly findings: readonly string[];
  /** What was looked at: « 12 pages contrôlées ». */
  readonly evidence?: string;
  /** What the audit proposes to whoever decides, the most demanding first; absent when nothing. */
  readonly proposals?: readonly KeptProposal[];
  /** What the machine says, on an item that a person decided. */
  readonly machine?: Verdict;
  /** The earlier campaign whose decision was taken again, `2026-T3`. */
  readonly sameAs?: string;
  /** A person decided this of other evidence than today’s: to be decided again. */
  readonly outdated?: { readonly verdict: Verdict; readonly by: string; readonly date: string };
}

export interface Ignored {
  readonly finding: string;
  readonly check: string;
  readonly url: string;
  readonly message: string;
  readonly reason: string;
  readonly expires: string;
}

/** Something that could not be checked, or that the reader must know to weigh the rest. */
export interface Limit {
  readonly code: string;
  /** French sentence. */
  readonly text: string;
  /** Addresses concerned, at most 50, and how many in all. */
  readonly urls?: readonly string[];
  readonly count?: number;
}

/** What a report is made of, once collection is closed and the checks have answered. */
export interface ReportInput {
  readonly facts: Facts;
  readonly results: CheckResults;
  readonly sample: ChosenSample;
  readonly execution: Execution;
  /** ISO day of the verdicts. */
  readonly today: string;
  readonly scratch?: Scratch;
  readonly newTally?: Report['newTally'];
  readonly pictureOf?: Report['pictureOf'];
}

/**
 * Verdicts, defects and limits, from the answers of the checks. Pure. What grows
 * with the site stays in the scratch file, and is read from there by each format.
 */
export function reportOf({
  facts,
  results,
  sample,
  execution,
  today,
  scratch,
  newTally,
  pictureOf,
}: ReportInput): Report {
  const { site } = facts;
  const tally = newTally?.();
  const addresses = (scratch ?? new Scratch()).list<AddressFacts>();
  let pages = 0;
  for (const address of facts.addresses()) {
    addresses.add(address);
    if (wasRead(address)) pages += 1;
  }
  const bearings = new Map<string, Bearing>();
  const defects = defectsOf(counted(results.findings, bearings, tally), shortHash);
  return {
    schemaVersion: 1,
    execution,
    site: { address: site.address, ...(site.servedBy === undefined ? {} : { servedBy: site.servedBy }) },
    campaign: site.campaign,
    sample: {
      read: pages,
      rendered: sample.urls,
      method: site.exhaustive ? 'exhaustive' : 'structural',
      random: sample.random,
      ...(sample.templates === undefined ? {} : { templates: sample.templates }),
    },
    addresses,
    grid: grid.map((item) => gridRow(item, results, bearings.get(item.id) ?? bearing(), today)),
    findings: results.findings,
    defects,
    ignored: results.ignored.map(({ finding, reason, expires }) => ({
      ...{ finding: finding.id, check: finding.check, url: finding.url, message: finding.message },
      ...{ reason, expires },
    })),
    limits: limitsOf({
      site,
      addresses,
      sample,
      pages,
      listedLeft: facts.listedLeft ?? 0,
      isCut: facts.isCut === true,
    }),
    ...(tally ? { rgaa: tally.report() } : {}),
    ...(newTally ? { newTally } : {}),
    ...(pictureOf ? { pictureOf } : {}),
  };
}

/** Its HTML was, even where a browser waited for it in vain; another address of the same content counts once. */
export function wasRead({ kind, outcome, status = 0, finalUrl }: AddressFacts): boolean {
  if (kind !== 'page' || finalUrl !== undefined) return false;
  return (
    outcome === 'ok' || ((outcome === 'timeout' || outcome === 'loop') && status >= 200 && status <= 299)
  );
}
