import { css, type CSSResult } from 'lit';

/** What the form looks like. */
export const styles: CSSResult = css`
  form,
  .field,
  fieldset {
    display: grid;
    gap: 0.5rem;
    min-inline-size: 0;
  }
  form {
    gap: 1.5rem;
  }
  label,
  legend,
  .legend {
    font-weight: 700;
    padding: 0;
  }
  legend {
    margin-block-end: 0.5rem;
  }
  .option {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.75rem;
    align-items: start;
    padding-block: 0.375rem;
  }
  .option input {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .option label {
    font-weight: 400;
  }
  .option .mention {
    grid-column: 2;
  }
  textarea {
    resize: vertical;
  }
  .columns {
    display: grid;
    gap: 1.5rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    align-items: start;
  }
  .note.received {
    border-color: var(--_success);
  }
  .note h3 + p,
  .note p + p,
  .note * + ul {
    margin-block-start: 0.5rem;
  }
  .note ul,
  details ul {
    padding-inline-start: 1.25rem;
  }
  .link {
    min-block-size: 1.5rem;
    padding: 0.125rem 0;
    border: 0;
    background: none;
    color: var(--_link);
    text-align: start;
    text-decoration: underline;
    vertical-align: top;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: center;
  }
  summary {
    cursor: pointer;
    padding-block: 0.375rem;
    color: var(--_link);
  }
  dl {
    display: grid;
    gap: 0.25rem;
  }
  dt {
    font-weight: 700;
  }
  dd + dt {
    margin-block-start: 0.5rem;
  }
  .lines {
    white-space: pre-line;
  }
  @media print {
    .note {
      border: 1px solid;
    }
  }
`;
