// In the page round a frame: gives each `<iframe data-qualepref>` the height that its own page asks for.
import type { HeightMessage } from './hosted-page.ts';

/** A frame that asks for more than this, in pixels, is not believed. */
const HIGHEST = 20_000;

addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
  if (!isHeight(data)) return;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-qualepref]'))
    if (frame.contentWindow === source && new URL(frame.src).origin === origin)
      // The attribute: a strict policy lets no script write a `style`.
      frame.height = String(data.height);
});

function isHeight(data: unknown): data is HeightMessage {
  const { type, height } = (data ?? {}) as Partial<HeightMessage>;
  return type === 'qualepref-height' && typeof height === 'number' && height > 0 && height <= HIGHEST;
}
