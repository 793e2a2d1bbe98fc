import { delayLabel, type Config, type Delay } from '@qualepref/core';
import { isSame } from '../booking-pages.ts';
import { siteCheck, type Check } from '../check.ts';
import { isContactPage } from '../contact-pages.ts';
import { ownTitle } from '../own-title.ts';
import type { Excerpt, Proposal } from '../proposal.ts';
import type { Passage } from '../read-passages.ts';
import { delayOf, delaysIn, type ReadDelay } from '../text-delays.ts';
import { cut, fold } from '../text.ts';

type Channel = keyof Config['delays'];

/** A delay to answer, as a page promises it. */
interface Promised {
  /** What is answered; `null` when the sentence does not say. */
  readonly channel: Channel | null;
  /** Whether the sentence says so; otherwise, on a contact page, it is taken for the form of that page. */
  readonly isNamed: boolean;
  /** `unclear`: days that nobody qualified, another bound, or a form that only stands to reason; `aside`: nothing says what is answered. */
  readonly state: 'same' | 'other' | 'unclear' | 'aside';
  readonly quote: string;
}

interface Row {
  readonly url: string;
  readonly title: string;
  /** Where the promise is due: the contact page, or that of the quality programme. */
  readonly isDue: boolean;
  readonly promised: readonly Promised[];
}

const CHANNELS: readonly Channel[] = ['email', 'letter', 'feedback'];
const NAMES: Readonly<Record<Channel, string>> = {
  email: 'les courriels',
  letter: 'les courriers',
  feedback: 'les réclamations',
};
const UNNAMED = 'sans dire à quoi l’on répond, comparé aux courriels';
const WORDS: readonly (readonly [Channel, RegExp])[] = [
  ['feedback', /\b(?:reclam\w+|suggestions?|remarques?)\b/g],
  ['letter', /\b(?:courriers?(?! electronique)|lettres?|voie postale|correspondances?)\b/g],
  ['email', /\b(?:courriels?|e-?mails?|mails?|messages?|courriers? electroniques?|formulaires?)\b/g],
];
const LIST = new Intl.ListFormat('fr');
const ANSWER = /\brepon\w*/;
/** Said to whoever has just written. */
const TO_SENDER =
  /\bvous (?:est|sera|serez|repond\w*|recevrez|recontact\w*)\b|\bvotre (?:demande|message|question)\b/;
/** A result is no promise; an applicant’s time to answer is not the préfecture’s. */
const NO_PROMISE =
  /%|\bpour cent\b|\bvous (?:avez|disposez|devez)\b|\bsans reponse\b|\bsilence\b|\babsence de reponse\b/;
const MOST = 5;
const QUOTE_LENGTH = 140;

/**
 * The delays to answer that the site promises, against those that the préfecture
 * has committed to (`delays` of the configuration). Only sentences about answers
 * count: the time of a procedure is another matter.
 */
export const promisedDelays: Check = siteCheck<never, Row>({
  id: 'promised-delays',
  codes: {},
  items: ['CTC-03'],
  project(page, { config }): Row | null {
    const { url, html } = page;
    const isContact = isContactPage(page, config);
    const due = [config.pages.quality, config.pages.complaints].some(
      (given) => given !== undefined && isSame(given, url),
    );
    const promised =
      html.kind === 'acts'
        ? []
        : html.passages.flatMap((passage) => [...promisesOf(passage, isContact, config)]);
    if (promised.length === 0 && !isContact && !due) return null;
    return { url, title: ownTitle(html), isDue: isContact || due, promised: promised.slice(0, MOST) };
  },
  *propose(rows, { config }) {
    yield proposed(rows, config.delays);
  },
});

function* promisesOf(passage: Passage, isContact: boolean, { delays }: Config): Generator<Promised> {
  const { text, inMain, inSheet } = passage;
  if (!inMain || inSheet || !/r[ée]pon/i.test(text)) return;
  for (const found of delaysIn(text)) {
    const { before, after } = sentenceAround(text, found);
    const sentence = `${before} ${after}`;
    if (!ANSWER.test(sentence) || NO_PROMISE.test(sentence)) continue;
    const named = channelOf(before, after);
    const isNamed = named !== null;
    const channel = named ?? (isContact ? 'email' : null);
    const quote = cut(text.slice(Math.max(0, found.index - QUOTE_LENGTH / 2)), QUOTE_LENGTH);
    const state = channel === null ? 'aside' : stateOf(found, delays[channel]);
    const isDoubtful = !isNamed && !TO_SENDER.test(sentence);
    yield { channel, isNamed, quote, state: isDoubtful && state === 'other' ? 'unclear' : state };
  }
}

function stateOf(found: ReadDelay, wanted: Delay): Promised['state'] {
  const delay = delayOf(found);
  if (delay === null) return found.unit === 'jours' && found.count === wanted.amount ? 'unclear' : 'other';
  if (delay.amount !== wanted.amount || delay.unit !== wanted.unit) return 'other';
  return delay.bound === wanted.bound ? 'same' : 'unclear';
}

/** The last channel named before the delay, or the first one after it: what a comma parts is about something else. */
function channelOf(before: string, after: string): Channel | null {
  const last = (text: string, side: 1 | -1): Channel | null => {
    const found = WORDS.flatMap(([channel, words]) =>
      Array.from(text.matchAll(words), ({ index }) => ({ channel, index })),
    );
    return found.toSorted((a, b) => side * (b.index - a.index))[0]?.channel ?? null;
  };
  return last(before, 1) ?? last(after.split(',', 1)[0] ?? '', -1);
}

function sentenceAround(text: string, { index, text: own }: ReadDelay): { before: string; after: string } {
  const before =
    text
      .slice(Math.max(0, index - 200), index)
      .split(/[.!?;]\s/)
      .at(-1) ?? '';
  const after = text.slice(index + own.length, index + own.length + 120).split(/[.!?;](?:\s|$)/, 1)[0] ?? '';
  return { before: fold(before), after: fold(after) };
}

function proposed(rows: readonly Row[], delays: Config['delays']): Proposal {
  const item = 'CTC-03';
  const all = rows.flatMap(({ url, title, promised }) => promised.map((one) => ({ url, title, ...one })));
  const wanted = CHANNELS.map((channel) => `${NAMES[channel]}, ${delayLabel(delays[channel])}`);
  const commitment = `engagement de qualepref.yml : ${wanted.join(' ; ')}`;
  const excerpts = (['other', 'unclear', 'same', 'aside'] as const).flatMap((state) =>
    all
      .filter((one) => one.state === state)
      .map(({ url, title, channel, isNamed, quote }): Excerpt => ({
        url,
        about: channel === null ? title : `${title} : ${isNamed ? NAMES[channel] : UNNAMED}`,
        quote,
      })),
  );
  if (all.every(({ state }) => state === 'aside'))
    return {
      item,
      answer: rows.some(({ isDue }) => isDue) ? 'non_conforme' : 'a_verifier',
      why: `Aucun délai de réponse n’a été trouvé sur les pages lues (${commitment}) : l’afficher sur la page de contact.`,
      excerpts: [...excerpts, ...rows.map(({ url, title }) => ({ url, about: title }))],
    };
  if (all.some(({ state }) => state === 'other'))
    return {
      item,
      answer: 'non_conforme',
      why: `Un délai affiché n’est pas celui sur lequel la préfecture s’est engagée (${commitment}) : corriger la page ou la configuration.`,
      excerpts,
    };
  const silent = CHANNELS.filter((channel) => !all.some((one) => one.channel === channel));
  if (silent.length > 0 || all.some(({ state }) => state === 'unclear'))
    return {
      item,
      answer: 'a_verifier',
      why:
        silent.length > 0
          ? `Rien n’a été trouvé pour ${LIST.format(silent.map((channel) => NAMES[channel]))} (${commitment}).`
          : `Un délai est affiché sans dire quels jours sont comptés ou à quoi l’on répond, ou autrement (${commitment}) : vérifier les extraits.`,
      excerpts,
    };
  return {
    item,
    answer: 'conforme',
    why: `Les délais affichés sont ceux de l’${commitment}.`,
    excerpts,
  };
}
