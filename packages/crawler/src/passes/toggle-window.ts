import type { Pressed, ToggleFacts } from './toggles.ts';

/**
 * The window that a press laid over the page, with a sign to close it, when
 * nothing says that it is one: no role, no element of dialogs, no focus that
 * goes there, no state on its button. Runs inside the page.
 */
export function laidOver(id: number, first: Pressed): { told: ToggleFacts; close: number } | null {
  const element = qa.at(id);
  if (!element?.isConnected || first.states !== '' || first.shown.length === 0) return null;
  if (element.matches('[aria-expanded],[aria-controls],[aria-haspopup],[role=tab],[role=menuitem]'))
    return null;
  const TOLD =
    'dialog,[role=dialog],[role=alertdialog],[role=menu],[role=listbox],[role=tooltip],[role=status],[role=alert],[aria-live],[aria-modal],[popover],nav,[role=navigation]';
  const { activeElement } = document;
  if (activeElement !== element && activeElement !== document.body) return null;
  for (const one of first.shown) {
    let over: Element | null = qa.at(one) ?? null;
    while (over && over !== document.body && getComputedStyle(over).position !== 'fixed')
      over = over.parentElement;
    if (!over || over === document.body || over.contains(element)) continue;
    if (over.closest(TOLD) || over.querySelector(TOLD)) return null;
    const { left, width, height } = over.getBoundingClientRect();
    // In the midst of the screen: a message in a corner or a bar along a side is no window.
    const isMidst = Math.abs(left + width / 2 - innerWidth / 2) < 0.1 * innerWidth && height > 40;
    const isBar = width > 0.95 * innerWidth && height < 0.5 * innerHeight;
    if (!isMidst || isBar) continue;
    const CLOSE = /^\s*(?:[x×✕✖⨯]|fermer|close|annuler|cancel)\s*$|^(?:fermer|close)\b/i;
    const close = [...over.querySelectorAll<HTMLElement>('*')].slice(0, 500).find((sign) => {
      const words = [sign.textContent, sign.getAttribute('aria-label') ?? '', sign.title];
      return qa.isSeen(sign) && words.some((text) => text.length < 60 && CLOSE.test(text.trim()));
    });
    if (!close) continue;
    const panel = (over as HTMLElement).innerText.replace(/\s+/g, ' ').trim().slice(0, 120);
    const isReached = (sign: Element): boolean => {
      const control = sign.closest('a[href],button,input,summary,[tabindex]');
      return control !== null && qa.isSeen(control) && qa.isTabbable(control);
    };
    const isHeard = qa.heard.some(
      ({ element: one, sources }) =>
        over.contains(one) &&
        one.contains(close) &&
        Object.keys(sources).some((type) => /click|down|up$/.test(type)),
    );
    const others = [...over.querySelectorAll('a[href],button,input,summary,[tabindex]')].filter((sign) =>
      CLOSE.test(qa.wordsOf(sign).trim()),
    );
    const isMouseClosed = isHeard && ![close, ...others].some(isReached);
    const told = { ...qp.placeOf(element), panel, fault: 'window' as const };
    return { told: isMouseClosed ? { ...told, isMouseClosed } : told, close: qa.keep(close) };
  }
  return null;
}

/** Runs inside the page. */
export function closeLaid(id: number): void {
  qa.at(id)?.click();
}
