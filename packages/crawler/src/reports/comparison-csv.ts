import { grid, type ItemChange, type ItemComparison } from '@qualepref/core';
import type { Comparison, DefectComparison } from '../compare.ts';
import { defectWords, itemWords } from './change-words.ts';
import { csvTable, type Columns } from './csv-table.ts';
import { severityMarks, verdictMarks } from './html-marks.ts';
import { whoMends } from './owners.ts';
import type { ReportFile } from './report-file.ts';

/** `comparaison-grille.csv` and `comparaison-defauts.csv`: the two audits side by side. */
export function* comparisonCsv(comparison: Comparison): Generator<ReportFile> {
  const { before, after, items, defects } = comparison;
  yield {
    name: 'comparaison-grille.csv',
    content: csvTable(items, itemColumns(titles(before.campaign, after.campaign))),
  };
  yield { name: 'comparaison-defauts.csv', content: csvTable(defects, DEFECTS) };
}

/** Two audits of one quarter are told apart by their order. */
function titles(before: string, after: string): [string, string] {
  return before === after ? [`${before}, avant`, `${after}, après`] : [before, after];
}

function itemColumns([earlier, later]: [string, string]): Columns<ItemComparison> {
  const specs = new Map(grid.map((item) => [item.id, item]));
  return {
    Point: ({ item }) => item,
    Rubrique: ({ item }) => specs.get(item)?.rubrique,
    Intitulé: ({ item }) => specs.get(item)?.label,
    Évolution: ({ change }) => wordOf(change),
    [earlier]: ({ before }) => before && verdictMarks[before].word,
    [later]: ({ after }) => after && verdictMarks[after].word,
  };
}

function wordOf(change: ItemChange): string {
  return itemWords[change].one;
}

const DEFECTS: Columns<DefectComparison> = {
  Évolution: ({ change }) => defectWords[change].one,
  État: ({ isProven }) => (isProven ? 'établi' : 'à vérifier, ou information'),
  Gravité: ({ severity }) => severityMarks[severity].word,
  'Qui corrige': whoMends,
  Message: ({ message }) => message,
  'Points de la grille': ({ items }) => items.join(', '),
  'Pages qui l’ont toujours': ({ kept }) => kept,
  'Pages nouvelles': ({ gained }) => gained.length,
  'Pages corrigées': ({ lost }) => lost.length,
  'Pages disparues': ({ removed }) => removed.length,
  'Pages non revues': ({ unjudged }) => unjudged.length,
  'Pages vues pour la première fois': ({ firstJudged }) => firstJudged.length,
  'Première page': ({ gained, firstJudged, lost, removed, unjudged }) =>
    [...gained, ...firstJudged, ...lost, ...removed, ...unjudged][0],
  Contrôle: ({ check, code }) => (code.includes('/') ? code : `${check}/${code}`),
  Cause: ({ cause }) => cause,
  'Défaut avant': ({ before }) => before.join(', '),
  'Défaut après': ({ after }) => after.join(', '),
};
