import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

const RULES = { rgaa: ['10.9'], rgaaTests: ['10.9.1'], items: [], severity: 'major' } as const;

/** « Le bouton de droite » means nothing to who hears the page or sees it in one column. */
export const sensoryWords: Check = signCheck({
  id: 'sensory-words',
  families: ['wording'],
  codes: {
    'control-by-place': {
      ...RULES,
      act: ['9bd38c'],
      text: 'L’instruction « {about} » ne désigne l’élément que par sa forme, sa taille ou sa place, que tous ne voient pas : donner aussi son nom.',
    },
    'control-by-colour': {
      ...RULES,
      rgaa: ['3.1'],
      rgaaTests: ['3.1.1'],
      text: 'L’instruction « {about} » ne désigne l’élément que par sa couleur, que tous ne voient pas : donner aussi son nom.',
    },
    'maybe-by-colour': {
      ...RULES,
      isDoubt: true,
      severity: 'minor',
      rgaa: ['3.1'],
      rgaaTests: ['3.1.1'],
      text: 'L’instruction « {about} » désigne par sa couleur un élément d’un autre écran, semble-t-il : vérifier que cet écran lui donne aussi un nom, et le reprendre ici.',
    },
    'maybe-by-place': {
      ...RULES,
      isDoubt: true,
      severity: 'minor',
      rgaa: ['10.9', '10.10'],
      rgaaTests: ['10.9.1', '10.10.1'],
      act: ['9bd38c'],
      text: 'Le passage « {about} » désigne un élément par sa place : vérifier qu’un nom ou un titre permet aussi de le trouver.',
    },
  },
});
