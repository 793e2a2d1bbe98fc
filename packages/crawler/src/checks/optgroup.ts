import { failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';

/** A group of options is read by its name. */
export const optgroup: Check = pageCheck({
  id: 'optgroup',
  needs: 'html',
  codes: {
    unnamed: {
      items: [],
      severity: 'minor',
      text: 'Ce groupe d’options n’a pas de nom : ajouter l’attribut label à la balise <optgroup>.',
      rgaa: ['11.8'],
      rgaaTests: ['11.8.2'],
    },
    headed: {
      items: [],
      severity: 'minor',
      text: 'Dans cette liste de choix, des options désactivées servent de titres aux suivantes, sans que rien les y relie : en faire des groupes (balise <optgroup> et son attribut label).',
      rgaa: ['11.8'],
      rgaaTests: ['11.8.1'],
    },
  },
  applies: (page) => {
    const forms = contentOf(page)?.forms;
    return (forms?.unnamedOptgroups.length ?? 0) + (forms?.headedOptions?.length ?? 0) > 0;
  },
  *judge(page) {
    const forms = contentOf(page)?.forms;
    for (const place of forms?.unnamedOptgroups ?? []) yield failed('unnamed', {}, { place });
    for (const place of forms?.headedOptions ?? []) yield failed('headed', {}, { place });
  },
});
