import {
  calendarOf,
  channelLabels,
  delayLabel,
  mailChannels,
  mailStatus,
  type AnswerStatus,
  type MailEntry,
} from '@qualepref/core';
import { html } from 'hono/html';
import * as v from 'valibot';
import { atDesk, logReaders, serviceName, servicesOf, siteName, sitesOf, type Reached } from '../access.ts';
import { siteChoices, siteInAddress, todayOf } from '../agent-places.ts';
import {
  form,
  page,
  WrongForm,
  type AgentAsked,
  type AgentRoute,
  type Moved,
  type Page,
} from '../agent-route.ts';
import { day, maybe, maybeDay, needed, neededSubject, oneOf } from '../form-fields.ts';
import { longDay } from '../french-date.ts';
import { record } from '../journal.ts';
import { mailOf, mailTemplate } from '../mail-sheet.ts';
import type { Tx } from '../store/database.ts';
import { findMail, insertMail, lastNumber, listMail, setAnswer } from '../store/correspondence-store.ts';
import type { World } from '../world.ts';
import { blank, button, choose, faultSummary, formOf, line, search, type Filled } from './agent-form.ts';
import { facts, nothing, table, words, type Html } from './agent-html.ts';

const ROOT = '/agents/courriers';
const MOST = 300;
const MIBIBYTE = 1024 * 1024;
const LARGEST_FILE = 4 * MIBIBYTE;

interface Row {
  readonly entry: MailEntry;
  readonly status: AnswerStatus;
}

/** The lines of the log that a person may see, those that wait the longest first. */
export async function mailRows(
  { world, agent, db }: Pick<AgentAsked<unknown>, 'world' | 'agent' | 'db'>,
  narrow: { readonly site?: string | undefined; readonly isWaiting: boolean },
): Promise<readonly Row[]> {
  const own = sitesOf(agent, world.settings.config).map(({ id }) => id);
  const entries = await listMail(db, {
    sites: narrow.site === undefined ? own : [narrow.site],
    service: agent.service ?? undefined,
    isWaiting: narrow.isWaiting,
  });
  const rows = entries.map((entry) => ({ entry, status: statusOf(world, entry) }));
  return narrow.isWaiting
    ? rows.toSorted((a, b) => a.status.due.localeCompare(b.status.due))
    : rows.toReversed();
}

function statusOf(world: World, entry: MailEntry): AnswerStatus {
  const { config } = world.settings;
  const site = config.sites.find(({ id }) => id === entry.site);
  return mailStatus(
    entry,
    delayOf(world, entry),
    calendarOf(site ?? { zone: 'metropole', closings: [] }),
    todayOf(world, entry.site),
  );
}

function delayOf({ settings }: World, { channel }: Pick<MailEntry, 'channel'>) {
  const { delays } = settings.config;
  return channel === 'email' ? delays.email : delays.letter;
}

function statusText(world: World, { entry, status }: Row): Html | string {
  const late = delayLabel({ ...delayOf(world, entry), amount: status.daysLate, bound: 'inclusive' });
  switch (status.state) {
    case 'late':
      return html`<span class="late">en retard de ${late}</span>, due le ${longDay(status.due)}`;
    case 'waiting':
      return `à répondre le ${longDay(status.due)} au plus tard`;
    case 'answered-late':
      return `répondu avec ${late} de retard`;
    case 'answered-on-time':
      return 'répondu dans le délai';
  }
}

async function listPage(asked: AgentAsked<unknown>): Promise<Page> {
  const { world, query, agent } = asked;
  const { config } = world.settings;
  const isWaiting = query['etat'] !== 'tous';
  const all = await mailRows(asked, { site: query['site'] || undefined, isWaiting });
  const rows = all.slice(0, MOST);
  return {
    title: 'Courriers et courriels',
    body: html`${
      atDesk.includes(agent.role)
        ? html`<ul class="actions">
            <li><a class="button" href="${ROOT}/nouveau">Saisir un courrier</a></li>
            <li><a class="button second" href="${ROOT}/import">Importer un tableau</a></li>
          </ul>`
        : nothing
    }
    ${search(
      ROOT,
      html`${choose(blank, {
        ...{ name: 'site', label: 'Site', isFilter: true, value: query['site'], none: 'tous mes sites' },
        choices: siteChoices(asked),
      })}
      ${choose(blank, {
        ...{ name: 'etat', label: 'Courriers', isFilter: true, value: query['etat'] },
        choices: [
          { value: 'a-repondre', label: 'à répondre' },
          { value: 'tous', label: 'tous' },
        ],
      })}`,
    )}
    ${
      rows.length === 0
        ? html`<p>${isWaiting ? 'Aucun courrier n’attend de réponse.' : 'Aucun courrier.'}</p>`
        : table<Row>(
            isWaiting ? 'À répondre, les plus urgents d’abord' : 'Les plus récents d’abord',
            [
              {
                ...{ title: 'Numéro', isHead: true },
                show: ({ entry: { id } }) => html`<a href="${ROOT}/${encodeURIComponent(id)}">${id}</a>`,
              },
              { title: 'Reçu le', show: ({ entry }) => longDay(entry.receivedOn) },
              { title: 'Par', show: ({ entry }) => channelLabels[entry.channel] },
              { title: 'Objet', show: ({ entry }) => entry.subject },
              { title: 'Site', show: ({ entry }) => siteName(config, entry.site) },
              { title: 'Service', show: ({ entry }) => serviceName(config, entry.service) },
              { title: 'Réponse', show: (row) => statusText(world, row) },
            ],
            rows,
          )
    }
    ${
      all.length > MOST
        ? html`<p>
            ${words(`Les ${String(MOST)} premiers sont montrés : choisir un site pour les autres.`)}
          </p>`
        : nothing
    }`,
  };
}

async function entryPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world, agent, db } = asked;
  const today = todayOf(world);
  const year = today.slice(0, 4);
  const next = Number((await lastNumber(db, year))?.slice(5) ?? 0) + 1;
  return {
    title: 'Saisir un courrier',
    body: html`${faultSummary(filled)}
      <p>
        ${words('Seulement les demandes d’information générale : une demande de titre a ses propres délais.')}
      </p>
      ${formOf(
        asked,
        ROOT,
        html`<div class="row">
            ${line(filled, {
              ...{ name: 'numero', label: 'Numéro', isRequired: true },
              value: `${year}-${String(next).padStart(5, '0')}`,
            })}
            ${choose(filled, {
              ...{ name: 'canal', label: 'Reçu par', isRequired: true },
              choices: mailChannels.map((value) => ({ value, label: channelLabels[value] })),
            })}
          </div>
          <div class="row">
            ${choose(filled, { name: 'site', label: 'Site', isRequired: true, choices: siteChoices(asked) })}
            ${choose(filled, {
              ...{ name: 'service', label: 'Service', isRequired: true },
              choices: servicesOf(agent, world.settings.config).map(({ id, name }) => ({
                value: id,
                label: name,
              })),
            })}
          </div>
          ${line(filled, {
            ...{ name: 'objet', label: 'Objet', isRequired: true },
            hint: 'Ce qui est demandé, sans nom : « horaires », « pièces à fournir ».',
          })}
          <div class="row">
            ${line(filled, { name: 'recu', label: 'Reçu le', type: 'date', isRequired: true, value: today })}
            ${line(filled, { name: 'repondu', label: 'Répondu le', type: 'date' })}
          </div>
          ${line(filled, { name: 'modele', label: 'Modèle de réponse' })} ${button('Enregistrer le courrier')}`,
      )}`,
  };
}

async function detailPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world, agent } = asked;
  const { config } = world.settings;
  const entry = await found(asked);
  return {
    title: `Courrier ${entry.id}`,
    body: html`${faultSummary(filled)}
    ${facts([
      ['Réponse', statusText(world, { entry, status: statusOf(world, entry) })],
      ['Objet', entry.subject],
      ['Reçu le', `${longDay(entry.receivedOn)} (${channelLabels[entry.channel]})`],
      ['Site', siteName(config, entry.site)],
      ['Service', serviceName(config, entry.service)],
      ['Répondu le', entry.answeredOn === undefined ? 'pas encore' : longDay(entry.answeredOn)],
      ['Modèle', entry.template ?? '–'],
    ])}
    ${
      atDesk.includes(agent.role)
        ? formOf(
            asked,
            `${ROOT}/${encodeURIComponent(entry.id)}/reponse`,
            html`<h2>${entry.answeredOn === undefined ? 'Noter la réponse' : 'Corriger la réponse'}</h2>
              ${line(filled, {
                ...{ name: 'repondu', label: 'Répondu le', type: 'date', isRequired: true },
                value: entry.answeredOn ?? todayOf(world, entry.site),
              })}
              ${line(filled, { name: 'modele', label: 'Modèle de réponse', value: entry.template })}
              ${button('Enregistrer')}`,
          )
        : nothing
    }`,
  };
}

async function importPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  return Promise.resolve({
    title: 'Importer un tableau de courriers',
    body: html`${faultSummary(filled)}
      <ol>
        <li>
          <a href="${ROOT}/modele">Télécharger le modèle</a>, ou partir d’un tableau qui a les mêmes titres de
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
        `${ROOT}/import`,
        html`${line(filled, {
          ...{ name: 'fichier', label: 'Tableau (.xlsx, .ods ou .csv)', type: 'file', isRequired: true },
          accept: '.xlsx,.ods,.csv',
        })}
        ${button('Importer')}`,
        { isFile: true },
      )}`,
  });
}

async function found({ db, params }: AgentAsked<unknown>): Promise<MailEntry> {
  const entry = await findMail(db, params['id'] ?? '');
  if (!entry) throw new Error('The object of the route was found before.');
  return entry;
}

async function mailObject({ db, params }: AgentAsked<unknown>): Promise<Reached | undefined> {
  const { id = '' } = params;
  const entry = /^\S{1,300}$/.test(id) ? await findMail(db, id) : undefined;
  return entry && { site: entry.site, service: entry.service };
}

function checkDays(today: string, received: string, answered: string): void {
  if (received > today) throw new WrongForm({ recu: 'Ce jour n’est pas encore venu : vérifier la date.' });
  if (answered > today) throw new WrongForm({ repondu: 'Ce jour n’est pas encore venu : vérifier la date.' });
  if (answered !== '' && answered < received)
    throw new WrongForm({
      repondu: `La réponse est d’avant la réception, le ${longDay(received)} : vérifier les dates.`,
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

export const mailRoutes: readonly AgentRoute[] = [
  page({ path: '/courriers', roles: logReaders, object: siteInAddress, handle: (asked) => listPage(asked) }),
  page({ path: '/courriers/nouveau', roles: atDesk, object: 'own', handle: (asked) => entryPage(asked) }),
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
    path: '/courriers',
    roles: atDesk,
    form: v.object({
      numero: v.pipe(
        needed('Le numéro manque.'),
        v.regex(/^[\w./-]{1,40}$/, 'Un numéro s’écrit sans espace, par exemple 2026-00417.'),
      ),
      canal: oneOf(mailChannels, 'Choisir courriel ou courrier.'),
      site: needed('Choisir un site.'),
      service: needed('Choisir un service.'),
      objet: neededSubject('L’objet manque.'),
      recu: day(),
      repondu: maybeDay(),
      modele: maybe(),
    }),
    object: 'own',
    about: ({ world, form: { site, service } }) =>
      servicesOf({ service: null }, world.settings.config).some(({ id }) => id === service)
        ? { site, service }
        : undefined,
    handle: async ({ world, agent, form: asked }, tx): Promise<Moved> => {
      const { numero: id, canal: channel, site, service, objet: subject, recu, repondu, modele } = asked;
      checkDays(todayOf(world, site), recu, repondu);
      const isNew = await insertMail(tx, {
        ...{ id, channel, site, service, subject, receivedOn: recu },
        answeredOn: repondu === '' ? undefined : repondu,
        template: modele === '' ? undefined : modele,
      });
      if (!isNew) throw new WrongForm({ numero: 'Ce numéro est déjà pris : en choisir un autre.' });
      await record(world, tx, agent, {
        action: 'mail-entered',
        object: `mail ${id}`,
        details: { channel, site },
      });
      return { to: ROOT, notice: 'courrier-saisi' };
    },
    again: (asked, faults) => entryPage(asked, { values: asked.form, faults }),
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
      const entries = mailOf(bytes, { config, agent, today: todayOf(world) });
      return { to: ROOT, notice: 'courriers-importes', count: await takeIn(asked, tx, entries) };
    },
    again: (asked, faults) => importPage(asked, { values: {}, faults }),
  }),
  page({
    ...{ path: '/courriers/:id', roles: logReaders, object: mailObject },
    handle: (asked) => detailPage(asked),
  }),
  form({
    path: '/courriers/:id/reponse',
    roles: atDesk,
    object: mailObject,
    form: v.object({ repondu: day(), modele: maybe() }),
    handle: async (asked, tx): Promise<Moved> => {
      const { world, agent } = asked;
      const entry = await found(asked);
      const { repondu, modele } = asked.form;
      checkDays(todayOf(world, entry.site), entry.receivedOn, repondu);
      await setAnswer(tx, entry.id, { answeredOn: repondu, template: modele === '' ? undefined : modele });
      await record(world, tx, agent, { action: 'mail-answered', object: `mail ${entry.id}` });
      return { to: ROOT, notice: 'courrier-repondu' };
    },
    again: (asked, faults) => detailPage(asked, { values: asked.form, faults }),
  }),
];
