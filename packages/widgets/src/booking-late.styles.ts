import { css, type CSSResult } from 'lit';

/** What the steps after a slot look like. */
export const styles: CSSResult = css`
  .hold > * + * {
    margin-block-start: 0.75rem;
  }
  .field {
    max-inline-size: 40rem;
  }
  .field > * + * {
    margin-block-start: 0.5rem;
  }
  .field + .field {
    margin-block-start: 1rem;
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
`;
