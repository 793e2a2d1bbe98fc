import type { SeenPlace } from './kit.ts';

/** A line that looks like a heading above the text that follows, and is none. */
export interface FakeHeading extends SeenPlace {
  readonly text: string;
  readonly isBold: boolean;
  /** Size of its letters over that of the text that follows. */
  readonly ratio: number;
  /** Characters of what follows, at most 200. */
  readonly follows: number;
}

/** Short lines in bold or in large letters, each above a text in plain letters, at most 30. Runs inside the page. */
export function fakeHeadings(): FakeHeading[] {
  const NOT_TEXT =
    'h1,h2,h3,h4,h5,h6,[role=heading],a,button,label,legend,caption,figcaption,figure,summary,dt,dd,li,table,nav,header,footer,aside,blockquote,form,dialog,pre,[role=navigation],[role=banner],[role=contentinfo],[role=alert],[role=status],.fr-alert,.fr-notice,.alert,[class*=callout i],[class*=admonition i],.custom-block,[role=note],[role=dialog],[role=tab],[role=button],[role=link]';
  /** What a box is called whatever it says: who skips from title to title does not look for it. */
  const LABEL =
    /^(?:[àa] (?:savoir|noter|retenir)|bon [àa] savoir|important|attention|avertissement|rappel|note|nota(?: bene)?|nb|remarque|exemple|astuce|info(?:rmation)?|conseil|le saviez-vous|zoom|en bref|en savoir plus|pour en savoir plus|pour aller plus loin|note|tip|warning|caution)\s*[:!?]?$/i;
  /** The caption of a figure, a table or an example. */
  const NUMBERED =
    /^(?:fig(?:ure|\.)?|tab(?:leau|le|\.)?|exemple|example|listing|illustration|graphique|carte|photo|schéma|équation)\s*(?:n°\s*)?(?:[a-z][-.]?)?\d/i;
  /** The date of the page, between its title and its text. */
  const DATE =
    /^(?:derni[èe]re\s+)?(?:mise? [àa] jour|modification|modifiée?|publication|publiée?|parue?|créée?)\s*(?:le\s|du\s|:)[^.;!?]{4,40}$/i;
  /** The name of a site, by its address. */
  const HOST = /^(?:[\p{L}\p{N}-]+\.){1,4}[a-z]{2,10}$/iu;
  const collapse = (value: string): string => value.replace(/\s+/g, ' ').trim();
  const found: FakeHeading[] = [];
  /** The element that shows the letters of a line: the only child of the only child. */
  const letters = (element: Element): Element => {
    let inner = element;
    for (let depth = 0; depth < 5; depth++) {
      const [only] = inner.children;
      if (!only || inner.children.length !== 1) break;
      if (collapse(only.textContent) !== collapse(inner.textContent)) break;
      inner = only;
    }
    return inner;
  };
  const next = (element: Element): Element | null => {
    let after = element.nextElementSibling;
    while (
      after &&
      (after.localName === 'br' ||
        collapse(after.textContent) === '' ||
        (after.matches('p,div,span') && DATE.test(collapse(after.textContent)))) &&
      !after.matches('hr,img')
    )
      after = after.nextElementSibling;
    return after;
  };
  /** Whether a heading of level 1 says what the page is about. */
  const hasMain = qp
    .all('h1,[role=heading][aria-level="1"]', 20)
    .some((one) => collapse(one.textContent) !== '' && qp.isExposed(one));
  /** A badge or a tag: a short text in a box of its own. */
  const isChip = (inner: Element): boolean => {
    const { display, backgroundColor, borderTopWidth } = getComputedStyle(inner);
    const { width } = inner.getBoundingClientRect();
    const around = inner.parentElement?.getBoundingClientRect().width ?? width;
    const isBoxed = qp.rgbaOf(backgroundColor)[3] > 0 || parseFloat(borderTopWidth) > 0;
    return isBoxed && (display.startsWith('inline') || width < around * 0.7);
  };
  const isBlock = (node: Node): boolean =>
    node instanceof Element && (node.localName === 'hr' || getComputedStyle(node).display === 'block');
  /** Letters in bold straight above a block: what is beside them is empty. */
  const isOwnLine = (element: Element): boolean => {
    const { childNodes = [] } = element.parentElement ?? {};
    const beside = [...childNodes].filter(
      (node) => node instanceof Element || /\S/.test(node.nodeType === 3 ? (node.nodeValue ?? '') : ''),
    );
    const at = beside.indexOf(element);
    const [before, after] = [beside[at - 1], beside[at + 1]];
    return (!before || isBlock(before)) && after !== undefined && isBlock(after);
  };
  /** The name of the site or its motto, in the banner of its pages. */
  const isMotto = (element: Element): boolean => {
    const banner = element.closest(
      '#header,#entete,#en-tete,#banner,#bandeau,#masthead,.header,.entete,.site-header,.banner,.bandeau',
    );
    // What holds the titles of its parts is no banner, whatever it is called; nor what says what the page is (« Site : page »).
    const isOfPage = document.title.split(/:\s/).slice(1).at(-1)?.trim() === collapse(element.textContent);
    return banner !== null && !isOfPage && banner.querySelector('h2,h3,h4,h5,h6,main,[role=main]') === null;
  };
  const weight = (style: CSSStyleDeclaration): number => Number(style.fontWeight) || 400;
  /** The name of a sign that the font of icons draws in its place. */
  const isIcon = (inner: Element, text: string): boolean =>
    /^[a-z][a-z0-9_]*$/.test(text) &&
    /icon|symbol|glyph/i.test(`${getComputedStyle(inner).fontFamily} ${inner.className}`);
  /** In plain letters as large as those of the paragraph before: what follows is small print. */
  const isAsBefore = (element: Element, own: CSSStyleDeclaration): boolean => {
    const before = element.previousElementSibling;
    if (!before?.matches('p') || collapse(before.textContent).length < 40) return false;
    return parseFloat(getComputedStyle(letters(before)).fontSize) >= parseFloat(own.fontSize);
  };
  for (const element of qp.all('p,div,span,center,font,b,strong', 3_000)) {
    if (found.length >= 30) break;
    if (element.textContent.length > 300) continue;
    const text = collapse(element.textContent);
    const words = text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
    if (text.length < 3 || text.length > 90 || words.length > 12 || !/\p{L}{3}/u.test(text)) continue;
    if (
      /[.;,…!]$/.test(text) ||
      element.closest(NOT_TEXT) ||
      element.querySelector(NOT_TEXT) ||
      element.querySelector('img,svg,input,select,textarea,br')
    )
      continue;
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.position === 'fixed') continue;
    if (style.display.startsWith('inline') && !isOwnLine(element)) continue;
    const inner = letters(element);
    if (isChip(inner) || LABEL.test(text) || NUMBERED.test(text) || HOST.test(text)) continue;
    if (DATE.test(text) || isIcon(inner, text) || isMotto(element)) continue;
    // The same line, told by its holder.
    const { parentElement } = element;
    if (parentElement && collapse(parentElement.textContent) === text) continue;
    const after = next(element);
    const isAboveHeading =
      after !== null && !hasMain && after.matches('h1,h2,h3,h4,h5,h6') && qp.isVisible(after);
    if (isAboveHeading) {
      const own = getComputedStyle(letters(element));
      const other = getComputedStyle(letters(after));
      const isLarger = parseFloat(own.fontSize) >= 1.15 * parseFloat(other.fontSize);
      const site = document.title.split(/\s[-–—|·]\s/).at(-1) ?? '';
      // In bold, larger than the headings, and no name of the site: the title of the page.
      if (weight(own) < 600 || !isLarger || collapse(site) === text || element.querySelector('a')) continue;
      if (
        element.closest(
          '[id*=head i],[class*=head i]:not([class*=heading i]),[id*=logo i],[class*=logo i],[class*=brand i],[class*=banner i],[class*=site i]',
        )
      )
        continue;
      if (!qp.isVisible(element) || !qp.isExposed(element)) continue;
      const size = parseFloat(getComputedStyle(document.body).fontSize) || 16;
      const ratio = Math.round((parseFloat(own.fontSize) / size) * 100) / 100;
      found.push({ ...qp.placeOf(element), text, isBold: true, ratio, follows: 200 });
      continue;
    }
    if (!after?.matches('p,div,ul,ol,dl,table,section')) continue;
    // « Tabla 2. Horarios » is that of the table below, in any language.
    const isAboveTable = after.matches('table') || after.querySelector(':scope > table') !== null;
    if (isAboveTable && /^\p{L}{3,12}\s\d/u.test(text)) continue;
    const body = collapse(after.textContent.slice(0, 2_000));
    // A figure, a name and what they are of are no title and its text: that is a sentence.
    const isSentence =
      body.length >= 18 && /^\p{Lu}.*[.!?…]$/su.test(body) && /^(?:\d\s?[.)-]|\D)/.test(text);
    if ((body.length < 40 && !isSentence) || body.length <= text.length) continue;
    const first = after.matches('p') ? letters(after) : (after.querySelector('p,li,td,dd') ?? after);
    const own = getComputedStyle(inner);
    const other = getComputedStyle(first);
    const isBold = weight(own) >= 600 && weight(other) < 600;
    const ratio = parseFloat(own.fontSize) / (parseFloat(other.fontSize) || 1);
    if (!isBold && (ratio < 1.3 || isAsBefore(element, own))) continue;
    if (!qp.isVisible(element) || !qp.isExposed(element)) continue;
    found.push({
      ...qp.placeOf(element),
      text: text.slice(0, 90),
      isBold,
      ratio: Math.round(ratio * 100) / 100,
      follows: Math.min(200, body.length),
    });
  }
  return found;
}
