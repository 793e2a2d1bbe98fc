import { failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** Who comes somewhere by keyboard must be able to leave. */
export const keyboardTrap: Check = pageCheck({
  id: 'keyboard-trap',
  needs: 'rendered',
  looks: ['passes.keyboard'],
  codes: {
    trap: {
      items: [],
      severity: 'major',
      text: 'Le clavier reste pris ici : ni Tabulation, ni Majuscule + Tabulation, ni Échap n’en sortent, et le reste de la page est hors d’atteinte. Laisser la touche Tabulation suivre son cours, ou indiquer dans la page une touche qui en fait sortir.',
      rgaa: ['12.9'],
      rgaaTests: ['12.9.1'],
      act: ['80af7b', 'ebe86a', 'a1b64e'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.keyboard !== undefined,
  *judge({ rendered }) {
    for (const one of rendered.passes?.keyboard?.traps ?? []) yield failed('trap', {}, seenAt(one));
  },
});
