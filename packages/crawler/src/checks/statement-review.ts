import { levelOfRate, type ConformityLevel } from '@qualepref/core';
import { siteCheck, type Check } from '../check.ts';
import { quoteOf } from '../passage-quote.ts';
import type { Excerpt } from '../proposal.ts';
import { statementTitles, type StatementPart } from '../read-statement.ts';
import { levelRank, statementParts } from '../statement-parts.ts';

interface Row {
  readonly url: string;
  readonly parts: readonly StatementPart[];
  readonly level: ConformityLevel | null;
  readonly rate: number | null;
  readonly quotes: readonly { readonly part: StatementPart; readonly quote: string }[];
}

const QUOTE_LENGTH = 80;
const LIST = new Intl.ListFormat('fr');
/** What shows the parts that no title announces, folded. */
const WORDS: readonly (readonly [StatementPart, RegExp])[] = [
  ['law', /article 47\b|2005-102/],
  ['remedies-way', /defenseure? des droits/],
];
const SHOWING = new Map<StatementPart, RegExp>([...statementTitles, ...WORDS]);

/** The statement part by part, in the words that show each: whether they say enough is for a person to tell. */
export const statementReview: Check = siteCheck<never, Row>({
  id: 'statement-review',
  codes: {},
  items: ['A11-02'],
  project({ url, html: { statement, passages } }) {
    if (!statement) return null;
    const { parts, level, rate } = statement;
    const quotes = parts.flatMap((part) => {
      const words = SHOWING.get(part);
      const quote = words ? quoteOf(passages, words, QUOTE_LENGTH) : null;
      return quote === null ? [] : { part, quote };
    });
    return { url, parts, level, rate, quotes };
  },
  *propose(rows, { config, pinned }) {
    const item = 'A11-02';
    const [first] = rows.toSorted((a, b) => b.parts.length - a.parts.length);
    if (!first) {
      yield {
        item,
        answer: 'non_conforme',
        why: 'Aucune page lue n’est la déclaration d’accessibilité : la chercher sur le site. Si elle existe, donner son adresse dans qualepref.yml (pages.accessibility).',
        excerpts: [{ url: pinned.accessibility ?? config.site.address }],
      };
      return;
    }
    const { url, parts, level, rate, quotes } = first;
    const names = Object.keys(statementParts) as StatementPart[];
    const missing = names.filter((part) => !parts.includes(part)).map((part) => statementParts[part]);
    const excerpts: Excerpt[] = names.flatMap((part) =>
      quotes
        .filter((one) => one.part === part)
        .map(({ quote }) => ({ url, about: capital(statementParts[part]), quote })),
    );
    const said = `État lu : ${level === null ? 'aucun' : `${level} conforme`}${rate === null ? '' : `, ${String(rate).replace('.', ',')} % des critères`}.`;
    if (missing.length > 0)
      yield {
        item,
        answer: 'non_conforme',
        why: `Ne se lisent pas dans la déclaration : ${LIST.format(missing)}. ${said}`,
        excerpts: [{ url }, ...excerpts],
      };
    else if (level !== null && rate !== null && levelRank[level] > levelRank[levelOfRate(rate)])
      yield {
        item,
        answer: 'non_conforme',
        why: `Les dix éléments du modèle ont été trouvés, mais le niveau dit est plus haut que ce taux ne permet. ${said}`,
        excerpts: [{ url }, ...excerpts],
      };
    else if (level === null || rate === null)
      yield {
        item,
        answer: 'a_verifier',
        why: `Les parties du modèle sont là, mais ${level === null ? 'le niveau' : 'la part des critères respectés'} ne se lit pas : chercher dans la page.`,
        excerpts: [{ url }, ...excerpts],
      };
    else
      yield {
        item,
        answer: 'conforme',
        why: `Les dix éléments du modèle de déclaration ont été trouvés. ${said} Lire si chacun est rempli.`,
        excerpts,
      };
  },
});

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
