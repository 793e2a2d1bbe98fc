import { addMonths } from './day.ts';
import {
  actionKinds,
  actionStates,
  gapOrigins,
  isUnderWay,
  type Action,
  type ActionKind,
  type ActionState,
  type Gap,
  type GapOrigin,
} from './improvement.ts';
import type { Sourced } from './provenance.ts';

/** Origins whose every gap must have a corrective action. */
export const correctedOrigins: Sourced<readonly GapOrigin[]> = {
  value: ['internal-audit', 'external-audit'],
  provenance: {
    origin: 'S',
    source:
      'Politique qualité 2021, dispositif interne, pour les audits internes ; étendu aux audits externes par ce projet',
  },
};

/** Months between the day an action is done and the day its effect is checked. */
export const effectivenessDelay: Sourced<number> = {
  value: 3,
  provenance: {
    origin: 'X',
    source: 'Un trimestre : le temps que la grille suivante montre l’effet. Aucun texte lu ne fixe ce délai.',
  },
};

/** A gap that nobody is mending. */
export interface Uncorrected {
  readonly gap: Gap;
  /** The rule says that it must be. */
  readonly mandatory: boolean;
}

/**
 * Gaps without a corrective action that holds: none, or only some given up or
 * found without effect. Those that must have one come first, then the oldest.
 *
 * @param mandatory origins that must have one, by default `correctedOrigins`
 */
export function gapsWithoutAction(
  gaps: readonly Gap[],
  actions: readonly Action[],
  mandatory: readonly GapOrigin[],
): readonly Uncorrected[] {
  const uncorrected = gaps
    .filter((gap) => !correctiveOf(gap, actions).some(isStanding))
    .map((gap) => ({ gap, mandatory: mandatory.includes(gap.origin) }));
  return sortedBy(uncorrected, ({ gap, mandatory }) => `${mandatory ? '0' : '1'} ${gap.foundOn} ${gap.id}`);
}

/**
 * Gaps not yet closed, the oldest first. A gap is closed once a corrective
 * action was found effective, and no other one still runs, awaits its check or
 * is to be replaced.
 */
export function openGaps(gaps: readonly Gap[], actions: readonly Action[]): readonly Gap[] {
  const failed = actionsToReplace(actions);
  const open = gaps.filter((gap) => {
    const own = correctiveOf(gap, actions);
    const isPending = (action: Action): boolean =>
      isUnderWay(action) || action.state === 'done' || failed.includes(action);
    return !own.some(({ state }) => state === 'effective') || own.some(isPending);
  });
  return sortedBy(open, ({ foundOn, id }) => `${foundOn} ${id}`);
}

/**
 * Actions still to be done after their due date, the longest overdue first. The due
 * date itself is not late.
 *
 * @param today ISO day
 */
export function overdue(actions: readonly Action[], today: string): readonly Action[] {
  const late = actions.filter((action) => isUnderWay(action) && action.dueOn < today);
  return sortedBy(late, ({ dueOn, id }) => `${dueOn} ${id}`);
}

/** An action that is done, and the ISO day on which its effect is to be checked. */
export interface EffectivenessCheck {
  readonly action: Action;
  readonly on: string;
}

/**
 * Checks of effectiveness still to make, the earliest first.
 *
 * @param months after the day it was done, by default `effectivenessDelay`
 */
export function effectivenessChecks(
  actions: readonly Action[],
  months: number,
): readonly EffectivenessCheck[] {
  const checks = actions.flatMap((action) => {
    const last = action.history.at(-1);
    return last?.state === 'done' ? [{ action, on: addMonths(last.on, months) }] : [];
  });
  return sortedBy(checks, ({ action, on }) => `${on} ${action.id}`);
}

/** Actions without effect that no other action, not given up itself, follows. */
export function actionsToReplace(actions: readonly Action[]): readonly Action[] {
  return actions.filter(
    ({ id, state }) =>
      state === 'ineffective' &&
      !actions.some(({ follows, state }) => follows === id && state !== 'abandoned'),
  );
}

/** The improvement plan in figures, as the steering committee reads it. */
export interface PlanSummary {
  readonly gaps: Readonly<Record<GapOrigin, { readonly found: number; readonly open: number }>>;
  readonly states: Readonly<Record<ActionState, number>>;
  readonly kinds: Readonly<Record<ActionKind, number>>;
  readonly openGaps: number;
  readonly overdue: number;
  readonly toReplace: number;
  /** Gaps without action, and those among them that the rule says must have one. */
  readonly withoutAction: number;
  readonly mandatoryWithoutAction: number;
  /** Actions found effective out of those whose effect was checked. */
  readonly effectiveness: { readonly numerator: number; readonly denominator: number };
}

/**
 * Counts the improvement plan.
 *
 * @param today ISO day
 * @param mandatory origins whose gaps must have an action, by default `correctedOrigins`
 */
export function planSummary(
  gaps: readonly Gap[],
  actions: readonly Action[],
  { today, mandatory }: { readonly today: string; readonly mandatory: readonly GapOrigin[] },
): PlanSummary {
  const open = openGaps(gaps, actions);
  const uncorrected = gapsWithoutAction(gaps, actions, mandatory);
  const states = countBy(actionStates, actions, ({ state }) => state);
  const found = countBy(gapOrigins, gaps, ({ origin }) => origin);
  const stillOpen = countBy(gapOrigins, open, ({ origin }) => origin);
  return {
    gaps: record(gapOrigins, (origin) => ({ found: found[origin], open: stillOpen[origin] })),
    states,
    kinds: countBy(actionKinds, actions, ({ kind }) => kind),
    openGaps: open.length,
    overdue: overdue(actions, today).length,
    toReplace: actionsToReplace(actions).length,
    withoutAction: uncorrected.length,
    mandatoryWithoutAction: uncorrected.filter(({ mandatory }) => mandatory).length,
    effectiveness: { numerator: states.effective, denominator: states.effective + states.ineffective },
  };
}

function correctiveOf(gap: Gap, actions: readonly Action[]): readonly Action[] {
  return actions.filter(({ gap: id, kind }) => id === gap.id && kind === 'corrective');
}

function isStanding({ state }: Action): boolean {
  return state !== 'abandoned' && state !== 'ineffective';
}

function sortedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function countBy<Key extends string, Item>(
  keys: readonly Key[],
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Record<Key, number> {
  return record(keys, (key) => items.filter((item) => keyOf(item) === key).length);
}

function record<Key extends string, Value>(
  keys: readonly Key[],
  of: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;
}
