import {
  channelLabels,
  dimensions,
  feedbackThemes,
  type Breakdown,
  type Config,
  type Dimension,
  formatNumber,
  formatPercent,
  type Indicator,
  type MeasuredValue,
  type PublishedValue,
} from '@qualepref/core';

/** `95 % (19 sur 20)`, `2,4 jours (10 cas)`, `12`, `87,5 % (nombres inconnus)`. */
export function valueText(value: MeasuredValue, { unit }: Pick<Indicator, 'unit'>): string {
  switch (value.kind) {
    case 'ratio':
      return value.denominator === 0
        ? 'aucun cas'
        : `${formatPercent(value.numerator / value.denominator)} (${formatNumber(value.numerator)} sur ${formatNumber(value.denominator)})`;
    case 'mean':
      return value.count === 0
        ? 'aucun cas'
        : `${inUnit(value.total / value.count, unit)} (${formatNumber(value.count)} cas)`;
    case 'count':
      return formatNumber(value.count);
    case 'published-rate':
      return `${formatPercent(value.rate)} (nombres inconnus)`;
    case 'published-mean':
      return `${inUnit(value.mean, unit)} (nombres inconnus)`;
  }
}

/** The same, of a value as it is published. */
export function publishedText(value: PublishedValue): string {
  if ('numerator' in value)
    return `${formatPercent(value.numerator / value.denominator)} (${formatNumber(value.numerator)} sur ${formatNumber(value.denominator)})`;
  if ('rate' in value) return formatPercent(value.rate);
  if ('days' in value) return inUnit(value.days, 'days');
  return 'points' in value ? inUnit(value.points, 'points') : formatNumber(value.count);
}

/** A target, in the unit of its indicator. */
export function targetText(target: number, { unit }: Pick<Indicator, 'unit'>): string {
  return unit === 'percent' ? formatPercent(target) : inUnit(target, unit);
}

function inUnit(value: number, unit: Indicator['unit']): string {
  const number = formatNumber(value);
  const one = unit === 'points' ? 'point' : 'jour';
  return `${number}\u00A0${/^−?[01](?:,|$)/.test(number) ? one : `${one}s`}`;
}

/** French names of what a family of indicators is kept by. */
export const dimensionNames: Readonly<Record<Dimension, string>> = {
  theme: 'Thème',
  channel: 'Canal',
  title: 'Titre',
  network: 'Réseau social',
  procedure: 'Démarche',
};

/** ` (thème accueil, canal courriel)`; empty for an indicator that is no family. */
export function partText({ procedures }: Config, of: Breakdown | undefined): string {
  const names: Partial<Record<Dimension, (value: string) => string | undefined>> = {
    channel: (value) => new Map<string, string>(Object.entries(channelLabels)).get(value),
    theme: (value) => feedbackThemes.value.find(({ id }) => id === value)?.label.fr,
    procedure: (value) => procedures.find(({ id }) => id === value)?.label.fr,
  };
  const named = dimensions.flatMap((name) => {
    const value = of?.[name];
    return value === undefined
      ? []
      : [`${dimensionNames[name].toLowerCase()} ${(names[name]?.(value) ?? value).toLowerCase()}`];
  });
  return named.length === 0 ? '' : ` (${named.join(', ')})`;
}
