import type { HtmlValidate } from 'html-validate';
import { keepWithinBounds } from './read-bounds.ts';

/** An element where HTML does not allow it. */
export interface NestingFacts {
  readonly selector: string;
  readonly child: string;
  /** What holds it. */
  readonly parent: string;
}

/** One page may repeat a fault a thousand times. */
const MOST = 20;
/** Elements looked at: the time of the validator grows as the square of the faults of one parent. */
const ELEMENTS = 5_000;

const OLD = new Set(
  'acronym applet basefont big blink center dir font frame frameset isindex marquee nobr noframes param strike tt xmp'.split(
    ' ',
  ),
);

let validator: Promise<HtmlValidate> | undefined;

/** Loaded where a page is first shown: it takes 16 MB, and most commands show none. */
async function makeValidator(): Promise<HtmlValidate> {
  const { HtmlValidate: Validator, StaticConfigLoader } = await import('html-validate');
  const loader = new StaticConfigLoader({
    root: true,
    extends: [],
    elements: ['html5'],
    rules: { 'element-permitted-content': 'error' },
  });
  // Left to itself it works out all that HTML has anew for each page, a third of the time that the page takes.
  const config = await loader.getConfigFor('page.html');
  loader.getConfigFor = () => config;
  return new Validator(loader);
}

/**
 * Elements that stand where HTML does not allow them, each pair once: of the
 * rules of html-validate, the one that RGAA 8.2 asks for.
 *
 * @param html what a browser made of the page
 */
export async function nestingFaults(html: string): Promise<NestingFacts[]> {
  const own = await (validator ??= makeValidator());
  const faults = new Map<string, NestingFacts>();
  try {
    const { results } = own.validateStringSync(keepWithinBounds(beginning(withData(html))), 'page.html');
    for (const { context, selector } of results.flatMap(({ messages }) => messages)) {
      // A browser that runs scripts shows nothing of it.
      if (/\bnoscript\b/.test(selector ?? '')) continue;
      // Nor does the source of the page, as a validator reads it, hold what is in a shadow tree.
      if (/\bqp-shadow\b/.test(selector ?? '')) continue;
      const pair = pairOf(context);
      if (pair && faults.size < MOST)
        faults.set(`${pair.parent} ${pair.child}`, { ...pair, selector: selector ?? '' });
    }
  } catch {
    // Written by strangers: what the validator can't read is not judged.
  }
  return [...faults.values()];
}

function pairOf(context: unknown): Pick<NestingFacts, 'child' | 'parent'> | null {
  if (typeof context !== 'object' || context === null) return null;
  const { child, parent, ancestor } = context as Readonly<Record<string, unknown>>;
  const holder = parent ?? ancestor;
  if (typeof child !== 'string' || typeof holder !== 'string') return null;
  const bare = (name: string): string => name.replace(/[<>]/g, '');
  const pair = { child: bare(child), parent: bare(holder) };
  // HTML 5 has no place for them, the versions of old pages have: what is wrong is not where they stand.
  if (OLD.has(pair.child)) return null;
  // What a frame holds is text for who cannot show it.
  if (pair.parent === 'iframe') return null;
  // What custom elements allow is not known.
  return pair.parent.includes('-') || pair.child.includes('-') ? null : pair;
}

/** HTML+RDFa lets <meta> and <link> stand anywhere with `property`, as HTML does with `itemprop`, which alone the validator knows. */
function withData(html: string): string {
  return html.replace(/<(meta|link)(?=\s[^>]*?\bproperty=)/gi, '<$1 itemprop="of"');
}

function beginning(html: string): string {
  const tag = /<[a-z]/gi;
  for (let left = ELEMENTS; left > 0; left--) if (!tag.test(html)) return html;
  return html.slice(0, tag.lastIndex - 2);
}
