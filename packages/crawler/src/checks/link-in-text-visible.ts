import { cantTell, failed, pageCheck, type Check } from '../check.ts';

/** Contrast with the text around it that a link told by its colour alone must reach (RGAA 10.6.1). */
const LEAST = 3;
/** Below this one, both colours look the same to anybody. */
const SAME = 1.1;

/** Who doesn’t tell colours apart must still see which words of a text are links. */
export const linkInTextVisible: Check = pageCheck({
  id: 'link-in-text-visible',
  needs: 'rendered',
  looks: ['passes.textLinks'],
  codes: {
    'unseen-link': {
      items: [],
      severity: 'major',
      text: 'Rien ne distingue ce lien du texte qui l’entoure : personne ne voit qu’on peut l’activer. Rétablir le soulignement des liens.',
      rgaa: ['10.6'],
      rgaaTests: ['10.6.1'],
    },
    'pale-link': {
      items: [],
      severity: 'major',
      text: 'Seule sa couleur distingue ce lien du texte qui l’entoure, et leur contraste n’est que de {ratio} au lieu de 3 : qui perçoit mal les couleurs ne le voit pas. Souligner les liens du texte.',
      rgaa: ['10.6'],
      rgaaTests: ['10.6.1'],
    },
    'link-among-colours': {
      items: [],
      severity: 'minor',
      text: 'Seule sa couleur distingue ce lien des mots de plusieurs couleurs qui l’entourent, et leur contraste n’est que de {ratio} avec certains : vérifier qu’on le reconnaît, ou le souligner.',
      rgaa: ['10.6'],
      rgaaTests: ['10.6.1'],
    },
    'link-in-trail': {
      items: [],
      severity: 'minor',
      text: 'Dans ce chemin de pages, rien d’autre que la couleur, ou rien du tout, ne distingue les liens : vérifier qu’on les reconnaît, ou les souligner.',
      rgaa: ['10.6'],
      rgaaTests: ['10.6.1'],
    },
    'silent-link': {
      items: [],
      severity: 'minor',
      text: 'Seule sa couleur distingue ce lien du texte qui l’entoure, et rien d’autre que la couleur ne change {state} : souligner le lien, au moins dans cet état.',
      rgaa: ['10.6'],
      rgaaTests: ['10.6.1'],
    },
  },
  applies: ({ rendered }) => (rendered.passes?.textLinks?.length ?? 0) > 0,
  *judge({ rendered }) {
    const told = new Set(
      rendered.axe
        .filter(({ rule, outcome }) => rule === 'link-in-text-block' && outcome === 'violation')
        .flatMap(({ nodes }) => nodes.map(({ component }) => component)),
    );
    for (const link of rendered.passes?.textLinks ?? []) {
      const { ratio, isTinted, isAmongColours, isInTrail, silent, html, component, selector, zone } = link;
      const at = { place: { selector, zone }, quote: html, cause: component };
      if (isInTrail) yield cantTell('link-in-trail', {}, at);
      else if (ratio < SAME && !isTinted) yield failed('unseen-link', {}, at);
      else if (ratio < LEAST) {
        const about = { ratio: String(ratio).replace('.', ',') };
        // axe-core says the same where the colours behind are plain.
        if (told.has(component)) continue;
        if (isAmongColours) yield cantTell('link-among-colours', about, at);
        else yield failed('pale-link', about, at);
      } else if (silent.length > 0) yield failed('silent-link', { state: stateOf(silent) }, at);
    }
  },
});

function stateOf(silent: readonly ('hover' | 'focus')[]): string {
  if (silent.length > 1) return 'au survol ni à la prise de focus';
  return silent[0] === 'hover' ? 'au survol' : 'à la prise de focus';
}
