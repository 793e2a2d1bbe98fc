import { css, type CSSResult } from 'lit';
import { base } from './base.ts';

/** What a widget with fields looks like. */
export const theme: CSSResult = css`
  ${base}
  .primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  button[aria-disabled='true'] {
    cursor: not-allowed;
    border-style: dashed;
  }
  input:not([type='radio'], [type='checkbox']),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  [aria-invalid='true'] {
    border: 2px solid var(--_error);
  }
  .error {
    color: var(--_error);
    font-weight: 700;
  }
  .trap {
    position: absolute;
    inset-inline-start: -999rem;
  }
`;
