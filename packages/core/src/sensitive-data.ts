/**
 * Sex (7 and 8 of a number given while waiting), year, month or the codes that
 * stand for an unknown one, département (2A and 2B in Corsica) and commune,
 * order, key.
 */
const NUMBER = /(?=([1-478]\d{2}(?:0[1-9]|1[0-2]|[23]\d|4[0-2]|[5-9]\d)(?:\d{2}|2[AB])\d{6})(\d{2}))/gi;

/** What people write between the parts of a number. */
const SEPARATORS = /(?<=[\dAB])[\s.·_/\-\u2010-\u2015]{1,3}(?=[\dAB])/gi;

/**
 * Whether a text holds a French social-security number (NIR) with its key,
 * however its parts are separated and whatever stands around it, so that the
 * person can be asked to take it out. A number without its key is not found: it
 * could be anything. Nor is any word about health: no list would tell a
 * complaint from a confidence.
 */
export function holdsSocialSecurityNumber(text: string): boolean {
  const compact = text.replace(SEPARATORS, '');
  return [...compact.matchAll(NUMBER)].some(
    ([, number = '', key]) => socialSecurityKey(number) === Number(key),
  );
}

/** Key of the 13 first characters: 97 less the rest of their division by 97, 2A being read 19 and 2B 18. */
function socialSecurityKey(number: string): number {
  return 97 - (Number(number.replace(/2a/i, '19').replace(/2b/i, '18')) % 97);
}
