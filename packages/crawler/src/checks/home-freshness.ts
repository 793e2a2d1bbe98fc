import { siteCheck, type Check } from '../check.ts';
import type { HtmlFacts } from '../facts.ts';
import { titleAbove, type Passage } from '../read-passages.ts';
import { datesIn, type ReadDate } from '../text-dates.ts';
import { cut, fold } from '../text.ts';
import { plural } from '../reports/french.ts';

interface Past {
  readonly quote: string;
  /** Title above. */
  readonly about?: string;
  /** It is announced as still to come, or as open. */
  readonly isStale: boolean;
}

interface Row {
  readonly url: string;
  readonly dates: number;
  readonly past: readonly Past[];
}

const QUOTE_LENGTH = 110;
const ABOUT_LENGTH = 40;
const MOST = 5;
/** Characters that tell what a date is, before it and around it. */
const LEAD = 40;
const AROUND = 160;
/** The day on which a text was put online is no news; folded, right before the date. */
const PUBLICATION =
  /(?:publie|paru|poste|redige|cree|modifie|actualise|verifie|valide|depose|mise? a jour|mise? en ligne|maj|communique|article)(?:e|s|es)?(?: (?:le|du|au))? ?:? ?$/;
/** What is told as over is not out of date. */
const OVER =
  /\b(?:a|ont|avait|avaient) (?:ete|eu lieu|pris|ouvert|ferme|permis|reuni|rassemble|accueilli|dure|vote|signe)|\b(?:etait|etaient|fut|furent|s'est|se sont|retour sur|bilan|retrospective|resultats?|historique|depuis|fonde|archives?|ancien(?:ne)?s?)\b/;
/** What is told as to come, or as open now. */
const TO_COME =
  /\b(?:sera|seront|aura|auront|aurez|pourrez|se tiendra|se tiendront|debutera|ouvrira|fermera|reprendra|prochain(?:e|es|s)?|a venir|inscri(?:vez|ption)|candidat|date limite|delai|rendez-vous le|participez|venez|ferme(?:e|es|s)?|fermeture|ouvert(?:e|es|s)?|consultation|enquete|concours|appel a projets?|permanence|jusqu'|avant le|au plus tard|d'ici)\b|\bdevez\b/;

/**
 * A date gone by on the home page is told to whoever reads it each quarter: what
 * it announces as to come may be over. The day of publication of an article,
 * laws, whole years and what is told as over are not news.
 */
export const homeFreshness: Check = siteCheck<never, Row>({
  id: 'home-freshness',
  codes: {},
  items: ['TEC-06'],
  project: ({ url, html }, { today }) => (html.kind === 'home' ? { url, ...readPast(html, today) } : null),
  *propose(rows, { config }) {
    const item = 'TEC-06';
    const [home] = rows;
    if (!home) {
      yield {
        item,
        answer: 'a_verifier',
        why: 'La page d’accueil n’a pas été lue : l’ouvrir, et y chercher les dates passées.',
        excerpts: [{ url: config.site.address }],
      };
      return;
    }
    const { url, dates, past } = home;
    const shown = past.toSorted((a, b) => Number(b.isStale) - Number(a.isStale));
    const excerpts = shown.map(({ quote, about }) => ({
      url,
      ...(about === undefined ? {} : { about }),
      quote,
    }));
    const stale = past.filter(({ isStale }) => isStale).length;
    if (stale > 0) {
      yield {
        item,
        answer: 'non_conforme',
        why: `La page d’accueil présente comme à venir ou en cours ce dont la date est passée (${plural(stale, 'fois', 'fois')}).`,
        excerpts,
      };
    } else if (past.length > 0) {
      yield {
        item,
        answer: 'a_verifier',
        why: 'Ces dates de la page d’accueil sont passées : dire si ce qu’elles annoncent est encore actuel.',
        excerpts,
      };
    } else {
      yield {
        item,
        answer: 'conforme',
        why: `Aucune date passée n’a été trouvée sur la page d’accueil, dates de publication mises à part (${plural(dates, 'date lue', 'dates lues')}). Ce qui est périmé sans date ne se voit qu’à la lecture, les textes en image aussi.`,
        excerpts: [{ url }],
      };
    }
  },
});

function readPast(html: HtmlFacts, today: string): Omit<Row, 'url'> {
  let dates = 0;
  const past: Past[] = [];
  for (const passage of html.passages) {
    if (!/\d/.test(passage.text)) continue;
    for (const date of datesIn(passage.text, { today })) {
      if (isName(date)) continue;
      dates++;
      if (date.to !== null && date.to < today && past.length < MOST) {
        const found = judge(passage, date, titleAbove(passage, html));
        if (found) past.push(found);
      }
    }
  }
  return { dates, past };
}

/** A law, or a whole year that nothing ends. */
function isName({ isLegal, precision, kind }: ReadDate): boolean {
  return isLegal || (precision === 'year' && kind !== 'until') || kind === 'from';
}

function judge({ text: written, kind }: Passage, date: ReadDate, title: string | null): Past | null {
  const text = written.normalize('NFC');
  const before = fold(text.slice(Math.max(0, date.index - LEAD), date.index));
  // A card or a list of news shows the day of each, alone.
  if (PUBLICATION.test(before) || text.trim() === date.text.trim()) return null;
  const end = date.index + date.text.length;
  const around = fold(text.slice(Math.max(0, date.index - AROUND), end + AROUND));
  if (OVER.test(around)) return null;
  const above = kind === 'heading' ? null : title;
  const isStale =
    !date.isYearGuessed &&
    (date.kind === 'until' || TO_COME.test(`${around} ${fold(above ?? '').slice(0, AROUND)}`));
  const start = Math.max(0, date.index - QUOTE_LENGTH / 2);
  return {
    quote: cut(`${start > 0 ? '…' : ''}${text.slice(start)}`, QUOTE_LENGTH),
    ...(above === null ? {} : { about: cut(above, ABOUT_LENGTH) }),
    isStale,
  };
}
