import { siteCheck, type Check } from '../check.ts';
import { ownTitle } from '../own-title.ts';
import type { Proposal } from '../proposal.ts';
import { currentSheet, usableFeed, withoutFeed } from '../sheet-feed.ts';
import { subjectOf } from '../sheet-subject.ts';
import { amountsIn } from '../text-amounts.ts';
import { delaysIn } from '../text-delays.ts';
import { plural } from '../reports/french.ts';

/** A page that follows a national sheet. */
interface Row {
  readonly url: string;
  readonly number: string;
  readonly title: string;
  readonly isShown: boolean;
  /** Amounts and delays that the page gives of its own. */
  readonly local: readonly string[];
  /** Those of the sheet. */
  readonly national: readonly string[];
  readonly source: string | null;
}

const VALUES = 6;
const PASSAGES = 200;

/**
 * Side by side, the pages that follow a national sheet and what it says: for who
 * decides whether it is republished and not copied, and whether the page
 * contradicts it.
 */
export const sheetGuide: Check = siteCheck({
  id: 'sheet-guide',
  codes: {},
  items: ['COM-02', 'COM-07'],
  project: (page, settings): Row | null => {
    const subject = subjectOf(page, settings);
    if (!subject) return null;
    const { url, number, isShown } = subject;
    const feed = usableFeed(settings);
    const sheet = feed ? currentSheet(feed, number)?.sheet : undefined;
    return {
      ...{ url, number, isShown },
      title: ownTitle(page.html),
      local: valuesIn(subject.local.slice(0, PASSAGES).map(({ text }) => text)),
      national: [...new Set(sheet?.values)].slice(0, VALUES),
      source: sheet?.url ?? null,
    };
  },
  *propose(rows, settings) {
    if (rows.length === 0) return;
    yield contradiction(rows);
    yield republication(
      rows,
      usableFeed(settings) ? '' : ` ${withoutFeed(settings)} Le texte n’a pas été comparé.`,
    );
  },
});

function contradiction(rows: readonly Row[]): Proposal {
  const telling = rows.toSorted((a, b) => b.local.length - a.local.length);
  return {
    item: 'COM-07',
    answer: 'a_verifier',
    why: 'Ouvrir côte à côte chaque page et sa fiche nationale, et comparer les pièces à fournir, le coût et les délais ; en cas de doute, interroger le service instructeur. Les pages qui donnent leurs propres montants ou délais viennent d’abord.',
    excerpts: telling.map(({ url, number, local, national, source }) => ({
      url,
      about: source === null ? `Fiche ${number}` : `Fiche ${number} : ${source}`,
      ...(local.length + national.length === 0 ? {} : { quote: sides(local, national) }),
    })),
  };
}

function republication(rows: readonly Row[], untold: string): Proposal {
  const shown = rows.filter(({ isShown }) => isShown).length;
  return {
    item: 'COM-02',
    answer: 'a_verifier',
    why: `Une fiche nationale est montrée sur ${plural(shown, 'page', 'pages')}, et suivie sur ${String(rows.length - shown)} par un lien ou par la configuration. Vérifier que le texte national n’est nulle part recopié à la main.${untold}`,
    excerpts: rows.map(({ url, number, title, isShown }) => ({
      url,
      about: isShown ? `Fiche ${number}, affichée` : `Fiche ${number}, suivie`,
      quote: title,
    })),
  };
}

function sides(local: readonly string[], national: readonly string[]): string {
  const list = (values: readonly string[]): string =>
    values.length === 0 ? 'rien relevé' : values.join(', ');
  return `Page : ${list(local)} / Fiche : ${list(national)}`;
}

function valuesIn(texts: readonly string[]): string[] {
  const values = texts.flatMap((text) =>
    /\d/.test(text) ? [...amountsIn(text), ...delaysIn(text)].map((value) => value.text) : [],
  );
  return [...new Set(values)].slice(0, VALUES);
}
