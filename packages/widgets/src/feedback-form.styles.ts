import { css, type CSSResult } from 'lit';

/** The place of the form, and what is said before it is there. */
export const styles: CSSResult = css`
  section {
    max-inline-size: 52rem;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    justify-content: space-between;
    align-items: center;
  }
  .languages button[aria-pressed='true'] {
    font-weight: 700;
    text-decoration: underline;
  }
  .note {
    padding: 0.75rem 1rem;
    border-inline-start: 4px solid var(--_accent);
    background: var(--_soft);
  }
  .note.wrong {
    border-color: var(--_error);
  }
  .skeletons {
    display: grid;
    gap: 1.5rem;
    min-block-size: 55rem;
    align-content: start;
  }
  .skeletons > div {
    block-size: 4.5rem;
  }
  .skeletons > .tall {
    block-size: 12rem;
  }
  [tabindex='-1']:focus-visible {
    outline-offset: 4px;
  }
  @media (forced-colors: active) {
    .note {
      border: 1px solid CanvasText;
      border-inline-start-width: 4px;
    }
    .skeleton {
      border: 1px solid GrayText;
    }
  }
`;
