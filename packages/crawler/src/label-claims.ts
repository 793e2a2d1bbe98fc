import { parsePeriod, periodLabel, publishedStates, type Label, type PublishedLabel } from '@qualepref/core';
import { datesIn, type ReadDate } from './text-dates.ts';
import { foldInPlace } from './text.ts';

/** What a text says of the label that the configuration contradicts. */
export interface LabelFault {
  readonly code: 'not-held' | 'former-label' | 'other-end' | 'other-start' | 'other-modules';
  readonly params: Readonly<Record<string, string>>;
}

/** What is known of the labels of the préfecture. */
export interface KnownLabels {
  readonly label: PublishedLabel;
  /** Names of those before it. */
  readonly former: readonly string[];
}

/** Held before Qual-e-Pref, and not given any more since 2017. */
const FORERUNNER = 'Qualipref';
/** « est labellisée », « titulaire du label »: said of today. */
const HELD =
  /\b(?:est|sont|reste|restent) (?:[\w'-]+ ){0,3}?(?:labellis|certifi)\w*|\b(?:titulaires?|detient|detiennent|beneficie\w*) (?:du|de la|d'un|d'une|le|la|un|une) (?:label|certification)\b|\blabel (?:[\w'-]+ ){0,2}?(?:est )?(?:valable|valide|en cours)\b/;
const NOT_HELD =
  /\b(?:n'est|ne sont|n'a|n'ont) (?:plus|pas)\b|\bechu|\bexpire|\bsuspen|\brenouvel|\ba ete\b|\bont ete\b|\bavai(?:t|ent)\b|\betai(?:t|ent)\b|\bancien|\bjusqu'en\b|\bcandidat|\bobtenir\b|\bvise\b/;
const VALIDITY = /\b(?:valab|valid|echeance|expire|jusqu|prend fin)[^.;]{0,60}$/;
const GIVEN = /\b(?:obten\w*|attribue\w*|decerne\w*|delivre\w*|depuis)[^.;]{0,40}$/;
const REACH = 90;
const MODULES = /\bmodules?(?: n ?[°o]s?)? /g;
const MODULE =
  /(?:n ?° ?)?([1-8])(?![\d,.]?\d)(?! ?(?:er)? ?(?:ans?|mois|jours|janv|fev|mars|avr|mai|jui|aout|sep|oct|nov|dec))/y;
/** Between two numbers: the title of the first, then a comma or « et ». */
const NEXT = / ?(?:[«("“:-] ?[^»)"”;.\d]{0,120}[»)"”]?)? ?(?:,|;|et|&|ou) (?:et |du |le |au |module )*/y;

/** Whether the text names this label, an earlier one, or the label of préfectures. */
export function namesLabel(text: string, { label, former }: KnownLabels): boolean {
  const folded = foldInPlace(text.normalize('NFC'));
  const names = [label.name, ...former, FORERUNNER].map((name) => foldInPlace(name.normalize('NFC')));
  return names.some((name) => folded.includes(name)) || /\bqual-?e-?pref\b/.test(folded);
}

/** What the configuration knows, in the form that the claims are compared with. */
export function knownLabels(label: PublishedLabel, formerLabels: readonly Label[]): KnownLabels {
  return { label, former: formerLabels.map(({ name }) => name).filter((name) => name !== label.name) };
}

/**
 * What a passage that names the label says against the configuration; nothing
 * where the passage leaves a doubt: history, projects, several labels.
 *
 * @param today ISO day
 */
export function labelFaults(written: string, { label, former }: KnownLabels, today: string): LabelFault[] {
  const text = written.normalize('NFC');
  const folded = foldInPlace(text);
  const has = (name: string): boolean => folded.includes(foldInPlace(name.normalize('NFC')));
  const isHeld = HELD.test(folded) && !NOT_HELD.test(folded);
  const old = [...former, ...(sharesFamily(label.name) ? [] : [FORERUNNER])].find(has);
  if (!has(label.name)) {
    return old !== undefined && isHeld ? [{ code: 'former-label', params: { old, name: label.name } }] : [];
  }
  // Of a passage that tells the history of the labels, no date is known to be of the last one.
  if (old !== undefined) return [];
  const faults: LabelFault[] = [];
  const states = publishedStates(label, today);
  const [state] = states;
  if (isHeld && states.length === 1 && state !== undefined && state !== 'valid')
    faults.push({ code: 'not-held', params: { name: label.name, state: STATES[state] ?? '' } });
  faults.push(...dateFaults(text, folded, label, today), ...moduleFaults(folded, label));
  return faults;
}

const STATES: Readonly<Record<string, string>> = {
  never: 'pas encore obtenu',
  expired: 'échu',
  suspended: 'suspendu',
};

function* dateFaults(
  text: string,
  folded: string,
  { start, end }: PublishedLabel,
  today: string,
): Generator<LabelFault> {
  for (const date of datesIn(text, { today })) {
    if (date.isLegal || date.isYearGuessed) continue;
    const lead = folded.slice(Math.max(0, date.index - REACH), date.index);
    const isValidity = VALIDITY.test(`${lead}${date.kind === 'until' ? ' jusqu' : ''}`);
    const last = date.kind === 'range' || date.kind === 'until' ? date.to : null;
    if (isValidity && isOutside(last, date, end))
      yield { code: 'other-end', params: { said: date.text, known: wordsOf(end) } };
    const isRange = date.kind === 'range' && isValidity;
    if ((isRange || (date.kind === 'point' && GIVEN.test(lead))) && isOutside(date.from, date, start))
      yield { code: 'other-start', params: { said: date.text, known: wordsOf(start) } };
  }
}

/** Whether a day, or the month or year that is said, is none of those known. */
function isOutside(day: string | null, { precision }: ReadDate, period: string): boolean {
  if (day === null) return false;
  const { start, end } = parsePeriod(period);
  const wide = { day: 10, month: 7, year: 4 }[precision];
  const said = day.slice(0, wide);
  return said < start.slice(0, wide) || end.slice(0, wide) < said;
}

function* moduleFaults(folded: string, { modules, name }: PublishedLabel): Generator<LabelFault> {
  if (modules.length === 0) return;
  const said = [...folded.matchAll(MODULES)].flatMap((match) =>
    numbersAt(folded, match.index + match[0].length),
  );
  const extra = [...new Set(said)].filter((number) => !modules.some((module) => module === number));
  if (extra.length > 0)
    yield {
      code: 'other-modules',
      params: { name, said: extra.join(', '), known: modules.join(', ') },
    };
}

/** « 1 « Relation générale », 2 et 4 » is 1, 2 and 4. */
function numbersAt(folded: string, start: number): number[] {
  const numbers: number[] = [];
  for (let at = start; numbers.length < 8;) {
    MODULE.lastIndex = at;
    const number = MODULE.exec(folded);
    if (!number) break;
    numbers.push(Number(number[1]));
    NEXT.lastIndex = MODULE.lastIndex;
    if (!NEXT.test(folded)) break;
    at = NEXT.lastIndex;
  }
  return numbers;
}

/** Whether the name is one of the forerunner itself. */
function sharesFamily(name: string): boolean {
  return foldInPlace(name).includes(foldInPlace(FORERUNNER));
}

function wordsOf(period: string): string {
  return periodLabel(parsePeriod(period));
}
