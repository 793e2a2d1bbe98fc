import { cantTell, failed, pageCheck, type Check } from '../check.ts';

/** A letter pressed by mistake, or heard by a voice control, must not set anything going. */
export const singleKeyShortcut: Check = pageCheck({
  id: 'single-key-shortcut',
  needs: 'rendered',
  looks: ['passes.shortcuts'],
  codes: {
    shortcut: {
      items: [],
      severity: 'major',
      text: 'Une touche (« {keys} ») pressée seule, n’importe où dans la page, déclenche une action : qui dicte ou tape à côté la déclenche sans le vouloir. Y joindre Ctrl ou Alt, ou permettre de désactiver ce raccourci.',
      rgaa: ['12.10'],
      rgaaTests: ['12.10.1'],
      act: ['ffbc54'],
    },
    controlled: {
      items: [],
      severity: 'minor',
      text: 'Une touche (« {keys} ») pressée seule déclenche une action : vérifier que la page permet bien de désactiver ce raccourci ou d’en changer la touche.',
      rgaa: ['12.10'],
      rgaaTests: ['12.10.1'],
      act: ['ffbc54'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.shortcuts !== undefined,
  *judge({ rendered }) {
    const { keys = [], hasControl = false } = rendered.passes?.shortcuts ?? {};
    if (keys.length === 0) return;
    const params = { keys: keys.join('\u00a0», «\u00a0') };
    yield hasControl ? cantTell('controlled', params) : failed('shortcut', params);
  },
});
