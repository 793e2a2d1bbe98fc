/** What a click may set going, and what the keyboard lacks there. */
export interface Candidate {
  readonly id: number;
  readonly lack: 'reach' | 'dead' | 'role';
  readonly hasRole: boolean;
  readonly looksClickable: boolean;
  /** A click that acts is not enough of a proof. */
  readonly isDoubtful: boolean;
  /** Only two clicks in a row do something. */
  readonly isDouble: boolean;
}

/** Runs inside the page. */
export function mouseListeners(): { candidates: Candidate[]; pressed: number[]; gestures: number[] } {
  const NATIVE =
    'a[href],area[href],button,input,select,textarea,summary,details,option,label,iframe,audio,video,canvas,object,embed,form,dialog';
  const WIDGET =
    /^(?:button|link|checkbox|radio|tab|switch|menuitem|menuitemcheckbox|menuitemradio|option|slider|spinbutton|combobox|textbox|searchbox|treeitem)$/;
  const CONTAINERS =
    'html,body,main,header,footer,nav,section,article,aside,table,tbody,thead,ul,ol,dl,fieldset';
  const KEYS = ['keydown', 'keyup', 'keypress'];
  const hearsKeys = new Set(
    qa.heard.filter(({ sources }) => KEYS.some((type) => type in sources)).map(({ element }) => element),
  );
  const pageHearsKeys = KEYS.some((type) => type in qa.page);
  const hearsKeysAround = (element: Element): boolean => {
    if (pageHearsKeys) return true;
    for (let up: Element | null = element; up; up = up.parentElement) if (hearsKeys.has(up)) return true;
    return false;
  };
  const FOCUSABLE =
    'a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex]:not([tabindex^="-"])';
  const FIELD =
    'input:not([type=checkbox],[type=radio],[type=hidden],[type=button],[type=submit]),textarea,[role=combobox]';
  const hearing = (fields: Iterable<Element>): boolean => [...fields].some((field) => hearsKeys.has(field));
  /** A mark in a field that keys fill and empty, or its calendar or list, which keys go through from it. */
  const servesField = (element: Element): boolean => {
    let up: Element | null = element.parentElement;
    for (let steps = 0; up && up !== document.body && steps < 3; steps++, up = up.parentElement)
      if (up.textContent.length < 300 && hearing(up.querySelectorAll(FIELD))) return true;
    const isLayer = (one: Element): boolean =>
      /picker|calendar|dropdown|suggest/i.test(one.className) &&
      /absolute|fixed/.test(getComputedStyle(one).position);
    for (up = element; up && up !== document.body; up = up.parentElement)
      if (up instanceof HTMLElement && isLayer(up)) return hearing(document.querySelectorAll(FIELD));
    return false;
  };
  /** A button or a link taken out of the way of the keyboard, which nothing brings it to. */
  const isOutOfReach = (element: Element, types: readonly string[]): boolean => {
    const COMPOSITE =
      '[role=tablist],[role=menu],[role=menubar],[role=listbox],[role=tree],[role=grid],[role=toolbar],[role=radiogroup],[role=combobox],[aria-activedescendant],[aria-hidden=true],[inert],[role=dialog],[hidden]';
    const isTakenOut =
      element.matches('button[tabindex^="-"],a[href][tabindex^="-"]') &&
      types.includes('click') &&
      !element.matches('[role],:disabled');
    if (!isTakenOut || element.closest(COMPOSITE) || hearsKeysAround(element)) return false;
    // Beside a field it does what a key does there: it opens its list, empties it, shows the password.
    if (element.parentElement?.querySelector('input,select,textarea') || servesField(element)) return false;
    return !hasTwin(element);
  };
  /** The same words on a control that the keyboard reaches. */
  const hasTwin = (element: Element): boolean => {
    const words = element.textContent.trim();
    return (
      words !== '' &&
      qp
        .all('a[href],button', 500)
        .some((other) => other !== element && other.textContent.trim() === words && qa.isTabbable(other))
    );
  };
  /** One of the choices of a component whose own tree, where it hears the keys, is not listened to: the Tab key reaches another. */
  const isLedByComponent = (element: Element): boolean =>
    element.assignedSlot !== null &&
    [...(element.parentElement?.children ?? [])].some(
      (other) => other.getAttribute('role') === element.getAttribute('role') && qa.isTabbable(other),
    );
  /** The leaves of a book or a map that follow the hand: pressed, not clicked, while the window hears where the mouse goes. */
  const followsHand = (element: Element, types: readonly string[]): boolean =>
    !types.includes('click') &&
    types.some((type) => /^(?:mousedown|pointerdown|touchstart)$/.test(type)) &&
    [...types, ...Object.keys(qa.page)].some((type) => /^(?:mouse|pointer|touch)move$/.test(type)) &&
    getComputedStyle(element).cursor !== 'pointer';
  /** One of a row of marks without a word, by buttons that go through the same slides one by one. */
  const isMarkBySteps = (element: Element): boolean => {
    const row = [...(element.parentElement?.children ?? [])].filter(
      (one) => one.localName === element.localName,
    );
    if (row.length < 2 || row.some((one) => /[\p{L}\p{N}]/u.test(one.textContent))) return false;
    const STEP = /\b(?:pr[ée]c|suiv|next|prev)/i;
    let up = element.parentElement?.parentElement;
    for (let steps = 0; up && steps < 3 && up !== document.body; steps++, up = up.parentElement) {
      const buttons = [...up.querySelectorAll('button,[role=button],a[href]')];
      if (buttons.filter((one) => qa.isSeen(one) && STEP.test(qa.wordsOf(one))).length >= 2) return true;
    }
    return false;
  };
  /** A slide that is pulled aside or held while the mouse is on it, and turns by itself: nothing says that it can be pressed. */
  const isTurned = (element: Element): boolean =>
    getComputedStyle(element).cursor !== 'pointer' &&
    (element.getAttribute('aria-roledescription') === 'slide' ||
      [...element.classList].some((one) => /(?:^|[-_])slide(?:$|--)/i.test(one)));
  /** A chart or a plan whose part the mouse chooses by pulling, to see it larger: pressed alone, it does nothing. */
  const isPulled = (element: Element, types: readonly string[]): boolean => {
    const drawing = element.querySelector('svg,canvas');
    if (!drawing || !types.some((type) => /^(?:mouse|pointer|touch)move$/.test(type))) return false;
    const [own, drawn] = [element, drawing].map((one) => one.getBoundingClientRect());
    return (
      own !== undefined && drawn !== undefined && drawn.width * drawn.height > (own.width * own.height) / 2
    );
  };
  /** The head of a column whose name says what pressing it does: « Date : activer pour trier ». */
  const isToldHead = (element: Element): boolean => {
    const name = element.getAttribute('aria-label') ?? '';
    return element.matches('th') && /\b(?:tri(?:er|[ée]e?)?|sort)\b/i.test(name);
  };
  /** A component of the page's own, which may give itself a role out of sight of its attributes, or hold the control that has it. */
  const isComponent = (element: Element): boolean =>
    element.localName.includes('-') && element.matches(':defined');
  /** The mark of a field, alone with it in a box without a word: it puts the keyboard there. */
  const marksField = (element: Element): boolean => {
    let up = element.parentElement;
    for (let steps = 0; up && steps < 4 && up.textContent.trim() === ''; steps++, up = up.parentElement)
      if (up.querySelector('input:not([type=checkbox],[type=radio],[type=hidden])')) return true;
    return false;
  };
  const candidates: Candidate[] = [];
  const pressed: number[] = [];
  const gestures: number[] = [];
  const components = new Set<string>();
  /** What a listener further up looks for among its targets, by the selectors that it is written with. */
  const delegates = (): { element: Element; sources: Record<string, string> }[] => {
    const own = new Set(qa.heard.map(({ element }) => element));
    const written = [qa.page, ...qa.heard.map(({ sources }) => sources)]
      .map((sources) => sources['click'] ?? '')
      .join('\n');
    const selectors = [...written.matchAll(/\.(?:closest|matches)\(\s*["'`]([^"'`$]{1,80})["'`]\s*\)/g)];
    return selectors.slice(0, 10).flatMap(([, selector = '']) => {
      try {
        return [...document.querySelectorAll(selector)]
          .slice(0, 3)
          .flatMap((element) => (own.has(element) ? [] : [{ element, sources: { click: '' } }]));
      } catch {
        return [];
      }
    });
  };
  for (const { element, sources } of [...qa.heard, ...delegates()]) {
    const types = Object.keys(sources);
    if (types.some((type) => /^(?:touchmove|pointermove|gesture\w+)$/.test(type)) && gestures.length < 10)
      gestures.push(qa.keep(element));
    const acts = types.some((type) =>
      /^(?:click|dblclick|mousedown|mouseup|pointerdown|pointerup|touchstart|touchend)$/.test(type),
    );
    if (!acts || element.matches(CONTAINERS) || !qa.isSeen(element)) continue;
    // Counters of visits and the like listen to everything, and do nothing.
    const source = Object.values(sources).join('\n');
    if (/^\s*(?:function\s*\w*\s*\([^)]*\)|\([^)]*\)\s*=>|\w+\s*=>)\s*\{\s*\}\s*$/.test(source)) continue;
    if (types.some((type) => /^(?:mousedown|pointerdown|touchstart)$/.test(type)) && pressed.length < 10) {
      // What is dragged is dropped where it was, and a slider slides back: both can be undone.
      const isDragged =
        /^(?:move|grab|grabbing|all-scroll|[a-z]+-resize)$/.test(getComputedStyle(element).cursor) ||
        element.querySelector('input[type=range],[role=slider]') !== null ||
        // The line of a slider made by hand.
        /(?:^|[\s_-])(?:slider|range|irs)(?:$|[\s_-])/i.test(
          `${element.className} ${element.parentElement?.className ?? ''}`,
        );
      // A list to choose from, made by hand: a field to look in it, and its choices.
      const isList =
        element.querySelector('input') !== null && element.querySelector('ul,[role=listbox]') !== null;
      if (
        !isDragged &&
        !isList &&
        !isPulled(element, types) &&
        !isTurned(element) &&
        !marksField(element) &&
        !element.matches(
          // What opens a list can be closed again, as the list of the browser, which opens as early.
          'input:not([type=button],[type=submit]),select,textarea,[draggable=true],[role=slider],canvas,[role=combobox],[aria-haspopup]:not([aria-haspopup=false]),[aria-expanded]',
        )
      )
        pressed.push(qa.keep(element));
    }
    if (element.matches(NATIVE) || element instanceof SVGElement) {
      // A double click is no key.
      if (
        types.includes('dblclick') &&
        !types.includes('click') &&
        !hearsKeysAround(element) &&
        element.matches('button,a')
      )
        candidates.push({
          id: qa.keep(element),
          lack: 'dead',
          hasRole: true,
          looksClickable: true,
          isDoubtful: false,
          isDouble: true,
        });
      else if (isOutOfReach(element, types))
        candidates.push({
          ...{ id: qa.keep(element), lack: 'reach', hasRole: true, looksClickable: false },
          ...{ isDoubtful: false, isDouble: false },
        });
      continue;
    }
    if (
      element.closest('a[href],button,label,summary,[inert]') ||
      element.closest('[contenteditable]:not([contenteditable=false])')
    )
      continue;
    if (element.querySelector(FOCUSABLE) || servesField(element)) continue;
    // What it hears is for the choices in it.
    if (element.querySelector('[role=listbox],[role=menu],[role=grid],[role=tree],[role=tablist]')) continue;
    const role = element.getAttribute('role') ?? '';
    // Of several, the first that is known counts; some roles of publishing are links.
    const roles = role.split(/\s+/).map((one) => one.replace(/^doc-(?:backlink|\w+ref)$/, 'link'));
    const hasRole = roles.some((one) => WIDGET.test(one));
    // Screen readers follow a link with a click of their own: a person must try.
    const isLink = roles.includes('link');
    const isTabbable = qa.isTabbable(element) && element.hasAttribute('tabindex');
    // Moved through with the arrow keys, from another one of the same kind.
    const isRoving =
      hasRole &&
      element.getAttribute('tabindex') === '-1' &&
      (hearsKeysAround(element) || isLedByComponent(element));
    const around = element.parentElement?.closest(
      '[tabindex],[role=listbox],[role=menu],[role=tablist],[role=tree],[role=grid],[aria-activedescendant]',
    );
    if (isRoving || (around && qa.isTabbable(around))) continue;
    const { component } = qp.placeOf(element);
    const key = `${component} ${role} ${String(isTabbable)}`;
    if (components.has(key) || candidates.length >= 20) continue;
    components.add(key);
    // The component it is laid in may hear its keys, in a tree of its own.
    const isLaidIn = isTabbable && element.assignedSlot !== null;
    const looksClickable =
      !isLink &&
      !isLaidIn &&
      (getComputedStyle(element).cursor === 'pointer' || (hasRole && !isTurned(element)));
    const common = {
      id: qa.keep(element),
      hasRole,
      looksClickable,
      // What is dragged to and fro hears a click only to stop it.
      isDoubtful:
        (isLink && isTabbable) ||
        isLaidIn ||
        (types.includes('dragstart') && !element.matches('[draggable=true]')) ||
        // What turns a page, or enlarges a part of a drawing, may be done by a button elsewhere.
        followsHand(element, types) ||
        isTurned(element) ||
        isMarkBySteps(element) ||
        isPulled(element, types),
      isDouble: types.includes('dblclick') && !types.includes('click'),
    };
    if (!isTabbable) {
      if (!hasTwin(element)) candidates.push({ ...common, lack: 'reach' });
    } else if (!hearsKeysAround(element) && !types.some((type) => /^focus/.test(type)))
      candidates.push({ ...common, lack: 'dead' });
    else if (role === '' && types.includes('click') && !isToldHead(element) && !isComponent(element))
      candidates.push({ ...common, lack: 'role' });
  }
  return { candidates, pressed, gestures };
}
