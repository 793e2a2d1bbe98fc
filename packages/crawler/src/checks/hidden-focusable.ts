import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { isGeneric, tells } from '../link-words.ts';

/** Letters from which a text on the screen is a sentence that somebody wanted read. */
const SENTENCE = 60;

/** What is hidden from the eye or from the ear must be meant to be, and nothing that is hidden may take the focus. */
export const hiddenFocusable: Check = pageCheck({
  id: 'hidden-focusable',
  needs: 'rendered',
  looks: ['probes.hiddenText', 'probes.lostWords', 'probes.unseenFocus', 'passes.keyboard'],
  codes: {
    'unread-text': {
      items: [],
      severity: 'major',
      text: 'Ce texte affiché est caché aux lecteurs d’écran (« aria-hidden »), et n’est dit nulle part ailleurs dans la page : qui l’écoute ne le connaît pas. Retirer cet attribut.',
      rgaa: ['10.8'],
      rgaaTests: ['10.8.1'],
    },
    'lost-words': {
      items: [],
      severity: 'major',
      text: 'Ce lien ne dit que « {name} » : ce qui le complète, « {hidden} », est caché à tous, lecteurs d’écran compris. Le cacher à l’écran seulement (classe « fr-sr-only » du DSFR), ou l’afficher.',
      rgaa: ['10.8'],
      rgaaTests: ['10.8.1'],
    },
    'read-hidden-text': {
      items: [],
      severity: 'minor',
      text: 'Ces mots affichés sont cachés aux lecteurs d’écran (« aria-hidden ») : vérifier qu’ils ne servent que de décor, sinon retirer cet attribut.',
      rgaa: ['10.8'],
      rgaaTests: ['10.8.1'],
    },
    'unheard-focus': {
      items: [],
      severity: 'major',
      text: 'La touche Tabulation s’arrête sur cet élément, caché aux lecteurs d’écran (« aria-hidden ») : qui les écoute n’entend rien. Retirer cet attribut, ou l’ôter du parcours au clavier tant qu’il est caché (attribut « inert » ou tabindex="-1").',
      rgaa: ['10.8'],
      rgaaTests: ['10.8.1'],
      act: ['6cfa84'],
    },
    'unseen-focus': {
      items: [],
      severity: 'minor',
      text: 'La touche de tabulation atteint cet élément, qui n’est pas à l’écran : vérifier qu’il y apparaît alors, sinon le cacher aussi au clavier tant qu’il n’est pas affiché.',
      rgaa: ['10.8'],
      rgaaTests: ['10.8.1'],
    },
  },
  *judge({ rendered }) {
    for (const { text, letters, hasTurn, component, selector, zone } of rendered.probes?.hiddenText ?? []) {
      const at = { place: { selector, zone }, quote: text, cause: `${component} ${text}` };
      yield letters >= SENTENCE && !hasTurn
        ? failed('unread-text', {}, at)
        : cantTell('read-hidden-text', {}, at);
    }
    for (const { name, hidden, html, component, selector, zone } of rendered.probes?.lostWords ?? []) {
      // What says where it leads needs no complement; « Chargement… » is none.
      if (!isGeneric(name) || !tells(hidden) || /charg|patient|load|wait/i.test(hidden)) continue;
      yield failed(
        'lost-words',
        { name, hidden },
        { place: { selector, zone }, quote: html, cause: component },
      );
    }
    for (const { html, component, selector, zone } of rendered.passes?.keyboard?.hushed ?? [])
      yield failed('unheard-focus', {}, { place: { selector, zone }, quote: html, cause: component });
    for (const { html, component, selector, zone } of rendered.probes?.unseenFocus ?? []) {
      // A link to a place of the page appears with the focus; a field may be drawn by its label.
      if (/^<(?:input|iframe|a[^>]*\shref="#)/i.test(html)) continue;
      yield cantTell('unseen-focus', {}, { place: { selector, zone }, quote: html, cause: component });
    }
  },
});
