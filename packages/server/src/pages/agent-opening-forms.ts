import { html } from 'hono/html';
import type { AgentAsked } from '../agent-route.ts';
import { button, choose, formOf, line, tick, type Choice, type Filled } from './agent-form.ts';
import type { Html } from './agent-html.ts';
import { OPENINGS, WEEKDAYS } from './agent-opening-lists.ts';

type Choices = readonly Choice[];

/** Days taken away from the week of a place, or of all those of a site. */
export function closingForm(
  asked: AgentAsked<unknown>,
  filled: Filled,
  site: string,
  choices: Choices,
): Html {
  return formOf(
    asked,
    `${OPENINGS}/fermeture`,
    html`<h2>Fermer des jours</h2>
      <input type="hidden" name="site" value="${site}" />
      ${choose(filled, { ...{ name: 'demarche', label: 'Démarche', isFilter: true, none: 'toutes celles du site' }, choices })}
      <div class="row">
        ${line(filled, { name: 'du', label: 'Du', type: 'date', isRequired: true })}
        ${line(filled, { name: 'au', label: 'Au', type: 'date', isRequired: true })}
      </div>
      ${line(filled, {
        ...{ name: 'motif', label: 'Motif', isRequired: true },
        hint: 'Le public peut le lire : « pont de l’Ascension », « formation des agents ».',
      })}
      ${button('Fermer ces jours')}`,
  );
}

/** Hours of a day that is outside the week of a place. */
export function exceptionForm(
  asked: AgentAsked<unknown>,
  filled: Filled,
  site: string,
  choices: Choices,
): Html {
  return formOf(
    asked,
    `${OPENINGS}/exceptionnelle`,
    html`<h2>Ouvrir un jour de plus</h2>
      <input type="hidden" name="site" value="${site}" />
      ${choose(filled, { ...{ name: 'demarcheJour', label: 'Démarche à ouvrir ce jour-là', isRequired: true }, choices })}
      ${line(filled, {
        ...{ name: 'jourOuvert', label: 'Jour', type: 'date', isRequired: true },
        hint: 'Un jour hors de la semaine ordinaire, même férié, ou des heures de plus un jour ordinaire.',
      })}
      <div class="row">
        ${line(filled, { name: 'heureDebut', label: 'Ouvre à', type: 'time', isRequired: true, value: '09:00' })}
        ${line(filled, { name: 'heureFin', label: 'Ferme à', type: 'time', isRequired: true, value: '12:00' })}
      </div>
      <div class="row">
        ${line(filled, { name: 'minutesJour', label: 'Minutes par rendez-vous ce jour-là', type: 'number', isRequired: true, value: '20' })}
        ${line(filled, { name: 'placesJour', label: 'Personnes à la fois ce jour-là', type: 'number', isRequired: true, value: '1' })}
      </div>
      ${line(filled, { name: 'raison', label: 'Raison' })} ${button('Ouvrir ce jour')}`,
  );
}

/** Hours of each week. */
export function ruleForm(asked: AgentAsked<unknown>, filled: Filled, site: string, choices: Choices): Html {
  return formOf(
    asked,
    OPENINGS,
    html`<h2>Ouvrir des créneaux</h2>
      <input type="hidden" name="site" value="${site}" />
      ${choose(filled, { ...{ name: 'ouvrir', label: 'Démarche à ouvrir', isRequired: true }, choices })}
      ${tick(filled, {
        ...{ name: 'jours', label: 'Jours' },
        choices: WEEKDAYS.map((label, at) => ({ value: String(at + 1), label })),
        value: ['1', '2', '3', '4', '5'],
      })}
      <div class="row">
        ${line(filled, { name: 'de', label: 'De', type: 'time', isRequired: true, value: '09:00' })}
        ${line(filled, { name: 'a', label: 'À', type: 'time', isRequired: true, value: '12:00' })}
      </div>
      <div class="row">
        ${line(filled, { name: 'minutes', label: 'Minutes par rendez-vous', type: 'number', isRequired: true, value: '20' })}
        ${line(filled, { name: 'places', label: 'Personnes à la fois', type: 'number', isRequired: true, value: '1' })}
      </div>
      ${line(filled, {
        ...{
          name: 'part',
          label: 'Part gardée pour le guichet et le téléphone, en %',
          type: 'number',
          isShort: true,
        },
        hint: 'Vide : celle de la configuration.',
      })}
      <div class="row">
        ${line(filled, { name: 'debut', label: 'À partir du', type: 'date' })}
        ${line(filled, { name: 'fin', label: 'Jusqu’au', type: 'date' })}
      </div>
      ${button('Ouvrir ces créneaux')}`,
  );
}
