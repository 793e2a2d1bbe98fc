import { css, type CSSResult } from 'lit';

/** What the choice of a slot looks like. */
export const styles: CSSResult = css`
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
  .integrator {
    padding: 0.75rem;
    border-inline-start: 0.25rem solid var(--_error);
    background: var(--_soft);
  }
  .button {
    min-block-size: 2.75rem;
    padding: 0.5rem 1rem;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    display: inline-block;
    text-decoration: none;
  }
  @media (forced-colors: active) {
    td[aria-selected='true'] button {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .button {
      border-color: ButtonText;
    }
  }
`;
