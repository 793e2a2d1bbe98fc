import type { Check } from '../check.ts';
import { altQuality } from './alt-quality.ts';
import { axe } from './axe.ts';
import { buttonLabel } from './button-label.ts';
import { captchaInventory } from './captcha-inventory.ts';
import { comarquageMention } from './comarquage-mention.ts';
import { complexImageInventory } from './complex-image-inventory.ts';
import { crypticContent } from './cryptic-content.ts';
import { deadLink } from './dead-link.ts';
import { decorativeImageConflict } from './decorative-image-conflict.ts';
import { doctype } from './doctype.ts';
import { documentLinks } from './document-links.ts';
import { fakeList } from './fake-list.ts';
import { figureCaption } from './figure-caption.ts';
import { frameTitleQuality } from './frame-title-quality.ts';
import { headingStructure } from './heading-structure.ts';
import { htmlValidity } from './html-validity.ts';
import { imageAltInventory } from './image-alt-inventory.ts';
import { legalNotice } from './legal-notice.ts';
import { linkTextQuality } from './link-text-quality.ts';
import { mainHeading } from './main-heading.ts';
import { pageLanguage } from './page-language.ts';
import { pageStructure } from './page-structure.ts';
import { pageTitle } from './page-title.ts';
import { presentationalAttributes } from './presentational-attributes.ts';
import { presentationalMarkup } from './presentational-markup.ts';
import { quoteMarkup } from './quote-markup.ts';
import { reflow320 } from './reflow-320.ts';
import { sensoryWords } from './sensory-words.ts';
import { skipLinks } from './skip-links.ts';
import { statementMention } from './statement-mention.ts';
import { textDirection } from './text-direction.ts';
import { textImageInventory } from './text-image-inventory.ts';
import { updateDate } from './update-date.ts';

/** Every check, by id. */
export const checks: readonly Check[] = [
  altQuality,
  axe,
  buttonLabel,
  captchaInventory,
  comarquageMention,
  complexImageInventory,
  crypticContent,
  deadLink,
  decorativeImageConflict,
  doctype,
  documentLinks,
  fakeList,
  figureCaption,
  frameTitleQuality,
  headingStructure,
  htmlValidity,
  imageAltInventory,
  legalNotice,
  linkTextQuality,
  mainHeading,
  pageLanguage,
  pageStructure,
  pageTitle,
  presentationalAttributes,
  presentationalMarkup,
  quoteMarkup,
  reflow320,
  sensoryWords,
  skipLinks,
  statementMention,
  textDirection,
  textImageInventory,
  updateDate,
];
