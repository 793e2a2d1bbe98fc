import type { Check } from '../check.ts';
import { altQuality } from './alt-quality.ts';
import { ariaReferences } from './aria-references.ts';
import { autocompleteMissing } from './autocomplete-missing.ts';
import { autoplayAudio } from './autoplay-audio.ts';
import { axe } from './axe.ts';
import { buttonLabel } from './button-label.ts';
import { buttonQuality } from './button-quality.ts';
import { captchaInventory } from './captcha-inventory.ts';
import { colorOnlyInventory } from './color-only-inventory.ts';
import { colorPair } from './color-pair.ts';
import { comarquageMention } from './comarquage-mention.ts';
import { complexImageInventory } from './complex-image-inventory.ts';
import { complexTableSummary } from './complex-table-summary.ts';
import { contextChange } from './context-change.ts';
import { contrastStates } from './contrast-states.ts';
import { crypticContent } from './cryptic-content.ts';
import { cssContent } from './css-content.ts';
import { cssOffOrder } from './css-off-order.ts';
import { deadLink } from './dead-link.ts';
import { decorativeImageConflict } from './decorative-image-conflict.ts';
import { deviceMotion } from './device-motion.ts';
import { disclosureState } from './disclosure-state.ts';
import { doctype } from './doctype.ts';
import { documentAccessibility } from './document-accessibility.ts';
import { documentAlternatives } from './document-alternatives.ts';
import { documentLinks } from './document-links.ts';
import { fakeList } from './fake-list.ts';
import { fieldGrouping } from './field-grouping.ts';
import { figureCaption } from './figure-caption.ts';
import { focusVisible } from './focus-visible.ts';
import { formErrors } from './form-errors.ts';
import { formInventory } from './form-inventory.ts';
import { frameTitleQuality } from './frame-title-quality.ts';
import { gestureInventory } from './gesture-inventory.ts';
import { headingStructure } from './heading-structure.ts';
import { hiddenFocusable } from './hidden-focusable.ts';
import { hoverContent } from './hover-content.ts';
import { htmlValidity } from './html-validity.ts';
import { imageAltInventory } from './image-alt-inventory.ts';
import { keyboardReach } from './keyboard-reach.ts';
import { keyboardTrap } from './keyboard-trap.ts';
import { labelConsistency } from './label-consistency.ts';
import { labelProximity } from './label-proximity.ts';
import { labelQuality } from './label-quality.ts';
import { languageChange } from './language-change.ts';
import { layoutTable } from './layout-table.ts';
import { legalNotice } from './legal-notice.ts';
import { linkInTextVisible } from './link-in-text-visible.ts';
import { linkTextQuality } from './link-text-quality.ts';
import { mainHeading } from './main-heading.ts';
import { mediaInventory } from './media-inventory.ts';
import { mediaKeyboard } from './media-keyboard.ts';
import { movingContent } from './moving-content.ts';
import { navigationConsistency } from './navigation-consistency.ts';
import { nontextContrast } from './nontext-contrast.ts';
import { optgroup } from './optgroup.ts';
import { orientation } from './orientation.ts';
import { pageLanguage } from './page-language.ts';
import { pageStructure } from './page-structure.ts';
import { pageTitle } from './page-title.ts';
import { pointerDown } from './pointer-down.ts';
import { popupOnLoad } from './popup-on-load.ts';
import { presentationalAttributes } from './presentational-attributes.ts';
import { presentationalMarkup } from './presentational-markup.ts';
import { quoteMarkup } from './quote-markup.ts';
import { reflow320 } from './reflow-320.ts';
import { searchConsistency } from './search-consistency.ts';
import { sensoryWords } from './sensory-words.ts';
import { singleKeyShortcut } from './single-key-shortcut.ts';
import { sitemapPage } from './sitemap-page.ts';
import { skipLinks } from './skip-links.ts';
import { statement } from './statement.ts';
import { statementMention } from './statement-mention.ts';
import { statusMessage } from './status-message.ts';
import { tabOrder } from './tab-order.ts';
import { tableCaption } from './table-caption.ts';
import { tableHeaders } from './table-headers.ts';
import { textDirection } from './text-direction.ts';
import { textImageInventory } from './text-image-inventory.ts';
import { textSpacing } from './text-spacing.ts';
import { textZoom200 } from './text-zoom-200.ts';
import { timedRefresh } from './timed-refresh.ts';
import { titleConsistency } from './title-consistency.ts';
import { titleQuality } from './title-quality.ts';
import { twoNavigationSystems } from './two-navigation-systems.ts';
import { updateDate } from './update-date.ts';

/** Every check, by id. */
export const checks: readonly Check[] = [
  altQuality,
  ariaReferences,
  autocompleteMissing,
  autoplayAudio,
  axe,
  buttonLabel,
  buttonQuality,
  captchaInventory,
  colorOnlyInventory,
  colorPair,
  comarquageMention,
  complexImageInventory,
  complexTableSummary,
  contextChange,
  contrastStates,
  crypticContent,
  cssContent,
  cssOffOrder,
  deadLink,
  decorativeImageConflict,
  deviceMotion,
  disclosureState,
  doctype,
  documentAccessibility,
  documentAlternatives,
  documentLinks,
  fakeList,
  fieldGrouping,
  figureCaption,
  focusVisible,
  formErrors,
  formInventory,
  frameTitleQuality,
  gestureInventory,
  headingStructure,
  hiddenFocusable,
  hoverContent,
  htmlValidity,
  imageAltInventory,
  keyboardReach,
  keyboardTrap,
  labelConsistency,
  labelProximity,
  labelQuality,
  languageChange,
  layoutTable,
  legalNotice,
  linkInTextVisible,
  linkTextQuality,
  mainHeading,
  mediaInventory,
  mediaKeyboard,
  movingContent,
  navigationConsistency,
  nontextContrast,
  optgroup,
  orientation,
  pageLanguage,
  pageStructure,
  pageTitle,
  pointerDown,
  popupOnLoad,
  presentationalAttributes,
  presentationalMarkup,
  quoteMarkup,
  reflow320,
  searchConsistency,
  sensoryWords,
  singleKeyShortcut,
  sitemapPage,
  skipLinks,
  statement,
  statementMention,
  statusMessage,
  tabOrder,
  tableCaption,
  tableHeaders,
  textDirection,
  textImageInventory,
  textSpacing,
  textZoom200,
  timedRefresh,
  titleConsistency,
  titleQuality,
  twoNavigationSystems,
  updateDate,
];
