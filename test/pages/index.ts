import { apart } from './apart.ts';
import type { Case } from './case.ts';
import { doctype } from './doctype.ts';
import { forms } from './forms.ts';
import { languageChange, pageLanguage } from './language.ts';
import { reflow320 } from './reflow-320.ts';
import { styles } from './styles.ts';
import { tables } from './tables.ts';

/** Every case, check by check. */
export const cases: readonly Case[] = [
  ...apart,
  ...doctype,
  ...forms,
  ...languageChange,
  ...pageLanguage,
  ...reflow320,
  ...styles,
  ...tables,
];
