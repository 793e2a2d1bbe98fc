import { html, raw } from 'hono/html';
import type { Agent } from '../access.ts';
import type { AgentAsked } from '../agent-route.ts';
import { atDesk, everybody, logReaders, managers, organisers, roleNames } from '../access.ts';
import type { AccountRole } from '../store/account-tables.ts';
import { formOf } from './agent-form.ts';
import { each, nothing, words, type Html } from './agent-html.ts';
import { stylePath } from './agent-style.ts';

interface Entry {
  readonly path: string;
  readonly label: string;
  readonly roles: readonly AccountRole[];
}

/** Every page is below it: it is the current one only by itself. */
const HOME = '/agents';

const MENU: readonly Entry[] = [
  { path: HOME, label: 'Accueil', roles: everybody },
  { path: '/agents/rendez-vous', label: 'Rendez-vous', roles: atDesk },
  { path: '/agents/ouvertures', label: 'Ouvertures', roles: organisers },
  { path: '/agents/reclamations', label: 'Réclamations', roles: atDesk },
  { path: '/agents/courriers', label: 'Courriers', roles: logReaders },
  { path: '/agents/indicateurs', label: 'Indicateurs', roles: everybody },
  { path: '/agents/personnes', label: 'Données personnelles', roles: managers },
  { path: '/agents/comptes', label: 'Comptes', roles: ['administrator'] },
  { path: '/agents/journal', label: 'Journal', roles: ['administrator', 'quality-manager'] },
];

/** What surrounds a page. */
export interface Frame {
  /** Who receives. */
  readonly house: string;
  readonly title: string;
  readonly body: Html;
  /** A form is sent back: what reads the name of the page first says so. */
  readonly isWrong?: boolean;
  readonly notice?: string | undefined;
  /** Address of the page. */
  readonly path: string;
  readonly signedIn?: Pick<AgentAsked, 'agent' | 'formToken'> | undefined;
}

/** A whole page. */
export function layout({ house, title, body, isWrong, notice, path, signedIn }: Frame): Html {
  return html`${raw('<!doctype html>')}
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${words(`${isWrong ? 'Erreur : ' : ''}${title}`)} – Espace des agents – ${house}</title>
        <link rel="stylesheet" href="${stylePath}" />
      </head>
      <body>
        <a class="skip" href="#contenu">Aller au contenu</a>
        <header>
          <p class="house"><strong>${house}</strong> Espace des agents</p>
          ${signedIn ? whoIs(signedIn) : nothing}
        </header>
        ${signedIn && isFree(signedIn.agent) ? menu(signedIn.agent, path) : nothing}
        <main id="contenu" tabindex="-1">
          <h1>${words(title)}</h1>
          ${notice === undefined ? nothing : html`<div class="notice good" role="status"><p>${notice}</p></div>`}
          ${body}
        </main>
      </body>
    </html>`;
}

/** Not while there is one thing to do first: every other page would lead back to it. */
function isFree({ mustChange, mustEnrol }: Agent): boolean {
  return !mustChange && !mustEnrol;
}

function menu(agent: Agent, path: string): Html {
  const entries = MENU.filter(({ roles }) => roles.includes(agent.role));
  const current = entries.findLast(
    (entry) => path === entry.path || (entry.path !== HOME && path.startsWith(`${entry.path}/`)),
  );
  return html`<nav aria-label="Menu principal">
    <ul>
      ${each(
        entries,
        (entry) =>
          html`<li>
            <a
              href="${entry.path}"
              ${entry === current ? html`aria-current="${entry.path === path ? 'page' : 'true'}"` : nothing}
              >${entry.label}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}

function whoIs({ agent, formToken }: Pick<AgentAsked, 'agent' | 'formToken'>): Html {
  return html`<div class="who">
    <p>${agent.name}, ${roleNames[agent.role]}</p>
    ${isFree(agent) ? html`<p><a href="/agents/mot-de-passe">Mon compte</a></p>` : nothing}
    ${formOf({ formToken }, '/agents/deconnexion', html`<button class="second">Se déconnecter</button>`, { kind: 'inline' })}
  </div>`;
}
