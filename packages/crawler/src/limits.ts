import { typeset } from '@qualepref/core';
import { MAX_KNOWN } from './audit-file-queue.ts';
import type { AddressFacts, SiteInfo } from './facts.ts';
import type { Limit } from './report.ts';
import { number, plural } from './reports/french.ts';
import { missedPages, type ChosenSample } from './sample.ts';
import { MAX_PAGER } from './trap.ts';

const SHOWN = 50;
const SHOWN_HOSTS = 5;

/** A limit, and the addresses that it concerns as they go by. */
interface Counted {
  readonly code: string;
  readonly text: string;
  readonly concerns?: (address: AddressFacts) => boolean;
  readonly urls?: string[];
  count?: number;
}

function count(limit: Counted, address: AddressFacts): void {
  const { urls = [] } = limit;
  if (limit.concerns?.(address) !== true) return;
  limit.count = (limit.count ?? 0) + 1;
  if (urls.length < SHOWN) urls.push(address.url);
}

/** What could not be checked, and what the reader must know to weigh the rest. */
export function limitsOf({
  site,
  addresses,
  sample,
  pages,
  listedLeft = 0,
  isCut = false,
}: {
  readonly site: SiteInfo;
  readonly addresses: Iterable<AddressFacts>;
  readonly sample: ChosenSample;
  /** Pages read. */
  readonly pages: number;
  /** Addresses that sitemaps alone know and that no budget was left for. */
  readonly listedLeft?: number;
  /** Whether there were more addresses than are kept. */
  readonly isCut?: boolean;
}): Limit[] {
  const limits: Counted[] = [
    {
      code: 'rgaa',
      text: 'Les contrôles automatiques ne portent que sur une partie des critères du RGAA : ils trouvent des défauts, ils ne prouvent jamais la conformité.',
    },
    {
      code: 'evidence',
      text: 'Un mot trouvé sur une page est un indice, pas un verdict ; une page qui se refuse au robot n’est pas une faute du site.',
    },
  ];
  const add = (code: string, concerns: (address: AddressFacts) => boolean, text: string): void => {
    limits.push({ code, text, concerns, urls: [], count: 0 });
  };
  const because =
    (reason: string, kind?: AddressFacts['kind']) =>
    (address: AddressFacts): boolean =>
      address.reason === reason && (kind === undefined || address.kind === kind);

  const unseen = pages - sample.urls.length;
  if (unseen > 0) {
    limits.push({
      code: 'sample',
      text: `${plural(sample.urls.length, 'page sur', 'pages sur')} ${number(pages)} ont été ouvertes dans un navigateur : au moins une pour chaque modèle de page et chaque sorte d’élément, et ${plural(sample.random, 'page tirée', 'pages tirées')} au sort. Un défaut propre à un modèle est donc vu. Un défaut que seul le navigateur voit, que rien n’annonce dans le code et qui n’est que sur certaines pages peut rester inaperçu s’il touche au plus ${plural(missedPages(unseen + sample.random, sample.random), 'page', 'pages')} sur les ${number(unseen)} autres ; au-delà, le tirage le trouve 95 fois sur 100 (loi hypergéométrique). L’option --exhaustive les ouvre toutes.`,
    });
  }
  add(
    'budget-pages',
    because('budget', 'page'),
    `La limite de ${plural(site.maxPages, 'page', 'pages')} a été atteinte : les autres pages connues n’ont pas été lues (option --max-pages).`,
  );
  add(
    'budget-documents',
    because('budget', 'document'),
    `La limite de ${plural(site.maxDocuments, 'document', 'documents')} a été atteinte : les autres n’ont pas été demandés (option --max-documents).`,
  );
  add(
    'budget-links',
    because('budget', 'external'),
    'La limite des adresses d’autres sites a été atteinte, en tout ou pour l’un d’eux : les autres liens n’ont pas été essayés (crawl.maxLinks dans la configuration).',
  );
  if (isCut) {
    limits.push({
      code: 'queue',
      text: `Les pages lues donnent plus de ${number(MAX_KNOWN)} adresses d’une même sorte (pages, documents ou liens vers d’autres sites) : celles qui venaient après n’ont été ni gardées, ni demandées. Un site en a rarement autant : voir si certaines se fabriquent sans fin, et les exclure (crawl.deny dans la configuration).`,
    });
  }
  add(
    'traps',
    ({ outcome }) => outcome === 'trap',
    'Ces adresses se fabriquent sans fin (agenda, filtres, numéro de session, chemin qui se répète, pages qui en annoncent toujours d’autres sous elles) : l’audit en a lu assez pour juger leur page, et s’est arrêté là (crawl.maxPerPattern dans la configuration).',
  );
  add(
    'alike',
    because('alike'),
    'Ces adresses ont la même forme que beaucoup d’autres : une forme n’occupe qu’un dixième de la limite de pages (option --max-pages).',
  );
  add(
    'pagers',
    because('pager'),
    `De chaque longue liste, ${plural(MAX_PAGER, 'page au plus a été lue', 'pages au plus ont été lues')} derrière la première.`,
  );
  add(
    'older-documents',
    because('older'),
    'Dans les listes de nombreux fichiers, seuls les plus récents ont été demandés : les autres sont comptés (crawl.maxPerFolder dans la configuration).',
  );
  add(
    'acts',
    because('acts'),
    'Les recueils des actes administratifs sont nombreux et semblables : un tirage a été demandé, les autres sont comptés.',
  );
  add(
    'sitemaps',
    ({ kind, outcome, reason }) => kind === 'sitemap' && isFaulty(outcome, reason),
    'Ces plans de site sont incorrects ou n’ont pas pu être lus : les pages qu’ils sont seuls à connaître ont pu échapper à l’audit. Chacun est détaillé dans report.json.',
  );
  if (listedLeft > 0) {
    limits.push({
      code: 'sitemap-budget',
      text: `Les plans du site donnent encore ${plural(listedLeft, 'adresse à laquelle', 'adresses auxquelles')} aucune page lue ne mène : la limite de l’audit est atteinte, elles n’ont pas été demandées.`,
    });
  }
  const hosts = new Set<string>();
  for (const { aliases = [] } of addresses) for (const name of aliases) hosts.add(new URL(name).origin);
  hosts.delete(new URL(site.address).origin);
  add(
    'aliases',
    ({ aliases = [] }) => aliases.length > 0,
    `Ces pages ont plusieurs adresses (ancien nom du site, version à imprimer, barre finale, suivi de campagne) : elles sont lues une fois et jugées sous la première${hosts.size === 0 ? '' : `. Autres noms du site, à déclarer s’ils ne le sont pas (site.aliases dans la configuration) : ${[...hosts].sort().slice(0, SHOWN_HOSTS).join(', ')}`}. Le détail est dans report.json.`,
  );
  add(
    'robots',
    ({ outcome }) => outcome === 'refused_by_robots',
    'Le fichier robots.txt interdit ces adresses : elles n’ont pas été demandées.',
  );
  add(
    'never-asked',
    because('never-asked'),
    'La prise de rendez-vous, la recherche et les formulaires ne sont jamais parcourus : seule leur page d’entrée est lue.',
  );
  add('denied', because('denied'), 'La configuration exclut ces adresses.');
  add(
    'other-hosts',
    because('other-host'),
    'Le site audité est sur une adresse privée : aucun autre site n’a été interrogé, les liens vers ces adresses n’ont pas été essayés.',
  );
  add(
    'unsafe',
    ({ reason }) => reason === 'scheme' || reason === 'port',
    'Ces adresses sont d’un type ou d’un port inhabituel : elles n’ont pas été demandées.',
  );
  add('private', because('private'), 'Ces adresses privées n’ont pas été demandées.');
  const unanswered = new Set(['given-up', 'proxy']);
  add(
    'given-up',
    because('given-up'),
    'Ce serveur a refusé de répondre, ou n’a pas répondu, huit fois de suite : l’audit a cessé de l’interroger, ces adresses n’ont pas été demandées. Voir avec son administrateur, puis relancer l’audit plus tard ou plus lentement (option --delay).',
  );
  add(
    'proxy',
    because('proxy'),
    'Le serveur mandataire du réseau (variables HTTPS_PROXY et NO_PROXY) n’a pas laissé passer ces demandes : rien n’est su de ces adresses.',
  );
  add(
    'refused',
    ({ outcome, reason = '' }) => outcome === 'blocked' && !unanswered.has(reason),
    'Ces adresses se sont refusées à l’audit : les ouvrir dans un navigateur. Ce n’est pas la preuve d’un défaut.',
  );
  if (!site.sandboxed && sample.urls.length > 0) {
    limits.push({
      code: 'sandbox',
      text: 'Le navigateur de l’audit a travaillé sans son bac à sable, qui ne démarre pas sur cette machine (compte administrateur ou conteneur) : préférer un compte ordinaire.',
    });
  }
  for (const address of addresses) for (const limit of limits) count(limit, address);
  return limits.flatMap(({ code, text, concerns, urls = [], count: n = 0 }) => {
    if (!concerns) return [{ code, text: typeset(text) }];
    return n === 0 ? [] : [{ code, text: typeset(text), urls, count: n }];
  });
}

/** A sitemap that is not there is none to mend: a site may do without. */
function isFaulty(outcome: AddressFacts['outcome'], reason: string | undefined): boolean {
  return outcome === 'ok' ? reason !== undefined : outcome !== 'gone' && outcome !== 'redirected';
}
