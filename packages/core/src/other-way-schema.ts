import * as v from 'valibot';
import { openingHoursSchema } from './perimeter.ts';
import {
  emailAddress,
  id,
  list,
  phoneNumber,
  publicText,
  section,
  text,
  unknownYet,
  webAddress,
} from './schema.ts';

/** Ways to reach a procedure other than online booking. */
export const otherWayKinds = ['phone', 'desk', 'post', 'email', 'form'] as const;
export type OtherWayKind = (typeof otherWayKinds)[number];

const WAY = `un autre moyen : une section dont « kind » est un de ces mots, ${otherWayKinds.join(', ')}`;

const hours = unknownYet(list(openingHoursSchema, 'd’heures d’ouverture'));

/**
 * A way to obtain an appointment, or to do without one, besides booking online.
 * Facts not known yet may be left empty: `isSufficient` then says no.
 */
export const otherWaySchema = v.variant(
  'kind',
  [
    section({
      kind: v.literal('phone'),
      number: unknownYet(phoneNumber),
      /** When somebody answers. */
      hours,
      purpose: unknownYet(publicText),
    }),
    section({ kind: v.literal('desk'), address: unknownYet(text()), hours, site: unknownYet(id) }),
    section({ kind: v.literal('post'), address: unknownYet(text()) }),
    section({ kind: v.literal('email'), address: unknownYet(emailAddress) }),
    section({ kind: v.literal('form'), address: unknownYet(webAddress) }),
  ],
  WAY,
);
export type OtherWay = v.InferOutput<typeof otherWaySchema>;
