import { siteCheck, type Check } from '../check.ts';
import { ownTitle } from '../own-title.ts';
import type { Excerpt } from '../proposal.ts';
import { titleAbove } from '../read-passages.ts';
import { postalAddressesIn } from '../text-addresses.ts';
import { hoursIn } from '../text-hours.ts';
import { cut, fold } from '../text.ts';

interface Row {
  readonly url: string;
  readonly title: string;
  /** Its title is about the digital desk: the page that presents it. */
  readonly isAbout: boolean;
  readonly place: string | null;
  readonly hours: string | null;
  readonly help: string | null;
}

const DESK = /\b(?:points?|espaces?|bornes?) (?:d'acces |d'accueil )?numeriques?\b/;
const HELP =
  /\b(?:aid(?:e|er|es|ent|ez)|accompagn\w+|assist\w+|mediat\w+|conseiller\w* numerique\w*|service civique)\b/;
const DAYS = /\b(?:du )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi)s?\b/;
const QUOTE_LENGTH = 100;
const LIST = new Intl.ListFormat('fr', { type: 'disjunction' });

/** The digital desk is presented: where it is, when it is open, what help one gets there. */
export const digitalDesk: Check = siteCheck<never, Row>({
  id: 'digital-desk',
  codes: {},
  items: ['ACC-12'],
  project({ url, html }, { config }): Row | null {
    const title = ownTitle(html);
    const isAbout = DESK.test(fold(title));
    const names = config.sites.map(({ name }) => fold(name));
    let place: string | null = null;
    let hours: string | null = null;
    let help: string | null = null;
    let isNamed = isAbout;
    for (const passage of html.passages) {
      const { text, inMain, inSheet } = passage;
      if (!inMain || inSheet) continue;
      const folded = fold(text);
      const isOwn = DESK.test(folded) || DESK.test(fold(titleAbove(passage, html) ?? ''));
      if (!isAbout && !isOwn) continue;
      isNamed = true;
      const quote = cut(text, QUOTE_LENGTH);
      if (passage.kind === 'heading' && !DAYS.test(folded)) continue;
      if (postalAddressesIn(text).length > 0 || names.some((name) => folded.includes(name))) place ??= quote;
      const { slots, daily } = hoursIn(text);
      if (slots.length > 0 || daily.length > 0 || DAYS.test(folded)) hours ??= quote;
      if (HELP.test(folded)) help ??= quote;
    }
    return isNamed ? { url, title, isAbout, place, hours, help } : null;
  },
  *propose(rows, { config }) {
    const item = 'ACC-12';
    const due = config.sites.filter(({ facilities }) => facilities.includes('digital-desk'));
    const about = rows.filter(({ isAbout }) => isAbout);
    const told = about.length > 0 ? about : rows;
    if (told.length === 0) {
      const answer =
        config.sites.length === 0 ? 'non_verifie' : due.length > 0 ? 'non_conforme' : 'a_verifier';
      yield {
        item,
        answer,
        why:
          answer === 'non_verifie'
            ? 'Aucune page lue ne parle d’un point numérique, et qualepref.yml ne dit pas s’il y en a un : y renseigner « sites », avec « facilities: [digital-desk] ».'
            : answer === 'non_conforme'
              ? `Aucune page lue ne présente le point numérique de ${due.map(({ name }) => name).join(', ')} : dire où il est, quand il ouvre et quelle aide on y reçoit.`
              : 'Aucune page lue ne parle d’un point numérique, et qualepref.yml n’en donne à aucun site (« facilities: [digital-desk] ») : sans objet s’il n’y en a pas.',
        excerpts: [],
      };
      return;
    }
    const parts = [
      ['le lieu', ({ place }: Row) => place],
      ['les horaires', ({ hours }: Row) => hours],
      ['l’aide proposée', ({ help }: Row) => help],
    ] as const;
    const missing = parts.filter(([, of]) => told.every((row) => of(row) === null)).map(([name]) => name);
    const excerpts = told.flatMap((row): Excerpt[] => {
      const quotes = parts.flatMap(([name, of]) => {
        const quote = of(row);
        return quote === null ? [] : [{ url: row.url, about: `${row.title} : ${name}`, quote }];
      });
      return quotes.length > 0 ? quotes : [{ url: row.url, about: row.title }];
    });
    yield missing.length === 0
      ? {
          item,
          answer: 'conforme',
          why: 'Le lieu, les horaires et l’aide du point numérique sont donnés : vérifier qu’ils sont à jour pour chacun.',
          excerpts,
        }
      : {
          item,
          answer: 'non_conforme',
          why: `Les pages qui parlent du point numérique ne donnent pas ${LIST.format(missing)} : l’y ajouter.`,
          excerpts,
        };
  },
});
