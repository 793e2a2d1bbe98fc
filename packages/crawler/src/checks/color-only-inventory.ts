import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';

/** Who doesn’t tell red from green, or hears the page, doesn’t know which ones are red. */
export const colorOnlyInventory: Check = pageCheck({
  id: 'color-only-inventory',
  needs: 'html',
  codes: {
    'colour-alone': {
      items: [],
      severity: 'major',
      text: 'Cette consigne s’appuie sur la couleur seule : la doubler d’un signe ou d’un mot (une étoile, « obligatoire »), dans la consigne et à chaque endroit qu’elle désigne.',
      rgaa: ['3.1'],
      rgaaTests: ['3.1.1'],
    },
    'read-colour': {
      items: [],
      severity: 'info',
      text: 'Ce texte parle de couleurs : vérifier que ce qu’elles disent se comprend aussi sans les voir.',
      rgaa: ['3.1'],
      rgaaTests: ['3.1.1'],
    },
  },
  applies: (page) => (contentOf(page)?.colourWords.length ?? 0) > 0,
  *judge(page) {
    for (const { text, isRule, namesOther, ...place } of contentOf(page)?.colourWords ?? []) {
      const at = { place, quote: text, cause: text };
      yield isRule && !namesOther ? failed('colour-alone', {}, at) : cantTell('read-colour', {}, at);
    }
  },
});
