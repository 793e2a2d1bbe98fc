import type { MailEntry } from '@qualepref/core';
import { html } from 'hono/html';
import * as v from 'valibot';
import { atDesk } from '../access.ts';
import {
  form,
  page,
  WrongForm,
  type AgentAsked,
  type AgentRoute,
  type Moved,
  type Page,
} from '../agent-route.ts';
import { record } from '../journal.ts';
import { mailOf, mailTemplate } from '../mail-sheet.ts';
import { todayAt } from '../site-time.ts';
import { findMail, insertMail, setAnswer } from '../store/correspondence-store.ts';
import type { Tx } from '../store/database.ts';
import { blank, button, faultSummary, formOf, line, type Filled } from './agent-form.ts';
import { words } from './agent-html.ts';
import { MAIL } from './agent-mail-rows.ts';

const MEBIBYTE = 1024 * 1024;
const LARGEST_FILE = 4 * MEBIBYTE;

async function importPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  return Promise.resolve({
    title: 'Importer un tableau de courriers',
    body: html`${faultSummary(filled)}
      <ol>
        <li>
          <a href="${MAIL}/modele">Télécharger le modèle</a>, ou partir d’un tableau qui a les mêmes titres de
          colonnes.
        </li>
        <li>${words('Le remplir : une ligne par courrier ou courriel.')}</li>
        <li>
          ${words('Le choisir ici. Si une cellule ne convient pas, rien n’est importé, et la page dit lesquelles corriger.')}
        </li>
      </ol>
      <p>
        ${words('Un numéro déjà connu n’est pas ajouté deux fois : sa date de réponse et son modèle sont mis à jour.')}
      </p>
      ${formOf(
        asked,
        `${MAIL}/import`,
        html`${line(filled, {
          ...{ name: 'fichier', label: 'Tableau (.xlsx, .ods ou .csv)', type: 'file', isRequired: true },
          accept: '.xlsx,.ods,.csv',
        })}
        ${button('Importer')}`,
        { isFile: true },
      )}`,
  });
}

/** Adds the lines that are new, and the answers of those that are known. @returns how many changed */
async function takeIn(
  { agent, world }: AgentAsked<unknown>,
  tx: Tx,
  entries: readonly MailEntry[],
): Promise<number> {
  let changed = 0;
  for (const entry of entries) {
    if (await insertMail(tx, entry)) {
      changed += 1;
      continue;
    }
    const known = await findMail(tx, entry.id);
    if (!known) continue;
    const isSame = (['channel', 'site', 'service', 'receivedOn'] as const).every(
      (key) => known[key] === entry[key],
    );
    if (!isSame)
      throw new WrongForm({
        '': `Le numéro ${entry.id} est déjà celui d’un autre courrier : le corriger dans le tableau.`,
      });
    if (known.answeredOn === entry.answeredOn && known.template === entry.template) continue;
    // An empty cell takes nothing away.
    await setAnswer(tx, entry.id, {
      answeredOn: entry.answeredOn ?? known.answeredOn,
      template: entry.template ?? known.template,
    });
    changed += 1;
  }
  await record(world, tx, agent, {
    action: 'mail-imported',
    object: 'mail',
    details: { lines: entries.length, changed },
  });
  return changed;
}

/** Taking in a spreadsheet. */
export const mailImportRoutes: readonly AgentRoute[] = [
  page({ path: '/courriers/import', roles: atDesk, object: 'own', handle: (asked) => importPage(asked) }),
  page({
    path: '/courriers/modele',
    roles: atDesk,
    object: 'own',
    handle: ({ world, context }) =>
      Promise.resolve(
        context.body(new Uint8Array(mailTemplate(world.settings.config)), 200, {
          'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          'content-disposition': 'attachment; filename="modele-courriers.xlsx"',
        }),
      ),
  }),
  form({
    path: '/courriers/import',
    roles: atDesk,
    largest: LARGEST_FILE,
    object: 'own',
    form: v.object({
      fichier: v.pipe(
        v.instance(File, 'Choisir un fichier.'),
        v.check(({ size }) => size > 0, 'Choisir un fichier.'),
      ),
    }),
    handle: async (asked, tx): Promise<Moved> => {
      const { world, agent } = asked;
      const bytes = new Uint8Array(await asked.form.fichier.arrayBuffer());
      const { config } = world.settings;
      const entries = mailOf(bytes, { config, agent, today: todayAt(world) });
      return { to: MAIL, notice: 'courriers-importes', count: await takeIn(asked, tx, entries) };
    },
    again: (asked, faults) => importPage(asked, { values: {}, faults }),
  }),
];
