import { cantTell, pageCheck, type Check } from '../check.ts';
import type { FeedSheet } from '../feed-sheet.ts';
import { currentSheet, usableFeed } from '../sheet-feed.ts';
import { subjectOf } from '../sheet-subject.ts';
import { amountsIn } from '../text-amounts.ts';
import { cut } from '../text.ts';

const QUOTE = 200;
/** Amounts of the sheet that a message gives. */
const MOST = 6;

/**
 * What a page says of the cost of a procedure, beside the national sheet, is
 * seldom reread when the price changes. An amount that the sheet has not may be a
 * local fee, a fine or another case: a person compares.
 */
export const sheetAmounts: Check = pageCheck({
  id: 'sheet-amounts',
  needs: 'html',
  codes: {
    'other-amount': {
      items: ['COM-07'],
      severity: 'blocking',
      text: 'La page indique {amount}, que la fiche {number} ne donne pas (elle donne {amounts}) : comparer avec la fiche, et corriger le montant s’il s’agit du même.',
    },
  },
  applies: (page, settings) => usableFeed(settings) !== null && subjectOf(page, settings) !== null,
  *judge(page, settings) {
    const feed = usableFeed(settings);
    const subject = subjectOf(page, settings);
    const sheet = feed && subject && currentSheet(feed, subject.number)?.sheet;
    if (!sheet) return;
    const { number } = sheet;
    const national = amountsOf(sheet);
    // A sheet that gives no price says nothing of those of the page.
    if (national.size === 0) return;
    const amounts = [...national.values()].slice(0, MOST).join(', ');
    const met = new Set<number>();
    for (const { text, line, zone } of subject.local) {
      for (const { text: amount, cents } of amountsIn(text)) {
        if (national.has(cents) || met.has(cents)) continue;
        met.add(cents);
        const at = { place: { line, zone }, quote: cut(text, QUOTE), cause: String(cents) };
        yield cantTell('other-amount', { amount, number, amounts }, at);
      }
    }
  },
});

/** As written, by their value. */
function amountsOf({ values, paragraphs }: FeedSheet): Map<number, string> {
  const texts = [...values, ...paragraphs.map(({ text }) => text)];
  return new Map(texts.flatMap(amountsIn).map(({ text, cents }) => [cents, text]));
}
