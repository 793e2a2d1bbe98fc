import { typeset } from './page.ts';

/** A national sheet as the site republishes it. The texts are invented. */
export interface Sheet {
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly introduction: string;
  readonly chapters: readonly { readonly title: string; readonly text: string }[];
  /** ISO day on which the source verified it. */
  readonly verifiedOn: string;
  /** Source and date, in one of the forms met on real sites. */
  readonly mention: string;
  /** Notice above the text, with its own ISO day. */
  readonly warning?: { readonly date: string; readonly text: string };
  /** Amounts and durations of the text that the source marks as such. */
  readonly values?: readonly string[];
  /** Form that it gives, as `99001*02`: no form has that number. */
  readonly cerfa?: string;
  /** Kind of office that it sends to. */
  readonly pivot?: string;
  /** What the préfecture writes beside it. */
  readonly local?: string;
}

const PUBLISHER = 'Direction de l’information légale et administrative (Premier ministre)';

const INDIVIDUALS = 'https://www.service-public.gouv.fr/particuliers/vosdroits/';
const COMPANIES = 'https://entreprendre.service-public.gouv.fr/vosdroits/';

/** Sheets that the widget pages show, by number. */
export const WIDGET_SHEETS: readonly Sheet[] = [
  {
    id: 'F1342',
    verifiedOn: '2026-08-01',
    address: `${INDIVIDUALS}F1342`,
    title: 'Carte d’identité d’un majeur',
    introduction: 'La demande se prépare en ligne et se termine au guichet d’une mairie équipée.',
    chapters: [
      { title: 'Préparer la demande', text: 'La pré-demande donne un numéro à présenter au guichet.' },
      { title: 'Retirer le titre', text: 'Un message prévient de la mise à disposition de la carte.' },
    ],
    mention: `Vérifié le 1er août 2026 - Service Public / ${PUBLISHER}`,
  },
  {
    id: 'F2365',
    verifiedOn: '2026-03-03',
    address: `${INDIVIDUALS}F2365`,
    title: 'Vente d’un véhicule',
    introduction: 'Le vendeur déclare la cession en ligne dans les quinze jours.',
    chapters: [{ title: 'Déclarer la cession', text: 'Un code de cession est remis à l’acheteur.' }],
    mention: `Mis à jour le 3 mars 2026 par ${PUBLISHER} - Service-Public`,
  },
  {
    id: 'F1119',
    verifiedOn: '2026-07-09',
    address: `${INDIVIDUALS}F1119`,
    title: 'Changement de dirigeants d’une association',
    introduction: 'Le nouveau bureau est déclaré par la personne que l’assemblée a désignée.',
    chapters: [
      { title: 'Déclarer', text: 'Les noms, professions et domiciles des dirigeants sont donnés en ligne.' },
    ],
    mention: `Vérifié le 9 juillet 2026 - Service Public / ${PUBLISHER}`,
  },
  {
    id: 'F23570',
    verifiedOn: '2026-05-04',
    address: `${COMPANIES}F23570`,
    title: 'Carte de commerçant ambulant',
    introduction: 'La carte est demandée au centre de formalités et vaut quatre ans.',
    chapters: [{ title: 'Demander la carte', text: 'La demande se fait en ligne ou par courrier.' }],
    mention: `Vérifié le 4 mai 2026 - Service Public / ${PUBLISHER}`,
  },
];

/** Sheets served inside a page, by the last part of its path. */
export const PAGE_SHEETS = {
  'Acte-de-naissance': {
    id: 'F1427',
    verifiedOn: '2026-06-20',
    address: `${INDIVIDUALS}F1427`,
    title: 'Demander une copie d’acte de naissance',
    introduction: 'La copie est gratuite. Elle est délivrée par la mairie du lieu de naissance.',
    chapters: [
      {
        title: 'Qui peut demander la copie intégrale ?',
        text: 'La personne elle-même, son conjoint, ses parents ou ses enfants.',
      },
      { title: 'Comment faire la demande ?', text: 'En ligne, sur place ou par courrier, selon la commune.' },
    ],
    mention: `Vérifié le 20 juin 2026 - ${PUBLISHER}`,
  },
  F12118: {
    id: 'F12118',
    verifiedOn: '2026-05-18',
    address: `${INDIVIDUALS}F12118`,
    title: 'Changer l’adresse sur sa carte grise',
    introduction: 'Le changement est à déclarer dans le mois qui suit le déménagement.',
    chapters: [
      {
        title: 'Démarche',
        text: 'Une étiquette est envoyée à coller sur le certificat, jusqu’au troisième changement.',
      },
    ],
    mention: `Vérifié le 18/05/2026 - ${PUBLISHER}`,
    pivot: 'prefecture',
    local: '<p><a href="https://immatriculation.ants.gouv.fr/">Faire la démarche en ligne</a></p>',
  },
  'Recensement-citoyen': {
    id: 'F870',
    verifiedOn: '2026-03-03',
    address: `${INDIVIDUALS}F870`,
    title: 'Recensement citoyen',
    introduction: 'Tout jeune se fait recenser entre ses 16 ans et les trois mois qui suivent.',
    chapters: [
      {
        title: 'Où se faire recenser ?',
        text: 'À la mairie de son domicile, ou en ligne quand la commune le propose.',
      },
      { title: 'Attestation', text: 'Elle est à conserver : la mairie ne délivre pas de duplicata.' },
    ],
    mention: `Mis à jour le 2026-03-03 par ${PUBLISHER}`,
  },
  'Permis-perdu-ou-vole': {
    id: 'F1727',
    verifiedOn: '2026-02-11',
    address: `${INDIVIDUALS}F1727`,
    title: 'Permis de conduire perdu ou volé',
    introduction: 'La perte est déclarée en ligne au moment de la demande du nouveau titre.',
    chapters: [
      { title: 'En cas de vol', text: 'La déclaration est faite à la police ou à la gendarmerie.' },
      {
        title: 'Coût',
        text: 'Le nouveau titre coûte 25 €, réglés par timbre fiscal au moment de la demande.',
      },
    ],
    values: ['25 €'],
    cerfa: '99001*02',
    mention: `Vérifié le 11 février 2026 - ${PUBLISHER}`,
    local:
      '<p>Le timbre fiscal de 25 € s’achète en ligne. Le formulaire Cerfa 99001*02 peut être rempli avec l’agent.</p>',
  },
  'Casier-judiciaire': {
    id: 'F1420',
    verifiedOn: '2026-04-09',
    address: `${INDIVIDUALS}F1420`,
    title: 'Extrait de casier judiciaire',
    introduction: 'L’extrait ne contient que certaines condamnations. Il n’est remis qu’à l’intéressé.',
    chapters: [{ title: 'Demander son extrait', text: 'La demande est gratuite et se fait en ligne.' }],
    warning: {
      date: '2026-05-12',
      text: 'Le service de demande en ligne change d’adresse au printemps, et les anciens favoris ne mènent plus nulle part.',
    },
    mention: `Vérifié le 9 avril 2026 - ${PUBLISHER}`,
  },
  Pacs: {
    id: 'F1618',
    verifiedOn: '2026-03-02',
    address: `${INDIVIDUALS}F1618`,
    title: 'Conclure un Pacs',
    introduction: 'Le pacte est enregistré en mairie ou chez un notaire.',
    chapters: [
      { title: 'Pièces à fournir', text: 'Convention, pièces d’identité et actes de naissance récents.' },
    ],
    mention: `Vérifié le 2 mars 2026 - Service Public / ${PUBLISHER}`,
  },
  'Mariage-en-France': {
    id: 'F930',
    verifiedOn: '2026-01-30',
    address: `${INDIVIDUALS}F930`,
    title: 'Se marier en France',
    introduction: 'Le mariage est célébré dans une commune avec laquelle l’un des époux a un lien durable.',
    chapters: [{ title: 'Publication des bans', text: 'Elle dure dix jours et précède la cérémonie.' }],
    mention: `Vérifié le 30/01/2026 - ${PUBLISHER}`,
  },
  'Livret-de-famille': {
    id: 'F11991',
    verifiedOn: '2026-03-03',
    address: `${INDIVIDUALS}F11991`,
    title: 'Livret de famille',
    introduction: 'Il est remis lors du mariage ou de la naissance du premier enfant.',
    chapters: [{ title: 'Mise à jour', text: 'Le titulaire fait compléter le livret à chaque événement.' }],
    mention: `Mis à jour le 3 mars 2026 par ${PUBLISHER}`,
  },
  'Attestation-d-accueil': {
    id: 'F2191',
    verifiedOn: '2026-04-21',
    address: `${INDIVIDUALS}F2191`,
    title: 'Attestation d’accueil',
    introduction: 'Elle est demandée par qui reçoit chez soi un visiteur étranger pour moins de trois mois.',
    chapters: [{ title: 'Où la demander ?', text: 'Elle est demandée à la mairie du lieu d’hébergement.' }],
    mention: `Vérifié le 21 avril 2026 - ${PUBLISHER}`,
  },
} as const satisfies Record<string, Sheet>;

/** The sheet in the block that the reference implementations print; its number stands there or in the address. */
export function sheetBlock(sheet: Sheet, options: { readonly numbered: boolean }): string {
  return `<div id="comarquage" class="comarquage espace-part"${options.numbered ? ` data-fiche="${sheet.id}"` : ''}>
<div id="co-page">
<h2>${sheet.title}</h2>
${sheet.warning === undefined ? '' : `<p class="spWarning">${sheet.warning.text}</p>\n`}<p>${sheet.introduction}</p>
${sheet.chapters.map(({ title, text }) => `<h3>${title}</h3>\n<p>${text}</p>`).join('\n')}
</div>
<div id="co-footer">
<p class="spPublicationDate">${sheet.mention}</p>
<p><a href="${sheet.address}">Lire la fiche « ${sheet.title} » sur Service-Public</a></p>
</div>
</div>`;
}

/** What the widget fetches. */
export function sheetJson(sheet: Sheet): string {
  return `${typeset(JSON.stringify(sheet, null, 2))}\n`;
}
