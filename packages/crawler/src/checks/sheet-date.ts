import { cantTell, failed, siteCheck, type Check } from '../check.ts';
import type { ShownDate } from '../facts.ts';
import { day, plural } from '../reports/french.ts';
import { currentSheet, latenessOf, usableFeed, withoutFeed } from '../sheet-feed.ts';
import { shownSheets } from '../sheet-page.ts';

const DAY = 86_400_000;

interface Row {
  readonly url: string;
  readonly number: string | null;
  readonly date: string;
  readonly readOn: string;
  readonly shown: ShownDate;
}

/**
 * The date under a sheet must be that of the source: it tells the reader which
 * text he reads. An old date is no fault, when the source has the same; a third
 * of the sheets of a fresh feed are more than a year old.
 */
export const sheetDate: Check = siteCheck({
  id: 'sheet-date',
  codes: {
    'date-late': {
      items: ['COM-03'],
      severity: 'blocking',
      text: 'La fiche {number} est affichée dans sa version du {shown}, alors que la source l’a vérifiée le {source} : faire relire le flux de la DILA chaque jour, et signaler le retard à l’administrateur du site.',
    },
    'date-behind': {
      items: ['COM-03'],
      severity: 'major',
      text: 'La fiche {number} est affichée dans sa version du {shown}, alors que la source l’a vérifiée le {source}, il y a quelques jours : vérifier que le flux de la DILA est relu chaque jour.',
    },
    'date-newer': {
      items: ['COM-03'],
      severity: 'info',
      text: 'La fiche {number} est datée du {shown}, après la date de la source ({source}) : vérifier que cette date est bien celle de la fiche, et non celle de la page.',
    },
    'date-unmatched': {
      items: ['COM-03'],
      severity: 'info',
      text: 'La date de cette fiche ne se compare pas, faute d’un numéro connu de la source : chercher la fiche sur Service-Public et comparer les dates.',
    },
  },
  project: (page): Row[] | null => {
    const rows = shownSheets(page).flatMap(({ url, number, marks: { verified: shown } }): Row[] => {
      const date = shown?.date ?? null;
      return shown && date !== null ? [{ url, number, date, readOn: page.fetchedOn, shown }] : [];
    });
    return rows.length === 0 ? null : rows;
  },
  *judge(pages, settings) {
    const feed = usableFeed(settings);
    if (!feed) return;
    for (const { url, number, date, readOn, shown } of pages.flat()) {
      const at = { url, place: shown, quote: shown.text };
      const source = number === null ? null : (currentSheet(feed, number)?.sheet.date ?? null);
      if (number === null || source === null) {
        yield cantTell('date-unmatched', {}, at);
        continue;
      }
      const params = { number, shown: day(date), source: day(source) };
      const lateness = latenessOf(date, source, readOn);
      if (lateness === 'late') yield failed('date-late', params, at);
      else if (lateness === 'behind') yield failed('date-behind', params, at);
      else if (lateness === 'newer') yield cantTell('date-newer', params, at);
    }
  },
  *propose(pages, settings) {
    const rows = pages.flat().toSorted((a, b) => a.date.localeCompare(b.date));
    const [oldest] = rows;
    if (!oldest || usableFeed(settings)) return;
    const age = (date: string): string =>
      plural(Math.max(0, (Date.parse(settings.today) - Date.parse(date)) / DAY), 'jour', 'jours');
    yield {
      item: 'COM-03',
      answer: 'non_verifie',
      why: `${withoutFeed(settings)} Sans lui, seul l’âge des fiches est connu, et il n’est pas une faute : la plus ancienne des ${String(rows.length)} date d’il y a ${age(oldest.date)}.`,
      excerpts: rows.map(({ url, number, date, shown }) => ({
        url,
        about: number === null ? 'Fiche sans numéro' : `Fiche ${number}`,
        quote: `${shown.text} (il y a ${age(date)})`,
      })),
    };
  },
});
