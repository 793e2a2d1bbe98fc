import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

const RULES = { rgaa: ['1.3'], rgaaTests: ['1.3.1'], items: [], severity: 'major' } as const;

/** Who does not see an image is told its alternative: a file name or « image » tells nothing. */
export const altQuality: Check = signCheck({
  id: 'alt-quality',
  families: ['images'],
  codes: {
    'file-name': {
      ...RULES,
      act: ['9eb3f6', 'qt1vmo'],
      text: 'L’alternative de cette image est un nom de fichier ou une adresse : « {about} », qu’un lecteur d’écran épelle. Écrire ce que l’image apprend au lecteur, ou laisser l’alternative vide si elle décore.',
    },
    'machine-name': {
      ...RULES,
      act: ['9eb3f6', 'qt1vmo'],
      text: 'L’alternative de cette image est un nom technique : « {about} ». Écrire ce que l’image apprend au lecteur, ou laisser l’alternative vide si elle décore.',
    },
    'hyphened-words': {
      ...RULES,
      isDoubt: true,
      severity: 'minor',
      text: 'L’alternative « {about} » est le nom du fichier, avec ses traits d’union : vérifier qu’elle dit bien ce que montre l’image, et l’écrire en toutes lettres.',
    },
    'empty-word': {
      ...RULES,
      act: ['qt1vmo'],
      text: 'L’alternative « {about} » ne dit rien de l’image : écrire ce que l’image apprend au lecteur, ou laisser l’alternative vide si elle décore.',
    },
    numbered: {
      ...RULES,
      act: ['qt1vmo'],
      text: 'L’alternative « {about} » ne donne que le rang de l’image, et rien de ce qu’elle montre : écrire ce qu’elle apprend au lecteur, ou laisser l’alternative vide si elle décore.',
    },
    'numbered-link': {
      ...RULES,
      isDoubt: true,
      severity: 'minor',
      text: 'L’alternative « {about} » ne donne que le rang de l’image, qui mène à elle-même en plus grand : vérifier que ce rang suffit, sinon écrire ce qu’elle montre.',
    },
    'decoration-word': {
      ...RULES,
      rgaa: ['1.2', '1.3'],
      rgaaTests: ['1.2.1', '1.3.1'],
      act: ['qt1vmo'],
      text: 'L’alternative « {about} » dit que l’image ne sert qu’à la présentation, et un lecteur d’écran la lit : laisser l’alternative vide (alt="").',
    },
    'no-word': {
      ...RULES,
      act: ['qt1vmo'],
      text: 'L’alternative « {about} » ne contient pas de mot : écrire ce que l’image apprend au lecteur, ou laisser l’alternative vide si elle décore.',
    },
    filler: {
      ...RULES,
      act: ['qt1vmo'],
      text: 'L’alternative « {about} » est un texte d’attente : écrire ce que l’image apprend au lecteur, ou laisser l’alternative vide si elle décore.',
    },
    'other-brand': {
      ...RULES,
      act: ['qt1vmo'],
      text: 'L’alternative « {about} » nomme autre chose que ce que montre l’image, à en croire le nom de son fichier : écrire ce que l’image montre.',
    },
    'too-long': {
      ...RULES,
      severity: 'minor',
      rgaaTests: ['1.3.9'],
      text: 'L’alternative de cette image dépasse 250 caractères : un lecteur d’écran la dit d’un trait, sans pouvoir y revenir. La résumer, et donner le détail dans le texte de la page.',
    },
    long: {
      ...RULES,
      isDoubt: true,
      severity: 'minor',
      rgaaTests: ['1.3.9'],
      text: 'L’alternative de cette image dépasse 150 caractères : voir si elle peut être plus courte, le détail étant donné dans le texte de la page.',
    },
    'file-name-in-context': {
      ...RULES,
      isDoubt: true,
      severity: 'minor',
      text: 'L’alternative « {about} » est un nom de fichier : vérifier que c’est bien ce nom que le lecteur doit connaître, sinon décrire l’image.',
    },
    'other-title': {
      ...RULES,
      isDoubt: true,
      severity: 'minor',
      text: 'L’infobulle de cette image, « {about} », dit autre chose que son alternative : vérifier que l’une et l’autre sont justes, ou ôter l’infobulle.',
    },
  },
});
