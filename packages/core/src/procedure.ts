import * as v from 'valibot';
import { isSufficient } from './other-way.ts';
import { otherWaySchema } from './other-way-schema.ts';
import { phoneTariffRules, type TariffRule } from './phone-tariff.ts';
import { id, list, oneOf, path, publicText, section, text, unknownYet } from './schema.ts';

/**
 * How a procedure receives: slots of the préfecture itself, the national
 * booking service, a summons sent to the person, or by post, e-mail and phone
 * only.
 */
export const bookingModes = ['own-slots', 'official-service', 'convocation', 'mail-or-phone'] as const;
export type BookingMode = (typeof bookingModes)[number];

const SHEET = 'un numéro de fiche : une lettre F, N ou R et des chiffres, par exemple F1342';

export const bookingSchema = section({
  /** Nobody may have said yet: configurations that only give an address are read. */
  mode: unknownYet(oneOf(bookingModes)),
  /** Where one books: a page of the site or the national service. */
  address: unknownYet(path),
});
export type Booking = v.InferOutput<typeof bookingSchema>;

/** Keys of a procedure, for a section that has others. */
export const procedureEntries = {
  id: unknownYet(id),
  label: publicText,
  /** Number of the national sheet. */
  sheet: unknownYet(v.pipe(text(SHEET), v.regex(/^[FNR]\d{1,6}$/, SHEET))),
  /** Its page on the site. */
  page: unknownYet(path),
  onAppointment: v.optional(v.boolean('oui ou non : true ou false'), false),
  booking: unknownYet(bookingSchema),
  otherWays: v.optional(list(otherWaySchema, 'd’autres moyens'), []),
  /** What to bring. */
  documents: unknownYet(list(publicText, 'de pièces à apporter')),
  /** How it works, for a summons or a reception by mail or phone only. */
  explanation: unknownYet(publicText),
  /** The service that owns it. */
  service: unknownYet(id),
  /** Sites that receive for it. */
  sites: v.optional(list(id, 'de sites'), []),
};

/** A procedure (démarche) as users meet it. */
export const procedureSchema = section(procedureEntries);
export type Procedure = v.InferOutput<typeof procedureSchema>;

/**
 * Whether one books online for it: slots of its own, or an address to book at.
 * An address whose mode nobody has said yet is one.
 */
export function isBookableOnline({ booking }: Pick<Procedure, 'booking'>): boolean {
  if (!booking) return false;
  if (booking.mode === 'own-slots') return true;
  return (booking.mode === 'official-service' || booking.mode === undefined) && booking.address !== undefined;
}

/**
 * Whether a procedure may be offered to the public: never without another way
 * that is enough by itself, whatever its mode. `otherWayIssues` says what to mend.
 */
export function canPublish(
  { otherWays }: Pick<Procedure, 'otherWays'>,
  rules: readonly TariffRule[] = phoneTariffRules.value,
): boolean {
  return otherWays.some((way) => isSufficient(way, rules));
}
