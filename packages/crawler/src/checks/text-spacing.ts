import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** Who needs more space between letters, words and lines must not lose any of the text. */
export const textSpacing: Check = pageCheck({
  id: 'text-spacing',
  needs: 'rendered',
  looks: ['passes.narrow'],
  codes: {
    cut: {
      items: [],
      severity: 'major',
      text: 'Avec l’espacement de texte que la norme prévoit, une partie de ce texte est coupée : retirer la hauteur ou la largeur fixe de son bloc (min-height plutôt que height).',
      rgaa: ['10.12'],
      rgaaTests: ['10.12.1'],
    },
    covered: {
      items: [],
      severity: 'minor',
      text: 'Avec l’espacement de texte que la norme prévoit, ce texte semble en recouvrir un autre : le vérifier, et retirer la hauteur fixe de son bloc.',
      rgaa: ['10.12'],
      rgaaTests: ['10.12.1'],
    },
    doubt: {
      items: [],
      severity: 'minor',
      text: 'Avec l’espacement de texte que la norme prévoit, ce texte est abrégé ou disparaît : vérifier qu’il peut encore être lu.',
      rgaa: ['10.12'],
      rgaaTests: ['10.12.1'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.narrow?.text !== undefined,
  *judge({ rendered }) {
    for (const { fault, ...one } of rendered.passes?.narrow?.text?.spacing ?? [])
      // What lies over another text may be hidden by what scrolls, or be empty there: an eye sees it at once.
      yield fault === 'cut'
        ? failed(fault, {}, seenAt(one))
        : cantTell(fault === 'covered' ? fault : 'doubt', {}, seenAt(one));
  },
});
