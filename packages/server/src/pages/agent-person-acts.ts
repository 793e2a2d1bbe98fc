import { feedbackStateLabels, isReference } from '@qualepref/core';
import { html } from 'hono/html';
import * as v from 'valibot';
import { managers } from '../access.ts';
import { form, WrongForm, type AgentAsked, type AgentRoute, type Faults, type Page } from '../agent-route.ts';
import { oneOf, several } from '../form-fields.ts';
import { record, type JournalAction } from '../journal.ts';
import { awaitedAmong, eraseFound } from '../person.ts';
import { identityProofs, type IdentityProof } from '../person-search.ts';
import type { Tx } from '../store/database.ts';
import { findFeedback } from '../store/feedback-store.ts';
import { namedRows, type FoundRows } from '../store/person-search-store.ts';
import { comingAppointments, rowsNamed, type PersonRows } from '../store/person-store.ts';
import { isUuid } from '../uuid.ts';
import { button, faultSummary, formOf, pick, type Filled } from './agent-form.ts';
import { each, facts, nothing, words, type Html } from './agent-html.ts';
import { allOfThem, appointmentText, foundPage, messageText, PEOPLE } from './agent-person.ts';

const proofs = Object.keys(identityProofs) as [IdentityProof, ...IdentityProof[]];

const chosen = {
  ...{ rdv: several, fiches: several },
  preuve: oneOf(proofs, 'Dire comment la personne a prouvé son identité.'),
};

interface Chosen {
  readonly rdv: readonly string[];
  readonly fiches: readonly string[];
  readonly preuve: IdentityProof;
}

function rowsOf(rdv: readonly string[], fiches: readonly string[]): PersonRows {
  return { appointments: rdv.filter((id) => isUuid(id)), feedback: fiches.filter((id) => isReference(id)) };
}

/** @throws WrongForm when nothing is ticked, or is there any more */
async function found(tx: Tx, { rdv, fiches }: Chosen): Promise<FoundRows> {
  const rows = await namedRows(tx, rowsOf(rdv, fiches));
  if (rows.appointments.length + rows.feedback.length === 0)
    throw new WrongForm({ '': 'Cocher au moins une ligne de cette personne.' });
  return rows;
}

function idsOf({ appointments, feedback }: FoundRows): PersonRows {
  return {
    appointments: appointments.map(({ id }) => id),
    feedback: feedback.map(({ reference }) => reference),
  };
}

/** Writes down, line by line, what was given or erased and on what proof. */
async function recordEach(
  { world, agent }: AgentAsked<unknown>,
  tx: Tx,
  action: JournalAction,
  {
    rows,
    proof,
    kept,
  }: { readonly rows: FoundRows; readonly proof: IdentityProof; readonly kept?: readonly string[] },
): Promise<void> {
  for (const { reference } of rows.appointments)
    await record(world, tx, agent, { action, object: `appointment ${reference}`, details: { proof } });
  for (const { reference } of rows.feedback)
    await record(world, tx, agent, {
      ...{ action, object: `feedback ${reference}` },
      details: { proof, ...(kept?.includes(reference) ? { isKept: true } : {}) },
    });
}

async function exportPage({ world }: AgentAsked<unknown>, tx: Tx, rows: FoundRows): Promise<Page> {
  const { privacy } = world.settings.server;
  const { retention } = world.settings.server;
  const whole = {
    controller: privacy.controller,
    on: world.now().toISOString(),
    ...(await rowsNamed(tx, idsOf(rows))),
  };
  const file = Buffer.from(JSON.stringify(whole, null, 2)).toString('base64');
  const messages = await Promise.all(rows.feedback.map(({ reference }) => findFeedback(tx, reference)));
  return {
    title: 'Ce qui est gardé de la personne',
    body: html`<p class="no-print">
        ${words('Imprimer cette page pour la remettre ou la poster, ou donner le fichier. Elle ne sera plus montrée : chercher à nouveau pour la revoir.')}
      </p>
      <p class="no-print">
        <a download="donnees.json" href="data:application/json;base64,${file}"
          >Télécharger le fichier (JSON)</a
        >
      </p>
      <p>
        ${words(`Responsable : ${privacy.controller}. Délégué à la protection des données : ${privacy.officer}.`)}
      </p>
      <p>
        ${words(`Un rendez-vous est gardé ${String(retention.appointments)} mois après sa date, une réclamation ou une suggestion ${String(retention.feedback)} mois après sa réception.`)}
      </p>
      ${
        rows.appointments.length === 0
          ? nothing
          : html`<h2>Rendez-vous</h2>
              <ul>
                ${each(rows.appointments, (row) => html`<li>${appointmentText(world, row)}</li>`)}
              </ul>`
      }
      ${each(
        rows.feedback,
        (row, at) =>
          html`<h2>${messageText(world, row)}</h2>
            ${facts([['État', feedbackStateLabels[row.state]]])}
            <div class="said">${messages[at]?.feedback.text ?? ''}</div>
            ${
              messages[at]?.answer === undefined
                ? nothing
                : html`<h3>Réponse</h3>
                    <div class="said">${messages[at].answer}</div>`
            }`,
      )}
      <p class="no-print"><a href="${PEOPLE}">Chercher une autre personne</a></p>`,
  };
}

const open = {
  garder: 'garder ce qui attend une réponse, puis l’effacer une semaine après celle-ci',
  effacer: 'tout effacer : la personne sait que personne ne répondra',
} as const;

async function checkPage(asked: AgentAsked<unknown>, rows: FoundRows, filled: Filled): Promise<Page> {
  const { world, db } = asked;
  const ids = idsOf(rows);
  const awaited = await awaitedAmong(db, ids.feedback);
  const coming = await comingAppointments(db, ids.appointments, world.now());
  return {
    title: 'Effacer ces données',
    body: html`${faultSummary(filled, 'Rien n’est effacé :')}
      <ul>
        ${each(
          rows.appointments,
          (row) =>
            html`<li>
              ${appointmentText(world, row)}${coming.includes(row.id) ? words(' ; il sera annulé') : ''}
            </li>`,
        )}
        ${each(
          rows.feedback,
          (row) =>
            html`<li>
              ${messageText(world, row)}${awaited.includes(row.reference) ? words(' ; une réponse est attendue') : ''}
            </li>`,
        )}
      </ul>
      <p>
        ${words('Le nom, les adresses et les textes disparaissent ; restent le site, les dates et l’état. Cela ne se défait pas.')}
      </p>
      ${formOf(
        asked,
        `${PEOPLE}/effacement`,
        html`${chosenFields(rows, filled)}
        ${
          awaited.length === 0
            ? nothing
            : pick(filled, {
                ...{ name: 'ouvertes', label: 'Une réponse est attendue' },
                choices: Object.entries(open).map(([value, label]) => ({ value, label })),
              })
        }
        ${button('Effacer définitivement', 'danger')}`,
      )}
      <p><a href="${PEOPLE}">Ne rien effacer</a></p>`,
  };
}

function chosenFields({ appointments, feedback }: FoundRows, { values }: Filled): Html[] {
  const proof = values['preuve'];
  const fields = [
    ...appointments.map(({ id }) => ['rdv', id] as const),
    ...feedback.map(({ reference }) => ['fiches', reference] as const),
    ['preuve', typeof proof === 'string' ? proof : ''] as const,
  ];
  return each(fields, ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
}

type Sent = AgentAsked<Readonly<Record<string, unknown>>>;

function textsOf(value: unknown): readonly string[] {
  return [value].flat().filter((each) => typeof each === 'string');
}

/** The page of what was found, as it was. */
async function foundAgain(asked: Sent, faults: Faults): Promise<Page> {
  const { form: values, db } = asked;
  const rows = rowsOf(textsOf(values['rdvTrouves']), textsOf(values['fichesTrouvees']));
  return foundPage(asked, await namedRows(db, rows), { values, faults });
}

const common = { roles: managers, object: allOfThem, rest: '/personnes' } as const;

/** Giving and erasing what was found of a person. */
export const personActRoutes: readonly AgentRoute[] = [
  form({
    ...{ path: '/personnes/export', ...common, again: foundAgain },
    form: v.object(chosen),
    handle: async (asked, tx) => {
      const rows = await found(tx, asked.form);
      await recordEach(asked, tx, 'person-exported', { rows, proof: asked.form.preuve });
      return exportPage(asked, tx, rows);
    },
  }),
  form({
    ...{ path: '/personnes/verification', ...common, again: foundAgain },
    form: v.object(chosen),
    handle: async (asked, tx) =>
      checkPage(asked, await found(tx, asked.form), { values: { ...asked.form }, faults: {} }),
  }),
  form({
    ...{ path: '/personnes/effacement', ...common },
    form: v.object({ ...chosen, ouvertes: v.optional(v.string(), '') }),
    handle: async (asked, tx) => {
      const { preuve: proof, ouvertes } = asked.form;
      const rows = await found(tx, asked.form);
      const awaited = await awaitedAmong(tx, idsOf(rows).feedback);
      if (awaited.length > 0 && !Object.hasOwn(open, ouvertes))
        throw new WrongForm({ ouvertes: 'Dire ce que devient ce qui attend une réponse.' });
      const { kept, rows: count } = await eraseFound(
        asked.world,
        tx,
        idsOf(rows),
        ouvertes === 'effacer' ? 'erase' : 'keep',
      );
      await recordEach(asked, tx, 'person-erased', { rows, proof, kept });
      return kept.length > 0
        ? { to: PEOPLE, notice: 'personne-gardee', count: kept.length }
        : { to: PEOPLE, notice: 'personne-effacee', count };
    },
    again: async (asked, faults) => {
      const { form: values, db } = asked;
      const rows = await namedRows(db, rowsOf(textsOf(values['rdv']), textsOf(values['fiches'])));
      return checkPage(asked, rows, { values, faults });
    },
  }),
];
