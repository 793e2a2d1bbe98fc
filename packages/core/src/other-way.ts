import { typeset } from './french.ts';
import type { OtherWay } from './other-way-schema.ts';
import { phoneTariffOf, phoneTariffRules, type TariffRule } from './phone-tariff.ts';

/** Why a way is not enough by itself. */
export const otherWayFaults = [
  'no-number',
  'surcharged',
  'unproven-tariff',
  'no-hours',
  'no-address',
  'online-only',
] as const;
export type OtherWayFault = (typeof otherWayFaults)[number];

const MESSAGES: Readonly<Record<OtherWayFault | 'none', string>> = {
  'no-number': 'Le numéro de téléphone manque\u00a0: l’ajouter.',
  surcharged: 'Le numéro est surtaxé\u00a0: en donner un qui ne l’est pas.',
  'unproven-tariff': 'Rien ne prouve que ce numéro n’est pas surtaxé\u00a0: en donner un autre.',
  'no-hours': 'Les horaires manquent\u00a0: les ajouter.',
  'no-address': 'L’adresse manque\u00a0: l’ajouter.',
  'online-only': 'Un courriel ou un formulaire ne suffit pas\u00a0: il faut aussi un moyen hors ligne.',
  none: 'Aucun autre moyen ne suffit\u00a0: ajouter un téléphone non surtaxé avec ses horaires, un guichet avec son adresse et ses horaires, ou une adresse postale.',
};

/**
 * Whether a way is enough for a procedure to be offered online: a phone that is
 * not surcharged with its hours, a desk with its address and hours, or a postal
 * address (Conseil d’État, 3 June 2022, n° 452798, a substitute route; Services
 * Publics +, engagement 2). E-mail or a form never is: whoever cannot book
 * online cannot write online either.
 */
export function isSufficient(way: OtherWay, rules: readonly TariffRule[] = phoneTariffRules.value): boolean {
  return faultsOf(way, rules).length === 0;
}

export interface OtherWayIssue {
  /** Place in the list; none when the list as a whole is at fault. */
  readonly way?: number;
  readonly code: OtherWayFault | 'none';
  /** French: what is wrong and what to do. */
  readonly message: string;
}

/**
 * All that is wrong with the other ways of a procedure. Beside a way that is
 * enough, e-mail and forms are welcome; what is incomplete is told all the same.
 */
export function otherWayIssues(
  ways: readonly OtherWay[],
  rules: readonly TariffRule[] = phoneTariffRules.value,
): OtherWayIssue[] {
  const enough = ways.some((way) => isSufficient(way, rules));
  const ofWays = ways.flatMap((way, at) =>
    faultsOf(way, rules)
      .filter((code) => !(enough && code === 'online-only'))
      .map((code) => ({ way: at, code, message: typeset(MESSAGES[code]) })),
  );
  return enough ? ofWays : [...ofWays, { code: 'none', message: typeset(MESSAGES.none) }];
}

function faultsOf(way: OtherWay, rules: readonly TariffRule[]): OtherWayFault[] {
  switch (way.kind) {
    case 'phone':
      return [...numberFaults(way.number, rules), ...hoursFaults(way.hours)];
    case 'desk':
      return [...addressFaults(way.address), ...hoursFaults(way.hours)];
    case 'post':
      return addressFaults(way.address);
    case 'email':
    case 'form':
      return [...addressFaults(way.address), 'online-only'];
  }
}

function numberFaults(number: string | undefined, rules: readonly TariffRule[]): OtherWayFault[] {
  if (!number) return ['no-number'];
  const tariff = phoneTariffOf(number, rules);
  if (tariff === 'surcharged') return ['surcharged'];
  return tariff === 'unproven' ? ['unproven-tariff'] : [];
}

function addressFaults(address: string | undefined): OtherWayFault[] {
  return address ? [] : ['no-address'];
}

function hoursFaults(of: readonly unknown[] | undefined): OtherWayFault[] {
  return of === undefined || of.length === 0 ? ['no-hours'] : [];
}
