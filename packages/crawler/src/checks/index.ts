import type { Check } from '../check.ts';
import { autocompleteMissing } from './autocomplete-missing.ts';
import { axe } from './axe.ts';
import { buttonQuality } from './button-quality.ts';
import { colorOnlyInventory } from './color-only-inventory.ts';
import { colorPair } from './color-pair.ts';
import { comarquageMention } from './comarquage-mention.ts';
import { complexTableSummary } from './complex-table-summary.ts';
import { contrastStates } from './contrast-states.ts';
import { cssContent } from './css-content.ts';
import { cssOffOrder } from './css-off-order.ts';
import { deadLink } from './dead-link.ts';
import { doctype } from './doctype.ts';
import { documentAlternatives } from './document-alternatives.ts';
import { documentLinks } from './document-links.ts';
import { fieldGrouping } from './field-grouping.ts';
import { formInventory } from './form-inventory.ts';
import { hiddenFocusable } from './hidden-focusable.ts';
import { labelConsistency } from './label-consistency.ts';
import { labelProximity } from './label-proximity.ts';
import { labelQuality } from './label-quality.ts';
import { languageChange } from './language-change.ts';
import { layoutTable } from './layout-table.ts';
import { legalNotice } from './legal-notice.ts';
import { linkInTextVisible } from './link-in-text-visible.ts';
import { mainHeading } from './main-heading.ts';
import { mediaInventory } from './media-inventory.ts';
import { nontextContrast } from './nontext-contrast.ts';
import { optgroup } from './optgroup.ts';
import { pageLanguage } from './page-language.ts';
import { pageTitle } from './page-title.ts';
import { reflow320 } from './reflow-320.ts';
import { skipLinks } from './skip-links.ts';
import { statementMention } from './statement-mention.ts';
import { tableCaption } from './table-caption.ts';
import { tableHeaders } from './table-headers.ts';
import { titleQuality } from './title-quality.ts';
import { updateDate } from './update-date.ts';

/** Every check, by id. */
export const checks: readonly Check[] = [
  autocompleteMissing,
  axe,
  buttonQuality,
  colorOnlyInventory,
  colorPair,
  comarquageMention,
  complexTableSummary,
  contrastStates,
  cssContent,
  cssOffOrder,
  deadLink,
  doctype,
  documentAlternatives,
  documentLinks,
  fieldGrouping,
  formInventory,
  hiddenFocusable,
  labelConsistency,
  labelProximity,
  labelQuality,
  languageChange,
  layoutTable,
  legalNotice,
  linkInTextVisible,
  mainHeading,
  mediaInventory,
  nontextContrast,
  optgroup,
  pageLanguage,
  pageTitle,
  reflow320,
  skipLinks,
  statementMention,
  tableCaption,
  tableHeaders,
  titleQuality,
  updateDate,
];
