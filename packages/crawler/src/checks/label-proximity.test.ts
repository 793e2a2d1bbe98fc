import { expect, test } from 'vitest';
import type { LabelPlace } from '../probes/label-places.ts';
import { page, pageProblems, rendered, verdictLine } from '../testing.ts';
import { labelProximity } from './label-proximity.ts';

const PLACE: LabelPlace = {
  ...{ selector: '#nom', zone: 'main', component: 'form input', html: '<input id="nom">', label: 'Nom' },
  ...{ side: 'above', gap: 300, isBox: false, isInTable: false, between: null },
};
const facts = (rest?: Partial<LabelPlace>): ReturnType<typeof page> =>
  page({}, { rendered: rendered({ probes: { labelPlaces: rest ? [{ ...PLACE, ...rest }] : [] } }) });

test('a label beyond another field fails', () => {
  expect(verdictLine(labelProximity, facts({ between: '<input id="prenom">' }))).toEqual([
    'failed',
    'apart-label',
  ]);
});

test('a label at the other end of its row fails, in a table or for a box it does not', () => {
  const judge = (rest: Partial<LabelPlace>): string[] => verdictLine(labelProximity, facts(rest));
  expect(judge({ side: 'left', gap: 400 })).toEqual(['failed', 'far-label']);
  expect(judge({ side: 'left', gap: 399 })).toEqual(['cantTell', 'read-place']);
  expect(judge({ side: 'above', gap: 400 })).toEqual(['cantTell', 'read-place']);
  expect(judge({ side: 'left', gap: 400, isInTable: true })).toEqual(['cantTell', 'read-place']);
  expect(judge({ side: 'left', gap: 400, isBox: true })).toEqual(['cantTell', 'read-place']);
});

test('a label that is far, or on the wrong side, is for a person to look at, and the message says where it is', () => {
  const where = (rest: Partial<LabelPlace>): unknown =>
    pageProblems(labelProximity, facts(rest))[0]?.params['where'];
  expect(verdictLine(labelProximity, facts({}))).toEqual(['cantTell', 'read-place']);
  expect(where({})).toBe('à 300 pixels de son champ');
  expect(where({ side: 'right' })).toBe('après le champ, et non avant');
  expect(where({ side: 'below' })).toBe('sous le champ, et non au-dessus');
  expect(where({ side: 'left', isBox: true })).toBe('avant la case, et non après');
  expect(where({ side: 'above', isBox: true })).toBe('au-dessus de la case, et non après');
  expect(where({ side: 'left' })).toBe('à 300 pixels de son champ');
});

test('a page whose fields all have their label beside them passes, one without a field is not concerned', () => {
  expect(verdictLine(labelProximity, facts())).toEqual(['inapplicable']);
  const [field] = [
    { selector: '#a', line: 1, zone: 'main', type: 'text', name: 'a', labelledBy: 'label' } as const,
  ];
  const own = {
    label: 'Nom',
    shownLabel: 'Nom',
    lastLabel: 'Nom',
    isAfterText: false,
    autocomplete: null,
    isRequired: false,
    isClosed: false,
    group: null,
    form: 0,
  };
  const forms = { fields: [{ ...field, ...own }], groups: [], unnamedOptgroups: [], buttons: [] };
  const { html } = facts();
  if (!html) throw new Error('a page is read');
  const sound = page(
    { content: { ...html.content, forms } },
    { rendered: rendered({ probes: { labelPlaces: [] } }) },
  );
  expect(verdictLine(labelProximity, sound)).toEqual(['passed']);
});
