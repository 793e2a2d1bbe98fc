import * as v from 'valibot';
import type { Sourced } from './provenance.ts';
import { section, text, unknownYet } from './schema.ts';

const YEAR = 'une année : quatre chiffres entre guillemets, par exemple "2026"';
const MARK = 'une note sur 10 : un nombre entre 0 et 10';

const mark = v.pipe(v.number(MARK), v.minValue(0, MARK), v.maxValue(10, MARK));

/**
 * The reception barometer’s mark of a year. Run from outside, by mystery
 * visits, calls, letters and e-mails; préfectures have since left its panel, so
 * a year may well have none.
 */
export const barometerSchema = section({
  year: v.pipe(text(YEAR), v.regex(/^\d{4}$/, YEAR)),
  /** Out of 10. */
  mark,
  /** Mean of the network that the préfecture is compared with. */
  networkMark: unknownYet(mark),
  /** French: who measured it, and where it is published. */
  source: text(),
});
export type Barometer = v.InferOutput<typeof barometerSchema>;

/** Mark out of 10 from which reception is of the level required. */
export const barometerRequirement: Sourced<number> = {
  value: 7,
  provenance: {
    origin: 'P',
    source: 'Baromètre 2014 de la qualité de l’accueil\u00a0: niveau exigé, 7 sur 10',
  },
};

/**
 * Whether the level required is reached; a mark equal to it is enough.
 *
 * @param required out of 10, by default `barometerRequirement`
 */
export function isLevelReached({ mark }: Pick<Barometer, 'mark'>, required: number): boolean {
  return mark >= required;
}
