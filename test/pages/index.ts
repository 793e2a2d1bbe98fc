import type { Case } from './case.ts';
import { altQuality } from './alt-quality.ts';
import { apart } from './apart.ts';
import { autoplayAudio } from './autoplay-audio.ts';
import { barriers } from './barriers.ts';
import { closedPanels } from './closed-panels.ts';
import { contextChange } from './context-change.ts';
import { deviceMotion } from './device-motion.ts';
import { disclosureState } from './disclosure-state.ts';
import { doctype } from './doctype.ts';
import { drawnPages } from './drawn-pages.ts';
import { everydayPages } from './everyday-pages.ts';
import { fakeList } from './fake-list.ts';
import { fifthLook } from './fifth-look.ts';
import { focusVisible } from './focus-visible.ts';
import { formErrors } from './form-errors.ts';
import { fourthLook } from './fourth-look.ts';
import { frenchManuals } from './french-manuals.ts';
import { frenchSites } from './french-sites.ts';
import { forms } from './forms.ts';
import { frames } from './frames.ts';
import { frameTitleQuality } from './frame-title-quality.ts';
import { frenchWidgets } from './french-widgets.ts';
import { generatorPages } from './generator-pages.ts';
import { headingStructure } from './heading-structure.ts';
import { hoverContent } from './hover-content.ts';
import { htmlValidity } from './html-validity.ts';
import { imageMaps } from './image-maps.ts';
import { keyboardReach } from './keyboard-reach.ts';
import { keyboardTrap } from './keyboard-trap.ts';
import { languageChange, pageLanguage } from './language.ts';
import { laterShapes } from './later-shapes.ts';
import { libraryShapes } from './library-shapes.ts';
import { linkTextQuality } from './link-text-quality.ts';
import { mediaKeyboard } from './media-keyboard.ts';
import { movingContent } from './moving-content.ts';
import { orientation } from './orientation.ts';
import { pageComponents } from './page-components.ts';
import { pageStructure } from './page-structure.ts';
import { pointerDown } from './pointer-down.ts';
import { popupOnLoad } from './popup-on-load.ts';
import { prefecturePages } from './prefecture-pages.ts';
import { presentationalMarkup } from './presentational-markup.ts';
import { publicRepositories } from './public-repositories.ts';
import { publicServices } from './public-services.ts';
import { publicSites } from './public-sites.ts';
import { rareFaults } from './rare-faults.ts';
import { reflow320 } from './reflow-320.ts';
import { runningPages } from './running-pages.ts';
import { scriptComponents } from './script-components.ts';
import { secondLook } from './second-look.ts';
import { shippedPages } from './shipped-pages.ts';
import { shippedSoftware } from './shipped-software.ts';
import { singleKeyShortcut } from './single-key-shortcut.ts';
import { sixthLook } from './sixth-look.ts';
import { smallScreens } from './small-screens.ts';
import { soundShapes } from './sound-shapes.ts';
import { stateSites } from './state-sites.ts';
import { statusMessage } from './status-message.ts';
import { strictReading } from './strict-reading.ts';
import { styles } from './styles.ts';
import { tabOrder } from './tab-order.ts';
import { tables } from './tables.ts';
import { textSpacing } from './text-spacing.ts';
import { textZoom200 } from './text-zoom-200.ts';
import { thirdLook } from './third-look.ts';
import { timedRefresh } from './timed-refresh.ts';
import { townPages } from './town-pages.ts';
import { unseenShapes } from './unseen-shapes.ts';
import { wording } from './wording.ts';

/** Every case, check by check. */
export const cases: readonly Case[] = [
  ...altQuality,
  ...apart,
  ...autoplayAudio,
  ...barriers,
  ...closedPanels,
  ...contextChange,
  ...deviceMotion,
  ...disclosureState,
  ...doctype,
  ...drawnPages,
  ...everydayPages,
  ...fakeList,
  ...fifthLook,
  ...focusVisible,
  ...formErrors,
  ...forms,
  ...fourthLook,
  ...frenchManuals,
  ...frenchSites,
  ...frames,
  ...frameTitleQuality,
  ...frenchWidgets,
  ...generatorPages,
  ...headingStructure,
  ...hoverContent,
  ...htmlValidity,
  ...imageMaps,
  ...keyboardReach,
  ...keyboardTrap,
  ...languageChange,
  ...laterShapes,
  ...libraryShapes,
  ...linkTextQuality,
  ...mediaKeyboard,
  ...movingContent,
  ...orientation,
  ...pageLanguage,
  ...pageComponents,
  ...pageStructure,
  ...pointerDown,
  ...popupOnLoad,
  ...prefecturePages,
  ...presentationalMarkup,
  ...publicRepositories,
  ...publicServices,
  ...publicSites,
  ...rareFaults,
  ...runningPages,
  ...reflow320,
  ...scriptComponents,
  ...secondLook,
  ...shippedPages,
  ...shippedSoftware,
  ...singleKeyShortcut,
  ...sixthLook,
  ...smallScreens,
  ...soundShapes,
  ...stateSites,
  ...statusMessage,
  ...strictReading,
  ...styles,
  ...tabOrder,
  ...tables,
  ...textSpacing,
  ...textZoom200,
  ...thirdLook,
  ...timedRefresh,
  ...townPages,
  ...unseenShapes,
  ...wording,
];
