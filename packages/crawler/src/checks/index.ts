import type { Check } from '../check.ts';
import { axe } from './axe.ts';
import { comarquageMention } from './comarquage-mention.ts';
import { deadLink } from './dead-link.ts';
import { doctype } from './doctype.ts';
import { documentLinks } from './document-links.ts';
import { languageChange } from './language-change.ts';
import { legalNotice } from './legal-notice.ts';
import { mainHeading } from './main-heading.ts';
import { pageLanguage } from './page-language.ts';
import { pageTitle } from './page-title.ts';
import { reflow320 } from './reflow-320.ts';
import { skipLinks } from './skip-links.ts';
import { statementMention } from './statement-mention.ts';
import { updateDate } from './update-date.ts';

/** Every check, by id. */
export const checks: readonly Check[] = [
  axe,
  comarquageMention,
  deadLink,
  doctype,
  documentLinks,
  languageChange,
  legalNotice,
  mainHeading,
  pageLanguage,
  pageTitle,
  reflow320,
  skipLinks,
  statementMention,
  updateDate,
];
