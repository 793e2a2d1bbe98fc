import type {
  Action,
  Campaign,
  Decision,
  Gap,
  Mark,
  OwnFinding,
  Sighting,
  Signature,
  Verdict,
} from '@qualepref/core';
import { textOf } from './audit-file-database.ts';
import { AuditReferences } from './audit-file-references.ts';

/** What a person decided, and what the machine said then. */
export interface KeptDecision {
  readonly item: string;
  readonly decision: Decision;
  readonly machine: Verdict;
  /** Fingerprint of the evidence that the person had in front of them. */
  readonly evidence: string;
}

/** An action of the improvement plan, with the gap that it answers. */
export interface KeptAction {
  readonly gap: Gap;
  readonly action: Action;
}

/** What people said, the oldest first: the last word on a thing counts, and none is ever removed. */
export interface KeptActs {
  readonly decisions: readonly KeptDecision[];
  readonly marks?: readonly Mark[];
  readonly ownFindings?: readonly OwnFinding[];
  readonly actions?: readonly KeptAction[];
  /** Gaps of other grids, for the same plan. */
  readonly gaps?: readonly Gap[];
  /** What those grids showed of them since. */
  readonly sightings?: readonly Sighting[];
}

/** What people did with the grid of an audit. */
export interface KeptCampaign extends KeptActs {
  readonly signature?: Signature;
  readonly earlier: Campaign['earlier'];
}

/** Who closed the campaign, and who reopened it. */
type Closings = Omit<KeptCampaign, keyof KeptActs>;

/** Those that later audits take up by themselves: a decision and a finding are confirmed first. */
const CARRIED = ['marks', 'actions', 'gaps', 'sightings'] as const;
/** In the table of acts, by the name of their list. */
const ACTS = ['marks', 'ownFindings', 'actions', 'gaps', 'sightings'] as const;

/** What people say of an audit, appended and never removed, and the closing of the campaign. */
export abstract class AuditCampaign extends AuditReferences {
  get campaign(): KeptCampaign {
    const closings = JSON.parse(this.meta('closings') ?? '{"earlier":[]}') as Closings;
    const rows = this.#has('decision')
      ? this.all('SELECT item, machine, evidence, value FROM decision ORDER BY id')
      : [];
    const decisions = rows.map(({ item, machine, evidence, value }) => ({
      item: textOf(item),
      machine: textOf(machine) as Verdict,
      evidence: textOf(evidence),
      decision: JSON.parse(textOf(value)) as Decision,
    }));
    return { ...closings, decisions, ...this.#acts() };
  }

  /** All of them or none, with who closed or reopened. */
  addActs(added: KeptActs, closings: Closings): void {
    this.transaction(() => {
      for (const { item, machine, evidence, decision } of added.decisions) {
        this.exec(
          'INSERT INTO decision (item, machine, evidence, value) VALUES (?, ?, ?, ?)',
          ...[item, machine, evidence, JSON.stringify(decision)],
        );
      }
      for (const kind of ACTS)
        for (const act of added[kind] ?? [])
          this.exec('INSERT INTO act (kind, value) VALUES (?, ?)', kind, JSON.stringify(act));
      const { signature, earlier } = closings;
      this.setMeta('closings', JSON.stringify({ ...(signature ? { signature } : {}), earlier }));
    });
  }

  /** Those of this audit, after those that the previous one hands on; a list without any is absent. */
  #acts(): Omit<KeptActs, 'decisions'> {
    const since = JSON.parse(this.meta('since') ?? '{}') as { decided?: KeptActs };
    const rows = this.#has('act') ? this.all('SELECT kind, value FROM act ORDER BY id') : [];
    const own = Map.groupBy(rows, ({ kind }) => textOf(kind));
    const lists = ACTS.map((kind) => {
      const carried = CARRIED.find((name) => name === kind);
      const before = carried ? (since.decided?.[carried] ?? []) : [];
      return [
        kind,
        [...before, ...(own.get(kind) ?? []).map(({ value }) => JSON.parse(textOf(value)) as unknown)],
      ];
    });
    return Object.fromEntries(lists.filter(([, list]) => list?.length)) as Omit<KeptActs, 'decisions'>;
  }

  /** An audit of an earlier version, which nobody decided, may lack a table. */
  #has(table: string): boolean {
    return this.get('SELECT 1 AS one FROM sqlite_schema WHERE name = ?', table) !== undefined;
  }
}
