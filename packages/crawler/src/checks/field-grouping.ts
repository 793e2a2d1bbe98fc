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
      yield failed(
        'no-group',
        { labels },
        { place: { selector, line, zone }, quote: labels, cause: first.name },
      );
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
  const alone = fields.filter(({ group }) => group === null);
  const choices = alone.filter(
    ({ type, name, form }) => name !== '' && (type === 'radio' || (type === 'checkbox' && form >= 0)),
  );
  const questions = [
    ...Map.groupBy(choices, ({ form, type, name }) => `${String(form)} ${type} ${name}`).values(),
  ];
  return [
    ...questions.filter((own) => own.length > 1 && own.every(({ label }) => label.split(' ').length <= 6)),
    ...datesOf(alone),
  ];
}

const PARTS = [/^(?:jour|day|jj|dd)\b/, /^(?:mois|month|mm)\b/, /^(?:annee|year|aaaa|yyyy)\b/] as const;

/** Day, month and year in a row, in any order. */
function datesOf(fields: readonly FieldFacts[]): FieldFacts[][] {
  return fields.flatMap((first, at) => {
    const own = fields.slice(at, at + 3);
    const isDate =
      first.form >= 0 &&
      own.every(({ form, lastLabel }) => form === first.form && lastLabel.length < 40) &&
      PARTS.every((part) => own.some(({ lastLabel }) => part.test(fold(lastLabel))));
    return isDate ? [own] : [];
  });
}
