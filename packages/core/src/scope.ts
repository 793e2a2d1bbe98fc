import type { ReceptionFunction, Service, Site, Unit } from './perimeter.ts';
import { receptionFunctionLabels } from './perimeter.ts';
import type { Sourced } from './provenance.ts';
import type { Person } from './role.ts';

/** Functions that a module is about. */
export interface ModuleFunctions {
  readonly module: number;
  readonly functions: readonly ReceptionFunction[];
}

/** What each module needs somebody for. Modules that are not there are filled in by who holds them. */
export const moduleFunctions: Sourced<readonly ModuleFunctions[]> = {
  value: [
    { module: 1, functions: ['desk', 'phone', 'online', 'mail', 'training', 'web-and-social'] },
    { module: 4, functions: ['local-authorities'] },
  ],
  provenance: {
    origin: 'S',
    source:
      'Politique qualité 2021, périmètre\u00a0; courriers et courriels y sont traités par les mêmes services',
  },
};

/**
 * Services in scope for a module: those that name it, and those that name none
 * and have one of its functions.
 *
 * @param of by default `moduleFunctions`
 */
export function scopeOf(
  services: readonly Service[],
  module: number,
  of: readonly ModuleFunctions[],
): readonly Service[] {
  const functions = of.find((each) => each.module === module)?.functions ?? [];
  return services.filter((service) => {
    if (service.modules.length > 0) return service.modules.some((each) => each === module);
    return service.functions.some((each) => functions.includes(each));
  });
}

export const perimeterIssueCodes = [
  'duplicate-site',
  'duplicate-unit',
  'duplicate-service',
  'site-without-unit',
  'site-in-two-units',
  'unknown-site',
  'unknown-service',
  'service-without-id',
  'module-without-service',
  'function-without-service',
] as const;

/** Something that does not hold together in the description of the préfecture. */
export interface PerimeterIssue {
  readonly code: (typeof perimeterIssueCodes)[number];
  /** Id of the site, unit or service, name of the service without one, function, or number of the module. */
  readonly about: string;
  /** French: what, where, what to do. */
  readonly message: string;
}

/** What `perimeterIssues` looks at. */
export interface Perimeter {
  readonly sites: readonly Pick<Site, 'id' | 'name'>[];
  readonly units: readonly Unit[];
  readonly services: readonly Service[];
  readonly people?: readonly Pick<Person, 'site' | 'service'>[];
  /** Modules that the label holds, or aims at. */
  readonly modules: readonly number[];
  /** By default `moduleFunctions`. */
  readonly moduleFunctions: readonly ModuleFunctions[];
}

/** All that is wrong with a perimeter, in the order of the codes. Empty when it holds together. */
export function perimeterIssues(perimeter: Perimeter): readonly PerimeterIssue[] {
  const issues = [
    ...duplicateIssues(perimeter),
    ...unitIssues(perimeter),
    ...referenceIssues(perimeter),
    ...scopeIssues(perimeter),
  ];
  return perimeterIssueCodes.flatMap((code) => issues.filter((issue) => issue.code === code));
}

function* duplicateIssues({ sites, units, services }: Perimeter): Generator<PerimeterIssue> {
  const repeated = (ids: readonly (string | undefined)[]): readonly string[] =>
    [...new Set(ids.filter((each, at) => ids.indexOf(each) < at))].filter((each) => each !== undefined);
  const message = (what: string, about: string): string =>
    `L’identifiant «\u00a0${about}\u00a0» désigne plusieurs ${what}\u00a0: en changer un.`;
  for (const about of repeated(sites.map(({ id }) => id)))
    yield { code: 'duplicate-site', about, message: message('sites', about) };
  for (const about of repeated(units.map(({ id }) => id)))
    yield { code: 'duplicate-unit', about, message: message('unités', about) };
  for (const about of repeated(services.map(({ id }) => id)))
    yield { code: 'duplicate-service', about, message: message('services', about) };
}

function* unitIssues({ sites, units }: Perimeter): Generator<PerimeterIssue> {
  for (const { id, name } of sites) {
    const own = units.filter((unit) => unit.sites.includes(id)).map((unit) => unit.id);
    if (own.length === 0)
      yield {
        code: 'site-without-unit',
        about: id,
        message: `Le site «\u00a0${name}\u00a0» n’est dans aucune unité\u00a0: ses résultats ne seraient publiés nulle part. L’ajouter à une unité.`,
      };
    if (own.length > 1)
      yield {
        code: 'site-in-two-units',
        about: id,
        message: `Le site «\u00a0${name}\u00a0» est dans plusieurs unités (${own.join(', ')})\u00a0: ses résultats compteraient deux fois. N’en garder qu’une.`,
      };
  }
}

function* referenceIssues({ sites, units, services, people = [] }: Perimeter): Generator<PerimeterIssue> {
  const named = [
    ...units.flatMap((unit) =>
      unit.sites.map((site) => ({ site, by: `L’unité «\u00a0${unit.name}\u00a0»` })),
    ),
    ...services.map(({ site, name }) => ({ site, by: `Le service «\u00a0${name}\u00a0»` })),
    ...people.map(({ site }) => ({ site, by: 'Le registre des rôles' })),
  ];
  for (const { site, by } of named) {
    if (site === undefined || sites.some(({ id }) => id === site)) continue;
    yield {
      code: 'unknown-site',
      about: site,
      message: `${by} nomme un site inconnu, «\u00a0${site}\u00a0»\u00a0: le déclarer, ou corriger son identifiant.`,
    };
  }
  for (const { service } of people) {
    if (service === undefined || services.some(({ id }) => id === service)) continue;
    yield {
      code: 'unknown-service',
      about: service,
      message: `Le registre des rôles nomme un service inconnu, «\u00a0${service}\u00a0»\u00a0: le déclarer, ou corriger son identifiant.`,
    };
  }
}

function* scopeIssues({ services, modules, moduleFunctions: of }: Perimeter): Generator<PerimeterIssue> {
  for (const service of services) {
    if (service.id !== undefined || !isInScope(service)) continue;
    yield {
      code: 'service-without-id',
      about: service.name,
      message: `Le service «\u00a0${service.name}\u00a0» est dans le périmètre sans identifiant\u00a0: lui en donner un, pour y rattacher son référent et ses contributeurs.`,
    };
  }
  for (const module of modules) {
    const about = String(module);
    const scope = scopeOf(services, module, of);
    if (scope.length === 0) {
      yield {
        code: 'module-without-service',
        about,
        message: `Aucun service n’est dans le périmètre du module ${about}\u00a0: indiquer lesquels.`,
      };
      continue;
    }
    for (const each of of.find((one) => one.module === module)?.functions ?? []) {
      if (scope.some(({ functions }) => functions.includes(each))) continue;
      yield {
        code: 'function-without-service',
        about: each,
        message: `Module ${about}\u00a0: aucun service n’a la fonction «\u00a0${receptionFunctionLabels[each]}\u00a0». Indiquer lequel en est chargé.`,
      };
    }
  }
}

/** Whether a service is part of the programme: one that only feeds the website is not. */
export function isInScope({ functions, modules }: Pick<Service, 'functions' | 'modules'>): boolean {
  return functions.length > 0 || modules.length > 0;
}
