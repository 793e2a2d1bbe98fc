import type { SeenPlace } from './kit.ts';

/** A field that must be filled in, which is not told. */
export interface UntoldRequired extends SeenPlace {
  /** A star in its label is all that says it: nothing says what a star means, and no attribute does. */
  readonly isStar?: true;
  /** What the star means is told by its tooltip alone. */
  readonly isTitled?: true;
  /** Its label is bold, and that of a field that may stay empty is not. */
  readonly isBold?: true;
}

/**
 * Fields that must be filled in and that nothing on the screen tells from the
 * others, in forms of several fields that say nothing of it either; one a form,
 * at most 10. Runs inside the page.
 */
export function untoldRequired(): UntoldRequired[] {
  const FIELDS =
    'input:not([type=hidden],[type=submit],[type=button],[type=reset],[type=image]),select,textarea';
  const TELLS = /[*✱＊∗⁎]|obligatoire|requis|required|mandatory|compulsory|facultati|optionnel|optional/i;
  const hasMark = (element: Element): boolean =>
    [element, ...[...element.querySelectorAll('*')].slice(0, 20)].some((one) => {
      if (one.matches('img,svg,i')) return true;
      // A star drawn by the style sheet is seen as any other.
      return ['::before', '::after'].some((pseudo) => {
        const { content, backgroundImage } = getComputedStyle(one, pseudo);
        return content !== 'none' && content !== 'normal' && (content !== '""' || backgroundImage !== 'none');
      });
    });
  const shown = (element: HTMLElement): string => element.innerText.slice(0, 200_000);
  const stars = (text: string): number => text.match(/[*✱＊∗⁎]/g)?.length ?? 0;
  const all = shown(document.body);
  const inLabels = [...document.querySelectorAll('label')].reduce(
    (sum, label) => sum + stars(shown(label)),
    0,
  );
  const isStarTold = stars(all) > inLabels || TELLS.test(all.replace(/[*✱＊∗⁎]/g, ''));
  const found: UntoldRequired[] = [];
  for (const form of qp.all('form', 30)) {
    if (found.length >= 10) break;
    const fields = [...form.querySelectorAll<HTMLInputElement>(FIELDS)]
      .slice(0, 100)
      .filter((field) => qp.isVisible(field) && !field.matches(':disabled,[readonly]'));
    if (fields.length < 2) continue;
    // What is said before a form holds for it.
    const before = form.previousElementSibling?.textContent ?? '';
    const around = `${form.textContent.slice(0, 20_000)} ${before.slice(-2_000)} ${form.parentElement?.previousElementSibling?.textContent.slice(-2_000) ?? ''}`;
    const starred = fields.find(
      (field) =>
        !field.matches('[required],[aria-required=true]') &&
        [...(field.labels ?? [])].some((label) => /\p{L}[\s:]*\*[\s:]*$/u.test(shown(label))),
    );
    if (starred && !isStarTold) {
      const isTitled = [...(starred.labels ?? [])].some((label) =>
        [label, ...label.querySelectorAll<HTMLElement>('[title]')].some(({ title }) => TELLS.test(title)),
      );
      found.push({ ...qp.placeOf(starred), isStar: true, ...(isTitled ? { isTitled } : {}) });
    }
    if (TELLS.test(around)) continue;
    const untold = fields.find((field) => {
      if (!field.matches('[required],[aria-required=true]') || field.matches('[type=radio],[type=checkbox]'))
        return false;
      const labels = [...(field.labels ?? [])];
      if (labels.length === 0 || !labels.some((label) => qp.isVisible(label))) return false;
      if (TELLS.test(`${field.placeholder} ${field.title}`)) return false;
      const holder = field.parentElement === form ? field : (field.parentElement ?? field);
      return ![...labels, holder].some(hasMark);
    });
    if (!untold) continue;
    const isBold = (field: HTMLInputElement): boolean =>
      [...(field.labels ?? [])].some((label) => Number(getComputedStyle(label).fontWeight) >= 600);
    const isMarked =
      isBold(untold) &&
      fields.some((field) => (field.labels?.length ?? 0) > 0 && !field.required && !isBold(field));
    found.push({ ...qp.placeOf(untold), ...(isMarked ? { isBold: true } : {}) });
  }
  return found;
}
