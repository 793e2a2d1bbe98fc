import { bookingRow, isSame, withoutBooking } from '../booking-pages.ts';
import { siteCheck, type Check } from '../check.ts';
import { isContactPage } from '../contact-pages.ts';
import { ownTitle } from '../own-title.ts';
import { dataRow, noticeOf, noticeRow, type DataRow } from '../personal-data.ts';
import type { Proposal } from '../proposal.ts';

interface Row {
  readonly url: string;
  readonly title: string;
  readonly data: DataRow | null;
  readonly isBooking: boolean;
  /** The form itself is elsewhere: a module that the audit never opens. */
  readonly isAway: boolean;
  readonly modules: readonly string[];
  readonly isContact: boolean;
}

const LIST = new Intl.ListFormat('fr', { type: 'disjunction' });

/**
 * Whoever gives data to book or to write is told what becomes of it (GDPR,
 * article 13), on the page of the form or one click away.
 */
export const personalDataNotice: Check = siteCheck<never, Row>({
  id: 'personal-data-notice',
  codes: {},
  items: ['RDV-07', 'CTC-08'],
  project(page, { config }) {
    const booking = bookingRow(page, config);
    const isContact = isContactPage(page, config);
    const isForm = booking !== null || isContact;
    return {
      url: page.url,
      title: isForm ? ownTitle(page.html) : '',
      data: isForm ? dataRow(page) : noticeRow(page),
      isBooking: booking !== null,
      isAway: (booking?.modules.length ?? 0) > 0,
      modules: booking?.modules ?? [],
      isContact,
    };
  },
  *propose(rows, { config }) {
    const booking = rows.filter(({ isBooking }) => isBooking);
    if (booking.length === 0) yield withoutBooking('RDV-07', config);
    else yield proposed('RDV-07', booking, rows);
    const contact = rows.filter(({ isContact }) => isContact);
    if (contact.length > 0) yield proposed('CTC-08', contact, rows);
    else
      yield {
        item: 'CTC-08',
        answer: 'a_verifier',
        why: 'Aucun formulaire de contact n’a été reconnu parmi les pages lues : l’ouvrir, et y chercher ce qui est dit des données personnelles.',
        excerpts: [],
      };
  },
});

function proposed(item: string, forms: readonly Row[], rows: readonly Row[]): Proposal {
  const isRead = (url: string): boolean => rows.some((row) => isSame(row.url, url));
  const others = rows.flatMap(({ data }) => data ?? []);
  const notices = forms.flatMap(({ url, title, isAway, modules, data }) =>
    data === null ? [] : [{ url, title, isAway, modules, ...noticeOf(data, others, isRead) }],
  );
  // The least told form is the one to mend.
  const [worst] = notices.toSorted(
    (a, b) => b.missing.length - a.missing.length || b.lacking.length - a.lacking.length,
  );
  if (!worst) return { item, answer: 'a_verifier', why: 'Ouvrir la page du formulaire.', excerpts: [] };
  const { url, title, missing, lacking, unread, isAway, modules } = worst;
  const pages = [
    { url, about: title },
    ...unread.map((notice) => ({ url: notice, about: 'Page à lire : l’audit ne l’a pas lue' })),
    ...modules.map((module) => ({
      url: module,
      about: 'Module de rendez-vous : l’ouvrir sans choisir de créneau',
    })),
  ];
  const excerpts = [...pages, ...worst.excerpts];
  const words = `la page « ${title} » ni celles auxquelles elle renvoie`;
  if (missing.length > 0 && (isAway || unread.length > 0))
    return {
      item,
      answer: 'a_verifier',
      why: `Ni ${words} ne semblent dire ${LIST.format(missing)} : le chercher sur les pages que l’audit n’a pas lues.`,
      excerpts,
    };
  if (missing.length > 0)
    return {
      item,
      answer: 'non_conforme',
      why: `Ni ${words} ne disent ${LIST.format(missing)} : l’y ajouter.`,
      excerpts,
    };
  if (lacking.length > 0)
    return {
      item,
      answer: 'a_verifier',
      why: `L’essentiel est dit, mais ni ${words} ne semblent donner ${LIST.format(lacking)}, que demande aussi l’article 13 du RGPD.`,
      excerpts,
    };
  return {
    item,
    answer: 'conforme',
    why: 'But, durée, droits, CNIL, base légale et délégué à la protection des données : tout est dit sur la page du formulaire ou à un clic.',
    excerpts,
  };
}
