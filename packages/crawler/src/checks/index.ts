import type { Check } from '../check.ts';
import { acronyms } from './acronyms.ts';
import { alertBanner } from './alert-banner.ts';
import { altQuality } from './alt-quality.ts';
import { ariaReferences } from './aria-references.ts';
import { autocompleteMissing } from './autocomplete-missing.ts';
import { autoplayAudio } from './autoplay-audio.ts';
import { axe } from './axe.ts';
import { badgeFigures } from './badge-figures.ts';
import { bookingEntry } from './booking-entry.ts';
import { bookingLink } from './booking-link.ts';
import { bookingPage } from './booking-page.ts';
import { buttonLabel } from './button-label.ts';
import { buttonQuality } from './button-quality.ts';
import { captchaInventory } from './captcha-inventory.ts';
import { colorOnlyInventory } from './color-only-inventory.ts';
import { colorPair } from './color-pair.ts';
import { comarquageMention } from './comarquage-mention.ts';
import { comingClosings } from './coming-closings.ts';
import { complaintWay } from './complaint-way.ts';
import { complexImageInventory } from './complex-image-inventory.ts';
import { complexTableSummary } from './complex-table-summary.ts';
import { contactFormFields } from './contact-form-fields.ts';
import { contactFormKeyboard } from './contact-form-keyboard.ts';
import { contactLink } from './contact-link.ts';
import { contactOtherWay } from './contact-other-way.ts';
import { contextChange } from './context-change.ts';
import { contrastStates } from './contrast-states.ts';
import { crypticContent } from './cryptic-content.ts';
import { cssContent } from './css-content.ts';
import { cssOffOrder } from './css-off-order.ts';
import { deadLink } from './dead-link.ts';
import { decorativeImageConflict } from './decorative-image-conflict.ts';
import { deviceMotion } from './device-motion.ts';
import { digitalDesk } from './digital-desk.ts';
import { directoryContacts } from './directory-contacts.ts';
import { disclosureState } from './disclosure-state.ts';
import { doctype } from './doctype.ts';
import { documentAccessibility } from './document-accessibility.ts';
import { documentAlternatives } from './document-alternatives.ts';
import { documentLinks } from './document-links.ts';
import { documentReview } from './document-review.ts';
import { downloadReview } from './download-review.ts';
import { emailPurpose } from './email-purpose.ts';
import { fakeList } from './fake-list.ts';
import { feedbackLink } from './feedback-link.ts';
import { fieldGrouping } from './field-grouping.ts';
import { figureCaption } from './figure-caption.ts';
import { focusVisible } from './focus-visible.ts';
import { formErrors } from './form-errors.ts';
import { formInventory } from './form-inventory.ts';
import { frameTitleQuality } from './frame-title-quality.ts';
import { gestureInventory } from './gesture-inventory.ts';
import { headingStructure } from './heading-structure.ts';
import { hiddenFocusable } from './hidden-focusable.ts';
import { homeFreshness } from './home-freshness.ts';
import { hoverContent } from './hover-content.ts';
import { htmlValidity } from './html-validity.ts';
import { imageAltInventory } from './image-alt-inventory.ts';
import { imageReview } from './image-review.ts';
import { keyboardReach } from './keyboard-reach.ts';
import { keyboardReview } from './keyboard-review.ts';
import { keyboardTrap } from './keyboard-trap.ts';
import { labelConsistency } from './label-consistency.ts';
import { labelMention } from './label-mention.ts';
import { labelProximity } from './label-proximity.ts';
import { labelQuality } from './label-quality.ts';
import { languageChange } from './language-change.ts';
import { layoutTable } from './layout-table.ts';
import { legalNotice } from './legal-notice.ts';
import { linkInTextVisible } from './link-in-text-visible.ts';
import { linkTextQuality } from './link-text-quality.ts';
import { localAuthorities } from './local-authorities.ts';
import { mainHeading } from './main-heading.ts';
import { mediaInventory } from './media-inventory.ts';
import { mediaKeyboard } from './media-keyboard.ts';
import { movingContent } from './moving-content.ts';
import { namedPeople } from './named-people.ts';
import { navigationConsistency } from './navigation-consistency.ts';
import { newWindow } from './new-window.ts';
import { nontextContrast } from './nontext-contrast.ts';
import { offlineHelp } from './offline-help.ts';
import { optgroup } from './optgroup.ts';
import { orientation } from './orientation.ts';
import { pageErrors } from './page-errors.ts';
import { pageLanguage } from './page-language.ts';
import { pageSpeed } from './page-speed.ts';
import { pageStructure } from './page-structure.ts';
import { pageTitle } from './page-title.ts';
import { personalDataNotice } from './personal-data-notice.ts';
import { phoneNumber } from './phone-number.ts';
import { plainLanguage } from './plain-language.ts';
import { pointerDown } from './pointer-down.ts';
import { popupOnLoad } from './popup-on-load.ts';
import { presentationalAttributes } from './presentational-attributes.ts';
import { presentationalMarkup } from './presentational-markup.ts';
import { privacyPolicy } from './privacy-policy.ts';
import { promisedDelays } from './promised-delays.ts';
import { publishedResults } from './published-results.ts';
import { qualityEvidence } from './quality-evidence.ts';
import { quoteMarkup } from './quote-markup.ts';
import { receptionMode } from './reception-mode.ts';
import { receptionSite } from './reception-site.ts';
import { referenceLinks } from './reference-links.ts';
import { reflow320 } from './reflow-320.ts';
import { rubricReach } from './rubric-reach.ts';
import { searchConsistency } from './search-consistency.ts';
import { sensoryWords } from './sensory-words.ts';
import { sheetAmounts } from './sheet-amounts.ts';
import { sheetCopy } from './sheet-copy.ts';
import { sheetCoverage } from './sheet-coverage.ts';
import { sheetDate } from './sheet-date.ts';
import { sheetDuplicates } from './sheet-duplicates.ts';
import { sheetEndorsement } from './sheet-endorsement.ts';
import { sheetExists } from './sheet-exists.ts';
import { sheetForms } from './sheet-forms.ts';
import { sheetGuide } from './sheet-guide.ts';
import { sheetLinks } from './sheet-links.ts';
import { sheetLocal } from './sheet-local.ts';
import { sheetServices } from './sheet-services.ts';
import { sheetText } from './sheet-text.ts';
import { sheetView } from './sheet-view.ts';
import { sheetWarning } from './sheet-warning.ts';
import { singleKeyShortcut } from './single-key-shortcut.ts';
import { siteSearch } from './site-search.ts';
import { sitemapPage } from './sitemap-page.ts';
import { skipLinks } from './skip-links.ts';
import { smallScreenNames } from './small-screen-names.ts';
import { socialAccounts } from './social-accounts.ts';
import { stateAddress } from './state-address.ts';
import { stateBrand } from './state-brand.ts';
import { statement } from './statement.ts';
import { statementMention } from './statement-mention.ts';
import { statementReview } from './statement-review.ts';
import { statusMessage } from './status-message.ts';
import { surveyLink } from './survey-link.ts';
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
import { trackers } from './trackers.ts';
import { twoNavigationSystems } from './two-navigation-systems.ts';
import { updateDate } from './update-date.ts';

/** Every check, by id. */
export const checks: readonly Check[] = [
  acronyms,
  alertBanner,
  altQuality,
  ariaReferences,
  autocompleteMissing,
  autoplayAudio,
  axe,
  badgeFigures,
  bookingEntry,
  bookingLink,
  bookingPage,
  buttonLabel,
  buttonQuality,
  captchaInventory,
  colorOnlyInventory,
  colorPair,
  comarquageMention,
  comingClosings,
  complaintWay,
  complexImageInventory,
  complexTableSummary,
  contactFormFields,
  contactFormKeyboard,
  contactLink,
  contactOtherWay,
  contextChange,
  contrastStates,
  crypticContent,
  cssContent,
  cssOffOrder,
  deadLink,
  decorativeImageConflict,
  deviceMotion,
  digitalDesk,
  directoryContacts,
  disclosureState,
  doctype,
  documentAccessibility,
  documentAlternatives,
  documentLinks,
  documentReview,
  downloadReview,
  emailPurpose,
  fakeList,
  feedbackLink,
  fieldGrouping,
  figureCaption,
  focusVisible,
  formErrors,
  formInventory,
  frameTitleQuality,
  gestureInventory,
  headingStructure,
  hiddenFocusable,
  homeFreshness,
  hoverContent,
  htmlValidity,
  imageAltInventory,
  imageReview,
  keyboardReach,
  keyboardReview,
  keyboardTrap,
  labelConsistency,
  labelMention,
  labelProximity,
  labelQuality,
  languageChange,
  layoutTable,
  legalNotice,
  linkInTextVisible,
  linkTextQuality,
  localAuthorities,
  mainHeading,
  mediaInventory,
  mediaKeyboard,
  movingContent,
  namedPeople,
  navigationConsistency,
  newWindow,
  nontextContrast,
  offlineHelp,
  optgroup,
  orientation,
  pageErrors,
  pageLanguage,
  pageSpeed,
  pageStructure,
  pageTitle,
  personalDataNotice,
  phoneNumber,
  plainLanguage,
  pointerDown,
  popupOnLoad,
  presentationalAttributes,
  presentationalMarkup,
  privacyPolicy,
  promisedDelays,
  publishedResults,
  qualityEvidence,
  quoteMarkup,
  receptionMode,
  receptionSite,
  referenceLinks,
  reflow320,
  rubricReach,
  searchConsistency,
  sensoryWords,
  sheetAmounts,
  sheetCopy,
  sheetCoverage,
  sheetDate,
  sheetDuplicates,
  sheetEndorsement,
  sheetExists,
  sheetForms,
  sheetGuide,
  sheetLinks,
  sheetLocal,
  sheetServices,
  sheetText,
  sheetView,
  sheetWarning,
  singleKeyShortcut,
  siteSearch,
  sitemapPage,
  skipLinks,
  smallScreenNames,
  socialAccounts,
  stateAddress,
  stateBrand,
  statement,
  statementMention,
  statementReview,
  statusMessage,
  surveyLink,
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
  trackers,
  twoNavigationSystems,
  updateDate,
];
