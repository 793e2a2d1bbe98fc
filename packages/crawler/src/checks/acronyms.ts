import { bareAcronyms, type BareAcronym } from '../acronyms.ts';
import { siteCheck, type Check } from '../check.ts';
import { ownTitle } from '../own-title.ts';
import type { Excerpt } from '../proposal.ts';
import { fold } from '../text.ts';
import { plural } from '../reports/french.ts';

interface Row {
  readonly url: string;
  readonly bare: readonly BareAcronym[];
}

const KEPT = 5;
const NAMED = 8;
/** Acts and notices of the law are not written for whoever comes to the desk. */
const READ: ReadonlySet<string> = new Set(['home', 'procedure', 'listing', 'other']);
const NOTICE = /\b(?:donnees (?:personnelles|a caractere personnel)|cookies|traceurs|mentions legales)\b/;

/** Acronyms that visitors meet before they are told what they stand for, those of most pages first. */
export const acronyms: Check = siteCheck({
  id: 'acronyms',
  items: ['CLA-02'],
  codes: {},
  project: ({ url, html }): Row | null => {
    if (!READ.has(html.kind) || html.viewOf !== null || NOTICE.test(fold(ownTitle(html)))) return null;
    // The national sheet is not the préfecture's to write.
    const own = html.passages.filter(({ inMain, inSheet }) => inMain && inSheet !== true);
    return { url, bare: bareAcronyms(own, KEPT) };
  },
  *propose(rows) {
    if (rows.length === 0) {
      yield {
        item: 'CLA-02',
        answer: 'non_verifie',
        why: 'Aucune page n’a été lue : relancer l’audit.',
        excerpts: [],
      };
      return;
    }
    const met = Map.groupBy(
      rows.flatMap(({ url, bare }) => bare.map((each) => ({ ...each, url }))),
      ({ acronym }) => acronym.replaceAll('.', ''),
    );
    const sorted = [...met].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
    const names = sorted.slice(0, NAMED).map(([name]) => name);
    yield {
      item: 'CLA-02',
      answer: sorted.length === 0 ? 'conforme' : 'non_conforme',
      why:
        sorted.length === 0
          ? `Sur ${plural(rows.length, 'page lue', 'pages lues')}, aucun sigle ne paraît sans être écrit en toutes lettres, hors ceux du langage courant.`
          : `${names.join(', ')}${sorted.length > NAMED ? '…' : ''} : ${sorted.length === 1 ? 'ce sigle paraît' : 'ces sigles paraissent'} sans être d’abord en toutes lettres. Un nom propre en capitales peut s’y être glissé.`,
      excerpts: sorted.flatMap(([acronym, [first, ...others]]): Excerpt[] =>
        first
          ? [
              {
                url: first.url,
                about:
                  others.length === 0
                    ? acronym
                    : `${acronym} (${plural(others.length + 1, 'page', 'pages')})`,
                quote: first.quote,
              },
            ]
          : [],
      ),
    };
  },
});
