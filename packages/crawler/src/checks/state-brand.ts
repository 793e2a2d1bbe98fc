import { cantTell, failed, siteCheck, type Check, type Problem } from '../check.ts';
import { usual } from '../navigation.ts';
import { namesState, type BrandFacts } from '../read-brand.ts';
import { fold } from '../text.ts';

interface Row extends BrandFacts {
  readonly url: string;
}

type Code = 'no-header-brand' | 'no-footer-brand' | 'other-name' | 'unmarked-parts' | 'unknown-brand';

const base = { items: ['ETA-02'], severity: 'major' } as const;

/**
 * The State signs its pages at their head and at their foot (circular 6411-SG of
 * 7 July 2023, State's design system). The source tells whether the mark is
 * there and whom it names; how it is drawn is for people to see.
 */
export const stateBrand: Check = siteCheck<Code, Row>({
  id: 'state-brand',
  codes: {
    'no-header-brand': {
      ...base,
      text: 'L’en-tête de la page ne porte pas la marque de l’État : y mettre le bloc-marque (« Préfet » ou « Préfète », suivi du nom du département), comme sur les autres pages.',
    },
    'no-footer-brand': {
      ...base,
      text: 'Le pied de page ne porte pas la marque de l’État : y mettre le même bloc-marque que dans l’en-tête.',
    },
    'other-name': {
      ...base,
      severity: 'minor',
      text: 'La marque de l’État se lit « {text} » ici, et « {usual} » sur {pages} autres pages : écrire partout le même nom.',
    },
    'unmarked-parts': {
      ...base,
      severity: 'minor',
      text: 'Rien ne distingue l’en-tête ni le pied de cette page dans son code : l’ouvrir, et vérifier que la marque de l’État y figure en haut et en bas.',
    },
    'unknown-brand': {
      ...base,
      severity: 'minor',
      text: 'Le logo de la page dit « {text} », où l’audit ne reconnaît pas la marque de l’État : l’ouvrir, et la rétablir si elle n’y est pas.',
    },
  },
  project: ({ url, html: { viewOf, brand } }) => (viewOf === null ? { url, ...brand } : null),
  *judge(rows) {
    const names = usual(
      rows.flatMap(({ header, footer }) => [nameIn(header), nameIn(footer)]),
      fold,
    );
    for (const row of rows) yield* judgePage(row, names);
  },
});

function nameIn(mark: BrandFacts['header']): string | null {
  return mark === null || mark === 'unmarked' ? null : mark.text;
}

function* judgePage(
  { url, header, footer }: Row,
  names: ReturnType<typeof usual<string>>,
): Generator<Problem<Code>> {
  if (header === 'unmarked' && footer === 'unmarked') yield cantTell('unmarked-parts', {}, { url });
  // A part that nothing marks is missing only where the other one shows that the page marks its parts.
  else {
    if (header === null || header === 'unmarked') yield failed('no-header-brand', {}, { url });
    if (footer === null || footer === 'unmarked') yield failed('no-footer-brand', {}, { url });
  }
  for (const mark of [header, footer]) {
    if (mark === null || mark === 'unmarked') continue;
    const at = { url, place: mark, quote: mark.text, cause: mark.text };
    if (!namesState(mark.text)) yield cantTell('unknown-brand', { text: mark.text }, at);
    else if (names && fold(mark.text) !== fold(names.value))
      yield failed('other-name', { text: mark.text, usual: names.value, pages: names.pages }, at);
  }
}
