import { html } from 'hono/html';
import * as v from 'valibot';
import { everybody, roleNames } from '../access.ts';
import { changeOwnPassword, isOwnPassword, WRONG_PASSWORD } from '../account.ts';
import { form, page, WrongForm, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { deviceOf } from '../device.ts';
import { needed, secret } from '../form-fields.ts';
import { longTime } from '../date-words.ts';
import { record } from '../journal.ts';
import { endOwnSession, openSession, ownSessions, type OwnSession } from '../session.ts';
import { zoneAt } from '../site-time.ts';
import { credentialsOf } from '../store/account-store.ts';
import { deleteSessions } from '../store/session-store.ts';
import { blank, button, choose, faultSummary, formOf, line, type Filled } from './agent-form.ts';
import { facts, nothing, table, words, type Html } from './agent-html.ts';

const OWN = '/agents/mot-de-passe';
const FACTOR = '/agents/second-facteur';
const MISSING = 'Ce champ est vide : le remplir.';
/** Stands for all sessions but this one. */
const OTHERS = 'autres';

async function ownPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { agent } = asked;
  return {
    title: agent.mustChange ? 'Choisir votre mot de passe' : 'Mon compte',
    body: html`${faultSummary(filled)}
    ${
      agent.mustChange
        ? html`<p>
            ${words('Le mot de passe que vous avez reçu ne sert qu’une fois : choisissez le vôtre pour continuer.')}
          </p>`
        : facts([
            ['Nom', agent.name],
            ['Identifiant', agent.login],
            ['Rôle', roleNames[agent.role]],
          ])
    }
    ${passwordForm(asked, filled)} ${agent.mustChange ? nothing : await factorPart(asked)}
    ${agent.mustChange ? nothing : await sessionsPart(asked, filled)}`,
  };
}

function passwordForm(asked: AgentAsked<unknown>, filled: Filled): Html {
  return formOf(
    asked,
    OWN,
    html`<h2>Changer de mot de passe</h2>
      ${line(filled, {
        ...{ name: 'actuel', label: 'Mot de passe actuel', type: 'password', isRequired: true },
        autocomplete: 'current-password',
      })}
      ${line(filled, {
        ...{ name: 'nouveau', label: 'Nouveau mot de passe', type: 'password', isRequired: true },
        hint: 'Au moins 8 caractères, 15 de préférence : une phrase courte se retient bien. Tous les caractères conviennent.',
        autocomplete: 'new-password',
      })}
      ${line(filled, {
        ...{ name: 'encore', label: 'Le même à nouveau', type: 'password', isRequired: true },
        autocomplete: 'new-password',
      })}
      ${button('Changer le mot de passe')}`,
  );
}

async function factorPart({ agent, db }: AgentAsked<unknown>): Promise<Html> {
  const hasFactor = (await credentialsOf(db, agent.login))?.second_factor !== null;
  return html`<h2>Second facteur</h2>
    <p>
      ${words(
        hasFactor
          ? 'Un code vous est demandé à chaque connexion.'
          : 'Un code montré par votre téléphone, en plus du mot de passe : conseillé à tous, nécessaire aux administrateurs.',
      )}
    </p>
    <p>
      <a href="${FACTOR}">${hasFactor ? 'Second facteur et codes de secours' : 'Poser un second facteur'}</a>
    </p>`;
}

async function sessionsPart(asked: AgentAsked<unknown>, filled: Filled): Promise<Html> {
  const { agent, db, world, session } = asked;
  const sessions = await ownSessions(world, db, agent.id, session);
  const others = sessions.filter(({ isThis }) => !isThis);
  const zone = zoneAt(world);
  return html`<h2>Sessions</h2>
    ${table<OwnSession>(
      'Où votre compte est ouvert',
      [
        {
          title: 'Appareil',
          isHead: true,
          show: ({ device, isThis }) => words(isThis ? `${device} (celui-ci)` : device),
        },
        { title: 'Ouverte', show: ({ since }) => longTime(since, zone) },
        { title: 'Vue', show: ({ seen, isThis }) => (isThis ? 'à l’instant' : longTime(seen, zone)) },
      ],
      sessions,
    )}
    ${others.length === 0 ? nothing : endForm(asked, filled, others)}`;
}

function endForm(asked: AgentAsked<unknown>, filled: Filled, others: readonly OwnSession[]): Html {
  const zone = zoneAt(asked.world);
  return formOf(
    asked,
    '/agents/sessions',
    html`${choose(filled, {
      ...{ name: 'session', label: 'Session à fermer', isRequired: true, value: OTHERS },
      choices: [
        { value: OTHERS, label: 'toutes, sauf celle-ci' },
        ...others.map(({ id, device, since }) => ({
          value: id,
          label: `${device}, ouverte le ${longTime(since, zone)}`,
        })),
      ],
    })}
    ${line(filled, {
      ...{ name: 'passe', label: 'Votre mot de passe', type: 'password', isRequired: true },
      autocomplete: 'current-password',
    })}
    ${button('Fermer', 'danger')}`,
  );
}

/** One’s own account. */
export const ownRoutes: readonly AgentRoute[] = [
  page({ path: '/mot-de-passe', roles: everybody, object: 'own', handle: (asked) => ownPage(asked) }),
  form({
    path: '/mot-de-passe',
    roles: everybody,
    object: 'own',
    asksPassword: true,
    form: v.object({ actuel: secret(MISSING), nouveau: secret(MISSING), encore: secret(MISSING) }),
    handle: async ({ world, agent, context, form: { actuel, nouveau, encore } }, tx) => {
      if (nouveau !== encore)
        throw new WrongForm({ encore: 'Ce n’est pas le même mot de passe : le saisir à nouveau.' });
      const faults = await changeOwnPassword(world, tx, agent, { current: actuel, next: nouveau });
      if (faults)
        throw new WrongForm({
          ...(faults.current === undefined ? {} : { actuel: faults.current }),
          ...(faults.next === undefined ? {} : { nouveau: faults.next }),
        });
      const renews = await openSession(world, tx, agent.id, deviceOf(context.req.header('user-agent')));
      return { to: agent.mustEnrol ? FACTOR : '/agents', notice: 'mot-de-passe', renews };
    },
    again: (asked, faults) => ownPage(asked, { values: {}, faults }),
  }),
  form({
    path: '/sessions',
    roles: everybody,
    object: 'own',
    asksPassword: true,
    form: v.object({ session: needed('Choisir une session.'), passe: secret(MISSING) }),
    handle: async ({ world, agent, session: hash, form: { session: id, passe } }, tx) => {
      // Who finds a browser left open must not shut its owner out.
      if (!(await isOwnPassword(tx, agent.login, passe))) throw new WrongForm({ passe: WRONG_PASSWORD });
      const count =
        id === OTHERS
          ? await deleteSessions(tx, agent.id, hash)
          : Number(await endOwnSession(world, tx, agent.id, { id, hash }));
      if (count > 0)
        await record(world, tx, agent, {
          ...{ action: 'sessions-ended', object: `account ${agent.id}`, details: { count } },
        });
      return { to: OWN, notice: 'sessions-fermees', count };
    },
    again: (asked, faults) => ownPage(asked, { values: asked.form, faults }),
  }),
];
