import { html } from 'hono/html';
import * as v from 'valibot';
import { roleNames, serviceName, servicesOf, siteName } from '../access.ts';
import {
  changeAccount,
  createAccount,
  dropFactor,
  givePassword,
  setDisabled,
  type NewAccount,
} from '../account.ts';
import { form, page, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { maybe, needed, oneOf, several } from '../form-fields.ts';
import { drawnPassword } from '../password.ts';
import { isFactorImposed } from '../second-factor.ts';
import { findAccount, listAccounts, type Account } from '../store/account-store.ts';
import { accountRoles } from '../store/account-tables.ts';
import { isUuid } from '../uuid.ts';
import type { World } from '../world.ts';
import { blank, button, choose, faultSummary, formOf, line, tick, type Filled } from './agent-form.ts';
import { nothing, table, words, type Html } from './agent-html.ts';

const ROOT = '/agents/comptes';
const roles = ['administrator'] as const;

const rights = {
  nom: needed('Le nom manque : celui que les collègues connaissent.'),
  role: oneOf(accountRoles, 'Choisir un rôle.'),
  sites: several,
  service: maybe(),
};

function rightsOf(form: {
  nom: string;
  role: NewAccount['role'];
  sites: string[];
  service: string;
}): Pick<NewAccount, 'name' | 'role' | 'sites' | 'service'> {
  const { nom: name, role, sites, service } = form;
  return { name, role, sites, service: service === '' ? null : service };
}

function rightsFields(world: World, filled: Filled, account?: Account): Html {
  const { config } = world.settings;
  return html`${line(filled, { name: 'nom', label: 'Nom', isRequired: true, value: account?.name })}
  ${choose(filled, {
    ...{ name: 'role', label: 'Rôle', isRequired: true, value: account?.role ?? 'agent' },
    choices: accountRoles.map((value) => ({ value, label: roleNames[value] })),
  })}
  ${tick(filled, {
    ...{ name: 'sites', label: 'Sites', hint: 'Aucun coché : tous les sites.' },
    choices: config.sites.map(({ id, name }) => ({ value: id, label: name })),
    value: account?.sites ?? [],
  })}
  ${choose(filled, {
    ...{ name: 'service', label: 'Service', none: 'tous les services', value: account?.service ?? '' },
    hint: 'Un référent ne voit que ce qui est confié à son service.',
    choices: servicesOf({ service: null }, config).map(({ id, name }) => ({ value: id, label: name })),
  })}`;
}

async function accountsPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world, db } = asked;
  const { config } = world.settings;
  return {
    title: 'Comptes',
    body: html`${faultSummary(filled)}
    ${table<Account>(
      'Qui peut ouvrir ces pages',
      [
        { title: 'Nom', isHead: true, show: ({ id, name }) => html`<a href="${ROOT}/${id}">${name}</a>` },
        { title: 'Identifiant', isWritten: true, show: ({ login }) => login },
        { title: 'Rôle', show: ({ role }) => roleNames[role] },
        {
          title: 'Sites',
          show: (account) =>
            account.sites.length === 0 ? 'tous' : account.sites.map((id) => siteName(config, id)).join(', '),
        },
        {
          title: 'Service',
          show: ({ service }) => (service === null ? 'tous' : serviceName(config, service)),
        },
        { title: 'Second facteur', show: (account) => factorState(world, account) },
        { title: 'État', show: (account) => (account.is_disabled ? 'désactivé' : 'ouvert') },
      ],
      await listAccounts(db),
    )}
    ${formOf(
      asked,
      ROOT,
      html`<h2>Ouvrir un compte</h2>
        ${line(filled, {
          ...{ name: 'identifiant', label: 'Identifiant', isRequired: true },
          hint: 'Des lettres sans accent, des chiffres, des points : par exemple c.martin.',
        })}
        ${rightsFields(world, filled)} ${button('Ouvrir le compte')}`,
    )}`,
  };
}

async function accountPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world, agent, db, params } = asked;
  const account = await findAccount(db, params['id'] ?? '');
  if (!account) throw new Error('The object of the route was found before.');
  const at = `${ROOT}/${account.id}`;
  return {
    title: `Compte de ${account.name}`,
    body: html`${faultSummary(filled)}
      <p>
        ${words(`Identifiant : ${account.login}. Compte ${account.is_disabled ? 'désactivé' : 'ouvert'}.`)}
      </p>
      ${formOf(asked, at, html`${rightsFields(world, filled, account)} ${button('Enregistrer')}`)}
      <h2>Mot de passe oublié</h2>
      <p>
        ${words('Un mot de passe provisoire est tiré au sort et montré une seule fois : le remettre à la personne, qui en choisira un autre.')}
      </p>
      ${formOf(asked, `${at}/mot-de-passe`, button('Donner un mot de passe provisoire', 'second'), { kind: 'inline' })}
      ${account.has_factor && account.id !== agent.id ? lostFactor(asked, at) : nothing}
      <h2>${account.is_disabled ? 'Réactiver' : 'Désactiver'} le compte</h2>
      ${formOf(
        asked,
        `${at}/etat`,
        html`<input type="hidden" name="etat" value="${account.is_disabled ? 'ouvert' : 'desactive'}" />${
            account.is_disabled ? button('Réactiver', 'second') : button('Désactiver', 'danger')
          }`,
        { kind: 'inline' },
      )}`,
  };
}

function factorState({ settings }: World, { has_factor, role }: Account): string {
  if (has_factor) return 'posé';
  return isFactorImposed(settings.server, role) ? 'à poser' : 'aucun';
}

function lostFactor(asked: AgentAsked<unknown>, at: string): Html {
  return html`<h2>Téléphone perdu</h2>
    <p>
      ${words('Vérifier d’abord, de vive voix, que c’est bien la personne qui le demande. Son second facteur et ses codes de secours sont retirés, et ses sessions fermées ; elle en posera un autre.')}
    </p>
    ${formOf(asked, `${at}/second-facteur`, button('Retirer le second facteur', 'danger'), { kind: 'inline' })}`;
}

function passwordShown(login: string, password: string): Page {
  return {
    title: 'Mot de passe provisoire',
    body: html`<div class="notice good" role="status">
        <p>${words('Noter ce mot de passe maintenant : il ne sera plus montré.')}</p>
      </div>
      <p>${words(`Identifiant : ${login}`)}</p>
      <p class="key">${password}</p>
      <p>
        ${words('Le remettre à la personne elle-même. À sa première connexion, elle en choisira un autre.')}
      </p>
      <p><a href="${ROOT}">${nothing}Revenir aux comptes</a></p>`,
  };
}

/** An account is within the reach of every administrator. */
async function accountObject({ db, params }: AgentAsked<unknown>) {
  const { id = '' } = params;
  return isUuid(id) && (await findAccount(db, id)) ? {} : undefined;
}

/** Accounts, as an administrator opens and closes them. */
export const accountRoutes: readonly AgentRoute[] = [
  page({ path: '/comptes', roles, object: 'own', handle: (asked) => accountsPage(asked) }),
  form({
    path: '/comptes',
    roles,
    object: 'own',
    form: v.object({ identifiant: needed('L’identifiant manque.'), ...rights }),
    handle: async ({ world, agent, form: asked }, tx) => {
      const password = drawnPassword();
      const account = { ...rightsOf(asked), login: asked.identifiant, password, mustChange: true };
      await createAccount(world, tx, account, agent);
      return passwordShown(asked.identifiant, password);
    },
    again: (asked, faults) => accountsPage(asked, { values: asked.form, faults }),
  }),
  page({ path: '/comptes/:id', roles, object: accountObject, handle: (asked) => accountPage(asked) }),
  form({
    path: '/comptes/:id',
    roles,
    object: accountObject,
    form: v.object(rights),
    handle: async ({ world, agent, params, form: asked }, tx) => {
      await changeAccount(world, tx, params['id'] ?? '', rightsOf(asked), agent);
      return { to: ROOT, notice: 'compte-modifie' };
    },
    again: (asked, faults) => accountPage(asked, { values: asked.form, faults }),
  }),
  form({
    path: '/comptes/:id/mot-de-passe',
    rest: '/comptes',
    roles,
    object: accountObject,
    form: v.object({}),
    handle: async ({ world, agent, params }, tx) => {
      const password = drawnPassword();
      const id = params['id'] ?? '';
      await givePassword(world, tx, id, password, agent);
      return passwordShown((await findAccount(tx, id))?.login ?? '', password);
    },
  }),
  form({
    path: '/comptes/:id/second-facteur',
    roles,
    object: accountObject,
    form: v.object({}),
    handle: async ({ world, agent, params }, tx) => {
      await dropFactor(world, tx, params['id'] ?? '', agent);
      return { to: ROOT, notice: 'compte-sans-facteur' };
    },
    again: (asked, faults) => accountPage(asked, { values: {}, faults }),
  }),
  form({
    path: '/comptes/:id/etat',
    roles,
    object: accountObject,
    form: v.object({ etat: oneOf(['ouvert', 'desactive'], 'Choisir un état.') }),
    handle: async ({ world, agent, params, form: { etat } }, tx) => {
      await setDisabled(world, tx, params['id'] ?? '', etat === 'desactive', agent);
      return { to: ROOT, notice: etat === 'desactive' ? 'compte-desactive' : 'compte-reactive' };
    },
    again: (asked, faults) => accountPage(asked, { values: {}, faults }),
  }),
];
