import { css, type CSSResult } from 'lit';

/** What the results look like. */
export const styles: CSSResult = css`
  .label {
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--_accent);
    font-weight: 700;
  }
  [data-state~='expired'],
  [data-state~='suspended'] {
    border-inline-start: 4px double var(--_error);
  }
  .units,
  ul {
    display: grid;
    gap: 1rem;
    list-style: none;
  }
  .units {
    gap: 1.5rem;
  }
  section > * + * {
    margin-block-start: 0.75rem;
  }
  ul {
    grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr));
  }
  li {
    padding: 0.75rem;
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  li > * + * {
    margin-block-start: 0.25rem;
  }
  .figure {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.3;
  }
  .compact li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0.25rem 1rem;
  }
  .compact .figure {
    font-size: 1.125em;
  }
  svg {
    display: block;
    inline-size: 8rem;
    max-inline-size: 100%;
    block-size: 2.5rem;
    margin-block: 0.25rem;
    overflow: visible;
    fill: none;
    stroke: var(--_accent);
    stroke-width: 3;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  @media (forced-colors: active) {
    li {
      border: 1px solid CanvasText;
    }
    svg {
      stroke: CanvasText;
    }
  }
  @media print {
    li {
      break-inside: avoid;
      border: 1px solid var(--_line);
    }
  }
`;
