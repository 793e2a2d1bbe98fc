import { failed, cantTell, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';
import type { FieldFacts } from '../read-fields.ts';
import { isVague } from '../read-fields.ts';

/** « Oui » and « Non » mean nothing away from their question: the group says it. */
export const fieldGrouping: Check = pageCheck({
  id: 'field-grouping',
  needs: 'html',
  codes: {
    'no-group': {
      items: [],
      severity: 'major',
      text: 'Ces boutons d’option ({labels}) ne sont pas regroupés : un lecteur d’écran les lit sans leur question. Les mettre dans une balise <fieldset> dont la <legend> pose la question.',
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
      (forms.groups.some(({ fields }) => fields > 0) || ungrouped(forms.fields).length > 0)
    );
  },
  *judge(page) {
    const { fields = [], groups = [] } = contentOf(page)?.forms ?? {};
    for (const [first, ...others] of ungrouped(fields)) {
      if (!first) continue;
      const labels = [first, ...others].map(({ label }) => label).join(', ');
      const { selector, line, zone } = first;
      yield failed(
        'no-group',
        { labels },
        { place: { selector, line, zone }, quote: labels, cause: first.name },
      );
    }
    for (const { legend, fields: held, selector, line, zone } of groups) {
      if (held === 0) continue;
      const at = { place: { selector, line, zone }, quote: legend, cause: legend };
      // One field in an unnamed group is no grouping: a wrapper of some library, a way to disable it.
      if (legend === '' && held > 1) yield failed('no-legend', {}, at);
      else if (legend !== '' && isVague(legend)) yield failed('vague-legend', { legend }, at);
      else if (legend !== '') yield cantTell('read-legend', { legend }, at);
    }
  },
});

/** Radio buttons of one question that no group holds and whose labels don’t say it. */
function ungrouped(fields: readonly FieldFacts[]): FieldFacts[][] {
  const radios = fields.filter(({ type, group, name }) => type === 'radio' && group === null && name !== '');
  return [...Map.groupBy(radios, ({ form, name }) => `${String(form)} ${name}`).values()].filter(
    (own) => own.length > 1 && own.every(({ label }) => label.split(' ').length <= 6),
  );
}
