import { followMail, type MailEntry, type MailSetting } from './correspondence.ts';
import { QualeprefError } from './error.ts';
import type { Sourced } from './provenance.ts';

/** Something that waits for its answer. */
export interface WaitingAnswer {
  /** Number of the log entry, or reference of the feedback. */
  readonly id: string;
  readonly site: string;
  readonly service?: string;
  /** ISO day. */
  readonly receivedOn: string;
  /** Last ISO day on which the answer is on time. */
  readonly due: string;
  /** Since reception, in the unit of its delay. */
  readonly days: number;
  /** Beyond the due date, in the same unit; 0 when still in time. */
  readonly daysLate: number;
}

/** Where one class of age ends and the next begins, in days of the unit of the delays. */
export const ageingBounds: Sourced<readonly number[]> = {
  value: [5, 10, 20],
  provenance: {
    origin: 'X',
    source: 'Délai des courriels, délai des courriers et son double. Aucun texte lu ne fixe ces classes.',
  },
};

/** What waits, from one number of days to another, both included. */
export interface AgeingClass {
  readonly from: number;
  /** Null: without end. */
  readonly to: number | null;
  /** French. */
  readonly label: string;
  readonly waiting: readonly WaitingAnswer[];
}

/** The letters and e-mails without answer, oldest first. */
export function waitingMail(entries: readonly MailEntry[], setting: MailSetting): readonly WaitingAnswer[] {
  return oldestFirst(
    followMail(entries, setting)
      .filter(({ status }) => status.state === 'waiting' || status.state === 'late')
      .map(({ entry: { id, site, service, receivedOn }, status: { due, days, daysLate } }) => ({
        ...{ id, site, service, receivedOn },
        ...{ due, days, daysLate },
      })),
  );
}

/** By day of reception, then by number. */
export function oldestFirst(waiting: readonly WaitingAnswer[]): readonly WaitingAnswer[] {
  const key = ({ receivedOn, id }: WaitingAnswer): string => `${receivedOn} ${id}`;
  return waiting.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * What waits by class of age, the oldest class and the oldest of each class
 * first. A class may be empty.
 *
 * @param bounds last day of each class, by default `ageingBounds`
 * @throws QualeprefError `ageing-bounds` when they are not whole numbers that grow
 */
export function ageing(waiting: readonly WaitingAnswer[], bounds: readonly number[]): readonly AgeingClass[] {
  if (bounds.some((bound, at) => !Number.isInteger(bound) || bound <= (bounds[at - 1] ?? -1)))
    throw new QualeprefError(
      'ageing-bounds',
      `« ${bounds.join(', ')} » ne sépare pas des classes d’ancienneté. Attendu : des nombres entiers de jours, du plus petit au plus grand, par exemple 5, 10, 20.`,
    );
  const sorted = oldestFirst(waiting);
  const ends = [...bounds, null];
  return ends
    .map((to, at) => {
      const from = at === 0 ? 0 : (bounds[at - 1] ?? 0) + 1;
      return {
        from,
        to,
        label: labelOf(from, to),
        waiting: sorted.filter(({ days }) => from <= days && (to === null || days <= to)),
      };
    })
    .toReversed();
}

function labelOf(from: number, to: number | null): string {
  if (to === null) return from === 0 ? 'toutes' : `${days(from)} ou plus`;
  if (from === to) return days(to);
  return from === 0 ? `${days(to)} ou moins` : `de ${String(from)} à ${days(to)}`;
}

function days(count: number): string {
  return `${String(count)} jour${count > 1 ? 's' : ''}`;
}
