import type { OtherWay, PublicSite } from '@qualepref/core';
import { html, nothing, type TemplateResult } from 'lit';
import { freeOfCharge, otherWays, type Shown, type View } from './booking-view.ts';

/** Where the reader wants to be received. */
export function siteStep(view: View): TemplateResult {
  const { t, journey } = view;
  if (journey.sites.length === 0)
    return html`<p>${t.noSites}</p>
      ${otherWays(view, journey.waysOffered)}`;
  return html`${choice(view, {
    name: 'site',
    question: t.site,
    chosen: journey.site?.id,
    options: journey.sites.map((site) => ({
      id: site.id,
      label: site.name,
      hint: html`${t.kinds[site.kind]}${site.address === undefined ? '' : `, ${site.address}`}`,
    })),
    pick: (id) => void journey.pickSite(id),
  })}
  ${freeOfCharge(view)} ${otherWays(view, journey.sites.flatMap(deskOf))}`;
}

/** What the reader comes for. */
export function procedureStep(view: View): TemplateResult {
  const { t, told, journey } = view;
  const procedures = journey.offer?.procedures ?? [];
  const site = journey.site ? deskOf(journey.site) : [];
  if (procedures.length === 0) {
    return html`<p>${t.noProcedures}</p>
      ${otherWays(view, site)} ${back(view)}`;
  }
  return html`${choice(view, {
    name: 'procedure',
    question: t.procedure,
    chosen: journey.procedure?.id,
    options: procedures.map(({ id, label }) => ({ id, label: told(label) })),
    pick: (id) => void journey.pickProcedure(id),
    back: journey.sites.length > 1 ? () => journey.go('site') : undefined,
  })}
  ${freeOfCharge(view)} ${otherWays(view, site)}`;
}

function back({ t, journey }: View): Shown {
  if (journey.sites.length < 2) return nothing;
  return html`<button type="button" @click=${() => journey.go('site')}>${t.back}</button>`;
}

interface Choice {
  readonly name: string;
  readonly question: string;
  readonly chosen: string | undefined;
  readonly options: readonly {
    readonly id: string;
    readonly label: unknown;
    readonly hint?: unknown;
  }[];
  readonly pick: (id: string | undefined) => void;
  readonly back?: (() => void) | undefined;
}

function choice(
  { t, journey }: View,
  { name, question, chosen, options, pick, back }: Choice,
): TemplateResult {
  const isMissing = journey.isChoiceMissing;
  return html`<form
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const id = new FormData(event.currentTarget as HTMLFormElement).get(name);
      pick(typeof id === 'string' ? id : undefined);
    }}
  >
    <fieldset class="stack" aria-describedby=${isMissing ? 'missing' : nothing}>
      <legend>${question}</legend>
      ${isMissing ? html`<p id="missing" class="error" role="alert">${t.chooseOne}</p>` : nothing}
      ${options.map(
        ({ id, label, hint }, at) =>
          html`<div class="option">
            <label>
              <input
                type="radio"
                name=${name}
                value=${id}
                .checked=${id === chosen}
                aria-describedby=${hint === undefined ? nothing : `hint-${String(at)}`}
              />
              <span>${label}</span>
            </label>
            ${hint === undefined ? nothing : html`<p id="hint-${at}" class="mention">${hint}</p>`}
          </div>`,
      )}
    </fieldset>
    <p class="actions">
      ${back ? html`<button type="button" @click=${back}>${t.back}</button>` : nothing}
      <button class="primary" aria-disabled=${journey.isBusy ? 'true' : nothing}>${t.next}</button>
    </p>
  </form>`;
}

/** The phones of a site, with the hours at which it is open. */
function phonesOf({ phones = [], hours }: PublicSite): OtherWay[] {
  return phones.map(({ number, purpose }) => ({ kind: 'phone', number, hours, purpose }));
}

/** Where the site itself can be found, while nobody has said what for. */
function deskOf(site: PublicSite): OtherWay[] {
  const { id, name, address, hours } = site;
  const desk: OtherWay[] =
    address === undefined ? [] : [{ kind: 'desk', address: `${name}, ${address}`, hours, site: id }];
  return [...phonesOf(site), ...desk];
}
