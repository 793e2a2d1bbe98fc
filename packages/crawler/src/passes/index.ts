import { contrast, type ContrastFacts } from './contrast.ts';
import { narrow, type NarrowFacts } from './narrow.ts';
import type { Pass } from './pass.ts';
import { textLinks, type TextLink } from './text-links.ts';

/** What the passes saw; one that broke down on a page is absent. */
export interface PassFacts {
  readonly contrast?: ContrastFacts;
  readonly narrow?: NarrowFacts;
  readonly textLinks?: readonly TextLink[];
}

/**
 * What is tried on a page once it has been looked at, in this order: each
 * leaves the page as it found it, as far as it can. By name.
 */
export const passes: { readonly [Name in keyof PassFacts]-?: Pass<NonNullable<PassFacts[Name]>> } = {
  contrast,
  narrow,
  textLinks,
};
