import { failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** A message that comes without the focus must be announced to who does not see it come. */
export const statusMessage: Check = pageCheck({
  id: 'status-message',
  needs: 'rendered',
  looks: ['passes.forms', 'passes.toggles'],
  codes: {
    silent: {
      items: [],
      severity: 'major',
      text: 'Le message « {panel} » apparaît après l’activation de cette commande sans être annoncé aux lecteurs d’écran : l’écrire dans un élément role="status" (ou role="alert" pour une erreur) présent dès le départ.',
      rgaa: ['7.5'],
      rgaaTests: ['7.5.1'],
    },
    'silent-error': {
      items: [],
      severity: 'major',
      text: 'Le message « {panel} » apparaît à l’envoi du formulaire sans être annoncé aux lecteurs d’écran : l’écrire dans un élément role="alert", ou le relier à son champ et y porter le focus.',
      rgaa: ['7.5'],
      rgaaTests: ['7.5.2'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.toggles !== undefined || rendered.passes?.forms !== undefined,
  *judge({ rendered }) {
    for (const { fault, panel, ...one } of rendered.passes?.toggles?.toggles ?? [])
      if (fault === 'status') yield failed('silent', { panel }, seenAt(one));
    for (const { fault, message: panel, ...one } of rendered.passes?.forms?.errors ?? [])
      if (fault === 'unannounced') yield failed('silent-error', { panel }, seenAt(one));
  },
});
