import { details } from './blocks.ts';
import { accessEdits } from './faults-access.ts';
import { resultsEdits } from './faults-results.ts';
import { sheetEdits } from './faults-sheets.ts';
import { techEdits } from './faults-tech.ts';
import { welcomeEdits } from './faults-welcome.ts';
import { typeset, type Edition } from './page.ts';

/** What a fault changes in the source of a page: the first text, found once, becomes the second. */
type Edit = readonly [found: string, planted: string];
/** Edits of each page, by path; those of `*` are made on every page of the template. */
export type PageEdits = Readonly<Record<string, readonly Edit[]>>;

const DILA = 'Direction de l’information légale et administrative';
const PUBLISHER = `${DILA} (Premier ministre)`;

const menuEntry = (path: string, label: string): string =>
  `<li class="fr-nav__item"><a class="fr-nav__link" href="/${path}">${label}</a></li>`;

/** Faults of the shell, on every page. */
const TEMPLATE_EDITS: readonly Edit[] = [
  [
    '<button class="fr-btn" type="submit">Rechercher</button>',
    '<button class="fr-btn" type="submit"></button>',
  ],
  [
    '<li><a class="fr-footer__bottom-link" href="/Footer/Gestion-des-cookies">',
    '<li><a class="fr-footer__bottom-link" href="/Footer/Marches-publics">Marchés publics</a></li>\n<li><a class="fr-footer__bottom-link" href="/Footer/Gestion-des-cookies">',
  ],
  [
    '<a class="fr-footer__content-link" href="https://www.data.gouv.fr/">',
    '<a id= class="fr-footer__content-link" href="https://www.data.gouv.fr/">',
  ],
];

/** Faults of one page or one sheet, by path. `truth.json` says what must be found of them. */
function pageEdits({ day, file, external }: Edition): PageEdits {
  const date = (daysAgo: number): string => `<p class="date-maj">Mis à jour le ${day(daysAgo)}</p>`;
  return {
    // update-date
    '/Demarches/Papiers-et-citoyennete/Passeport': [[date(48), '']],
    '/Demarches/Papiers-et-citoyennete/Passeport-temporaire': [[date(60), date(500)]],
    '/Demarches/Vehicules-et-permis/Certificat-d-immatriculation': [
      [date(33), '<p class="date-maj">Mis à jour le 32/13/2026</p>'],
    ],
    '/Demarches/Vehicules-et-permis/Points-numeriques': [[date(15), date(-40)]],

    // dead-link
    '/Demarches/Vehicules-et-permis/Professions-reglementees': [
      [
        '<a href="/Demarches/Vehicules-et-permis/Points-numeriques">points numériques</a>',
        '<a href="/Demarches/Vehicules-et-permis/Auto-ecoles">consignes de dépôt</a>',
      ],
    ],
    '/Demarches/Accueil-des-etrangers/Titre-de-sejour': [
      [
        '<a href="/Prendre-un-rendez-vous">sur rendez-vous</a>',
        '<a href="/Demarches/Accueil-des-etrangers/Retrait-au-guichet">au guichet</a>',
      ],
    ],
    '/Demarches/Accueil-des-etrangers/Naturalisation': [
      [
        '<a href="/Qualite">ce que vous pouvez attendre de nos services</a>',
        '<a href="/Demarches/Accueil-des-etrangers/Livret-du-formateur">livret du formateur</a>',
      ],
    ],
    '/Demarches/Accueil-des-etrangers/Document-de-circulation-pour-mineur': [
      [
        '<a href="/Contact">nous écrire</a>',
        '<a href="/Demarches/Accueil-des-etrangers/Suivi-de-dossier">espace de suivi</a>',
      ],
    ],
    '/Demarches/Accueil-des-etrangers/Regroupement-familial': [
      [
        '<a href="https://www.immigration.interieur.gouv.fr/">site national</a>',
        '<a href="http://">site national</a>',
      ],
    ],
    '/Demarches/Associations/Creer-une-association': [
      [
        `<a href="${external}/maison-des-associations">La Maison des associations de Brumeval</a>`,
        `<a href="${external}/guide-supprime">Le guide du jeune dirigeant</a>`,
      ],
    ],
    '/Demarches/Associations/Modifier-une-association': [
      [
        `<a href="${external}/maison-des-associations">centre de ressources associatif</a>`,
        `<a href="${external}/acces-reserve">centre de ressources associatif</a>`,
      ],
    ],

    // page-title
    '/Actions-de-l-Etat/Risques-majeurs': [
      [
        '<title>Risques majeurs - Actions de l’État - Les services de l’État dans la Haute-Brume</title>',
        '<title></title>',
      ],
    ],
    '/Actions-de-l-Etat/Secheresse2': [['<title>Sécheresse : arrêtés en cours - ', '<title>Sécheresse - ']],

    // page-language
    '/Collectivites/Controle-de-legalite': [['<html lang="fr">', '<html>']],
    '/Collectivites/Transmission-des-actes': [['<html lang="fr">', '<html lang="francais">']],

    // main-heading
    '/Actualites/Verglas-les-bons-reflexes': [
      ['<h1 class="">Verglas : les bons réflexes</h1>', '<p class="fr-h1">Verglas : les bons réflexes</p>'],
    ],
    '/Actualites/Portes-ouvertes-des-maisons-France-services': [
      ['<h2>Au programme</h2>', '<h1>Au programme</h1>'],
    ],

    // statement
    '/Accessibilite': [['Le site est partiellement conforme avec', 'Le site est totalement conforme avec']],

    // statement-mention
    '/Prendre-un-rendez-vous': [
      [
        '<li><a class="fr-footer__bottom-link" href="/Accessibilite">Accessibilité : partiellement conforme</a></li>\n',
        '',
      ],
    ],
    '/Publications/RAA/RAA-2025': [['>Accessibilité : partiellement conforme</a>', '>Accessibilité</a>']],

    // legal-notice
    '/Footer/Mentions-legales': [
      [
        '<h2>Direction de la publication</h2>\n<p>Directrice de la publication : la préfète de la Haute-Brume.</p>\n',
        '',
      ],
      ['<h2>Hébergement</h2>', '<h2>Réalisation</h2>'],
      ['Hébergeur : Nuages', 'Conception et réalisation : Nuages'],
    ],

    // comarquage-mention
    '/Demarches/Papiers-et-citoyennete/Sortie-du-territoire-d-un-mineur': [
      ['<h2>Remplir l’autorisation</h2>', '<h2>Services en ligne et formulaires</h2>'],
      ['<h2>S’opposer à un départ en urgence</h2>', '<h2>Pour en savoir plus</h2>'],
      ['<h2>Nous joindre</h2>', '<h2>Où s’informer ?</h2>'],
      ['<h2>Vérifier les textes</h2>', '<h2>Textes de loi et références</h2>'],
    ],
    '/Demarches/Fiches-pratiques/Permis-perdu-ou-vole': [
      [`Vérifié le 11 février 2026 - ${PUBLISHER}`, 'Vérifié le 11 février 2026'],
    ],
    '/Demarches/Fiches-pratiques/Casier-judiciaire': [
      [`Vérifié le 9 avril 2026 - ${PUBLISHER}`, 'Vérifié le 9 avril 2026'],
      [
        '<p class="fr-footer__bottom-copy">',
        `<p>© <a href="https://www.dila.premier-ministre.gouv.fr/">${DILA}</a></p>\n<p class="fr-footer__bottom-copy">`,
      ],
    ],
    '/Demarches/Fiches-pratiques/Pacs': [['Vérifié le 2 mars 2026 - Service Public', 'Service Public']],
    '/Demarches/Fiches-pratiques/Mariage-en-France': [['Vérifié le 30/01/2026', 'Vérifié le 31/02/2026']],
    '/Demarches/Fiches-pratiques/Livret-de-famille': [
      ['Mis à jour le 3 mars 2026 par', 'Mis à jour le modified 2026-03-03 par'],
    ],
    '/fiches/F23570.json': [
      [`Vérifié le 4 mai 2026 - Service Public / ${PUBLISHER}`, 'Vérifié le 4 mai 2026'],
    ],

    // skip-links
    '/Footer/Gestion-des-cookies': [
      [
        '<li><a class="fr-link" href="#main">Contenu</a></li>\n<li><a class="fr-link" href="#menu">Menu</a></li>\n<li><a class="fr-link" href="#footer">Pied de page</a></li>\n',
        '<li><a class="fr-link" href="/Footer/Plan-du-site">Plan du site</a></li>\n',
      ],
    ],
    '/Footer/Plan-du-site': [
      ['<div class="fr-container" id="main">', '<div class="fr-container" id="contenu">'],
    ],
    '/Actions-de-l-Etat': [
      ['</head>', '<style>.fr-skiplinks:focus-within { transform: translateY(-100%); }</style>\n</head>'],
    ],

    // axe
    '/Actualites/Fermeture-exceptionnelle-de-la-prefecture': [
      [' alt="Vue de Brumeval dans le brouillard du matin"', ''],
    ],
    '/Services-de-l-Etat/Sous-prefecture-de-Saint-Aubert-les-Eaux': [
      ['alt="Démarches des associations"', 'alt=""'],
    ],
    '/Actualites/Lettre-d-information': [
      [
        '<label class="fr-label" for="subscriber">Adresse électronique <span class="fr-hint-text">Format attendu : nom@domaine.fr</span></label>',
        '<p>Adresse électronique</p>',
      ],
    ],
    '/Services-de-l-Etat/Organigramme': [
      [
        `${menuEntry('Collectivites', 'Collectivités')}\n${menuEntry('Publications', 'Publications')}`,
        `${menuEntry('Publications', 'Publications')}\n${menuEntry('Collectivites', 'Collectivités')}`,
      ],
      [
        '<p>Une réorganisation des bureaux est en cours.</p>',
        '<p style="color: #b5b5b5; background-color: #fff">Une réorganisation des bureaux est en cours.</p>',
      ],
    ],
    '/Services-de-l-Etat/Sous-prefecture-de-Roc-sur-Lande': [
      ['<li><a class="fr-footer__bottom-link" href="/Footer/Plan-du-site">Plan du site</a></li>', ''],
      [' title="Plan d’accès à la sous-préfecture de Roc-sur-Lande"', ''],
    ],

    // document-links
    '/Demarches/Associations/Appel-a-la-generosite-publique': [
      [file('appeal-notice').path, '/contenu/telechargement/9000/59000/file/notice-2019.pdf'],
    ],
    '/Publications/Donnees-ouvertes': [
      [file('open-data-notice').path, '/contenu/telechargement/9001/59001/file/notice-interne.pdf'],
    ],
    '/Publications/Enquetes-publiques2': [
      [file('inquiry-notice').path, '/contenu/telechargement/9002/59002/file/avis.pdf'],
    ],
    '/Collectivites/Dotations-et-subventions': [
      [file('grants-guide').path, file('untagged-guide').path],
      [
        '<title>Dotations et subventions - Collectivités - Les services de l’État dans la Haute-Brume</title>',
        '<title>Sans titre - Les services de l’État dans la Haute-Brume</title>',
      ],
      [` <span class="fr-link__detail">${details(file('grants-guide'))}</span>`, ''],
    ],
    '/Publications/Cartes-et-atlas': [[details(file('atlas')), 'PDF - 2,40 Mb - 30/06/2026']],
  };
}

/** Lists of faults, each kept with what it bears on; those that come first are planted first. */
const LISTS: readonly ((edition: Edition) => PageEdits)[] = [
  pageEdits,
  accessEdits,
  resultsEdits,
  sheetEdits,
  techEdits,
  welcomeEdits,
];

/** Pages that the faulty variant has lost; links still lead there. */
const LOST: readonly string[] = ['/Demarches/Fiches-pratiques/Attestation-d-accueil'];

/** Plants the faults in the sources of the sound site, by path. */
export function plantFaults(sources: ReadonlyMap<string, string>, edition: Edition): Map<string, string> {
  const planted = new Map(sources);
  const dressed = [...sources].flatMap(([path, source]) =>
    source.includes('class="fr-footer"') ? [path] : [],
  );
  for (const path of dressed) planted.set(path, edit(path, planted.get(path) ?? '', TEMPLATE_EDITS));
  for (const list of LISTS) {
    for (const [path, edits] of Object.entries(list(edition))) {
      const paths = path === '*' ? dressed : [path];
      for (const each of paths) planted.set(each, edit(each, planted.get(each) ?? '', edits));
    }
  }
  for (const path of LOST) planted.delete(path);
  return planted;
}

function edit(path: string, source: string, edits: readonly Edit[]): string {
  return edits.reduce((text, [found, replacement]) => {
    const parts = text.split(typeset(found));
    if (parts.length !== 2) {
      throw new Error(
        `${path} : « ${found} » s’y trouve ${String(parts.length - 1)} fois. Attendu : une fois.`,
      );
    }
    return parts.join(typeset(replacement));
  }, source);
}
