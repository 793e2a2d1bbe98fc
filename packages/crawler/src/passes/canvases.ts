import { RECORDED } from '../render-recorder.ts';
import type { SeenPlace } from '../probes/kit.ts';
import type { Pass } from './pass.ts';

/** A drawing without an alternative on which a script writes words that stand nowhere else. */
export interface WrittenCanvas extends SeenPlace {
  /** These words, cut. */
  readonly text: string;
}

/** Looks for words that only who sees can read. */
export const canvases: Pass<readonly WrittenCanvas[]> = async ({ call, evaluateAmong }) => {
  const written = (await evaluateAmong<string[] | undefined>(`${RECORDED}?.written()`)) ?? [];
  if (!written.some((words) => words !== '')) return undefined;
  const found = await call(silent, written);
  return found.length > 0 ? found : undefined;
};

/** `written`: the words that scripts wrote on each canvas of the page, in their order. Runs inside the page. */
function silent(written: readonly string[]): WrittenCanvas[] {
  const said = document.body.innerText.normalize('NFC').toLowerCase();
  // A map and a test of who is no machine have rules of their own.
  const APART =
    '[class*=map i],[class*=carte i],[class*=leaflet i],[id*=map i],[class*=captcha i],[id*=captcha i]';
  const TOLD = 'a,button,label,summary,figure,[role=img]';
  return [...document.querySelectorAll('canvas')].slice(0, 20).flatMap((canvas, at) => {
    const text = (written[at] ?? '').replace(/\s+/g, ' ').trim();
    const words = text.match(/\p{L}{3,}/gu) ?? [];
    const { width, height } = canvas.getBoundingClientRect();
    if (words.length < 2 || width * height < 1_200 || !qa.isSeen(canvas)) return [];
    // What is written in the page too is told there.
    if (words.some((word) => said.includes(word.toLowerCase()))) return [];
    if (canvas.closest(APART) || canvas.parentElement?.closest(TOLD) || canvas.title.trim() !== '') return [];
    if (/\S/.test(canvas.textContent) || (qp.isExposed(canvas) && qp.nameOf(canvas) !== '')) return [];
    return [{ ...qp.placeOf(canvas), text: text.slice(0, 100) }];
  });
}
