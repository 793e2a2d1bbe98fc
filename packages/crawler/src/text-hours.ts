import { hoursTokens, type Half, type HourRange, type HoursToken } from './text-hours-tokens.ts';
import { foldInPlace } from './text.ts';

/** Opened every week on a day, Monday 1 to Sunday 7. */
export interface WeekSlot extends HourRange {
  readonly day: number;
}

/** The opening hours that a text tells. */
export interface ReadHours {
  /** From the first to the last of what tells them, in the text composed by `normalize('NFC')`. */
  readonly text: string;
  readonly index: number;
  /** A set, in the order of the week. Hours of a single date are not in it. */
  readonly slots: readonly WeekSlot[];
  /** Hours whose days are not said. */
  readonly daily: readonly HourRange[];
  /** Days, or halves of them, said to be closed. */
  readonly closed: readonly { readonly day: number; readonly half: Half }[];
  /** `possible` when it is only said that one may come on appointment. */
  readonly appointment: 'only' | 'possible' | null;
}

const RDV = String.raw`(?:rendez[ -]vous|rdv|r\.d\.v\.?)`;
const ONLY_ON_APPOINTMENT = new RegExp(
  [
    String.raw`\b(?:uniquement|exclusivement|seulement|que|obligatoirement|strictement)(?: \w+){0,2} (?:sur|avec|apres)(?: prise de| un)? ?${RDV}`,
    String.raw`\b(?:sur|avec|apres)(?: prise de| un)? ?${RDV},? (?:uniquement|exclusivement|seulement|obligatoire|prealable|exclusif)`,
    String.raw`\b${RDV} (?:est |reste )?obligatoire`,
    String.raw`\b(?:pas|aucun\w*|ni|plus|non|impossible)\b[^.\n]{0,40} sans ${RDV}`,
  ].join('|'),
);
const ON_APPOINTMENT = new RegExp(String.raw`\b(?:sur|avec(?: ou sans)?)(?: un| prise de)? ${RDV}`);
const NOON = '12:00';
/** Further apart, two pieces of a text do not tell the same hours. */
const FAR = 150;
const CLOSED_LINK = /^,?(?: (?:est|sont|c'est|reste))? ?[:|(-]? ?$/;
const CLOSES_LINK = /^ ?:?(?: tous)?(?: (?:le|les|du|de|des|chaque|aussi le))? ?$/;
const EXCEPT_LINK = /^(?: (?:le|les|du|des))? ?$/;
const CELL = /^[ |,;/]{0,4}$/;
const OWN_HOURS = /^ ?[:,(]? ?(?:de |d')?$/;
const CLOSED_HOURS = /^ ?(?:de|entre|d')? ?$/;
const SENTENCE = /[.!?] +(?=[a-z])|\n *\n/;

/** The opening hours that a text tells: a sentence, a list or a table of one place. */
export function hoursIn(written: string): ReadHours {
  const text = written.normalize('NFC');
  const folded = foldInPlace(text);
  const tokens = hoursTokens(folded);
  const told = new Told(tokens, folded);
  const index = tokens[0]?.index ?? 0;
  return {
    text: text.slice(index, tokens.at(-1)?.end ?? 0),
    index,
    ...told.result(),
    appointment: appointmentOf(folded),
  };
}

function appointmentOf(folded: string): ReadHours['appointment'] {
  if (ONLY_ON_APPOINTMENT.test(folded)) return 'only';
  return ON_APPOINTMENT.test(folded) ? 'possible' : null;
}

type Days = readonly number[];

/** What has been told so far, token after token. */
class Told {
  #slots: WeekSlot[] = [];
  readonly #daily: HourRange[] = [];
  readonly #closed: { day: number; half: Half }[] = [];
  /** The days that hours to come are for. */
  #current: Days | null = null;
  /** Whether hours were told for them. */
  #hasHours = false;
  /** Hours told before their days, and the days that the last ones were given to. */
  #pending: HourRange[] = [];
  #lastDays: Days | null = null;

  constructor(tokens: readonly HoursToken[], folded: string) {
    for (const [at, token] of tokens.entries()) {
      const before = tokens[at - 1];
      const after = tokens[at + 1];
      const lead = before ? folded.slice(before.end, token.index) : '';
      const rest = after ? folded.slice(token.end, after.index) : '';
      if (before && this.#isApart(lead)) this.#settle();
      if (token.kind === 'days') this.#days(token, before, lead, after, rest);
      else if (token.kind === 'range') this.#range(token.range, before, lead);
      else if (token.kind === 'closed') this.#closing(before, lead, after, rest);
    }
    this.#settle();
  }

  result(): Pick<ReadHours, 'slots' | 'daily' | 'closed'> {
    for (const { day, half } of this.#closed) this.#remove([day], half);
    const slots = new Map(this.#slots.map((slot) => [`${String(slot.day)} ${slot.from} ${slot.to}`, slot]));
    return {
      slots: [...slots].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slot]) => slot),
      daily: this.#daily,
      closed: this.#closed,
    };
  }

  /** « Du lundi au vendredi. De 8 h à 12 h » is still one piece. */
  #isApart(gap: string): boolean {
    if (gap.length > FAR) return true;
    const isWaiting = this.#current !== null && !this.#hasHours;
    if (SENTENCE.test(gap)) return !isWaiting;
    return this.#pending.length > 0 && /[\n;]/.test(gap);
  }

  #settle(): void {
    if (this.#lastDays) this.#add(this.#lastDays, this.#pending);
    else this.#daily.push(...this.#pending);
    this.#pending = [];
    this.#lastDays = null;
    this.#current = null;
    this.#hasHours = false;
  }

  #days(
    { days, half }: HoursToken & { readonly kind: 'days' },
    before: HoursToken | undefined,
    lead: string,
    after: HoursToken | undefined,
    rest: string,
  ): void {
    if (before?.kind === 'except' && EXCEPT_LINK.test(lead))
      return this.#except(days, half, after?.kind === 'range' && OWN_HOURS.test(rest));
    // Taken by the word that closes them.
    if (before?.kind === 'closed' && CLOSES_LINK.test(lead) && !this.#closesBefore) return;
    if (after?.kind === 'closed' && CLOSED_LINK.test(rest)) {
      this.#current = days;
      this.#hasHours = false;
      return;
    }
    if (this.#pending.length > 0) {
      this.#add(days, this.#pending);
      this.#pending = [];
      this.#lastDays = days;
      return;
    }
    this.#current = days;
    this.#hasHours = false;
    this.#lastDays = null;
  }

  /** Whether the last word that closes was about the days before it. */
  #closesBefore = false;

  #closing(before: HoursToken | undefined, lead: string, after: HoursToken | undefined, rest: string): void {
    const half = after?.kind === 'half' && /^ ?(?:les? |l')?$/.test(rest) ? after.half : 'day';
    // « (fermé le mercredi) » is not about the days before.
    const isNamed = after?.kind === 'days' && CLOSES_LINK.test(rest) && /[a-z]/.test(rest);
    this.#closesBefore = !isNamed && before?.kind === 'days' && CLOSED_LINK.test(lead);
    // In a table, « mercredi, fermé, 13h30-16h »: one half is closed, and hours tell which.
    if (this.#closesBefore && after?.kind === 'range' && CELL.test(rest)) return;
    if (before?.kind === 'days' && this.#closesBefore)
      return this.#close(before.days, half === 'day' ? before.half : half);
    if (after?.kind === 'days' && CLOSES_LINK.test(rest)) return this.#close(after.days, after.half);
    if (half !== 'day') this.#close(this.#current ?? this.#lastDays ?? [], half);
  }

  #range(range: HourRange, before: HoursToken | undefined, lead: string): void {
    if (before?.kind === 'closed' && CLOSED_HOURS.test(lead)) return this.#cut(range);
    if (this.#current) {
      this.#add(this.#current, [range]);
      this.#hasHours = true;
    } else this.#pending.push(range);
  }

  #add(days: Days, ranges: readonly HourRange[]): void {
    this.#slots.push(...days.flatMap((day) => ranges.map((range) => ({ day, ...range }))));
  }

  #close(days: Days, half: Half): void {
    this.#closed.push(...days.map((day) => ({ day, half })));
  }

  /** « sauf le mercredi »: out of the days to come, or of what was told, unless hours of its own follow. */
  #except(days: Days, half: Half, hasOwn: boolean): void {
    if (this.#current && !this.#hasHours) {
      if (half === 'day') this.#current = this.#current.filter((day) => !days.includes(day));
      else this.#close(days, half);
      return;
    }
    this.#remove(days, half);
    if (hasOwn) this.#current = days;
  }

  #remove(days: Days, half: Half): void {
    this.#slots = this.#slots.flatMap((slot) => (days.includes(slot.day) ? without(slot, half) : [slot]));
  }

  /** Closed for lunch. */
  #cut({ from, to }: HourRange): void {
    const days = this.#current ?? this.#lastDays;
    this.#slots = this.#slots.flatMap((slot) => {
      const isCut = slot.from < from && to < slot.to && (days?.includes(slot.day) ?? false);
      return isCut
        ? [
            { ...slot, to: from },
            { ...slot, from: to },
          ]
        : [slot];
    });
  }
}

/** What is left of a day when half of it is closed; an afternoon begins at noon. */
function without(slot: WeekSlot, half: Half): WeekSlot[] {
  if (half === 'day') return [];
  const isMorning = half === 'morning';
  if (isMorning ? slot.from >= NOON : slot.from < NOON && slot.to <= '13:00') return [slot];
  if (slot.from >= NOON || slot.to <= '13:00') return [];
  return [isMorning ? { ...slot, from: NOON } : { ...slot, to: NOON }];
}
