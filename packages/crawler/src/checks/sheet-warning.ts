import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import type { FeedWarning } from '../feed-sheet.ts';
import { day } from '../reports/french.ts';
import { quotedIn } from '../sheet-evidence.ts';
import { currentSheet, isJustOut, usableFeed } from '../sheet-feed.ts';
import { shownSheets, type ShownSheet } from '../sheet-page.ts';
import { sentencesOf, textKey } from '../sheet-words.ts';
import { cut } from '../text.ts';

const QUOTE = 250;
/** Characters of a key under which a sentence may stand elsewhere by chance. */
const TELLING = 20;

/**
 * A notice above a sheet tells that the law has just changed, or is about to:
 * without it, what follows is read as still true. The date of the sheet does not
 * follow that of its notice.
 */
export const sheetWarning: Check = pageCheck({
  id: 'sheet-warning',
  needs: 'html',
  codes: {
    'warning-missing': {
      items: ['COM-02'],
      severity: 'blocking',
      text: 'L’avertissement de la fiche {number}, daté du {date} à la source, n’est pas affiché : « {warning} ». L’afficher en tête de la fiche.',
    },
    'warning-unseen': {
      items: ['COM-02'],
      severity: 'major',
      text: 'L’avertissement de la fiche {number} n’a pas été trouvé sur la page : « {warning} ». Vérifier qu’il est affiché, au besoin sous un bouton.',
    },
  },
  applies: (page) => shownSheets(page).length > 0,
  judges: (page, settings) => (usableFeed(settings) ? ['COM-02'] : []),
  *judge(page, settings) {
    const feed = usableFeed(settings);
    if (!feed) return;
    for (const shown of shownSheets(page)) {
      const sheet = shown.number === null ? undefined : currentSheet(feed, shown.number)?.sheet;
      const text = textKey(shown.passages.map((passage) => passage.text).join(' '));
      for (const warning of sheet?.warnings ?? []) {
        const { date } = warning;
        if (!shown.isWhole || shows(text, warning)) continue;
        // What was published the day before may not have reached the site yet.
        if (date !== null && isJustOut(date, page.fetchedOn)) continue;
        const quote = cut(warning.text || warning.title, QUOTE);
        const at = { url: shown.url, quote };
        const params = {
          ...{ number: sheet?.number ?? '', warning: quotedIn(quote) },
          date: date === null ? '' : day(date),
        };
        yield date !== null && isOlder(shown, date)
          ? failed('warning-missing', params, at)
          : cantTell('warning-unseen', params, at);
      }
    }
  },
});

/** Half of its sentences are enough: sites set them anew. */
function shows(page: string, { title, text }: FeedWarning): boolean {
  const keys = sentencesOf(text === '' ? title : text)
    .map(textKey)
    .filter((key) => key.length >= TELLING);
  return keys.length === 0 || 2 * keys.filter((key) => page.includes(key)).length >= keys.length;
}

/** Whether the page shows the sheet as it was before the notice; undated, it may be a day old. */
function isOlder({ marks: { verified } }: ShownSheet, date: string): boolean {
  return (verified?.date ?? date) < date;
}
