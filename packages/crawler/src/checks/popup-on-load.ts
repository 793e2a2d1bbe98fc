import { failed, pageCheck, type Check } from '../check.ts';

/** A window that opens by itself loses who does not see it. */
export const popupOnLoad: Check = pageCheck({
  id: 'popup-on-load',
  needs: 'rendered',
  looks: ['passes.windows'],
  codes: {
    popup: {
      items: [],
      severity: 'major',
      text: 'La page ouvre une fenêtre sans qu’on l’ait demandé : retirer cette ouverture, ou la confier à un lien ou à un bouton.',
      rgaa: ['13.2'],
      rgaaTests: ['13.2.1'],
    },
  },
  applies: ({ rendered }) => rendered.passes !== undefined,
  *judge({ rendered }) {
    if ((rendered.passes?.windows?.opened ?? 0) > 0) yield failed('popup');
  },
});
