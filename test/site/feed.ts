import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { updateFeed } from '@qualepref/crawler';
import { PAGE_SHEETS, WIDGET_SHEETS, type Sheet } from './sheets.ts';

const DILA = 'Direction de l’information légale et administrative (Premier ministre)';

/** What a page of the faulty variant copies from a sheet, without its source. */
export const COPIED: readonly string[] = [
  'Le logement est visité avant la décision, et sa surface dépend du nombre de personnes attendues.',
  'Les ressources des douze derniers mois sont comparées au salaire minimum, sans compter les aides.',
  'La réponse arrive par lettre recommandée ; sans lettre au bout du délai, la demande est refusée.',
];

/** Dossiers and a sheet that pages lead to without showing them. */
const LINKED: readonly Sheet[] = [
  dossier('N358', 'Carte d’identité', 'Qui la demande, où et avec quelles pièces.'),
  dossier('N360', 'Passeport', 'Qui le demande, où et avec quelles pièces.'),
  dossier('N367', 'Carte grise', 'Acheter, vendre ou modifier un véhicule.'),
];

function dossier(id: string, title: string, introduction: string): Sheet {
  const address = `https://www.service-public.gouv.fr/particuliers/vosdroits/${id}`;
  return { id, verifiedOn: '2026-02-06', address, title, introduction, chapters: [], mention: '' };
}

/**
 * Writes the feed that the site is judged with, and makes it into the file that
 * an audit opens.
 *
 * @returns the path of that file
 */
export async function writeFeed(folder: string): Promise<string> {
  const sheets = join(folder, 'fiches');
  mkdirSync(sheets, { recursive: true });
  const today = new Date().toISOString().slice(0, 10);
  for (const [name, text] of Object.entries(feedFiles(today))) writeFileSync(join(sheets, name), text);
  const { path } = await updateFeed({
    ...{ folder: join(folder, 'flux'), places: [sheets], allowPrivate: false },
    signal: new AbortController().signal,
    now: () => new Date(),
    progress: () => undefined,
  });
  return path;
}

/**
 * A feed of national sheets as the DILA publishes them, of our own wording, by
 * name of file. One is verified the day before: a feed that stands still judges
 * nothing.
 *
 * @param today ISO day
 */
function feedFiles(today: string): Record<string, string> {
  const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  const regrouping: Sheet = {
    ...dossier(
      'F11166',
      'Faire venir sa famille',
      'Les conditions tiennent au séjour, au logement et aux ressources.',
    ),
    verifiedOn: yesterday,
    chapters: COPIED.map((text, at) => ({ title: `Condition ${String(at + 1)}`, text })),
    pivot: 'prefecture',
  };
  const sheets: readonly Sheet[] = [
    ...WIDGET_SHEETS,
    ...Object.values<Sheet>(PAGE_SHEETS),
    ...LINKED,
    regrouping,
  ];
  return Object.fromEntries(sheets.map((sheet) => [`${sheet.id}.xml`, sheetXml(sheet)]));
}

function sheetXml(sheet: Sheet): string {
  const { id, address, title, verifiedOn, introduction, chapters, warning, cerfa, pivot } = sheet;
  const isForCompanies = address.includes('entreprendre.');
  const text = (written: string): string => marked(escaped(written), sheet.values ?? []);
  return `<?xml version="1.0" encoding="UTF-8"?>
<Publication xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ID="${id}" type="${id.startsWith('N') ? 'Dossier' : 'Fiche d’information'}" spUrl="${address}" xsi:noNamespaceSchemaLocation="../Schemas/3.5/Publication.xsd">
<dc:title>${escaped(title)}</dc:title>
<dc:contributor>Service Public / ${DILA}</dc:contributor>
<dc:date>modified ${verifiedOn}</dc:date>
<dc:identifier>${id}</dc:identifier>
<Audience>${isForCompanies ? 'Professionnels' : 'Particuliers'}</Audience>
${warning === undefined ? '' : `<Avertissement ID="R9" date="${warning.date}"><Titre>À savoir</Titre><Texte><Paragraphe>${escaped(warning.text)}</Paragraphe></Texte></Avertissement>`}
<Introduction><Texte><Paragraphe>${text(introduction)}</Paragraphe></Texte></Introduction>
<Texte>${chapters.map((chapter) => `<Chapitre><Titre><Paragraphe>${escaped(chapter.title)}</Paragraphe></Titre><Paragraphe>${text(chapter.text)}</Paragraphe></Chapitre>`).join('\n')}</Texte>
${cerfa === undefined ? '' : `<ServiceEnLigne ID="R7" URL="https://www.exemple.gouv.fr/formulaire" type="Formulaire" numerocerfa="${cerfa}"><Titre>Déclaration de perte</Titre></ServiceEnLigne>`}
${pivot === undefined ? '' : `<QuiPeutMAider ID="R2" type="Local personnalisé sur SP"><Titre>Accueil</Titre><PivotLocal>${pivot}</PivotLocal></QuiPeutMAider>`}
</Publication>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function marked(text: string, values: readonly string[]): string {
  return values.reduce((all, value) => all.replaceAll(value, `<Valeur>${value}</Valeur>`), text);
}
