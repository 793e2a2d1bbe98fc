import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';

/** Read cell by cell, a figure means something only with the header of its row and column. */
export const tableHeaders: Check = pageCheck({
  id: 'table-headers',
  needs: 'html',
  codes: {
    'no-headers': {
      items: [],
      severity: 'major',
      text: 'Les en-têtes de ce tableau de données ne sont pas déclarés : un lecteur d’écran lit ses cellules sans dire à quelle ligne ou colonne elles se rapportent. Mettre les cellules d’en-tête en <th> avec scope="col" ou scope="row".',
      rgaa: ['5.6'],
      rgaaTests: ['5.6.1'],
    },
    'maybe-headers': {
      items: [],
      severity: 'minor',
      text: 'Ce tableau semble contenir des données et n’a pas d’en-tête : si ses lignes ou colonnes ont un titre, mettre ces cellules en <th> ; s’il ne sert qu’à la mise en page, lui donner role="presentation".',
      rgaa: ['5.6'],
      rgaaTests: ['5.6.1'],
    },
    'unlinked-headers': {
      items: [],
      severity: 'minor',
      text: 'Ce tableau a des en-têtes sur plusieurs niveaux, et rien ne dit à quelles cellules ils s’appliquent : donner à chaque <th> un attribut scope, ou lier les cellules par id et headers.',
      rgaa: ['5.7'],
      rgaaTests: ['5.7.1'],
    },
    'maybe-unlinked': {
      items: [],
      severity: 'info',
      text: 'Les en-têtes de ce tableau n’ont pas d’attribut scope : vérifier que chaque cellule se comprend, et ajouter scope="col" ou scope="row".',
      rgaa: ['5.7'],
      rgaaTests: ['5.7.1'],
    },
  },
  applies: (page) => contentOf(page)?.tables.some(({ use }) => use !== 'layout') ?? false,
  *judge(page) {
    for (const table of contentOf(page)?.tables ?? []) {
      const { use, headers, undeclared, rows, columns, isComplex, text, selector, line, zone } = table;
      if (use === 'layout') continue;
      const at = { place: { selector, line, zone }, quote: text, cause: text.slice(0, 60) };
      if (headers.length === 0) {
        if (rows < 2 || columns < 2) continue;
        yield undeclared ? failed('no-headers', {}, at) : cantTell('maybe-headers', {}, at);
      } else if (headers.some(({ hasScope, hasId }) => !hasScope && !hasId)) {
        const isProven = isComplex && headers.every(({ hasScope, hasId }) => !hasScope && !hasId);
        yield isProven ? failed('unlinked-headers', {}, at) : cantTell('maybe-unlinked', {}, at);
      }
    }
  },
});
