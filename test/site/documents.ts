import PDFDocument from 'pdfkit';
import { landscape } from './pictures.ts';

interface DocumentSpec {
  readonly id: number;
  /** As contributors name files: spaces, accents, N°, doubled extension. */
  readonly name: string;
  readonly title: string;
  readonly date: string;
  readonly tagged: boolean;
  readonly paragraphs: readonly string[];
}

const RAA_CONTENTS: readonly (readonly [number: string, date: string, act: string])[] = [
  ['2025-150', '22/12/2025', 'fixation des dates des soldes saisonniers'],
  ['2026-080', '17/07/2026', 'restriction provisoire des usages de l’eau dans le bassin de la Lande'],
  ['2026-091', '03/08/2026', 'délégation de signature au directeur de la citoyenneté'],
  ['2026-092', '05/08/2026', 'réglementation de la circulation sur la route du col de la Brume'],
  ['2026-093', '06/08/2026', 'autorisation d’une manifestation sportive à Roc-sur-Lande'],
  ['2026-094', '10/08/2026', 'composition de la commission de suivi de site'],
  ['2026-095', '11/08/2026', 'interdiction temporaire de l’emploi du feu en forêt'],
  ['2026-096', '13/08/2026', 'agrément d’un centre de formation de conducteurs'],
  ['2026-097', '17/08/2026', 'ouverture d’une enquête publique à Saint-Aubert-les-Eaux'],
  ['2026-098', '19/08/2026', 'renouvellement du conseil départemental de l’environnement'],
  ['2026-099', '21/08/2026', 'habilitation d’une entreprise de pompes funèbres'],
  ['2026-100', '25/08/2026', 'modification des statuts d’un syndicat intercommunal'],
  ['2026-101', '28/08/2026', 'dates d’ouverture de la chasse au gibier d’eau'],
];

const RAA: readonly (readonly [key: string, spec: DocumentSpec])[] = RAA_CONTENTS.map(
  ([number, date, act], index) => [
    `raa-${number}`,
    {
      id: 61_200 + index,
      name: index % 3 === 0 ? `RAA N° ${number} du ${date.replaceAll('/', '-')}.pdf` : `raa_${number}.pdf`,
      title: `Recueil des actes administratifs n° ${number}`,
      date,
      tagged: index % 2 === 0,
      paragraphs: [
        `Le présent recueil publie un arrêté portant ${act}.`,
        'Article 1er. Les dispositions de l’arrêté prennent effet le lendemain de sa publication.',
        'Article 2. La secrétaire générale de la préfecture est chargée de l’exécution du présent arrêté.',
        'Cet arrêté peut être contesté devant le tribunal administratif dans les deux mois qui suivent sa publication.',
      ],
    },
  ],
);

const OTHERS = {
  'medical-form': {
    id: 60_011,
    name: 'Formulaire visite médicale à compléter.pdf',
    title: 'Demande de rendez-vous avec la commission médicale',
    date: '12/05/2026',
    tagged: true,
    paragraphs: [
      'À remplir en lettres capitales, puis à remettre le jour de la visite avec une pièce d’identité.',
      'Motif de la visite : permis du groupe lourd, suspension, annulation ou affection médicale déclarée.',
    ],
  },
  'appeal-notice': {
    id: 60_012,
    name: 'notice-appel-generosite.pdf',
    title: 'Déclarer un appel à la générosité publique',
    date: '04/02/2026',
    tagged: true,
    paragraphs: ['La déclaration parvient à la préfecture au moins un mois avant le début de la campagne.'],
  },
  'grants-guide': {
    id: 60_013,
    name: 'Guide-dotations-2026.pdf',
    title: 'Guide des dotations à l’usage des maires',
    date: '15/01/2026',
    tagged: true,
    paragraphs: [
      'Les dossiers sont déposés en ligne avant le dernier jour de février.',
      'Une opération commencée avant l’accusé de réception du dossier complet ne peut être subventionnée.',
    ],
  },
  // Nobody leads to it but a planted fault.
  'untagged-guide': {
    id: 60_019,
    name: 'Guide-dotations-2026-v2.pdf',
    title: 'Guide des dotations à l’usage des maires',
    date: '15/01/2026',
    tagged: false,
    paragraphs: ['Les dossiers sont déposés en ligne avant le dernier jour de février.'],
  },
  'inquiry-notice': {
    id: 60_014,
    name: 'Avis d’enquête publique.pdf',
    title: 'Avis d’enquête publique : parc éolien de la Crête-aux-Corbeaux',
    date: '17/08/2026',
    tagged: true,
    paragraphs: [
      'Le dossier peut être consulté en mairie de Saint-Aubert-les-Eaux aux heures d’ouverture habituelles.',
    ],
  },
  atlas: {
    id: 60_015,
    name: 'Atlas_Haute-Brume.pdf.pdf',
    title: 'Atlas des communes de la Haute-Brume',
    date: '30/06/2026',
    tagged: true,
    paragraphs: ['Deux cent douze communes, trois arrondissements, onze intercommunalités.'],
  },
  'quality-review': {
    id: 60_016,
    name: 'Bilan-qualite-2025.pdf',
    title: 'Bilan annuel de la démarche qualité, année 2025',
    date: '26/01/2026',
    tagged: true,
    paragraphs: [
      'Les délais de réponse aux courriels ont été tenus dans 96 % des cas.',
      'Le thème de l’attente au guichet, noté sous 75 % de satisfaction, fait l’objet de trois actions en 2026.',
    ],
  },
  'open-data-notice': {
    id: 60_017,
    name: 'notice-jeux-de-donnees.pdf',
    title: 'Notice des jeux de données',
    date: '09/03/2026',
    tagged: true,
    paragraphs: ['Chaque colonne porte son unité. Les valeurs manquantes sont laissées vides.'],
  },
} satisfies Record<string, DocumentSpec>;

/** Name by which pages ask for a file. */
export type DocumentKey = keyof typeof OTHERS | 'waiting-times' | `raa-${string}`;

/** A file of the site. */
export interface DocumentFile {
  readonly path: string;
  readonly title: string;
  readonly format: 'pdf' | 'csv';
  readonly date: string;
  readonly bytes: Buffer;
}

/** Every file: the same bytes at each build. */
export async function buildDocuments(): Promise<ReadonlyMap<string, DocumentFile>> {
  const files = new Map<string, DocumentFile>([['waiting-times', waitingTimes()]]);
  for (const [key, spec] of [...RAA, ...Object.entries(OTHERS)]) {
    files.set(key, {
      path: pathOf(spec.id, spec.name),
      title: spec.title,
      format: 'pdf',
      date: spec.date,
      bytes: await pdf(spec),
    });
  }
  return files;
}

/** Left as typed, spaces and accents included, as the real sites do. */
function pathOf(id: number, name: string): string {
  return `/contenu/telechargement/${String(id - 50_000)}/${String(id)}/file/${name}`;
}

function waitingTimes(): DocumentFile {
  const lines = Array.from({ length: 400 }, (_, index) => {
    const minutes = (index * 37) % 29;
    return `${String(2025 + Math.floor(index / 250))};semaine ${String((index % 50) + 1)};guichet ${String((index % 5) + 1)};${String(minutes)}`;
  });
  return {
    path: pathOf(60_018, 'temps-d-attente.csv'),
    title: 'Temps d’attente aux guichets',
    format: 'csv',
    date: '02/07/2026',
    bytes: Buffer.from(['annee;periode;guichet;minutes', ...lines, ''].join('\r\n')),
  };
}

async function pdf({ id, title, date, tagged, paragraphs }: DocumentSpec): Promise<Buffer> {
  const [day = 1, month = 1, year = 2026] = date.split('/').map(Number);
  const document = new PDFDocument({
    size: 'A4',
    lang: 'fr-FR',
    tagged,
    displayTitle: tagged,
    // Dated by the act it publishes: the file's identifier is derived from this date.
    info: {
      ...(tagged ? { Title: title } : {}),
      Author: 'Préfecture de la Haute-Brume (site fictif)',
      CreationDate: new Date(Date.UTC(year, month - 1, day, 9)),
    },
  });
  const pieces: Buffer[] = [];
  document.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise((resolve) => document.on('end', resolve));

  const write = (tag: string, draw: () => void): void => {
    if (!tagged) {
      draw();
      return;
    }
    document.addStructure(document.struct(tag, {}, draw));
  };
  write('H1', () => document.fontSize(18).text(title).moveDown());
  for (const paragraph of paragraphs) write('P', () => document.fontSize(11).text(paragraph).moveDown());
  if (tagged) document.markContent('Artifact', { type: 'Layout' });
  document.image(landscape(260 + (id % 7) * 30, 140, id), { width: 400 });
  if (tagged) document.endMarkedContent();
  document.end();
  await ended;
  return Buffer.concat(pieces);
}
