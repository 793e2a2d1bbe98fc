import { type FeedbackState, type FeedbackStatus, type Language } from '@qualepref/core';
import { html } from 'hono/html';
import { longDay } from '../date-words.ts';
import { followed } from '../feedback.ts';
import type { PlainAsked, PlainRoute, View } from '../plain-route.ts';
import { Refused } from '../problem.ts';
import { alertOf, line, plainForm } from './plain-fields.ts';
import { frenchName, nothing, type Piece } from './plain-page.ts';
import { plainFeedbackWords } from './plain-feedback-words.ts';

const PATH = '/reclamations/simple/suivre';

interface Words {
  readonly title: string;
  readonly intro: string;
  readonly token: string;
  readonly open: string;
  readonly fault: string;
  readonly state: string;
  readonly states: Readonly<Record<FeedbackState, string>>;
  readonly answered: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Où en est votre message',
    intro:
      'La référence et le code de suivi sont sur l’accusé de réception que vous avez gardé, et dans le courriel qui l’a suivi si vous avez donné une adresse.',
    token: 'Code de suivi',
    open: 'Voir où il en est',
    fault: 'Vérifiez la référence et le code de suivi : recopiez-les en entier.',
    state: 'État',
    states: {
      received: 'reçu',
      acknowledged: 'reçu, l’accusé de réception est donné',
      assigned: 'confié à un service',
      answered: 'une réponse est partie',
      forwarded: 'transmis au service compétent',
      closed: 'clos',
    },
    answered: 'Réponse partie le',
  },
  en: {
    title: 'Where your message stands',
    intro:
      'The reference and the follow-up code are on the acknowledgement that you kept, and in the e-mail that followed it if you gave an address.',
    token: 'Follow-up code',
    open: 'See where it stands',
    fault: 'Check the reference and the follow-up code: copy them whole.',
    state: 'State',
    states: {
      received: 'received',
      acknowledged: 'received and acknowledged',
      assigned: 'given to a service',
      answered: 'a reply has been sent',
      forwarded: 'passed on to the right service',
      closed: 'closed',
    },
    answered: 'Reply sent on',
  },
};

const show: PlainRoute = {
  method: 'get',
  path: PATH,
  handle: ({ query, ...asked }) => {
    const { reference = '' } = query;
    return Promise.resolve(askView({ ...asked, query, fields: { reference } }, false));
  },
};

/** By a form: a code in the address of a page would be in the log of every proxy. */
const open: PlainRoute = {
  method: 'post',
  path: PATH,
  handle: async (asked) => {
    const { world, fields, language } = asked;
    const [reference = '', code = ''] = ['reference', 'code'].map((name) => fields[name]?.trim() ?? '');
    try {
      return statusView(await followed(world, reference.toUpperCase(), code), language);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { ...askView(asked, true), status: 422 };
    }
  },
};

function askView({ world, language, fields }: PlainAsked, isWrong: boolean): View {
  const words = WORDS[language];
  const filled = { language, values: fields, faults: isWrong ? { reference: words.fault } : {} };
  return {
    ...{ title: words.title, ...alertOf(filled) },
    content: html`<p>${words.intro}</p>
      ${plainForm(
        world,
        filled,
        { action: PATH, form: 'follow', submit: words.open },
        html`${line(filled, { name: 'reference', label: plainFeedbackWords[language].reference, autocomplete: 'off' })}
        ${line(filled, { name: 'code', label: words.token, autocomplete: 'off' })}`,
      )}`,
  };
}

function statusView(status: FeedbackStatus, language: Language): View {
  const words = WORDS[language];
  const common = plainFeedbackWords[language];
  const { reference, receivedOn, state, due, reason, service, answeredOn } = status;
  return {
    title: words.title,
    content: html`<dl>
      <dt>${common.reference}</dt>
      <dd>${reference}</dd>
      <dt>${common.received}</dt>
      <dd>${longDay(receivedOn, language)}</dd>
      <dt>${words.state}</dt>
      <dd>${words.states[state]}</dd>
      ${
        service === undefined
          ? nothing
          : html`<dt>${common.service}</dt>
              <dd>${frenchName(service.name, language)}</dd>`
      }
      ${
        answeredOn === undefined
          ? html`<dt>${common.answer}</dt>
              <dd>
                ${due === null ? common.noReply[reason ?? 'anonymous'] : common.replyBy(longDay(due, language))}
              </dd>`
          : html`<dt>${words.answered}</dt>
              <dd>${longDay(answeredOn, language)}</dd>`
      }
    </dl>`,
  };
}

/** What a receipt says of following it. */
export function followPart(token: string, language: Language): Piece {
  const words = WORDS[language];
  return html`<dt>${words.token}</dt>
    <dd>${token}</dd>`;
}

/** Where a message is followed. */
export function followLink(language: Language): Piece {
  return html`<p><a href="${PATH}?locale=${language}">${WORDS[language].title}</a></p>`;
}

/** Following a message. */
export const plainFollow: readonly PlainRoute[] = [show, open];
