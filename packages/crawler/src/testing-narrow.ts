import type { PageFacts } from './facts.ts';
import type { TextRoomFacts } from './passes/narrow.ts';
import { tried } from './testing.ts';

/** A page seen on narrow screens, on which nothing is wrong but with the texts given. */
export function narrowed(text: Partial<TextRoomFacts> = {}): PageFacts {
  const texts = { spacing: [], zoom: [], orientation: [], ...text };
  return tried({ narrow: { overflow: 0, beyond: [], text: texts } });
}
