import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';
import { isVague } from '../read-fields.ts';
import { fold } from '../text.ts';

/** What a field asks must be said by its label, heard when it is reached and still there once it is filled. */
export const labelQuality: Check = pageCheck({
  id: 'label-quality',
  needs: 'html',
  codes: {
    'placeholder-only': {
      items: [],
      severity: 'major',
      text: 'Ce champ n’a pour étiquette qu’un texte indicatif (« {label} »), qui disparaît à la saisie : lui donner une étiquette visible dans une balise <label>.',
      rgaa: ['11.1'],
      rgaaTests: ['11.1.1'],
    },
    'vague-label': {
      items: [],
      severity: 'major',
      text: 'L’étiquette « {label} » ne dit pas ce qu’il faut saisir : la remplacer par ce qui est demandé.',
      rgaa: ['11.2'],
      rgaaTests: ['11.2.1'],
      act: ['cc0f0a'],
    },
    'same-label': {
      items: [],
      severity: 'minor',
      text: 'Plusieurs champs du même formulaire ont l’étiquette « {label} » : vérifier qu’un groupe nommé les distingue, sinon compléter les étiquettes.',
      rgaa: ['11.2'],
      rgaaTests: ['11.2.1'],
    },
    'hidden-label': {
      items: [],
      severity: 'info',
      text: 'Ce champ n’a pas d’étiquette visible, seulement un nom pour les lecteurs d’écran (« {label} ») : vérifier qu’un texte voisin dit ce qui est demandé.',
      rgaa: ['11.1'],
      rgaaTests: ['11.1.3'],
    },
  },
  applies: (page) => (contentOf(page)?.forms.fields.length ?? 0) > 0,
  *judge(page) {
    const { fields = [] } = contentOf(page)?.forms ?? {};
    const met = new Map<string, string>();
    for (const { label, labelledBy, isClosed, type, form, group, name, selector, line, zone } of fields) {
      const at = { place: { selector, line, zone }, quote: label, cause: `${type} ${name} ${label}` };
      if (labelledBy === 'none') continue;
      if (labelledBy === 'placeholder') {
        if (!isClosed) yield failed('placeholder-only', { label }, at);
        continue;
      }
      if (isVague(label)) yield failed('vague-label', { label }, at);
      else if (labelledBy !== 'label' && type !== 'search') yield cantTell('hidden-label', { label }, at);
      // The options of one question share its name.
      if (type === 'radio' || type === 'checkbox') continue;
      const key = `${String(form)} ${group ?? ''} ${fold(label)}`;
      if (met.has(key) && met.get(key) !== name) yield cantTell('same-label', { label }, at);
      else met.set(key, name);
    }
  },
});
