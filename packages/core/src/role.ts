import * as v from 'valibot';
import type { Service, Site } from './perimeter.ts';
import type { Sourced } from './provenance.ts';
import { id, isoDay, list, oneOf, section, text, unknownYet } from './schema.ts';
import { isInScope } from './scope.ts';

/** Who keeps the programme alive. */
export const roles = [
  'quality-manager',
  'committee-chair',
  'quality-contact',
  'co-marking-contact',
  'site-contributor',
  'training-lead',
] as const;
export type Role = (typeof roles)[number];

export const roleLabels: Readonly<Record<Role, string>> = {
  'quality-manager': 'responsable qualité',
  'committee-chair': 'présidence du comité de pilotage',
  'quality-contact': 'référent qualité',
  'co-marking-contact': 'référent co-marquage',
  'site-contributor': 'contributeur du site internet',
  'training-lead': 'animation de la formation',
};

const ORDER = 'une date de fin : au plus tôt celle du début, since';

/** Somebody who holds a role; the register is kept by role, and a name may stay unsaid. */
export const personSchema = v.pipe(
  section({
    role: oneOf(roles),
    name: unknownYet(text()),
    /** French: what they are in the préfecture, « secrétaire générale adjointe ». */
    position: unknownYet(text()),
    /** The office, or else the site, that they hold it for. */
    service: unknownYet(id),
    site: unknownYet(id),
    /** What sets the objectives of the quality manager. */
    missionLetter: unknownYet(section({ on: unknownYet(isoDay), document: unknownYet(text()) })),
    trained: v.optional(
      list(section({ on: unknownYet(isoDay), subject: text() }), 'de formations suivies'),
      [],
    ),
    /** First and last day in the role. */
    since: unknownYet(isoDay),
    until: unknownYet(isoDay),
  }),
  v.forward(
    v.partialCheck(
      [['since'], ['until']],
      ({ since, until }) => since === undefined || until === undefined || since <= until,
      ORDER,
    ),
    ['until'],
  ),
);
export type Person = v.InferOutput<typeof personSchema>;

/** Whether somebody holds their role on an ISO day. Unknown dates set no limit. */
export function isInRole({ since, until }: Pick<Person, 'since' | 'until'>, day: string): boolean {
  return (since === undefined || since <= day) && (until === undefined || day <= until);
}

/** Whether somebody has followed a training by an ISO day; one of an unknown day is behind. */
export function isTrained({ trained }: Pick<Person, 'trained'>, day: string): boolean {
  return trained.some(({ on }) => on === undefined || on <= day);
}

/** Roles that somebody must hold, whatever the services. */
export const requiredRoles: Sourced<readonly Role[]> = {
  value: ['quality-manager', 'committee-chair', 'co-marking-contact', 'training-lead'],
  provenance: {
    origin: 'S',
    source: 'Politique qualité 2021, périmètre, pilotage de la démarche et accueil dématérialisé',
  },
};

export const roleIssueCodes = [
  'role-without-person',
  'manager-without-letter',
  'manager-untrained',
  'office-without-contact',
  'site-without-contact',
  'service-without-contributor',
  'contributor-untrained',
] as const;

/** A role that nobody holds, or not as it should be held. */
export interface RoleIssue {
  readonly code: (typeof roleIssueCodes)[number];
  /** The role; the id of the service or site, the name of a service without one. */
  readonly about: string;
  /** French: what is missing, and what to do. */
  readonly message: string;
}

/** What the roles are looked at with. */
export interface RoleContext {
  readonly services: readonly Service[];
  readonly sites: readonly Pick<Site, 'id' | 'name' | 'kind'>[];
  /** ISO day. */
  readonly today: string;
  /** By default `requiredRoles`. */
  readonly required: readonly Role[];
}

/**
 * What the register of roles lacks on a day, in the order of the codes. Every
 * office in scope has a quality contact of its own, save those of a
 * sous-préfecture, which share that of the site; every service, in scope or
 * not, has a trained contributor (policy of 2021).
 */
export function roleIssues(people: readonly Person[], context: RoleContext): readonly RoleIssue[] {
  const holders = people.filter((person) => isInRole(person, context.today));
  const issues = [
    ...requiredIssues(holders, context),
    ...managerIssues(holders, context),
    ...contactIssues(holders, context),
    ...contributorIssues(holders, context),
  ];
  return roleIssueCodes.flatMap((code) => issues.filter((issue) => issue.code === code));
}

function* requiredIssues(holders: readonly Person[], { required }: RoleContext): Generator<RoleIssue> {
  for (const role of required) {
    if (holders.some((person) => person.role === role)) continue;
    yield {
      code: 'role-without-person',
      about: role,
      message: `Personne ne tient le rôle «\u00a0${roleLabels[role]}\u00a0»\u00a0: nommer quelqu’un.`,
    };
  }
}

function* managerIssues(holders: readonly Person[], { today }: RoleContext): Generator<RoleIssue> {
  const about = 'quality-manager';
  for (const manager of holders.filter(({ role }) => role === about)) {
    const { missionLetter } = manager;
    if (missionLetter === undefined || (missionLetter.on !== undefined && missionLetter.on > today))
      yield {
        code: 'manager-without-letter',
        about,
        message:
          'La responsable ou le responsable qualité n’a pas de lettre de mission\u00a0: en établir une.',
      };
    if (!isTrained(manager, today))
      yield {
        code: 'manager-untrained',
        about,
        message:
          'La responsable ou le responsable qualité n’a suivi aucune formation\u00a0: en prévoir une, ou la noter.',
      };
  }
}

function* contactIssues(holders: readonly Person[], { services, sites }: RoleContext): Generator<RoleIssue> {
  const contacts = holders.filter(({ role }) => role === 'quality-contact');
  const branches = sites.filter(({ kind }) => kind === 'sous-prefecture');
  for (const { id, name, site } of services.filter(isInScope)) {
    if (branches.some((branch) => branch.id === site)) continue;
    if (id !== undefined && contacts.some(({ service }) => service === id)) continue;
    yield {
      code: 'office-without-contact',
      about: id ?? name,
      message: `Le bureau «\u00a0${name}\u00a0» n’a pas de référent qualité\u00a0: en nommer un.`,
    };
  }
  for (const { id, name } of branches) {
    const own = services.filter(({ site }) => site === id);
    const isOwn = ({ site, service }: Person): boolean =>
      site === id || (service !== undefined && own.some((each) => each.id === service));
    if (contacts.some(isOwn)) continue;
    yield {
      code: 'site-without-contact',
      about: id,
      message: `La sous-préfecture «\u00a0${name}\u00a0» n’a pas de référent qualité\u00a0: en nommer un.`,
    };
  }
}

function* contributorIssues(
  holders: readonly Person[],
  { services, today }: RoleContext,
): Generator<RoleIssue> {
  for (const { id, name } of services) {
    const own = holders.filter(
      ({ role, service }) => role === 'site-contributor' && service !== undefined && service === id,
    );
    const about = id ?? name;
    if (own.length === 0)
      yield {
        code: 'service-without-contributor',
        about,
        message: `Le service «\u00a0${name}\u00a0» n’a pas de contributeur du site internet\u00a0: en nommer un et le former.`,
      };
    else if (!own.some((person) => isTrained(person, today)))
      yield {
        code: 'contributor-untrained',
        about,
        message: `Aucun contributeur du service «\u00a0${name}\u00a0» n’a suivi de formation\u00a0: en prévoir une, ou la noter.`,
      };
  }
}
