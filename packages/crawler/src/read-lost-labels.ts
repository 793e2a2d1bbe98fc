import { closest, type Dom, type Tag } from './read-dom.ts';

/**
 * Fields whose label names another: of several elements of one identifier, a `label` finds the first only,
 * be it hidden, and the others have no name. One that has a title keeps that.
 */
export function lostLabels(dom: Dom): ReadonlySet<Tag> {
  const labelled = new Set(
    dom.tags.flatMap(({ name, attributes }) => (name === 'label' ? (attributes['for'] ?? []) : [])),
  );
  const taken = new Set<string>();
  const lost = new Set<Tag>();
  for (const tag of dom.tags) {
    const id = tag.attributes['id'] ?? '';
    // A tree of its own, or what is in no document, shares no identifier.
    if (id === '' || tag.isShadowed || closest(tag, isAside)) continue;
    if (!taken.has(id)) taken.add(id);
    else if (labelled.has(id) && !tag.attributes['title'] && !closest(tag, isLabel)) lost.add(tag);
  }
  return lost;
}

function isLabel({ name }: Tag): boolean {
  return name === 'label';
}

function isAside({ name }: Tag): boolean {
  return name === 'template' || name === 'noscript';
}
