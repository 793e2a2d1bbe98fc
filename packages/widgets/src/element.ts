import type { Language, PublicText } from '@qualepref/core';
import { html, LitElement, nothing, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { directions, languageOf, languages, preferredLanguage } from './locale.ts';

const NAMES: Readonly<Record<Language, string>> = { fr: 'Français', en: 'English' };

/**
 * What the three widgets share: the language, its switch, and texts that may
 * have no translation.
 *
 * @attr {string} locale - `fr` or `en`; that of the page by default.
 * @fires qp-language - The reader chose a language, told in `detail`.
 */
export abstract class QpElement extends LitElement {
  /** Language, when it is not that of the page. */
  @property({ reflect: true }) locale: string | null = null;

  /** The one that the reader chose, for this visit. */
  @state() protected chosen: Language | null = null;

  protected get language(): Language {
    return this.chosen ?? languageOf(this, this.locale);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Screen readers take the voice from it, inside the shadow tree too.
    if (this.getAttribute('lang') !== this.language) this.setAttribute('lang', this.language);
    if (this.dir !== directions[this.language]) this.dir = directions[this.language];
  }

  /** The switch; it says which language the browser would rather have. */
  protected languageSwitch(): TemplateResult {
    const preferred = preferredLanguage();
    return html`<div class="languages no-print" role="group" aria-label="Langue, language" part="languages">
      ${languages.map(
        (language) =>
          html`<button
            type="button"
            lang=${language}
            aria-pressed=${language === this.language ? 'true' : 'false'}
            data-preferred=${language === preferred ? '' : nothing}
            @click=${() => {
              this.choose(language);
            }}
          >
            ${NAMES[language]}
          </button>`,
      )}
    </div>`;
  }

  /** Takes the style sheet of a part that has come. */
  protected adopt({ styleSheet }: CSSResult): void {
    const root = this.shadowRoot;
    if (!root || !styleSheet || root.adoptedStyleSheets.includes(styleSheet)) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  }

  private choose(language: Language): void {
    this.chosen = language;
    this.dispatchEvent(
      new CustomEvent('qp-language', { bubbles: true, composed: true, detail: { language } }),
    );
  }

  /** A text of the préfecture in the reader's language; its French, marked as such, when there is no other. */
  protected told(text: PublicText): TemplateResult | string {
    const own = text[this.language];
    if (own !== undefined) return own;
    return html`<span lang="fr">${text.fr}</span>`;
  }
}
