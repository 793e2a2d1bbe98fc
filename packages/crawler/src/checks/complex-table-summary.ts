import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';

/** Who can’t see a table of several levels at a glance needs to be told how it is made. */
export const complexTableSummary: Check = pageCheck({
  id: 'complex-table-summary',
  needs: 'html',
  codes: {
    'no-summary': {
      items: [],
      severity: 'minor',
      text: 'Ce tableau a des en-têtes sur plusieurs niveaux et aucun résumé ne dit comment le lire : ajouter dans sa balise <caption> une phrase qui l’explique, ou simplifier le tableau.',
      rgaa: ['5.1'],
      rgaaTests: ['5.1.1'],
    },
    'read-summary': {
      items: [],
      severity: 'info',
      text: 'Ce tableau à plusieurs niveaux d’en-têtes a un résumé : vérifier qu’il explique bien comment le lire.',
      rgaa: ['5.2'],
      rgaaTests: ['5.2.1'],
    },
  },
  applies: (page) =>
    contentOf(page)?.tables.some(({ use, isComplex }) => use === 'data' && isComplex) ?? false,
  *judge(page) {
    for (const { use, isComplex, hasSummary, text, selector, line, zone } of contentOf(page)?.tables ?? []) {
      if (use !== 'data' || !isComplex) continue;
      const at = { place: { selector, line, zone }, quote: text, cause: text.slice(0, 60) };
      yield hasSummary ? cantTell('read-summary', {}, at) : failed('no-summary', {}, at);
    }
  },
});
