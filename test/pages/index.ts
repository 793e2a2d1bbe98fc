import type { Case } from './case.ts';
import { doctype } from './doctype.ts';
import { languageChange, pageLanguage } from './language.ts';
import { reflow320 } from './reflow-320.ts';

/** Every case, check by check. */
export const cases: readonly Case[] = [...doctype, ...languageChange, ...pageLanguage, ...reflow320];
