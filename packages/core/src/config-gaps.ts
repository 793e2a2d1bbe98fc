import type { Config } from './config.ts';

/** A fact that a configuration leaves unknown, and what it is needed for. */
export interface ConfigGap {
  /** Keys and indexes from the root: `['sites', 0, 'address']`. */
  readonly path: readonly (string | number)[];
  /** Grid items and features that stay without it, in French for the features. */
  readonly neededFor: readonly string[];
}

interface Need {
  /** Keys from the root; `*` is each item of a list. */
  readonly at: readonly string[];
  readonly neededFor: readonly string[];
}

const ACKNOWLEDGEMENT = 'accusé de réception des réclamations';
const OFFER = 'prise de rendez-vous en ligne';

/**
 * What each fact that may stay empty is needed for. A list is needed as a whole
 * when it has no item yet. An audit itself needs nothing but the address.
 */
export const configNeeds: readonly Need[] = [
  { at: ['sites'], neededFor: ['ACC-01', 'ACC-02', 'ACC-03', 'indicateurs par site', OFFER] },
  { at: ['sites', '*', 'address'], neededFor: ['ACC-01', 'ACC-03'] },
  { at: ['sites', '*', 'phones'], neededFor: ['ACC-03', 'ACC-05'] },
  { at: ['sites', '*', 'hours'], neededFor: ['ACC-02', 'ACC-03'] },
  { at: ['sites', '*', 'email'], neededFor: ['ACC-07'] },
  { at: ['units'], neededFor: ['publication des résultats'] },
  { at: ['procedures'], neededFor: ['COM-01', 'RDV-01', OFFER] },
  { at: ['procedures', '*', 'id'], neededFor: [OFFER] },
  { at: ['procedures', '*', 'page'], neededFor: ['COM-01', 'COM-02'] },
  { at: ['procedures', '*', 'sheet'], neededFor: ['COM-02', 'COM-04'] },
  { at: ['procedures', '*', 'booking', 'mode'], neededFor: ['ACC-10', OFFER] },
  { at: ['procedures', '*', 'booking', 'address'], neededFor: ['RDV-01', 'RDV-02', 'RDV-03'] },
  { at: ['procedures', '*', 'otherWays'], neededFor: ['RDV-05', OFFER] },
  { at: ['procedures', '*', 'service'], neededFor: ['page du rapport par service'] },
  { at: ['services', '*', 'id'], neededFor: ['registre des rôles', 'suivi des courriers'] },
  { at: ['services', '*', 'prefixes'], neededFor: ['défauts attribués au service'] },
  { at: ['services', '*', 'phone'], neededFor: [ACKNOWLEDGEMENT] },
  { at: ['services', '*', 'address'], neededFor: [ACKNOWLEDGEMENT] },
  { at: ['people'], neededFor: ['registre des rôles'] },
  { at: ['label'], neededFor: ['RES-03', 'badge des résultats'] },
  { at: ['accounts'], neededFor: ['RSX-01'] },
  { at: ['accounts', '*', 'address'], neededFor: ['RSX-01'] },
  { at: ['pages', 'quality'], neededFor: ['RES-01'] },
  { at: ['pages', 'results'], neededFor: ['RES-04', 'RES-05'] },
  { at: ['pages', 'complaints'], neededFor: ['CTC-02'] },
  { at: ['pages', 'localAuthorities'], neededFor: ['COL-01'] },
  { at: ['crawl', 'contact'], neededFor: ['audit d’un site distant'] },
];

/** The facts still unknown, in the order of `configNeeds`. A summons or a mail-only procedure needs no booking address. */
export function configGaps(config: Config): readonly ConfigGap[] {
  return configNeeds.flatMap(({ at, neededFor }) =>
    [...unknownAt(config, at, [])].map((path) => ({ path, neededFor })),
  );
}

function* unknownAt(
  value: unknown,
  [key, ...rest]: readonly string[],
  path: ConfigGap['path'],
): Generator<ConfigGap['path']> {
  if (key === undefined) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) yield path;
  } else if (key === '*') {
    for (const [at, item] of (value as readonly unknown[]).entries())
      yield* unknownAt(item, rest, [...path, at]);
  } else if (value === undefined) {
    yield [...path, key, ...rest];
  } else if (!isWithoutBooking(key, value)) {
    yield* unknownAt((value as Readonly<Record<string, unknown>>)[key], rest, [...path, key]);
  }
}

/** Nobody books what is received by summons, by mail or by phone. */
function isWithoutBooking(key: string, value: unknown): boolean {
  if (key !== 'address' || typeof value !== 'object' || value === null || !('mode' in value)) return false;
  return value.mode === 'convocation' || value.mode === 'mail-or-phone';
}
