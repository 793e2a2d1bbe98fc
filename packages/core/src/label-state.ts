import { addMonths } from './day.ts';
import {
  endOf,
  followUpDelay as usualFollowUpDelay,
  labelValidity,
  type Label,
  type PublishedLabel,
} from './label.ts';
import { parsePeriod, periodOf } from './period.ts';

/** In the order in which a label goes through them; `suspended` comes between any two. */
export const labelStates = ['never', 'valid', 'follow-up-due', 'suspended', 'expired'] as const;
export type LabelStateName = (typeof labelStates)[number];

/** What a label is on a day. */
export interface LabelState {
  /** `unknown` on a day that falls inside what is not known of a date. */
  readonly state: LabelStateName | 'unknown';
  /** The states it can be in: several when `unknown`, one otherwise. */
  readonly possible: readonly LabelStateName[];
  /** The last one that was obtained for certain, otherwise one that may have been. */
  readonly label?: Label;
  /** Id of the period that holds its last day of validity. */
  readonly end?: string;
  /** Only while its follow-up audit is due, or may be. */
  readonly followUp?: FollowUp;
}

/** When the follow-up audit is expected; ISO days, both included. */
export interface FollowUp {
  readonly from: string;
  readonly to: string;
  /** Whether `to` is past. */
  readonly isOverdue: boolean;
  /** Why it is not at the usual time. */
  readonly reason?: string;
}

type Lifetime = Pick<PublishedLabel, 'start' | 'end' | 'suspended'>;

/** How long a label lasts, where its own dates do not say so. */
export interface LabelRules {
  /** Years, by default `labelValidity`. */
  readonly validity?: number;
  /** Months, by default `followUpDelay`. */
  readonly followUpDelay?: number;
}

/**
 * The state, on a day, of a label or of all those of a préfecture, where one
 * obtained later takes the place of the ones before.
 *
 * The follow-up audit is due from the first day of the period it is planned
 * for, otherwise of the period in which the label is `followUpDelay` old; it
 * stays due, late or not, until it is done or the label runs out.
 *
 * @param today ISO day
 */
export function stateOf(labels: Label | readonly Label[], today: string, rules: LabelRules = {}): LabelState {
  return (isList(labels) ? [...labels].sort(byDate) : [labels]).reduce<LabelState>(
    (before, label) => followed(before, stateOfOne(label, today, rules)),
    { state: 'never', possible: ['never'] },
  );
}

/** When the follow-up audit of a label is expected: the planned period, otherwise the age of `delay` months. */
export function followUpOf(
  { obtained, followUp }: Pick<Label, 'obtained' | 'followUp'>,
  delay: number,
): Omit<FollowUp, 'isOverdue'> {
  if (followUp?.planned) {
    const { start, end } = parsePeriod(followUp.planned.period);
    return { from: start, to: end, reason: followUp.planned.reason };
  }
  const { kind, start, end } = parsePeriod(obtained);
  const from = addMonths(start, delay);
  // A period that ends with a month is as long once shifted, whatever the last day of that month.
  return { from, to: kind === 'day' ? from : periodOf(addMonths(end, delay), 'month').end };
}

/** The states that what is published of a label allows on a day: the follow-up audit is none of the public’s. */
export function publishedStates(label: Lifetime, today: string): readonly LabelStateName[] {
  return possibleStates(label, today, ['valid']);
}

function stateOfOne(label: Label, today: string, rules: LabelRules): LabelState {
  const { validity = labelValidity.value, followUpDelay = usualFollowUpDelay.value } = rules;
  const end = endOf(label, validity);
  const expected = followUpOf(label, followUpDelay);
  const running = followUpStates(expected.from, label.followUp?.done, today);
  const possible = possibleStates({ start: label.obtained, end, suspended: label.suspended }, today, running);
  return {
    state: nameOf(possible),
    possible,
    label,
    end,
    ...(possible.includes('follow-up-due')
      ? { followUp: { ...expected, isOverdue: expected.to < today } }
      : {}),
  };
}

/** Every state that agrees with the dates, each taken at its earliest and at its latest. */
function possibleStates(
  { start, end, suspended }: Lifetime,
  today: string,
  running: readonly LabelStateName[],
): readonly LabelStateName[] {
  const first = parsePeriod(start);
  const last = parsePeriod(end);
  const isObtained = first.start <= today;
  const isRunning = isObtained && today <= last.end;
  const { on, off } = suspensionOn(suspended, today);
  return [
    ...(today < first.end ? (['never'] as const) : []),
    ...(isRunning && off ? running : []),
    ...(isRunning && on ? (['suspended'] as const) : []),
    ...(isObtained && last.start < today ? (['expired'] as const) : []),
  ];
}

/** Whether a label can be suspended on a day, and whether it can be not so. */
function suspensionOn(suspended: Lifetime['suspended'], today: string): { on: boolean; off: boolean } {
  if (!suspended) return { on: false, off: true };
  const from = parsePeriod(suspended.from);
  const until = suspended.until === undefined ? undefined : parsePeriod(suspended.until);
  return {
    on: from.start <= today && (!until || today <= until.end),
    off: today < from.end || (until !== undefined && until.start < today),
  };
}

function followUpStates(from: string, done: string | undefined, today: string): readonly LabelStateName[] {
  if (today < from) return ['valid'];
  const audit = done === undefined ? undefined : parsePeriod(done);
  if (!audit || today < audit.start) return ['follow-up-due'];
  return today < audit.end ? ['valid', 'follow-up-due'] : ['valid'];
}

function followed(before: LabelState, after: LabelState): LabelState {
  if (isNever(after.possible)) return before;
  if (!after.possible.includes('never') || !before.label) return after;
  const possible = labelStates.filter((state) =>
    // The later label may not be there yet: then the one before counts.
    state === 'never'
      ? before.possible.includes(state)
      : [before, after].some((each) => each.possible.includes(state)),
  );
  return { ...before, state: nameOf(possible), possible };
}

function nameOf(possible: readonly LabelStateName[]): LabelState['state'] {
  const [first, ...others] = possible;
  return first === undefined || others.length > 0 ? 'unknown' : first;
}

function isNever(possible: readonly LabelStateName[]): boolean {
  return possible.every((state) => state === 'never');
}

function isList(labels: Label | readonly Label[]): labels is readonly Label[] {
  return Array.isArray(labels);
}

function byDate(one: Label, other: Label): number {
  return dateKey(one) < dateKey(other) ? -1 : 1;
}

function dateKey({ obtained }: Label): string {
  const { start, end } = parsePeriod(obtained);
  return `${start} ${end}`;
}
