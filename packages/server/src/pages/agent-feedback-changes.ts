import { feedbackKinds, noReplyReason, type Feedback, type FeedbackState } from '@qualepref/core';
import * as v from 'valibot';
import { organisers, roleNames, servicesOf } from '../access.ts';
import { form, WrongForm, type AgentAsked, type AgentRoute } from '../agent-route.ts';
import { changeFeedback, feedbackOf, type MessageChange } from '../feedback.ts';
import { maybeText, needed, neededText, oneOf } from '../form-fields.ts';
import { record } from '../journal.ts';
import type { Tx } from '../store/database.ts';
import type { KeptFeedback } from '../store/feedback-store.ts';
import { detailPage, feedbackObject } from './agent-feedback-detail.ts';
import { FEEDBACK } from './agent-feedback-rows.ts';
import type { Filled } from './agent-form.ts';

type Change =
  | {
      readonly to: FeedbackState;
      readonly service?: string;
      readonly answer?: string;
      readonly note?: string;
    }
  | { readonly kind: Feedback['kind']; readonly note: string };

async function change(
  { world, agent, params }: AgentAsked<unknown>,
  tx: Tx,
  what: Change,
): Promise<KeptFeedback> {
  const reference = params['reference'] ?? '';
  const full: MessageChange = { ...what, by: roleNames[agent.role] };
  const kept = await changeFeedback(world, tx, reference, full);
  await record(world, tx, agent, {
    action: 'feedback-changed',
    object: `feedback ${reference}`,
    details: 'kind' in what ? { kind: what.kind } : { to: what.to, service: what.service ?? null },
  });
  return kept;
}

const WHY = 'Dire pourquoi, en quelques mots.';
const again = (asked: AgentAsked<Readonly<Record<string, unknown>>>, faults: Filled['faults']) =>
  detailPage(asked, { values: asked.form, faults });
const at = ({ params }: Pick<AgentAsked, 'params'>) => `${FEEDBACK}/${params['reference'] ?? ''}`;

/** What is done with a message. */
export const feedbackChangeRoutes: readonly AgentRoute[] = [
  form({
    ...{ path: '/reclamations/:reference/reponse', roles: organisers, object: feedbackObject, again },
    form: v.object({ reponse: neededText('La réponse est vide : l’écrire.') }),
    handle: async (asked, tx) => {
      const { feedback } = await change(asked, tx, { to: 'answered', answer: asked.form.reponse });
      const isSent = feedback.replyTo?.email !== undefined;
      return { to: at(asked), notice: isSent ? 'reponse-envoyee' : 'reponse-a-poster' };
    },
  }),
  form({
    ...{ path: '/reclamations/:reference/service', roles: organisers, object: feedbackObject, again },
    form: v.object({ service: needed('Choisir un service.') }),
    handle: async (asked, tx) => {
      const { service } = asked.form;
      if (!servicesOf({ service: null }, asked.world.settings.config).some(({ id }) => id === service))
        throw new WrongForm({ service: 'Choisir un des services proposés.' });
      const { feedback } = await feedbackOf(tx, asked.params['reference'] ?? '');
      await change(asked, tx, { to: feedback.kind === 'request' ? 'forwarded' : 'assigned', service });
      // What is given to another service may be out of sight.
      return { to: FEEDBACK, notice: 'fiche-modifiee' };
    },
  }),
  form({
    ...{ path: '/reclamations/:reference/sorte', roles: organisers, object: feedbackObject, again },
    form: v.object({ sorte: oneOf(feedbackKinds, 'Choisir une sorte.'), pourquoi: neededText(WHY) }),
    handle: async (asked, tx) => {
      await change(asked, tx, { kind: asked.form.sorte, note: asked.form.pourquoi });
      return { to: at(asked), notice: 'fiche-modifiee' };
    },
  }),
  form({
    ...{ path: '/reclamations/:reference/cloture', roles: organisers, object: feedbackObject, again },
    form: v.object({ motif: maybeText() }),
    handle: async (asked, tx) => {
      const { feedback } = await feedbackOf(tx, asked.params['reference'] ?? '');
      const { motif } = asked.form;
      const isAwaited =
        feedback.state !== 'answered' &&
        (feedback.kind === 'request' || noReplyReason(feedback) === undefined);
      if (motif === '' && isAwaited)
        throw new WrongForm({
          motif: 'Quelqu’un attend une réponse : dire pourquoi la fiche est close sans elle.',
        });
      await change(asked, tx, { to: 'closed', ...(motif === '' ? {} : { note: motif }) });
      return { to: at(asked), notice: 'fiche-close' };
    },
  }),
];
