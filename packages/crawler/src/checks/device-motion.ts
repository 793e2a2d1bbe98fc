import { cantTell, failed, pageCheck, type Check } from '../check.ts';

/** What shaking or tilting the device does must be possible otherwise, and must be possible to turn off. */
export const deviceMotion: Check = pageCheck({
  id: 'device-motion',
  needs: 'rendered',
  looks: ['passes.shaking'],
  codes: {
    motion: {
      items: [],
      severity: 'major',
      text: 'Bouger l’appareil change la page, et rien ne permet de le désactiver : qui tremble, ou a fixé son téléphone à son fauteuil, le subit ou ne peut s’en servir. Offrir des boutons qui font la même chose, et un réglage qui désactive le mouvement.',
      rgaa: ['13.12'],
      rgaaTests: ['13.12.1', '13.12.3'],
      act: ['c249d5', '7677a9'],
    },
    inventory: {
      items: [],
      severity: 'minor',
      text: 'La page réagit aux mouvements de l’appareil : vérifier que des boutons font la même chose et qu’un réglage désactive le mouvement.',
      rgaa: ['13.12'],
      rgaaTests: ['13.12.1', '13.12.3'],
      act: ['c249d5', '7677a9'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.shaking !== undefined,
  *judge({ rendered }) {
    const { acts = false, canTurnOff = false, hasControls = false } = rendered.passes?.shaking ?? {};
    // A button may do the same, or a setting turn it off: which one does what is for a person to try.
    yield acts && !canTurnOff && !hasControls ? failed('motion') : cantTell('inventory');
  },
});
