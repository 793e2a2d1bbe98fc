import { cantTell, failed, siteCheck, type Check } from '../check.ts';
import type { Feed } from '../feed.ts';
import { foldTitle } from '../feed-fingerprint.ts';
import type { SheetLink } from '../facts.ts';
import { sheetAddress } from '../sheet-address.ts';
import { currentSheet, usableFeed, withoutFeed } from '../sheet-feed.ts';
import { shownSheets, type ShownSheet } from '../sheet-page.ts';
import { cut } from '../text.ts';
import { subjectStems, titleParts } from '../title-words.ts';

/** A sheet that a page shows or links to. */
interface Row {
  readonly url: string;
  readonly number: string;
  /** Words of the link; of a sheet shown, the title it is shown under. */
  readonly text: string;
  readonly isShown: boolean;
  /** `null` when nothing tells whom it is for. */
  readonly isForCompanies: boolean | null;
  /** Whether no heading of the page resembles the title of the source. */
  readonly sourceTitle: string | null;
}

/** Links of one page that are kept. */
const MOST = 12;
const TEXT = 80;
/** Shorter, a title stands in another by chance. */
const TELLING = 8;

/**
 * Sheets are withdrawn and replaced: a page that goes on showing a withdrawn
 * number, or leads to it, informs of what is no more. Resources (R) may have no
 * file of their own, and are not looked for.
 */
export const sheetExists: Check = siteCheck({
  id: 'sheet-exists',
  codes: {
    'sheet-gone': {
      items: ['COM-04'],
      severity: 'blocking',
      text: 'La fiche {number} n’existe plus à la source, et aucune ne la remplace : retirer la page, ou y mettre la fiche qui traite aujourd’hui du sujet.',
    },
    'linked-gone': {
      items: ['COM-04'],
      severity: 'major',
      text: 'Ce lien mène à la fiche {number}, qui n’existe plus à la source : chercher sur Service-Public celle qui traite aujourd’hui du sujet, ou retirer le lien.',
    },
    'sheet-unknown': {
      items: ['COM-04'],
      severity: 'minor',
      text: 'La fiche {number} n’est pas dans le flux donné à l’audit, qui ne contient que : {audiences}. Donner aussi l’autre flux de la DILA, puis relancer l’audit.',
    },
    'title-differs': {
      items: ['COM-02'],
      severity: 'major',
      text: 'Aucun titre de la page ne ressemble à celui de la fiche {number} à la source (« {title} ») : vérifier que la bonne fiche est affichée, et reprendre son titre.',
    },
  },
  project: (page, settings): Row[] | null => {
    const shown = shownSheets(page);
    const feed = usableFeed(settings);
    const rows = shown.flatMap((sheet): Row[] =>
      sheet.number === null ? [] : [shownRow(sheet, sheet.number, feed)],
    );
    const numbers = new Set(rows.map(({ number }) => number));
    for (const { url: to, text, zone } of page.html.links) {
      const number = zone === 'main' && to !== null ? (sheetAddress(to)?.number ?? null) : null;
      if (number === null || to === null || numbers.has(number) || numbers.size >= MOST) continue;
      numbers.add(number);
      rows.push({
        ...{ url: page.url, number, text: cut(text, TEXT), isShown: false, sourceTitle: null },
        isForCompanies: sheetAddress(to)?.isForCompanies ?? null,
      });
    }
    const judged = rows.filter(({ number }) => !number.startsWith('R'));
    return judged.length === 0 ? null : judged;
  },
  *judge(pages, settings) {
    const feed = usableFeed(settings);
    if (!feed) return;
    const audiences = feed.info.audiences.join(', ');
    for (const { url, number, text, isShown, isForCompanies, sourceTitle } of pages.flat()) {
      const at = { url, quote: text, cause: number };
      if (currentSheet(feed, number)) {
        if (sourceTitle !== null) yield cantTell('title-differs', { number, title: sourceTitle }, at);
      } else if (!covers(feed, isForCompanies)) yield cantTell('sheet-unknown', { number, audiences }, at);
      else yield failed(isShown ? 'sheet-gone' : 'linked-gone', { number }, at);
    }
  },
  *propose(pages, settings) {
    const rows = pages.flat();
    if (rows.length === 0 || usableFeed(settings)) return;
    const shown = rows.toSorted((a, b) => Number(b.isShown) - Number(a.isShown));
    yield {
      item: 'COM-04',
      answer: 'non_verifie',
      why: `${withoutFeed(settings)} Les numéros relevés sur le site sont à chercher sur Service-Public.`,
      excerpts: shown.map(({ url, number, text }) => ({ url, about: `Fiche ${number}`, quote: text })),
    };
  },
});

function shownRow(sheet: ShownSheet, number: string, feed: Feed | null): Row {
  const headings = sheet.passages.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
  const current = feed && currentSheet(feed, number);
  const names = current ? [current.sheet.title, ...current.sheet.shortTitles] : [];
  const titles = [...headings, ...sheet.titles.flatMap((title) => [title, ...titleParts(title)])];
  // A page in which no title was found says nothing of it.
  const isOther =
    names.length > 0 &&
    titles.length > 0 &&
    !titles.some((title) => names.some((name) => isAlike(title, name)));
  return {
    ...{ url: sheet.url, number, isShown: true },
    text: cut(headings[0] ?? sheet.titles[0] ?? '', TEXT),
    isForCompanies: forCompanies(sheet.url, number, sheet.links),
    sourceTitle: isOther ? cut(names[0] ?? '', TEXT) : null,
  };
}

function forCompanies(url: string, number: string, links: readonly SheetLink[]): boolean | null {
  const view = /#!\/(\w+)\/page\//.exec(url)?.[1]?.toLowerCase();
  if (view !== undefined) return view.startsWith('pro');
  for (const link of links) {
    const address = sheetAddress(link.url);
    if (address?.number === number) return address.isForCompanies;
  }
  return null;
}

function covers({ info: { audiences } }: Feed, isForCompanies: boolean | null): boolean {
  if (isForCompanies !== null) return audiences.includes(isForCompanies ? 'professionnels' : 'particuliers');
  return audiences.includes('particuliers') && audiences.includes('professionnels');
}

/** The same, one within the other (« Démarche : … »), or half of their subjects in common. */
function isAlike(a: string, b: string): boolean {
  const one = foldTitle(a);
  const other = foldTitle(b);
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= TELLING && long.includes(short)) return true;
  const stems = subjectStems(a);
  const others = subjectStems(b);
  const shared = [...stems].filter((stem) => others.has(stem)).length;
  return shared > 0 && 2 * shared >= Math.min(stems.size, others.size);
}
