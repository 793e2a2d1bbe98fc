import type { Check } from '../check.ts';
import { autoplayAudio } from './autoplay-audio.ts';
import { axe } from './axe.ts';
import { comarquageMention } from './comarquage-mention.ts';
import { contextChange } from './context-change.ts';
import { deadLink } from './dead-link.ts';
import { deviceMotion } from './device-motion.ts';
import { disclosureState } from './disclosure-state.ts';
import { doctype } from './doctype.ts';
import { documentLinks } from './document-links.ts';
import { focusVisible } from './focus-visible.ts';
import { formErrors } from './form-errors.ts';
import { gestureInventory } from './gesture-inventory.ts';
import { hoverContent } from './hover-content.ts';
import { keyboardReach } from './keyboard-reach.ts';
import { keyboardTrap } from './keyboard-trap.ts';
import { legalNotice } from './legal-notice.ts';
import { mainHeading } from './main-heading.ts';
import { mediaKeyboard } from './media-keyboard.ts';
import { movingContent } from './moving-content.ts';
import { orientation } from './orientation.ts';
import { pageLanguage } from './page-language.ts';
import { pageTitle } from './page-title.ts';
import { pointerDown } from './pointer-down.ts';
import { popupOnLoad } from './popup-on-load.ts';
import { reflow320 } from './reflow-320.ts';
import { singleKeyShortcut } from './single-key-shortcut.ts';
import { skipLinks } from './skip-links.ts';
import { statementMention } from './statement-mention.ts';
import { statusMessage } from './status-message.ts';
import { tabOrder } from './tab-order.ts';
import { textSpacing } from './text-spacing.ts';
import { textZoom200 } from './text-zoom-200.ts';
import { timedRefresh } from './timed-refresh.ts';
import { updateDate } from './update-date.ts';

/** Every check, by id. */
export const checks: readonly Check[] = [
  autoplayAudio,
  axe,
  comarquageMention,
  contextChange,
  deadLink,
  deviceMotion,
  disclosureState,
  doctype,
  documentLinks,
  focusVisible,
  formErrors,
  gestureInventory,
  hoverContent,
  keyboardReach,
  keyboardTrap,
  legalNotice,
  mainHeading,
  mediaKeyboard,
  movingContent,
  orientation,
  pageLanguage,
  pageTitle,
  pointerDown,
  popupOnLoad,
  reflow320,
  singleKeyShortcut,
  skipLinks,
  statementMention,
  statusMessage,
  tabOrder,
  textSpacing,
  textZoom200,
  timedRefresh,
  updateDate,
];
