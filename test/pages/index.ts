import type { Case } from './case.ts';
import { altQuality } from './alt-quality.ts';
import { doctype } from './doctype.ts';
import { fakeList } from './fake-list.ts';
import { forms } from './forms.ts';
import { frameTitleQuality } from './frame-title-quality.ts';
import { headingStructure } from './heading-structure.ts';
import { htmlValidity } from './html-validity.ts';
import { languageChange, pageLanguage } from './language.ts';
import { linkTextQuality } from './link-text-quality.ts';
import { pageStructure } from './page-structure.ts';
import { presentationalMarkup } from './presentational-markup.ts';
import { reflow320 } from './reflow-320.ts';
import { styles } from './styles.ts';
import { tables } from './tables.ts';
import { wording } from './wording.ts';

/** Every case, check by check. */
export const cases: readonly Case[] = [
  ...altQuality,
  ...doctype,
  ...fakeList,
  ...forms,
  ...frameTitleQuality,
  ...headingStructure,
  ...htmlValidity,
  ...languageChange,
  ...linkTextQuality,
  ...pageLanguage,
  ...pageStructure,
  ...presentationalMarkup,
  ...reflow320,
  ...styles,
  ...tables,
  ...wording,
];
