import type { Defect, Finding, GridItem, Tally, Verdict } from '@qualepref/core';
import type { AddressFacts } from './facts.ts';

/** `report.json`, and what every other format is made from. */
export interface Report {
  readonly schemaVersion: 1;
  /** All that differs between two runs on the same site. */
  readonly execution: Execution;
  readonly site: { readonly address: string; readonly servedBy?: string };
  /** `2026-T4`. */
  readonly campaign: string;
  readonly sample: Sample;
  readonly addresses: readonly AddressFacts[];
  readonly grid: readonly GridRow[];
  readonly findings: readonly Finding[];
  readonly defects: readonly Defect[];
  /** Findings that the configuration sets aside, each with its reason. */
  readonly ignored: readonly Ignored[];
  readonly limits: readonly Limit[];
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
}

export interface Sample {
  /** Pages read from their HTML. */
  readonly read: number;
  /** Pages opened in the browser. */
  readonly rendered: readonly string[];
  readonly method: 'structural' | 'exhaustive';
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

export type { Defect, Finding, GridItem, Tally, Verdict };
