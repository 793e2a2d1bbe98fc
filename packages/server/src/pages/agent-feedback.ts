import {
  calendarOf,
  channelLabels,
  delayLabel,
  feedbackKindLabels,
  feedbackKinds,
  feedbackStateLabels,
  feedbackThemes,
  nextFeedbackStates,
  noReplyReason,
  replyStatus,
  type Channel,
  type Feedback,
  type FeedbackState,
  type NoReplyReason,
} from '@qualepref/core';
import { html } from 'hono/html';
import * as v from 'valibot';
import {
  atDesk,
  organisers,
  roleNames,
  serviceName,
  servicesOf,
  siteName,
  sitesOf,
  type Reached,
} from '../access.ts';
import { siteChoices, siteInAddress, todayOf } from '../agent-places.ts';
import { form, page, WrongForm, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { changeFeedback, feedbackOf, receive, type MessageChange } from '../feedback.ts';
import { day, maybe, maybeEmail, maybeText, needed, neededText, oneOf } from '../form-fields.ts';
import { longDay } from '../french-date.ts';
import { record } from '../journal.ts';
import { findFeedback, listFeedback, type KeptFeedback } from '../store/feedback-store.ts';
import type { Tx } from '../store/database.ts';
import type { World } from '../world.ts';
import {
  area,
  blank,
  button,
  choose,
  faultSummary,
  formOf,
  line,
  search,
  type Filled,
} from './agent-form.ts';
import { each, facts, nothing, table, words, type Html } from './agent-html.ts';

const ROOT = '/agents/reclamations';
const OPEN: readonly FeedbackState[] = ['received', 'acknowledged', 'assigned'];
/** Lines of the list. */
const MOST = 300;
/** What an agent can have received; the public’s own channel is the website. */
const entered = ['desk', 'phone', 'letter', 'email', 'box'] as const satisfies readonly Channel[];

const noReply: Readonly<Record<NoReplyReason, string>> = {
  anonymous: 'aucune : elle n’est pas signée',
  'no-address': 'aucune : elle n’a pas d’adresse',
  request: 'aucune ici : c’est une simple demande',
};

interface Row {
  readonly feedback: Feedback;
  readonly status: ReturnType<typeof replyStatus>;
}

function statusOf({ settings, ...world }: World, feedback: Feedback): Row['status'] {
  const { config } = settings;
  const site = config.sites.find(({ id }) => id === feedback.site);
  return replyStatus(feedback, {
    delay: config.delays.feedback,
    calendar: calendarOf(site ?? { zone: 'metropole', closings: [] }),
    today: todayOf({ settings, ...world }, feedback.site),
  });
}

/** The late ones first, then by the day that they are due, then those to which no reply is due. */
function byUrgency(one: Row, other: Row): number {
  return (
    urgency(one).localeCompare(urgency(other)) ||
    one.feedback.receivedOn.localeCompare(other.feedback.receivedOn)
  );
}

function urgency({ feedback, status }: Row): string {
  if (!OPEN.includes(feedback.state)) return '3';
  return status.state === 'late' || status.state === 'waiting' ? `1 ${status.due}` : '2';
}

/** The feedback that a person may see, the most urgent first. */
export async function feedbackRows(
  { world, agent, db }: Pick<AgentAsked<unknown>, 'world' | 'agent' | 'db'>,
  narrow: { readonly site?: string | undefined; readonly isOpen: boolean },
): Promise<readonly Row[]> {
  const own = sitesOf(agent, world.settings.config).map(({ id }) => id);
  const kept = await listFeedback(db, {
    sites: narrow.site === undefined ? own : [narrow.site],
    ...(agent.service === null ? {} : { service: agent.service }),
    ...(narrow.isOpen ? { states: OPEN } : {}),
  });
  return kept.map(({ feedback }) => ({ feedback, status: statusOf(world, feedback) })).sort(byUrgency);
}

function dueText({ config }: World['settings'], { feedback, status }: Row): Html | string {
  if (status.state === 'no-reply') return OPEN.includes(feedback.state) ? noReply[status.reason] : '–';
  const late = (days: number) => delayLabel({ ...config.delays.feedback, amount: days, bound: 'inclusive' });
  if (status.state === 'late')
    return html`<span class="late">en retard de ${late(status.daysLate)}</span>, due le ${longDay(status.due)}`;
  if (status.state === 'answered-late') return `répondue, avec ${late(status.daysLate)} de retard`;
  return status.state === 'waiting' ? `le ${longDay(status.due)}` : 'répondue dans le délai';
}

async function listPage(asked: AgentAsked<unknown>): Promise<Page> {
  const { world, query } = asked;
  const { settings } = world;
  const isOpen = query['etat'] !== 'toutes';
  const all = await feedbackRows(asked, { site: query['site'] || undefined, isOpen });
  const rows = all.slice(0, MOST);
  const themes = new Map(feedbackThemes.value.map(({ id, label }) => [id, label.fr]));
  const late = rows.filter(
    ({ status, feedback }) => status.state === 'late' && OPEN.includes(feedback.state),
  ).length;
  return {
    title: 'Réclamations et suggestions',
    body: html`<ul class="actions">
        <li>
          <a class="button" href="${ROOT}/nouvelle"
            >${words('Saisir une fiche reçue au guichet, par courrier ou par téléphone')}</a
          >
        </li>
      </ul>
      ${search(
        ROOT,
        html`${choose(blank, {
          ...{ name: 'site', label: 'Site', isFilter: true, value: query['site'] },
          none: 'tous mes sites',
          choices: siteChoices(asked),
        })}
        ${choose(blank, {
          ...{ name: 'etat', label: 'Fiches', isFilter: true, value: query['etat'] },
          choices: [
            { value: 'a-traiter', label: 'à traiter' },
            { value: 'toutes', label: 'toutes' },
          ],
        })}`,
      )}
      ${
        late > 0
          ? html`<p class="late">
              ${late > 1 ? `${String(late)} réponses sont en retard.` : '1 réponse est en retard.'}
            </p>`
          : nothing
      }
      ${
        rows.length === 0
          ? html`<p>${isOpen ? 'Aucune fiche à traiter.' : 'Aucune fiche.'}</p>`
          : table<Row>(
              isOpen ? 'Fiches à traiter, les plus urgentes d’abord' : 'Toutes les fiches',
              [
                {
                  ...{ title: 'Référence', isHead: true },
                  show: ({ feedback: { reference } }) =>
                    html`<a href="${ROOT}/${reference}">${reference}</a>`,
                },
                { title: 'Reçue le', show: ({ feedback }) => longDay(feedback.receivedOn) },
                {
                  title: 'Sujet',
                  show: ({ feedback: { kind, theme } }) =>
                    `${feedbackKindLabels[kind]} : ${themes.get(theme) ?? theme}`.replace(' :', '\u00A0:'),
                },
                { title: 'Site', show: ({ feedback }) => siteName(settings.config, feedback.site) },
                {
                  title: 'Service',
                  show: ({ feedback: { service } }) =>
                    service === undefined ? 'à confier' : serviceName(settings.config, service),
                },
                { title: 'État', show: ({ feedback }) => feedbackStateLabels[feedback.state] },
                { title: 'Réponse', show: (row) => dueText(settings, row) },
              ],
              rows,
            )
      }
      ${all.length > MOST ? html`<p>${words(`Les ${String(MOST)} premières sont montrées : choisir un site pour les autres.`)}</p>` : nothing}`,
  };
}

async function detailPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world, db, params } = asked;
  const { config } = world.settings;
  const { feedback, answer } = await feedbackOf(db, params['reference'] ?? '');
  const { reference, kind, name, replyTo, service, channel, theme } = feedback;
  const where = [replyTo?.email, replyTo?.postal].filter((part) => part !== undefined);
  return {
    title: `${feedbackKindLabels[kind].replace(/^./, (letter) => letter.toUpperCase())} ${reference}`,
    body: html`${faultSummary(filled)}
      ${facts([
        ['Réponse', dueText(world.settings, { feedback, status: statusOf(world, feedback) })],
        ['État', feedbackStateLabels[feedback.state]],
        ['Reçue le', `${longDay(feedback.receivedOn)} (${channelLabels[channel]})`],
        ['Site', siteName(config, feedback.site)],
        ['Thème', feedbackThemes.value.find(({ id }) => id === theme)?.label.fr ?? theme],
        ['Service', service === undefined ? 'à confier' : serviceName(config, service)],
        ['De', name ?? 'personne n’a signé'],
        ['Répondre à', where.length === 0 ? 'aucune adresse' : where.join(', ')],
      ])}
      <h2>Ce qui est écrit</h2>
      <div class="said">${feedback.text}</div>
      ${
        answer === undefined
          ? nothing
          : html`<h2>La réponse</h2>
              <div class="said">${answer}</div>`
      }
      ${organisers.includes(asked.agent.role) ? actsOf(asked, feedback, filled) : nothing}
      <h2>Historique</h2>
      <ol>
        ${each(
          feedback.history,
          (step) =>
            html`<li>
              ${longDay(step.on)}${words(' : ')}${
                step.kind !== undefined && step !== feedback.history[0]
                  ? `devient une ${feedbackKindLabels[step.kind]}`
                  : feedbackStateLabels[step.state]
              }
              (${step.by})${step.service === undefined ? nothing : html`, ${serviceName(config, step.service)}`}${
                step.note === undefined ? nothing : html`. ${step.note}`
              }
            </li>`,
        )}
      </ol>`,
  };
}

function actsOf(asked: AgentAsked<unknown>, feedback: Feedback, filled: Filled): Html {
  const { config } = asked.world.settings;
  const next = nextFeedbackStates(feedback);
  const at = `${ROOT}/${feedback.reference}`;
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
    OPEN.includes(feedback.state)
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

async function entryPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  return Promise.resolve({
    title: 'Saisir une fiche',
    body: html`${faultSummary(filled)}
    ${formOf(
      asked,
      ROOT,
      html`<div class="row">
          ${choose(filled, {
            ...{ name: 'sorte', label: 'C’est une', isRequired: true },
            choices: feedbackKinds.map((value) => ({ value, label: feedbackKindLabels[value] })),
          })}
          ${choose(filled, {
            ...{ name: 'canal', label: 'Reçue par', isRequired: true },
            choices: entered.map((value) => ({ value, label: channelLabels[value] })),
          })}
        </div>
        <div class="row">
          ${choose(filled, { name: 'site', label: 'Site', isRequired: true, choices: siteChoices(asked) })}
          ${line(filled, { name: 'jour', label: 'Reçue le', type: 'date', isRequired: true, value: todayOf(asked.world) })}
        </div>
        ${choose(filled, {
          ...{ name: 'theme', label: 'Thème', isRequired: true },
          choices: feedbackThemes.value.map(({ id, label }) => ({ value: id, label: label.fr })),
        })}
        ${area(filled, {
          ...{ name: 'texte', label: 'Ce que dit la personne', isRequired: true },
          hint: 'Ses mots. Ni renseignement de santé, ni numéro de sécurité sociale.',
        })}
        ${line(filled, {
          ...{ name: 'nom', label: 'Nom' },
          hint: 'Sans nom ni adresse, aucune réponse ne peut être envoyée.',
        })}
        ${line(filled, { name: 'courriel', label: 'Courriel', type: 'email' })}
        ${area(filled, { name: 'adresse', label: 'Adresse postale', rows: 3 })}
        ${button('Enregistrer la fiche')}`,
    )}`,
  });
}

const REFERENCE = /^[A-Z0-9-]{8,24}$/;

async function feedbackObject({ db, params }: AgentAsked<unknown>): Promise<Reached | undefined> {
  const { reference = '' } = params;
  const kept = REFERENCE.test(reference) ? await findFeedback(db, reference) : undefined;
  return kept && reachedBy(kept);
}

function reachedBy({ feedback: { site, service } }: KeptFeedback): Reached {
  return { site, service: service ?? null };
}

type Change =
  | {
      readonly to: FeedbackState;
      readonly service?: string;
      readonly answer?: string;
      readonly note?: string;
    }
  | { readonly kind: Feedback['kind']; readonly note: string };

async function change(
  { world, agent, params }: AgentAsked<unknown>,
  tx: Tx,
  what: Change,
): Promise<KeptFeedback> {
  const reference = params['reference'] ?? '';
  const full: MessageChange = { ...what, by: roleNames[agent.role] };
  const kept = await changeFeedback(world, tx, reference, full);
  await record(world, tx, agent, {
    action: 'feedback-changed',
    object: `feedback ${reference}`,
    details: 'kind' in what ? { kind: what.kind } : { to: what.to, service: what.service ?? null },
  });
  return kept;
}

const WHY = 'Dire pourquoi, en quelques mots.';
const again = (asked: AgentAsked<Readonly<Record<string, unknown>>>, faults: Filled['faults']) =>
  detailPage(asked, { values: asked.form, faults });
const at = ({ params }: Pick<AgentAsked, 'params'>) => `${ROOT}/${params['reference'] ?? ''}`;

export const feedbackRoutes: readonly AgentRoute[] = [
  page({ path: '/reclamations', roles: atDesk, object: siteInAddress, handle: (asked) => listPage(asked) }),
  page({ path: '/reclamations/nouvelle', roles: atDesk, object: 'own', handle: (asked) => entryPage(asked) }),
  form({
    path: '/reclamations',
    roles: atDesk,
    form: v.object({
      sorte: oneOf(feedbackKinds, 'Choisir une sorte.'),
      canal: oneOf(entered, 'Choisir comment elle a été reçue.'),
      site: needed('Choisir un site.'),
      jour: day(),
      theme: oneOf(
        feedbackThemes.value.map(({ id }) => id),
        'Choisir un thème.',
      ),
      texte: neededText('Écrire ce que dit la personne.'),
      nom: maybe(),
      courriel: maybeEmail(),
      adresse: maybeText(),
    }),
    object: 'own',
    about: ({ form: { site } }) => ({ site }),
    handle: async ({ world, agent, form: asked }, tx) => {
      const { sorte: kind, site, theme, texte: text, nom, courriel, adresse, canal: channel, jour } = asked;
      if (jour > todayOf(world, site))
        throw new WrongForm({ jour: 'Ce jour n’est pas encore venu : vérifier la date.' });
      const replyTo = {
        ...(courriel === '' ? {} : { email: courriel }),
        ...(adresse === '' ? {} : { postal: adresse }),
      };
      const { reference } = await receive(
        world,
        tx,
        { ...{ kind, site, theme, text, language: 'fr' }, ...(nom === '' ? {} : { name: nom }), replyTo },
        { channel, enteredBy: 'agent', receivedOn: jour, by: roleNames[agent.role] },
      );
      await record(world, tx, agent, {
        action: 'feedback-entered',
        object: `feedback ${reference}`,
        details: { kind, channel, site },
      });
      return { to: `${ROOT}/${reference}`, notice: 'fiche-saisie' };
    },
    again: (asked, faults) => entryPage(asked, { values: asked.form, faults }),
  }),
  page({
    ...{ path: '/reclamations/:reference', roles: atDesk, object: feedbackObject },
    handle: (asked) => detailPage(asked),
  }),
  form({
    ...{ path: '/reclamations/:reference/reponse', roles: organisers, object: feedbackObject, again },
    form: v.object({ reponse: neededText('La réponse est vide : l’écrire.') }),
    handle: async (asked, tx) => {
      const { feedback } = await change(asked, tx, { to: 'answered', answer: asked.form.reponse });
      const isSent = feedback.replyTo?.email !== undefined;
      return { to: at(asked), notice: isSent ? 'reponse-envoyee' : 'reponse-a-poster' };
    },
  }),
  form({
    ...{ path: '/reclamations/:reference/service', roles: organisers, object: feedbackObject, again },
    form: v.object({ service: needed('Choisir un service.') }),
    handle: async (asked, tx) => {
      const { service } = asked.form;
      if (!servicesOf({ service: null }, asked.world.settings.config).some(({ id }) => id === service))
        throw new WrongForm({ service: 'Choisir un des services proposés.' });
      const { feedback } = await feedbackOf(tx, asked.params['reference'] ?? '');
      await change(asked, tx, { to: feedback.kind === 'request' ? 'forwarded' : 'assigned', service });
      // What is given to another service may be out of sight.
      return { to: ROOT, notice: 'fiche-modifiee' };
    },
  }),
  form({
    ...{ path: '/reclamations/:reference/sorte', roles: organisers, object: feedbackObject, again },
    form: v.object({ sorte: oneOf(feedbackKinds, 'Choisir une sorte.'), pourquoi: neededText(WHY) }),
    handle: async (asked, tx) => {
      await change(asked, tx, { kind: asked.form.sorte, note: asked.form.pourquoi });
      return { to: at(asked), notice: 'fiche-modifiee' };
    },
  }),
  form({
    ...{ path: '/reclamations/:reference/cloture', roles: organisers, object: feedbackObject, again },
    form: v.object({ motif: maybeText() }),
    handle: async (asked, tx) => {
      const { feedback } = await feedbackOf(tx, asked.params['reference'] ?? '');
      const { motif } = asked.form;
      const isAwaited =
        feedback.state !== 'answered' &&
        (feedback.kind === 'request' || noReplyReason(feedback) === undefined);
      if (motif === '' && isAwaited)
        throw new WrongForm({
          motif: 'Quelqu’un attend une réponse : dire pourquoi la fiche est close sans elle.',
        });
      await change(asked, tx, { to: 'closed', ...(motif === '' ? {} : { note: motif }) });
      return { to: at(asked), notice: 'fiche-close' };
    },
  }),
];
