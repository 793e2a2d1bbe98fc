import { css, type CSSResult } from 'lit';

/**
 * What every widget looks like, save the fields that only some have. Inside a page in the State's design system they
 * take its variables; elsewhere a sober neutral theme, whose values each have a
 * custom property. The system's scheme alone decides nothing: a light page
 * stays light. What a page sets on every element, even as important, loses here
 * where the look depends on it, and wins for spacing of text, which readers set.
 */
export const base: CSSResult = css`
  :host {
    all: initial;
    display: block !important;
    box-sizing: border-box !important;
    color-scheme: inherit;
    container-type: inline-size !important;
    --_text: var(--qp-text, var(--text-default-grey, light-dark(#1e1e1e, #f2f2f2)));
    --_mention: var(--qp-text-muted, var(--text-mention-grey, light-dark(#595959, #c4c4c4)));
    --_surface: var(--qp-surface, var(--background-default-grey, light-dark(#fff, #1b1b1f)));
    --_soft: var(--qp-surface-soft, var(--background-alt-grey, light-dark(#f4f4f4, #2b2b31)));
    --_line: var(--qp-line, var(--border-plain-grey, light-dark(#6a6a6a, #9a9aa2)));
    --_accent: var(--qp-accent, var(--background-action-high-blue-france, light-dark(#1f4c8f, #8fb4f5)));
    --_on-accent: var(--qp-on-accent, var(--text-inverted-blue-france, light-dark(#fff, #10203c)));
    --_link: var(--qp-link, var(--text-action-high-blue-france, light-dark(#1f4c8f, #8fb4f5)));
    --_error: var(--qp-error, var(--text-default-error, light-dark(#b60000, #ff9d9d)));
    --_success: var(--qp-success, var(--text-default-success, light-dark(#14603a, #7fd6a4)));
    --_focus: var(--qp-focus, light-dark(#0a5fd6, #7ab0ff));
    --_radius: var(--qp-radius, 0.25rem);
    font-family: var(--qp-font, Marianne, system-ui, sans-serif) !important;
    font-size: var(--qp-font-size, 1rem) !important;
    line-height: 1.5;
    color: var(--_text) !important;
    background: var(--_surface) !important;
    font-weight: 400 !important;
    font-style: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-transform: none !important;
    white-space: normal !important;
    overflow-wrap: anywhere;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  figure {
    margin: 0;
    padding: 0;
    border: 0;
  }
  h2 {
    font-size: 1.375em;
    line-height: 1.3;
  }
  h3 {
    font-size: 1.125em;
    line-height: 1.35;
  }
  a {
    color: var(--_link);
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    min-block-size: 2.75rem;
    padding: 0.5rem 1rem;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_link);
    cursor: pointer;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .mention {
    color: var(--_mention);
    font-size: 0.875em;
  }
  [aria-pressed='true'] {
    border-width: 2px;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .languages {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .stack > * + * {
    margin-block-start: 1rem;
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: wait 1.5s ease-in-out infinite alternate;
    }
  }
  .skeleton {
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  @keyframes wait {
    to {
      opacity: 0.5;
    }
  }
  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }
    [aria-pressed='true'] {
      border: 3px double Highlight;
    }
  }
  @media print {
    :host {
      color-scheme: light;
    }
    button,
    .no-print {
      display: none;
    }
  }
`;
