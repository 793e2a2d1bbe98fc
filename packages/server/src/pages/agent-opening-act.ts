import type { OpeningRule } from '@qualepref/core';
import type { Reached } from '../access.ts';
import { reachOf } from '../agent-places.ts';
import { WrongForm, type AgentAsked, type Faults, type Page } from '../agent-route.ts';
import { openSlots } from '../booking.ts';
import { record } from '../journal.ts';
import type { Tx } from '../store/database.ts';
import { lockPlace, ruleNamed, rulesOf, type PlaceName, type StoredRule } from '../store/opening-store.ts';
import { isUuid } from '../uuid.ts';
import { OPENINGS, type KeptRule } from './agent-opening-lists.ts';
import { openingsPage } from './agent-openings.ts';

/** What bounds who may change the rule that the address names. */
export async function ruleObject({ world, db, params }: AgentAsked<unknown>): Promise<Reached | undefined> {
  const { id = '' } = params;
  const kept = isUuid(id) ? await ruleNamed(db, id) : undefined;
  return kept && reachOf(world, kept.site, kept.procedure);
}

/** @throws WrongForm when somebody else changed the rule since the object of the route was checked */
export async function ruleFound({ db, params }: AgentAsked<unknown>): Promise<StoredRule> {
  const kept = await ruleNamed(db, params['id'] ?? '');
  if (!kept) throw new WrongForm({ '': 'Cette ouverture vient de changer : recharger la page.' });
  return kept;
}

/** The rules of a place, which nobody else changes until the transaction ends. */
export async function rulesToChange(tx: Tx, place: PlaceName): Promise<readonly KeptRule[]> {
  await lockPlace(tx, place);
  return rulesOf(tx, place);
}

/** Makes the rules of a place others, and writes down that they are. */
export async function changeRules(
  { world, agent }: AgentAsked<unknown>,
  tx: Tx,
  { site, procedure }: PlaceName,
  rules: readonly OpeningRule[],
  action: 'opening-added' | 'opening-changed',
): Promise<void> {
  await openSlots(world, tx, rules, [{ site, procedure }]);
  await record(world, tx, agent, { action, object: `opening ${site} ${procedure}` });
}

/** Adds a rule to those of its place. */
export async function addRule(asked: AgentAsked<unknown>, tx: Tx, rule: OpeningRule): Promise<void> {
  const { site, procedure } = rule;
  const kept = await rulesToChange(tx, { site, procedure });
  await changeRules(asked, tx, rule, [...kept.map((each) => each.rule), rule], 'opening-added');
}

/** Changes the rule that the address names, or takes it away with `undefined`. */
export async function changeRule(
  asked: AgentAsked<unknown>,
  tx: Tx,
  changed: (rule: OpeningRule) => OpeningRule | undefined,
): Promise<PlaceName> {
  const { site, procedure } = await ruleFound(asked);
  const place = { site, procedure };
  const kept = await rulesToChange(tx, place);
  // Its id goes with each change of the place: another may have been faster.
  const { id: named } = await ruleFound(asked);
  const rules = kept.flatMap(({ id, rule }) => (id === named ? (changed(rule) ?? []) : [rule]));
  await changeRules(asked, tx, place, rules, 'opening-changed');
  return place;
}

/** The page of openings, with what is wrong. */
export const again = (asked: AgentAsked<Readonly<Record<string, unknown>>>, faults: Faults): Promise<Page> =>
  openingsPage(asked, { values: asked.form, faults });

/** Where one goes once an opening is changed. */
export const backTo = (site: string): string => `${OPENINGS}?site=${site}`;
