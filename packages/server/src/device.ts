/** Systems and browsers by what only they write, the one that pretends to be others before those. */
const SYSTEMS = [
  ['iPhone', 'un iPhone'],
  ['iPad', 'un iPad'],
  ['Android', 'Android'],
  ['CrOS', 'ChromeOS'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const;
const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;

/**
 * The family of a browser and its system, as French words: `Firefox sur
 * Windows`. No version nor model: it is for somebody to know their own browser
 * again, not for us to follow one.
 *
 * @param userAgent header of a request
 */
export function deviceOf(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 500);
  const browser = BROWSERS.find(([sign]) => text.includes(sign))?.[1] ?? 'navigateur inconnu';
  const system = SYSTEMS.find(([sign]) => text.includes(sign))?.[1];
  return system === undefined ? browser : `${browser} sur ${system}`;
}
