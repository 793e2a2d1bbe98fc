import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

/**
 * Who does not see the window come loses the way back. The RGAA asks only that
 * none opens by itself (13.2): a link that opens one is advice, under no
 * criterion, and never a failure.
 */
export const newWindow: Check = signCheck({
  id: 'new-window',
  families: ['linkTexts'],
  codes: {
    'new-window': {
      items: [],
      severity: 'info',
      isDoubt: true,
      text: 'Ce lien ouvre une nouvelle fenêtre sans le dire. Le RGAA ne l’interdit pas, mais qui ne la voit pas s’ouvrir ne sait plus revenir en arrière : l’ouvrir dans la même fenêtre, ou ajouter « nouvelle fenêtre » à l’intitulé du lien.',
    },
  },
});
