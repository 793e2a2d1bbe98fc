import { cantTell, failed, siteCheck, type Check, type Problem, type Settings } from '../check.ts';
import { foldTitle } from '../feed-fingerprint.ts';
import type { FeedService } from '../feed-sheet.ts';
import type { HtmlFacts, LinkFacts } from '../facts.ts';
import { isHostAmong } from '../host-among.ts';
import { askedTarget, isDead } from '../link-target.ts';
import { currentSheet, usableFeed } from '../sheet-feed.ts';
import { shownSheets } from '../sheet-page.ts';
import { cut, fold } from '../text.ts';

type Code = 'unofficial-service' | 'unknown-service' | 'dead-service' | 'other-service';

interface Service {
  readonly text: string;
  readonly url: string;
  readonly isAsked: boolean;
}
interface Row {
  readonly url: string;
  readonly services: readonly Service[];
  readonly problems: readonly Problem<Code>[];
}

const MOST = 8;
const TEXT = 100;
/** What a link to an online procedure says, folded. */
const SERVICE =
  /\b(?:teleservice|teleprocedure|pre-?demande)s?\b|\b(?:demarche|demande|declaration|inscription|formulaire|dossier|service)s? (?:\w+ ){0,3}en ligne\b|\b(?:faire|effectuer|deposer|commencer|demarrer|remplir) (?:votre |ma |la |une |sa |cette )?(?:demarche|demande|declaration|dossier|pre-?demande)\b/;
/** The State’s own services that have no address in gouv.fr. */
const STATE_HOSTS = ['demarches-simplifiees.fr', 'franceconnect.fr', 'legifrance.gouv.fr'];
/** Acts that only the State delivers: a private host named after one sells what is free. */
const LOOKALIKE =
  /carte-?grise|certificat-?immatriculation|permis-?(?:de-?)?conduire|passeport|carte-?(?:nationale-?)?d?-?identite|titre-?(?:de-?)?sejour|acte-?(?:de-?)?naissance|casier-?judiciaire|timbre-?fiscal/;
/** Towns, departments and their groupings have services of their own. */
const LOCAL =
  /mairie|ville|commune|agglo|metropole|departement|region|communaute|^(?:www\.)?cc-|\.prefecture/;

/**
 * A link to an online procedure leads to the State’s own service, which answers.
 * A host that the configuration does not name may be that of a town: only one
 * named after an act of the State is told as a fault.
 */
export const sheetServices: Check = siteCheck({
  id: 'sheet-services',
  codes: {
    'unofficial-service': {
      items: ['COM-08'],
      severity: 'blocking',
      text: 'Ce lien vers une démarche en ligne mène à {host}, qui n’est pas un site de l’État : le remplacer par le lien vers le téléservice officiel, gratuit.',
    },
    'unknown-service': {
      items: ['COM-08'],
      severity: 'major',
      text: 'Ce lien vers une démarche en ligne mène à {host}, qui n’est pas dans la liste des sites officiels : vérifier qu’il est public et gratuit, puis l’ajouter à « hosts » dans qualepref.yml, ou retirer le lien.',
    },
    'dead-service': {
      items: ['COM-08'],
      severity: 'blocking',
      text: 'Ce lien vers une démarche en ligne mène à une page qui n’existe plus : le remplacer par l’adresse du téléservice donnée sur Service-Public.',
    },
    'other-service': {
      items: ['COM-08'],
      severity: 'major',
      text: 'La fiche {number} donne une autre adresse pour « {title} » ({expected}) : vérifier le lien, et reprendre l’adresse de la fiche.',
    },
  },
  project: (page, settings): Row | null => {
    const { url, html } = page;
    const national = nationalServices(page, settings);
    const services: Service[] = [];
    const problems: Problem<Code>[] = [];
    for (const link of serviceLinks(html, national)) {
      if (services.length >= MOST) break;
      services.push({
        text: cut(link.text, TEXT),
        url: cut(link.url, TEXT * 2),
        isAsked: askedTarget(link) !== undefined,
      });
      const problem = problemOf(link, url, settings, national);
      if (problem) problems.push(problem);
    }
    return services.length === 0 ? null : { url, services, problems };
  },
  *judge(rows) {
    for (const { problems } of rows) yield* problems;
  },
  *propose(rows, { config }) {
    if (rows.length === 0) {
      if (config.procedures.length === 0) return;
      const why =
        'Aucun lien vers un téléservice n’a été reconnu dans les pages de démarches : ouvrir celles qui se font en ligne et vérifier qu’elles y mènent.';
      const excerpts = config.procedures.flatMap(({ page, label }) =>
        page === undefined ? [] : [{ url: page, about: label.fr }],
      );
      yield { item: 'COM-08', answer: 'a_verifier', why, excerpts };
      return;
    }
    if (rows.some(({ services, problems }) => problems.length > 0 || services.some(({ isAsked }) => isAsked)))
      return;
    yield {
      item: 'COM-08',
      answer: 'a_verifier',
      why: 'Les adresses sont toutes officielles, mais cet audit n’interroge pas les autres sites : ouvrir chaque lien et vérifier que le téléservice répond.',
      excerpts: rows.flatMap(({ url, services }) =>
        services.map((service) => ({ url, about: service.text, quote: service.url })),
      ),
    };
  },
});

type ServiceLink = LinkFacts & { readonly url: string };
interface National extends FeedService {
  readonly sheet: string;
}

function serviceLinks({ links, kind, sheet }: HtmlFacts, national: readonly National[]): ServiceLink[] {
  const isAbout = kind === 'procedure' || sheet.number !== null || sheet.linked.length > 0;
  if (!isAbout) return [];
  const met = new Set<string>();
  return links.filter((link): link is ServiceLink => {
    const { url, kind: linkKind, zone, text } = link;
    if (url === null || linkKind !== 'external' || zone !== 'main' || met.has(url)) return false;
    if (!SERVICE.test(fold(text)) && !national.some((service) => named(service, text) || service.url === url))
      return false;
    met.add(url);
    return true;
  });
}

function problemOf(
  link: ServiceLink,
  page: string,
  { config }: Settings,
  national: readonly National[],
): Problem<Code> | null {
  const host = URL.parse(link.url)?.hostname ?? '';
  const { line, zone, selector, text, url } = link;
  const at = {
    url: page,
    place: { line, zone, selector },
    quote: cut(`${text} (${url})`, TEXT * 2),
    cause: url,
  };
  const target = askedTarget(link);
  if (target && isDead(target)) return failed('dead-service', {}, at);
  const own = national.find((service) => named(service, text));
  const expected = URL.parse(own?.url ?? '')?.hostname;
  const isOfficial = isHostAmong(host, [...config.hosts, ...STATE_HOSTS]);
  if (!isOfficial && host !== expected) {
    const isProven = LOOKALIKE.test(host) && !LOCAL.test(host);
    return isProven ? failed('unofficial-service', { host }, at) : cantTell('unknown-service', { host }, at);
  }
  // A service moves from one address of the State to another: the reader is led there by either.
  if (own && expected !== undefined && expected !== host && !/service-public/.test(host))
    return cantTell('other-service', { number: own.sheet, title: own.title, expected: own.url ?? '' }, at);
  return null;
}

/** Services of the sheets that the page shows or links to. */
function nationalServices(
  page: Parameters<typeof shownSheets>[0] & { readonly html: HtmlFacts },
  settings: Settings,
): National[] {
  const feed = usableFeed(settings);
  if (!feed) return [];
  const numbers = new Set([
    ...shownSheets(page).flatMap(({ number }) => number ?? []),
    ...page.html.sheet.linked.slice(0, MOST),
  ]);
  return [...numbers].flatMap((number) => {
    const services = currentSheet(feed, number)?.sheet.services ?? [];
    return services
      .filter(({ type }) => /^téléservice/i.test(type))
      .map((service) => ({ ...service, sheet: number }));
  });
}

function named({ title }: FeedService, text: string): boolean {
  return title.length >= 10 && foldTitle(text).includes(foldTitle(title));
}
