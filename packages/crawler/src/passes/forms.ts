import type { SeenPlace } from '../probes/kit.ts';
import type { Pass, Shown } from './pass.ts';

/** What a form says once it is sent with nothing in it; it never is. */
export interface FormErrorFacts extends SeenPlace {
  /**
   * `colour`: fields change their look, and no text comes; `unnamed`: a message that names no field and is
   * tied to none; `generic`: tied, but tells neither the field nor what is wrong; `unannounced`: nothing
   * brings it to who does not see it. Of what stands as the page comes: `formless`: tells the field, and not the
   * format that the field holds to; `nowhere`: says that there are mistakes, and nothing says where;
   * `standing-colour`: the same, where the colour of some fields does; `causeless`: tells the field, and not what is
   * wrong; `unheard`: shown, and kept from screen readers; `ambiguous`: calls a field by a name that several have.
   */
  readonly fault:
    | 'colour'
    | 'unnamed'
    | 'generic'
    | 'unannounced'
    | 'formless'
    | 'nowhere'
    | 'standing-colour'
    | 'causeless'
    | 'unheard'
    | 'ambiguous';
  readonly message: string;
}

export interface FormsFacts {
  readonly errors: readonly FormErrorFacts[];
}

const TRIES = 3;
/** Not tried: even stopped, they hold places. */
const RISKY = /booking|rdv|rendez-?vous|reservation|r[ée]serv|agenda|paiement|payment|checkout|panier|cart/i;

/** Sends each form with nothing in it, the doors shut, and reads what it answers on the spot. */
export const forms: Pass<FormsFacts> = async ({ call, departures, shut, page }) => {
  if (RISKY.test(page.url())) return undefined;
  const standing = [
    ...(await call(standingErrors)),
    ...(await call(standingTwins)),
    ...(await call(standingSummary)),
  ];
  const due = await call(formsDue, TRIES);
  if (due.length === 0 && standing.length === 0) return undefined;
  const errors: FormErrorFacts[] = [...standing];
  shut(true);
  try {
    for (const id of due) {
      await departures();
      await call(submit, id);
      // The server would answer: nothing is known of that, and a script that hears nothing from it may say so.
      if (await leaves(departures)) continue;
      errors.push(...(await call(readErrors, id)));
    }
  } finally {
    shut(false);
  }
  return { errors: errors.slice(0, 10) };
};

/** Looks for what is answered on the spot, in milliseconds: nearly all forms leave at once. */
const LOOKS = [10, 15, 35];

async function leaves(departures: Shown['departures']): Promise<boolean> {
  for (const wait of LOOKS) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    if ((await departures()).length > 0) return true;
  }
  return false;
}

/** Runs inside the page. */
function formsDue(max: number): number[] {
  const RISKY = /booking|rdv|rendez-?vous|reservation|r[ée]serv|paiement|payment|checkout|panier|cart/i;
  const hears =
    qa.heard.some(({ sources }) => 'submit' in sources || 'click' in sources) ||
    'submit' in qa.page ||
    'click' in qa.page;
  if (!hears) return [];
  return qp
    .all('form', 20)
    .filter((form) => {
      if (!qa.isSeen(form) || RISKY.test(form.getAttribute('action') ?? '')) return false;
      const fields = [
        ...form.querySelectorAll(
          'input:not([type=hidden],[type=submit],[type=button],[type=image],[type=reset]),select,textarea',
        ),
      ];
      return (
        fields.some((field) => qa.isSeen(field)) &&
        form.querySelector(
          'button:not([type=button],[type=reset]),input[type=submit],input[type=image],button[onclick],input[type=button]',
        ) !== null
      );
    })
    .slice(0, max)
    .map((form) => qa.keep(form));
}

/** Runs inside the page. */
function submit(id: number): void {
  const form = qa.at(id);
  if (!form?.isConnected) return;
  const fields = [...form.querySelectorAll<HTMLInputElement>('input:not([type=hidden]),select,textarea')];
  const state = globalThis as unknown as { qaForm: { looks: Map<Element, string>; isNative: boolean } };
  const lookOf = (field: Element): string => {
    const style = getComputedStyle(field);
    return `${style.borderTopColor}|${style.backgroundColor}|${style.outlineColor}|${style.boxShadow}`;
  };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*{transition:none!important}');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const own = { looks: new Map<Element, string>(), isNative: false };
  state.qaForm = own;
  for (const field of fields) own.looks.set(field, lookOf(field));
  form.addEventListener(
    'invalid',
    (event) => {
      // The browser's own message, unless the page took its place.
      setTimeout(() => {
        own.isNative ||= !event.defaultPrevented;
      });
    },
    true,
  );
  (document.activeElement as HTMLElement | null)?.blur();
  for (const field of fields) own.looks.set(field, lookOf(field));
  qa.mark();
  form
    .querySelector<HTMLElement>(
      'button:not([type=button],[type=reset]),input[type=submit],input[type=image],button[onclick],input[type=button]',
    )
    ?.click();
}

/** What the form answered. Runs inside the page. */
function readErrors(id: number): FormErrorFacts[] {
  const form = qa.at(id);
  const { qaForm: own } = globalThis as unknown as {
    qaForm: { looks: Map<Element, string>; isNative: boolean };
  };
  if (!form?.isConnected || own.isNative) return [];
  const changes = qa.changes();
  // A line that was there and was only cut in two by what came is no news.
  const shown = changes.shown.filter((line) => !changes.gone.some((old) => old.includes(line)));
  const fields = [...own.looks.keys()].filter(
    (field) => field.isConnected && !field.matches('[type=submit],[type=button],[type=reset]'),
  );
  const redden = fields.filter((field) => {
    // The one that has the focus looks so for that.
    if (field === document.activeElement) return false;
    const style = getComputedStyle(field);
    const now = `${style.borderTopColor}|${style.backgroundColor}|${style.outlineColor}|${style.boxShadow}`;
    return now !== own.looks.get(field);
  });
  if (shown.length === 0) {
    if (redden.length === 0 || redden.some((field) => field.getAttribute('aria-invalid') === 'true'))
      return [];
    const hasIcon = redden.some((field) => field.parentElement?.querySelector('svg,img'));
    return hasIcon
      ? []
      : redden.slice(0, 1).map((field) => ({ ...qp.placeOf(field), fault: 'colour' as const, message: '' }));
  }
  const normal = (text: string): string =>
    text.replace(/[*:]/g, ' ').replace(/\s+/g, ' ').trim().toLowerCase();
  const message = shown.join(' ').slice(0, 300);
  const ERROR =
    /erreur|invalid|incorrect|obligatoire|requis|required|missing|manqu|veuillez|please|must|doit|empty|vide|enter|saisi|remplir|fill|valid|wrong|error|cannot|can’t|can't|renseign|format/i;
  const DONE =
    /(?<!\p{L})(?:sent|saved|added|updated|success(?:ful(?:ly)?)?|results?|found|thank you|received|registered|envoy[ée]e?|enregistr[ée]e?|ajout[ée]e?|re[çc]ue?|succ[èe]s|r[ée]sultats?|trouv[ée]e?s?|merci|inscrite?|prise? en compte)(?!\p{L})/iu;
  const isError = ERROR.test(message);
  if (!isError && (!DONE.test(message) || message.length > 150)) return [];
  const names = fields
    .map((field) =>
      normal(
        [...((field as HTMLInputElement).labels ?? [])].map(({ textContent }) => textContent).join(' ') ||
          field.getAttribute('aria-label') ||
          field.getAttribute('placeholder') ||
          '',
      ),
    )
    .filter((name) => name.length > 2);
  const said = normal(message);
  const namesOne = names.some(
    (name) => said.includes(name) || name.split(' ').some((word) => word.length > 3 && said.includes(word)),
  );
  const elements = [...document.body.querySelectorAll('*')].slice(0, 3_000).filter((one) => {
    const text = one.textContent.replace(/\s+/g, ' ').trim();
    return (
      text !== '' &&
      text.length < 300 &&
      shown.some((line) => line.includes(text) || text.includes(line)) &&
      qa.isSeen(one)
    );
  });
  const ids = new Set(
    fields
      .flatMap((field) =>
        ['aria-describedby', 'aria-errormessage', 'aria-labelledby'].flatMap((name) =>
          (field.getAttribute(name) ?? '').split(/\s+/),
        ),
      )
      .filter((one) => one !== ''),
  );
  const isTied =
    // Put on a field, the focus tells which one is meant.
    (changes.isFocus && fields.some((field) => field === document.activeElement)) ||
    fields.some((field) => field.getAttribute('aria-invalid') === 'true') ||
    elements.some((one) => {
      for (let up: Element | null = one; up && up !== form; up = up.parentElement)
        if (ids.has(up.id) || up.matches('label,legend')) return true;
      return false;
    });
  const place = elements.at(-1) ?? form;
  const found: FormErrorFacts[] = [];
  const asked = fields.filter((field) => qa.isSeen(field)).length;
  if (isError && !namesOne && !isTied && asked > 1)
    found.push({ ...qp.placeOf(place), fault: 'unnamed', message });
  const LIVE = '[role=alert],[role=status],[role=log],[aria-live=polite],[aria-live=assertive],output';
  const isAnnounced = elements.some((one) => one.closest(LIVE) !== null) || isTied || changes.isFocus;
  if (!isAnnounced) found.push({ ...qp.placeOf(place), fault: 'unannounced', message });
  return found;
}

/** Messages that stand on the page as it comes, and say nothing but that something is wrong. Runs inside the page. */
function standingErrors(): FormErrorFacts[] {
  const VAGUE =
    /^(?:(?:error|erreur)\s*[:!-]?\s*)?(?:n['’]est pas valide|est (?:non valide|invalide|incorrecte?|erron[ée]e?)|(?:is |this (?:field|value) is |the value is |(?:this )?(?:field|value|input|entry) (?:is )?)?(?:invalid|incorrect|wrong|not valid)(?: (?:value|input|entry|data|field|format))?|(?:valeur|champ|saisie|donn[ée]e|format) (?:non valide|invalide|incorrecte?|erron[ée]e?)|(?:invalid|incorrect|wrong) (?:value|input|entry|data|field)|(?:an )?error(?: occurred)?|(?:une )?erreur(?: de saisie)?)\s*[.!]*$/i;
  const CAUSELESS =
    /^(?:(?:invalid|incorrect|wrong) (?:value|input|entry) for|(?:valeur|saisie) (?:non valide|invalide|incorrecte|erron[ée]e) pour)(?: the| your| le| la| les| l['’]| votre)?(?: ?[\p{L}’'-]+){1,3}\s*[.!]*$/iu;
  /** An order as well, unless it stands where mistakes are told. */
  const ORDER =
    /^(?:please |veuillez |merci de )?(?:fill|complete|remplir|compl[ée]ter)(?: in| out)?(?: correctement)? (?:the|this|your|all|le|les|ce|ces|tous les)(?: \w+)? ?(?:fields?|form|champs?|formulaire)(?: correctly| properly| correctement)\s*[.!]*$/i;
  const WRONG =
    /\b(?:erreurs?|errors?|invalid\w*|incorrecte?s?|non valides?|obligatoire|requise?|required|must|doit|doivent)\b/i;
  const MARKED = '[id*=err],[class*=err],[role=alert]';
  const isTied = ({ id }: Element): boolean =>
    id !== '' &&
    ['describedby', 'errormessage', 'labelledby'].some((name) =>
      document.querySelector(`[aria-${name}~="${CSS.escape(id)}"]`),
    );
  return qp
    .all('[id],p,span,div,small,strong,output,label,li', 1_500)
    .flatMap((element): FormErrorFacts[] => {
      if (element.children.length > 0) return [];
      const text = element.textContent.replace(/\s+/g, ' ').trim();
      const isMarked = element.closest(MARKED) !== null;
      const isUnheard =
        isMarked && WRONG.test(text) && element.closest('[aria-hidden=true]') !== null && !isTied(element);
      const isVague = VAGUE.test(text) || (isMarked && ORDER.test(text));
      if (text.length < 5 || text.length > (isUnheard ? 200 : 60)) return [];
      if ((!isUnheard && !isVague && !CAUSELESS.test(text)) || !qa.isSeen(element)) return [];
      const form = element.closest('form') ?? element.parentElement;
      const field = form?.querySelector(
        'input:not([type=hidden],[type=submit],[type=button]),select,textarea',
      );
      if (!field) return [];
      if (isUnheard) {
        // It may be said elsewhere to who does not see it.
        const isSaid = document.body.textContent.split(element.textContent.trim()).length > 2;
        return isSaid ? [] : [{ ...qp.placeOf(element), fault: 'unheard' as const, message: text }];
      }
      if (!isVague) return [{ ...qp.placeOf(element), fault: 'causeless' as const, message: text }];
      const holder = element.closest('label');
      if (!holder)
        // What begins with its verb goes on from a label that is not there.
        return /^(?:is|est|n['’]est)\b/i.test(text)
          ? []
          : [{ ...qp.placeOf(element), fault: 'generic' as const, message: text }];
      // The label names the field: what is missing is the format, where the field has one.
      const { control } = holder;
      const near = (holder.closest('fieldset,form')?.textContent ?? holder.textContent).replace(text, ' ');
      const HINT = /\d|format|exemple|example|chiffre|digit|caract[èe]re|character|lettre|letter/i;
      const isHeld = control instanceof HTMLInputElement && control.pattern !== '';
      if (!isHeld || control.title.trim() !== '' || HINT.test(near)) return [];
      return [{ ...qp.placeOf(element), fault: 'formless' as const, message: text }];
    })
    .slice(0, 3);
}

/** Messages that ask for a field by a name that several of its form have. Runs inside the page. */
function standingTwins(): FormErrorFacts[] {
  const ASKS =
    /^(?:please|veuillez|merci de) (?:fill(?: in)?|enter|complete|remplir|saisir|renseigner|compl[ée]ter) (?:(?:the|your|le|la|les|votre) |l['’])?([\p{L}’' -]{2,40}?)(?: field)?\s*[.!]?$/iu;
  const FIELDS = 'input:is(:not([type]),[type=text],[type=email],[type=tel],[type=number]),select,textarea';
  const TOLD = '[aria-invalid=true],[aria-describedby],[aria-errormessage]';
  const fold = (text: string): string => text.replace(/[*:]/g, ' ').replace(/\s+/g, ' ').trim().toLowerCase();
  return qp
    .all('[id*=err],[class*=err],[role=alert]', 100)
    .flatMap((element): FormErrorFacts[] => {
      if (!(element instanceof HTMLElement) || element.innerText.length > 500 || !qa.isSeen(element))
        return [];
      const fields = [...(element.closest('form')?.querySelectorAll<HTMLInputElement>(FIELDS) ?? [])];
      const line = element.innerText.split('\n').find((text) => {
        const name = fold(ASKS.exec(text.trim())?.[1] ?? '');
        const called = fields.filter(
          (field) => qa.isSeen(field) && fold(field.labels?.[0]?.textContent ?? '') === name,
        );
        return name !== '' && called.length > 1 && !called.some((field) => field.matches(TOLD));
      });
      return line === undefined ? [] : [{ ...qp.placeOf(element), fault: 'ambiguous', message: line.trim() }];
    })
    .slice(0, 3);
}

/**
 * A message that says, as the page comes, that a form has mistakes, while
 * nothing in that form tells where they are. Runs inside the page.
 */
function standingSummary(): FormErrorFacts[] {
  const MISTAKES =
    /(?:fix|correct|check|review|resolve)[^.]{0,40}\b(?:errors?|mistakes?|problems?)\b|\b(?:errors?|mistakes?)\b[^.]{0,40}\b(?:must be|to be|need|fix|correct|below|in (?:the|this|your) form)|(?:corrig|rectifi|v[ée]rifi)[^.]{0,40}\berreurs?\b|\berreurs?\b[^.]{0,40}(?:corrig|formulaire|ci-dessous|saisie)/i;
  const WRONG =
    /erreur|error|invalid|incorrect|non valide|obligatoire|requis|required|manqu|missing|veuillez|please|doit|must|renseign|saisi|enter |remplir|vide|empty|trop|too /i;
  const FIELDS =
    'input:not([type=hidden],[type=submit],[type=button],[type=image],[type=reset],[type=search]),select,textarea';
  const fold = (text: string): string =>
    text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
  const lookOf = (field: Element): string => {
    const { borderTopColor, backgroundColor, outlineColor, boxShadow } = getComputedStyle(field);
    return `${borderTopColor}|${backgroundColor}|${outlineColor}|${boxShadow}`;
  };
  const signs = qp.all(
    '[role=alert],[class*=error],[class*=erreur],[class*=alert],[class*=summary],[class*=valid]',
    100,
  );
  for (const sign of signs) {
    const text = sign.textContent.replace(/\s+/g, ' ').trim();
    if (text.length > 200 || sign.querySelector('a,li,input,select,textarea,img,svg') || !MISTAKES.test(text))
      continue;
    if (!qa.isSeen(sign)) continue;
    const beside = sign.nextElementSibling;
    const form = sign.closest('form') ?? (beside?.matches('form') ? beside : beside?.querySelector('form'));
    if (!form) continue;
    const fields = [...form.querySelectorAll<HTMLInputElement>(FIELDS)].filter((field) => qa.isSeen(field));
    if (fields.length < 2) continue;
    const labels = fields.map(
      (field) =>
        [...(field.labels ?? [])].map(({ textContent }) => textContent).join(' ') ||
        field.getAttribute('aria-label') ||
        '',
    );
    // Another word of the form than its labels and its buttons may tell where.
    let rest = form.textContent.replace(sign.textContent, ' ');
    for (const words of labels) rest = rest.replace(words, ' ');
    const isMarked = fields.some((field) =>
      field.matches('[aria-invalid=true],[aria-errormessage],[aria-describedby]'),
    );
    const words = labels.flatMap((one) => fold(one).match(/\p{L}{3,}/gu) ?? []);
    const said = new Set(fold(text).match(/\p{L}{3,}/gu) ?? []);
    const isNamed = words.some((word) => said.has(word)) || labels.some((one) => WRONG.test(one));
    const hasSign =
      form.querySelector('svg,img,[class*=icon]') !== null ||
      [...form.querySelectorAll('label,legend')].some((one) =>
        ['::before', '::after'].some(
          (pseudo) => !/^(?:none|normal|"")$/.test(getComputedStyle(one, pseudo).content),
        ),
      );
    if (isMarked || isNamed || hasSign || WRONG.test(rest)) continue;
    const looks = new Set(fields.filter(({ type }) => type === fields[0]?.type).map(lookOf));
    const fault = looks.size === 2 ? ('standing-colour' as const) : ('nowhere' as const);
    return [{ ...qp.placeOf(sign), fault, message: text }];
  }
  return [];
}
