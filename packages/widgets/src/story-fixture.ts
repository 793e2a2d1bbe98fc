import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

/** What can lie round a widget: the choices of Storybook's toolbar. */
export const surroundings = {
  locale: ['fr', 'en'],
  width: ['320', '600', '1000'],
  scheme: ['light', 'dark'],
  theme: ['neutral', 'state'],
} as const;

/** One choice of each. */
export type Surrounding = {
  readonly [Name in keyof typeof surroundings]: (typeof surroundings)[Name][number];
};

/** A story in its surroundings; it starts afresh when they change, as a page would. */
export function framed({ locale, width, scheme, theme }: Surrounding, story: unknown): TemplateResult {
  return html`${keyed(
    `${locale} ${width} ${scheme} ${theme}`,
    html`<div class="frame" lang=${locale} data-width=${width} data-scheme=${scheme} data-theme=${theme}>
      ${story}
    </div>`,
  )}`;
}

/** A widget in every language, width, scheme and theme. */
export function everywhere(story: () => unknown): TemplateResult {
  return html`${surroundings.locale.flatMap((locale) =>
    surroundings.width.flatMap((width) =>
      surroundings.scheme.flatMap((scheme) =>
        surroundings.theme.map((theme) => framed({ locale, width, scheme, theme }, story())),
      ),
    ),
  )}`;
}

/** A page of a préfecture's site, by the names of its classes; its style is ours. */
export function idePage(title: string, content: unknown): TemplateResult {
  return html`<div class="ide" lang="fr">
    <header class="fr-header">
      <div class="fr-container"><p class="fr-header__service-title">Préfecture d’exemple</p></div>
    </header>
    <div class="fr-container">
      <nav class="fr-breadcrumb" aria-label="vous êtes ici :">
        <ol>
          <li><a class="fr-breadcrumb__link" href="#accueil">Accueil</a></li>
          <li><a class="fr-breadcrumb__link" aria-current="page" href="#ici">${title}</a></li>
        </ol>
      </nav>
      <main>
        <h1>${title}</h1>
        <p class="fr-text--lead">La préfecture s’engage sur la qualité de son accueil.</p>
        ${content}
      </main>
    </div>
  </div>`;
}
