import type { PlaceFacts } from './facts.ts';
import type { Dom, Tag } from './read-dom.ts';
import { judgeForbidden, type ForbiddenSign } from './read-forbidden-aria.ts';
import { Signs, type Sign } from './sign.ts';

export type IdSign =
  | ForbiddenSign
  | 'double-id'
  | 'empty-id'
  | 'dead-name'
  | 'dead-name-spared'
  | 'dead-name-void'
  | 'dead-description-id';

/** Ids that several elements of one document bear, those of a shadow tree being its own; names and descriptions looked for under ids that nothing bears, or given to what can have none. */
export function readIds(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): Sign<IdSign>[] {
  const { tags } = dom;
  const first = new Map<string, Tag>();
  const told = new Set<string>();
  const signs = new Signs<IdSign>(placeOf);
  const shadowed = new Set<Tag>();
  for (const tag of tags) {
    // A `noscript` is text where scripts run.
    if (
      tag.isShadowed ||
      /^(?:qp-shadow|noscript)$/.test(tag.name) ||
      (tag.parent && shadowed.has(tag.parent))
    ) {
      shadowed.add(tag);
      continue;
    }
    const id = tag.attributes['id'] ?? '';
    if (tag.attributes['id'] === '' && !told.has('')) {
      told.add('');
      signs.add('empty-id', tag, { quote: `<${tag.name} id="">`, cause: 'empty-id' });
    }
    if (id === '') continue;
    const before = first.get(id);
    if (before && !told.has(id) && !isCopy(before, tag)) {
      told.add(id);
      signs.add('double-id', tag, { quote: `id="${id}"`, about: id, cause: id });
    }
    first.set(id, before ?? tag);
  }
  judgeReferences(tags, signs);
  judgeForbidden(dom, signs);
  return signs.found;
}

/** Fields of HTML: their labels name them all the same, and one that has none is told of its own criterion (11.1). */
const FIELD = /^(?:input|select|textarea)$/;

const REOPENED = /^(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/;

/**
 * Whether the parser made it: an anchor that was left open, which is told as
 * such, is opened again in each block that follows.
 */
function isCopy(one: Tag, other: Tag): boolean {
  const written = ({ attributes }: Tag): string => JSON.stringify(Object.entries(attributes).sort());
  const opensAgain = REOPENED.test(one.name) && one.attributes['href'] === undefined;
  return opensAgain && one.name === other.name && written(one) === written(other);
}

function judgeReferences(tags: readonly Tag[], signs: Signs<IdSign>): void {
  const known = new Set(tags.map(({ attributes }) => attributes['id'] ?? ''));
  for (const tag of tags) {
    if (!tag.isExposed) continue;
    for (const [attribute, sign] of [
      ['aria-labelledby', 'dead-name'],
      ['aria-describedby', 'dead-description-id'],
    ] as const) {
      const ids = tag.attributes[attribute]?.split(/\s+/).filter((id) => id !== '') ?? [];
      if (ids.length === 0 || ids.some((id) => known.has(id))) continue;
      signs.add(sign === 'dead-name' ? deadNameOf(tag) : sign, tag, {
        quote: `<${tag.name} ${attribute}="${ids.join(' ')}">`,
        about: ids.join(' '),
        cause: `${attribute} ${ids.join(' ')}`,
      });
    }
  }
}

/** What is lost where a name is looked for under an id that nothing bears. */
function deadNameOf(tag: Tag): IdSign {
  // The browser falls back on it: the element has a name all the same.
  const isSpared = (tag.attributes['aria-label'] ?? '').trim() !== '' || FIELD.test(tag.name);
  return isSpared ? 'dead-name-spared' : isBox(tag) ? 'dead-name-void' : 'dead-name';
}

/** A block of other things is no component, and has no name to lose. */
function isBox({ name, attributes, children }: Tag): boolean {
  const isPlain = ['role', 'tabindex', 'contenteditable'].every((one) => attributes[one] === undefined);
  return isPlain && name === 'div' && children.length > 0;
}
