import { cantTell, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';
import type { FieldFacts } from '../read-fields.ts';

/** What is sent to an administration binds: a person looks whether it can be read again and mended first. */
export const formInventory: Check = pageCheck({
  id: 'form-inventory',
  needs: 'html',
  codes: {
    'read-again': {
      items: [],
      severity: 'info',
      text: 'Ce formulaire demande des données : vérifier qu’elles peuvent être relues et corrigées avant l’envoi, ou annulées après.',
      rgaa: ['11.12'],
      rgaaTests: ['11.12.1'],
    },
  },
  applies: (page) => longForms(contentOf(page)?.forms.fields ?? []).length > 0,
  *judge(page) {
    for (const { selector, line, zone } of longForms(contentOf(page)?.forms.fields ?? []))
      yield cantTell('read-again', {}, { place: { selector, line, zone }, cause: selector });
  },
});

/** The first field of each form that asks for more than a search does. */
function longForms(fields: readonly FieldFacts[]): FieldFacts[] {
  const forms = Map.groupBy(
    fields.filter(({ form }) => form >= 0),
    ({ form }) => form,
  );
  return [...forms.values()].flatMap((own) => (own.length > 2 ? (own[0] ?? []) : []));
}
