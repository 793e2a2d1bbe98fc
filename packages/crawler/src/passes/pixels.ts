import type { Shown } from './pass.ts';

/**
 * Whether anything on the screen changes when an element has the focus: the
 * two pictures are compared as they come, the same pixels making the same file.
 */
export async function pixelsChange({ session, call }: Shown, id: number): Promise<boolean> {
  const shoot = async (): Promise<string> =>
    (await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true })).data;
  await call(focus, id);
  const focused = await shoot();
  await call(blur);
  const rest = await shoot();
  if (focused !== rest) return true;
  return !(await call(focus, id));
}

/** Whether the element takes the focus. Runs inside the page. */
async function focus(id: number): Promise<boolean> {
  const element = qa.at(id);
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  element?.focus({ preventScroll: true });
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return document.activeElement === element;
}

/** Runs inside the page. */
async function blur(): Promise<void> {
  (document.activeElement as HTMLElement | null)?.blur();
  await new Promise((resolve) => requestAnimationFrame(resolve));
}
