import { badgesOf } from '../badge-results.ts';
import {
  badgeDifferences,
  fileDifferences,
  fileFigures,
  type BadgeDifference,
  type FileFigures,
} from '../badge-differences.ts';
import { cantTell, failed, siteCheck, type Check, type Problem } from '../check.ts';
import type { PlaceFacts } from '../facts.ts';
import { cut } from '../text.ts';

interface Badge {
  readonly place: Partial<PlaceFacts>;
  readonly src: string | null;
  readonly isSeen: boolean;
  readonly isFiled: boolean;
  readonly differences: readonly BadgeDifference[];
  /** Of its file: kept to compare the badges with one another. */
  readonly figures: FileFigures;
}

interface Row {
  readonly url: string;
  readonly badges: readonly Badge[];
}

type Code = `${'value' | 'period' | 'target'}-differs` | 'unknown-line' | 'other-file' | 'unread' | 'unseen';

/** Lines kept of a file, and differences told of a badge. */
const LINES = 12;
const TOLD = 3;
const NAME_LENGTH = 60;

/** A badge shows what its results file holds, and a badge that holds its own results agrees with that file. */
export const badgeFigures: Check = siteCheck({
  id: 'badge-figures',
  codes: {
    'value-differs': {
      items: ['RES-11'],
      severity: 'major',
      text: 'Pour « {name} », le badge affiche {shown} et son fichier de résultats donne {filed} : publier à nouveau le fichier, ou retirer la copie que montre le badge.',
    },
    'period-differs': {
      items: ['RES-11'],
      severity: 'major',
      text: 'Pour « {name} », le badge affiche la période « {shown} » et son fichier de résultats donne {filed} : publier à nouveau le fichier, ou retirer la copie que montre le badge.',
    },
    'target-differs': {
      items: ['RES-11'],
      severity: 'major',
      text: 'Pour « {name} », le badge affiche « {shown} » et son fichier de résultats donne {filed} : publier à nouveau le fichier, ou retirer la copie que montre le badge.',
    },
    'unknown-line': {
      items: ['RES-11'],
      severity: 'minor',
      text: 'Le badge affiche « {name} », que son fichier de résultats ne nomme pas ainsi : comparer les deux.',
    },
    'other-file': {
      items: ['RES-11'],
      severity: 'major',
      text: 'Ce badge porte ses propres résultats : pour « {name} », il dit {shown}, et le fichier de résultats du site {filed}. Lui donner l’adresse du fichier (attribut « src »).',
    },
    unread: {
      items: ['RES-11'],
      severity: 'minor',
      text: 'Le fichier de résultats de ce badge n’a pas pu être lu : l’ouvrir, et comparer ses chiffres à ceux du badge.',
    },
    unseen: {
      items: ['RES-11'],
      severity: 'info',
      text: 'Ce badge n’a pas été affiché par le navigateur de l’audit : ouvrir la page, et comparer ses chiffres à ceux de son fichier de résultats.',
    },
  },
  project: (page): Row | null => {
    const badges = badgesOf(page).map(({ place, src, shown, results }): Badge => ({
      ...{ place, src, isSeen: shown !== null, isFiled: results !== null },
      differences:
        shown && results ? badgeDifferences(shown.lines, results).slice(0, TOLD).map(shortened) : [],
      figures: results ? fileFigures(results, LINES) : [],
    }));
    return badges.length === 0 ? null : { url: page.url, badges };
  },
  *judge(rows) {
    const files = rows.flatMap(({ badges }) => badges.filter(({ src, isFiled }) => src !== null && isFiled));
    const [reference] = files;
    const isOne = files.every(({ src }) => src === reference?.src);
    for (const { url, badges } of rows) {
      for (const { place, src, isSeen, isFiled, differences, figures } of badges) {
        const at = { url, place };
        if (!isSeen) yield cantTell('unseen', {}, at);
        else if (!isFiled) yield cantTell('unread', {}, at);
        for (const { what, ...params } of differences) {
          const there = { ...at, quote: `${params.name} : ${params.shown}`, cause: `${what} ${params.name}` };
          if (what === 'unknown') yield cantTell('unknown-line', params, there);
          else yield failed(`${what}-differs`, params, there);
        }
        if (src === null && reference && isOne)
          yield* copied(fileDifferences(figures, reference.figures), at);
      }
    }
  },
});

function* copied(differences: readonly BadgeDifference[], at: Problem['at']): Generator<Problem<Code>> {
  for (const { name, shown, filed } of differences.slice(0, TOLD)) {
    const params = { name: cut(name, NAME_LENGTH), shown, filed };
    yield failed('other-file', params, {
      ...at,
      quote: `${params.name} : ${shown}`,
      cause: `copy ${params.name}`,
    });
  }
}

function shortened({ what, ...texts }: BadgeDifference): BadgeDifference {
  const { name, shown, filed } = texts;
  return {
    what,
    name: cut(name, NAME_LENGTH),
    shown: cut(shown, NAME_LENGTH),
    filed: cut(filed, NAME_LENGTH),
  };
}
