import type { WorkBook } from '@e965/xlsx';
import {
  actionStateLabels,
  advance,
  planAction,
  QualeprefError,
  type Action,
  type ActionState,
  type Gap,
} from '@qualepref/core';
import type { KeptAction } from './audit-file.ts';
import { withDecisions } from './decided-report.ts';
import {
  CHANGED_KEY,
  chosen,
  LONGEST_NAME,
  LONGEST_TEXT,
  rowsOf,
  signedBy,
  type Reading,
  type Row,
} from './grid-import-rows.ts';
import { PLAN_COLUMNS, PLAN_SHEET } from './grid-sheet.ts';
import { PLAN_TITLES } from './grid-titles.ts';
import { lastActions, planOf } from './improvement-actions.ts';
import { day } from './reports/french.ts';
import { cut } from './text.ts';

type PlanRow = Row<typeof PLAN_COLUMNS>;

interface Reader extends Reading {
  readonly actions: ReadonlyMap<string, KeptAction>;
  readonly gaps: ReadonlyMap<string, Gap>;
}

/** The actions of a spreadsheet that are new, or that went on. */
export function readPlan(book: WorkBook, reading: Reading): readonly KeptAction[] {
  const { report, kept, faults } = reading;
  const actions = new Map(lastActions(kept.actions ?? []).map((each) => [each.action.id, each]));
  const plan = planOf(withDecisions(report, kept), kept);
  const gaps = new Map(plan.map(({ gap }) => [gap.id, gap]));
  const reader = { ...reading, actions, gaps };
  const seen = new Set<string>();
  const layout = { name: PLAN_SHEET, columns: PLAN_COLUMNS, titles: PLAN_TITLES };
  return rowsOf(book, layout, ['owner', 'dueOn', 'state'], faults).flatMap((row) => {
    const read = actionIn(row, reader);
    if (read === null) return [];
    const { id } = read.action;
    if (seen.has(id)) row.wrong('what', 'Cette action est écrite deux fois : n’en garder qu’une.');
    seen.add(id);
    return read.action === actions.get(id)?.action ? [] : [read];
  });
}

function actionIn(row: PlanRow, reader: Reader): KeptAction | null {
  const key = row.at('key');
  const due = row.day('dueOn');
  if (due === undefined) return row.wrong('dueOn', 'Ce n’est pas une date. L’écrire ainsi : 30/06/2027.');
  const word = row.at('state');
  const state = word === '' ? undefined : chosen(actionStateLabels, word);
  if (word !== '' && state === undefined)
    return row.wrong(
      'state',
      `« ${cut(word, 40)} » n’est pas un état. Choisir ${Object.values(actionStateLabels).join(', ')}.`,
    );
  if (row.at('note').length > LONGEST_TEXT)
    return row.wrong('note', `Cette explication dépasse ${String(LONGEST_TEXT)} caractères : la raccourcir.`);
  const known = key === '' ? writtenBefore(row, reader) : reader.actions.get(key);
  if (!known && key !== '') return row.wrong('key', CHANGED_KEY);
  const begun = known ?? newAction(row, due, reader);
  return begun && goneOn(row, begun, { state, due }, reader);
}

/** A new action read a second time has no number yet. */
function writtenBefore(row: PlanRow, { actions }: Reader): KeptAction | undefined {
  return [...actions.values()].find(
    ({ gap, action }) =>
      gap.id === row.at('gapKey') && action.what === row.at('what') && action.owner === row.at('owner'),
  );
}

function newAction(row: PlanRow, due: string | null, reader: Reader): KeptAction | null {
  if (row.at('gapKey') === '') return row.wrong('owner', 'Cette ligne n’est celle d’aucun écart : la vider.');
  const gap = reader.gaps.get(row.at('gapKey'));
  if (!gap) return row.wrong('gapKey', CHANGED_KEY);
  const [what, owner] = [row.at('what'), row.at('owner')];
  if (what === '') return row.wrong('what', 'Il manque l’action : dire ce qui sera fait.');
  if (what.length > LONGEST_TEXT)
    return row.wrong('what', `Cette action dépasse ${String(LONGEST_TEXT)} caractères : la raccourcir.`);
  if (owner === '') return row.wrong('owner', 'Il manque le responsable : un service ou une fonction.');
  if (owner.length > LONGEST_NAME) return row.wrong('owner', 'Ce nom est trop long.');
  if (due === null) return row.wrong('dueOn', 'Il manque l’échéance : par exemple 30/06/2027.');
  const signed = signedBy(row, reader);
  if (!signed) return null;
  const own = [...reader.actions.values()].filter((each) => each.gap.id === gap.id);
  const replaced = own.find(
    ({ action }) => action.state === 'ineffective' && !own.some((each) => each.action.follows === action.id),
  );
  const action = planAction({
    ...{ id: `${gap.id}:${String(own.length + 1)}`, gap: gap.id, kind: 'corrective', origin: gap.origin },
    ...(replaced ? { follows: replaced.action.id } : {}),
    ...{ what, owner, dueOn: due, on: signed.date, by: signed.by },
  });
  return { gap, action };
}

/** What leads to a state from those before it: to be found effective, an action is done first. */
const WAYS: Readonly<Record<ActionState, readonly ActionState[]>> = {
  planned: [],
  'in-progress': ['in-progress'],
  done: ['done'],
  effective: ['done', 'effective'],
  ineffective: ['done', 'ineffective'],
  abandoned: ['abandoned'],
};

function goneOn(
  row: PlanRow,
  { gap, action }: KeptAction,
  { state = action.state, due }: { state: ActionState | undefined; due: string | null },
  reader: Reader,
): KeptAction | null {
  const dueOn = due ?? action.dueOn;
  // What it once was says nothing new: an older spreadsheet takes nothing back.
  if (action.history.some((step) => step.state === state && step.dueOn === dueOn)) return { gap, action };
  const signed = signedBy(row, reader);
  if (!signed) return null;
  const note = row.at('note');
  const last = action.history.at(-1);
  if (last && signed.date < last.on)
    return row.wrong('date', `Ce jour vient avant la dernière étape de l’action, du ${day(last.on)}.`);
  const isMoved = dueOn !== action.dueOn;
  if (note === '' && (isMoved || EXPLAINED.includes(state)))
    return row.wrong(
      'note',
      'Il manque l’explication : la raison du report ou de l’abandon, ou ce qui montre que l’action a eu de l’effet ou n’en a pas eu.',
    );
  const change = { on: signed.date, by: signed.by, ...(note === '' ? {} : { note }) };
  try {
    let now: Action = isMoved ? advance(action, { ...change, dueOn }) : action;
    for (const to of now.state === state ? [] : WAYS[state].filter((step) => step !== now.state))
      now = advance(now, { ...change, to });
    return { gap, action: now };
  } catch (error) {
    if (!(error instanceof QualeprefError) || error.code !== 'action') throw error;
    const is = actionStateLabels[action.state];
    return row.wrong(
      'state',
      `Une action « ${is} » ne devient pas « ${actionStateLabels[state]} », et une action finie garde son échéance.`,
    );
  }
}

const EXPLAINED: readonly ActionState[] = ['effective', 'ineffective', 'abandoned'];
