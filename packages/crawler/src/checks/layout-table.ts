import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';

/** A table that only places things is announced as data, row by row, unless it says that it is none. */
export const layoutTable: Check = pageCheck({
  id: 'layout-table',
  needs: 'html',
  codes: {
    'data-markup': {
      items: [],
      severity: 'minor',
      text: 'Ce tableau se déclare de mise en page (role="presentation") et emploie {markup}, qui sont d’un tableau de données : retirer l’un ou l’autre.',
      rgaa: ['5.8'],
      rgaaTests: ['5.8.1'],
    },
    'no-role': {
      items: [],
      severity: 'minor',
      text: 'Ce tableau ne sert qu’à placer des éléments, et un lecteur d’écran l’annonce comme un tableau de données : lui donner role="presentation", ou mieux, le remplacer par une mise en page de la feuille de style.',
      rgaa: ['5.3'],
      rgaaTests: ['5.3.1'],
    },
    'maybe-layout': {
      items: [],
      severity: 'minor',
      text: 'Ce tableau d’une seule ligne ne sert peut-être qu’à mettre en regard un mot et son explication : s’il ne présente pas de données, lui donner role="presentation", ou employer une liste de définitions.',
      rgaa: ['5.3'],
      rgaaTests: ['5.3.1'],
    },
    'read-order': {
      items: [],
      severity: 'info',
      text: 'Ce tableau de mise en page se lit ligne après ligne : vérifier que son contenu se comprend dans cet ordre.',
      rgaa: ['5.3'],
      rgaaTests: ['5.3.1'],
    },
  },
  applies: (page) => contentOf(page)?.tables.some(({ use }) => use === 'layout') ?? false,
  *judge(page) {
    for (const table of contentOf(page)?.tables ?? []) {
      const { use, isDeclared, isTerm, dataMarkup, rows, columns, text, selector, line, zone } = table;
      if (use !== 'layout' || text === '') continue;
      const at = { place: { selector, line, zone }, quote: text, cause: text.slice(0, 60) };
      if (dataMarkup.length > 0) yield failed('data-markup', { markup: dataMarkup.join(', ') }, at);
      else if (!isDeclared && isTerm) yield cantTell('maybe-layout', {}, at);
      else if (!isDeclared) yield failed('no-role', {}, at);
      else if (rows > 1 && columns > 1) yield cantTell('read-order', {}, at);
    }
  },
});
