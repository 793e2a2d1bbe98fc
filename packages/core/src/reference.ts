import { QualeprefError } from './error.ts';

/** Without 0 and O, 1, I and L, which are mistaken for one another. 31 of them: a prime, as the check needs. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const DRAWN = 6;

const SITE_CODE = /^[A-Z]{2,8}$/;
const REFERENCE = /^([A-Z]{2,8})-(\d{2}(?:0[1-9]|1[0-2]))-([2-9A-HJKMNP-Z]{7})$/;

/**
 * A new reference, `AIX-2611-K7M4QXR`: code of the site, year and month of
 * reception, six characters drawn and a check character. It holds nothing
 * about the person, and neither the one before nor the next can be told from
 * it. Two draws may meet: the caller draws again.
 *
 * @param siteCode 2 to 8 capital letters without accent
 * @param receivedOn ISO day
 * @param random numbers from 0 included to 1 excluded
 * @throws QualeprefError `reference-site` when the code has another form
 */
export function referenceOf(siteCode: string, receivedOn: string, random: () => number): string {
  if (!SITE_CODE.test(siteCode))
    throw new QualeprefError(
      'reference-site',
      `« ${siteCode} » n’est pas un code de site. Attendu : de 2 à 8 lettres majuscules sans accent, par exemple AIX.`,
    );
  const month = receivedOn.slice(2, 4) + receivedOn.slice(5, 7);
  const drawn = Array.from({ length: DRAWN }, () => symbol(Math.floor(random() * ALPHABET.length))).join('');
  const missing = sumOf([...lettersOf(siteCode), ...digitsOf(month), ...symbolsOf(drawn), 0]);
  return `${siteCode}-${month}-${drawn}${symbol((ALPHABET.length - missing) % ALPHABET.length)}`;
}

/**
 * Whether a text is a reference as it was given: one wrong character, or two
 * characters swapped inside a part, are always noticed.
 */
export function isReference(text: string): boolean {
  const [, site, month, rest] = REFERENCE.exec(text) ?? [];
  if (site === undefined || month === undefined || rest === undefined) return false;
  return sumOf([...lettersOf(site), ...digitsOf(month), ...symbolsOf(rest)]) === 0;
}

/** Weights count from the right and stay under 31: no two positions weigh the same. */
function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + value * (values.length - at), 0) % ALPHABET.length;
}

function symbol(at: number): string {
  return ALPHABET.charAt(at);
}

function symbolsOf(text: string): number[] {
  return Array.from(text, (character) => ALPHABET.indexOf(character));
}

function lettersOf(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0) - 65);
}

function digitsOf(text: string): number[] {
  return Array.from(text, Number);
}
