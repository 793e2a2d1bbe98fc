import { channelLabels, feedbackKindLabels, feedbackStateLabels, feedbackThemes } from '@qualepref/core';
import { html } from 'hono/html';
import { atDesk, organisers, serviceName, siteName, type Reached } from '../access.ts';
import { page, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { feedbackOf } from '../feedback.ts';
import { longDay } from '../date-words.ts';
import { KEPT_AFTER_ANSWER } from '../person.ts';
import { findFeedback } from '../store/feedback-store.ts';
import { actsOf } from './agent-feedback-acts.ts';
import { dueText, statusOf } from './agent-feedback-rows.ts';
import { blank, faultSummary, type Filled } from './agent-form.ts';
import { capital, each, facts, nothing, words } from './agent-html.ts';

/** A message, what can be done with it and what was done. */
export async function detailPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world, db, params } = asked;
  const { config } = world.settings;
  const { feedback, answer, eraseAskedOn } = await feedbackOf(db, params['reference'] ?? '');
  const { reference, kind, name, replyTo, service, channel, theme } = feedback;
  const where = [replyTo?.email, replyTo?.postal].filter((part) => part !== undefined);
  return {
    title: `${capital(feedbackKindLabels[kind])} ${reference}`,
    body: html`${faultSummary(filled)}
      ${facts([
        ['Réponse', dueText(world.settings, { feedback, status: statusOf(world, feedback) })],
        ['État', feedbackStateLabels[feedback.state]],
        ['Reçue le', `${longDay(feedback.receivedOn)} (${channelLabels[channel]})`],
        ['Site', siteName(config, feedback.site)],
        ['Thème', feedbackThemes.value.find(({ id }) => id === theme)?.label.fr ?? theme],
        ['Service', service === undefined ? 'à confier' : serviceName(config, service)],
        ['De', name ?? 'personne n’a signé'],
        ['Répondre à', where.length === 0 ? 'aucune adresse' : where.join(', ')],
        ...(eraseAskedOn === undefined ? [] : [erasureFact(eraseAskedOn)]),
      ])}
      <h2>Ce qui est écrit</h2>
      <div class="said">${feedback.text}</div>
      ${
        answer === undefined
          ? nothing
          : html`<h2>La réponse</h2>
              <div class="said">${answer}</div>`
      }
      ${organisers.includes(asked.agent.role) ? actsOf(asked, feedback, filled) : nothing}
      <h2>Historique</h2>
      <ol>
        ${each(
          feedback.history,
          (step) =>
            html`<li>
              ${longDay(step.on)}${words(' : ')}${
                step.kind !== undefined && step !== feedback.history[0]
                  ? `devient une ${feedbackKindLabels[step.kind]}`
                  : feedbackStateLabels[step.state]
              }
              (${step.by})${step.service === undefined ? nothing : html`, ${serviceName(config, step.service)}`}${
                step.note === undefined ? nothing : html`. ${step.note}`
              }
            </li>`,
        )}
      </ol>`,
  };
}

function erasureFact(day: string): readonly [string, string] {
  const said = `demandé le ${longDay(day)} : fait ${String(KEPT_AFTER_ANSWER)} jours après la réponse`;
  return ['Effacement', words(said)];
}

const REFERENCE = /^[A-Z0-9-]{8,24}$/;

/** What bounds who may see the message that the address names. */
export async function feedbackObject({ db, params }: AgentAsked<unknown>): Promise<Reached | undefined> {
  const { reference = '' } = params;
  const kept = REFERENCE.test(reference) ? await findFeedback(db, reference) : undefined;
  return kept && { site: kept.feedback.site, service: kept.feedback.service ?? null };
}

/** A message. */
export const feedbackDetailRoutes: readonly AgentRoute[] = [
  page({
    ...{ path: '/reclamations/:reference', roles: atDesk, object: feedbackObject },
    handle: (asked) => detailPage(asked),
  }),
];
