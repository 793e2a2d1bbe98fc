/**
 * The page as the browser shows it, as HTML that `parseDom` reads with its
 * marks: what is hidden from assistive technologies (`qp-hidden`) or from the
 * eye (`qp-unseen`), accessible names (`qp-name`) and roles (`qp-role`), words
 * in whose place a picture is seen (`qp-drawn`), and what is of a shadow tree (`qp-shadowed`).
 * Open shadow trees stand before the children of their host. Runs inside the page.
 */
export function snapshot(): string {
  const MAX = 20_000;
  const NAMED =
    'a,area,button,input,select,textarea,img,svg,canvas,object,embed,iframe,fieldset,table,summary,figure,' +
    'h1,h2,h3,h4,h5,h6,[role],[aria-label],[aria-labelledby],nav,section,form,aside,dialog,video,audio,meter,progress';
  const isDrawn = (element: Element): boolean =>
    [element, ...[...element.querySelectorAll('*')].slice(0, 10)].some(
      (one) =>
        [...one.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? '')) &&
        /icon|glyph|awesome|material symbols/i.test(getComputedStyle(one).fontFamily),
    );
  /** Words pushed out of the sight of everybody, for a picture to stand in their place. */
  const isPushedOut = (element: Element): boolean => parseFloat(getComputedStyle(element).textIndent) < -500;
  const copy = document.documentElement.cloneNode(true) as Element;
  const pairs: [Element, Element][] = [[document.documentElement, copy]];
  const late: (() => void)[] = [];
  for (let at = 0; at < pairs.length && pairs.length < MAX; at++) {
    const [live, twin] = pairs[at] as [Element, Element];
    // Wherever a parser puts it: a paragraph around it ends where it holds a block.
    const isShadowed = live.getRootNode() instanceof ShadowRoot;
    for (const name of ['qp-hidden', 'qp-unseen', 'qp-name', 'qp-role', 'qp-drawn', 'qp-shadowed'])
      twin.removeAttribute(name);
    if (isShadowed) twin.setAttribute('qp-shadowed', '');
    if (live.localName === 'head' || live.localName === 'script' || live.localName === 'style') continue;
    const isExposed = qp.isExposed(live);
    if (!isExposed) twin.setAttribute('qp-hidden', '');
    if (!qp.isVisible(live)) twin.setAttribute('qp-unseen', '');
    if (live.matches(NAMED)) {
      twin.setAttribute('qp-role', qp.roleOf(live) ?? '');
      if (isExposed) twin.setAttribute('qp-name', qp.nameOf(live));
    }
    if (live.matches('[aria-label],[aria-labelledby]') && (isDrawn(live) || isPushedOut(live)))
      twin.setAttribute('qp-drawn', '');
    // What was typed or ticked is not in the source.
    if (live instanceof HTMLInputElement && live.checked) twin.setAttribute('checked', '');
    for (let child = 0; child < live.children.length; child++) {
      const one = live.children[child];
      const other = twin.children[child];
      if (one && other) pairs.push([one, other]);
    }
    const { shadowRoot } = live;
    if (!shadowRoot) continue;
    const within = document.createElement('qp-shadow');
    for (const one of shadowRoot.children) {
      const other = one.cloneNode(true) as Element;
      within.append(other);
      pairs.push([one, other]);
    }
    late.push(() => {
      twin.prepend(within);
    });
  }
  for (const place of late) place();
  const { doctype, contentType } = document;
  // A page served as XML would be written as XML, whose tags close themselves.
  if (contentType !== 'text/html') document.implementation.createHTMLDocument('').adoptNode(copy);
  return `${doctype ? new XMLSerializer().serializeToString(doctype) : ''}${copy.outerHTML.slice(0, 5_000_000)}`;
}
