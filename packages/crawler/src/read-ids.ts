import type { PlaceFacts } from './facts.ts';
import type { Dom, Tag } from './read-dom.ts';
import { Signs, type Sign } from './sign.ts';

/** Ids that several elements of one document bear; those of a shadow tree are its own. */
export function readIds({ tags }: Dom, placeOf: (tag: Tag) => PlaceFacts): Sign<'double-id'>[] {
  const first = new Set<string>();
  const told = new Set<string>();
  const signs = new Signs<'double-id'>(placeOf);
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
  return signs.found;
}
