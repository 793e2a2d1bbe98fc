import type { PlaceFacts } from './facts.ts';
import type { Dom, Tag } from './read-dom.ts';
import { cut } from './text.ts';

/**
 * What a page in https asks for in clear: a browser refuses what could change
 * the page (`active`), tries pictures and sounds in https first (`passive`), and
 * warns before a form is sent (`form`).
 */
export interface UnsafeFacts extends PlaceFacts {
  readonly kind: 'active' | 'passive' | 'form';
  readonly url: string;
}

const MOST = 20;
const LENGTH = 300;
/** What never leaves the machine is safe, whatever its scheme. */
const OWN_MACHINE = /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const UPGRADE = /(?:^|[;,\s])upgrade-insecure-requests(?:[;,\s]|$)/i;

/**
 * The addresses in plain http that the source of a page in https loads or sends
 * to; none where the page tells browsers to ask for them in https.
 *
 * @param policy its `Content-Security-Policy` header, as far as it is known
 */
export function readUnsafe(
  dom: Dom,
  {
    url,
    base,
    policy = '',
  }: { readonly url: string; readonly base: string; readonly policy?: string | undefined },
  placeOf: (tag: Tag) => PlaceFacts,
): UnsafeFacts[] {
  if (!url.startsWith('https:') || UPGRADE.test(policy) || dom.tags.some(upgrades)) return [];
  const found: UnsafeFacts[] = [];
  const add = (kind: UnsafeFacts['kind'], written: string | undefined, place: () => PlaceFacts): void => {
    // Most addresses are relative: they are not worth being parsed.
    const isPlain = /^\s*http:/i.test(written ?? '') || (base.startsWith('http:') && written !== undefined);
    const address = isPlain && found.length < MOST ? URL.parse(written ?? '', base) : null;
    if (address?.protocol !== 'http:' || OWN_MACHINE.test(address.hostname)) return;
    found.push({ kind, url: cut(address.href, LENGTH), ...place() });
  };
  for (const { src, line } of dom.scripts)
    add('active', src, () => ({ selector: 'script', line, zone: 'body' }));
  for (const tag of dom.tags) {
    const asked = askedBy(tag);
    if (asked) add(asked[0], asked[1], () => placeOf(tag));
  }
  return found;
}

function askedBy({ name, attributes }: Tag): [UnsafeFacts['kind'], string | undefined] | null {
  switch (name) {
    case 'link':
      return /(?:^|\s)stylesheet(?:\s|$)/i.test(attributes['rel'] ?? '')
        ? ['active', attributes['href']]
        : null;
    case 'iframe':
    case 'frame':
    case 'embed':
      return ['active', attributes['src']];
    case 'object':
      return ['active', attributes['data']];
    case 'img':
    case 'audio':
    case 'video':
    case 'source':
      return ['passive', attributes['src']];
    case 'form':
      return ['form', attributes['action']];
    default:
      return null;
  }
}

function upgrades({ name, attributes }: Tag): boolean {
  return (
    name === 'meta' &&
    /^content-security-policy$/i.test(attributes['http-equiv']?.trim() ?? '') &&
    UPGRADE.test(attributes['content'] ?? '')
  );
}
