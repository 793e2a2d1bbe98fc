import type { Procedure, Site } from '@qualepref/core';
import { reaches, sitesOf, type Agent, type Reached } from './access.ts';
import type { AgentAsked } from './agent-route.ts';
import type { World } from './world.ts';

/** A procedure booked on slots of ours. */
export type OwnProcedure = Procedure & { readonly id: string };

/** The procedures that a site receives for on slots of ours, those that a person may see. */
export function proceduresAt({ settings }: World, agent: Agent, site: string): readonly OwnProcedure[] {
  return settings.config.procedures.filter(
    (procedure): procedure is OwnProcedure =>
      procedure.id !== undefined &&
      procedure.booking?.mode === 'own-slots' &&
      procedure.sites.includes(site) &&
      reaches(agent, { site, service: procedure.service ?? null }),
  );
}

/** What bounds a procedure of a site: its service too. */
export function reachOf({ settings }: World, site: string, procedure: string): Reached {
  const found = settings.config.procedures.find(({ id }) => id === procedure);
  return { site, service: found?.service ?? null };
}

/** The French name of a procedure, or its id when the configuration no longer has it. */
export function procedureName({ settings }: World, procedure: string): string {
  return settings.config.procedures.find(({ id }) => id === procedure)?.label.fr ?? procedure;
}

/** The site that the address names, else the first of the person. */
export function siteAsked({
  world,
  agent,
  query,
}: Pick<AgentAsked<unknown>, 'world' | 'agent' | 'query'>): Site | undefined {
  const own = sitesOf(agent, world.settings.config);
  return own.find(({ id }) => id === query['site']) ?? own[0];
}

/** The site that the address names: what checks that it is one of the person’s. */
export function siteInAddress({ query }: Pick<AgentAsked<unknown>, 'query'>): Reached {
  return query['site'] ? { site: query['site'] } : {};
}

/** Sites as a form offers them. */
export function siteChoices({ world, agent }: Pick<AgentAsked<unknown>, 'world' | 'agent'>): readonly {
  readonly value: string;
  readonly label: string;
}[] {
  return sitesOf(agent, world.settings.config).map(({ id, name }) => ({ value: id, label: name }));
}
