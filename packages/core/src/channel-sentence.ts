import { typeset } from './french.ts';
import type { MeasuredValue } from './measurement.ts';
import { formatNumber, formatPercent } from './number.ts';
import { numberOf } from './trend.ts';

/** What a unit answers to. */
export const answeredKinds = ['email', 'letter', 'feedback'] as const;
export type AnsweredKind = (typeof answeredKinds)[number];

const NAMES: Readonly<Record<AnsweredKind, string>> = {
  email: 'courriels',
  letter: 'courriers',
  feedback: 'réclamations et suggestions',
};

/** A unit’s answers on a channel, over a period. */
export interface ChannelAnswers {
  /** Name of the unit, which follows « En ». */
  readonly unit: string;
  readonly answered: AnsweredKind;
  readonly rate?: MeasuredValue | null | undefined;
  /** In days. */
  readonly mean?: MeasuredValue | null | undefined;
  /** « moins de 5 jours »: what `delayLabel` gives, or shorter. */
  readonly delay: string;
}

/**
 * Rate and mean of a channel in one French sentence, as the policy of 2021
 * tells them. What is not known is left out.
 */
export function channelSentence({ unit, answered, rate, mean, delay }: ChannelAnswers): string {
  const share = rate ? numberOf(rate) : undefined;
  const days = mean ? numberOf(mean) : undefined;
  const name = NAMES[answered];
  const inTime =
    share === undefined ? '' : `il a été répondu à ${formatPercent(share)} des ${name} en ${delay}`;
  const to = share === undefined ? ` aux ${name}` : '';
  const onAverage = days === undefined ? '' : `le délai moyen de réponse${to} était de ${daysLabel(days)}`;
  const told = [inTime, onAverage].filter((part) => part !== '').join(' et ');
  return typeset(`En ${unit} : ${told === '' ? `les réponses aux ${name} n’ont pas été mesurées` : told}.`);
}

/** « 1 jour », « 2,4 jours »: French counts several from two on. */
export function daysLabel(days: number): string {
  const number = formatNumber(days);
  return `${number} ${/^−?[01](?:,|$)/.test(number) ? 'jour' : 'jours'}`;
}
