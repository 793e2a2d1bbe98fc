import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** Text must be readable at twice its size. */
export const textZoom200: Check = pageCheck({
  id: 'text-zoom-200',
  needs: 'rendered',
  looks: ['passes.narrow'],
  codes: {
    cut: {
      items: [],
      severity: 'major',
      text: 'Avec un zoom de 200 %, une partie de ce texte est coupée : retirer la hauteur ou la largeur fixe du bloc qui le coupe.',
      rgaa: ['10.4'],
      rgaaTests: ['10.4.1'],
      act: ['59br37'],
    },
    covered: {
      items: [],
      severity: 'major',
      text: 'Avec un zoom de 200 %, ce texte en recouvre un autre : retirer les hauteurs fixes et les positions absolues.',
      rgaa: ['10.4'],
      rgaaTests: ['10.4.1'],
    },
    still: {
      items: [],
      severity: 'major',
      text: 'Ce texte ne grandit pas avec le zoom, parce que sa taille dépend de la largeur de la fenêtre : la donner en rem, ou ajouter une part en rem (calc(1rem + 1vw)).',
      rgaa: ['10.4'],
      rgaaTests: ['10.4.2'],
    },
    slow: {
      items: [],
      severity: 'minor',
      text: 'Ce texte grandit moins que le zoom, parce que sa taille change avec la largeur de la fenêtre : vérifier qu’il peut être lu à deux fois sa taille.',
      rgaa: ['10.4'],
      rgaaTests: ['10.4.2'],
    },
    doubt: {
      items: [],
      severity: 'minor',
      text: 'Avec un zoom de 200 %, ce texte est abrégé ou disparaît : vérifier qu’il peut encore être lu.',
      rgaa: ['10.4'],
      rgaaTests: ['10.4.1'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.narrow?.text !== undefined,
  *judge({ rendered }) {
    for (const { fault, ...one } of rendered.passes?.narrow?.text?.zoom ?? [])
      yield fault === 'cut' || fault === 'covered' || fault === 'still'
        ? failed(fault, {}, seenAt(one))
        : cantTell(fault === 'slow' ? fault : 'doubt', {}, seenAt(one));
  },
});
