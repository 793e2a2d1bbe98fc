import { RECORDED } from '../render-recorder.ts';
import type { Pass } from './pass.ts';

/** Windows that the page opened, or tried to open, before anything was tried. */
export interface WindowsFacts {
  readonly opened: number;
}

/** Counts them: first of all, while nobody has touched anything. */
export const windows: Pass<WindowsFacts> = async ({ evaluateAmong }) => {
  const opened = Number(await evaluateAmong<unknown>(`${RECORDED}?.opened()`));
  return opened > 0 ? { opened } : undefined;
};
