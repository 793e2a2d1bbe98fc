import { html } from 'hono/html';
import * as v from 'valibot';
import { managers, siteName, type Reached } from '../access.ts';
import { procedureName } from '../agent-places.ts';
import { form, page, WrongForm, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { maybe, maybeDay, needed } from '../form-fields.ts';
import { clockTime, longDay } from '../date-words.ts';
import { record } from '../journal.ts';
import { findPerson, identityProofs } from '../person-search.ts';
import type { AppointmentOfPerson, FeedbackOfPerson, FoundRows } from '../store/person-search-store.ts';
import type { World } from '../world.ts';
import { blank, choose, faultSummary, formOf, line, tick, type Filled } from './agent-form.ts';
import { each, nothing, unbroken, words, type Html } from './agent-html.ts';

/** Where what is kept of a person is looked for. */
export const PEOPLE = '/agents/personnes';

/** What a person asks for is of all sites and services: an account of some would leave the rest. */
export function allOfThem({ agent }: Pick<AgentAsked<unknown>, 'agent'>): Reached | undefined {
  return agent.service === null ? { isWhole: true } : undefined;
}

async function searchPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  return Promise.resolve({
    title: 'Données personnelles',
    body: html`${faultSummary(filled, 'La recherche n’est pas faite :')}
      <p>
        ${words('Pour une personne qui demande ses données ou leur effacement et n’a laissé ici qu’un téléphone ou une adresse postale. Qui a donné un courriel le fait seul, par la page « Vos données personnelles » du site.')}
      </p>
      ${formOf(
        asked,
        PEOPLE,
        html`<p>${words('Le nom, et au moins un autre renseignement : des personnes ont le même nom.')}</p>
          ${line(filled, { name: 'nom', label: 'Nom', isRequired: true })}
          ${line(filled, { name: 'telephone', label: 'Téléphone', type: 'tel' })}
          ${line(filled, {
            ...{ name: 'jour', label: 'Jour', type: 'date' },
            hint: 'Celui du rendez-vous, ou de la réception du courrier.',
          })}
          ${line(filled, { name: 'reference', label: 'Référence' })}
          <p class="do"><button>Chercher</button></p>`,
      )}`,
  });
}

/** `Rendez-vous VAL-…, 25 novembre 2026 à 9 h 00, Préfecture : Awa Exemple, 01 99…`. */
export function appointmentText(world: World, row: AppointmentOfPerson): string {
  const { reference, site, procedure, start, state, name, phone, email } = row;
  const when = `${longDay(start.slice(0, 10))} à ${clockTime(start)}${state === 'cancelled' ? ', annulé' : ''}`;
  const where = `${siteName(world.settings.config, site)}, ${procedureName(world, procedure)}`;
  return words(
    `${reference}, ${when}, ${where} : ${[name, phone && unbroken(phone), email].filter(Boolean).join(', ')}`,
  );
}

/** The same of a message. */
export function messageText(world: World, row: FeedbackOfPerson): string {
  const { reference, site, received_on, name, postal, email } = row;
  const where = siteName(world.settings.config, site);
  return words(
    `${reference}, reçue le ${longDay(received_on)}, ${where} : ${[name, postal, email].filter(Boolean).join(', ')}`,
  );
}

/** What was found, for the agent to say which of it is about the person who asks. */
export function foundPage(asked: AgentAsked<unknown>, found: FoundRows, filled: Filled = blank): Page {
  const { world } = asked;
  const { appointments, feedback } = found;
  if (appointments.length + feedback.length === 0)
    return {
      title: 'Données personnelles',
      body: html`${faultSummary(filled)}
        <p>${words('Rien n’est gardé ici sous ce nom avec l’un de ces renseignements.')}</p>
        <p><a href="${PEOPLE}">Chercher autrement</a></p>`,
    };
  return {
    title: 'Données trouvées',
    body: html`${faultSummary(filled)}
      ${formOf(
        asked,
        `${PEOPLE}/export`,
        html`${
            appointments.length === 0
              ? nothing
              : tick(filled, {
                  ...{ name: 'rdv', label: 'Rendez-vous', hint: 'Cocher ceux de cette personne seulement.' },
                  choices: appointments.map((row) => ({ value: row.id, label: appointmentText(world, row) })),
                })
          }
          ${
            feedback.length === 0
              ? nothing
              : tick(filled, {
                  ...{ name: 'fiches', label: 'Réclamations, suggestions et demandes' },
                  hint: 'Cocher celles de cette personne seulement.',
                  choices: feedback.map((row) => ({ value: row.reference, label: messageText(world, row) })),
                })
          }
          ${hiddenFound(found)}
          ${choose(filled, {
            ...{ name: 'preuve', label: 'Comment la personne a prouvé son identité', isRequired: true },
            none: 'choisir',
            choices: Object.entries(identityProofs).map(([value, label]) => ({ value, label })),
          })}
          <p class="actions">
            <button>Donner ces données</button>
            <button class="danger" formaction="${PEOPLE}/verification">Effacer ces données…</button>
          </p>`,
      )}
      <p><a href="${PEOPLE}">Chercher une autre personne</a></p>`,
  };
}

function hiddenFound({ appointments, feedback }: FoundRows): Html[] {
  const names = [
    ...appointments.map(({ id }) => ['rdvTrouves', id] as const),
    ...feedback.map(({ reference }) => ['fichesTrouvees', reference] as const),
  ];
  return each(names, ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
}

/** Looking for what is kept of a person. */
export const personRoutes: readonly AgentRoute[] = [
  page({ path: '/personnes', roles: managers, object: allOfThem, handle: (asked) => searchPage(asked) }),
  form({
    path: '/personnes',
    roles: managers,
    object: allOfThem,
    form: v.object({
      ...{
        nom: needed('Le nom manque : l’écrire.'),
        telephone: maybe(),
        jour: maybeDay(),
        reference: maybe(),
      },
    }),
    handle: async (asked, tx) => {
      const { world, agent, form: sent } = asked;
      const { nom: name, telephone, jour, reference } = sent;
      if (!/\p{L}{2}/u.test(name))
        throw new WrongForm({ nom: 'Ce nom est trop court : l’écrire en entier.' });
      if (telephone !== '' && telephone.replace(/\D/g, '').length < 6)
        throw new WrongForm({ telephone: 'Ce numéro ne convient pas : l’écrire comme 01 99 00 12 34.' });
      if (telephone === '' && jour === '' && reference === '')
        throw new WrongForm({ telephone: 'Donner au moins un téléphone, un jour ou une référence.' });
      const found = await findPerson(tx, {
        name,
        phone: telephone || undefined,
        day: jour || undefined,
        reference: reference.toUpperCase() || undefined,
      });
      await record(world, tx, agent, {
        action: 'person-searched',
        object: 'person',
        details: { count: found.appointments.length + found.feedback.length },
      });
      return foundPage(asked, found);
    },
    again: (asked, faults) => searchPage(asked, { values: asked.form, faults }),
  }),
];
