import { otherWayIssues } from '@qualepref/core';
import { html, nothing, type TemplateResult } from 'lit';
import { isOffered } from './booking-choosing.ts';
import type { SlotView } from './booking-slot-view.ts';
import { documents, freeOfCharge, link, otherWays, type Shown } from './booking-view.ts';

/** A procedure for which nothing is booked here: how it works, and nothing is asked. */
export function elsewhereStep(view: SlotView): TemplateResult {
  const { t, told, journey } = view;
  const { procedure, site } = journey;
  if (!procedure) return html``;
  if (!isOffered(journey)) {
    // The reader is told what to do; the web team, what to mend, in the language of its configuration.
    return html`<p role="alert">${t.refusedAlone}</p>
      ${otherWays(view, procedure.otherWays)}
      <section class="integrator" lang="fr">
        <h3 lang=${view.language}>${t.misconfigured}</h3>
        <ul>
          ${otherWayIssues(procedure.otherWays).map(({ message }) => html`<li>${message}</li>`)}
        </ul>
      </section>
      ${backButton(view)}`;
  }
  const isOfficial = procedure.mode === 'official-service';
  const usual = {
    'official-service': t.official,
    convocation: t.convocation,
    'mail-or-phone': t.byMail,
    'own-slots': '',
  };
  return html`<p>${procedure.explanation ? told(procedure.explanation) : usual[procedure.mode]}</p>
    <p><strong>${site?.name}</strong>${site?.address === undefined ? '' : `, ${site.address}`}</p>
    ${documents(view, procedure.documents)} ${isOfficial ? freeOfCharge(view) : nothing}
    ${isOfficial ? html`<p>${link(procedure.address, t.officialLink, 'button primary')}</p>` : nothing}
    ${otherWays(view, procedure.otherWays)} ${backButton(view)}`;
}

function backButton({ t, journey }: SlotView): Shown {
  return html`<p class="actions">
    <button type="button" @click=${() => journey.go('procedure')}>${t.back}</button>
  </p>`;
}
