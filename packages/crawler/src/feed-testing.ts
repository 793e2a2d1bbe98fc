import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

/** What a made-up sheet says; the rest is filled in. */
export interface SheetText {
  readonly number: string;
  readonly schema?: '3.3' | '3.5';
  readonly audience?: 'Particuliers' | 'Professionnels' | 'Associations';
  readonly type?: string;
  readonly title?: string;
  /** ISO day, or `null` for a sheet without one. */
  readonly date?: string | null;
  readonly importantChange?: string;
  /** Attributes of the root besides; those named here replace the usual ones. */
  readonly root?: Readonly<Record<string, string | null>>;
  /** XML under the root, after the position and before the places to go to. */
  readonly body?: string;
  /** Kind of office to go to. */
  readonly pivot?: string;
  /** Short labels that its dossier gives, by number. */
  readonly labels?: Readonly<Record<string, string>>;
}

const DILA = 'Direction de l’information légale et administrative';

/** The XML of a sheet of ours, as the feed of its schema writes one. */
export function sheetXml({
  number,
  schema = '3.5',
  audience = 'Particuliers',
  type = "Fiche d'information conditionnée",
  title = `Démarche ${number}`,
  date = '2026-11-20',
  importantChange,
  root = {},
  body = `<Texte><Paragraphe>${PHRASES[0] ?? ''}</Paragraphe></Texte>`,
  pivot = 'prefecture',
  labels = {},
}: SheetText): string {
  const name = number.startsWith('R') ? 'ServiceComplementaire' : 'Publication';
  const host = schema === '3.3' ? 'www.service-public.fr' : 'www.service-public.gouv.fr';
  const office = schema === '3.3' ? 'OuSAdresser' : 'QuiPeutMAider';
  const attributes = Object.entries({
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    ID: number,
    type,
    'xsi:noNamespaceSchemaLocation': `../Schemas/${schema}/${name}.xsd`,
    dateDerniereModificationImportante: importantChange === undefined ? null : `${importantChange}T00:00:00`,
    spUrl: `https://${host}/${audience.toLowerCase()}/vosdroits/${number}`,
    ...root,
  }).flatMap(([key, value]) => (value === null ? [] : ` ${key}="${value}"`));
  const short = Object.entries(labels).map(([of, label]) => `<Fiche ID="${of}">${label}</Fiche>`);
  return [
    `<?xml version="1.0" encoding="UTF-8"?><${name}${attributes.join('')}>`,
    `<dc:title>${title}</dc:title><dc:creator>${DILA}</dc:creator><dc:subject>Papiers</dc:subject>`,
    `<dc:description>Résumé de ${title}</dc:description>`,
    `<dc:contributor>${schema === '3.3' ? '' : 'Service Public / '}${DILA} (Premier ministre)</dc:contributor>`,
    date === null ? '' : `<dc:date>modified ${date}</dc:date>`,
    `<dc:identifier>${number}</dc:identifier>`,
    '<dc:source>https://www.legifrance.gouv.fr/codes/id/A1, https://www.legifrance.gouv.fr/codes/id/A2</dc:source>',
    `<SurTitre>Fiche pratique</SurTitre><Audience>${audience}</Audience><Canal>www.service-public.fr</Canal>`,
    `<FilDAriane><Niveau ID="N10">Papiers</Niveau><Niveau ID="${number}" type="${type}">${title}</Niveau></FilDAriane>`,
    '<Theme ID="N10"><Titre>Papiers</Titre></Theme><SousThemePere ID="N11">Identité</SousThemePere>',
    `<DossierPere ID="N12"><Titre>Titres d’identité</Titre><SousDossier ID="N12-1"><Titre>Demander</Titre>${short.join('')}</SousDossier></DossierPere>`,
    body,
    `<${office} ID="R2" type="Local personnalisé sur SP"><Titre>Accueil</Titre><PivotLocal>${pivot}</PivotLocal><RessourceWeb URL="https://www.exemple.gouv.fr/"/><Source ID="R3">Ministère</Source></${office}>`,
    `</${name}>`,
  ].join('');
}

/** Sentences of ours, long enough to be looked up. */
export const PHRASES: readonly string[] = [
  'Le dossier se dépose au guichet sur rendez-vous, ou par courrier avec accusé de réception.',
  'Chaque pièce est présentée en original ; une copie est gardée pendant l’instruction de la demande.',
  'Le délai de réponse court à partir du jour où le dossier est complet, et non de son envoi.',
  'Une personne majeure peut en accompagner une autre si celle-ci ne peut pas se déplacer seule.',
  'La décision est notifiée par écrit et indique les voies et délais de recours.',
  'Le titre est remis en main propre contre la signature d’un récépissé daté.',
];

/** A body with all that a sheet may hold: tabs, cases, lists, tables, boxes, services, a glossary. */
export function fullBody(): string {
  const [filing, papers, delay, help, decision, handing] = PHRASES;
  return `<Avertissement ID="R9" date="2026-10-01"><Titre>Fermeture de décembre</Titre><Texte><Paragraphe>Le guichet ferme une semaine.</Paragraphe><Liste type="puce"><Item><Paragraphe>Du lundi au vendredi</Paragraphe></Item></Liste></Texte></Avertissement>
<Introduction><Texte><Paragraphe>${filing ?? ''}</Paragraphe></Texte></Introduction>
<ListeSituations affichage="onglet"><Situation><Titre>Première demande</Titre><Texte>
<Chapitre><Titre><Paragraphe>Pièces à fournir</Paragraphe></Titre><Paragraphe>Fournir 2 photos de moins de <Valeur>6 mois</Valeur> et payer <Valeur>25 €</Valeur> la 1<Exposant>re</Exposant> fois, voir <LienInterne LienPublication="F2" type="Fiche" audience="Particuliers">les photos</LienInterne> et <LienExterne URL="https://www.exemple.gouv.fr/photo">le guide</LienExterne>.</Paragraphe>
<Liste type="puce"><Item><Paragraphe>${papers ?? ''}</Paragraphe></Item></Liste>
<BlocCas affichage="radio"><Cas><Titre>Personne mineure</Titre><Paragraphe>${help ?? ''}</Paragraphe><OuSAdresser ID="R5" type="Local personnalisé sur SP"><Titre>Mairie</Titre><PivotLocal>mairie</PivotLocal><Texte><Paragraphe>Aux heures d’ouverture</Paragraphe></Texte></OuSAdresser></Cas></BlocCas></Chapitre></Texte></Situation></ListeSituations>
<Texte><Chapitre type="important"><Titre><Paragraphe>Délai</Paragraphe></Titre><Paragraphe>${delay ?? ''}</Paragraphe>
<SousChapitre><Titre><Paragraphe>Selon le titre</Paragraphe></Titre><Condition><estVrai var="T1"/></Condition><Paragraphe>${decision ?? ''}</Paragraphe></SousChapitre>
<Tableau><Titre>Tarifs</Titre><Colonne largeur="50" type="normal"/><Rangée type="normal"><Cellule fusionVerticale="2"><Paragraphe>Carte</Paragraphe></Cellule><Cellule><Paragraphe><Valeur>25 €</Valeur></Paragraphe></Cellule></Rangée></Tableau>
<ASavoir><Titre>À savoir</Titre><Paragraphe>${handing ?? ''}</Paragraphe></ASavoir><Exemple><Titre>Exemple</Titre><Liste type="caseACocher"><Item><Paragraphe>Carte perdue</Paragraphe></Item></Liste></Exemple><TitreFlottant><Paragraphe>Ensuite</Paragraphe></TitreFlottant>
<ServiceEnLigne ID="R7" URL="https://www.exemple.gouv.fr/demande" type="Formulaire" numerocerfa="12345*02"><Titre>Demander une carte</Titre><Source ID="R3">Ministère</Source><Introduction><Texte><Paragraphe>Avec un compte personnel</Paragraphe></Texte></Introduction><NoticeLiee ID="R8" URL="https://www.exemple.gouv.fr/notice.pdf" type="Notice" numerocerfa="54321*01" format="application/pdf" poids="51.1 KB">Notice de la demande</NoticeLiee><ServiceEnLigneAnnexe type="Formulaire annexe" numerocerfa="12346*01"><Titre>Feuille annexe</Titre><LienWeb URL="https://www.exemple.gouv.fr/annexe.pdf"/></ServiceEnLigneAnnexe></ServiceEnLigne></Chapitre></Texte>
<VoirAussi important="non"><Fiche ID="F2" audience="Particuliers"><Titre>Photos</Titre><Theme ID="N10"><Titre>Papiers</Titre></Theme></Fiche></VoirAussi>
<Definition ID="R6"><Titre>Récépissé</Titre><Texte><Paragraphe>Écrit qui prouve un dépôt</Paragraphe></Texte></Definition>`;
}

/** A small feed: sheets, a dossier, a resource and the indexes beside them. */
export function feedFiles(schema: '3.3' | '3.5' = '3.5'): Record<string, string> {
  const sheets: SheetText[] = [
    {
      number: 'F1',
      title: 'Carte d’identité : première demande',
      body: fullBody(),
      labels: { F1: 'Première demande', F2: 'Photos' },
    },
    { number: 'F2', title: 'Photos d’identité', pivot: 'mairie', importantChange: '2026-03-02' },
    {
      number: 'F3',
      title: 'Carte grise',
      date: '2026-11-23',
      pivot: 'sous_pref',
      body: `<Texte><Paragraphe>${PHRASES[1] ?? ''}</Paragraphe><Paragraphe>${PHRASES[2] ?? ''}</Paragraphe></Texte>`,
    },
    {
      number: 'N12',
      title: 'Titres d’identité',
      type: 'Dossier',
      body: '<SousDossier ID="N12-1"><Titre>Photos</Titre><Fiche ID="F2">Les photos</Fiche></SousDossier>',
    },
    {
      number: 'R7',
      title: 'Formulaire 12345*02 : Demander une carte',
      type: 'Formulaire',
      body: '<NumeroCerfa>12345*02</NumeroCerfa><LienWeb URL="https://www.exemple.gouv.fr/demande"><Source ID="R3">Ministère</Source></LienWeb>',
    },
  ];
  return {
    ...Object.fromEntries(sheets.map((sheet) => [`${sheet.number}.xml`, sheetXml({ schema, ...sheet })])),
    'redirections.xml':
      '<Redirections><Redirection from="F90" to="F91"/><Redirection from="F91" to="F1"/><Redirection from="F80" to="F81"/><Redirection from="F81" to="F80"/></Redirections>',
    'arborescence.xml':
      '<Arborescence><Item ID="N12" type="Dossier"><Titre>Titres d’identité</Titre><Item ID="F3" type="Fiche"><Titre>Carte grise d’un véhicule</Titre></Item></Item></Arborescence>',
    'idxDateModifImp.xml':
      '<Index><Publication ID="F3" date="2026-05-04"/><Publication ID="F2">2020-01-01</Publication></Index>',
    'menu.xml': '<Menu><Titre>Accueil</Titre></Menu>',
    'lisez-moi.txt': 'Rien à lire ici',
  };
}

/** Writes files under a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** One file of a zip, and what it lies about. */
export interface ZipEntry {
  readonly name: string;
  readonly text: string | Uint8Array;
  /** Bytes that it says it has, unpacked. */
  readonly claims?: number;
  /** As Unix writes it: `0o120777` is a symbolic link. */
  readonly mode?: number;
  readonly isEncrypted?: boolean;
  readonly crc?: number;
}

/** ISO day on which the files of the zips were last changed. */
export const ZIPPED_ON = '2026-11-24';
const DOS_DAY = ((2026 - 1980) << 9) | (11 << 5) | 24;

/** A zip of those entries, or of files by name. */
export function zipOf(files: readonly ZipEntry[] | Readonly<Record<string, string>>): Buffer {
  const entries = Array.isArray(files)
    ? (files as readonly ZipEntry[])
    : Object.entries(files as Readonly<Record<string, string>>).map(([name, text]) => ({ name, text }));
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const {
    name,
    text,
    claims,
    mode = 0o100644,
    isEncrypted = false,
    crc,
  } of entries as readonly ZipEntry[]) {
    const plain = Buffer.from(text as string);
    const packed = deflateRawSync(plain);
    const bytes = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x800 | (isEncrypted ? 1 : 0), 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt16LE(DOS_DAY, 8);
    head.writeUInt32LE(crc ?? crc32(plain), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claims ?? plain.length, 18);
    head.writeUInt16LE(bytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, bytes, packed]);
    const central = Buffer.alloc(42);
    central.writeUInt16LE(0x0314, 0);
    head.copy(central, 2, 0, 26);
    central.writeUInt32LE((mode << 16) >>> 0, 34);
    central.writeUInt32LE(offset, 38);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02'), central, bytes]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(centrals.length, 4);
  end.writeUInt16LE(centrals.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

/** The XML of a large sheet, each of its paragraphs in no other: what a whole feed is made of. */
export function largeSheet(number: string, bytes: number): string {
  const paragraphs: string[] = [];
  for (let length = 0, n = 0; length < bytes; n += 1) {
    const phrase = PHRASES[n % PHRASES.length] ?? '';
    const said = `${phrase} Règle ${number}-${String(n)}, <MiseEnEvidence>sauf exception</MiseEnEvidence>.`;
    const inner =
      n % 3 === 0
        ? `<Liste type="puce"><Item><Paragraphe>${said}</Paragraphe></Item></Liste>`
        : `<Paragraphe>${said}</Paragraphe>`;
    paragraphs.push(
      n % 12 === 0
        ? `<BlocCas affichage="radio"><Cas><Titre>Cas ${String(n)}</Titre>${inner}</Cas></BlocCas>`
        : inner,
    );
    length += Buffer.byteLength(inner);
  }
  return sheetXml({
    number,
    body: `<Texte><Chapitre><Titre><Paragraphe>Règles</Paragraphe></Titre>${paragraphs.join('')}</Chapitre></Texte>`,
  });
}

/** The whole text of what comes in pieces. */
export async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
