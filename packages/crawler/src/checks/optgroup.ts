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
  },
  applies: (page) => (contentOf(page)?.forms.unnamedOptgroups.length ?? 0) > 0,
  *judge(page) {
    for (const place of contentOf(page)?.forms.unnamedOptgroups ?? []) yield failed('unnamed', {}, { place });
  },
});
