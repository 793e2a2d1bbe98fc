import { typeset } from '@qualepref/core';
import type { AddressFacts, SiteInfo } from './facts.ts';
import type { Limit } from './report.ts';
import { number, plural } from './reports/french.ts';
import { missedPages, type ChosenSample } from './sample.ts';

const SHOWN = 50;

/** What could not be checked, and what the reader must know to weigh the rest. */
export function limitsOf({
  site,
  addresses,
  sample,
  pages,
}: {
  readonly site: SiteInfo;
  readonly addresses: readonly AddressFacts[];
  readonly sample: ChosenSample;
  /** Pages read. */
  readonly pages: number;
}): Limit[] {
  const limits: Limit[] = [
    {
      code: 'rgaa',
      text: 'Les contrôles automatiques ne portent que sur une partie des critères du RGAA : ils trouvent des défauts, ils ne prouvent jamais la conformité.',
    },
    {
      code: 'evidence',
      text: 'Un mot trouvé sur une page est un indice, pas un verdict ; une page qui se refuse au robot n’est pas une faute du site.',
    },
  ];
  const add = (code: string, found: readonly AddressFacts[], text: string): void => {
    if (found.length === 0) return;
    limits.push({ code, text, urls: found.slice(0, SHOWN).map(({ url }) => url), count: found.length });
  };
  const because = (reason: string, kind?: AddressFacts['kind']): AddressFacts[] =>
    addresses.filter((address) => address.reason === reason && (kind === undefined || address.kind === kind));

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
    'robots',
    addresses.filter(({ outcome }) => outcome === 'refused_by_robots'),
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
    [...because('scheme'), ...because('port')],
    'Ces adresses sont d’un type ou d’un port inhabituel : elles n’ont pas été demandées.',
  );
  add('private', because('private'), 'Ces adresses privées n’ont pas été demandées.');
  add(
    'refused',
    addresses.filter(({ outcome }) => outcome === 'blocked'),
    'Ces adresses se sont refusées à l’audit : les ouvrir dans un navigateur. Ce n’est pas la preuve d’un défaut.',
  );
  if (!site.sandboxed && sample.urls.length > 0) {
    limits.push({
      code: 'sandbox',
      text: 'Le navigateur de l’audit a travaillé sans son bac à sable, qui ne démarre pas sur cette machine (compte administrateur ou conteneur) : préférer un compte ordinaire.',
    });
  }
  return limits.map((limit) => ({ ...limit, text: typeset(limit.text) }));
}
