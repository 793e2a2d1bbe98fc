import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** The Tab key must go through the page in the order in which it is read. */
export const tabOrder: Check = pageCheck({
  id: 'tab-order',
  needs: 'rendered',
  looks: ['passes.keyboard'],
  codes: {
    disorder: {
      items: [],
      severity: 'major',
      text: 'La touche Tabulation revient ici en arrière, contre l’ordre de lecture, parce qu’un attribut tabindex fixe un rang : retirer les tabindex supérieurs à 0 et mettre les éléments dans l’ordre voulu.',
      rgaa: ['12.8'],
      rgaaTests: ['12.8.1'],
    },
    reversed: {
      items: [],
      severity: 'major',
      text: 'La touche Tabulation parcourt ces éléments dans un autre ordre que celui où ils s’affichent, ou à rebours : les écrire dans l’ordre de lecture au lieu de les déplacer par la feuille de style.',
      rgaa: ['12.8'],
      rgaaTests: ['12.8.1'],
    },
    ranked: {
      items: [],
      severity: 'minor',
      text: 'Un attribut tabindex fait passer cet élément avant ceux qui le précèdent : vérifier que l’ordre reste compréhensible, sinon retirer le tabindex.',
      rgaa: ['12.8'],
      rgaaTests: ['12.8.1'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.keyboard !== undefined,
  *judge({ rendered }) {
    const disorder = rendered.passes?.keyboard?.disorder ?? [];
    const ranked = disorder.filter(({ by }) => by === 'tabindex');
    for (const { from, by, isOneGroup } of disorder) {
      if (by === 'layout') yield failed('reversed', {}, seenAt(from));
      // Once, to bring the search first, may be meant; within one form, or again and again, nobody follows.
      else if (isOneGroup || ranked.length > 1) yield failed('disorder', {}, seenAt(from));
      else yield cantTell('ranked', {}, seenAt(from));
    }
  },
});
