import type { Case } from './case.ts';
import { altQuality } from './alt-quality.ts';
import { doctype } from './doctype.ts';
import { fakeList } from './fake-list.ts';
import { frameTitleQuality } from './frame-title-quality.ts';
import { headingStructure } from './heading-structure.ts';
import { htmlValidity } from './html-validity.ts';
import { linkTextQuality } from './link-text-quality.ts';
import { pageStructure } from './page-structure.ts';
import { presentationalMarkup } from './presentational-markup.ts';
import { reflow320 } from './reflow-320.ts';
import { wording } from './wording.ts';

/** Every case, check by check. */
export const cases: readonly Case[] = [
  ...altQuality,
  ...doctype,
  ...fakeList,
  ...frameTitleQuality,
  ...headingStructure,
  ...htmlValidity,
  ...linkTextQuality,
  ...pageStructure,
  ...presentationalMarkup,
  ...reflow320,
  ...wording,
];
