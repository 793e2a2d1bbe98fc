import { cantTell, failed, pageCheck, type Check } from '../check.ts';

/** Pixels of a row across which no eye goes straight from a label to its field. */
const TOO_FAR = 400;

/** Who enlarges the screen sees a field or its label, not both, unless one is beside the other. */
export const labelProximity: Check = pageCheck({
  id: 'label-proximity',
  needs: 'rendered',
  looks: ['probes.labelPlaces'],
  codes: {
    'apart-label': {
      items: [],
      severity: 'major',
      text: 'Un autre champ, qui a sa propre étiquette, sépare ce champ de son étiquette « {label} » : on remplit l’un pour l’autre. Placer l’étiquette contre son champ.',
      rgaa: ['11.4'],
      rgaaTests: ['11.4.1'],
    },
    'far-label': {
      items: [],
      severity: 'major',
      text: 'L’étiquette « {label} » est à {gap} pixels de son champ, et rien ne les relie : écran agrandi, on voit l’une sans l’autre. Placer l’étiquette contre son champ.',
      rgaa: ['11.4'],
      rgaaTests: ['11.4.1'],
    },
    'read-place': {
      items: [],
      severity: 'minor',
      text: 'L’étiquette « {label} » est {where} : vérifier que l’on voit encore à quoi elle se rapporte, écran agrandi ; sinon la placer {place}.',
      rgaa: ['11.4'],
      rgaaTests: ['11.4.1', '11.4.2', '11.4.3'],
    },
  },
  applies: ({ html, rendered }) =>
    html.content.forms.fields.length > 0 || (rendered.probes?.labelPlaces?.length ?? 0) > 0,
  *judge({ rendered }) {
    for (const { label, side, gap, isBox, isInTable, between, ...seen } of rendered.probes?.labelPlaces ??
      []) {
      const { html, component, selector, zone } = seen;
      const at = { place: { selector, zone }, quote: html, cause: `${component} ${label}` };
      if (between !== null) {
        yield failed('apart-label', { label }, at);
        continue;
      }
      // In a table, lines lead from one to the other; a switch stands at the end of its row.
      if (!isBox && side === 'left' && gap >= TOO_FAR && !isInTable) {
        yield failed('far-label', { label, gap }, at);
        continue;
      }
      const isWrong = isBox ? side === 'left' || side === 'above' : side === 'right' || side === 'below';
      const where = isWrong ? SIDES[side] : `à ${String(gap)} pixels de son champ`;
      const place = isBox ? 'juste après la case' : 'juste au-dessus du champ, ou avant lui';
      yield cantTell('read-place', { label, where, place }, at);
    }
  },
});

const SIDES = {
  left: 'avant la case, et non après',
  above: 'au-dessus de la case, et non après',
  right: 'après le champ, et non avant',
  below: 'sous le champ, et non au-dessus',
} as const;
