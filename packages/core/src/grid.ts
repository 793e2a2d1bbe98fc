import items from './data/grid.json' with { type: 'json' };
import { type Origin } from './provenance.ts';

/** `automatic`: the audit decides; `assisted`: it gathers the evidence and a person decides; `manual`: a person alone. */
export type Mode = 'automatic' | 'assisted' | 'manual';

/** One line of the quarterly website verification grid. */
export interface GridItem {
  readonly id: string;
  readonly rubrique: string;
  readonly label: string;
  /** How a person checks it, in plain French. */
  readonly help: string;
  /** Keys of the commitments it proves. */
  readonly proves: readonly string[];
  readonly mode: Mode;
  readonly priority: 1 | 2;
  readonly origin: readonly Origin[];
  /** Only for a label that holds this module of the référentiel. */
  readonly module?: number;
}

/** The grid, in the order in which it is read: 97 items in eleven rubrics. */
export const grid: readonly GridItem[] = items as readonly GridItem[];
