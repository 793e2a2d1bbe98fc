import { css, type CSSResult } from 'lit';

/** What every step of the booking widget adds to the common look. */
export const styles: CSSResult = css`
  :host {
    padding: 1rem !important;
  }
  .frame,
  form,
  section {
    display: flow-root;
  }
  .body {
    min-block-size: 16rem;
  }
  .body > * + *,
  form > * + *,
  section > * + *,
  .alert > * + * {
    margin-block-start: 0.75rem;
  }
  .switch,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .languages {
    justify-content: end;
    margin-block-end: 0.5rem;
  }
  [aria-pressed='true'] {
    text-decoration: underline;
  }
  /* It takes the focus so that it is read; nothing can be done with it. */
  h2:focus {
    outline: none;
  }
  .body {
    margin-block-start: 1rem;
  }
  .option {
    max-inline-size: 40rem;
  }
  h2 .mention {
    display: block;
    font-weight: 400;
  }
  h2 {
    margin-block-end: 0.25rem;
  }
  ul {
    padding-inline-start: 1.25rem;
  }
  .plain {
    list-style: none;
    padding: 0;
  }
  .plain li + li,
  .option + .option {
    margin-block-start: 0.5rem;
  }
  legend {
    padding: 0;
    font-weight: 700;
  }
  .strong {
    font-weight: 700;
  }
  .option label,
  .hour {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2.75rem;
    padding-inline: 0.5rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .option > :not(label) {
    margin-block-start: 0.25rem;
    padding-inline-start: 0.5rem;
  }
  input[type='radio'] {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  label:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 700;
  }
  label:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .alert,
  .hold,
  .ways,
  .first {
    padding: 0.75rem;
    border-inline-start: 0.25rem solid var(--_accent);
    background: var(--_soft);
  }
  .alert {
    border-color: var(--_error);
  }
  .busy {
    min-block-size: 1.5rem;
  }
  .skeleton {
    block-size: 2.75rem;
    margin-block-end: 0.5rem;
  }
  @media (forced-colors: active) {
    [aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .ways,
    .body {
      break-inside: avoid;
    }
  }
`;
