import type { Case } from './case.ts';
import { autoplayAudio } from './autoplay-audio.ts';
import { contextChange } from './context-change.ts';
import { deviceMotion } from './device-motion.ts';
import { disclosureState } from './disclosure-state.ts';
import { doctype } from './doctype.ts';
import { focusVisible } from './focus-visible.ts';
import { formErrors } from './form-errors.ts';
import { hoverContent } from './hover-content.ts';
import { keyboardReach } from './keyboard-reach.ts';
import { keyboardTrap } from './keyboard-trap.ts';
import { mediaKeyboard } from './media-keyboard.ts';
import { movingContent } from './moving-content.ts';
import { orientation } from './orientation.ts';
import { pointerDown } from './pointer-down.ts';
import { popupOnLoad } from './popup-on-load.ts';
import { reflow320 } from './reflow-320.ts';
import { singleKeyShortcut } from './single-key-shortcut.ts';
import { statusMessage } from './status-message.ts';
import { tabOrder } from './tab-order.ts';
import { textSpacing } from './text-spacing.ts';
import { textZoom200 } from './text-zoom-200.ts';
import { timedRefresh } from './timed-refresh.ts';

/** Every case, check by check. */
export const cases: readonly Case[] = [
  ...autoplayAudio,
  ...contextChange,
  ...deviceMotion,
  ...disclosureState,
  ...doctype,
  ...focusVisible,
  ...formErrors,
  ...hoverContent,
  ...keyboardReach,
  ...keyboardTrap,
  ...mediaKeyboard,
  ...movingContent,
  ...orientation,
  ...pointerDown,
  ...popupOnLoad,
  ...reflow320,
  ...singleKeyShortcut,
  ...statusMessage,
  ...tabOrder,
  ...textSpacing,
  ...textZoom200,
  ...timedRefresh,
];
