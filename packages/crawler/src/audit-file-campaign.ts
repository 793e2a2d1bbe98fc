import type { Campaign, Decision, Signature, Verdict } from '@qualepref/core';
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

/** What people did with the grid of an audit. */
export interface KeptCampaign {
  /** The oldest first; the last one on an item counts. */
  readonly decisions: readonly KeptDecision[];
  readonly signature?: Signature;
  readonly earlier: Campaign['earlier'];
}

/** Who closed the campaign, and who reopened it. */
type Closings = Omit<KeptCampaign, 'decisions'>;

/** The decisions on the grid, appended and never removed, and the closing of the campaign. */
export abstract class AuditCampaign extends AuditReferences {
  get campaign(): KeptCampaign {
    const closings = JSON.parse(this.meta('closings') ?? '{"earlier":[]}') as Closings;
    // An audit of an earlier version, which nobody decided, has no such table.
    const hasTable = this.get("SELECT 1 AS one FROM sqlite_schema WHERE name = 'decision'") !== undefined;
    const rows = hasTable ? this.all('SELECT item, machine, evidence, value FROM decision ORDER BY id') : [];
    const decisions = rows.map(({ item, machine, evidence, value }) => ({
      item: textOf(item),
      machine: textOf(machine) as Verdict,
      evidence: textOf(evidence),
      decision: JSON.parse(textOf(value)) as Decision,
    }));
    return { ...closings, decisions };
  }

  /** All of them or none, with who closed or reopened. */
  addDecisions(added: readonly KeptDecision[], closings: Closings): void {
    this.transaction(() => {
      for (const { item, machine, evidence, decision } of added) {
        this.exec(
          'INSERT INTO decision (item, machine, evidence, value) VALUES (?, ?, ?, ?)',
          ...[item, machine, evidence, JSON.stringify(decision)],
        );
      }
      const { signature, earlier } = closings;
      this.setMeta('closings', JSON.stringify({ ...(signature ? { signature } : {}), earlier }));
    });
  }
}
