import { typeset, type Decision } from '@qualepref/core';
import { verdictWords } from './decided-report.ts';
import { day } from './reports/french.ts';
import { collapse } from './text.ts';

/** A row that says what somebody said before it was changed: an older copy of the spreadsheet was read. */
export interface OldAnswer {
  readonly sheet: string;
  readonly line: number;
  /** French: what it is about, and what holds. */
  readonly now: string;
}

/** What a row says of an item. */
interface Said {
  readonly verdict: Decision['verdict'];
  readonly reason: string;
  /** Of the row, or of the file. */
  readonly by: string;
  readonly date: string | null | undefined;
  /** Whether the row has a name or a day of its own. */
  readonly isSigned: boolean;
  /** The decision that the spreadsheet was made with. */
  readonly shown: string;
}

/** What a spreadsheet shows of a decision: which one it was made with is told by it. */
export function decidedWords({ verdict, by, date }: Decision): string {
  return `${verdictWords[verdict]}, décidé par ${by} le ${day(date)}`;
}

/**
 * Whether a row repeats a decision that another one followed: it carries the
 * same signature, or shows that decision as its spreadsheet was made with it.
 *
 * @param history the oldest first
 */
export function isOldDecision(history: readonly Decision[], said: Said): boolean {
  const shows = (decision: Decision): boolean => collapse(decidedWords(decision)) === said.shown;
  const last = history.at(-1);
  // Whoever had the last one in front of them changed their mind.
  if (!last || shows(last)) return false;
  return history
    .slice(0, -1)
    .some(
      (old) =>
        old.verdict === said.verdict &&
        (old.reason ?? '') === said.reason &&
        ((old.by === said.by && old.date === said.date) || (!said.isSigned && shows(old))),
    );
}

/** What holds instead of an older decision. */
export function decidedNow(item: string, { verdict, by, date }: Decision): string {
  return `${item}, depuis « ${verdictWords[verdict]} », par ${by} le ${day(date)}`;
}

/** Rows that a message names. */
const NAMED = 20;

/** What is told of older answers; nothing when there are none. */
export function oldAnswersText(old: readonly OldAnswer[]): string | false {
  if (old.length === 0) return false;
  const lines = old
    .slice(0, NAMED)
    .map(({ sheet, line, now }) => `Feuille « ${sheet} », ligne ${String(line)} : ${now}.`);
  const more = old.length - NAMED;
  return typeset(
    [
      'Réponses d’une copie ancienne, changées depuis : elles ne sont pas reprises. Pour y revenir, les dater d’un autre jour.',
      ...lines,
      ...(more > 0 ? [`Et ${String(more)} de plus.`] : []),
    ].join('\n'),
  );
}
