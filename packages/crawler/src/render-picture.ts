import { Late, within } from './deadline.ts';
import type { Picture, Wish } from './evidence.ts';
import { Crashed, Left, type Tab } from './render-tab.ts';

/** Pictures taken of one page. */
const MOST = 6;
/** Time for one, in milliseconds. */
const PATIENCE = 3_000;
/** Bytes: beyond, it is taken again with less detail, then given up. */
const MAX_BYTES = 30_000;
const QUALITIES = [60, 25];

/** How much is shown around the element, and at most in all, in CSS pixels. */
const FRAME = { margin: 48, width: 640, height: 400 };

interface Readied {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Takes a picture of each element wished for, outlined. One that is not seen,
 * or that a page makes too heavy, has none.
 *
 * @param wishes those after the first few are left
 */
export async function takePictures(tab: Tab, url: string, wishes: readonly Wish[]): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const { key, selector } of wishes) {
    if (pictures.length >= MOST) break;
    try {
      const taken = await within(takePicture(tab, selector), PATIENCE);
      if (taken) pictures.push({ key, url, ...taken });
    } catch (error) {
      // A page that left, or that does not answer any more, is as judged as it was.
      if (error instanceof Crashed) throw error;
      if (error instanceof Left || error instanceof Late) break;
    }
  }
  return pictures;
}

async function takePicture(
  tab: Tab,
  selector: string,
): Promise<Pick<Picture, 'width' | 'height' | 'bytes'> | null> {
  const clip = await tab.evaluate<Readied | null>(
    `(${outline.toString()})(${JSON.stringify(selector)}, ${JSON.stringify(FRAME)})`,
  );
  if (!clip) return null;
  try {
    for (const quality of QUALITIES) {
      const { data } = await tab.session.send('Page.captureScreenshot', {
        format: 'webp',
        quality,
        clip: { ...clip, scale: 1 },
      });
      const bytes = Buffer.from(data, 'base64');
      if (bytes.byteLength <= MAX_BYTES) return { width: clip.width, height: clip.height, bytes };
    }
    return null;
  } finally {
    await tab.evaluate(`(${wipeOutline.toString()})()`);
  }
}

/** Draws a frame over an element, and says what to show around it. Runs inside the page. */
function outline(selector: string, frame: typeof FRAME): Readied | null {
  const element = document.querySelector(selector);
  if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return null;
  // A fault of the whole page has no place to show.
  if (element === document.documentElement || element === document.body) return null;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  if (box.width < 2 || box.height < 2) return null;
  // Off the screen, and not to be scrolled to.
  if (box.right <= 0 || box.bottom <= 0 || box.left >= innerWidth || box.top >= innerHeight) return null;
  const left = Math.max(0, box.left - frame.margin);
  const top = Math.max(0, box.top - frame.margin);
  const width = Math.min(frame.width, innerWidth - left, box.right + frame.margin - left);
  const height = Math.min(frame.height, innerHeight - top, box.bottom + frame.margin - top);
  if (width < 8 || height < 8) return null;
  const mark = document.createElement('qp-outline');
  mark.style.cssText = `all:initial;position:fixed;z-index:2147483647;pointer-events:none;box-sizing:border-box;left:${String(box.left - 4)}px;top:${String(box.top - 4)}px;width:${String(box.width + 8)}px;height:${String(box.height + 8)}px;border:3px solid #e1000f;outline:2px solid #fff;border-radius:3px;`;
  document.documentElement.append(mark);
  return {
    x: Math.round(left + scrollX),
    y: Math.round(top + scrollY),
    width: Math.round(width),
    height: Math.round(height),
  };
}

/** Runs inside the page. */
function wipeOutline(): void {
  for (const mark of document.querySelectorAll('qp-outline')) mark.remove();
}
