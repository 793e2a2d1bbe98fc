import { isBookableOnline, type Config } from '@qualepref/core';
import { withoutSlash } from './address.ts';
import { isHostAmong } from './host-among.ts';
import { ownTitle } from './own-title.ts';
import type { Proposal } from './proposal.ts';
import type { HtmlFacts, LinkFacts, PageFacts } from './facts.ts';
import { fold } from './text.ts';

type Page = PageFacts & { readonly html: HtmlFacts };
type Procedure = Config['procedures'][number];

/** Booking modules known by their address: the national service, that of the common engine of State sites, RDV Service Public. */
const MODULES: readonly RegExp[] = [
  /^https?:\/\/(?:[\w-]+\.)*rdv-prefecture\.interieur\.gouv\.fr\//,
  /^https?:\/\/[^/]+\/booking\/create\/\d/,
  /^https?:\/\/(?:www\.)?rdv\.anct\.gouv\.fr\//,
];
/** What a link to book says, and nothing else: « Prendre rendez-vous en ligne ». */
const BOOK =
  /^(?:je |cliquez (?:ici )?pour |pour )?(?:prends|prendre|prenez|prise de|reserver|reservez|demander|demandez)(?: un| votre| mon| son)? (?:rendez[ -]?vous|rdv|creneau)(?: en ligne| ici| sur internet)?(?: ?[-(].{0,40})?[ .!]*$/;

/** What a page is, as whoever books sees it. */
export interface BookingRow {
  readonly url: string;
  readonly title: string;
  /** A page that the configuration gives as the place to book. */
  readonly isEntry: boolean;
  /** Addresses of modules that its own text leads to, at most 5. */
  readonly modules: readonly string[];
}

/** Where a page stands on the way to a booking; `null` for one that is not on it. */
export function bookingRow({ url, html }: Page, config: Config): BookingRow | null {
  const isEntry = bookingAddresses(config).some((address) => isSame(url, address));
  const led = [...html.links.filter(isInText), ...html.leads.filter(({ isFrame }) => isFrame)];
  const modules = led.flatMap((link) => (link.url !== null && isModule(link.url, config) ? [link.url] : []));
  if (!isEntry && modules.length === 0) return null;
  return { url, title: ownTitle(html), isEntry, modules: [...new Set(modules)].slice(0, 5) };
}

/** Worked out once: every link asks. */
const addresses = new WeakMap<Config, readonly string[]>();

/** Where the configuration says that one books, canonical, each once. */
export function bookingAddresses(config: Config): readonly string[] {
  const kept = addresses.get(config);
  if (kept) return kept;
  const made = [...new Set(bookable(config).flatMap(({ booking }) => booking?.address ?? []))];
  addresses.set(config, made);
  return made;
}

/** Procedures that one books online for. */
export function bookable({ procedures }: Config): Procedure[] {
  return procedures.filter(isBookableOnline);
}

/** Whether a link leads to an address, or below it. */
export function leadsTo({ url, target }: Pick<LinkFacts, 'url' | 'target'>, address: string): boolean {
  return [url, target?.finalUrl].some(
    (to) => typeof to === 'string' && (isSame(to, address) || to.startsWith(`${withoutSlash(address)}/`)),
  );
}

/** Whether an address is that of a booking module rather than of a page of the site. */
export function isModule(url: string, config: Config): boolean {
  if (MODULES.some((module) => module.test(url))) return true;
  return (
    bookingAddresses(config).some((address) => leadsTo({ url }, address)) &&
    hostOf(url) !== hostOf(config.site.address)
  );
}

/** A link of the text, rather than of the menus that every page repeats. */
export function isInText({ zone }: Pick<LinkFacts, 'zone'>): boolean {
  return zone === 'main' || zone === 'body' || zone === 'aside';
}

/** Whether a link says that it is there to book. */
export function saysBook({ text }: Pick<LinkFacts, 'text'>): boolean {
  return BOOK.test(fold(text));
}

/** Whether a host is the State’s: the site’s own, or one that the configuration names or below. */
export function isOfficial(url: string, { site, hosts }: Config): boolean {
  const host = hostOf(url);
  const own = [site.address, ...site.aliases].map(hostOf);
  return own.includes(host) || isHostAmong(host, hosts);
}

/** Two names of one page: a final slash and a fragment change nothing. */
export function isSame(one: string, other: string): boolean {
  const bare = (url: string): string => withoutSlash(url.replace(/#.*$/, ''));
  return bare(one) === bare(other);
}

/** What is proposed where no page leads to a booking. */
export function withoutBooking(item: string, config: Config): Proposal {
  const { procedures } = config;
  if (procedures.length === 0)
    return {
      item,
      answer: 'non_verifie',
      why: 'Aucun lien vers un module de rendez-vous connu n’a été trouvé, et qualepref.yml ne dit pas où l’on réserve : y renseigner « procedures », avec « onAppointment » et « booking » (« mode », « address »).',
      excerpts: [],
    };
  if (procedures.every((each) => !each.onAppointment && !isBookableOnline(each)))
    return {
      item,
      answer: 'sans_objet',
      why: 'D’après qualepref.yml, aucune démarche n’est reçue sur rendez-vous pris en ligne.',
      excerpts: [],
    };
  return {
    item,
    answer: 'a_verifier',
    why: 'Des démarches sont reçues sur rendez-vous, et aucune page lue ne mène à un module de rendez-vous : chercher où l’on réserve, et renseigner « booking.address » dans qualepref.yml.',
    excerpts: [],
  };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
