/** As tools write it between the name of a page and that of its site. */
const ENDING = /\s[-–—|/·]\s(?:(?!\s[-–—|/·]\s).)+$/u;
/** Fewer titles prove no custom. */
const LEAST = 3;
const TITLE_MAX = 1000;

/**
 * What most page titles end with, the name of the site as a rule, with the sign
 * before it; empty when there is no such custom.
 */
export function commonEnding(titles: Iterable<string>): string {
  const counts = new Map<string, number>();
  let all = 0;
  for (const title of titles) {
    all += 1;
    const [ending] = ENDING.exec(title.slice(-TITLE_MAX)) ?? [''];
    if (ending !== '') counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  const [most = '', count = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return count >= LEAST && count * 2 > all ? most : '';
}
