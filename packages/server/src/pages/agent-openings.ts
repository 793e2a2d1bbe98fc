import { html } from 'hono/html';
import { organisers } from '../access.ts';
import { proceduresAt, siteAsked, siteInAddress } from '../agent-places.ts';
import { page, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { rulesAt } from '../store/opening-store.ts';
import { blank, faultSummary, search, type Filled } from './agent-form.ts';
import { each, nothing, words } from './agent-html.ts';
import { siteFilter } from './agent-site-filter.ts';
import { closingForm, exceptionForm, ruleForm } from './agent-opening-forms.ts';
import { exceptionsList, OPENINGS, rulesList } from './agent-opening-lists.ts';

/** When a site receives for each procedure, and the forms that change it. */
export async function openingsPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world, agent, db } = asked;
  const sent = filled.values['site'];
  const site = siteAsked(typeof sent === 'string' ? { ...asked, query: { site: sent } } : asked);
  if (!site) return { title: 'Ouvertures', body: html`<p>Aucun site n’est à votre portée.</p>` };
  const procedures = proceduresAt(world, agent, site.id);
  const choices = procedures.map(({ id, label }) => ({ value: id, label: label.fr }));
  const rules = await rulesAt(db, site.id);
  return {
    title: 'Ouvertures',
    body: html`${faultSummary(filled)} ${search(OPENINGS, siteFilter(asked, site.id))}
    ${
      procedures.length === 0
        ? html`<p>${words('Aucune démarche de ce site ne se prend sur des créneaux d’ici.')}</p>`
        : each(
            procedures,
            ({ id, label }) =>
              html`<h2>${label.fr}</h2>
                ${rulesList(asked, ofProcedure(rules, id))} ${exceptionsList(asked, ofProcedure(rules, id))}`,
          )
    }
    ${
      procedures.length === 0
        ? nothing
        : html`${closingForm(asked, filled, site.id, choices)}
          ${exceptionForm(asked, filled, site.id, choices)} ${ruleForm(asked, filled, site.id, choices)}`
    }`,
  };
}

function ofProcedure<Rule extends { readonly procedure: string }>(
  rules: readonly Rule[],
  id: string,
): Rule[] {
  return rules.filter(({ procedure }) => procedure === id);
}

/** The openings of a site. */
export const openingRoutes: readonly AgentRoute[] = [
  page({
    path: '/ouvertures',
    roles: organisers,
    object: siteInAddress,
    handle: (asked) => openingsPage(asked),
  }),
];
