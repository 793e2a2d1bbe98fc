/** Languages in which numbers are written for the public. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** How a number is written. */
export interface NumberFormat {
  readonly lang?: Language;
  /** At most this many, those that are zero at the end being left out. */
  readonly decimals?: number;
}

const SIGNS = {
  fr: { decimal: ',', group: '\u00A0', percent: '\u00A0%' },
  en: { decimal: '.', group: ',', percent: '%' },
} as const;

/** `2,4`, `12 500`, `−3`: rounded half away from zero, no-break spaces between thousands. */
export function formatNumber(value: number, { lang = 'fr', decimals = 1 }: NumberFormat = {}): string {
  return written(rounded(value, decimals), lang, decimals);
}

/**
 * `99 %`. 100 % means all of them and 0 % none: what would round to either
 * stops at the last value before, 99,96 % at `99,9 %`.
 *
 * @param rate a proportion
 */
export function formatPercent(rate: number, { lang = 'fr', decimals = 1 }: NumberFormat = {}): string {
  const step = 10 ** -decimals;
  let percent = rounded(rate * 100, decimals);
  if (rate < 1 && percent >= 100) percent = 100 - step;
  if (rate > 0 && percent <= 0) percent = step;
  return `${written(percent, lang, decimals)}${SIGNS[lang].percent}`;
}

function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  // 1.45 is a little less than 1.45 for the machine, and people round it up.
  return (Math.sign(value) * Math.floor(Math.abs(value) * scale + 0.5 + 1e-9)) / scale;
}

function written(value: number, lang: Language, decimals: number): string {
  const { decimal, group } = SIGNS[lang];
  const [whole = '', rest = ''] = Math.abs(value).toFixed(decimals).split('.');
  const kept = rest.replace(/0+$/, '');
  const grouped = whole.replace(/\B(?=(?:\d{3}){1,7}$)/g, group);
  return `${value < 0 ? '−' : ''}${grouped}${kept === '' ? '' : decimal}${kept}`;
}
