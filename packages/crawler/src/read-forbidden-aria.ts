import { closest, tagsBetween, type Dom, type Tag } from './read-dom.ts';
import { seenText, wordsOf } from './read-text.ts';
import type { Signs } from './sign.ts';

/** What ARIA forbids where there is no role to name or to describe. */
export type ForbiddenSign = 'lost-name' | 'lost-role-description';

/** Elements that have no role of their own but that of a text. */
const ROLELESS = /^(?:div|span|p|b|i|em|strong|small|s|u)$/;
/** What a text may be made of. */
const PHRASES = /^(?:abbr|b|br|del|em|i|ins|s|small|span|strong|sub|sup|time|u|wbr)$/;
const NONE = /^(?:none|presentation)$/;
/** What takes its own name from what it holds: there, the name of a part counts. */
const NAMED_BY_CONTENT = /^(?:a|button|caption|figcaption|h[1-6]|label|legend|option|summary|th)$/;
const NAMED_ROLES =
  /^(?:button|checkbox|columnheader|heading|link|menuitem(?:checkbox|radio)?|option|radio|rowheader|switch|tab|tooltip|treeitem)$/;
/** Names and kinds for braille displays, which are forbidden together with the others. */
const KINDS = ['aria-roledescription', 'aria-brailleroledescription', 'aria-braillelabel'] as const;
const GIVEN = ['aria-label', ...KINDS];

/**
 * Names given to what can have none: most screen readers pass them over, and
 * what was written for those who listen is lost. Of a block that holds other
 * things, where all is read, nothing is lost but its title: axe-core asks a
 * person to look.
 */
export function judgeForbidden(dom: Dom, signs: Pick<Signs<ForbiddenSign>, 'add'>): void {
  const named = dom.tags.filter(({ attributes }) => GIVEN.some((name) => attributes[name] !== undefined));
  if (named.length === 0) return;
  const taken = new Set(
    dom.tags.flatMap(({ attributes: { 'aria-labelledby': names = '', 'aria-describedby': texts = '' } }) =>
      names + texts === '' ? [] : `${names} ${texts}`.split(/\s+/),
    ),
  );
  for (const tag of named) {
    const { attributes } = tag;
    if (!tag.isExposed || !tag.isVisible || !tag.shown) continue;
    const role = attributes['role']?.trim() ?? '';
    // What takes the focus is told with its name all the same.
    if (attributes['tabindex'] !== undefined || attributes['contenteditable'] !== undefined) continue;
    const isText = role === '' && ROLELESS.test(tag.name);
    const kind = KINDS.find((name) => (attributes[name] ?? '').trim() !== '' && isForbidden(tag, name, role));
    if (kind !== undefined)
      signs.add('lost-role-description', tag, { quote: quoteOf(tag, kind), about: kind, cause: kind });
    else if (isText && !taken.has(attributes['id'] ?? '-') && isLost(dom, tag))
      signs.add('lost-name', tag, {
        quote: `${quoteOf(tag, 'aria-label')}${seenText(dom, tag, 60)}`,
        about: attributes['aria-label'] ?? '',
      });
  }
}

/** A paragraph may be called otherwise than it is, a block that is none may not; the name for braille is forbidden to both. */
function isForbidden({ name }: Tag, kind: (typeof KINDS)[number], role: string): boolean {
  if (kind === 'aria-roledescription') return role === '' && /^(?:div|span)$/.test(name);
  if (NONE.test(role)) return true;
  return role === '' && (kind === 'aria-braillelabel' ? ROLELESS.test(name) : /^(?:div|span)$/.test(name));
}

/** Whether a text has a name that says what its words do not. */
function isLost(dom: Dom, tag: Tag): boolean {
  const label = wordsOf(tag.attributes['aria-label'] ?? '');
  if (label.length === 0 || closest(tag, isNamedByContent)) return false;
  const held = tagsBetween(dom, tag.start, tag.end);
  const isText = held.every(
    ({ name, attributes }) =>
      PHRASES.test(name) && ['role', 'tabindex', 'aria-hidden'].every((one) => attributes[one] === undefined),
  );
  if (!isText || tag.isDrawn) return false;
  const shown = seenText(dom, tag, 300);
  const text = wordsOf(shown);
  return shown !== '' && !/\p{Co}/u.test(shown) && label.some((word) => !text.includes(word));
}

function isNamedByContent({ name, attributes }: Tag): boolean {
  return NAMED_BY_CONTENT.test(name) || NAMED_ROLES.test((attributes['role'] ?? '').trim());
}

function quoteOf({ name, attributes }: Tag, attribute: string): string {
  return `<${name} ${attribute}="${attributes[attribute] ?? ''}">`;
}
