import { details, download, table } from './blocks.ts';
import type { Edition, Page } from './page.ts';

const AUGUST = ['091', '092', '093', '094', '095', '096', '097', '098', '099', '100', '101'];
const PAGE_SIZE = 10;

/** Publications, with the tree of the acts: year, month, files. */
export function publicationPages(edition: Edition): Page[] {
  const { day, file } = edition;
  return [
    {
      path: '/Publications',
      heading: 'Publications',
      summary: 'Recueil des actes, enquêtes publiques, données.',
      cards: 'grey',
      main: '',
    },
    {
      path: '/Publications/RAA',
      heading: 'Recueil des actes administratifs (RAA)',
      summary: 'Les arrêtés et décisions publiés par la préfecture.',
      cards: 'grey',
      main: '<p>Le recueil est publié au moins une fois par semaine.</p>',
    },
    {
      path: '/Publications/RAA/RAA-2026',
      heading: 'RAA 2026',
      summary: 'Recueils de l’année 2026.',
      cards: 'grey',
      main: '',
    },
    {
      path: '/Publications/RAA/RAA-2026/Juillet-2026',
      heading: 'Juillet 2026',
      summary: 'Recueil de juillet 2026.',
      main: `<p>${download(file('raa-2026-080'), 'Télécharger le recueil n° 2026-080')}</p>`,
    },
    august(edition, 0),
    {
      path: '/Publications/RAA/RAA-2025',
      heading: 'RAA 2025',
      summary: 'Recueils de l’année 2025, par liste.',
      main: documentList([file('raa-2025-150')]),
    },
    {
      path: '/Publications/Enquetes-publiques2',
      heading: 'Enquêtes publiques',
      summary: 'Avis, dossiers et rapports.',
      updated: day(85),
      main: `<p>Un projet de parc éolien est soumis à enquête publique à Saint-Aubert-les-Eaux.</p>
<p>${download(file('inquiry-notice'), 'Télécharger l’avis')}</p>
<p>Les observations sont reçues en mairie ou par courriel, jusqu’à la clôture de l’enquête.</p>`,
    },
    {
      path: '/Publications/Donnees-ouvertes',
      heading: 'Données ouvertes',
      summary: 'Jeux de données publiés par la préfecture.',
      updated: day(145),
      main: `${table(
        'Colonnes du fichier des temps d’attente',
        ['Colonne', 'Contenu'],
        [
          ['periode', 'Semaine de l’année'],
          ['guichet', 'Numéro du guichet'],
          ['minutes', 'Attente médiane, en minutes'],
        ],
      )}
<ul>
<li>${download(file('waiting-times'), 'Télécharger les temps d’attente')}</li>
<li>${download(file('open-data-notice'), 'Télécharger la notice')}</li>
</ul>
<p>Tous les jeux sont aussi sur <a href="https://www.data.gouv.fr/">data.gouv.fr</a>.</p>`,
    },
    {
      path: '/Publications/Cartes-et-atlas',
      heading: 'Cartes et atlas',
      summary: 'Le département en cartes.',
      updated: day(146),
      main: `<p>L’atlas présente les communes, les arrondissements et les intercommunalités.</p>
<p>${download(file('atlas'), 'Télécharger l’atlas des communes')}</p>`,
    },
  ];
}

/** Further pages of a listing: same page, other address. */
export function listingViews(edition: Edition): Page[] {
  return [august(edition, PAGE_SIZE)];
}

function august({ file }: Edition, offset: number): Page {
  const path = '/Publications/RAA/RAA-2026/Aout-2026';
  const items = AUGUST.toReversed()
    .slice(offset, offset + PAGE_SIZE)
    .map((number) => {
      const act = file(`raa-2026-${number}`);
      return `<div class="fr-card fr-card--horizontal fr-card--sm fr-enlarge-link"><div class="fr-card__body"><div class="fr-card__content">
<h2 class="fr-card__title"><a class="fr-card__link" href="${act.path}" title="format pdf - ${details(act).slice('PDF - '.length)}">${act.title}</a></h2>
<p class="fr-card__detail">Publié le ${act.date}</p>
</div></div></div>`;
    });
  const pages = [0, PAGE_SIZE].map((first, index) => {
    const current = first === offset ? ' aria-current="page"' : '';
    const href = first === 0 ? path : `${path}/(offset)/${String(first)}`;
    return `<li><a class="fr-pagination__link"${current} href="${href}" title="Page ${String(index + 1)}">${String(index + 1)}</a></li>`;
  });
  const next =
    offset === 0
      ? `<li><a class="fr-pagination__link fr-pagination__link--next" href="${path}/(offset)/${String(PAGE_SIZE)}">Page suivante</a></li>`
      : '';
  return {
    path: offset === 0 ? path : `${path}/(offset)/${String(offset)}`,
    heading: 'Août 2026',
    summary: 'Recueils d’août 2026.',
    main: `<div class="fr-grid">${items.join('\n')}</div>
<nav role="navigation" class="fr-pagination" aria-label="Pagination"><ul class="fr-pagination__list">${pages.join('\n')}${next}</ul></nav>`,
  };
}

/** Some sites load files from a list, which no link gives. */
function documentList(files: readonly ReturnType<Edition['file']>[]): string {
  const options = files.map(
    (file) => `<option value="${file.path}">${file.title} (${details(file)})</option>`,
  );
  return `<form method="post" action="/Publications/RAA/RAA-2025">
<label class="fr-label" for="-liste-docs">Choisir un recueil</label>
<select class="fr-select" id="-liste-docs" name="document">
<option value="">Choisir</option>
${options.join('\n')}
</select>
<p><button class="fr-btn" type="submit">Afficher le recueil</button></p>
</form>`;
}
