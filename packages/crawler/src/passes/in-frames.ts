import type { SeenPlace } from '../probes/kit.ts';
import type { Framed, Pass, Shown } from './pass.ts';

/** What a pass saw in one frame. */
export interface SeenInside<Facts> {
  readonly facts: Facts;
  /** An element of what the frame holds, told with the frame. */
  readonly told: <Place extends SeenPlace>(place: Place) => Place;
}

/** Tries on what the frames of a page hold what was tried on the page; a frame that leaves meanwhile costs itself only. */
export async function inFrames<Facts>(
  { frames }: Pick<Shown, 'frames'>,
  pass: Pass<Facts>,
): Promise<SeenInside<Facts>[]> {
  const seen: SeenInside<Facts>[] = [];
  for (const frame of await frames()) {
    const facts = await frame.whileThere(async () => {
      await frame.shown.refresh();
      return pass(frame.shown);
    });
    if (facts !== undefined) seen.push({ facts, told: (place) => toldWith(frame, place) });
  }
  return seen;
}

function toldWith<Place extends SeenPlace>({ at, name }: Framed, place: Place): Place {
  const frame = name === '' ? 'dans un cadre sans titre' : `dans le cadre «\u00a0${name}\u00a0»`;
  return {
    ...place,
    selector: `${at.selector} >>> ${place.selector}`,
    // Landmarks of the page around: those of a frame are its own.
    zone: at.zone,
    component: `${at.component} ${place.component}`.slice(0, 300),
    html: `${place.html} (${frame})`,
  };
}
