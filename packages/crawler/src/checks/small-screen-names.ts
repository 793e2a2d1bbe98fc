import { failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** The button of the menu often shows on small screens only: it must have a name as any other. */
export const smallScreenNames: Check = pageCheck({
  id: 'small-screen-names',
  needs: 'rendered',
  looks: ['passes.narrow'],
  codes: {
    'nameless-button': {
      items: [],
      severity: 'major',
      text: 'Ce bouton, qui ne se montre que sur un petit écran ou avec un fort zoom, n’a pas de nom : une personne aveugle entend « bouton ». Écrire ce qu’il fait, à l’intérieur ou dans l’attribut « aria-label ».',
      rgaa: ['7.1', '11.9'],
      rgaaTests: ['7.1.3', '11.9.1'],
      act: ['97a4e1'],
    },
    'nameless-link': {
      items: [],
      severity: 'major',
      text: 'Ce lien, qui ne se montre que sur un petit écran ou avec un fort zoom, n’a pas d’intitulé : une personne aveugle entend « lien » ou une adresse. Écrire où il mène, à l’intérieur ou dans l’attribut « aria-label ».',
      rgaa: ['6.2'],
      rgaaTests: ['6.2.1'],
      act: ['c487ae'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.narrow !== undefined,
  *judge({ rendered }) {
    for (const one of rendered.passes?.narrow?.nameless ?? [])
      yield failed(one.isLink ? 'nameless-link' : 'nameless-button', {}, seenAt(one));
  },
});
