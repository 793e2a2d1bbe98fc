/** What a link may choose in a hosted page. The API is not among them: a link could name a forger's. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'qp-appointment-booking': ['site', 'procedure', 'view', 'locale'],
  'qp-feedback-form': ['site', 'theme', 'kind', 'locale'],
  'qp-results-badge': ['units', 'indicators', 'locale'],
};

/** Told to the page round a frame: how many pixels high the contents are. */
export interface HeightMessage {
  readonly type: 'qualepref-height';
  readonly height: number;
}

/**
 * Gives the widget of a hosted page what its address says: choices in the query,
 * and the token of an appointment in the fragment, which is sent to no server.
 */
export function configure(widget: Element, { search, hash }: Pick<Location, 'search' | 'hash'>): void {
  const query = new URLSearchParams(search);
  for (const name of CHOICES[widget.localName] ?? []) {
    const value = query.get(name);
    if (value !== null) widget.setAttribute(name, value);
  }
  if (widget.localName !== 'qp-appointment-booking') return;
  if (hash.length > 1) widget.setAttribute('token', hash.slice(1));
  else widget.removeAttribute('token');
}

/**
 * Tells the page round a frame how high the contents are, each time that
 * changes. Only the origins that the page lists are told; a browser that knows
 * who is round the frame sends nothing at all to another one.
 */
export function tellHeight(contents: Element, allowed: readonly string[]): void {
  const around = parentOrigin();
  const told = around === undefined ? allowed : allowed.filter((origin) => origin === around);
  if (window.parent === window || told.length === 0) return;
  new ResizeObserver(() => {
    const height = Math.ceil(contents.getBoundingClientRect().height);
    for (const origin of told)
      window.parent.postMessage({ type: 'qualepref-height', height } satisfies HeightMessage, origin);
  }).observe(contents);
}

/** Undefined where the browser does not say. */
function parentOrigin(): string | undefined {
  // Firefox has no `ancestorOrigins`.
  const ancestors = (location as { readonly ancestorOrigins?: DOMStringList }).ancestorOrigins;
  return ancestors?.[0] ?? URL.parse(document.referrer)?.origin;
}
