import { holdsSocialSecurityNumber, isPeriodId } from '@qualepref/core';
import * as v from 'valibot';

const LONGEST_LINE = 300;
const LONGEST_TEXT = 5000;
/** What no text holds: controls, which a database or a log would choke on. */
const CONTROLS = /[\p{Cc}\p{Cs}]/gu;

const sent = v.optional(v.string(), '');

/** One line, without controls and outer spaces. */
const cleanLine = v.pipe(
  sent,
  v.transform((text) =>
    text
      .normalize('NFC')
      .replace(CONTROLS, ' ')
      .replace(/\s{1,500}/g, ' ')
      .trim(),
  ),
  v.maxLength(LONGEST_LINE, `Ce texte est trop long : ${String(LONGEST_LINE)} caractères au plus.`),
);

/** Some lines. */
const cleanText = v.pipe(
  sent,
  v.transform((text) =>
    text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n]|\p{Cs}/gu, ' ')
      .trim(),
  ),
  v.maxLength(LONGEST_TEXT, `Ce texte est trop long : ${String(LONGEST_TEXT)} caractères au plus.`),
);

const NUMBER =
  'Ce texte contient ce qui ressemble à un numéro de sécurité sociale : le retirer, il n’a pas à être gardé ici.';
/** A field that is sent as text, or not at all. */
type Sent<Read> = v.GenericSchema<string | undefined, Read>;

/** A line that must be there. */
export const needed = (expected: string): Sent<string> => v.pipe(cleanLine, v.nonEmpty(expected));

/** A line that may be empty. */
export const maybe = (): Sent<string> => cleanLine;

/** A text that must be there, and holds no number of social security. */
export const neededText = (expected: string): Sent<string> =>
  v.pipe(
    cleanText,
    v.nonEmpty(expected),
    v.check((text) => !holdsSocialSecurityNumber(text), NUMBER),
  );

/** A text that may be empty. */
export const maybeText = (): Sent<string> =>
  v.pipe(
    cleanText,
    v.check((text) => !holdsSocialSecurityNumber(text), NUMBER),
  );

/** A line that names nobody’s number of social security. */
export const neededSubject = (expected: string): Sent<string> =>
  v.pipe(
    cleanLine,
    v.nonEmpty(expected),
    v.check((text) => !holdsSocialSecurityNumber(text), NUMBER),
  );

/** A secret, as it was typed. */
export const secret = (expected: string): Sent<string> =>
  v.pipe(sent, v.nonEmpty(expected), v.maxLength(1000, expected));

/** One of the words of a list. */
export const oneOf = <const Words extends readonly string[]>(
  words: Words,
  expected: string,
): v.PicklistSchema<Words, string> => v.picklist(words, expected);

/** Boxes that were ticked. */
export const several: v.GenericSchema<string | string[] | undefined, string[]> = v.pipe(
  v.optional(v.union([v.string(), v.array(v.string())]), []),
  v.transform((sent) => [sent].flat()),
  v.maxLength(200),
);

const DAY = 'Cette date n’existe pas : l’écrire comme 24/11/2026.';

/** An ISO day; a French one, as typed where the browser has no calendar, will do. */
export const day = (expected: string = DAY): Sent<string> =>
  v.pipe(
    cleanLine,
    v.transform((text) =>
      text.replace(
        /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/,
        (_, d: string, m: string, y: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
      ),
    ),
    v.check(isDay, expected),
  );

/** An ISO day, or nothing. */
export const maybeDay = (): Sent<string> => v.union([v.pipe(cleanLine, v.literal('')), day()], DAY);

/** `2026-11`. */
export const month = (): Sent<string> =>
  v.pipe(
    cleanLine,
    v.check(
      (text) => /^\d{4}-\d{2}$/.test(text) && isPeriodId(text),
      'Ce mois n’existe pas : l’écrire comme 2026-11.',
    ),
  );

/** `09:00`. */
export const time = (): Sent<string> =>
  v.pipe(
    cleanLine,
    v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Cette heure n’existe pas : l’écrire comme 09:00.'),
  );

/** A whole number between two others. */
export const whole = (least: number, most: number, expected: string): Sent<number> =>
  v.pipe(
    cleanLine,
    v.transform((text) => (/^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN)),
    v.check((number) => number >= least && number <= most, expected),
  );

const EMAIL = 'Cette adresse ne convient pas : l’écrire comme nom@exemple.fr.';

/** An e-mail address, or nothing. */
export const maybeEmail = (): Sent<string> =>
  v.union([v.pipe(cleanLine, v.literal('')), v.pipe(cleanLine, v.email(EMAIL))], EMAIL);

/** Whether a text is an ISO day that exists. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isPeriodId(text);
}
