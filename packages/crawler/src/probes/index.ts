import { badges, type BadgeSeen } from './badges.ts';
import { colourKeys, type ColourKey } from './colour-keys.ts';
import { colours, type ColourFacts } from './colours.ts';
import { cssContent, type CssContent } from './css-content.ts';
import { fakeHeadings, type FakeHeading } from './fake-headings.ts';
import { frames, type FrameSeen } from './frames.ts';
import { hiddenText, type HiddenText } from './hidden-text.ts';
import { labelPlaces, type LabelPlace } from './label-places.ts';
import type { SeenPlace } from './kit.ts';
import { lonePictures, type LonePicture } from './lone-pictures.ts';
import { lostWords, type LostWords } from './lost-words.ts';
import { pale, type PaleFacts } from './pale.ts';
import { shownOrder, type ShownOrder } from './shown-order.ts';
import { unseenFocus } from './unseen-focus.ts';
import { untoldFormat } from './untold-format.ts';
import { untoldRequired, type UntoldRequired } from './untold-required.ts';

/** What the probes saw; one that broke down on a page is absent. */
export interface ProbeFacts {
  readonly badges?: readonly BadgeSeen[];
  readonly colourKeys?: readonly ColourKey[];
  readonly colours?: ColourFacts;
  readonly cssContent?: readonly CssContent[];
  readonly fakeHeadings?: readonly FakeHeading[];
  readonly frames?: readonly FrameSeen[];
  readonly hiddenText?: readonly HiddenText[];
  readonly labelPlaces?: readonly LabelPlace[];
  readonly lonePictures?: readonly LonePicture[];
  readonly lostWords?: readonly LostWords[];
  readonly pale?: PaleFacts;
  readonly shownOrder?: readonly ShownOrder[];
  readonly unseenFocus?: readonly SeenPlace[];
  readonly untoldFormat?: readonly SeenPlace[];
  readonly untoldRequired?: readonly UntoldRequired[];
}

type Probe<Facts> = () => Facts | Promise<Facts>;

/**
 * Looks at the page as it stands, one by topic: each runs inside the page,
 * where it stands alone with the kit, and gives plain data. By name.
 */
export const probes: { readonly [Name in keyof ProbeFacts]-?: Probe<NonNullable<ProbeFacts[Name]>> } = {
  badges,
  colourKeys,
  colours,
  cssContent,
  fakeHeadings,
  frames,
  hiddenText,
  labelPlaces,
  lonePictures,
  lostWords,
  pale,
  shownOrder,
  unseenFocus,
  untoldFormat,
  untoldRequired,
};
