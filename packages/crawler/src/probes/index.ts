import { colours, type ColourFacts } from './colours.ts';
import { cssContent, type CssContent } from './css-content.ts';
import { fakeHeadings, type FakeHeading } from './fake-headings.ts';
import { focusables, type Focusable } from './focusables.ts';
import { frames, type FrameSeen } from './frames.ts';
import { hiddenText, type HiddenText } from './hidden-text.ts';
import { labelPlaces, type LabelPlace } from './label-places.ts';
import { shownOrder, type ShownOrder } from './shown-order.ts';

/** What the probes saw; one that broke down on a page is absent. */
export interface ProbeFacts {
  readonly colours?: ColourFacts;
  readonly cssContent?: readonly CssContent[];
  readonly fakeHeadings?: readonly FakeHeading[];
  readonly focusables?: readonly Focusable[];
  readonly frames?: readonly FrameSeen[];
  readonly hiddenText?: readonly HiddenText[];
  readonly labelPlaces?: readonly LabelPlace[];
  readonly shownOrder?: readonly ShownOrder[];
}

type Probe<Facts> = () => Facts | Promise<Facts>;

/**
 * Looks at the page as it stands, one by topic: each runs inside the page,
 * where it stands alone with the kit, and gives plain data. By name.
 */
export const probes: { readonly [Name in keyof ProbeFacts]-?: Probe<NonNullable<ProbeFacts[Name]>> } = {
  colours,
  cssContent,
  fakeHeadings,
  focusables,
  frames,
  hiddenText,
  labelPlaces,
  shownOrder,
};
