import { isSame } from '../booking-pages.ts';
import { cantTell, failed, siteCheck, type Check } from '../check.ts';
import { isContactPage, namesContact } from '../contact-pages.ts';
import { askedTarget, isDead } from '../link-target.ts';
import { cut } from '../text.ts';

interface Row {
  readonly url: string;
  readonly isHome: boolean;
  readonly isContact: boolean;
  readonly link: 'yes' | 'dead' | 'maybe' | 'no';
  readonly text: string;
  /** Where its contact link leads. */
  readonly to: string | null;
}

const TEXT_LENGTH = 60;

/**
 * Each page leads to the contact form: a link named so, or to the page that the
 * configuration gives. « Contacts presse » is somebody else's.
 */
export const contactLink: Check = siteCheck({
  id: 'contact-link',
  codes: {
    'no-contact-link': {
      items: ['CTC-01'],
      severity: 'major',
      text: 'La page ne mène pas au formulaire de contact : ajouter à l’en-tête ou au pied de page le lien « Nous contacter ».',
    },
    'dead-contact-link': {
      items: ['CTC-01'],
      severity: 'blocking',
      text: 'Le lien « {text} » mène à une page qui n’existe plus : lui donner l’adresse du formulaire de contact.',
    },
    'doubtful-contact-link': {
      items: ['CTC-01'],
      severity: 'minor',
      text: 'Le seul lien de contact de la page est « {text} » : vérifier qu’il mène au formulaire, sinon ajouter « Nous contacter » à l’en-tête ou au pied de page.',
    },
    'no-contact-form': {
      items: ['CTC-01'],
      severity: 'minor',
      text: 'Aucun formulaire de contact n’a été reconnu parmi les pages lues : ouvrir le lien de contact, et vérifier qu’il mène à un formulaire.',
    },
  },
  project(page, { config }): Row | null {
    const { url, html } = page;
    if (html.viewOf !== null) return null;
    const { complaints } = config.pages;
    const named = html.links.flatMap((link) => {
      const isGiven = complaints !== undefined && link.url !== null && isSame(link.url, complaints);
      const kind = isGiven
        ? 'yes'
        : link.kind === 'mail' || link.kind === 'phone'
          ? 'no'
          : namesContact(link.text);
      if (kind === 'no') return [];
      const target = askedTarget(link);
      return [{ link, state: target && isDead(target) ? ('dead' as const) : kind }];
    });
    const best = (['yes', 'dead', 'maybe'] as const).flatMap(
      (state) => named.find((one) => one.state === state) ?? [],
    )[0];
    return {
      url,
      isHome: html.kind === 'home',
      isContact: isContactPage(page, config),
      link: best?.state ?? 'no',
      text: cut(best?.link.text ?? '', TEXT_LENGTH),
      to: best?.link.url ?? null,
    };
  },
  *judge(rows, { isSingle = false }) {
    for (const { url, isContact, link, text } of rows) {
      if (isContact || link === 'yes') continue;
      const at = { url, ...(text === '' ? {} : { quote: text }) };
      if (link === 'dead') yield failed('dead-contact-link', { text }, at);
      else if (link === 'maybe') yield cantTell('doubtful-contact-link', { text }, at);
      else yield failed('no-contact-link', {}, at);
    }
    const home = rows.find(({ isHome }) => isHome) ?? rows[0];
    if (home && !isSingle && !rows.some(({ isContact }) => isContact))
      yield cantTell('no-contact-form', {}, { url: home.to ?? home.url });
  },
});
