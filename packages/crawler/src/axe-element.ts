import { criterionOfTest } from '@qualepref/core';
import type { NodeMark } from './axe-facts.ts';

/** What a rule of axe-core is about here: one rule judges links, buttons and fields, which the RGAA judges apart. */
type Kind = 'link' | 'button' | 'field' | 'other';

/** Criteria of a rule by what the element is; what is not listed keeps those of the rule. */
const BY_KIND: Readonly<Record<string, Partial<Record<Kind, readonly string[]>>>> = {
  'label-content-name-mismatch': { link: ['6.1'], button: ['11.9'], field: ['11.2'] },
  'aria-command-name': { link: ['6.2', '7.1'], button: ['11.9', '7.1'], other: ['7.1'] },
  // What the RGAA calls a field may be made with a role: its label is that of a field.
  'aria-input-field-name': { field: ['11.1'] },
  'aria-toggle-field-name': { field: ['11.1'] },
};

const ROLE = /\srole\s*=\s*["']?([^"'>]*)/i;
const CELL = /^\s*(?:grid)?cell\s*$|^\s*(?:row|column)header\s*$/i;
const TYPE = /\stype\s*=\s*["']?([^"'>\s]*)/i;
const DATA = /\sdata\s*=\s*["']?([^"'>\s]*)/i;

/** Names of roles and of ARIA attributes that do not exist: the code is not valid either, whatever the script. */
const MISSPELT: ReadonlySet<string> = new Set(['aria-roles', 'aria-valid-attr']);

/** Criteria and tests that a failure of a rule is of, for the element whose source is given. */
export function narrowed(
  { rgaa, rgaaTests }: { readonly rgaa: readonly string[]; readonly rgaaTests: readonly string[] },
  rule: string,
  html: string,
  marks: readonly NodeMark[] = [],
): { rgaa: readonly string[]; rgaaTests: readonly string[] } {
  if (MISSPELT.has(rule)) return { rgaa: [...rgaa, '8.2'], rgaaTests: [...rgaaTests, '8.2.1'] };
  // It says nothing more than what is beside it: what it lacks is the empty alternative of an ornament.
  if (rule === 'image-alt' && (marks.includes('adorning') || isSpacer(html)))
    return { rgaa: ['1.2'], rgaaTests: ['1.2.1'] };
  // A mark without a word is a drawing: 3.3 asks for its contrast. What holds nothing here has its text in a tree of its own.
  if (rule === 'color-contrast' && isMark(html) && /\S/.test(wordsIn(html)))
    return { rgaa: ['3.3'], rgaaTests: ['3.3.1'] };
  // A heading without its level is no component: test 9.1.3 asks for the level with the role.
  if (rule === 'aria-required-attr' && roleOf(html) === 'heading')
    return { rgaa: ['9.1'], rgaaTests: ['9.1.3'] };
  const own = ownCriteria(rule, html);
  if (!own) return { rgaa, rgaaTests };
  return { rgaa: own, rgaaTests: rgaaTests.filter((test) => own.includes(criterionOfTest(test))) };
}

/** What is of one criterion by its role or its kind; nothing when the rule settles it. */
function ownCriteria(rule: string, html: string): readonly string[] | undefined {
  if (rule === 'object-alt') return ofObject(html);
  // Menus, trees and grids are components (7.1) as much as lists (9.3); tabs are no list, and a list is no component.
  if (rule === 'aria-required-children' || rule === 'aria-required-parent') {
    const role = roleOf(html);
    if (/^tab(?:list)?$/.test(role)) return ['7.1'];
    return /^list(?:item)?$/.test(role) ? ['9.3'] : ['7.1', '9.3'];
  }
  return BY_KIND[rule]?.[kindOf(html)];
}

/**
 * Whether a picture shows nothing: it is too thin, and was put there to make room or to count visits,
 * or its file says that it draws a bullet.
 */
function isSpacer(html: string): boolean {
  const tag = startTag(html);
  return (
    /^\s*<img\b/i.test(tag) &&
    (/\s(?:width|height)\s*=\s*["']?[012](?:px)?["'\s/>]/i.test(tag) || BULLET.test(tag))
  );
}

const BULLET = /\ssrc\s*=\s*["']?(?:[^"'>\s]*\/)?(?:bullet|puce)s?[-_]?\d*\.(?:gif|png|svg)["'\s>]/i;

const SOUND_OR_FILM = /\.(?:mp3|m4a|aac|wav|flac|og[agv]|opus|mp4|m4v|webm|mov|avi|mpe?g)$/i;
const OTHER_FILE = /\.(?:pdf|html?|php|swf|docx?|odt|txt)$/i;

/** What an object holds that is no image has another alternative than an image (RGAA 4.1, 4.8). */
function ofObject(html: string): readonly string[] | undefined {
  const tag = startTag(html);
  const type = TYPE.exec(tag)?.[1] ?? '';
  const file = (DATA.exec(tag)?.[1] ?? '').replace(/[?#].*$/s, '');
  if (/^(?:audio|video)\//i.test(type) || (type === '' && SOUND_OR_FILM.test(file))) return ['4.1'];
  return (type !== '' && !/^image\//i.test(type)) || (type === '' && OTHER_FILE.test(file))
    ? ['4.8']
    : undefined;
}

/** Whether the names and texts of an element are read by our own check too. */
export function isNamedControl(html: string): boolean {
  const kind = kindOf(html);
  return (kind === 'link' || kind === 'button') && !/^\s*<(?:input|area)\b/i.test(html);
}

/**
 * Whether a violation is none that can be proven: an icon font shows no words,
 * a sound has a transcript and no name, and of several roles the first that is
 * known counts. `summary` is what axe says of the element.
 */
export function isDoubtful(rule: string, html: string, summary = ''): boolean {
  // The RGAA asks it of links, buttons and fields; a cell of a grid is none.
  if (rule === 'label-content-name-mismatch' && isCell(html)) return true;
  if (rule === 'label-content-name-mismatch')
    return /<i[\s>]|class\s*=\s*["'][^"']*(?:icon|material|glyph|symbols?\b|\bfa[srb]?\b|\bfa-)|font-family[^;"']*(?:icon|symbol|material|awesome)/i.test(
      html,
    );
  // Most browsers let the Tab key reach what scrolls, unless it is told not to.
  if (rule === 'scrollable-region-focusable') return !/\stabindex\s*=\s*["']?-/i.test(startTag(html));
  // A lone sign has no letters or words to be set apart; of a long element, axe gives the start only.
  if (rule === 'avoid-inline-spacing') return /<\/\w/.test(html) && !/\p{L}{2}/u.test(wordsIn(html));
  if (rule === 'object-alt') return ofObject(html) !== undefined;
  if (rule === 'aria-valid-attr-value') {
    const wrong = [...summary.matchAll(/\b(aria-[a-z]+)="/g)].map(([, name]) => name);
    // What hides nothing takes nothing from anybody, and a window may be made when its button is pressed.
    // A list to choose from may be made when it is opened too, where the field says whether it is.
    const isClosed = /\saria-expanded\s*=\s*["']?(?!true\b)\w/i.test(startTag(html));
    const isHarmless = (name = ''): boolean =>
      name === 'aria-hidden' ||
      (name === 'aria-controls' && (isClosed || !/^(?:combobox|scrollbar)\b/.test(roleOf(html))));
    return wrong.length > 0 && wrong.every(isHarmless);
  }
  // One thing to press for the mouse and one for the keyboard, which do the same: the Tab key stops at one only.
  if (rule === 'nested-interactive')
    // The links of a drawing are told all the same.
    return (
      /^\s*<svg\b/i.test(html) || (roleOf(html) === 'tab' && /^Dans un élément interactif/.test(summary))
    );
  // What is written in is told as a field, which may have a name, whatever element it is.
  if (rule === 'aria-prohibited-attr')
    return /\scontenteditable(?:\s*=\s*["']?(?!false\b)|[\s>])/i.test(startTag(html));
  // The list of the browser that a component keeps behind its own, out of the way of the keyboard.
  if (rule === 'select-name') return /\stabindex\s*=\s*["']?-/i.test(startTag(html));
  // So is its field, under a class that puts it out of sight.
  if (rule === 'label')
    return (
      /\stabindex\s*=\s*["']?-/i.test(startTag(html)) &&
      /\sclass\s*=\s*["'][^"']*(?:hidden|sr-only|offscreen)/i.test(startTag(html))
    );
  // An arrow is no word of the text around it: its shape sets it apart.
  if (rule === 'link-in-text-block') return isMark(html);
  // A sign is a drawing, of which the RGAA asks 3 and no more (3.3).
  if (rule === 'color-contrast')
    return isMark(html) && Number(/insuffisant de ([\d.]+)/.exec(summary)?.[1] ?? 0) >= 3;
  // Of what nobody can set going, a state that never changes is no one's loss.
  if (rule === 'aria-required-attr') return /\saria-disabled\s*=\s*["']?true\b/i.test(startTag(html));
  // What the list of values has no word for is nothing that a browser could fill in.
  if (rule === 'autocomplete-valid')
    return /\sautocomplete\s*=\s*["']?\s*(?:cedex|siren|siret|iban|bic)\b/i.test(startTag(html));
  if (rule === 'aria-roles') return /\S\s+\S/.test(ROLE.exec(startTag(html))?.[1] ?? '');
  return false;
}

/** Whether an element is whole here, as axe cuts long ones, and holds no word. */
function isMark(html: string): boolean {
  return /<\/\w/.test(html) && !/[\p{L}\p{N}]/u.test(wordsIn(html));
}

function isCell(html: string): boolean {
  const role = roleOf(html);
  return role === '' ? /^\s*<t[dh]\b/i.test(html) : CELL.test(role);
}

function wordsIn(html: string): string {
  return html.replace(/<[^<>]*>|&\w{1,10};/g, ' ');
}

function roleOf(html: string): string {
  return ROLE.exec(startTag(html))?.[1]?.trim().toLowerCase() ?? '';
}

function startTag(html: string): string {
  return /^\s*<[^>]*>?/.exec(html)?.[0] ?? '';
}

function kindOf(html: string): Kind {
  const tag = startTag(html);
  const role = ROLE.exec(tag)?.[1]?.trim().toLowerCase() ?? '';
  if (role !== '') {
    if (role === 'link' || role === 'button') return role;
    return /^(?:textbox|searchbox|combobox|listbox|spinbutton|slider|checkbox|radio|switch)$/.test(role)
      ? 'field'
      : 'other';
  }
  const name = /^\s*<([\w-]+)/.exec(tag)?.[1]?.toLowerCase() ?? '';
  if (name === 'a' || name === 'area') return 'link';
  if (name === 'button' || name === 'summary') return 'button';
  if (name === 'input')
    return /\stype\s*=\s*["']?(?:submit|button|reset|image)\b/i.test(tag) ? 'button' : 'field';
  return name === 'select' || name === 'textarea' ? 'field' : 'other';
}
