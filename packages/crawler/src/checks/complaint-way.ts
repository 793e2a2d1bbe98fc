import { isSame } from '../booking-pages.ts';
import { cantTell, failed, siteCheck, type Check } from '../check.ts';
import { isContactPage } from '../contact-pages.ts';
import { contentOf } from '../content.ts';
import type { HtmlFacts } from '../facts.ts';
import { askedTarget, isDead } from '../link-target.ts';
import { ownTitle } from '../own-title.ts';
import { cut, fold } from '../text.ts';

interface Row {
  readonly url: string;
  readonly isHome: boolean;
  readonly isContact: boolean;
  readonly isGiven: boolean;
  /** What names the way: an object of the form, the title of a page, a link. */
  readonly way: string | null;
  /** What the text of a contact page tells to do. */
  readonly told: string | null;
}

const QUOTE_LENGTH = 120;
const WAY = /\breclamations?\b|\bsuggestions?\b|\breclamer\b|\bremarques? (?:et|ou) suggestions?\b/;
const TELLS =
  /\b(?:ecri(?:re|vez)|adress(?:er|ez)|envo(?:yer|yez)|appel(?:er|ez)|contact(?:er|ez)|transmet(?:tre|tez)|courri(?:er|el))\b|@/;
/** Complaints that are no opinion on the reception: tax, appeals, public inquiries. */
const OTHER = /\b(?:fiscale?s?|impots?|electorale?s?|contentieu\w+|concours|marches? publics?)\b/;

/**
 * Whoever is dissatisfied finds where to say so: an object of the contact form,
 * or a page of its own. Words of a text are not enough to be one: those of the
 * contact page that tell what to do are for a person to weigh.
 */
export const complaintWay: Check = siteCheck({
  id: 'complaint-way',
  codes: {
    'no-complaint-way': {
      items: ['CTC-02'],
      severity: 'major',
      text: 'Ni le formulaire de contact ni aucune page lue n’offrent de voie « Suggestions et réclamations » : en ajouter l’objet au formulaire, ou une page dont le lien soit au pied de page.',
    },
    'told-in-text': {
      items: ['CTC-02'],
      severity: 'minor',
      text: 'Le formulaire de contact n’a pas d’objet « Suggestions et réclamations », mais le texte de la page dit comment réclamer : vérifier que l’usager s’y reconnaît, et ajouter cet objet au formulaire.',
    },
    'unread-form': {
      items: ['CTC-02'],
      severity: 'minor',
      text: 'Aucun formulaire de contact n’a pu être lu : l’ouvrir, et vérifier qu’il offre l’objet « Suggestions et réclamations ».',
    },
  },
  project(page, { config }): Row | null {
    const { url, html } = page;
    const { complaints } = config.pages;
    const isContact = isContactPage(page, config);
    const isHome = html.kind === 'home';
    const isGiven = complaints !== undefined && isSame(complaints, url);
    const way = wayOf(page);
    const told = isContact || isGiven ? toldIn(html) : null;
    return isContact || isHome || isGiven || way !== null
      ? { url, isHome, isContact, isGiven, way, told }
      : null;
  },
  *judge(rows, { config, isSingle = false }) {
    if (rows.some(({ way }) => way !== null) || isSingle) return;
    const form = rows.find(({ isContact }) => isContact) ?? rows.find(({ isGiven }) => isGiven);
    const telling = rows.find(({ told }) => told !== null);
    if (telling) {
      yield cantTell('told-in-text', {}, { url: telling.url, quote: telling.told ?? '' });
      return;
    }
    if (form) {
      yield failed('no-complaint-way', {}, { url: form.url });
      return;
    }
    const [first] = rows;
    const url = config.pages.complaints ?? first?.url;
    if (url !== undefined) yield cantTell('unread-form', {}, { url });
  },
  *propose(rows, { config, isSingle = false }) {
    const ways = rows.flatMap(({ url, way }) => (way === null ? [] : [{ url, quote: way }]));
    if (ways.length > 0)
      yield {
        item: 'CTC-02',
        answer: 'conforme',
        why: 'Une voie pour les suggestions et les réclamations est offerte : un objet du formulaire, une page ou un lien.',
        excerpts: ways,
      };
    else if (rows.length === 0 || isSingle)
      yield {
        item: 'CTC-02',
        answer: 'non_verifie',
        why:
          config.pages.complaints === undefined
            ? 'Aucune page de contact n’a été lue : renseigner « pages.complaints » dans qualepref.yml.'
            : 'La page « pages.complaints » de qualepref.yml n’a pas été lue.',
        excerpts: [],
      };
  },
});

function toldIn({ passages }: HtmlFacts): string | null {
  for (const { text, inMain } of passages) {
    const folded = inMain ? fold(text) : '';
    if (WAY.test(folded) && TELLS.test(folded) && !OTHER.test(folded)) return cut(text, QUOTE_LENGTH);
  }
  return null;
}

function wayOf(page: Parameters<typeof isContactPage>[0]): string | null {
  const { html } = page;
  const named = (text: string): string | null => {
    const folded = fold(text);
    return WAY.test(folded) && !OTHER.test(folded) ? cut(text, QUOTE_LENGTH) : null;
  };
  // Components bring their own forms: all those of the page count.
  for (const { label, group, choices = [] } of contentOf(page)?.forms.fields ?? []) {
    const found = [label, group ?? '', ...choices].flatMap((text) => named(text) ?? []);
    if (found[0] !== undefined) return found[0];
  }
  const title = named(ownTitle(html));
  if (title !== null && html.kind !== 'acts') return title;
  for (const link of html.links) {
    const target = askedTarget(link);
    const found = link.kind === 'document' || (target && isDead(target)) ? null : named(link.text);
    if (found !== null) return found;
  }
  return null;
}
