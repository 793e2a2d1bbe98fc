/** An amount of money as people write it. */
export interface ReadAmount {
  /** « 86,50 € ». */
  readonly text: string;
  /** In cents. */
  readonly cents: number;
}

const AMOUNT =
  /(?<![\d.,])(?<whole>\d{1,3}(?:[ .\u00A0\u202F]\d{3})+|\d{1,7})(?:,(?<cents>\d{1,2}))?[ \u00A0\u202F]?(?:€|euros?(?![a-z]))(?:[ \u00A0\u202F]?(?<after>\d{2})(?!\d))?/giu;

/** Amounts in euros, in the order of the text. */
export function amountsIn(text: string): ReadAmount[] {
  if (!/€|euro/i.test(text)) return [];
  return Array.from(text.matchAll(AMOUNT), ({ 0: written, groups }) => {
    const cents = (groups?.['cents'] ?? groups?.['after'] ?? '').padEnd(2, '0');
    const whole = Number((groups?.['whole'] ?? '').replace(/\D/g, ''));
    return { text: written.trim(), cents: whole * 100 + Number(cents) };
  });
}
