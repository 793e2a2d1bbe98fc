import { typeset } from './french.ts';
import type { PublishedLabel } from './label.ts';
import { publishedStates } from './label-state.ts';
import { parsePeriod, periodLabel, type PeriodKind } from './period.ts';
import type { PublicText } from './schema.ts';

/**
 * What may be said in public of a label on a day, in French and in English. It
 * claims no more than is known: on a day that falls inside what is not known
 * of a date, it gives that date as it stands and does not say that the label
 * is valid. The reason of a suspension is left out in a language it is not in.
 *
 * @param today ISO day
 */
export function labelSentence(label: PublishedLabel, today: string): Required<PublicText> {
  const { fr, en } = sentenceOf(label, today);
  return { fr: typeset(`Label ${label.name}${fr}.`), en: `${label.name} label${en}.` };
}

/** The end of a sentence that begins with the name of the label. */
interface Rest {
  readonly fr: string;
  readonly en: string;
}

function sentenceOf(label: PublishedLabel, today: string): Rest {
  const states = publishedStates(label, today);
  if (states.length > 1) return uncertain(label, states);
  const { suspended } = label;
  if (suspended && states.includes('suspended')) return suspension(suspended);
  const { until, since, at } = wordsOf(label.end);
  if (states.includes('valid')) return { fr: ` valable ${until.fr}`, en: ` valid ${until.en}` };
  if (states.includes('expired')) return { fr: ` échu ${since.fr}`, en: ` expired ${at.en}` };
  return { fr: ' : pas encore obtenu', en: ': not obtained yet' };
}

function suspension(suspended: NonNullable<PublishedLabel['suspended']>): Rest {
  const { since } = wordsOf(suspended.from);
  const until = suspended.until === undefined ? undefined : wordsOf(suspended.until).until;
  const { fr, en } = suspended.reason;
  return {
    fr: ` suspendu ${since.fr}${until ? ` et ${until.fr}` : ''} : ${bare(fr)}`,
    en: ` suspended ${since.en}${until ? ` ${until.en}` : ''}${en === undefined ? '' : `: ${bare(en)}`}`,
  };
}

/** The dates that leave it open what the label is. */
function uncertain({ start, end, suspended }: PublishedLabel, states: readonly string[]): Rest {
  const facts: Rest[] = [];
  if (states.includes('never')) facts.push(fact('obtention', 'obtained', start));
  if (states.includes('suspended') && suspended) {
    facts.push(fact('suspension', 'suspended', suspended.from));
    if (suspended.until !== undefined)
      facts.push(fact('fin de la suspension', 'suspension ending', suspended.until));
  }
  if (states.includes('expired')) facts.push(fact('fin de validité', 'validity ending', end));
  return {
    fr: ` : ${facts.map(({ fr }) => fr).join(', ')} (jour non précisé)`,
    en: `: ${facts.map(({ en }) => en).join(', ')} (day not stated)`,
  };
}

function fact(fr: string, en: string, period: string): Rest {
  const { at } = wordsOf(period);
  return { fr: `${fr} ${at.fr}`, en: `${en} ${at.en}` };
}

const YEAR_WORDS = { until: 'jusqu’en', since: 'depuis', at: 'en', on: 'in' } as const;
const PART_WORDS = { until: 'jusqu’au', since: 'depuis le', at: 'au', on: 'in' } as const;

/** What comes before a period in a sentence. */
const WORDS: Readonly<Record<PeriodKind, Readonly<Record<'until' | 'since' | 'at' | 'on', string>>>> = {
  year: YEAR_WORDS,
  semester: PART_WORDS,
  quarter: PART_WORDS,
  month: YEAR_WORDS,
  day: { until: 'jusqu’au', since: 'depuis le', at: 'le', on: 'on' },
};

function wordsOf(periodId: string): Readonly<Record<'until' | 'since' | 'at', Rest>> {
  const period = parsePeriod(periodId);
  const words = WORDS[period.kind];
  const fr = periodLabel(period);
  const en = periodLabel(period, 'en');
  return {
    until: { fr: `${words.until} ${fr}`, en: `until ${en}` },
    since: { fr: `${words.since} ${fr}`, en: `since ${en}` },
    at: { fr: `${words.at} ${fr}`, en: `${words.on} ${en}` },
  };
}

function bare(reason: string): string {
  return reason.replace(/\.$/, '');
}
