import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** Who made a mistake in a form must learn in which field, and what is wrong with it. */
export const formErrors: Check = pageCheck({
  id: 'form-errors',
  needs: 'rendered',
  looks: ['passes.forms', 'probes.untoldFormat', 'probes.untoldRequired'],
  codes: {
    'untold-required': {
      items: [],
      severity: 'major',
      text: 'Ce champ doit être rempli, et rien ne le dit à l’écran : écrire « obligatoire » dans son étiquette, ou y mettre une étoile et dire au-dessus du formulaire ce qu’elle signifie.',
      rgaa: ['11.10'],
      rgaaTests: ['11.10.2'],
    },
    'bold-required': {
      items: [],
      severity: 'minor',
      text: 'Ce champ doit être rempli, et seule son étiquette en gras le distingue, sans que rien dise ce qu’elle signifie : écrire « obligatoire » dans l’étiquette, ou l’expliquer au-dessus du formulaire.',
      rgaa: ['11.10'],
      rgaaTests: ['11.10.1'],
    },
    'untold-star': {
      items: [],
      severity: 'minor',
      text: 'Seule une étoile marque ce champ, et rien ne dit ce qu’elle signifie : l’expliquer avant le formulaire (« * : champ obligatoire »), et ajouter l’attribut « required » aux champs obligatoires.',
      rgaa: ['11.10'],
      rgaaTests: ['11.10.1'],
    },
    'titled-star': {
      items: [],
      severity: 'minor',
      text: 'Une étoile marque ce champ, et son infobulle seule dit ce qu’elle signifie, à qui se sert d’une souris : l’expliquer avant le formulaire (« * : champ obligatoire »), et ajouter l’attribut « required » aux champs obligatoires.',
      rgaa: ['11.10'],
      rgaaTests: ['11.10.1'],
    },
    'untold-format': {
      items: [],
      severity: 'minor',
      text: 'Ce champ n’accepte qu’un format, et rien ne le dit avant l’envoi : le donner dans l’étiquette, avec un exemple.',
      rgaa: ['11.10'],
      rgaaTests: ['11.10.5'],
    },
    colour: {
      items: [],
      severity: 'major',
      text: 'À l’envoi, seuls des champs changent de couleur : qui ne voit pas les couleurs ne sait pas ce qui manque. Écrire un message à côté de chaque champ en erreur, et le relier par aria-describedby.',
      rgaa: ['11.10', '3.1'],
      rgaaTests: ['11.10.3', '3.1.1'],
    },
    unnamed: {
      items: [],
      severity: 'major',
      text: 'Le message d’erreur « {message} » ne dit pas quel champ est en cause et n’est relié à aucun : nommer le champ dans le message, et le relier par aria-describedby.',
      rgaa: ['11.10'],
      rgaaTests: ['11.10.3'],
    },
    generic: {
      items: [],
      severity: 'major',
      text: 'Le message d’erreur « {message} » ne dit ni quel champ est en cause ni ce qui est attendu : nommer le champ, et dire la valeur ou le format attendu.',
      rgaa: ['11.10', '11.11'],
      rgaaTests: ['11.10.5', '11.11.1'],
      act: ['36b590'],
    },
    causeless: {
      items: [],
      severity: 'major',
      text: 'Le message d’erreur « {message} » nomme le champ et ne dit pas ce qui ne va pas : dire la valeur ou le format attendu.',
      rgaa: ['11.10', '11.11'],
      rgaaTests: ['11.10.5', '11.11.1'],
      act: ['36b590'],
    },
    ambiguous: {
      items: [],
      severity: 'major',
      text: 'Le message d’erreur « {message} » appelle un champ d’un nom que plusieurs portent, et n’est relié à aucun : dire lequel, par le nom de son groupe, et relier le message au champ par aria-describedby.',
      rgaa: ['11.10'],
      rgaaTests: ['11.10.3'],
      act: ['36b590'],
    },
    unheard: {
      items: [],
      severity: 'major',
      text: 'Le message d’erreur « {message} » est affiché et caché aux lecteurs d’écran (« aria-hidden ») : retirer cet attribut, et relier le message à son champ par aria-describedby.',
      rgaa: ['11.10', '10.8'],
      rgaaTests: ['11.10.3', '10.8.1'],
      act: ['36b590'],
    },
    formless: {
      items: [],
      severity: 'major',
      text: 'Le message d’erreur « {message} » ne dit pas ce qui est attendu, et ce champ n’accepte qu’un format : le donner dans le message ou dans l’étiquette, avec un exemple.',
      rgaa: ['11.11'],
      rgaaTests: ['11.11.1', '11.11.2'],
    },
    nowhere: {
      items: [],
      severity: 'major',
      text: 'La page annonce des erreurs (« {message} »), et rien ne dit dans quels champs : nommer chaque champ en erreur, et dire à côté de lui ce qui ne va pas.',
      rgaa: ['11.10'],
      rgaaTests: ['11.10.3'],
    },
    'standing-colour': {
      items: [],
      severity: 'major',
      text: 'La page annonce des erreurs (« {message} »), et seule leur couleur dit quels champs en ont : écrire un message à côté de chacun, et le relier par aria-describedby.',
      rgaa: ['11.10', '3.1'],
      rgaaTests: ['11.10.3', '3.1.1'],
    },
  },
  applies: ({ rendered }) =>
    rendered.passes?.forms !== undefined ||
    (rendered.probes?.untoldFormat?.length ?? 0) + (rendered.probes?.untoldRequired?.length ?? 0) > 0,
  *judge({ rendered }) {
    for (const { isStar, isTitled, isBold, ...one } of rendered.probes?.untoldRequired ?? [])
      if (isTitled || isBold) yield cantTell(isTitled ? 'titled-star' : 'bold-required', {}, seenAt(one));
      else yield failed(isStar ? 'untold-star' : 'untold-required', {}, seenAt(one));
    for (const one of rendered.probes?.untoldFormat ?? []) yield failed('untold-format', {}, seenAt(one));
    for (const { fault, message, ...one } of rendered.passes?.forms?.errors ?? [])
      if (fault !== 'unannounced') yield failed(fault, { message }, seenAt(one));
  },
});
