import type { AppointmentAnswer, FeedbackAnswer } from '@qualepref/core';
import { html } from 'hono/html';
import { confirmHold, type Confirmation } from '../booking.ts';
import { receive, type NewMessage } from '../feedback.ts';
import { onceForm, STAMP_FIELD, stampOf } from '../plain-form.ts';
import type { PlainAsked, PlainRoute, View } from '../plain-route.ts';
import { Refused } from '../problem.ts';
import { awaitedUnder, eraseNoted, keepPersonRequest, provenAddress } from '../person.ts';
import { pendingOf, takePending } from '../store/pending-store.ts';
import { idOf, unseal } from '../token.ts';
import { bookedView } from './plain-booking-parts.ts';
import { receiptView } from './plain-feedback.ts';
import { nothing } from './plain-page.ts';
import { eraseButtons, erasedView, eraseWarning, keptView, OPEN_FIELD } from './plain-person.ts';
import { plainCommon } from './plain-words.ts';

const PATH = '/confirmer/:token';

/** A link that was followed, by a person or by what reads their mail first: it shows a button, and does nothing. */
const show: PlainRoute = {
  method: 'get',
  path: PATH,
  handle: async (asked) => {
    const { world, language } = asked;
    const words = plainCommon[language];
    const pending = await pendingOf(world.store.db, pendingId(asked), world.now());
    if (!pending) return goneView(asked);
    return {
      title: words.confirmTitle,
      content: html`<p>${words.confirm}</p>
        ${pending.kind === 'erase' ? eraseWarning(language) : nothing}
        <form method="post">
          <input type="hidden" name="${STAMP_FIELD}" value="${stampOf(world, 'confirm')}" />
          <input type="hidden" name="locale" value="${language}" />
          ${
            pending.kind === 'erase'
              ? eraseButtons(await awaitedUnder(world, pending.email), language)
              : html`<p class="actions"><button>${words.confirmButton}</button></p>`
          }
        </form>`,
    };
  },
};

type Outcome =
  | { readonly kind: NewMessage['kind']; readonly answer: FeedbackAnswer }
  | { readonly appointment: AppointmentAnswer }
  | { readonly toShow: { readonly email: string; readonly toErase: string } }
  | { readonly isErased: true; readonly kept: readonly string[] }
  | { readonly gone: true };

const act: PlainRoute = {
  method: 'post',
  path: PATH,
  handle: async (asked) => {
    const { world, language, fields, params } = asked;
    const { token = '' } = params;
    const id = pendingId(asked);
    const { secret } = world.settings;
    const done = await onceForm(world, `confirm ${id}`, fields, async (tx): Promise<Outcome> => {
      const now = world.now();
      const message = await takePending(tx, id, 'feedback', now);
      if (message) {
        const form = JSON.parse(unseal(secret, message.form)) as NewMessage;
        const answer = await receive(world, tx, form, { enteredBy: 'public', channel: 'website' });
        return { kind: form.kind, answer };
      }
      const booking = await takePending(tx, id, 'appointment', now);
      if (booking) {
        const form = JSON.parse(unseal(secret, booking.form)) as Confirmation;
        return { appointment: await confirmHold(world, tx, form) };
      }
      const asker = await provenAddress(world, tx, { act: 'export', token });
      if (asker !== undefined) {
        const toErase = await keepPersonRequest(world, tx, { act: 'erase', email: asker, language });
        return { toShow: { email: asker, toErase } };
      }
      const leaver = await provenAddress(world, tx, { act: 'erase', token });
      if (leaver === undefined) return { gone: true };
      // Without a choice nothing is erased that somebody waits for: it may have come in since the page was shown.
      const { kept } = await eraseNoted(world, tx, leaver, fields[OPEN_FIELD] === 'erase' ? 'erase' : 'keep');
      return { isErased: true, kept };
    });
    if ('toShow' in done) return keptView(world, done.toShow, language);
    if ('isErased' in done) return erasedView(done.kept, language);
    if ('appointment' in done) return bookedView(done.appointment, language);
    return 'answer' in done ? receiptView(done.answer, done.kind, language) : goneView(asked);
  },
};

/** @throws Refused `not-found` when the token is none of ours */
function pendingId({ world, params }: PlainAsked): string {
  const id = idOf(world.settings.secret, 'pending', params['token'] ?? '');
  if (id === undefined) throw new Refused('not-found');
  return id;
}

function goneView({ language }: PlainAsked): View {
  const words = plainCommon[language];
  return { title: words.refused, content: html`<p class="note">${words.gone}</p>` };
}

/** What a link that was sent leads to. */
export const plainConfirm: readonly PlainRoute[] = [show, act];
