import type { PlaceFacts } from './facts.ts';
import type { Dom, Tag } from './read-dom.ts';
import { Signs, type Sign } from './sign.ts';

export type IdSign = 'double-id' | 'dead-name' | 'dead-description-id';

/** Ids that several elements of one document bear, those of a shadow tree being its own; and names and descriptions looked for under ids that nothing bears. */
export function readIds({ tags }: Dom, placeOf: (tag: Tag) => PlaceFacts): Sign<IdSign>[] {
  const first = new Set<string>();
  const told = new Set<string>();
  const signs = new Signs<IdSign>(placeOf);
  const shadowed = new Set<Tag>();
  for (const tag of tags) {
    if (tag.name === 'qp-shadow' || (tag.parent && shadowed.has(tag.parent))) {
      shadowed.add(tag);
      continue;
    }
    const id = tag.attributes['id'] ?? '';
    if (id === '') continue;
    if (first.has(id) && !told.has(id)) {
      told.add(id);
      signs.add('double-id', tag, { quote: `id="${id}"`, about: id, cause: id });
    }
    first.add(id);
  }
  judgeReferences(tags, signs);
  return signs.found;
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
      signs.add(sign, tag, {
        quote: `<${tag.name} ${attribute}="${ids.join(' ')}">`,
        about: ids.join(' '),
        cause: `${attribute} ${ids.join(' ')}`,
      });
    }
  }
}
