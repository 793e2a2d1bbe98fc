import { cantTell, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';

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
  applies: (page) => (contentOf(page)?.forms.fields ?? []).filter(({ form }) => form >= 0).length > 2,
  *judge(page) {
    const seen = new Set<number>();
    for (const { form, selector, line, zone } of contentOf(page)?.forms.fields ?? []) {
      if (form < 0 || seen.has(form)) continue;
      seen.add(form);
      yield cantTell('read-again', {}, { place: { selector, line, zone }, cause: selector });
    }
  },
});
