import type { Sourced } from './provenance.ts';

/**
 * What calling a number costs: nothing (`free`), an ordinary call (`ordinary`),
 * more (`surcharged`), or what its digits do not tell (`unproven`).
 */
export const phoneTariffs = ['free', 'ordinary', 'surcharged', 'unproven'] as const;
export type PhoneTariff = (typeof phoneTariffs)[number];

/** Numbers of `digits` digits with one of these beginnings, which cost alike. */
export interface TariffRule {
  readonly digits: number;
  readonly tariff: PhoneTariff;
  readonly starts: readonly string[];
}

/**
 * French numbers in national writing; the first rule that fits a
 * number holds. Short numbers in 3 and 10 may be surcharged
 * or not: only those of public services, known for the price of a call, are
 * listed. Not listed either: Saint-Pierre-et-Miquelon and the Pacific, which have
 * numbering plans of their own: a préfecture there adds its rules.
 */
export const phoneTariffRules: Sourced<readonly TariffRule[]> = {
  value: [
    { digits: 10, tariff: 'ordinary', starts: ['01', '02', '03', '04', '05', '06', '07', '09'] },
    { digits: 10, tariff: 'free', starts: ['0800', '0801', '0802', '0803', '0804', '0805'] },
    { digits: 10, tariff: 'ordinary', starts: ['0806', '0807', '0808', '0809'] },
    { digits: 10, tariff: 'surcharged', starts: ['081', '082', '089'] },
    { digits: 6, tariff: 'free', starts: ['116'] },
    { digits: 6, tariff: 'surcharged', starts: ['118'] },
    { digits: 4, tariff: 'free', starts: ['30', '31'] },
    { digits: 4, tariff: 'ordinary', starts: ['3230', '3238', '3646', '3939'] },
  ],
  provenance: {
    origin: 'L',
    source:
      'Fiche F33278 de service-public (numéros verts, gris et violets)\u00a0; loi n° 2018-727 du 10 août 2018, article 28 (pas de numéro surtaxé pour joindre l’État)\u00a0; numéros courts à prix d’appel\u00a0: pages de la DILA et de la presse, 2020 et 2021',
  },
};

/** Departments overseas keep their national number behind their own code: `+262 262 …` is `0262 …`. */
const HOME_CODES = ['33', '262', '590', '594', '596'];

/**
 * The tariff of a number in any writing: spaces, dots, `+33`, `0033`, `(0)`. A
 * foreign number, and any that no rule knows, is `unproven`.
 */
export function phoneTariffOf(
  number: string,
  rules: readonly TariffRule[] = phoneTariffRules.value,
): PhoneTariff {
  const national = nationalNumber(number);
  const rule = rules.find(
    ({ digits, starts }) =>
      digits === national.length && starts.some((beginning) => national.startsWith(beginning)),
  );
  return rule?.tariff ?? 'unproven';
}

/** The digits as dialled in France; those of a foreign number keep their `+`. */
function nationalNumber(number: string): string {
  const bare = number.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  const international = bare.replace(/^00/, '+');
  const code = HOME_CODES.find((each) => international.startsWith(`+${each}`));
  return code === undefined ? international : `0${international.slice(code.length + 1)}`;
}
