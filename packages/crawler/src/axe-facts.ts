import type { PlaceFacts } from './facts.ts';

/** What is known of an element that axe-core names, and that its rules do not look at. */
export type NodeMark =
  /** Within a button that has a name of its own, which is all that is told of it. */
  | 'in-named'
  /** In a link that has words besides, or a small sign beside a few words. */
  | 'by-words'
  /** A picture as small as the words that it stands beside, or a bar that draws their figure. */
  | 'adorning'
  /** In a trail of links to the pages above, or the whole of an item of a list. */
  | 'in-trail'
  /** Its colour, or that it is seen, was changing as it was read. */
  | 'fading'
  /** Within what its role must stand in, with something between. */
  | 'held'
  /** It holds what its role asks for, be it among other things. */
  | 'holds-items'
  /** Its own text is only what sets apart the elements that it holds: bars, dots. */
  | 'between'
  /** Written in the place of a link that leads nowhere for now, among links: « page précédente » on the first page. */
  | 'inactive'
  /** Under a box that is cut or masked: its colour may not be what is behind. */
  | 'masked'
  /** Named after the button that opens it. */
  | 'opened-by-name'
  /** An item without another beside it, or a list where what stands between its items is empty. */
  | 'hardly-list';

/** Its selector is empty when axe lost the element, as on very large pages. */
export interface AxeNode extends Omit<PlaceFacts, 'line'> {
  /** Absent when there is none. */
  readonly marks?: readonly NodeMark[];
  /** Source of the element, cut. */
  readonly html: string;
  /** What axe says of it, French. */
  readonly summary: string;
  /** Same for the same component on other pages: its tag and classes, after those of the nearest element that has a class. */
  readonly component: string;
}

export interface AxeResult {
  readonly rule: string;
  readonly outcome: 'violation' | 'incomplete';
  readonly impact: 'minor' | 'moderate' | 'serious' | 'critical';
  readonly tags: readonly string[];
  /** French name of the rule. */
  readonly help: string;
  readonly nodes: readonly AxeNode[];
}
