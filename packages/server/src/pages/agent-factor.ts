import { html, raw } from 'hono/html';
import * as v from 'valibot';
import { renderSVG } from 'uqr';
import { everybody } from '../access.ts';
import { isOwnPassword, WRONG_PASSWORD } from '../account.ts';
import { form, page, WrongForm, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { inFours } from '../drawn-letters.ts';
import { needed, secret } from '../form-fields.ts';
import { record } from '../journal.ts';
import { renewRecoveryCodes } from '../recovery-code.ts';
import { drawKey, isFactorImposed, keyAddress, removeFactor, setKey } from '../second-factor.ts';
import { credentialsOf } from '../store/account-store.ts';
import { countRecoveryCodes } from '../store/recovery-store.ts';
import { deleteSessions } from '../store/session-store.ts';
import { seal, unseal } from '../token.ts';
import { blank, button, faultSummary, formOf, line, type Filled } from './agent-form.ts';
import { each, nothing, words, type Html } from './agent-html.ts';

const FACTOR = '/agents/second-facteur';
const MISSING = 'Ce champ est vide : le remplir.';

async function factorPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { agent, db } = asked;
  const hasFactor = (await credentialsOf(db, agent.login))?.second_factor !== null;
  return {
    title: agent.mustEnrol ? 'Poser un second facteur' : 'Second facteur',
    body: html`${faultSummary(filled)}
    ${
      agent.mustEnrol
        ? html`<p>
            ${words('Un second facteur est nécessaire à votre compte avant d’aller plus loin : un mot de passe deviné ne doit pas suffire à l’ouvrir.')}
          </p>`
        : nothing
    }
    ${setForm(asked, filled)} ${hasFactor ? await codesPart(asked, filled) : nothing}
    ${hasFactor ? removalPart(asked, filled) : nothing}`,
  };
}

function setForm(asked: AgentAsked<unknown>, filled: Filled): Html {
  const { agent, world } = asked;
  const { secret: houseSecret, server } = world.settings;
  const sealed = filled.values['cle-scellee'];
  const key = (typeof sealed === 'string' ? opened(houseSecret, sealed) : undefined) ?? drawKey();
  return html`<p>
      ${words('Il faut une application de codes sur votre téléphone. Elle lit cette image, ou la clé écrite dessous :')}
    </p>
    <div class="code">${raw(renderSVG(keyAddress(key, agent.login, server.name)))}</div>
    <p class="key">${inFours(key, ' ')}</p>
    ${formOf(
      asked,
      FACTOR,
      html`<input
          type="hidden"
          name="cle-scellee"
          value="${Buffer.from(seal(houseSecret, key)).toString('base64url')}"
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
    )}`;
}

async function codesPart(asked: AgentAsked<unknown>, filled: Filled): Promise<Html> {
  const left = await countRecoveryCodes(asked.db, asked.agent.id);
  return html`<h2>Codes de secours</h2>
    <p>
      ${words(`Ils ouvrent votre compte si le téléphone manque, une fois chacun. Il en reste ${String(left)}.`)}
    </p>
    ${formOf(
      asked,
      `${FACTOR}/codes`,
      html`${line(filled, {
        ...{ name: 'tirage', label: 'Votre mot de passe', type: 'password', isRequired: true },
        hint: 'Les codes d’avant ne vaudront plus rien.',
        autocomplete: 'current-password',
      })}${button('Tirer d’autres codes', 'second')}`,
    )}`;
}

function removalPart(asked: AgentAsked<unknown>, filled: Filled): Html {
  if (isFactorImposed(asked.world.settings.server, asked.agent.role))
    return html`<p>
      ${words('Le second facteur est imposé à votre compte : il ne se retire pas, mais en poser un autre le remplace.')}
    </p>`;
  return html`<h2>Retirer le second facteur</h2>
    ${formOf(
      asked,
      `${FACTOR}/retrait`,
      html`${line(filled, {
        ...{ name: 'actuel', label: 'Mot de passe actuel', type: 'password', isRequired: true },
        autocomplete: 'current-password',
      })}${button('Retirer', 'danger')}`,
    )}`;
}

/** The only time that the codes are shown. */
function codesShown(codes: readonly string[], done: string): Page {
  return {
    title: 'Codes de secours',
    body: html`<div class="notice good" role="status"><p>${words(done)}</p></div>
      <p>
        ${words('Noter ou imprimer ces codes maintenant : ils ne seront plus montrés. Si le téléphone manque, chacun ouvre une fois votre compte, à la place du code de l’application. Les garder ailleurs que le mot de passe.')}
      </p>
      <ol class="codes">
        ${each(codes, (code) => html`<li><span class="key">${code}</span></li>`)}
      </ol>
      <p><a href="/agents">Continuer</a></p>`,
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

/** One’s own second factor. */
export const factorRoutes: readonly AgentRoute[] = [
  page({ path: '/second-facteur', roles: everybody, object: 'own', handle: (asked) => factorPage(asked) }),
  form({
    path: '/second-facteur',
    roles: everybody,
    object: 'own',
    asksPassword: true,
    form: v.object({
      code: needed('Le code manque : le lire dans l’application.'),
      passe: secret(MISSING),
      'cle-scellee': v.string(),
    }),
    handle: async ({ world, agent, session, form: asked }, tx) => {
      // Who finds a browser left open must not put a telephone of theirs on the account.
      if (!(await isOwnPassword(tx, agent.login, asked.passe)))
        throw new WrongForm({ passe: WRONG_PASSWORD });
      const key = opened(world.settings.secret, asked['cle-scellee']);
      if (key === undefined || !(await setKey(world, tx, agent.id, key, asked.code)))
        throw new WrongForm({
          code: 'Ce n’est pas le code du moment : attendre le suivant, et vérifier l’heure du téléphone.',
        });
      await deleteSessions(tx, agent.id, session);
      await record(world, tx, agent, { action: 'second-factor-set', object: `account ${agent.id}` });
      return codesShown(
        await renewRecoveryCodes(tx, agent.id),
        'Le second facteur est posé : un code vous sera demandé à chaque connexion. Vos autres sessions sont fermées.',
      );
    },
    again: (asked, faults) =>
      factorPage(asked, { values: { 'cle-scellee': asked.form['cle-scellee'] }, faults }),
  }),
  form({
    path: '/second-facteur/codes',
    roles: everybody,
    object: 'own',
    asksPassword: true,
    form: v.object({ tirage: secret(MISSING) }),
    handle: async ({ world, agent, form: { tirage } }, tx) => {
      const known = await credentialsOf(tx, agent.login);
      if (known === undefined || known.second_factor === null)
        throw new WrongForm({ '': 'Le compte n’a pas de second facteur : en poser un d’abord.' });
      if (!(await isOwnPassword(tx, agent.login, tirage))) throw new WrongForm({ tirage: WRONG_PASSWORD });
      await record(world, tx, agent, { action: 'recovery-codes-drawn', object: `account ${agent.id}` });
      return codesShown(
        await renewRecoveryCodes(tx, agent.id),
        'D’autres codes sont tirés : ceux d’avant ne valent plus rien.',
      );
    },
    again: (asked, faults) => factorPage(asked, { values: {}, faults }),
  }),
  form({
    path: '/second-facteur/retrait',
    roles: everybody,
    object: 'own',
    asksPassword: true,
    form: v.object({ actuel: secret(MISSING) }),
    handle: async ({ world, agent, session, form: { actuel } }, tx) => {
      if (isFactorImposed(world.settings.server, agent.role))
        throw new WrongForm({
          '': 'Le second facteur est imposé à votre compte : en poser un autre le remplace.',
        });
      if (!(await isOwnPassword(tx, agent.login, actuel))) throw new WrongForm({ actuel: WRONG_PASSWORD });
      await removeFactor(tx, agent.id);
      await deleteSessions(tx, agent.id, session);
      await record(world, tx, agent, { action: 'second-factor-removed', object: `account ${agent.id}` });
      return { to: '/agents/mot-de-passe', notice: 'second-facteur-retire' };
    },
    again: (asked, faults) => factorPage(asked, { values: {}, faults }),
  }),
];
