import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** Text of the colour of what is behind it shows nothing to anybody: it may be there for machines. */
const UNSEEN = 1.05;

/** Text over a picture, or a link being pointed at, must be read as well as any other. */
export const contrastStates: Check = pageCheck({
  id: 'contrast-states',
  needs: 'rendered',
  looks: ['passes.contrast', 'probes.pale'],
  codes: {
    'pale-text': {
      items: [],
      severity: 'major',
      text: 'Ce texte se lit mal sur son fond : son contraste y est au mieux de {ratio}, au lieu de {needed}. Changer sa couleur, ou poser un fond uni derrière lui.',
      rgaa: ['3.2'],
      rgaaTests: ['3.2.1'],
      act: ['afw4f7'],
    },
    'pale-sign': {
      items: [],
      severity: 'major',
      text: 'Ce signe se voit mal sur son fond : son contraste y est au mieux de {ratio}, au lieu de {needed}. Changer sa couleur.',
      rgaa: ['3.3'],
      rgaaTests: ['3.3.1'],
    },
    'unseen-text': {
      items: [],
      severity: 'minor',
      text: 'Ce texte a la couleur de son fond, et personne ne le voit : vérifier qu’il ne dit rien à l’écran, sinon changer sa couleur.',
      rgaa: ['3.2'],
      rgaaTests: ['3.2.1'],
      act: ['afw4f7'],
    },
    'pale-placeholder': {
      items: [],
      severity: 'minor',
      text: 'Le texte indicatif de ce champ se lit mal : son contraste est de {ratio}, au lieu de {needed}. Le foncer, ou écrire l’indication dans l’étiquette.',
      rgaa: ['3.2'],
      rgaaTests: ['3.2.1'],
      act: ['afw4f7'],
    },
    'pale-state': {
      items: [],
      severity: 'minor',
      text: 'Au survol ou à la prise de focus, le contraste de ce texte n’est que de {ratio}, au lieu de {needed} : foncer la couleur de cet état.',
      rgaa: ['3.2'],
      rgaaTests: ['3.2.1'],
    },
  },
  applies: ({ rendered }) =>
    rendered.passes?.contrast !== undefined || (rendered.probes?.pale?.placeholders.length ?? 0) > 0,
  *judge({ rendered }) {
    for (const { ratio, needed, ...one } of rendered.probes?.pale?.placeholders ?? [])
      yield failed('pale-placeholder', { ratio: written(ratio), needed: written(needed) }, seenAt(one));
    const { texts = [], states = [] } = rendered.passes?.contrast ?? {};
    for (const { highest, needed, isSign = false, html, component, selector, zone } of texts) {
      if (highest >= needed) continue;
      const at = { place: { selector, zone }, quote: html, cause: component };
      if (highest < UNSEEN) yield cantTell('unseen-text', {}, at);
      else
        yield failed(
          // An arrow that tells a control is a drawing, made of characters or not.
          isSign ? 'pale-sign' : 'pale-text',
          { ratio: written(highest), needed: written(needed) },
          at,
        );
    }
    const met = new Set<string>();
    for (const { ratio, needed, html, component, selector, zone } of states) {
      if (met.has(selector)) continue;
      met.add(selector);
      const at = { place: { selector, zone }, quote: html, cause: component };
      yield failed('pale-state', { ratio: written(ratio), needed: written(needed) }, at);
    }
  },
});

function written(ratio: number): string {
  return String(ratio).replace('.', ',');
}
