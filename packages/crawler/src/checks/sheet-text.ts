import { cantTell, failed, pageCheck, type At, type Check, type Problem } from '../check.ts';
import type { FeedSheet } from '../feed-sheet.ts';
import { day } from '../reports/french.ts';
import { compareSheet } from '../sheet-compare.ts';
import {
  alterationOf,
  changesAmount,
  moreOf,
  quotedIn,
  quoteOf,
  sidesOf,
  toldApart,
} from '../sheet-evidence.ts';
import { currentSheet, latenessOf, usableFeed } from '../sheet-feed.ts';
import { shownSheets, type ShownSheet } from '../sheet-page.ts';
import { textKey } from '../sheet-words.ts';

type Code =
  | 'text-changed'
  | 'text-extended'
  | 'amount-changed'
  | 'text-missing'
  | 'text-partial'
  | 'text-behind'
  | 'local-mixed';

/** From this share on, a page means to show the whole sheet: what lacks was taken out. */
const WHOLE = 0.8;
/** Sentences told one by one; the rest is counted. */
const MOST = 5;

/**
 * The national text is republished as it is: article L322-1 of the CRPA forbids
 * to alter it or its meaning. A site may leave parts out and add its own, told
 * apart. A page of another date has another text, and its date is what is wrong.
 */
export const sheetText: Check = pageCheck({
  id: 'sheet-text',
  needs: 'html',
  codes: {
    'text-changed': {
      items: ['COM-02'],
      severity: 'blocking',
      text: 'Le texte national de la fiche {number} a été modifié ({changes}). À la source : « {national} ». Sur la page : « {shown} ». Remettre le texte de la source, et écrire à part ce qui est local.',
    },
    'text-extended': {
      items: ['COM-02'],
      severity: 'major',
      text: 'Des mots ont été ajoutés dans le texte national de la fiche {number} ({changes}). Sur la page : « {shown} ». Vérifier que ce n’est qu’une définition ou une précision qui ne change pas le sens, et sinon la retirer.',
    },
    'amount-changed': {
      items: ['COM-02'],
      severity: 'blocking',
      text: 'Un montant ou une durée de la fiche {number} n’est pas celui de la source ({changes}). À la source : « {national} ». Sur la page : « {shown} ». Remettre la valeur de la source.',
    },
    'text-missing': {
      items: ['COM-02'],
      severity: 'blocking',
      text: 'Il manque au texte national de la fiche {number} : « {national} »{more}. Remettre ce passage, ou renvoyer à la fiche entière.',
    },
    'text-partial': {
      items: ['COM-02'],
      severity: 'major',
      text: 'La page ne montre qu’une partie de la fiche {number} ({percent} % de son texte) : vérifier que c’est voulu et que la page renvoie à la fiche entière.',
    },
    'text-behind': {
      items: ['COM-02'],
      severity: 'major',
      text: 'Le texte de la fiche {number} diffère de celui du {source}, et la page porte une autre date : mettre à jour le co-marquage, puis comparer. Par exemple, à la source : « {national} ». Sur la page : « {shown} ».',
    },
    'local-mixed': {
      items: ['COM-02'],
      severity: 'major',
      text: 'La fiche {number} contient un texte qui n’est pas dans la source : « {shown} »{more}. Vérifier qu’il se distingue du texte national, par un titre ou un encadré à part.',
    },
  },
  applies: (page) => shownSheets(page).length > 0,
  judges: (page, settings) => {
    const feed = usableFeed(settings);
    const isKnown = shownSheets(page).some(
      ({ number }) => feed && number !== null && currentSheet(feed, number),
    );
    return isKnown ? ['COM-02'] : [];
  },
  *judge(page, settings) {
    const feed = usableFeed(settings);
    if (!feed) return;
    for (const shown of shownSheets(page)) {
      const current = shown.number === null ? null : currentSheet(feed, shown.number);
      if (current) yield* problemsOf(shown, current.sheet, page.fetchedOn);
    }
  },
});

function* problemsOf(shown: ShownSheet, sheet: FeedSheet, readOn: string): Iterable<Problem<Code>> {
  const { number, date: source } = sheet;
  const { changed: pairs, share, missing, added } = compareSheet(shown.passages, sheet);
  const changed = pairs.filter((pair) => alterationOf(pair) === 'changed');
  const date = shown.marks.verified?.date ?? null;
  const at: At = { url: shown.url };
  if (date === null || date !== source) {
    // What was renewed the day before may not have reached the site yet.
    if (date !== null && source !== null && latenessOf(date, source, readOn) === 'same') return;
    const pair = changed.find((one) => changesAmount(one, sheet)) ?? changed[0];
    if (!pair) return;
    const params = { number, source: source === null ? '…' : day(source), ...sidesOf(pair) };
    const place = { ...at, quote: quoteOf(pair) };
    yield changesAmount(pair, sheet)
      ? failed('amount-changed', params, place)
      : cantTell('text-behind', params, place);
    return;
  }
  for (const pair of changed.slice(0, MOST)) {
    const code = changesAmount(pair, sheet) ? 'amount-changed' : 'text-changed';
    yield failed(
      code,
      { number, ...sidesOf(pair) },
      { ...at, quote: quoteOf(pair), cause: textKey(pair.national) },
    );
  }
  for (const pair of pairs.filter((one) => alterationOf(one) === 'extended').slice(0, MOST)) {
    yield cantTell('text-extended', { number, ...sidesOf(pair) }, { ...at, quote: quoteOf(pair) });
  }
  const [lost, ...others] = missing;
  if (lost !== undefined && shown.isWhole) {
    const national = quotedIn(lost);
    const place = { ...at, quote: national };
    if (share >= WHOLE) yield failed('text-missing', { number, national, more: moreOf(others) }, place);
    else yield cantTell('text-partial', { number, percent: Math.floor(share * 100) }, place);
  }
  if (!shown.isMarked) return;
  const isApart = toldApart(shown.passages, sheet);
  const [foreign, ...rest] = added.filter((one) => !isApart(one));
  if (!foreign) return;
  const text = quotedIn(foreign.text);
  const place = { ...at, quote: text, place: { line: foreign.passage.line, zone: foreign.passage.zone } };
  yield cantTell('local-mixed', { number, shown: text, more: moreOf(rest) }, place);
}
