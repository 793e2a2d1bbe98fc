import type { Pass } from './pass.ts';

/** What single keys do while nothing has the focus. */
export interface ShortcutsFacts {
  /** Keys that changed the page. */
  readonly keys: readonly string[];
  /** Whether a control of the page looks like one that turns shortcuts off or gives them other keys. */
  readonly hasControl: boolean;
}

/** Without a key, in milliseconds. */
const QUIET = 150;
/** Keys pressed before all is asked of the page. */
const TOGETHER = 15;
/** Keys that are enough to tell of. */
const MOST = 3;
/** Times that a key must do the same on a page that writes by itself. */
const AGAIN = 2;

/** Presses the letters, figures and signs where the page listens to keys. */
export const shortcuts: Pass<ShortcutsFacts> = async ({ page, call, departures }) => {
  const press = async (key: string): Promise<'gone' | 'surely' | 'maybe' | null> => {
    await page.keyboard.press(key);
    const isGone = (await departures()).length > 0;
    const found = await call(changed, WORDLESS);
    return isGone ? 'gone' : found;
  };
  /**
   * Whether what came with a key came of it: at once, or again with it and not by itself, as a page may write late.
   * On a page that writes by itself all along, at once and each time: one of its writings may fall on a key.
   */
  const isConfirmed = async (key: string, first: 'surely' | 'maybe'): Promise<boolean> => {
    const isQuiet = async (): Promise<boolean> => {
      await new Promise((resolve) => setTimeout(resolve, QUIET));
      return (await call(changed, WORDLESS)) === null;
    };
    const isAtOnce = await call(cameAtOnce);
    if (!(await isQuiet())) {
      for (let times = 0; isAtOnce && times < AGAIN; times++)
        if ((await press(key)) === null || !(await call(cameAtOnce))) return false;
      return isAtOnce;
    }
    const answers = async (): Promise<boolean> => (await press(key)) !== null && (await isQuiet());
    if ((isAtOnce && first === 'surely') || (await answers())) return true;
    // What it opened may have to be closed first.
    await page.keyboard.press('Escape');
    await call(changed, WORDLESS);
    return answers();
  };
  const likely = await call(likelyKeys);
  if (likely.length === 0) return undefined;
  await departures();
  const keys: string[] = [];
  /** From a page at rest: while its search is open, any key may bring the focus back to the field. */
  const rest = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await new Promise((resolve) => setTimeout(resolve, QUIET));
    await call(begin, WORDLESS);
  };
  const tryEach = async (some: readonly string[], pressed: typeof press): Promise<void> => {
    for (const key of some) {
      if (keys.includes(key)) continue;
      if (keys.length >= MOST) return;
      const first = await pressed(key);
      if (first === null) continue;
      if (first === 'gone' || (await isConfirmed(key, first))) keys.push(key);
      await rest();
    }
  };
  /** Times that the page would have left, of the keys pressed together. */
  let left = 0;
  const countLeft = async (): Promise<void> => {
    left += (await departures()).length;
  };
  /** Most keys do nothing: of one that writes nothing, no more is asked. */
  const pressLightly: typeof press = async (key) => {
    await page.keyboard.press(key);
    if (!(await call(isStirred))) return null;
    await countLeft();
    return call(changed, WORDLESS);
  };
  await rest();
  for (let at = 0; at < likely.length; at += TOGETHER) {
    const some = likely.slice(at, at + TOGETHER);
    left = 0;
    await tryEach(some, pressLightly);
    await countLeft();
    // Leaving, or what a style sheet shows, writes nothing: one of them did it.
    if (left === 0 && (await call(changed, WORDLESS)) === null) continue;
    await rest();
    await tryEach(some, press);
  }
  return { keys, hasControl: await call(canTurnOff) };
};

/** Keys worth pressing: those that the listeners of the whole page speak of, or all. Runs inside the page. */
function likelyKeys(): string[] {
  const types = ['keydown', 'keypress', 'keyup'];
  const wide = qa.heard.filter(({ element }) => element.matches('html,body,main,body > div'));
  const sources = [qa.page, ...wide.map((one) => one.sources)].flatMap((own) =>
    types.map((type) => own[type] ?? ''),
  );
  const text = sources.join('\n');
  if (text.trim() === '') return [];
  const named = new Set<string>();
  for (const [, key = ''] of text.matchAll(/["'`]([^\s"'`])["'`]/g)) named.add(key);
  for (const [, key = ''] of text.matchAll(/["']Key([A-Z])["']/g)) named.add(key.toLowerCase());
  for (const [, key = ''] of text.matchAll(/["']Digit(\d)["']/g)) named.add(key);
  for (const [, code] of text.matchAll(/[=:(]\s*(\d{2})\b/g)) {
    const key = String.fromCharCode(Number(code)).toLowerCase();
    if (/^[a-z\d]$/.test(key)) named.add(key);
  }
  const all = [
    ...Array.from({ length: 26 }, (_, at) => String.fromCharCode(97 + at)),
    ...Array.from({ length: 10 }, (_, at) => String(at)),
    '?',
    '/',
    '+',
    '-',
    '.',
    ',',
    '!',
    '*',
    '#',
  ];
  const safe = [...named].filter((key) => /^[!-~]$/.test(key)).slice(0, 20);
  return [...new Set([...safe, ...(safe.length > 0 && text.length > 600 ? [] : all)])];
}

/** Elements that show something without a word. */
const WORDLESS = 'li,tr,hr,img,svg,canvas,video,input,button';

declare global {
  /* Our own world of the page only. */
  /** Those that were seen when last looked at. */
  var qaWordless: number;
  /** Whether the page changed while it was told of the last key. */
  var qaAtOnce: boolean | undefined;
  /** Whether anything of it was written, or took the focus, since it was last looked at. */
  var qaStirred: boolean;
}

/** Runs inside the page. */
function begin(wordless: string): void {
  (document.activeElement as HTMLElement | null)?.blur();
  qa.mark();
  if (globalThis.qaAtOnce === undefined) {
    let isTelling = false;
    const stir = (): void => {
      globalThis.qaStirred = true;
    };
    for (const type of ['focusin', 'beforetoggle']) addEventListener(type, stir, true);
    const observer = new MutationObserver(() => {
      stir();
      if (isTelling) globalThis.qaAtOnce = true;
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const end = (): void => {
      isTelling = false;
    };
    for (const type of ['keydown', 'keypress', 'keyup']) {
      addEventListener(
        type,
        () => {
          if (type === 'keydown') globalThis.qaAtOnce = false;
          isTelling = true;
          // Where the page keeps it from coming back here.
          setTimeout(end, 0);
        },
        { capture: true },
      );
      // Once what was written meanwhile is told; a timer of the page may come before the next one of ours.
      addEventListener(type, () => {
        queueMicrotask(end);
      });
    }
  }
  globalThis.qaAtOnce = globalThis.qaStirred = false;
  globalThis.qaWordless = [...document.querySelectorAll(wordless)].filter((element) =>
    qa.isSeen(element),
  ).length;
}

/** Runs inside the page. */
function isStirred(): boolean {
  return globalThis.qaStirred;
}

/** Runs inside the page. */
function cameAtOnce(): boolean {
  return globalThis.qaAtOnce === true;
}

/** What the last key changed: what shows no word may also come or go by itself. Runs inside the page. */
function changed(wordless: string): 'surely' | 'maybe' | null {
  globalThis.qaStirred = false;
  const { shown, gone, isFocus, isMarkup } = qa.changes();
  const before = globalThis.qaWordless;
  if (isMarkup)
    globalThis.qaWordless = [...document.querySelectorAll(wordless)].filter((element) =>
      qa.isSeen(element),
    ).length;
  const isSure = shown.length > 0 || gone.length > 0 || isFocus;
  if (isSure) (document.activeElement as HTMLElement | null)?.blur();
  if (isSure || isMarkup) qa.mark();
  // What only goes may go by itself, as a message that lasts a moment does.
  if (isSure && shown.length === 0 && !isFocus) return 'maybe';
  if (isSure) return 'surely';
  return globalThis.qaWordless === before ? null : 'maybe';
}

/** Runs inside the page. */
function canTurnOff(): boolean {
  const KEYS = /raccourci|shortcut|hotkey|keyboard|clavier/i;
  // What these turn on or off is told, and is no key.
  const ELSE =
    /th[eè]me|couleur|colou?r|dark|light|sombre|clair|navigation|\bnav\b|menu|sidebar|sommaire|table des mati|contents|recherche|search|langue|language/i;
  return qa.hasControl(
    /raccourci|shortcut|hotkey|keyboard|clavier|d[ée]sactiv|disable|turn (?:on|off)|toggle|enable|activer|remap|param[èe]tre|settings|configur|preference|pr[ée]f[ée]rence/i,
    (control) => {
      const words = qa.wordsOf(control);
      return KEYS.test(words) || !ELSE.test(words);
    },
  );
}
