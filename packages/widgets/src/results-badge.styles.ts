import { css, type CSSResult } from 'lit';

/** The place of the badge, and what it shows before its results. */
export const styles: CSSResult = css`
  :host {
    border: 1px solid var(--_line) !important;
    border-radius: var(--_radius) !important;
    padding: 1rem !important;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: start;
    gap: 0.5rem 1rem;
    margin-block-end: 1rem;
  }
  .warning {
    padding: 0.75rem;
    border: 1px solid var(--_error);
    border-radius: var(--_radius);
  }
  .warning,
  .skeleton {
    margin-block-end: 0.75rem;
  }
  .skeleton {
    block-size: 14rem;
  }
  .skeleton.compact {
    block-size: 6rem;
  }
`;
