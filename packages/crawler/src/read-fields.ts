import type { PlaceFacts } from './facts.ts';
import { append } from './multimap.ts';
import { isRowPick, rowRadiosOf, wordlessOf } from './read-choices.ts';
import { closest, nameOf, tagsBetween, textBetween, type Dom, type Tag } from './read-dom.ts';
import { lostLabels } from './read-lost-labels.ts';
import { collapse, cut, fold } from './text.ts';

/** A form field that readers are told of. */
export interface FieldFacts extends PlaceFacts {
  /** `text`, `email`, `radio`, `checkbox`, `select`, `textarea`… */
  readonly type: string;
  /** Its `name` attribute. */
  readonly name: string;
  /** What names it: `placeholder` alone is no label (RGAA 11.1.1), `none` when nothing does. */
  readonly labelledBy: 'label' | 'aria' | 'title' | 'placeholder' | 'none';
  readonly label: string;
  /** Text of its `label` elements, whatever names it. */
  readonly shownLabel: string;
  /** Text of the last of its `label` elements, the nearest one where there are several. */
  readonly lastLabel: string;
  /** Its `label` finds another element of the same identifier. */
  readonly isLabelLost?: true;
  /** Text of what `aria-labelledby` names it with and shows, when it hides some of it. */
  readonly seenLabel?: string;
  /** Whether something else than its own label is written between the field before and it. */
  readonly isAfterText: boolean;
  /** All that is written there is out of sight. */
  readonly isAfterUnseen?: true;
  /** As written; `null` when absent. */
  readonly autocomplete: string | null;
  readonly isRequired: boolean;
  /** Disabled or read only: nothing is asked there. */
  readonly isClosed: boolean;
  /** The group that holds it: its name, empty when it has none; `null` when there is no group. */
  readonly group: string | null;
  /** Number of its form in the page, from 0; -1 outside a form. */
  readonly form: number;
  /** Of a box to tick: the words right before it, but its label, are a question. */
  readonly isAfterQuestion?: true;
  /** Of a radio button: no word stands between it and the next of its name, nor between any of them. */
  readonly isWordless?: true;
  /** Of a box to tick: it picks the row of a table that it is in. */
  readonly isRowPick?: true;
  /** A text elsewhere is said with it (`aria-describedby`), which may tell its group. */
  readonly isDescribed?: true;
  /** Of a list to choose from: what it offers, at most 30. */
  readonly choices?: readonly string[];
}

/** A grouping of fields. */
export interface GroupFacts extends PlaceFacts {
  readonly kind: 'fieldset' | 'role';
  readonly legend: string;
  /** A `legend` is written, and holds nothing. */
  readonly hasEmptyLegend: boolean;
  /** How many fields it holds. */
  readonly fields: number;
  /** They are choices, or parts, of one question. */
  readonly isOfKind: boolean;
}

export interface FormFacts {
  readonly fields: readonly FieldFacts[];
  readonly groups: readonly GroupFacts[];
  /** Groups of options without a name. */
  readonly unnamedOptgroups: readonly PlaceFacts[];
  /** Lists of choices where options that nobody can choose head groups of others; absent when there is none. */
  readonly headedOptions?: readonly PlaceFacts[];
  /** Buttons and their names. */
  readonly buttons: readonly (PlaceFacts & {
    readonly name: string;
    readonly type: string;
    /** It unfolds the part of the page that it is the title of. */
    readonly isTitle?: true;
  })[];
}

const MOST = 200;
const CHOICES = 30;
const NOT_FIELDS = new Set(['hidden', 'submit', 'button', 'reset', 'image']);

/** The fields, groups and buttons of a page, in document order. */
export function readForms(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): FormFacts {
  const forms = dom.tags.filter(({ name }) => name === 'form');
  const labels = labelsOf(dom);
  const lost = lostLabels(dom);
  const exposed = dom.tags.filter(({ isExposed }) => isExposed);
  const fields = exposed.filter(isField).slice(0, MOST);
  const groups = exposed.filter(isGroup).slice(0, MOST);
  const headed = exposed.filter((tag) => tag.name === 'select' && hasHeadedOptions(tag));
  const radios = fields.filter((tag) => typeOf(tag) === 'radio');
  const wordless = new Set([...wordlessOf(dom, radios), ...rowRadiosOf(radios)]);
  return {
    fields: fields.map((tag, at) => {
      const shownLabel = tagLabel(dom, tag, labels);
      const group = closest(tag.parent ?? tag, isGroup);
      const form = closest(tag, ({ name }) => name === 'form');
      return {
        ...labelOf(dom, tag, shownLabel),
        shownLabel: cut(shownLabel, 200),
        lastLabel: cut(labels.get(tag.attributes['id'] ?? '')?.at(-1) ?? shownLabel, 200),
        ...(lost.has(tag) ? { isLabelLost: true as const } : {}),
        ...afterText(dom, tag, fields[at - 1], shownLabel),
        type: typeOf(tag),
        name: cut(tag.attributes['name'] ?? '', 100),
        autocomplete: tag.attributes['autocomplete']?.trim() ?? null,
        isRequired: tag.attributes['required'] !== undefined || tag.attributes['aria-required'] === 'true',
        isClosed:
          tag.attributes['disabled'] !== undefined ||
          tag.attributes['readonly'] !== undefined ||
          tag.attributes['aria-disabled'] === 'true' ||
          closest(
            tag,
            ({ name, attributes }) => name === 'fieldset' && attributes['disabled'] !== undefined,
          ) !== null,
        group: group && legendOf(dom, group),
        form: form ? forms.indexOf(form) : -1,
        ...(typeOf(tag) === 'checkbox' && isAfterQuestion(dom, tag, shownLabel)
          ? { isAfterQuestion: true as const }
          : {}),
        ...(wordless.has(tag) ? { isWordless: true as const } : {}),
        ...(typeOf(tag) === 'checkbox' && isRowPick(dom, tag) ? { isRowPick: true as const } : {}),
        ...(idsOf(tag.attributes['aria-describedby']).length > 0 ? { isDescribed: true as const } : {}),
        ...(tag.name === 'select' ? { choices: choicesOf(dom, tag) } : {}),
        ...placeOf(tag),
      };
    }),
    groups: groups.map((tag) => {
      const held = tagsBetween(dom, tag.start, tag.end).filter((one) => isField(one) && one.isExposed);
      const choices = held.filter((one) => /^(?:radio|checkbox)$/.test(typeOf(one)));
      return {
        kind: tag.name === 'fieldset' ? ('fieldset' as const) : ('role' as const),
        legend: cut(legendOf(dom, tag), 200),
        hasEmptyLegend: hasEmptyLegend(dom, tag),
        fields: held.length,
        isOfKind: choices.length > 1 && choices.length === held.length,
        ...placeOf(tag),
      };
    }),
    unnamedOptgroups: exposed
      .filter(({ name, attributes }) => name === 'optgroup' && collapse(attributes['label'] ?? '') === '')
      .slice(0, MOST)
      .map(placeOf),
    ...(headed.length > 0 ? { headedOptions: headed.slice(0, MOST).map(placeOf) } : {}),
    buttons: exposed
      .filter(isButton)
      .slice(0, MOST)
      .map((tag) => ({
        name: buttonName(dom, tag),
        type: tag.attributes['type'] ?? '',
        ...(unfoldsPart(tag) ? { isTitle: true as const } : {}),
        ...placeOf(tag),
      })),
  };
}

function isField({ name, attributes }: Tag): boolean {
  if (name === 'select' || name === 'textarea') return true;
  return name === 'input' && !NOT_FIELDS.has((attributes['type'] ?? 'text').trim().toLowerCase());
}

function choicesOf(dom: Dom, select: Tag): string[] {
  const options = tagsBetween(dom, select.start, select.end).filter(({ name }) => name === 'option');
  return options
    .slice(0, CHOICES)
    .map(({ start, end, attributes }) => cut(attributes['label'] ?? textBetween(dom, start, end, 100), 80));
}

function typeOf({ name, attributes }: Tag): string {
  return name === 'input' ? (attributes['type'] ?? 'text').trim().toLowerCase() || 'text' : name;
}

/** In a heading. */
function unfoldsPart(tag: Tag): boolean {
  if (tag.attributes['aria-expanded'] === undefined) return false;
  return (
    closest(tag, ({ name, attributes }) => /^h[1-6]$/.test(name) || attributes['role'] === 'heading') !== null
  );
}

function isGroup({ name, attributes }: Tag): boolean {
  return name === 'fieldset' || /^(?:group|radiogroup)$/.test(attributes['role']?.trim() ?? '');
}

function isButton({ name, attributes }: Tag): boolean {
  const role = attributes['role']?.trim();
  if (name === 'button') return role === undefined || role === 'button';
  if (name === 'input') return /^(?:submit|button|reset|image)$/i.test(attributes['type']?.trim() ?? '');
  return role === 'button';
}

function buttonName(dom: Dom, tag: Tag): string {
  const { name, attributes } = tag;
  if (tag.accessibleName !== undefined || name !== 'input') return nameOf(dom, tag, 200);
  return collapse(
    attributes['aria-label'] ?? attributes['value'] ?? attributes['alt'] ?? attributes['title'] ?? '',
  ).slice(0, 200);
}

/** Texts of the `label` elements, by the id they are for. */
function labelsOf(dom: Dom): ReadonlyMap<string, readonly string[]> {
  const labels = new Map<string, string[]>();
  for (const tag of dom.tags) {
    const id = tag.name === 'label' ? tag.attributes['for'] : undefined;
    if (id === undefined) continue;
    append(labels, id, nameOf(dom, tag, 300));
  }
  return labels;
}

function tagLabel(dom: Dom, tag: Tag, labels: ReadonlyMap<string, readonly string[]>): string {
  const around = closest(tag, ({ name }) => name === 'label');
  // One that holds its field and names it too is one label.
  const isTwice =
    around?.attributes['for'] !== undefined && around.attributes['for'] === tag.attributes['id'];
  const own = around && !isTwice ? textBetween(dom, around.start, around.end, 300) : '';
  return collapse(`${[...new Set(labels.get(tag.attributes['id'] ?? ''))].join(' ')} ${own}`);
}

/** Beyond, nobody takes two fields for neighbours. */
const APART = 300;

function afterText(
  dom: Dom,
  tag: Tag,
  before: Tag | undefined,
  label: string,
): Pick<FieldFacts, 'isAfterText' | 'isAfterUnseen'> {
  if (!before) return { isAfterText: true };
  const between = textBetween(dom, before.end, tag.start - 1, APART);
  if (between.length < APART && !isText(between.replace(label, ''))) return { isAfterText: false };
  const unseen = tagsBetween(dom, before.end, tag.start - 1).filter(
    (one) => !one.isVisible && one.end < tag.start && (one.parent?.isVisible ?? true),
  );
  let seen = between.replace(label, '');
  for (const { start, end } of unseen) seen = seen.replace(textBetween(dom, start, end, APART), '');
  return { isAfterText: true, ...(between.length < APART && !isText(seen) ? { isAfterUnseen: true } : {}) };
}

function isText(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function isAfterQuestion({ items }: Dom, { start }: Tag, label: string): boolean {
  for (let at = start - 1; at >= Math.max(0, start - APART); at--) {
    const item = items[at];
    const words = typeof item === 'string' ? collapse(item) : '';
    if (words !== '' && !label.includes(words)) return words.endsWith('?');
  }
  return false;
}

function labelOf(dom: Dom, tag: Tag, label: string): Pick<FieldFacts, 'label' | 'labelledBy' | 'seenLabel'> {
  const { attributes } = tag;
  const told = (
    labelledBy: FieldFacts['labelledBy'],
    label: string,
  ): Pick<FieldFacts, 'label' | 'labelledBy'> => ({
    labelledBy,
    label: cut(label, 200),
  });
  const byId = idsOf(attributes['aria-labelledby']).flatMap(
    (id) => dom.tags.find((one) => one.attributes['id'] === id) ?? [],
  );
  const namesOf = (tags: readonly Tag[]): string =>
    collapse(tags.map((one) => nameOf(dom, one, 300)).join(' '));
  const named = namesOf(byId);
  if (named !== '') {
    const seen = byId.filter(({ isVisible }) => isVisible);
    const isPart = seen.length > 0 && seen.length < byId.length;
    return { ...told('aria', named), ...(isPart ? { seenLabel: cut(namesOf(seen), 200) } : {}) };
  }
  const aria = collapse(attributes['aria-label'] ?? '');
  if (aria !== '') return told('aria', aria);
  if (label !== '') return told('label', label);
  const title = collapse(attributes['title'] ?? '');
  if (title !== '') return told('title', title);
  // A list has none: the attribute is there for a script.
  const placeholder = tag.name === 'select' ? '' : collapse(attributes['placeholder'] ?? '');
  return placeholder === '' ? told('none', '') : told('placeholder', placeholder);
}

function legendOf(dom: Dom, group: Tag): string {
  const { attributes } = group;
  const named = idsOf(attributes['aria-labelledby'])
    .flatMap((id) => dom.tags.find((tag) => tag.attributes['id'] === id) ?? [])
    .map((tag) => nameOf(dom, tag, 300))
    .join(' ');
  if (collapse(named) !== '') return collapse(named);
  const aria = collapse(attributes['aria-label'] ?? '');
  if (aria !== '') return aria;
  const legend = group.name === 'fieldset' ? group.children.find(({ name }) => name === 'legend') : undefined;
  return legend ? nameOf(dom, legend, 300) : collapse(attributes['title'] ?? '');
}

/** Two options or more that nobody can choose, each before some that one can: the first may only ask to choose. */
function hasHeadedOptions({ children }: Tag): boolean {
  const isClosed = children.map(({ attributes }) => attributes['disabled'] !== undefined);
  const heads = isClosed.filter((closed, at) => closed && isClosed[at + 1] === false).length;
  const isLone = isClosed.every((closed, at) => !closed || isClosed[at + 1] === false);
  return (
    isLone && heads >= 2 && children.length >= heads * 2 && children.every(({ name }) => name === 'option')
  );
}

function hasEmptyLegend(dom: Dom, group: Tag): boolean {
  const legend = group.children.find(({ name }) => name === 'legend');
  return (
    group.isVisible && legend !== undefined && legend.children.length === 0 && legendOf(dom, group) === ''
  );
}

function idsOf(attribute: string | undefined): string[] {
  return (attribute ?? '').split(/\s+/).filter((id) => id !== '');
}

/** Words of forms that say nothing of what is asked, French or English. */
const VAGUE = new Set(
  [
    ...[
      'label',
      'libelle',
      'etiquette',
      'champ',
      'champ 1',
      'champ de texte',
      'field',
      'input',
      'text',
      'texte',
      'textbox',
    ],
    ...[
      'saisie',
      'valeur',
      'value',
      'input field',
      'text field',
      'form field',
      'placeholder',
      'undefined',
      'null',
      'name of field',
    ],
    ...[
      'bouton',
      'button',
      'btn',
      'image',
      'icone',
      'icon',
      'click',
      'clic',
      'cliquez',
      'cliquer',
      'click here',
      'cliquez ici',
    ],
    ...[
      'legend',
      'legende',
      'fieldset',
      'groupe',
      'group',
      'options',
      'option',
      'choix',
      'untitled',
      'sans titre',
    ],
  ].map(fold),
);

/** Whether the label of a choice says nothing: « Text » and « Image » may be the answers to choose from. */
export function isVagueChoice(label: string): boolean {
  return (
    !/[\p{L}\p{N}]/u.test(label) ||
    /^(?:label|libelle|champ|field|input|option|choix|choice|checkbox|radio)[\s_-]?\d*$/.test(fold(label))
  );
}

/** Parts of a page, which are nothing to write. */
const PARTS = /^(?:menu|navigation|onglet|tab|lien|link)$/;

/** Whether a label says nothing: a word of the form’s own making, or signs only; of what is written in, a part of the page. */
export function isVague(label: string, isWritten = false): boolean {
  const folded = fold(label).replace(/(?<![\s*:.?!()\-_])[\s*:.?!()\-_]+$/u, '');
  return (
    folded === '' ||
    !/[\p{L}\p{N}]/u.test(folded) ||
    // « Libellé », to be written, is that of an expense or of an act.
    (VAGUE.has(folded) && !(isWritten && folded === 'libelle')) ||
    (isWritten && PARTS.test(folded)) ||
    /^(?:field|champ|input|button|bouton)[\s_-]?\d*$/.test(folded)
  );
}
