import * as v from 'valibot';
import type { Calendar } from './calendar.ts';
import { holidayZones, timeZoneOf } from './holiday.ts';
import { moduleNumber } from './module.ts';
import {
  emailAddress,
  id,
  isoDay,
  list,
  oneOf,
  path,
  phoneNumber,
  publicText,
  section,
  text,
  unknownYet,
  wallTime,
} from './schema.ts';

const WEEKDAY = 'un jour de la semaine : un nombre de 1 pour lundi à 7 pour dimanche';
const HOURS = 'une heure de fin : après celle du début';
const SITES = 'une liste d’au moins un site';
const DAYS = 'une liste d’au moins un jour de la semaine';

/** A number and what it is for: the public is told both (Services Publics +, engagement 2). */
export const phoneSchema = section({ number: phoneNumber, purpose: unknownYet(publicText) });

/** Hours that are the same on some days of the week; several in a day for one closed at noon. */
export const openingHoursSchema = v.pipe(
  section({
    days: v.pipe(
      list(v.picklist([1, 2, 3, 4, 5, 6, 7], WEEKDAY), 'de jours de la semaine'),
      v.minLength(1, DAYS),
    ),
    from: wallTime,
    to: wallTime,
  }),
  v.forward(
    v.partialCheck([['from'], ['to']], ({ from, to }) => from < to, HOURS),
    ['to'],
  ),
);
export type OpeningHours = v.InferOutput<typeof openingHoursSchema>;

export const siteKinds = ['prefecture', 'sous-prefecture'] as const;
export type SiteKind = (typeof siteKinds)[number];

/** What a site offers besides its desks (policy of 2021, physical, digital and phone reception). */
export const siteFacilities = ['digital-desk', 'civic-service', 'suggestion-box', 'voice-server'] as const;
export type SiteFacility = (typeof siteFacilities)[number];

export const siteFacilityLabels: Readonly<Record<SiteFacility, string>> = {
  'digital-desk': 'point numérique',
  'civic-service': 'jeunes du service civique',
  'suggestion-box': 'boîte à suggestions',
  'voice-server': 'serveur vocal interactif',
};

/** A place where the public is received, with what it is told of it. */
export const siteSchema = section({
  id,
  /** French: « Saint-Sébastien », « Istres ». */
  name: text(),
  kind: oneOf(siteKinds),
  /** The district it serves: local authorities find their contacts by it. */
  arrondissement: unknownYet(text()),
  address: unknownYet(text()),
  /** How to get there. */
  directions: unknownYet(publicText),
  phones: unknownYet(list(phoneSchema, 'de numéros de téléphone')),
  email: unknownYet(emailAddress),
  hours: unknownYet(list(openingHoursSchema, 'd’heures d’ouverture')),
  /** What the hours do not say: busy hours, only the morning for some procedures… */
  hoursNote: unknownYet(publicText),
  /** Nobody is received without a summons or an appointment. */
  onAppointmentOnly: unknownYet(v.boolean('un oui ou un non : true ou false')),
  facilities: v.optional(list(oneOf(siteFacilities), 'd’équipements'), []),
  /** Its public holidays and its hour. */
  zone: v.optional(oneOf(holidayZones), 'metropole'),
  /** Days on which it is closed besides public holidays; they do not count as working days. */
  closings: v.optional(
    list(section({ day: isoDay, reason: unknownYet(publicText) }), 'de jours de fermeture'),
    [],
  ),
});
export type Site = v.InferOutput<typeof siteSchema>;

/** What results are published for: one or more sites. */
export const unitSchema = section({
  id,
  /** Follows « En » in a sentence: « préfecture », « sous-préfecture d’Aix-en-Provence ». */
  name: text(),
  sites: v.pipe(list(id, 'de sites'), v.minLength(1, SITES)),
});
export type Unit = v.InferOutput<typeof unitSchema>;

/** What a service does for the public, or for the programme. */
export const receptionFunctions = [
  'desk',
  'phone',
  'online',
  'mail',
  'training',
  'local-authorities',
  'web-and-social',
] as const;
export type ReceptionFunction = (typeof receptionFunctions)[number];

export const receptionFunctionLabels: Readonly<Record<ReceptionFunction, string>> = {
  desk: 'accueil physique',
  phone: 'accueil téléphonique',
  online: 'accueil en ligne',
  mail: 'courriers et courriels',
  training: 'formation des agents',
  'local-authorities': 'relations avec les collectivités locales',
  'web-and-social': 'site internet et réseaux sociaux',
};

/** A bureau or another service. One that only feeds the website has a name and prefixes, nothing else. */
export const serviceSchema = section({
  /** What people, documents and actions name it by. */
  id: unknownYet(id),
  name: text(),
  acronym: unknownYet(text()),
  /** The direction that it is part of. */
  direction: unknownYet(text()),
  /** Where it works; none when it serves them all. */
  site: unknownYet(id),
  /** Beginnings of the addresses that it contributes. */
  prefixes: v.optional(list(path, 'de débuts d’adresse'), []),
  phone: unknownYet(phoneNumber),
  email: unknownYet(emailAddress),
  address: unknownYet(text()),
  functions: v.optional(list(oneOf(receptionFunctions), 'de fonctions'), []),
  /** Those it is in scope for, when its functions do not say so. */
  modules: v.optional(list(moduleNumber, 'de modules'), []),
  /** French: the only part of its work in scope, « pour les points numériques uniquement ». */
  limitedTo: unknownYet(text()),
});
export type Service = v.InferOutput<typeof serviceSchema>;

/** The days that count on a site. */
export function calendarOf({ zone, closings }: Pick<Site, 'zone' | 'closings'>): Calendar {
  return { zone, closings: closings.map(({ day }) => day) };
}

/** IANA time zone of a site, `Europe/Paris`. */
export function siteTimeZone({ zone }: Pick<Site, 'zone'>): string {
  return timeZoneOf(zone);
}
