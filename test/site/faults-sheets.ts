import type { PageEdits } from './faults.ts';
import { COPIED } from './feed.ts';
import { PAGE_SHEETS, sheetBlock } from './sheets.ts';

const SHEETS = '/Demarches/Fiches-pratiques';
const SERVICE_PUBLIC = 'https://www.service-public.gouv.fr/particuliers/vosdroits';

/** Faults of the national sheets: `truth-sheets.json` says what must be found of them. */
export function sheetEdits(): PageEdits {
  return {
    // sheet-date, sheet-services
    [`${SHEETS}/F12118`]: [
      ['Vérifié le 18/05/2026', 'Vérifié le 12/01/2026'],
      ['https://immatriculation.ants.gouv.fr/', 'https://www.carte-grise-en-une-heure.example/'],
    ],
    // sheet-exists
    '/Demarches/Papiers-et-citoyennete/Passeport': [[`${SERVICE_PUBLIC}/N360`, `${SERVICE_PUBLIC}/F10203`]],
    // sheet-view, sheet-local
    [`${SHEETS}/Acte-de-naissance`]: [
      [
        '<h3>Comment faire la demande ?</h3>',
        '<p>R1406</p>\n<p>Les demandes du département se déposent le mardi matin, au bureau du premier étage.</p>\n<h3>Comment faire la demande ?</h3>',
      ],
      [
        'La préfecture ne reçoit pas ces demandes au guichet. Un agent peut vous aider à les faire en ligne, au <a href="/Demarches/Vehicules-et-permis/Points-numeriques">point numérique</a> le plus proche.',
        'Texte à venir.',
      ],
    ],
    // sheet-text
    [`${SHEETS}/Recensement-citoyen`]: [
      ['la mairie ne délivre pas de duplicata', 'la mairie délivre un duplicata sur demande'],
      [`${SERVICE_PUBLIC}/F870"`, `${SHEETS}"`],
    ],
    // sheet-amounts, sheet-forms
    [`${SHEETS}/Permis-perdu-ou-vole`]: [
      ['Le timbre fiscal de 25 €', 'Le timbre fiscal de 19 €'],
      ['Cerfa 99001*02', 'Cerfa 99001*01'],
    ],
    // sheet-warning
    [`${SHEETS}/Casier-judiciaire`]: [
      [
        '<p class="spWarning">Le service de demande en ligne change d’adresse au printemps, et les anciens favoris ne mènent plus nulle part.</p>\n',
        '',
      ],
    ],
    // sheet-links
    [`${SHEETS}/Mariage-en-France`]: [
      [`${SERVICE_PUBLIC}/F930`, `${SERVICE_PUBLIC}/F1618`],
      [
        '<h2>Dans la Haute-Brume</h2>',
        '<h2>Dans la Haute-Brume</h2>\n<p>Page officielle de Service-Public.</p>',
      ],
    ],
    // sheet-exists
    '/fiches/F2365.json': [['"title": "Vente d’un véhicule"', '"title": "Céder son ancienne voiture"']],
    // sheet-view: what the widget fetches is broken, and who has no script is led nowhere
    '/fiches/F1119.json': [['"id": "F1119",', '"id": "F1119"']],
    '/Demarches/Service-Public-pour-les-professionnels': [
      [
        ' Elles peuvent aussi être lues sur <a href="https://www.service-public.gouv.fr/">service-public.gouv.fr</a>.',
        '',
      ],
    ],
    // sheet-links, sheet-services, sheet-duplicates
    '/Demarches/Vehicules-et-permis/Certificat-d-immatriculation': [
      [`${SERVICE_PUBLIC}/N367`, 'http://www.service-public.fr/particuliers/vosdroits/N367'],
      ['ants.gouv.fr/cession', 'ants.gouv.fr/cession-2019'],
      [
        '<p>Attention aux sites',
        `${sheetBlock(PAGE_SHEETS.F12118, { numbered: true })}\n<p>Attention aux sites`,
      ],
    ],
    // sheet-copy, sheet-coverage
    '/Demarches/Accueil-des-etrangers/Regroupement-familial': [
      [
        `\n<p>Les pièces à joindre sont celles de la fiche <a href="${SERVICE_PUBLIC}/F11166">Faire venir sa famille</a>.</p>`,
        '',
      ],
      ['à remplir.</p>', `à remplir.</p>\n${COPIED.map((text) => `<p>${text}</p>`).join('\n')}`],
    ],
  };
}
