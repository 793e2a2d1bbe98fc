import {
  feedbackAnswerSchema,
  feedbackRequestSchema,
  holdsSocialSecurityNumber,
  MAX_FEEDBACK_LENGTH,
  type FeedbackAnswer,
  type FeedbackForm,
  type Language,
} from '@qualepref/core';
import { html } from 'hono/html';
import { is } from 'valibot';
import { longDay } from '../date-words.ts';
import { receive, type NewMessage } from '../feedback.ts';
import { checkPlainRate } from '../limits.ts';
import { awaitConfirmation } from '../pending.ts';
import { doubtOf, onceForm, type Fields } from '../plain-form.ts';
import type { PlainAsked, PlainRoute, View } from '../plain-route.ts';
import { sendLater } from '../queue.ts';
import { formOf } from '../routes/feedback.ts';
import type { World } from '../world.ts';
import { plainFeedbackWords } from './plain-feedback-words.ts';
import {
  alertOf,
  area,
  choose,
  hasFault,
  line,
  mailView,
  plainForm,
  radios,
  type Filled,
} from './plain-fields.ts';
import { followLink, followPart } from './plain-follow.ts';
import { each, frenchName, nothing, type Piece } from './plain-page.ts';
import { personLink } from './plain-person.ts';
import { plainCommon } from './plain-words.ts';

const PATH = '/reclamations/simple';
const FORM = 'feedback';
const LONGEST_NAME = 200;
const LONGEST_POSTAL = 500;

const show: PlainRoute = {
  method: 'get',
  path: PATH,
  handle: ({ world, language, query }) => {
    const { site, theme, kind } = query;
    const values = { ...(site && { site }), ...(theme && { theme }), ...(kind && { kind }) };
    return Promise.resolve(formView(world, { language, values, faults: {} }));
  },
};

const send: PlainRoute = {
  method: 'post',
  path: PATH,
  handle: async ({ world, language, fields, source }) => {
    const faults = faultsOf(fields, formOf(world.settings), language);
    const filled = { language, values: fields, faults, doubt: doubtOf(world, FORM, fields) };
    if (hasFault(filled)) return { ...formView(world, filled), status: 422 };
    const message = messageOf(fields, language);
    const { email } = message.replyTo ?? {};
    // Nobody proved that the address is theirs: nothing is sent there but a link.
    if (email !== undefined) return pend({ world, language, fields, source }, message, email);
    const answer = await onceForm(world, FORM, fields, async (tx) => {
      await checkPlainRate(world, tx, source);
      return receive(world, tx, message, { enteredBy: 'public', channel: 'website' });
    });
    return receiptView(answer, message.kind, language);
  },
};

async function pend(
  { world, language, fields, source }: Pick<PlainAsked, 'world' | 'language' | 'fields' | 'source'>,
  message: NewMessage,
  email: string,
): Promise<View> {
  await onceForm(world, FORM, fields, async (tx) => {
    await checkPlainRate(world, tx, source);
    const id = await awaitConfirmation(world, tx, { kind: 'feedback', email, language, form: message });
    await sendLater(world.store, tx, { kind: 'feedback-to-confirm', of: id, occasion: '1' });
    return {};
  });
  return mailView(language);
}

function formView(world: World, filled: Filled): View {
  const { language } = filled;
  const words = plainFeedbackWords[language];
  const offer = formOf(world.settings);
  return {
    title: isRequest(filled.values) ? words.requestFormTitle : words.title,
    ...alertOf(filled),
    content: html`<p>${words.required}</p>
      ${plainForm(
        world,
        filled,
        { action: PATH, form: FORM, submit: words.send },
        html`${kindField(filled)}
          ${choose(filled, {
            ...{ name: 'site', label: words.site, none: words.choose },
            options: offer.sites.map(({ id, name }) => [id, name, 'fr']),
          })}
          ${choose(filled, {
            ...{ name: 'theme', label: words.theme, none: words.choose },
            options: offer.themes.map(({ id, label }) =>
              label[language] === undefined ? [id, label.fr, 'fr'] : [id, label[language]],
            ),
          })}
          ${area(filled, { name: 'text', label: words.text, hint: words.textHint, rows: 8 })}
          <p>${isRequest(filled.values) ? words.signingRequest : words.signing}</p>
          ${line(filled, { name: 'name', label: isRequest(filled.values) ? words.nameRequest : words.name, autocomplete: 'name' })}
          ${line(filled, { name: 'email', label: words.email, hint: words.emailHint, type: 'email', autocomplete: 'email' })}
          ${area(filled, { name: 'postal', label: words.postal, rows: 3, autocomplete: 'street-address' })}`,
      )}
      ${isRequest(filled.values) ? nothing : requestPart(offer, language)} ${privacyPart(offer, language)}
      ${followLink(language)}`,
  };
}

/** A plain request has a form of its own: it goes to the service that answers, which must know whom. */
function isRequest({ kind }: Fields): boolean {
  return kind === 'request';
}

function kindField(filled: Filled): Piece {
  const words = plainFeedbackWords[filled.language];
  if (isRequest(filled.values)) return html`<input type="hidden" name="kind" value="request" />`;
  return radios(filled, {
    ...{ name: 'kind', label: words.kind },
    options: [
      ['complaint', words.kinds.complaint],
      ['suggestion', words.kinds.suggestion],
    ],
  });
}

function requestPart({ services }: FeedbackForm, language: Language): Piece {
  const words = plainFeedbackWords[language];
  return html`<h2>${words.requestTitle}</h2>
    ${
      services.length === 0
        ? nothing
        : html`<p>${words.request}</p>
            <ul>
              ${each(services, ({ name, phone }) => html`<li>${frenchName(name, language)}${phone === undefined ? nothing : html`, ${plainCommon[language].phone} ${phone}`}</li>`)}
            </ul>`
    }
    <p><a href="${PATH}?kind=request&amp;locale=${language}">${words.requestLink}</a></p>`;
}

function privacyPart({ privacy }: FeedbackForm, language: Language): Piece {
  const words = plainFeedbackWords[language];
  return html`<h2>${words.privacy}</h2>
    <ul>
      ${each(words.privacyLines(privacy), (each) => html`<li>${each}</li>`)}
    </ul>
    ${personLink(language)}`;
}

/** The rules of the schema, each said beside its field. */
function faultsOf(fields: Fields, offer: FeedbackForm, language: Language): Fields {
  const { faults } = plainFeedbackWords[language];
  const [text, name, email, postal] = ['text', 'name', 'email', 'postal'].map(
    (key) => fields[key]?.trim() ?? '',
  );
  const { entries } = feedbackRequestSchema;
  const found: Record<string, string> = {};
  const refuse = (field: string, words: string, isWrong: boolean): void => {
    if (isWrong) found[field] ??= words;
  };
  refuse('kind', faults.kind, !is(entries.kind, fields['kind']));
  refuse('site', faults.site, !offer.sites.some(({ id }) => id === fields['site']));
  refuse('theme', faults.theme, !offer.themes.some(({ id }) => id === fields['theme']));
  refuse('text', faults.text, text === '');
  refuse('text', faults.textLong, (text ?? '').length > MAX_FEEDBACK_LENGTH);
  refuse('text', faults.number, holdsSocialSecurityNumber(text ?? ''));
  refuse('name', faults.nameRequest, name === '' && isRequest(fields));
  refuse('email', faults.emailRequest, email === '' && postal === '' && isRequest(fields));
  refuse('name', faults.name, name === '' && (email !== '' || postal !== ''));
  refuse('name', faults.nameLong, (name ?? '').length > LONGEST_NAME);
  refuse('email', faults.email, name !== '' && email === '' && postal === '');
  refuse(
    'email',
    faults.emailForm,
    email !== '' && !is(feedbackAnswerSchema.entries.service.wrapped.entries.email, email),
  );
  refuse('postal', faults.postalLong, (postal ?? '').length > LONGEST_POSTAL);
  return found;
}

function messageOf(fields: Fields, language: Language): NewMessage {
  const filled = (key: string): Record<string, string> => {
    const value = fields[key]?.trim() ?? '';
    return value === '' ? {} : { [key]: value };
  };
  const replyTo = { ...filled('email'), ...filled('postal') };
  return {
    kind: fields['kind'] as NewMessage['kind'],
    site: fields['site'] ?? '',
    theme: fields['theme'] ?? '',
    text: fields['text']?.trim() ?? '',
    ...filled('name'),
    ...(Object.keys(replyTo).length === 0 ? {} : { replyTo }),
    language,
  };
}

/** The acknowledgement, to keep and to print. */
export function receiptView(answer: FeedbackAnswer, kind: NewMessage['kind'], language: Language): View {
  const words = plainFeedbackWords[language];
  const { service, due, reason } = answer;
  return {
    title: words.done[kind],
    content: html`<p class="done">${words.keep}</p>
      <dl>
        <dt>${words.reference}</dt>
        <dd>${answer.reference}</dd>
        ${followPart(answer.token, language)}
        <dt>${words.received}</dt>
        <dd>${longDay(answer.receivedOn, language)}</dd>
        <dt>${words.service}</dt>
        <dd>
          ${
            service === undefined
              ? words.noService
              : frenchName(
                  [service.name, service.address, service.email, service.phone]
                    .filter((part) => part !== undefined)
                    .join('\n'),
                  language,
                )
          }
        </dd>
        <dt>${words.answer}</dt>
        <dd>
          ${due === null ? words.noReply[reason ?? 'anonymous'] : words.replyBy(longDay(due, language))}
        </dd>
      </dl>
      ${followLink(language)}`,
  };
}

/** Sending a message. */
export const plainFeedback: readonly PlainRoute[] = [show, send];
