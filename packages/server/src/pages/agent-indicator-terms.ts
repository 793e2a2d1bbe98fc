import { indicators, type Breakdown, type Dimension, type Indicator, type PeriodKind } from '@qualepref/core';
import type * as v from 'valibot';
import { reaches, sitesOf, type Agent, type Reached } from '../access.ts';
import type { AgentAsked } from '../agent-route.ts';
import { unitsOf } from '../figures.ts';
import { maybe, needed } from '../form-fields.ts';
import type { World } from '../world.ts';

/** Where figures are. */
export const INDICATORS = '/agents/indicateurs';

/** How often something is measured, in a sentence. */
export const frequency: Readonly<Record<PeriodKind, string>> = {
  year: 'chaque année',
  semester: 'chaque semestre',
  quarter: 'chaque trimestre',
  month: 'chaque mois',
  day: 'chaque jour',
};

/** Where a figure can be of: a site, or a unit of several. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

/** Sites, and units of several, that a figure can be of. */
export function placesOf(agent: Agent, { settings }: World): readonly Place[] {
  const { config } = settings;
  const units = unitsOf(config).filter(
    ({ id, sites }) =>
      !config.sites.some((site) => site.id === id) && sites.every((site) => reaches(agent, { site })),
  );
  return [
    ...sitesOf(agent, config).map(({ id, name }) => ({ id, name })),
    ...units.map(({ id, name }) => ({ id, name })),
  ];
}

/** An indicator of the catalogue. */
export function indicatorOf(id: string): Indicator | undefined {
  return indicators.find((each) => each.id === id);
}

/** Its French name, or its id when the catalogue no longer has it. */
export function labelOf(id: string): string {
  return indicatorOf(id)?.label.fr ?? id;
}

/** What the form says that a figure is about, for a family of indicators. */
export function partOf(
  { per }: Pick<Indicator, 'per'>,
  form: Readonly<Partial<Record<Dimension, string>>>,
): Breakdown | undefined {
  if (!per) return undefined;
  return Object.fromEntries(per.map((name) => [name, form[name] ?? '']));
}

/** The fields that name a figure. */
export const named: Readonly<
  Record<'indicateur' | 'lieu' | 'periode' | Dimension, v.GenericSchema<string | undefined, string>>
> = {
  ...{ indicateur: needed('Choisir un indicateur.'), lieu: needed('Choisir un site.') },
  periode: needed('La période manque.'),
  ...{ theme: maybe(), channel: maybe(), title: maybe(), network: maybe(), procedure: maybe() },
};

/** A figure of a unit is within the reach of who has all its sites. */
export function placeObject({
  world,
  form: { lieu },
}: AgentAsked<{ readonly lieu: string }>): Reached | undefined {
  const { config } = world.settings;
  if (config.sites.some(({ id }) => id === lieu)) return { site: lieu };
  return unitsOf(config).some(({ id }) => id === lieu) ? { isWhole: true } : undefined;
}
