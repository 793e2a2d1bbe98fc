import type { SeenPlace } from './kit.ts';

/**
 * Fields that hold to a format of figures or of a number of signs, where nothing
 * around them says which, at most 10. Runs inside the page.
 */
export function untoldFormat(): SeenPlace[] {
  const HINT =
    /\d|format|exemple|example|chiffre|digit|num[ée]rique|numeric|caract[èe]re|character|lettre|letter|[jdm]{2}[/-]/i;
  return qp
    .all('input[pattern]', 100)
    .filter((one) => {
      const field = one as HTMLInputElement;
      if (
        !/\\d|\[0-9|\{\d/.test(field.pattern) ||
        !qp.isVisible(field) ||
        field.matches(':disabled,[readonly]')
      )
        return false;
      const labels = [...(field.labels ?? [])];
      const isTold =
        labels.length === 0 ||
        field.title.trim() !== '' ||
        field.placeholder.trim() !== '' ||
        field.list !== null ||
        field.hasAttribute('aria-describedby');
      // What is written beside the field is read with it.
      const holder = field.closest('p,li,td,fieldset,form,div') ?? field;
      return !isTold && !HINT.test([...labels, holder].map(({ textContent }) => textContent).join(' '));
    })
    .slice(0, 10)
    .map((field) => qp.placeOf(field));
}
