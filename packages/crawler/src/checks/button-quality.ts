import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';
import { isVague } from '../read-fields.ts';

const INSERTED = /^image$/i;

/** Heard away from what is around it, a button must say what it does. */
export const buttonQuality: Check = pageCheck({
  id: 'button-quality',
  needs: 'html',
  codes: {
    'vague-button': {
      items: [],
      severity: 'major',
      text: 'L’intitulé « {name} » ne dit pas ce que fait ce bouton : le remplacer par l’action (« Envoyer la demande », « Rechercher »).',
      rgaa: ['11.9'],
      rgaaTests: ['11.9.1'],
      act: ['97a4e1'],
    },
  },
  applies: (page) => (contentOf(page)?.forms.buttons.length ?? 0) > 0,
  *judge(page) {
    for (const { name, isTitle, selector, line, zone } of contentOf(page)?.forms.buttons ?? []) {
      // The title of a part that it unfolds says what the part is about, not what the button does.
      if (isTitle) continue;
      // Without a name at all, axe-core tells it; a sign such as « × » or « + » is read by its own name.
      if (name === '' || !/\p{L}/u.test(name) || !isVague(name)) continue;
      const at = { place: { selector, line, zone }, quote: name, cause: name };
      // Among the tools of an editor, it names what it puts into the text.
      yield INSERTED.test(name.trim())
        ? cantTell('vague-button', { name }, at)
        : failed('vague-button', { name }, at);
    }
  },
});
