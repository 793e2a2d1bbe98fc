import { html, raw } from 'hono/html';
import * as v from 'valibot';
import { renderSVG } from 'uqr';
import { everybody, roleNames } from '../access.ts';
import { changeOwnPassword, isOwnPassword } from '../account.ts';
import { form, page, WrongForm, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { needed, secret } from '../form-fields.ts';
import { record } from '../journal.ts';
import { drawKey, keyAddress, setKey } from '../second-factor.ts';
import { openSession } from '../session.ts';
import { credentialsOf, setSecondFactor } from '../store/account-store.ts';
import { seal, unseal } from '../token.ts';
import { blank, button, faultSummary, formOf, line, type Filled } from './agent-form.ts';
import { facts, words } from './agent-html.ts';

const PASSWORD = '/agents/mot-de-passe';
const FACTOR = '/agents/second-facteur';

async function passwordPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { agent, db } = asked;
  const hasFactor = (await credentialsOf(db, agent.login))?.second_factor !== null;
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
    ${formOf(
      asked,
      PASSWORD,
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
    )}
    ${
      agent.mustChange
        ? ''
        : html`<h2>Second facteur</h2>
            <p>
              ${words(
                hasFactor
                  ? 'Un code vous est demandé à chaque connexion.'
                  : 'Un code montré par votre téléphone, en plus du mot de passe : conseillé aux administrateurs et aux responsables qualité.',
              )}
            </p>
            <p>
              <a href="${FACTOR}"
                >${hasFactor ? 'Changer ou retirer le second facteur' : 'Poser un second facteur'}</a
              >
            </p>`
    }`,
  };
}

async function factorPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { agent, db, world } = asked;
  const { settings } = world;
  const sealed = filled.values['cle-scellee'];
  const key = (typeof sealed === 'string' ? opened(settings.secret, sealed) : undefined) ?? drawKey();
  const hasFactor = (await credentialsOf(db, agent.login))?.second_factor !== null;
  return {
    title: 'Second facteur',
    body: html`${faultSummary(filled)}
      <p>
        ${words('Il faut une application de codes sur votre téléphone. Elle lit cette image, ou la clé écrite dessous :')}
      </p>
      <div class="code">${raw(renderSVG(keyAddress(key, agent.login, settings.server.name)))}</div>
      <p class="key">${key.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      ${formOf(
        asked,
        FACTOR,
        html`<input
            type="hidden"
            name="cle-scellee"
            value="${Buffer.from(seal(settings.secret, key)).toString('base64url')}"
          />
          ${line(filled, {
            ...{ name: 'code', label: 'Code que l’application montre', isShort: true, isRequired: true },
            autocomplete: 'one-time-code',
          })}
          ${line(filled, {
            ...{ name: 'passe', label: 'Mot de passe', type: 'password', isRequired: true },
            autocomplete: 'current-password',
          })}
          ${button('Poser ce second facteur')}`,
      )}
      ${
        hasFactor
          ? html`<h2>Retirer le second facteur</h2>
              ${formOf(
                asked,
                `${FACTOR}/retrait`,
                html`${line(filled, {
                  ...{ name: 'actuel', label: 'Mot de passe actuel', type: 'password', isRequired: true },
                  autocomplete: 'current-password',
                })}${button('Retirer', 'danger')}`,
              )}`
          : ''
      }`,
  };
}

/** The key that a page of ours drew; nobody can send one of their own. */
function opened(key: string, sealed: string): string | undefined {
  try {
    return unseal(key, Buffer.from(sealed, 'base64url'));
  } catch {
    return undefined;
  }
}

const MISSING = 'Ce champ est vide : le remplir.';
const WRONG_PASSWORD = 'Ce n’est pas le mot de passe actuel : le saisir à nouveau.';

export const ownRoutes: readonly AgentRoute[] = [
  page({ path: '/mot-de-passe', roles: everybody, object: 'own', handle: (asked) => passwordPage(asked) }),
  form({
    path: '/mot-de-passe',
    roles: everybody,
    object: 'own',
    form: v.object({ actuel: secret(MISSING), nouveau: secret(MISSING), encore: secret(MISSING) }),
    handle: async ({ world, agent, form: { actuel, nouveau, encore } }, tx) => {
      if (nouveau !== encore)
        throw new WrongForm({ encore: 'Ce n’est pas le même mot de passe : le saisir à nouveau.' });
      const faults = await changeOwnPassword(world, tx, agent, { current: actuel, next: nouveau });
      if (faults)
        throw new WrongForm({
          ...(faults.current === undefined ? {} : { actuel: faults.current }),
          ...(faults.next === undefined ? {} : { nouveau: faults.next }),
        });
      return { to: '/agents', notice: 'mot-de-passe', renews: await openSession(world, tx, agent.id) };
    },
    again: (asked, faults) => passwordPage(asked, { values: {}, faults }),
  }),
  page({ path: '/second-facteur', roles: everybody, object: 'own', handle: (asked) => factorPage(asked) }),
  form({
    path: '/second-facteur',
    roles: everybody,
    object: 'own',
    form: v.object({
      code: needed('Le code manque : le lire dans l’application.'),
      passe: secret(MISSING),
      'cle-scellee': v.string(),
    }),
    handle: async ({ world, agent, form: asked }, tx) => {
      // Who finds a browser left open must not put a telephone of theirs on the account.
      if (!(await isOwnPassword(tx, agent.login, asked.passe)))
        throw new WrongForm({ passe: WRONG_PASSWORD });
      const key = opened(world.settings.secret, asked['cle-scellee']);
      if (key === undefined || !(await setKey(world, tx, agent.id, key, asked.code)))
        throw new WrongForm({
          code: 'Ce n’est pas le code du moment : attendre le suivant, et vérifier l’heure du téléphone.',
        });
      await record(world, tx, agent, { action: 'second-factor-set', object: `account ${agent.id}` });
      return { to: PASSWORD, notice: 'second-facteur' };
    },
    again: (asked, faults) =>
      factorPage(asked, { values: { 'cle-scellee': asked.form['cle-scellee'] }, faults }),
  }),
  form({
    path: '/second-facteur/retrait',
    roles: everybody,
    object: 'own',
    form: v.object({ actuel: secret(MISSING) }),
    handle: async ({ world, agent, form: { actuel } }, tx) => {
      if (!(await isOwnPassword(tx, agent.login, actuel))) throw new WrongForm({ actuel: WRONG_PASSWORD });
      await setSecondFactor(tx, agent.id, null);
      await record(world, tx, agent, { action: 'second-factor-removed', object: `account ${agent.id}` });
      return { to: PASSWORD, notice: 'second-facteur-retire' };
    },
    again: (asked, faults) => factorPage(asked, { values: {}, faults }),
  }),
];
