/* What a page says of the way out of where the keyboard is held. Each function stands alone. */

/** Sets going what, among these elements, offers to tell the way out; `false` when nothing does. Runs inside the page. */
export function askHelp(ids: readonly number[]): boolean {
  const OFFERS = /\b(?:aide|comment|sortir|quitter|consignes?|help|how to|leave|exit|instructions?)\b/i;
  const offers = ids.flatMap((id) => qa.at(id) ?? []).filter((element) => OFFERS.test(element.innerText));
  for (const element of offers) element.click();
  return offers.length > 0;
}

/** Keys that the page tells to press, for a way out. Runs inside the page. */
export function toldKeys(): string[] {
  const text = document.body.innerText.slice(0, 50_000);
  const found = new Set<string>();
  const tells =
    /(?:press(?:ing)?|use|using|type|hit|key|appuye[rz]|appui|touches?|utilise[rz]|tape[rz])\b[^.\n]{0,80}/gi;
  for (const [phrase] of text.matchAll(tells)) {
    for (const [, modifier = '', key = ''] of phrase.matchAll(
      /\b(ctrl|control|alt|maj|shift)\s*[+-]\s*(\w+)/gi,
    )) {
      const name = /alt/i.test(modifier) ? 'Alt' : /maj|shift/i.test(modifier) ? 'Shift' : 'Control';
      if (/^(?:[a-z\d]|f\d{1,2})$/i.test(key))
        found.add(`${name}+${key.length === 1 ? key.toLowerCase() : key.toUpperCase()}`);
    }
    for (const [key] of phrase.matchAll(/\bF(?:\d|1[012])\b/g)) found.add(key);
    for (const [, key = ''] of phrase.matchAll(/["'«“‘\s]([A-Z])(?=["'»”’\s-]|$)/g))
      found.add(key.toLowerCase());
    for (const [, key = ''] of phrase.matchAll(/\b([a-z])[- ]key\b|\btouche ([a-z])\b/gi))
      if (key) found.add(key.toLowerCase());
    if (/fl[èe]che|arrow/i.test(phrase)) for (const key of ['ArrowDown', 'ArrowRight']) found.add(key);
    if (/enter\b|entrée/i.test(phrase)) found.add('Enter');
  }
  return [...found].slice(0, 6);
}
