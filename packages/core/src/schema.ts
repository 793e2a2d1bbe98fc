import * as v from 'valibot';
import { isPeriodId } from './period.ts';

/**
 * Messages say in French what a value must be, then after a colon how it is
 * written: « un numéro de fiche : une lettre… ». One message a value, whatever
 * step refuses it.
 */
const TEXT = 'un texte : du texte, entre guillemets s’il n’a que des chiffres';
const ADDRESS =
  'une adresse complète : http:// ou https:// et un nom de site, par exemple https://www.exemple.gouv.fr';
const PATH = 'une adresse du site : un chemin qui commence par /, ou une adresse complète';
const COUNT = 'un nombre entier d’au moins 1';
const AMOUNT = 'un nombre entier, zéro compris';
const RATE = 'une proportion entre 0 et 1, par exemple 0.75';
const DAY = 'une date : année, mois et jour, par exemple 2026-11-24';
const PERIOD =
  'une période : une année (2026), un semestre (2026-S2), un trimestre (2026-T4), un mois (2026-11) ou un jour (2026-11-24)';
const MONTH = 'un mois : l’année puis le mois, par exemple 2026-11';
const TIME = 'une heure : heures et minutes, par exemple "09:00"';
const LOCAL_TIME = 'une heure locale : date, heure et décalage, par exemple 2026-11-24T09:00+01:00';
const INSTANT = 'un instant : date et heure universelles, par exemple 2026-11-24T08:00:00.000Z';
const PHONE = 'un numéro de téléphone : des chiffres, par exemple "01 99 00 12 34" ou "+33 1 99 00 12 34"';
const EMAIL = 'une adresse de courriel : un nom, @ et un domaine, par exemple accueil@exemple.fr';
const ID = 'un identifiant : des lettres minuscules sans accent, des chiffres, des points et des tirets';

/** A value with nothing round it, and the sentence that says what it must be. */
export const text = /* @__NO_SIDE_EFFECTS__ */ (expected: string = TEXT) =>
  v.pipe(v.string(expected), v.trim(), v.nonEmpty(expected));

/** A section that refuses unknown keys. */
export const section = /* @__NO_SIDE_EFFECTS__ */ <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.strictObject(entries, `une section\u00a0: les clés ${Object.keys(entries).join(', ')}`);

/** A list; `of` completes « une liste… ». */
export const list = /* @__NO_SIDE_EFFECTS__ */ <const Item extends v.GenericSchema>(item: Item, of: string) =>
  v.array(item, `une liste ${of}`);

/** One of the given words. */
export const oneOf = /* @__NO_SIDE_EFFECTS__ */ <const Words extends readonly string[]>(words: Words) =>
  v.picklist(words, `un des mots attendus : ${words.join(', ')}`);

/** A fact that may still be unknown: the key may be absent, or written and left empty. */
export const unknownYet = /* @__NO_SIDE_EFFECTS__ */ <const Schema extends v.GenericSchema>(schema: Schema) =>
  v.nullish(schema, () => undefined);

/** Credentials, query and fragment are refused: an address names a site here, and the file is handed around. */
export const siteAddress = v.pipe(
  text(ADDRESS),
  v.url(ADDRESS),
  v.regex(/^[hH][tT]{2}[pP][sS]?:\/\/[^/?#@\\\s]+(?:\/[^?#\s]*)?$/, ADDRESS),
);
export const webAddress = v.pipe(
  text(ADDRESS),
  v.url(ADDRESS),
  v.regex(/^[hH][tT]{2}[pP][sS]?:\/\//, ADDRESS),
);
export const path = v.pipe(text(PATH), v.regex(/^(?:\/(?!\/)|[hH][tT]{2}[pP][sS]?:\/\/[^/])\S*$/, PATH));
export const count = v.pipe(v.number(COUNT), v.integer(COUNT), v.minValue(1, COUNT));
export const amount = v.pipe(v.number(AMOUNT), v.integer(AMOUNT), v.minValue(0, AMOUNT));
export const rate = v.pipe(v.number(RATE), v.minValue(0, RATE), v.maxValue(1, RATE));

/** ISO day that exists: 2026-02-30 does not. */
export const isoDay = v.pipe(
  text(DAY),
  v.isoDate(DAY),
  v.check((value) => new Date(value).getUTCDate() === Number(value.slice(8)), DAY),
);

/** Name of a period, as `period.ts` reads it. */
export const periodId = v.pipe(text(PERIOD), v.check(isPeriodId, PERIOD));
export const monthId = v.pipe(text(MONTH), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, MONTH));

/** Wall-clock time, `09:00`. */
export const wallTime = v.pipe(text(TIME), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, TIME));

/** A time as the clock of a site shows it; its offset says which instant it is. */
export const localTime = v.pipe(
  text(LOCAL_TIME),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d$/, LOCAL_TIME),
  v.check((value) => !Number.isNaN(Date.parse(value)), LOCAL_TIME),
);
export const instant = v.pipe(
  text(INSTANT),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/, INSTANT),
  v.check((value) => !Number.isNaN(Date.parse(value)), INSTANT),
);

/** A phone number as people write it, with spaces, dots or an international code. */
export const phoneNumber = v.pipe(text(PHONE), v.regex(/^\+?\d(?:[ .\u00a0]?\d)+$/, PHONE));
export const emailAddress = v.pipe(text(EMAIL), v.email(EMAIL));

/** Own short name of a site, a unit, an indicator… */
export const id = v.pipe(text(ID), v.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, ID));

/** A text shown to the public: French always, English where there is one. */
export const publicText = section({ fr: text(), en: v.optional(text()) });
export type PublicText = v.InferOutput<typeof publicText>;
