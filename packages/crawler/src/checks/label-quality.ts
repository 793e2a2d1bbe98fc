import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';
import { isVague, isVagueChoice } from '../read-fields.ts';
import type { FieldFacts } from '../read-fields.ts';
import { plain, wordsOf } from '../read-text.ts';
import { fold } from '../text.ts';

/** What a button does, whatever the field. */
const ACT = /^(?:go|ok|valider|envoyer|submit|send|c.est parti)$/;

/** What a field asks must be said by its label, heard when it is reached and still there once it is filled. */
export const labelQuality: Check = pageCheck({
  id: 'label-quality',
  needs: 'html',
  codes: {
    'placeholder-only': {
      items: [],
      severity: 'major',
      text: 'Ce champ n’a pour étiquette qu’un texte indicatif (« {label} »), qui disparaît à la saisie : lui relier, par for et id, une étiquette visible (balise <label>).',
      rgaa: ['11.1'],
      rgaaTests: ['11.1.1'],
    },
    'lost-label': {
      items: [],
      severity: 'major',
      text: 'L’étiquette « {label} » est liée à un autre élément, qui porte le même identifiant plus haut dans la page : ce champ n’a pas de nom pour les aides techniques. Donner à chacun un identifiant qui n’est qu’à lui.',
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
    'twin-label': {
      items: [],
      severity: 'major',
      text: 'Deux champs voisins ont la même étiquette, « {label} », et rien ne dit lequel est lequel : compléter les étiquettes, ou mettre chacun dans un groupe nommé.',
      rgaa: ['11.2'],
      rgaaTests: ['11.2.1'],
      act: ['cc0f0a'],
    },
    'label-not-in-name': {
      items: [],
      severity: 'major',
      text: 'Le nom de ce champ pour les aides techniques, « {name} », ne reprend pas son étiquette, « {label} » : qui commande par la voix dit ce qu’il lit, et n’est pas obéi. Ôter l’attribut « aria-label », ou y reprendre l’étiquette.',
      rgaa: ['11.2'],
      rgaaTests: ['11.2.5'],
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
    const met = new Map<string, { readonly name: string; readonly at: number }>();
    for (const [index, field] of fields.entries()) {
      const { label, labelledBy, shownLabel, seenLabel, isClosed, type, form, group, name } = field;
      const { selector, line, zone } = field;
      const at = { place: { selector, line, zone }, quote: label, cause: `${type} ${name} ${label}` };
      if (labelledBy === 'none') continue;
      if (labelledBy === 'placeholder') {
        if (!isClosed) yield failed('placeholder-only', { label }, at);
        continue;
      }
      if (field.isLabelLost && labelledBy === 'label' && !isClosed) {
        yield failed('lost-label', { label: field.lastLabel }, at);
        continue;
      }
      const isChoice = type === 'radio' || type === 'checkbox';
      const isWritten = /^(?:text|email|tel|textarea)$/.test(type);
      // « Texte », in a group called « Écrire un message », is that of the message.
      const isBody = type === 'textarea' && (group ?? '') !== '' && /^texte?$/.test(fold(label));
      if (!isBody && (isChoice ? isVagueChoice(label) : isVague(label, isWritten)))
        // « Options », above the list of them, may be enough.
        yield (/^options\W*$/.test(fold(label)) ? cantTell : failed)('vague-label', { label }, at);
      // Half of the label is out of sight: who sees reads the other half only.
      else if (seenLabel !== undefined && (isVague(seenLabel, isWritten) || ACT.test(fold(seenLabel))))
        yield failed('vague-label', { label: seenLabel }, at);
      else if (labelledBy !== 'label' && shownLabel === '' && type !== 'search')
        yield cantTell('hidden-label', { label }, at);
      // What stands in the label of a field that cannot be written in may be the value chosen.
      if (labelledBy === 'aria' && isOther(label, shownLabel))
        yield (isClosed ? cantTell : failed)('label-not-in-name', { label: shownLabel, name: label }, at);
      // The options of one question share its name.
      if (isChoice) continue;
      const key = `${String(form)} ${group ?? ''} ${fold(label)}`;
      const twin = met.get(key);
      if (!twin || twin.name === name) met.set(key, { name, at: index });
      else if (isBare(fields.slice(twin.at, index + 1))) yield failed('twin-label', { label }, at);
      else yield cantTell('same-label', { label }, at);
    }
  },
});

/** Whether a name has no word of the label shown. */
function isOther(name: string, shown: string): boolean {
  const said = ` ${plain(name)} `;
  const words = wordsOf(shown.replace(/\([^)]{0,120}\)/g, ' '));
  return words.length > 0 && plain(name) !== '' && words.every((word) => !said.includes(` ${word} `));
}

/** Text fields one after the other, in no group or in some that nothing names, with nothing to be seen between them but their labels. */
function isBare(fields: readonly FieldFacts[]): boolean {
  const [, ...others] = fields;
  return (
    fields.every(
      ({ group, labelledBy, type, isClosed, isDescribed }) =>
        (group === null || group === '') &&
        !isDescribed &&
        labelledBy === 'label' &&
        !isClosed &&
        /^(?:text|email|tel|date)$/.test(type),
    ) && others.every(({ isAfterText, isAfterUnseen = false }) => !isAfterText || isAfterUnseen)
  );
}
