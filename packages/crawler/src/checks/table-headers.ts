import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';

/** Read cell by cell, a figure means something only with the header of its row and column. */
export const tableHeaders: Check = pageCheck({
  id: 'table-headers',
  needs: 'html',
  codes: {
    'no-row-headers': {
      items: [],
      severity: 'major',
      text: 'Chaque ligne de ce tableau commence par un intitulé en gras qui n’est pas déclaré comme en-tête : en faire une cellule <th scope="row">.',
      rgaa: ['5.6'],
      rgaaTests: ['5.6.2'],
    },
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
    'lone-header': {
      items: [],
      severity: 'major',
      text: 'L’en-tête « {header} » ne s’applique à aucune cellule : compléter sa ligne ou sa colonne, ou en faire une cellule ordinaire.',
      rgaa: ['5.7'],
      rgaaTests: ['5.7.1'],
      act: ['d0f69e'],
    },
    'bad-scope': {
      items: [],
      severity: 'minor',
      text: 'Un en-tête de ce tableau a un attribut scope="{scope}", qui ne veut rien dire : écrire scope="col" pour une colonne, scope="row" pour une ligne.',
      rgaa: ['5.7'],
      rgaaTests: ['5.7.1'],
    },
    'unlinked-headers': {
      items: [],
      severity: 'minor',
      text: 'Ce tableau a des en-têtes sur plusieurs niveaux, et rien ne dit à quelles cellules ils s’appliquent : donner à chaque <th> un attribut scope, ou lier les cellules par id et headers.',
      rgaa: ['5.7'],
      rgaaTests: ['5.7.1'],
    },
    'unscoped-headers': {
      items: [],
      severity: 'minor',
      text: 'Ce tableau a des en-têtes de colonnes et des en-têtes de lignes, et rien ne dit lesquels sont lesquels : donner à chaque <th> un attribut scope="col" ou scope="row".',
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
  applies: (page) => {
    const { tables = [], loneHeads = [] } = contentOf(page) ?? {};
    return tables.some(({ use }) => use !== 'layout') || loneHeads.length > 0;
  },
  *judge(page) {
    for (const { text, ...place } of contentOf(page)?.loneHeads ?? [])
      yield failed('lone-header', { header: text }, { place, quote: text, cause: text });
    for (const table of contentOf(page)?.tables ?? []) {
      const { use, headers, undeclared, rows, columns, isComplex, hasBothWays, text, ...where } = table;
      const { selector, line, zone } = where;
      if (use === 'layout') continue;
      const at = { place: { selector, line, zone }, quote: text, cause: text.slice(0, 60) };
      const lone = headers.find(({ isAlone }) => isAlone);
      if (lone) yield failed('lone-header', { header: lone.text }, at);
      const scope = headers.find(({ badScope }) => badScope !== null)?.badScope;
      if (scope) yield failed('bad-scope', { scope }, at);
      if (undeclared === 'rows') yield failed('no-row-headers', {}, at);
      if (headers.length === 0) {
        if (rows < 2 || columns < 2) continue;
        yield undeclared ? failed('no-headers', {}, at) : cantTell('maybe-headers', {}, at);
      } else if (!scope && headers.some(({ hasScope, hasId }) => !hasScope && !hasId)) {
        const isBare = headers.every(({ hasScope, hasId }) => !hasScope && !hasId);
        // A bar of links around one title is a table for its look: what it lacks is another criterion’s.
        const isTable = headers.filter(({ text }) => text !== '').length > 2;
        if (isBare && isComplex && isTable) yield failed('unlinked-headers', {}, at);
        else if (isBare && hasBothWays) yield failed('unscoped-headers', {}, at);
        else yield cantTell('maybe-unlinked', {}, at);
      }
    }
  },
});
