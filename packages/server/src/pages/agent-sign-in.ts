import { html } from 'hono/html';
import type { Page } from '../agent-route.ts';
import { button, faultSummary, line, type Filled } from './agent-form.ts';

/** The page where agents sign in. */
export function signInPage(filled: Filled, to: string): Page {
  return {
    title: 'Connexion',
    body: html`${faultSummary(filled, 'La connexion n’a pas abouti :')}
      <form method="post" action="/agents/connexion" class="sheet">
        <input type="hidden" name="suite" value="${to}" />
        ${line(filled, { name: 'identifiant', label: 'Identifiant', isRequired: true, autocomplete: 'username' })}
        ${line(filled, {
          ...{ name: 'passe', label: 'Mot de passe', type: 'password', isRequired: true },
          autocomplete: 'current-password',
        })}
        ${line(filled, {
          ...{ name: 'code', label: 'Code', isShort: true, autocomplete: 'one-time-code' },
          hint: 'Seulement si vous avez posé un second facteur : les six chiffres que montre votre application, ou un code de secours.',
        })}
        ${button('Se connecter')}
      </form>
      <p>Mot de passe oublié ? L’administrateur peut vous en donner un provisoire.</p>`,
  };
}
