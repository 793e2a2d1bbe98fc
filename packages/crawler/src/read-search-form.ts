import { nameOf, tagsBetween, type Dom, type Tag } from './read-dom.ts';
import { cut } from './text.ts';

/** The search of the site, as its form would be sent. */
export interface SearchFormFacts {
  readonly method: 'get' | 'post';
  /** Where it is sent: absolute, without fragment. */
  readonly action: string;
  /** Name of the field that takes the words. */
  readonly field: string;
  /** Hidden fields sent with it, at most 10. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
}

const LENGTH = 200;
const MOST_HIDDEN = 10;
const SEARCH = /recherch|search/i;
const FIELD = /^(?:text|search|)$/i;

/** The first form of the page that searches; `null` when there is none, or when its words would go nowhere. */
export function readSearchForm(dom: Dom, base: string): SearchFormFacts | null {
  for (const form of dom.tags) {
    if (form.name !== 'form') continue;
    const inside = tagsBetween(dom, form.start, form.end);
    const isMarked =
      [form, ...inside].some(({ attributes }) => attributes['role'] === 'search') ||
      [form.attributes['action'], form.attributes['id'], form.attributes['class']].some((word) =>
        SEARCH.test(word ?? ''),
      );
    const field = inside.find((tag) => isWords(dom, tag, isMarked));
    const action = URL.parse(form.attributes['action']?.trim() || base, base);
    const name = field?.attributes['name']?.trim() ?? '';
    if (name === '' || !action || !/^https?:$/.test(action.protocol) || action.href.length > 1_000) continue;
    action.hash = '';
    return {
      method: /^post$/i.test(form.attributes['method']?.trim() ?? '') ? 'post' : 'get',
      action: action.href,
      field: cut(name, LENGTH),
      hidden: inside.flatMap(hiddenField).slice(0, MOST_HIDDEN),
    };
  }
  return null;
}

/** A field of type search tells by itself; any other needs a form that says what it is for. */
function isWords(dom: Dom, tag: Tag, isMarked: boolean): boolean {
  const type = tag.attributes['type']?.trim() ?? '';
  if (tag.name !== 'input' || !FIELD.test(type)) return false;
  return isMarked || /^search$/i.test(type) || SEARCH.test(nameOf(dom, tag, 100));
}

function hiddenField({ name, attributes }: Tag): [string, string][] {
  const isHidden = name === 'input' && /^hidden$/i.test(attributes['type']?.trim() ?? '');
  const field = attributes['name'] ?? '';
  const value = attributes['value'] ?? '';
  // Longer ones are signatures of the form: an address does not carry them.
  return isHidden && field !== '' && field.length <= LENGTH && value.length <= LENGTH ? [[field, value]] : [];
}
