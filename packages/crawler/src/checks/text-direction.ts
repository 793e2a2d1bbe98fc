import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

const RULES = { rgaa: ['8.10'], items: [], severity: 'major' } as const;

/** Arabic or Hebrew is read from right to left: signs and figures get out of order unless the code says so. */
export const textDirection: Check = signCheck({
  id: 'text-direction',
  families: ['directions'],
  codes: {
    'no-direction': {
      ...RULES,
      rgaaTests: ['8.10.1'],
      text: 'Ce passage se lit de droite à gauche et le code ne le dit pas : ajouter dir="rtl" à l’élément qui le contient.',
    },
    'wrong-direction': {
      ...RULES,
      rgaaTests: ['8.10.2'],
      text: 'Ce passage est déclaré se lire de droite à gauche et se lit de gauche à droite : ôter l’attribut dir="rtl".',
    },
    'bad-direction': {
      ...RULES,
      severity: 'minor',
      rgaaTests: ['8.10.2'],
      text: 'Le sens de lecture « {about} » n’existe pas : écrire « ltr » ou « rtl ».',
    },
  },
});
