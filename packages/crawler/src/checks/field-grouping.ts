import { failed, cantTell, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';
import type { FieldFacts } from '../read-fields.ts';
import { isVague } from '../read-fields.ts';
import { fold } from '../text.ts';

/** Labels told of one group. */
const MOST_NAMED = 6;

/** « Oui » and « Non » mean nothing away from their question: the group says it. */
export const fieldGrouping: Check = pageCheck({
  id: 'field-grouping',
  needs: 'html',
  codes: {
    'no-group': {
      items: [],
      severity: 'major',
      text: 'Ces champs ({labels}) vont ensemble et ne sont pas regroupés : un lecteur d’écran les lit sans leur question. Les mettre dans une balise <fieldset> dont la <legend> pose la question.',
      rgaa: ['11.5'],
      rgaaTests: ['11.5.1'],
    },
    'maybe-no-group': {
      items: [],
      severity: 'minor',
      text: 'Si ces choix ({labels}) répondent à une question, les mettre dans une balise <fieldset> dont la <legend> la pose ; s’ils ne font qu’afficher une partie de la page, en faire des boutons ou des onglets.',
      rgaa: ['11.5'],
      rgaaTests: ['11.5.1'],
    },
    'no-legend': {
      items: [],
      severity: 'major',
      text: 'Ce groupe de champs n’a pas de légende : ajouter, en premier dans <fieldset>, une balise <legend> qui dit ce qui est demandé.',
      rgaa: ['11.6'],
      rgaaTests: ['11.6.1'],
    },
    'maybe-no-legend': {
      items: [],
      severity: 'minor',
      text: 'Ce groupe (<fieldset> ou role="group") n’a pas de légende : si ses champs portent sur une même question, la poser dans une <legend> ; sinon, ôter le groupe.',
      rgaa: ['11.6'],
      rgaaTests: ['11.6.1'],
    },
    'empty-legend': {
      items: [],
      severity: 'minor',
      text: 'La légende de ce groupe (<legend>) est vide : un lecteur d’écran annonce un groupe sans nom. Y poser la question, ou ôter le groupe s’il ne regroupe rien.',
      rgaa: ['11.6'],
      rgaaTests: ['11.6.1'],
    },
    'vague-legend': {
      items: [],
      severity: 'minor',
      text: 'La légende « {legend} » ne dit pas ce qui est demandé : y poser la question.',
      rgaa: ['11.7'],
      rgaaTests: ['11.7.1'],
    },
    'read-legend': {
      items: [],
      severity: 'info',
      text: 'Vérifier que la légende « {legend} » convient à tous les champs du groupe.',
      rgaa: ['11.7'],
      rgaaTests: ['11.7.1'],
    },
  },
  applies: (page) => {
    const forms = contentOf(page)?.forms;
    return (
      forms !== undefined &&
      (forms.groups.some(({ fields, hasEmptyLegend }) => fields > 0 || hasEmptyLegend) ||
        ungrouped(forms.fields).length > 0)
    );
  },
  *judge(page) {
    const { fields = [], groups = [] } = contentOf(page)?.forms ?? {};
    for (const [first, ...others] of ungrouped(fields)) {
      if (!first) continue;
      const named = new Set([first, ...others].map(({ label }) => label).filter((label) => label !== ''));
      const labels =
        named.size > 0
          ? [...named].slice(0, MOST_NAMED).join(', ') + (named.size > MOST_NAMED ? '…' : '')
          : `sans étiquette, « ${first.name} » dans le code`;
      const { selector, line, zone } = first;
      const at = { place: { selector, line, zone }, quote: labels, cause: first.name };
      yield first.isWordless
        ? cantTell('maybe-no-group', { labels }, at)
        : failed('no-group', { labels }, at);
    }
    for (const { legend, fields: held, isOfKind, hasEmptyLegend, selector, line, zone } of groups) {
      if (held === 0 && !hasEmptyLegend) continue;
      const at = { place: { selector, line, zone }, quote: legend, cause: legend };
      // One field in an unnamed group is no grouping: a wrapper of some library, a way to disable it.
      if (hasEmptyLegend) yield failed('empty-legend', {}, at);
      else if (legend === '' && held > 1)
        // The RGAA asks it of fields of one kind; a whole form may stand in a group that says nothing more.
        yield isOfKind ? failed('no-legend', {}, at) : cantTell('maybe-no-legend', {}, at);
      else if (legend !== '' && isVague(legend)) yield failed('vague-legend', { legend }, at);
      else if (legend !== '') yield cantTell('read-legend', { legend }, at);
    }
  },
});

/** Fields of one question that no group holds and whose labels don’t say it: choices of one name, parts of a date. */
function ungrouped(fields: readonly FieldFacts[]): FieldFacts[][] {
  // A text said with each field may be their question (RGAA, « Légende », note 1).
  const alone = fields.filter(({ group, isDescribed }) => group === null && !isDescribed);
  // The boxes of the rows of a table choose rows: its headers say which.
  const choices = alone.filter(
    ({ type, name, isRowPick }) => name !== '' && /^(?:radio|checkbox)$/.test(type) && !isRowPick,
  );
  const questions = Map.groupBy(choices, ({ form, type, name }) => `${String(form)} ${type} ${name}`);
  return [
    ...[...questions.values()].filter(
      (own) => own.length > 1 && isAsked(own) && own.every(({ label }) => label.split(' ').length <= 6),
    ),
    ...datesOf(alone),
  ];
}

/** Boxes outside a form may each choose something else: a line of a list, a layer of a map. */
function isAsked([first]: readonly FieldFacts[]): boolean {
  return first?.type === 'radio' || (first?.form ?? -1) >= 0 || first?.isAfterQuestion === true;
}

/** Nothing but the name of the part: « Jour de naissance » says which date it is. */
const PARTS = [
  new Set(['jour', 'day', 'jj', 'dd']),
  new Set(['mois', 'month', 'mm']),
  new Set(['annee', 'year', 'aaaa', 'yyyy']),
] as const;

/** Day, month and year in a row, in any order. */
function datesOf(fields: readonly FieldFacts[]): FieldFacts[][] {
  return fields.flatMap((first, at) => {
    const own = fields.slice(at, at + 3);
    const isDate =
      own.every(({ form, labelledBy }) => form === first.form && labelledBy === 'label') &&
      PARTS.every((part) => own.some(({ lastLabel }) => isOnly(lastLabel, part)));
    return isDate ? [own] : [];
  });
}

function isOnly(label: string, names: ReadonlySet<string>): boolean {
  const words = fold(label.replace(/\([^)]{0,80}\)/g, ' ')).match(/[a-z]+/g) ?? [];
  return words.length > 0 && words.every((word) => names.has(word));
}
