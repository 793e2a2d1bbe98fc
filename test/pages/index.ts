import type { Case } from './case.ts';
import { altQuality } from './alt-quality.ts';
import { doctype } from './doctype.ts';
import { htmlValidity } from './html-validity.ts';
import { reflow320 } from './reflow-320.ts';

/** Every case, check by check. */
export const cases: readonly Case[] = [...altQuality, ...doctype, ...htmlValidity, ...reflow320];
