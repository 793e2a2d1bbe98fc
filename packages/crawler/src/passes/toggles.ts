import type { SeenPlace } from '../probes/kit.ts';
import type { Pass, Shown } from './pass.ts';
import { areGone } from './toggle-lasting.ts';
import { closeLaid, laidOver } from './toggle-window.ts';

/** A button that was pressed, and what came of it. */
export interface ToggleFacts extends SeenPlace {
  /** First words that it shows and hides; empty when it only changes its own state. */
  readonly panel: string;
  /**
   * `untold`: no attribute says whether it is open or closed; `around`: one does, on what the button is in;
   * `stuck`: one says so and never changes;
   * `status`: it writes a message that is not announced; `window`: it lays one over the page, which neither
   * a role nor the focus tells; `bubble`: it shows one that has its own sign to close it, as on a map.
   */
  readonly fault: 'untold' | 'around' | 'stuck' | 'status' | 'window' | 'bubble';
  /** Of a window: the sign that closes it hears the mouse, and the Tab key reaches neither it nor another. */
  readonly isMouseClosed?: true;
}

export interface TogglesFacts {
  readonly toggles: readonly ToggleFacts[];
}

const TRIES = 8;
const SETTLE = 40;
/** A slide that moves into its place tells its state once it is there, in milliseconds. */
const LATE = 700;

/** Presses the buttons that do something on the page itself, twice. */
export const toggles: Pass<TogglesFacts> = async (shown) => {
  const { call } = shown;
  const buttons = await call(candidates, TRIES);
  if (buttons.length === 0) return undefined;
  const found: ToggleFacts[] = [];
  for (const id of buttons) {
    const one = await tryOne(shown, id);
    if (one) found.push(one);
  }
  return { toggles: found };
};

async function tryOne({ call, departures, page }: Shown, id: number): Promise<ToggleFacts | undefined> {
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SETTLE));
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LATE));
  await departures();
  if (!(await call(press, id))) return undefined;
  await pause();
  if ((await departures()).length > 0) return undefined;
  if (await call(isSliding)) await settle();
  let first = await call(after, id);
  if (first.hasState && first.states === '' && (first.shown.length > 0 || first.look !== '')) {
    await settle();
    first = await call(after, id);
  }
  const laid = await call(laidOver, id, first);
  if (laid) {
    await call(closeLaid, laid.close);
    await page.keyboard.press('Escape');
    await pause();
    await departures();
    return laid.told;
  }
  await call(press, id);
  await pause();
  if (await call(isSliding)) await settle();
  const gone = (await departures()).length > 0;
  const fault = gone ? null : await call(verdict, id, first);
  await page.keyboard.press('Escape');
  if (fault && first.shown.length === 0 && first.hidden.length > 0) {
    // Words that fade out and come back changed were hidden for a moment only.
    await call(press, id);
    await settle();
    const isLasting = await call(areGone, first.hidden);
    await call(press, id);
    await settle();
    if (!isLasting || (await departures()).length > 0) return undefined;
  }
  return fault ?? undefined;
}

/** Runs inside the page. */
function candidates(max: number): number[] {
  const CLICKS = ['click', 'mousedown', 'mouseup', 'pointerdown', 'keydown', 'change'];
  const hears = new Map(qa.heard.map(({ element, sources }) => [element, Object.keys(sources)]));
  const pageHears = 'click' in qa.page;
  const BUTTONS =
    'button,input[type=button],[role=button],[role=tab],[role=checkbox],[role=switch],[role=menuitemcheckbox],[role=radio],a[href^="#"],a[href^="javascript:"]';
  /** One of a row of marks without a word: each brings its own slide, and opens nothing. */
  const isBullet = (element: Element): boolean => {
    const row = [...(element.parentElement?.children ?? [])];
    const isMark = (one: Element): boolean =>
      one.localName === element.localName &&
      !/[\p{L}\p{N}]/u.test(one.textContent + (one.getAttribute('aria-label') ?? '')) &&
      one.querySelector('img,svg,i') === null;
    return row.length > 1 && row.every(isMark);
  };
  const found: number[] = [];
  const components = new Set<string>();
  for (const element of qp.all(BUTTONS, 300)) {
    if (found.length >= max || !qa.isSeen(element) || element.matches(':disabled,[aria-disabled=true]'))
      continue;
    if (element.matches('button') && element.form && element.type !== 'button') continue;
    if (element.matches('[popovertarget],[commandfor],input:is([type=checkbox],[type=radio])')) continue;
    // What goes through pictures one by one comes back to the first, and hides nothing.
    if (element.closest('[aria-roledescription=carousel],[aria-roledescription=carrousel]')) continue;
    if (isBullet(element)) continue;
    const direct = hears.get(element)?.some((type) => CLICKS.includes(type)) ?? false;
    let around = false;
    for (let up = element.parentElement; up && !around; up = up.parentElement)
      around = hears.get(up)?.includes('click') ?? false;
    const isLink = element.matches('a');
    if (!direct && (isLink || !(around || pageHears))) continue;
    // Words of things that are not undone by pressing again.
    if (
      /imprim|print|partag|share|t[ée]l[ée]charg|download|supprim|delete|d[ée]connect|logout|envoyer|submit|acheter|payer|valider|annul|cancel|pause|stop|arr[êe]t|suivant|pr[ée]c[ée]dent|\bnext\b|\bprev/i.test(
        qa.wordsOf(element),
      )
    )
      continue;
    const { component } = qp.placeOf(element);
    const key = `${component} ${element.getAttribute('aria-expanded') ?? ''} ${element.getAttribute('aria-selected') ?? ''}`;
    if (components.has(key)) continue;
    components.add(key);
    found.push(qa.keep(element));
  }
  return found;
}

/** What a press changed. */
export interface Pressed {
  /** Text blocks shown by the press, by their own number. */
  readonly shown: readonly number[];
  readonly hidden: readonly number[];
  /** Whether it hides what is before it and what is after it, to show something alone. */
  readonly isWhole: boolean;
  readonly states: string;
  /** What it is in told of a change, where it did not itself. */
  readonly isToldAround: boolean;
  /** It has one that can be told. */
  readonly hasState: boolean;
  readonly name: string;
  readonly isDialog: boolean;
  /** What it shows lies elsewhere, over the page, with a control to close it. */
  readonly isBubble: boolean;
  readonly look: string;
}

declare global {
  /** Our own world of the page only: how it was before the last press. */
  var qaPress: {
    seen: Set<Element>;
    states: string;
    statesOf: () => string;
    around: string;
    aroundOf: () => string;
    name: string;
    look: string;
    lookOf: (element: Element) => string;
    /** What a script had already given a height that hides a part of it. */
    cut: Set<Element>;
  };
}

/** Whether the press made a script draw a panel open or shut, little by little, as jQuery does. Runs inside the page. */
function isSliding(): boolean {
  const { cut } = globalThis.qaPress;
  return [...document.querySelectorAll('[style*="height"]')].some(
    (one) => one instanceof HTMLElement && one.style.overflow === 'hidden' && !cut.has(one),
  );
}

/** `false` when it can't be pressed. Runs inside the page. */
function press(id: number): boolean {
  const element = qa.at(id);
  if (!element?.isConnected || !qa.isSeen(element)) return false;
  const STATES = [
    'aria-expanded',
    'aria-pressed',
    'aria-selected',
    'aria-checked',
    'aria-current',
    'aria-controls',
    'aria-haspopup',
  ];
  const seen = qa.textBearers();
  const lookOf = (one: Element): string => {
    const [style, before] = [getComputedStyle(one), getComputedStyle(one, '::before')];
    return `${one.className}|${style.backgroundColor}|${style.backgroundImage}|${style.color}|${before.content}|${before.backgroundColor}`;
  };
  const statesOf = (): string => STATES.map((name) => element.getAttribute(name) ?? '').join('|');
  const aroundOf = (): string =>
    [element.parentElement, element.parentElement?.parentElement]
      .map((one) => one?.getAttribute('aria-expanded') ?? '')
      .join('|');
  globalThis.qaPress = {
    lookOf,
    statesOf,
    aroundOf,
    around: aroundOf(),
    cut: new Set(document.querySelectorAll('[style*="overflow"][style*="height"]')),
    seen: new Set(seen),
    states: statesOf(),
    name: `${element.textContent}|${element.getAttribute('aria-label') ?? ''}|${element.title}`,
    look: lookOf(element),
  };
  element.focus();
  element.click();
  return true;
}

/** Runs inside the page. */
function after(id: number): Pressed {
  const element = qa.at(id) as HTMLElement;
  const { qaPress } = globalThis;
  const now = qa.textBearers();
  const shown = now.filter(
    (one) => !qaPress.seen.has(one) && !one.contains(element) && !element.contains(one),
  );
  const still = new Set(now);
  const hidden = [...qaPress.seen].filter(
    (one) => !still.has(one) && (!one.isConnected || !qa.isSeen(one)) && !element.contains(one),
  );
  const tops = (all: Element[]): number[] =>
    all
      .filter((one) => !all.some((other) => other !== one && other.contains(one)))
      .slice(0, 10)
      .map((one) => qa.keep(one));
  const states = qaPress.statesOf();
  const isClose = (sign: Element): boolean =>
    /^\s*[x×✕✖⨯]\s*$|\b(?:fermer|close)\b/i.test(sign.getAttribute('aria-label') ?? qa.wordsOf(sign));
  const isBubble = (one: Element): boolean => {
    for (let over: Element | null = one; over && !over.contains(element); over = over.parentElement) {
      if (!/^(?:absolute|fixed)$/.test(getComputedStyle(over).position)) continue;
      if (![...over.querySelectorAll('a[href],button,[role=button]')].some(isClose)) continue;
      // Beside its button, it is the panel of a menu.
      return !over.parentElement?.contains(element);
    }
    return false;
  };
  return {
    isBubble: shown.length > 0 && shown.every(isBubble),
    shown: tops(shown),
    hidden: tops(hidden),
    isWhole: [Node.DOCUMENT_POSITION_PRECEDING, Node.DOCUMENT_POSITION_FOLLOWING].every((side) =>
      hidden.some((one) => (element.compareDocumentPosition(one) & side) !== 0),
    ),
    states: states === qaPress.states ? '' : states,
    isToldAround: qaPress.aroundOf() !== qaPress.around,
    hasState: element.matches('[aria-expanded],[aria-pressed],[aria-selected],[aria-checked],[role=tab]'),
    name:
      `${element.textContent}|${element.getAttribute('aria-label') ?? ''}|${element.title}` === qaPress.name
        ? ''
        : 'other',
    look: qaPress.lookOf(element) === qaPress.look ? '' : 'other',
    isDialog:
      document.querySelector('dialog[open]') !== null ||
      // The one of the settings of display waits at the foot of each page.
      [...document.querySelectorAll('[role=dialog],[role=alertdialog],[aria-modal=true]')].some((one) =>
        one.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
      ) ||
      (document.activeElement !== element && document.activeElement !== document.body),
  };
}

/** Once it was pressed again. Runs inside the page. */
function verdict(id: number, first: Pressed): ToggleFacts | null {
  const element = qa.at(id);
  if (!element?.isConnected || first.isDialog || first.isWhole) return null;
  const textOf = (ids: readonly number[]): string =>
    ids
      .map((one) => qa.at(one))
      .map((panel) => (panel ? qa.readableOf(panel) : ''))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  const role = element.getAttribute('role') ?? '';
  const isGone = (one: number): boolean => {
    const panel = qa.at(one);
    return !panel?.isConnected || !qa.isSeen(panel);
  };
  const place = qp.placeOf(element);
  const STATE: Record<string, string> = {
    tab: 'aria-selected',
    checkbox: 'aria-checked',
    switch: 'aria-checked',
    menuitemcheckbox: 'aria-checked',
    radio: 'aria-checked',
  };
  const state = STATE[role];
  const changed = first.states !== '' || first.name !== '';
  const panels = [...first.shown, ...first.hidden];
  // A tab that was selected already does nothing.
  if (state !== undefined && role !== 'tab' && role !== 'radio') {
    if (!changed && first.look !== '') return { ...place, panel: '', fault: 'stuck' };
    return null;
  }
  if (role === 'tab') {
    if (!changed && first.shown.length > 0 && element.getAttribute('aria-selected') !== 'true')
      return { ...place, panel: textOf(first.shown).slice(0, 120), fault: 'stuck' };
    return null;
  }
  const isToggle =
    panels.length > 0 && first.shown.every(isGone) && first.hidden.every((one) => !isGone(one));
  const text = textOf(panels);
  // A short text may be a figure that changes; links and fields are what a panel holds.
  const isPanel =
    text.length >= 10 ||
    panels.some((one) => {
      const panel = qa.at(one);
      return panel?.closest('li,a[href]') ?? panel?.querySelector('a[href],input,select,button');
    });
  // A tip that describes its button is told with it.
  const tips =
    `${element.getAttribute('aria-describedby') ?? ''} ${element.getAttribute('aria-labelledby') ?? ''}`
      .split(/\s+/)
      .flatMap((name) => document.getElementById(name) ?? []);
  const isTip = panels.every((one) => {
    const panel = qa.at(one);
    return (
      panel?.closest('[role=tooltip]') ?? tips.some((tip) => tip === panel || tip.contains(panel ?? null))
    );
  });
  // One in the place of the other, of the same kind: pictures that one goes through, and no panel that opens.
  const kindOf = (one: number): string => {
    const panel = qa.at(one);
    return panel ? `${panel.localName} ${qp.componentOf(panel.parentElement ?? panel)}` : '';
  };
  const isSwapped = first.shown.some((one) =>
    first.hidden.some((other) => kindOf(one) !== '' && kindOf(one) === kindOf(other)),
  );
  if (isToggle && isPanel && text !== '' && !changed && !isTip && !isSwapped) {
    const says = ['aria-expanded', 'aria-pressed'].some((name) => element.hasAttribute(name));
    const told =
      element.hasAttribute('aria-haspopup') || element.matches('summary,[aria-controls][role=tab]');
    const fault = first.isToldAround ? 'around' : says ? 'stuck' : first.isBubble ? 'bubble' : 'untold';
    if (!told) return { ...place, panel: text.slice(0, 120), fault };
    return null;
  }
  // A look that the first press gave, and that the second took back, is a state.
  const { lookOf, look } = globalThis.qaPress;
  const isSwitched = first.look !== '' && lookOf(element) !== look;
  if (element.hasAttribute('aria-pressed') && panels.length === 0 && !changed && isSwitched)
    return { ...place, panel: '', fault: 'stuck' };
  // A short message that came and stayed, far from the focus, in no live region.
  const message = textOf(first.shown);
  const LIVE =
    '[role=status],[role=alert],[role=log],[role=progressbar],[aria-live=polite],[aria-live=assertive],output';
  const isLive = first.shown.some((one) => {
    const panel = qa.at(one);
    return panel?.closest(LIVE) ?? panel?.querySelector(LIVE);
  });
  const TELLS =
    /(?<!\p{L})(?:added|copied|saved|sent|removed|updated|loading|loaded|results?|success(?:ful(?:ly)?)?|error|failed|completed?|thank you|ajout[ée]e?|copi[ée]e?|enregistr[ée]e?|envoy[ée]e?|supprim[ée]e?|chargement|r[ée]sultats?|succ[èe]s|erreur|termin[ée]e?|merci)(?!\p{L})/iu;
  if (!isToggle && !isLive && !changed && message.length > 2 && message.length < 150 && TELLS.test(message))
    return { ...place, panel: message.slice(0, 120), fault: 'status' };
  return null;
}
