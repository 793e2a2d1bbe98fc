import { cantTell, siteCheck, type Check } from '../check.ts';
import type { Passage } from '../read-passages.ts';
import { currentSheet, OWN_PIVOTS, usableFeed } from '../sheet-feed.ts';
import { subjectOf } from '../sheet-subject.ts';
import { postalAddressesIn } from '../text-addresses.ts';
import { emailsIn } from '../text-emails.ts';
import { hoursIn } from '../text-hours.ts';
import { phonesIn } from '../text-phones.ts';
import { cut, fold } from '../text.ts';

interface Row {
  readonly url: string;
  readonly number: string;
  /** What the page says of the department; `null` when nothing was found. */
  readonly local: string | null;
  /** Whether that is an address, hours or a number, rather than words. */
  readonly isPrecise: boolean;
  /** Whether the sheet sends its reader to the préfecture. */
  readonly sendsHere: boolean;
}

const QUOTE = 160;
/** Passages read for hours and addresses; local information is not a book. */
const MOST = 200;
/** Cheap: what may hold a number, an hour or an address. */
const MAY_HOLD = /\d|@/;
/** Words of who receives, folded. */
const HERE =
  /\b(?:sous-prefecture|prefecture|guichet|point numerique|france services|rendez-vous|nos services|notre departement|bureau (?:de|des|du)|accueil du public)\b/;

/**
 * A national sheet sends its reader to « la préfecture »: the page tells which
 * one, where and when. A procedure that is only done online has no desk to give,
 * so that a person decides.
 */
export const sheetLocal: Check = siteCheck({
  id: 'sheet-local',
  codes: {
    'local-missing': {
      items: ['COM-06'],
      severity: 'major',
      text: 'La fiche {number} renvoie à la préfecture, mais la page ne dit rien du département : vérifier si la démarche y est encore reçue et, si oui, ajouter le service, le lieu, les horaires ou le rendez-vous.',
    },
  },
  project: (page, settings): Row | null => {
    const subject = subjectOf(page, settings);
    if (!subject) return null;
    const { url, number } = subject;
    const feed = usableFeed(settings);
    const pivots = feed ? (currentSheet(feed, number)?.sheet.pivots ?? []) : [];
    const sendsHere = number.startsWith('F') && pivots.some((pivot) => OWN_PIVOTS.includes(pivot));
    const found = localOf(subject.local);
    // A page that only follows the sheet is the site's own, all of it.
    const own = subject.isShown ? undefined : subject.local.find(({ kind }) => kind === 'text');
    return { url, number, sendsHere, ...found, local: found.local ?? (own ? cut(own.text, QUOTE) : null) };
  },
  *judge(rows) {
    for (const { url, number, local, sendsHere } of rows) {
      if (sendsHere && local === null) yield cantTell('local-missing', { number }, { url, cause: number });
    }
  },
  *propose(rows) {
    if (rows.length === 0) return;
    const silent = rows.filter(({ local }) => local === null);
    const vague = rows.filter(({ local, isPrecise }) => local !== null && !isPrecise);
    const precise = rows.filter(({ isPrecise }) => isPrecise);
    const excerpts = [...silent, ...vague, ...precise].map(({ url, number, local }) => ({
      url,
      about: local === null ? `Fiche ${number} : rien de local n’a été trouvé` : `Fiche ${number}`,
      ...(local === null ? {} : { quote: local }),
    }));
    const total = String(rows.length);
    yield {
      item: 'COM-06',
      answer: silent.length === 0 ? 'conforme' : 'a_verifier',
      why:
        silent.length === 0
          ? `Chacune des ${total} pages qui suivent une fiche nationale donne des informations du département. Vérifier qu’elles se distinguent du texte national.`
          : `Pages qui suivent une fiche nationale sans rien dire du département : ${String(silent.length)} sur ${total}. Vérifier si la démarche y est reçue, où et quand.`,
      excerpts,
    };
  },
});

function localOf(passages: readonly Passage[]): Pick<Row, 'local' | 'isPrecise'> {
  const precise = passages.slice(0, MOST).find(({ text }) => isPrecise(text));
  if (precise) return { local: cut(precise.text, QUOTE), isPrecise: true };
  const vague = passages.find(({ kind, text }) => kind !== 'heading' && HERE.test(fold(text)));
  return { local: vague ? cut(vague.text, QUOTE) : null, isPrecise: false };
}

function isPrecise(text: string): boolean {
  if (!MAY_HOLD.test(text)) return false;
  return (
    hoursIn(text).slots.length > 0 ||
    postalAddressesIn(text).length > 0 ||
    phonesIn(text).length > 0 ||
    emailsIn(text).length > 0
  );
}
