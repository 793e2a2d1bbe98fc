import { html } from 'hono/html';
import type { Page } from '../agent-route.ts';
import { problemOf, type Refused } from '../problem.ts';
import { nothing, words } from './agent-html.ts';

const SAID: Readonly<Record<number, readonly [title: string, text: string]>> = {
  403: [
    'Cette page n’est pas ouverte à votre compte',
    'Votre rôle ne permet pas cette page. Demander à l’administrateur s’il doit changer.',
  ],
  404: [
    'Cette page n’existe pas',
    'L’adresse ne mène à rien, ou ce qu’elle montre n’est pas de votre site ou de votre service.',
  ],
  429: ['Trop d’essais', 'Trop d’essais en peu de temps : attendre une minute, puis essayer à nouveau.'],
  500: [
    'Le service a rencontré un problème',
    'Rien n’a été changé. Réessayer dans un instant ; si cela recommence, prévenir l’administrateur.',
  ],
};

/** The page of a request that is not done. */
export function refusalPage(refused: Refused, status: number): Page {
  const [title, text] =
    refused.code === 'proof'
      ? [
          'Formulaire périmé',
          'Ce formulaire ne vient pas d’une page ouverte de votre session : revenir à la page, la recharger, puis l’envoyer à nouveau.',
        ]
      : (SAID[status] ?? ['La demande n’a pas abouti', problemOf(refused, 'fr').detail ?? '']);
  return {
    title,
    body: html`<p>${words(text)}</p>
      ${status === 429 ? nothing : html`<p><a href="/agents">Revenir à l’accueil</a></p>`}`,
  };
}
