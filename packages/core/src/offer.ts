import type { Measurement } from './measurement.ts';
import { phoneTariffRules, type TariffRule } from './phone-tariff.ts';
import { canPublish, isBookableOnline, type Procedure } from './procedure.ts';

/** A site, or a unit that gathers several. */
export interface OfferPlace {
  readonly id: string;
  readonly name: string;
  readonly sites?: readonly string[];
}

/** What one place offers online. */
export interface OfferRow {
  readonly place: string;
  readonly name: string;
  /** In the order of the procedures. */
  readonly offered: readonly Procedure[];
  /** Bookable online, but not published until another way is given. */
  readonly withheld: readonly Procedure[];
}

/**
 * Procedures bookable online, place by place: the table that the quality policy
 * publishes (S). Every place has its row, empty or not.
 */
export function offerTable(
  procedures: readonly Procedure[],
  places: readonly OfferPlace[],
  rules: readonly TariffRule[] = phoneTariffRules.value,
): OfferRow[] {
  return places.map(({ id, name, sites = [id] }) => {
    const bookable = procedures.filter(
      (procedure) => isBookableOnline(procedure) && procedure.sites.some((site) => sites.includes(site)),
    );
    const offered = bookable.filter((procedure) => canPublish(procedure, rules));
    return { place: id, name, offered, withheld: bookable.filter((each) => !offered.includes(each)) };
  });
}

/**
 * The table as figures of the indicator `rdv.offre`.
 *
 * @param period that of the indicator, `2026-T4`
 */
export function offerMeasurements(table: readonly OfferRow[], period: string): Measurement[] {
  return table.map(({ place, offered }) => ({
    indicator: 'rdv.offre',
    site: place,
    period,
    value: { kind: 'count', count: offered.length },
  }));
}
