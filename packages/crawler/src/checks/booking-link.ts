import { failed, cantTell, siteCheck, type Check } from '../check.ts';
import { askedTarget, isDead } from '../link-target.ts';
import type { LinkFacts } from '../facts.ts';
import { bookable, bookingAddresses, isInText, isModule, isSame, leadsTo } from '../booking-pages.ts';
import { ownTitle } from '../own-title.ts';

interface Row {
  readonly url: string;
  readonly title: string;
  /** Configured places to book that its text leads to. */
  readonly leads: readonly string[];
  /** Whether its text leads to any booking module. */
  readonly hasModule: boolean;
  /** Pages that the text of a procedure leads to; those about appointments first. */
  readonly onward: readonly { readonly url: string; readonly isBooking: boolean }[];
}

/** Links of a procedure looked at for a page on the way to the module. */
const MOST = 8;
const BOOKING = /rendez|\brdv\b|r[ée]serv|cr[ée]neau|booking/i;

/**
 * Who reads a procedure received on appointment finds there the way to book: a
 * link of the text to the module, or to a page of the site that leads to it. The
 * menus of every page do not count: they are not about this procedure.
 */
export const bookingLink: Check = siteCheck({
  id: 'booking-link',
  codes: {
    'no-booking-link': {
      items: ['RDV-01'],
      severity: 'major',
      text: 'La démarche « {procedure} » est reçue sur rendez-vous, et le texte de sa page ne mène pas au module ({address}) : y ajouter le lien « Prendre rendez-vous ».',
    },
    'other-module': {
      items: ['RDV-01'],
      severity: 'minor',
      text: 'La page de « {procedure} » mène à un autre module de rendez-vous que celui de la configuration ({address}) : vérifier que c’est le bon, et corriger le lien ou « booking.address ».',
    },
    'unread-step': {
      items: ['RDV-01'],
      severity: 'minor',
      text: 'La page de « {procedure} » mène à une page sur les rendez-vous qui n’a pas été lue ({step}) : l’ouvrir, et vérifier qu’elle mène au module.',
    },
    'unread-procedure': {
      items: ['RDV-01'],
      severity: 'minor',
      text: 'La page de « {procedure} » n’a pas été lue : l’ouvrir, et vérifier qu’elle mène au module de rendez-vous.',
    },
  },
  project({ url, html }, { config }): Row {
    const links = html.links.filter(isInText);
    const isProcedure = config.procedures.some(({ page }) => page !== undefined && isSame(page, url));
    return {
      url,
      title: ownTitle(html),
      leads: bookingAddresses(config).filter((address) => links.some((link) => leadsTo(link, address))),
      hasModule: links.some((link) => link.url !== null && isModule(link.url, config)),
      onward: isProcedure ? onwardOf(links) : [],
    };
  },
  *judge(rows, { config, isSingle = false }) {
    for (const { page, booking, label } of bookable(config)) {
      if (page === undefined || booking?.address === undefined || isSame(page, booking.address)) continue;
      const words = { procedure: label.fr, address: booking.address };
      const row = rows.find(({ url }) => isSame(url, page));
      if (!row) {
        if (!isSingle) yield cantTell('unread-procedure', words, { url: page, cause: label.fr });
        continue;
      }
      const steps = [row, ...rows.filter(({ url }) => row.onward.some((step) => isSame(step.url, url)))];
      if (steps.some(({ leads }) => leads.includes(words.address))) continue;
      const at = { url: row.url, cause: label.fr };
      const unread = row.onward.find(
        (step) => step.isBooking && !rows.some(({ url }) => isSame(url, step.url)),
      );
      if (row.hasModule) yield cantTell('other-module', words, at);
      else if (unread) yield cantTell('unread-step', { ...words, step: unread.url }, at);
      else yield failed('no-booking-link', words, at);
    }
  },
  *propose(rows, { config }) {
    const due = config.procedures.filter(({ onAppointment }) => onAppointment);
    const known = bookable(config).filter(({ page, booking }) => page && booking?.address);
    if (config.procedures.length === 0)
      yield {
        item: 'RDV-01',
        answer: 'non_verifie',
        why: 'qualepref.yml ne dit pas quelles démarches sont reçues sur rendez-vous : y renseigner « procedures », avec « page », « onAppointment » et « booking » (« mode », « address »).',
        excerpts: [],
      };
    else if (due.length === 0 && known.length === 0)
      yield {
        item: 'RDV-01',
        answer: 'sans_objet',
        why: 'D’après qualepref.yml, aucune démarche n’est reçue sur rendez-vous pris en ligne.',
        excerpts: [],
      };
    else if (known.length === 0)
      yield {
        item: 'RDV-01',
        answer: 'non_verifie',
        why: `Des démarches reçues sur rendez-vous n’ont ni page ni adresse de réservation dans qualepref.yml (${due
          .slice(0, 5)
          .map(({ label }) => label.fr)
          .join(', ')}) : y renseigner « page » et « booking.address ».`,
        excerpts: [],
      };
  },
});

/** Where the text leads on the site, appointments first. */
function onwardOf(links: readonly LinkFacts[]): Row['onward'] {
  return links
    .flatMap((link) => {
      const target = askedTarget(link);
      if (link.kind !== 'page' || link.url === null || (target && isDead(target))) return [];
      return [{ url: link.url, isBooking: BOOKING.test(`${link.text} ${link.url}`) }];
    })
    .toSorted((a, b) => Number(b.isBooking) - Number(a.isBooking))
    .slice(0, MOST);
}
