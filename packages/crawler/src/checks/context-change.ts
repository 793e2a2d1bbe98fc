import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** Nothing opens, leaves or is sent because a field changed or got the focus, or the mouse came over it, unless it was told before. */
export const contextChange: Check = pageCheck({
  id: 'context-change',
  needs: 'rendered',
  looks: ['passes.fields', 'passes.keyboard', 'passes.hover'],
  codes: {
    change: {
      items: [],
      severity: 'major',
      text: 'Changer la valeur de ce champ suffit à quitter la page ou à ouvrir une fenêtre : qui choisit au clavier n’a pas le temps d’arriver à son choix. Ajouter un bouton « Valider » qui seul le fait.',
      rgaa: ['7.4'],
      rgaaTests: ['7.4.1'],
    },
    moves: {
      items: [],
      severity: 'major',
      text: 'Remplir ce champ envoie le clavier dans un autre : qui ne voit pas l’écran écrit au mauvais endroit. Laisser la personne passer elle-même au champ suivant.',
      rgaa: ['7.4'],
      rgaaTests: ['7.4.1'],
    },
    focus: {
      items: [],
      severity: 'major',
      text: 'Cet élément quitte la page ou ouvre une fenêtre dès qu’il reçoit le focus : attendre qu’on l’active.',
      rgaa: ['7.4'],
      rgaaTests: ['7.4.1'],
    },
    hover: {
      items: [],
      severity: 'major',
      text: 'Cet élément quitte la page ou ouvre une fenêtre dès que la souris passe dessus : attendre qu’on l’active.',
      rgaa: ['7.4'],
      rgaaTests: ['7.4.1'],
    },
    told: {
      items: [],
      severity: 'minor',
      text: 'Changer la valeur de ce champ fait quitter la page ou ouvre une fenêtre : vérifier que le texte qui le précède l’annonce clairement.',
      rgaa: ['7.4'],
      rgaaTests: ['7.4.1'],
    },
  },
  applies: ({ rendered: { passes } }) =>
    passes?.fields !== undefined ||
    passes?.keyboard !== undefined ||
    (passes?.hover?.departing ?? []).length > 0,
  *judge({ rendered }) {
    for (const { isTold, kind, ...one } of rendered.passes?.fields?.leading ?? [])
      yield isTold
        ? cantTell('told', {}, seenAt(one))
        : failed(kind === 'focus' ? 'moves' : 'change', {}, seenAt(one));
    for (const one of rendered.passes?.keyboard?.departing ?? []) yield failed('focus', {}, seenAt(one));
    for (const { kind, ...one } of rendered.passes?.hover?.departing ?? [])
      yield failed('hover', {}, seenAt(one));
  },
});
