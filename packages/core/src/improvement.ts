import * as v from 'valibot';
import { tellFaults, type Fault } from './fault.ts';
import { parsed } from './parse.ts';
import type { Sourced } from './provenance.ts';
import { id, isoDay, list, oneOf, section, text } from './schema.ts';

/** Where a gap was seen, or an action decided. */
export const gapOrigins = [
  'website-grid',
  'reception-grid',
  'mail-control',
  'internal-audit',
  'external-audit',
  'survey',
  'feedback',
  'indicator',
  'committee',
] as const;
export type GapOrigin = (typeof gapOrigins)[number];

/** French names of the origins, as a list of the plan shows them. */
export const gapOriginLabels: Readonly<Record<GapOrigin, string>> = {
  'website-grid': 'grille du site internet',
  'reception-grid': 'grille d’accueil sur site',
  'mail-control': 'contrôle des courriers et courriels',
  'internal-audit': 'audit interne',
  'external-audit': 'audit externe',
  survey: 'enquête de satisfaction',
  feedback: 'réclamations et suggestions',
  indicator: 'indicateur',
  committee: 'comité de pilotage',
};

const KEY = 'un identifiant : un texte sans espace, par exemple website:2026-T4:ACC-01';
const key = v.pipe(text(KEY), v.regex(/^\S+$/, KEY));

/**
 * A gap (écart) between what the label asks and what was seen. Its id is
 * stable: the same gap found twice by the same check is one gap.
 */
export const gapSchema = section({
  id: key,
  origin: oneOf(gapOrigins),
  foundOn: isoDay,
  /** French: what is wrong. */
  subject: text(),
  /** What it rests on: grid item, theme of a survey, chapter of an audit report… */
  reference: v.optional(text()),
  site: v.optional(id),
  service: v.optional(id),
  /** One of the words of the list in use, by default `gapSeverities`. */
  severity: v.optional(id),
});
export type Gap = v.InferOutput<typeof gapSchema>;

/** Classes of gaps, gravest first. The référentiel's own are not known: a list to change. */
export const gapSeverities: Sourced<readonly { readonly id: string; readonly label: string }[]> = {
  value: [
    { id: 'majeur', label: 'écart majeur' },
    { id: 'mineur', label: 'écart mineur' },
    { id: 'point-sensible', label: 'point sensible' },
  ],
  provenance: {
    origin: 'K',
    source:
      'Usage des organismes de certification (majeur, mineur) et vocabulaire d’audit vu dans la Loire en 2022 (point sensible)',
  },
};

export const actionKinds = ['corrective', 'preventive'] as const;
export type ActionKind = (typeof actionKinds)[number];

/** In the order in which an action goes through them; `abandoned` is a way out of the first two. */
export const actionStates = [
  'planned',
  'in-progress',
  'done',
  'effective',
  'ineffective',
  'abandoned',
] as const;
export type ActionState = (typeof actionStates)[number];

export const actionStateLabels: Readonly<Record<ActionState, string>> = {
  planned: 'prévue',
  'in-progress': 'en cours',
  done: 'faite',
  effective: 'efficace',
  ineffective: 'sans effet',
  abandoned: 'abandonnée',
};

/** What is final has no way out: an action without effect calls for another one. */
const NEXT: Readonly<Record<ActionState, readonly ActionState[]>> = {
  planned: ['in-progress', 'done', 'abandoned'],
  'in-progress': ['done', 'abandoned'],
  done: ['effective', 'ineffective'],
  effective: [],
  ineffective: [],
  abandoned: [],
};

/** Nobody would know why otherwise. */
const EXPLAINED: readonly ActionState[] = ['effective', 'ineffective', 'abandoned'];

/** One line of an action’s history: what it became, and until when it then had to be done. */
const stepSchema = section({
  state: oneOf(actionStates),
  dueOn: isoDay,
  on: isoDay,
  by: text(),
  /** Why it is given up or put off; what shows that it worked or did not. */
  note: v.optional(text()),
});
export type ActionStep = v.InferOutput<typeof stepSchema>;

const HISTORY = 'une liste d’au moins une étape';

/**
 * An action of the improvement plan. `state` and `dueOn` are those of the last
 * step of its history, where states only move forward and from which nothing
 * is ever taken away.
 */
export const actionSchema = v.pipe(
  section({
    id: key,
    /** The gap it answers; none when it was decided without one. */
    gap: v.optional(key),
    /** The action without effect that it replaces. */
    follows: v.optional(key),
    /** `corrective` mends what was found; `preventive` keeps it from happening elsewhere. */
    kind: oneOf(actionKinds),
    origin: oneOf(gapOrigins),
    what: text(),
    /** Its pilot: a role rather than a name. */
    owner: text(),
    dueOn: isoDay,
    state: oneOf(actionStates),
    history: v.pipe(list(stepSchema, 'd’étapes'), v.minLength(1, HISTORY)),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (dataset.typed) tellFaults(faultsOf(dataset.value), addIssue);
  }),
);
export type Action = v.InferOutput<typeof actionSchema>;

/** What an action is decided with. */
export interface NewAction extends Omit<Action, 'state' | 'history'> {
  /** ISO day and author of the decision. */
  readonly on: string;
  readonly by: string;
}

/**
 * Enters an action into the plan.
 *
 * @throws QualeprefError `action` naming the key that is wrong
 */
export function planAction({ on, by, ...action }: NewAction): Action {
  const state = 'planned';
  return checked({ ...action, state, history: [{ state, dueOn: action.dueOn, on, by }] });
}

/** What happens to an action: another state, another due date, or both. */
export interface ActionChange {
  readonly to?: ActionState;
  readonly dueOn?: string;
  /** ISO day. */
  readonly on: string;
  readonly by: string;
  readonly note?: string;
}

/**
 * Moves an action forward, or puts off its due date, and adds the step to its
 * history. A note is due for a new date, for giving up, and for the check of
 * effectiveness.
 *
 * @throws QualeprefError `action` when the state cannot follow, the day comes before the last step, or a note is missing
 */
export function advance(
  action: Action,
  { to: state = action.state, dueOn = action.dueOn, on, by, note }: ActionChange,
): Action {
  const step: ActionStep = { state, dueOn, on, by, ...(note === undefined ? {} : { note }) };
  return checked({ ...action, state, dueOn, history: [...action.history, step] });
}

function checked(action: Action): Action {
  return parsed(actionSchema, action, { code: 'action', name: `action ${action.id}` });
}

function* faultsOf({ state, dueOn, history }: Action): Generator<Fault> {
  for (const [at, step] of history.entries()) {
    const fault = faultOf(step, history[at - 1]);
    if (fault) yield { path: ['history', at, fault.key], input: step[fault.key], expected: fault.expected };
  }
  const last = history.at(-1);
  if (last && last.state !== state)
    yield { path: ['state'], input: state, expected: `l’état de la dernière étape : ${last.state}` };
  if (last && last.dueOn !== dueOn)
    yield { path: ['dueOn'], input: dueOn, expected: `l’échéance de la dernière étape : ${last.dueOn}` };
}

function faultOf(
  step: ActionStep,
  before: ActionStep | undefined,
): { readonly key: keyof ActionStep; readonly expected: string } | undefined {
  if (!before) {
    return step.state === 'planned' ? undefined : { key: 'state', expected: 'le premier état : planned' };
  }
  const putOff = step.dueOn !== before.dueOn;
  const next = NEXT[before.state];
  if (putOff && !isUnderWay(step))
    return { key: 'dueOn', expected: `l’échéance d’une action finie, qui ne change plus : ${before.dueOn}` };
  if (!next.includes(step.state) && !(putOff && step.state === before.state)) {
    const words = next.length === 0 ? 'aucun, cet état est définitif' : next.join(', ');
    return { key: 'state', expected: `un état qui peut suivre « ${before.state} » : ${words}` };
  }
  if (step.on < before.on)
    return { key: 'on', expected: `une date possible : au plus tôt celle de l’étape d’avant, ${before.on}` };
  if ((putOff || EXPLAINED.includes(step.state)) && step.note === undefined)
    return {
      key: 'note',
      expected:
        'une explication : la raison du report ou de l’abandon, ou ce qui montre que l’action a eu de l’effet ou n’en a pas eu',
    };
  return undefined;
}

/** Whether an action still has to be done. */
export function isUnderWay({ state }: Pick<Action, 'state'>): boolean {
  return state === 'planned' || state === 'in-progress';
}
