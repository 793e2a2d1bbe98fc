import { framesAsked, knownTimers, pageWaits } from './page-waits.ts';
import type { Shown } from './pass.ts';

/** For a mark that a script makes, and that grows or fades, to be drawn or gone, in milliseconds. */
const GROWN = 400;
const GONE = 600;

/**
 * Whether anything on the screen changes when an element has the focus: the
 * two pictures are compared as they come, the same pixels making the same file,
 * and pixel by pixel when they differ.
 */
export async function pixelsChange(shown: Shown, id: number): Promise<boolean> {
  const { session, call } = shown;
  const shoot = async (): Promise<string> =>
    (await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true })).data;
  await call(focus, id);
  const focused = await shoot();
  await call(blur);
  const rest = await shoot();
  if (focused !== rest && (await call(differ, { id, pictures: [focused, rest] }))) return true;
  const [timers, frames] = [await knownTimers(shown), await framesAsked(shown)];
  if (!(await call(focus, id))) return true;
  // A mark comes late where the focus has set something going, and nowhere else.
  const isDue =
    (await call(isAnimated, id)) ||
    (await pageWaits(shown, timers)).once > 0 ||
    (await framesAsked(shown)) !== frames;
  if (!isDue) return false;
  // The element alone: what moves elsewhere meanwhile is not its mark.
  const near = async (): Promise<string> => {
    const clip = await call(area, id);
    return (
      await session.send('Page.captureScreenshot', {
        format: 'png',
        optimizeForSpeed: true,
        clip: { ...clip, scale: 1 },
      })
    ).data;
  };
  await new Promise((resolve) => setTimeout(resolve, GROWN));
  const grown = await near();
  await call(blur);
  await new Promise((resolve) => setTimeout(resolve, GONE));
  const gone = await near();
  const isMarked = grown !== gone && (await call(differ, { id, pictures: [grown, gone] }));
  return isMarked || !(await call(focus, id));
}

/** Runs inside the page. */
function isAnimated(id: number): boolean {
  return (qa.at(id)?.getAnimations({ subtree: true }) ?? []).some(({ playState }) => playState === 'running');
}

/** Where the element stands on the page, with room for a ring around it. Runs inside the page. */
function area(id: number): { x: number; y: number; width: number; height: number } {
  const ROOM = 6;
  const { left = 0, top = 0, width = 0, height = 0 } = qa.at(id)?.getBoundingClientRect() ?? {};
  return {
    x: Math.max(0, left + scrollX - ROOM),
    y: Math.max(0, top + scrollY - ROOM),
    width: width + 2 * ROOM,
    height: height + 2 * ROOM,
  };
}

/** Whether the element takes the focus. Runs inside the page. */
async function focus(id: number): Promise<boolean> {
  const element = qa.at(id);
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  element?.focus({ preventScroll: true });
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const root = element?.getRootNode();
  return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === element;
}

/** Runs inside the page. */
async function blur(): Promise<void> {
  let active = document.activeElement as HTMLElement | null;
  // In a shadow tree, it is its host that the document knows.
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement as HTMLElement;
  active?.blur();
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

/**
 * Whether two pictures differ by more than an outline of the colour of what is
 * behind it does, which may still bite into a letter. Runs inside the page.
 */
async function differ({
  id,
  pictures,
}: {
  readonly id: number;
  readonly pictures: readonly string[];
}): Promise<boolean> {
  const [one, other] = await Promise.all(
    pictures.map(async (picture) => {
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const { width, height } = bitmap;
      const context = new OffscreenCanvas(width, height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return new Uint32Array(context?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer());
    }),
  );
  if (!one || one.length !== other?.length) return true;
  let count = 0;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) count += 1;
  const { width = 0, height = 0 } = qa.at(id)?.getBoundingClientRect() ?? {};
  return count > Math.min(20, Math.max(4, (width + height) / 10));
}
