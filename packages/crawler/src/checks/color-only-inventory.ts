import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';

/** Who doesn’t tell red from green, or hears the page, doesn’t know which ones are red. */
export const colorOnlyInventory: Check = pageCheck({
  id: 'color-only-inventory',
  needs: 'html',
  looks: ['probes.colourKeys'],
  codes: {
    'colour-key': {
      items: [],
      severity: 'major',
      text: 'Ce texte donne un sens à des couleurs, et rien d’autre qu’elles ne distingue ce qui suit : qui ne les voit pas n’en sait rien. Ajouter à chaque élément un mot ou un signe qui dise la même chose.',
      rgaa: ['3.1'],
      rgaaTests: ['3.1.1'],
    },
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
  applies: (page) =>
    (contentOf(page)?.colourWords.length ?? 0) + (page.rendered?.probes?.colourKeys?.length ?? 0) > 0,
  *judge(page) {
    const keys = page.rendered?.probes?.colourKeys ?? [];
    for (const { text, isAlone, html, component, ...place } of keys)
      if (isAlone) yield failed('colour-key', {}, { place, quote: html, cause: `${component} ${text}` });
    for (const { text, isRule, namesOther, isOfPicture, ...place } of contentOf(page)?.colourWords ?? []) {
      const at = { place, quote: text, cause: text };
      // What it speaks of was looked at: something else tells it too, or that was said above.
      const isSeen = keys.some((key) => text.startsWith(key.text.slice(0, 100)));
      yield isRule && !namesOther && !isOfPicture && !isSeen
        ? failed('colour-alone', {}, at)
        : cantTell('read-colour', {}, at);
    }
  },
});
