import type { Check } from '../check.ts';
import { altQuality } from './alt-quality.ts';
import { axe } from './axe.ts';
import { captchaInventory } from './captcha-inventory.ts';
import { comarquageMention } from './comarquage-mention.ts';
import { complexImageInventory } from './complex-image-inventory.ts';
import { deadLink } from './dead-link.ts';
import { decorativeImageConflict } from './decorative-image-conflict.ts';
import { doctype } from './doctype.ts';
import { documentLinks } from './document-links.ts';
import { htmlValidity } from './html-validity.ts';
import { imageAltInventory } from './image-alt-inventory.ts';
import { legalNotice } from './legal-notice.ts';
import { mainHeading } from './main-heading.ts';
import { pageLanguage } from './page-language.ts';
import { pageTitle } from './page-title.ts';
import { reflow320 } from './reflow-320.ts';
import { skipLinks } from './skip-links.ts';
import { statementMention } from './statement-mention.ts';
import { textImageInventory } from './text-image-inventory.ts';
import { updateDate } from './update-date.ts';

/** Every check, by id. */
export const checks: readonly Check[] = [
  altQuality,
  axe,
  captchaInventory,
  comarquageMention,
  complexImageInventory,
  deadLink,
  decorativeImageConflict,
  doctype,
  documentLinks,
  htmlValidity,
  imageAltInventory,
  legalNotice,
  mainHeading,
  pageLanguage,
  pageTitle,
  reflow320,
  skipLinks,
  statementMention,
  textImageInventory,
  updateDate,
];
