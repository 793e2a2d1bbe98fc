import type { SeenPlace } from '../probes/kit.ts';
import type { Departure, Pass } from './pass.ts';

/** A field whose change leads elsewhere by itself. */
export interface FieldsFacts {
  /** `focus`: the keyboard is sent to another field. */
  readonly leading: readonly (SeenPlace & {
    readonly kind: Departure['kind'] | 'focus';
    readonly isTold: boolean;
  })[];
}

const TRIES = 8;

/** Changes the fields that scripts listen to, and sees whether the page leaves. Nothing is sent. */
export const fields: Pass<FieldsFacts> = async ({ call, departures }) => {
  const due = await call(listened, TRIES);
  if (due.length === 0) return undefined;
  const leading: { id: number; kind: Departure['kind'] | 'focus' }[] = [];
  await departures();
  for (const id of due) {
    const moves = await call(change, id);
    await new Promise((resolve) => setTimeout(resolve, 40));
    const gone = (await departures()).find(({ kind }) => kind !== 'dialog');
    if (gone) leading.push({ id, kind: gone.kind });
    else if (moves) leading.push({ id, kind: 'focus' });
  }
  return { leading: await call(told, leading) };
};

/** Fields that hear of their change, themselves or through what is around them. Runs inside the page. */
function listened(max: number): number[] {
  const types = ['change', 'input', 'blur', 'focusout', 'click', 'keyup'];
  const hears = new Set(
    qa.heard.filter(({ sources }) => types.some((type) => type in sources)).map(({ element }) => element),
  );
  const pageHears = ['change', 'input'].some((type) => type in qa.page);
  const FIELDS =
    'select,input[type=radio],input[type=checkbox],input[type=text],input[type=search],input:not([type])';
  return qp
    .all(FIELDS, 300)
    .filter((field) => {
      if (!qa.isSeen(field) || field.matches(':disabled')) return false;
      for (let up: Element | null = field; up; up = up.parentElement) if (hears.has(up)) return true;
      return pageHears && field.matches('select');
    })
    .slice(0, max)
    .map((field) => qa.keep(field));
}

/** As someone would who chooses the next value; whether that sent the keyboard elsewhere. Runs inside the page. */
function change(id: number): boolean {
  const field = qa.at(id);
  if (!field?.isConnected) return false;
  field.focus();
  const tell = (...types: string[]): void => {
    for (const type of types) field.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
  };
  if (field instanceof HTMLSelectElement) {
    const next = [...field.options].findIndex(
      (option, at) => at !== field.selectedIndex && !option.disabled && option.value !== '',
    );
    if (next >= 0) field.selectedIndex = next;
    tell('input', 'change');
  } else if (field instanceof HTMLInputElement) {
    if (field.type === 'radio' || field.type === 'checkbox') field.click();
    else {
      field.value = field.maxLength > 0 ? 'a'.repeat(Math.min(field.maxLength, 20)) : 'a';
      tell('input', 'change', 'keyup');
    }
  }
  const { activeElement } = document;
  const moves = activeElement !== field && activeElement !== document.body && activeElement !== null;
  field.blur();
  return moves && activeElement.matches('input,select,textarea');
}

/** Where they stand, and whether a text before them tells. Runs inside the page. */
function told(leading: readonly { id: number; kind: Departure['kind'] | 'focus' }[]): FieldsFacts['leading'] {
  const WORDS =
    /recharg|actualis|automatiq|redirig|s[’']ouvr|nouvel(?:le)? (?:fen[êe]tre|onglet|page)|reload|refresh|redirect|automatically|new (?:window|tab|page)|will (?:open|take|load|submit|go)|mène|conduit|chang(?:e|es|er|era|ing) (?:of )?(?:the |of |la |de )?(?:page|language|langue)|page (?:changes|will|change|sera)|submits?\b|soumet|envoie|quitte|imm[ée]diat|as soon as|d[èe]s (?:que|qu['’]|le choix|la s[ée]lection)|at once/i;
  return leading.flatMap(({ id, kind }) => {
    const field = qa.at(id);
    if (!field) return [];
    const ids =
      `${field.getAttribute('aria-describedby') ?? ''} ${field.getAttribute('aria-labelledby') ?? ''}`.split(
        /\s+/,
      );
    const around =
      field.closest('form,fieldset') ?? field.parentElement?.parentElement ?? field.parentElement;
    const texts = [
      qa.wordsOf(field),
      ...ids.map((one) => document.getElementById(one)?.textContent ?? ''),
      around?.textContent.slice(0, 1_000) ?? '',
    ];
    const own = [...field.querySelectorAll('option')].map(({ textContent }) => textContent).join(' ');
    return [{ ...qp.placeOf(field), kind, isTold: WORDS.test(texts.join(' ').replace(own, '')) }];
  });
}
