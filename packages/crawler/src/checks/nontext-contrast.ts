import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** A field that cannot be told from the page is not found by who sees little. */
export const nontextContrast: Check = pageCheck({
  id: 'nontext-contrast',
  needs: 'rendered',
  looks: ['probes.colours', 'probes.pale'],
  codes: {
    'pale-icon': {
      items: [],
      severity: 'major',
      text: 'Cette commande n’est reconnue qu’à son dessin, qui se distingue trop peu du fond (contraste de {ratio}, au lieu de 3) : foncer le dessin, ou ajouter un texte.',
      rgaa: ['3.3'],
      rgaaTests: ['3.3.2'],
    },
    'pale-field': {
      items: [],
      severity: 'major',
      text: 'Le bord de ce champ se distingue trop peu du fond (contraste de {ratio}, au lieu de 3) : foncer sa bordure ou son fond.',
      rgaa: ['3.3'],
      rgaaTests: ['3.3.1'],
    },
    'undrawn-field': {
      items: [],
      severity: 'major',
      text: 'Rien ne montre où est ce champ : ni bordure, ni fond qui se détache de la page. Lui donner une bordure foncée.',
      rgaa: ['3.3'],
      rgaaTests: ['3.3.1'],
    },
    'edged-field': {
      items: [],
      severity: 'minor',
      text: 'Le bord de ce champ se détache de l’intérieur du champ, et trop peu de la page (contraste de {ratio}, au lieu de 3) : vérifier qu’on trouve bien le champ, ou foncer sa bordure.',
      rgaa: ['3.3'],
      rgaaTests: ['3.3.1'],
    },
    'signed-field': {
      items: [],
      severity: 'minor',
      text: 'Rien n’entoure ce champ : seul son texte indicatif, ou presque, le montre. Vérifier qu’on le trouve bien, ou lui donner une bordure foncée.',
      rgaa: ['3.3'],
      rgaaTests: ['3.3.1'],
    },
  },
  applies: ({ rendered }) =>
    rendered.probes?.colours !== undefined || (rendered.probes?.pale?.icons.length ?? 0) > 0,
  *judge({ rendered }) {
    for (const { ratio, ...one } of rendered.probes?.pale?.icons ?? [])
      yield failed('pale-icon', { ratio: String(ratio).replace('.', ',') }, seenAt(one));
    for (const { ratio, isEdged, isSigned, isUndrawn, ...one } of rendered.probes?.colours?.paleFields ??
      []) {
      const params = { ratio: String(ratio).replace('.', ',') };
      if (isEdged) yield cantTell('edged-field', params, seenAt(one));
      else if (isSigned) yield cantTell('signed-field', params, seenAt(one));
      else yield failed(isUndrawn ? 'undrawn-field' : 'pale-field', params, seenAt(one));
    }
  },
});
