import type { Pass } from './pass.ts';

/** What single keys do while nothing has the focus. */
export interface ShortcutsFacts {
  /** Keys that changed the page. */
  readonly keys: readonly string[];
  /** Whether a control of the page looks like one that turns shortcuts off or gives them other keys. */
  readonly hasControl: boolean;
}

/** Presses the letters, figures and signs where the page listens to keys. */
export const shortcuts: Pass<ShortcutsFacts> = async ({ page, call, departures }) => {
  const press = async (key: string): Promise<'surely' | 'maybe' | null> => {
    await page.keyboard.press(key);
    const isGone = (await departures()).length > 0;
    const found = await call(changed, WORDLESS);
    return isGone ? 'surely' : found;
  };
  const likely = await call(likelyKeys);
  if (likely.length === 0) return undefined;
  await departures();
  const keys: string[] = [];
  await call(begin, WORDLESS);
  for (const key of likely) {
    const first = await press(key);
    if (first === 'surely' || (first === 'maybe' && (await press(key)) !== null)) keys.push(key);
    if (keys.length >= 3) break;
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
  /** Those that were seen when last looked at. Our own world of the page only. */
  var qaWordless: number;
}

/** Runs inside the page. */
function begin(wordless: string): void {
  (document.activeElement as HTMLElement | null)?.blur();
  qa.mark();
  globalThis.qaWordless = [...document.querySelectorAll(wordless)].filter((element) =>
    qa.isSeen(element),
  ).length;
}

/** What the last key changed: what shows no word may also come or go by itself. Runs inside the page. */
function changed(wordless: string): 'surely' | 'maybe' | null {
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
  return qa.hasControl(
    /raccourci|shortcut|hotkey|keyboard|clavier|d[ée]sactiv|disable|turn (?:on|off)|toggle|enable|activer|remap|param[èe]tre|settings|configur|preference|pr[ée]f[ée]rence/i,
  );
}
