import { bookingRow, withoutBooking, type BookingRow } from '../booking-pages.ts';
import { cantTell, failed, siteCheck, type Check } from '../check.ts';
import type { HtmlFacts } from '../facts.ts';
import { ownTitle } from '../own-title.ts';
import { phonesIn } from '../text-phones.ts';
import type { Proposal } from '../proposal.ts';
import type { Passage } from '../read-passages.ts';
import { cut, fold } from '../text.ts';

interface Row extends BookingRow {
  readonly free: string | null;
  /** Something is free there, and nothing says that the appointment is. */
  readonly freeElsewhere: string | null;
  readonly otherWay: string | null;
  /** A number that costs more, where no other way is given. */
  readonly surcharged: string | null;
  readonly cancelling: string | null;
  readonly papers: string | null;
  readonly noSlot: string | null;
}

const QUOTE_LENGTH = 110;
const FREE =
  /\bgratuit(?:e|es|s|ement|ite)?\b|\b(?:sans|aucun) frais\b|\b(?:jamais|non|pas) payante?s?\b|\bne (?:coute|se (?:paie|paye|vend|monnaie))\w*\b/;
const BOOKING = /\brendez[ -]?vous\b|\brdv\b|\bcreneaux?\b|\breserv(?:er|ation|ations|ez)\b/;
const MEANS = /\b(?:guichets?|accueil|sur place|courriers?|voie postale|france services|point numerique)\b/;
const GIVING =
  /\b(?:obten\w+|prendre|prenez|pris|demand\w+|fix\w+|sans (?:acces|internet)|ne dispos\w+|autre moyen)\b/;
const CANCEL =
  /\b(?:annul\w+|modifi\w+|deplac\w+|report\w+|decommand\w+|chang\w+)\b.{0,80}\b(?:rendez[ -]?vous|rdv|creneau|reservation)\b|\b(?:rendez[ -]?vous|rdv|creneau|reservation)\b.{0,80}\b(?:annul\w+|modifi\w+|deplac\w+|report\w+|decommand\w+)\b/;
/** The préfecture cancelling is another matter. */
const NOT_CANCEL = /\bse reserve\w* le droit\b/;
const PAPERS =
  /\b(?:pieces?|documents?|justificatifs?|papiers?)\b.{0,60}\b(?:a (?:apporter|fournir|presenter|joindre|produire|prevoir|preparer)|necessaires?|requis(?:es?)?|demandee?s?|exigee?s?|obligatoires?)\b|\b(?:munissez|munir|munie?s?|apport(?:er|ez)|presenter|presentez|prevoyez)\b.{0,60}\b(?:pieces?|documents?|justificatifs?|dossier|convocation|titre|passeport|carte)\b|\bliste des (?:pieces|documents|justificatifs)\b/;
const NO_SLOT =
  /\b(?:aucun|plus de|pas de|sans|manque de|absence de)\b.{0,30}\b(?:creneaux?|rendez[ -]?vous|disponib\w+|plages?)\b|\b(?:creneaux?|plages?|nouveaux rendez[ -]?vous)\b.{0,60}\b(?:ouverts?|mis en ligne|ajoutes?|liberes?|complets?)\b/;

/**
 * What the page that leads to the booking tells before one books: that it costs
 * nothing, how to do without the internet, how to cancel, what to bring. A word
 * found proves nothing of the organisation: a person reads the extract.
 */
export const bookingPage: Check = siteCheck({
  id: 'booking-page',
  items: ['RDV-05', 'RDV-06', 'RDV-08', 'RDV-09'],
  codes: {
    'no-free-mention': {
      items: ['RDV-04'],
      severity: 'minor',
      text: 'La page qui mène au rendez-vous ne dit pas qu’il est gratuit : ajouter par exemple « La prise de rendez-vous est gratuite » avant le lien.',
    },
    'unclear-free-mention': {
      items: ['RDV-04'],
      severity: 'minor',
      text: 'La page parle de gratuité sans dire que le rendez-vous est gratuit : vérifier l’extrait, et l’écrire près du lien de réservation.',
    },
  },
  project(page, { config }): Row | null {
    const row = bookingRow(page, config);
    return row && { ...row, ...told(page.html) };
  },
  *judge(rows) {
    for (const { url, free, freeElsewhere } of rows) {
      if (free !== null) continue;
      if (freeElsewhere === null) yield failed('no-free-mention', {}, { url });
      else yield cantTell('unclear-free-mention', {}, { url, quote: freeElsewhere });
    }
  },
  *propose(rows, { config }) {
    if (rows.length === 0) {
      for (const item of ['RDV-04', 'RDV-05', 'RDV-06', 'RDV-08', 'RDV-09'])
        yield withoutBooking(item, config);
      return;
    }
    yield otherWay(rows);
    yield {
      item: 'RDV-06',
      answer: 'a_verifier',
      why: 'Lire ces pages à la place d’un usager qui ne trouve aucun créneau : disent-elles quand revenir, qui appeler, comment agir si un titre arrive à expiration ? Conforme si la conduite à tenir est écrite.',
      excerpts: rows.map(({ url, title, noSlot }) => ({
        ...{ url, about: title },
        ...(noSlot === null ? {} : { quote: noSlot }),
      })),
    };
    yield toldOf('RDV-08', rows, ({ cancelling }) => cancelling, {
      all: 'Chaque page qui mène au rendez-vous dit comment l’annuler ou le déplacer : vérifier que la marche à suivre fonctionne.',
      none: 'Aucune page qui mène au rendez-vous ne dit comment l’annuler ou le déplacer.',
    });
    yield toldOf('RDV-09', rows, ({ papers }) => papers, {
      all: 'Chaque page qui mène au rendez-vous parle des pièces à apporter : vérifier que la liste est complète.',
      none: 'Aucune page qui mène au rendez-vous ne donne la liste des pièces à apporter.',
    });
  },
});

function told(html: HtmlFacts): Omit<Row, keyof BookingRow> {
  const passages = html.passages.filter(({ inMain }) => inMain);
  const folded = passages.map(({ text }) => fold(text));
  const quote = (found: (text: string, at: number) => boolean): string | null => {
    const at = folded.findIndex(found);
    return at < 0 ? null : cut(passages[at]?.text ?? '', QUOTE_LENGTH);
  };
  const near = (at: number): string => folded.slice(Math.max(0, at - 1), at + 2).join(' ');
  const isBooking = BOOKING.test(fold(ownTitle(html)));
  const phones = phonesOf(passages);
  return {
    free: quote((text, at) => FREE.test(text) && (isBooking || BOOKING.test(near(at)))),
    freeElsewhere: quote((text) => FREE.test(text)),
    otherWay: phones.ordinary ?? quote((text) => MEANS.test(text) && BOOKING.test(text) && GIVING.test(text)),
    surcharged: phones.surcharged,
    cancelling: quote(
      (text) =>
        (CANCEL.test(text) && !NOT_CANCEL.test(text)) ||
        (isBooking && /^(?:annuler|modifier)(?: ou (?:annuler|modifier|deplacer))?[ .:!]*$/.test(text)),
    ),
    papers: quote((text) => PAPERS.test(text)),
    noSlot: quote((text) => NO_SLOT.test(text)),
  };
}

function phonesOf(passages: readonly Passage[]): { ordinary: string | null; surcharged: string | null } {
  const found = { ordinary: null as string | null, surcharged: null as string | null };
  for (const { text, inSheet } of passages) {
    if (inSheet || !/\d{2}/.test(text)) continue;
    for (const { tariff } of phonesIn(text)) {
      const kind = tariff === 'surcharged' ? 'surcharged' : tariff === 'unproven' ? null : 'ordinary';
      if (kind) found[kind] ??= cut(text, QUOTE_LENGTH);
    }
  }
  return found;
}

function otherWay(rows: readonly Row[]): Proposal {
  const surcharged = rows.filter((row) => row.otherWay === null && row.surcharged !== null);
  if (surcharged.length > 0)
    return {
      item: 'RDV-05',
      answer: 'non_conforme',
      why: 'Le seul moyen donné sans internet est un numéro surtaxé : en donner un au prix d’un appel ordinaire, ou un guichet avec son adresse et ses horaires.',
      excerpts: surcharged.map(({ url, title, surcharged: quote }) => ({
        url,
        about: title,
        quote: quote ?? '',
      })),
    };
  return toldOf('RDV-05', rows, (row) => row.otherWay, {
    all: 'Chaque page qui mène au rendez-vous donne un moyen sans internet : vérifier qu’il est réel, avec son numéro, ses horaires ou son adresse.',
    none: 'Aucune page qui mène au rendez-vous ne donne de téléphone, de guichet ou de courrier pour en obtenir un : un courriel ou un formulaire ne suffit pas.',
  });
}

/** Those that lack it come first: they are what is to be mended. */
function toldOf(
  item: string,
  rows: readonly Row[],
  of: (row: Row) => string | null,
  { all, none }: { readonly all: string; readonly none: string },
): Proposal {
  const lacking = rows.filter((row) => of(row) === null);
  const excerpts = [
    ...lacking.map(({ url, title }) => ({ url, about: `${title} : rien n’a été trouvé` })),
    ...rows.flatMap((row) => {
      const quote = of(row);
      return quote === null ? [] : [{ url: row.url, about: row.title, quote }];
    }),
  ];
  if (lacking.length === 0) return { item, answer: 'conforme', why: all, excerpts };
  if (lacking.length === rows.length) return { item, answer: 'non_conforme', why: none, excerpts };
  return {
    item,
    answer: 'a_verifier',
    why: `Pages qui mènent au rendez-vous et n’en disent rien : ${String(lacking.length)} sur ${String(rows.length)}. Vérifier qu’un usager le lit avant de réserver.`,
    excerpts,
  };
}
