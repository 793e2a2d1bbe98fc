import {
  feedbackKindLabels,
  feedbackKinds,
  nextFeedbackStates,
  noReplyReason,
  type Feedback,
} from '@qualepref/core';
import { html } from 'hono/html';
import { servicesOf } from '../access.ts';
import type { AgentAsked } from '../agent-route.ts';
import { openStates } from '../feedback.ts';
import { FEEDBACK } from './agent-feedback-rows.ts';
import { area, button, choose, formOf, type Filled } from './agent-form.ts';
import { nothing, type Html } from './agent-html.ts';

/** The forms of what can be done with a message as it stands. */
export function actsOf(asked: AgentAsked<unknown>, feedback: Feedback, filled: Filled): Html {
  const { config } = asked.world.settings;
  const next = nextFeedbackStates(feedback);
  const at = `${FEEDBACK}/${feedback.reference}`;
  const reason = noReplyReason(feedback);
  const services = servicesOf({ service: null }, config).map(({ id, name }) => ({ value: id, label: name }));
  const byMail = feedback.replyTo?.email !== undefined;
  return html`${
    next.includes('answered') && reason === undefined
      ? formOf(
          asked,
          `${at}/reponse`,
          html`<h2>Répondre</h2>
            ${area(filled, {
              ...{ name: 'reponse', label: 'Réponse', isRequired: true, rows: 10 },
              hint: byMail
                ? 'Elle part par courriel dès qu’elle est enregistrée.'
                : 'La personne n’a donné qu’une adresse postale : la réponse est enregistrée ici, puis imprimée et postée.',
            })}
            ${button(byMail ? 'Envoyer la réponse' : 'Enregistrer la réponse')}`,
        )
      : nothing
  }
  ${
    next.includes('assigned') || next.includes('forwarded')
      ? html`<details ${filled.faults['service'] ? html`open` : nothing}>
          <summary>
            ${next.includes('assigned') ? 'Confier à un autre service' : 'Transmettre au service compétent'}
          </summary>
          ${formOf(
            asked,
            `${at}/service`,
            html`${choose(filled, { name: 'service', label: 'Service', isRequired: true, choices: services, value: feedback.service })}
            ${button(next.includes('assigned') ? 'Confier' : 'Transmettre')}`,
          )}
        </details>`
      : nothing
  }
  ${
    openStates.includes(feedback.state)
      ? html`<details ${filled.faults['pourquoi'] ? html`open` : nothing}>
          <summary>Changer de sorte</summary>
          ${formOf(
            asked,
            `${at}/sorte`,
            html`${choose(filled, {
              ...{ name: 'sorte', label: 'C’est en fait une', isRequired: true },
              choices: feedbackKinds
                .filter((kind) => kind !== feedback.kind)
                .map((kind) => ({ value: kind, label: feedbackKindLabels[kind] })),
            })}
            ${area(filled, { name: 'pourquoi', label: 'Pourquoi', isRequired: true, rows: 3 })}
            ${button('Changer')}`,
          )}
        </details>`
      : nothing
  }
  ${
    next.includes('closed')
      ? html`<details ${filled.faults['motif'] ? html`open` : nothing}>
          <summary>Clore la fiche</summary>
          ${formOf(
            asked,
            `${at}/cloture`,
            html`${area(filled, {
              ...{ name: 'motif', label: 'Motif', rows: 3 },
              hint: 'Nécessaire quand quelqu’un attend encore une réponse.',
            })}
            ${button('Clore', 'danger')}`,
          )}
        </details>`
      : nothing
  }`;
}
