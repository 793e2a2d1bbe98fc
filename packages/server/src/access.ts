import type { Config, Service, Site } from '@qualepref/core';
import type { AccountRole } from './store/account-tables.ts';

/** Somebody who is signed in, with what bounds what they may do. */
export interface Agent {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: AccountRole;
  /** Ids; empty stands for all. */
  readonly sites: readonly string[];
  /** That of the person; all of them without it. */
  readonly service: string | null;
  /** The password was given by somebody else: all that may be done is to choose another. */
  readonly mustChange: boolean;
  /** A second factor is imposed and there is none: all that may be done is to set one. */
  readonly mustEnrol: boolean;
}

/** What a request is about: what is not said is not bounded. */
export interface Reached {
  readonly site?: string;
  /** `null` for what no service has yet, which is everybody’s. */
  readonly service?: string | null;
  /** Of all sites together, as results are. */
  readonly isWhole?: boolean;
}

/** French names of the roles, as a form shows them. */
export const roleNames: Readonly<Record<AccountRole, string>> = {
  administrator: 'administrateur',
  'quality-manager': 'responsable qualité',
  referent: 'référent d’un service',
  agent: 'agent d’accueil',
  reader: 'lecteur',
};

type Roles = readonly AccountRole[];
/** Everybody who is signed in. */
export const everybody: Roles = ['administrator', 'quality-manager', 'referent', 'agent', 'reader'];
/** Who receives people. An administrator of the machine sees nothing of them. */
export const atDesk: Roles = ['quality-manager', 'referent', 'agent'];
/** Who decides when people are received, and what is answered. */
export const organisers: Roles = ['quality-manager', 'referent'];
/** Who may read the correspondence log, in which nobody is named. */
export const logReaders: Roles = ['quality-manager', 'referent', 'agent', 'reader'];
/** Who enters figures and publishes them. */
export const managers: Roles = ['quality-manager'];

/** Whether an object is within the sites and the service of a person. */
export function reaches(
  agent: Pick<Agent, 'sites' | 'service'>,
  { site, service, isWhole }: Reached,
): boolean {
  if (isWhole && agent.sites.length > 0) return false;
  if (site !== undefined && agent.sites.length > 0 && !agent.sites.includes(site)) return false;
  return typeof service !== 'string' || agent.service === null || agent.service === service;
}

/** The sites of a person, in the order of the configuration. */
export function sitesOf(agent: Pick<Agent, 'sites'>, { sites }: Config): readonly Site[] {
  return sites.filter(({ id }) => agent.sites.length === 0 || agent.sites.includes(id));
}

/** A service that accounts and feedback can name. */
export type NamedService = Service & { readonly id: string };

/** The services that a person may name, in the order of the configuration. */
export function servicesOf(agent: Pick<Agent, 'service'>, { services }: Config): readonly NamedService[] {
  return services
    .filter((service): service is NamedService => service.id !== undefined)
    .filter(({ id }) => agent.service === null || agent.service === id);
}

/** The name of a site, or its id when the configuration no longer has it. */
export function siteName({ sites }: Config, site: string): string {
  return sites.find(({ id }) => id === site)?.name ?? site;
}

/** The name of a service, or its id when the configuration no longer has it. */
export function serviceName({ services }: Config, service: string): string {
  return services.find(({ id }) => id === service)?.name ?? service;
}
