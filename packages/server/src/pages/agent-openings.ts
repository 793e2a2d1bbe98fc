import { addDays, type ExceptionalClosing, type OpeningRule } from '@qualepref/core';
import { html } from 'hono/html';
import * as v from 'valibot';
import { organisers, type Reached } from '../access.ts';
import { proceduresAt, reachOf, siteAsked, siteChoices, siteInAddress, todayOf } from '../agent-places.ts';
import {
  form,
  page,
  WrongForm,
  type AgentAsked,
  type AgentRoute,
  type Moved,
  type Page,
} from '../agent-route.ts';
import { openSlots } from '../booking.ts';
import { day, maybeDay, needed, several, time, whole } from '../form-fields.ts';
import { clockTime, longDay } from '../french-date.ts';
import { record } from '../journal.ts';
import { countBooked } from '../store/agenda-store.ts';
import type { Tx } from '../store/database.ts';
import { ruleNamed, rulesAt, rulesOf } from '../store/opening-store.ts';
import {
  blank,
  button,
  choose,
  faultSummary,
  formOf,
  line,
  search,
  tick,
  type Filled,
} from './agent-form.ts';
import { each, nothing, words, type Html } from './agent-html.ts';

const ROOT = '/agents/ouvertures';
const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

interface Kept {
  readonly id: string;
  readonly rule: OpeningRule;
}

async function openingsPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world, agent, db } = asked;
  const sent = filled.values['site'];
  const site = siteAsked(typeof sent === 'string' ? { ...asked, query: { site: sent } } : asked);
  if (!site) return { title: 'Ouvertures', body: html`<p>Aucun site n’est à votre portée.</p>` };
  const procedures = proceduresAt(world, agent, site.id);
  const choices = procedures.map(({ id, label }) => ({ value: id, label: label.fr }));
  const rules = await rulesAt(db, site.id);
  return {
    title: 'Ouvertures',
    body: html`${faultSummary(filled)}
    ${search(
      ROOT,
      choose(blank, {
        ...{ name: 'site', label: 'Site', isFilter: true, value: site.id },
        choices: siteChoices(asked),
      }),
    )}
    ${
      procedures.length === 0
        ? html`<p>${words('Aucune démarche de ce site ne se prend sur des créneaux d’ici.')}</p>`
        : each(
            procedures,
            ({ id, label }) =>
              html`<h2>${label.fr}</h2>
                ${rulesList(
                  asked,
                  rules.filter(({ procedure }) => procedure === id),
                )}`,
          )
    }
    ${procedures.length === 0 ? nothing : html`${closingForm(asked, filled, site.id, choices)} ${ruleForm(asked, filled, site.id, choices)}`}`,
  };
}

function rulesList(asked: AgentAsked<unknown>, rules: readonly Kept[]): Html {
  if (rules.length === 0) return html`<p>Aucun créneau n’est ouvert.</p>`;
  return html`<ul class="tiles">
    ${each(
      rules,
      ({ id, rule }) =>
        html`<li>
          <p>${words(ruleText(rule))}</p>
          ${
            rule.closings.length === 0
              ? nothing
              : html`<p>Fermetures exceptionnelles</p>
                  ${each(
                    rule.closings,
                    (closing) =>
                      html`<p>${words(closingText(closing))}</p>
                        ${formOf(
                          asked,
                          `${ROOT}/${id}/reouverture`,
                          html`<input type="hidden" name="du" value="${closing.from}" /><button
                              class="second"
                            >
                              Rouvrir<span class="hidden"> du ${longDay(closing.from)}</span>
                            </button>`,
                          { kind: 'inline' },
                        )}`,
                  )}`
          }
          <details>
            <summary>Arrêter cette ouverture</summary>
            ${formOf(
              asked,
              `${ROOT}/${id}/fin`,
              html`${line(blank, {
                ...{ name: `jour`, label: 'Dernier jour', type: 'date', isRequired: true, key: `jour-${id}` },
                value: todayOf(asked.world, rule.site),
              })}
              ${button('Arrêter', 'danger')}`,
              { kind: 'plain' },
            )}
          </details>
        </li>`,
    )}
  </ul>`;
}

/** `lundi et mardi, de 9 h 00 à 12 h 00 : 2 personnes toutes les 20 minutes, à partir du 1er décembre 2026`. */
function ruleText({ weekdays, from, to, every, capacity, validFrom, validTo }: OpeningRule): string {
  const days = weekdays.toSorted((a, b) => a - b).map((day) => WEEKDAYS[day - 1] ?? '');
  const named = days.length > 1 ? `${days.slice(0, -1).join(', ')} et ${days.at(-1) ?? ''}` : days.join('');
  const people = capacity > 1 ? `${String(capacity)} personnes` : '1 personne';
  const span = [
    ...(validFrom === undefined ? [] : [`à partir du ${longDay(validFrom)}`]),
    ...(validTo === undefined ? [] : [`jusqu’au ${longDay(validTo)}`]),
  ];
  return [
    `Le ${named}, de ${clockTime(from)} à ${clockTime(to)} : ${people} toutes les ${String(every)} minutes`,
    ...span,
  ].join(', ');
}

function closingText({ from, to = from, reason }: ExceptionalClosing): string {
  const span = from === to ? `le ${longDay(from)}` : `du ${longDay(from)} au ${longDay(to)}`;
  return `${span.replace(/^./, (letter) => letter.toUpperCase())} : ${reason.fr}`;
}

type Choices = readonly { readonly value: string; readonly label: string }[];

function closingForm(asked: AgentAsked<unknown>, filled: Filled, site: string, choices: Choices): Html {
  return formOf(
    asked,
    `${ROOT}/fermeture`,
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

function ruleForm(asked: AgentAsked<unknown>, filled: Filled, site: string, choices: Choices): Html {
  return formOf(
    asked,
    ROOT,
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

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

async function ruleObject({ world, db, params }: AgentAsked<unknown>): Promise<Reached | undefined> {
  const { id = '' } = params;
  const kept = UUID.test(id) ? await ruleNamed(db, id) : undefined;
  return kept && reachOf(world, kept.site, kept.procedure);
}

/** Makes the rules of a place others, and writes down that they are. */
async function change(
  { world, agent }: AgentAsked<unknown>,
  tx: Tx,
  place: { readonly site: string; readonly procedure: string },
  changed: (kept: readonly Kept[]) => readonly OpeningRule[],
  action: 'opening-added' | 'opening-changed',
): Promise<void> {
  const { site, procedure } = place;
  await openSlots(world, tx, changed(await rulesOf(tx, place)), [{ site, procedure }]);
  await record(world, tx, agent, { action, object: `opening ${site} ${procedure}` });
}

const again = (asked: AgentAsked<Readonly<Record<string, unknown>>>, faults: Filled['faults']) =>
  openingsPage(asked, { values: asked.form, faults });
const back = (site: string): string => `${ROOT}?site=${site}`;

export const openingRoutes: readonly AgentRoute[] = [
  page({
    path: '/ouvertures',
    roles: organisers,
    object: siteInAddress,
    handle: (asked) => openingsPage(asked),
  }),
  form({
    ...{ path: '/ouvertures', roles: organisers, again },
    form: v.object({
      site: needed('Choisir un site.'),
      ouvrir: needed('Choisir une démarche.'),
      jours: several,
      de: time(),
      a: time(),
      minutes: whole(5, 240, 'De 5 à 240 minutes.'),
      places: whole(1, 50, 'De 1 à 50 personnes.'),
      part: v.union([v.literal(''), whole(0, 100, 'Un nombre de 0 à 100.')], 'Un nombre de 0 à 100.'),
      debut: maybeDay(),
      fin: maybeDay(),
    }),
    object: 'own',
    about: ({ world, form: { site, ouvrir } }) => reachOf(world, site, ouvrir),
    handle: async (asked, tx): Promise<Moved> => {
      const { site, ouvrir: procedure, jours, de, a, minutes, places, part, debut, fin } = asked.form;
      const weekdays = jours
        .map(Number)
        .filter((day): day is OpeningRule['weekdays'][number] => day >= 1 && day <= 7);
      if (weekdays.length === 0) throw new WrongForm({ jours: 'Cocher au moins un jour.' });
      if (a <= de) throw new WrongForm({ a: 'L’heure de fin vient après celle du début : la corriger.' });
      if (debut !== '' && fin !== '' && fin < debut)
        throw new WrongForm({ fin: 'Le dernier jour vient après le premier : le corriger.' });
      const rule: OpeningRule = {
        ...{ site, procedure, weekdays, from: de, to: a, every: minutes, capacity: places },
        agentShare: part === '' ? undefined : part / 100,
        validFrom: debut === '' ? undefined : debut,
        validTo: fin === '' ? undefined : fin,
        ...{ closings: [], openings: [] },
      };
      await change(
        asked,
        tx,
        { site, procedure },
        (kept) => [...kept.map((each) => each.rule), rule],
        'opening-added',
      );
      return { to: back(site), notice: 'ouverture-ajoutee' };
    },
  }),
  form({
    ...{ path: '/ouvertures/fermeture', roles: organisers, again },
    form: v.object({
      site: needed('Choisir un site.'),
      demarche: v.optional(v.string(), ''),
      du: day(),
      au: day(),
      motif: needed('Dire pourquoi : le public peut le lire.'),
    }),
    object: 'own',
    about: ({ world, form: { site, demarche } }) =>
      demarche === '' ? { site } : reachOf(world, site, demarche),
    handle: async (asked, tx): Promise<Moved> => {
      const { world, agent } = asked;
      const { site, demarche, du, au, motif } = asked.form;
      if (au < du) throw new WrongForm({ au: 'Le dernier jour vient après le premier : le corriger.' });
      const procedures = proceduresAt(world, agent, site)
        .map(({ id }) => id)
        .filter((id) => demarche === '' || id === demarche);
      const closing: ExceptionalClosing = { from: du, to: du === au ? undefined : au, reason: { fr: motif } };
      for (const procedure of procedures) {
        const kept = await rulesOf(tx, { site, procedure });
        if (kept.length === 0) continue;
        const add = (rules: readonly Kept[]) =>
          rules.map(({ rule }) => ({ ...rule, closings: [...rule.closings, closing] }));
        await change(asked, tx, { site, procedure }, add, 'opening-changed');
      }
      const count = await countBooked(tx, { site, procedures, from: du, to: au });
      return { to: back(site), notice: 'fermeture-ajoutee', count };
    },
  }),
  form({
    ...{ path: '/ouvertures/:id/reouverture', roles: organisers, object: ruleObject, again },
    form: v.object({ du: day() }),
    handle: async (asked, tx): Promise<Moved> => {
      const { id: named, site, procedure } = await ruleFound(asked);
      const reopen = (kept: readonly Kept[]) =>
        kept.map(({ id, rule }) =>
          id === named
            ? { ...rule, closings: rule.closings.filter(({ from }) => from !== asked.form.du) }
            : rule,
        );
      await change(asked, tx, { site, procedure }, reopen, 'opening-changed');
      return { to: back(site), notice: 'reouverture' };
    },
  }),
  form({
    ...{ path: '/ouvertures/:id/fin', roles: organisers, object: ruleObject, again },
    form: v.object({ jour: day() }),
    handle: async (asked, tx): Promise<Moved> => {
      const { id: named, site, procedure } = await ruleFound(asked);
      const { jour } = asked.form;
      const stop = (kept: readonly Kept[]) =>
        kept.flatMap(({ id, rule }) => {
          if (id !== named) return [rule];
          // It ends before it begins: nothing is left of it.
          return rule.validFrom !== undefined && jour < rule.validFrom ? [] : [{ ...rule, validTo: jour }];
        });
      await change(asked, tx, { site, procedure }, stop, 'opening-changed');
      const count = await countBooked(tx, { site, procedures: [procedure], from: addDays(jour, 1) });
      return { to: back(site), notice: 'ouverture-close', count };
    },
  }),
];

async function ruleFound({ db, params }: AgentAsked<unknown>) {
  const kept = await ruleNamed(db, params['id'] ?? '');
  if (!kept) throw new Error('The object of the route was found before.');
  return kept;
}
