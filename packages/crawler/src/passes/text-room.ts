import type { Pass } from './pass.ts';
import {
  enlarged,
  hangsOnHeight,
  measureText,
  rotated,
  shortened,
  spaced,
  type TextFault,
} from './text-room-measure.ts';

/** The page with its text spaced out, then seen at 200 %. */
export interface TextRoomFacts {
  /** With the four spacings of RGAA 10.12. */
  readonly spacing: readonly TextFault[];
  /** On a screen half as wide, as a zoom of 200 % makes it. */
  readonly zoom: readonly TextFault[];
  /** Contents that turn, or go, with the way the screen is held. */
  readonly orientation: readonly TextFault[];
}

/** 1,280 pixels at 200 %, held upright. */
const HALF = { width: 640, height: 1_024 };
/** The same, held sideways: only what hangs on the height of the window differs. */
const SIDEWAYS = { width: 640, height: 512 };

/** Gives the text more room than it was planned, and says what is cut or covered; then leaves the page as it was. */
export const textRoom: Pass<TextRoomFacts> = async ({ page, call }) => {
  if (!(await call(measureText))) return undefined;
  const spacing = await call(spaced);
  const before = page.viewportSize() ?? { width: 1_280, height: 800 };
  await page.setViewportSize(HALF);
  try {
    await call(() => qa.settled());
    const zoom = await call(enlarged);
    const orientation = await call(rotated);
    if (zoom.length > 0 || !(await call(hangsOnHeight, HALF.height / before.height)))
      return { spacing, zoom, orientation };
    await page.setViewportSize(SIDEWAYS);
    await call(() => qa.settled());
    return { spacing, zoom: await call(shortened), orientation };
  } finally {
    await page.setViewportSize(before);
  }
};
