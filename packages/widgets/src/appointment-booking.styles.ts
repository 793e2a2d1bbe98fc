import { css, type CSSResult } from 'lit';

/** What the booking widget adds to the common look. */
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
  .alert > * + *,
  .hold > * + * {
    margin-block-start: 0.75rem;
  }
  .languages,
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
    background: var(--_accent);
    color: var(--_on-accent);
    text-decoration: underline;
  }
  /* It takes the focus so that it is read; nothing can be done with it. */
  h2:focus {
    outline: none;
  }
  .body,
  .field > * + * {
    margin-block-start: 0.5rem;
  }
  .body {
    margin-block-start: 1rem;
  }
  .field,
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
  .field + .field {
    margin-block-start: 1rem;
  }
  .alert,
  .hold,
  .ways,
  .first,
  .integrator {
    padding: 0.75rem;
    border-inline-start: 0.25rem solid var(--_accent);
    background: var(--_soft);
  }
  .alert,
  .integrator {
    border-color: var(--_error);
  }
  .first {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
  }
  .range {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 0.5rem;
    text-align: center;
  }
  .range button {
    min-inline-size: 2.75rem;
    padding: 0;
    font-size: 1.5em;
    line-height: 1;
  }
  :host(:dir(rtl)) .range button span {
    display: inline-block;
    scale: -1 1;
  }
  .days {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr));
    gap: 0.5rem;
    align-items: start;
  }
  .day {
    min-inline-size: 0;
    max-block-size: 26rem;
    overflow-y: auto;
    padding: 0.25rem;
  }
  .day > * + * {
    margin-block-start: 0.25rem;
  }
  .wide {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(7rem, 1fr));
    gap: 0.25rem 0.5rem;
  }
  .wide > * + * {
    margin: 0;
  }
  .wide legend {
    margin-block-end: 0.25rem;
  }
  @media (hover: none) {
    #grid-help {
      display: none;
    }
  }
  h4 {
    margin: 0;
    font-size: 1em;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    padding: 1px;
    text-align: center;
    font-weight: 400;
  }
  td button {
    position: relative;
    inline-size: 100%;
    padding: 0;
  }
  td .open {
    font-weight: 700;
    text-decoration: underline;
  }
  td .shut {
    border-color: transparent;
    color: var(--_mention);
  }
  td[aria-selected='true'] button {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .facts > div + div {
    margin-block-start: 0.5rem;
  }
  dt {
    color: var(--_mention);
  }
  .small {
    min-block-size: 1.75rem;
    margin-inline-start: 0.5rem;
    padding: 0 0.5rem;
  }
  .busy {
    min-block-size: 1.5rem;
  }
  .skeleton {
    block-size: 2.75rem;
    margin-block-end: 0.5rem;
  }
  @media (forced-colors: active) {
    [aria-pressed='true'],
    td[aria-selected='true'] button {
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
