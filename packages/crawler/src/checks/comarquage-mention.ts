import { cantTell, failed, pageCheck, type At, type Check, type Problem } from '../check.ts';
import type { HeadingFacts, HtmlFacts, SheetMarks } from '../facts.ts';
import { showsSheet } from '../sheet-page.ts';
import { fold } from '../text.ts';

type Code =
  | 'no-source'
  | 'source-outside'
  | 'no-date'
  | 'unreadable-date'
  | 'raw-date'
  | 'possible-copy'
  | 'view-empty';

/** Headings that every national sheet has and that local pages seldom use, folded, without their last sign. */
const SHEET_HEADINGS: ReadonlySet<string> = new Set([
  ...['textes de loi et references', 'textes de reference', 'services en ligne et formulaires', 'et aussi'],
  ...["ou s'informer", "ou s'adresser", "qui peut m'aider", 'pour en savoir plus'],
  ...['questions ? reponses', 'comment faire si'],
]);
/** Of these, two may come together by chance. */
const COPIED_HEADINGS = 3;

/**
 * Whoever republishes a national sheet (co-marquage) names its source and its
 * date: the licence and article L322-1 of the CRPA ask for both. The CMS's own
 * « Mis à jour le » is not the date of the sheet.
 */
export const comarquageMention: Check = pageCheck({
  id: 'comarquage-mention',
  needs: 'html',
  codes: {
    'no-source': {
      items: ['COM-02', 'COM-10'],
      severity: 'blocking',
      text: 'La fiche nationale ne nomme pas sa source : afficher sous la fiche « Service Public / Direction de l’information légale et administrative (Premier ministre) », avec sa date de vérification.',
    },
    'source-outside': {
      items: ['COM-10'],
      severity: 'major',
      text: 'La source de la fiche nationale n’est nommée qu’en dehors de la fiche : afficher aussi la mention dans la fiche, à côté de sa date de vérification.',
    },
    'no-date': {
      items: ['COM-10'],
      severity: 'blocking',
      text: 'La fiche nationale ne porte pas sa date : afficher « Vérifié le », suivi de la date donnée par la source, à côté de la source.',
    },
    'unreadable-date': {
      items: ['COM-10'],
      severity: 'major',
      text: 'La date de la fiche nationale n’existe pas ou ne se lit pas : afficher celle de la source, sous la forme 24/11/2026 ou 24 novembre 2026.',
    },
    'raw-date': {
      items: ['COM-10'],
      severity: 'blocking',
      text: 'La date de la fiche nationale est affichée telle que dans le flux (« modified ») : signaler à l’administrateur du site que la date doit être mise en forme.',
    },
    'possible-copy': {
      items: ['COM-02'],
      severity: 'major',
      text: 'La page a les intertitres d’une fiche nationale sans être co-marquée : vérifier si le texte est recopié et, si oui, le remplacer par le co-marquage ou par un lien vers la fiche.',
    },
    'view-empty': {
      items: ['COM-02', 'COM-10'],
      severity: 'major',
      text: 'La fiche nationale ne s’est pas affichée pendant l’audit : ouvrir cette adresse dans un navigateur et, si la fiche manque, signaler la panne à l’administrateur du site.',
    },
  },
  applies: ({ html }) => html.views.length > 0 || showsSheet(html) || isCopy(html),
  judges: ({ html, rendered }) => {
    if (showsSheet(html) || rendered?.sheetViews.length) return ['COM-02', 'COM-10'];
    return isCopy(html) ? ['COM-02'] : [];
  },
  *judge({ html, rendered }) {
    if (showsSheet(html)) yield* problemsOf(html.sheet);
    for (const { url, filled, sheet } of rendered?.sheetViews ?? []) {
      if (filled) yield* problemsOf(sheet, { url });
      else yield cantTell('view-empty', {}, { url });
    }
    const [place] = copiedHeadings(html);
    if (place && isCopy(html)) {
      const quote = copiedHeadings(html)
        .map(({ text }) => text)
        .join(' / ');
      yield cantTell('possible-copy', {}, { place, quote });
    }
  },
});

function* problemsOf(sheet: SheetMarks, at: At = {}): Iterable<Problem<Code>> {
  const { publisher, verified, rawDate } = sheet;
  const namesSite = sheet.namesServicePublic || sheet.linked.length > 0;
  if (!publisher || !namesSite) yield failed('no-source', {}, at);
  else if (!publisher.inBlock)
    yield failed('source-outside', {}, { ...at, place: publisher, quote: publisher.text });
  if (rawDate) yield failed('raw-date', {}, { ...at, place: rawDate, quote: rawDate.text });
  else if (verified?.date === null)
    yield failed('unreadable-date', {}, { ...at, place: verified, quote: verified.text });
  // The date is looked for beside the publisher: without one, it is the whole mention that is missing.
  else if (!verified && publisher) yield failed('no-date', {}, at);
}

function isCopy(html: HtmlFacts): boolean {
  return html.views.length === 0 && !showsSheet(html) && copiedHeadings(html).length >= COPIED_HEADINGS;
}

function copiedHeadings({ headings }: HtmlFacts): HeadingFacts[] {
  const met = new Set<string>();
  return headings.filter(({ text }) => {
    const folded = fold(text).replace(/(?<![\s.…:?!])[\s.…:?!]+$/u, '');
    if (met.has(folded)) return false;
    met.add(folded);
    return SHEET_HEADINGS.has(folded);
  });
}
