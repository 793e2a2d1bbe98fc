import { expect, test } from 'vitest';
import type { FeedSheet } from './feed-sheet.ts';
import { fullBody, PHRASES, sheetXml, type SheetText } from './feed-testing.ts';
import { readFeedXml } from './feed-xml.ts';

async function document(xml: string, name = 'F1.xml') {
  const read = await readFeedXml(name, [Buffer.from(xml)]);
  if (read.kind !== 'sheet') throw new Error(`${read.kind} is no sheet`);
  return read;
}

const sheet = async (text: Partial<SheetText> = {}): Promise<FeedSheet> =>
  (await document(sheetXml({ number: 'F1', ...text }))).sheet;

const full = (schema: '3.3' | '3.5' = '3.5'): Promise<FeedSheet> =>
  sheet({ schema, body: fullBody(), labels: { F1: 'Première demande', F2: 'Photos' } });

/** The paragraph that begins so, with what is said of it. */
function paragraph({ paragraphs }: FeedSheet, start: string): string {
  const found = paragraphs.filter(({ text }) => text.startsWith(start));
  return found
    .map(
      ({ kind, isConditional, isLocal }) => `${kind}${isConditional ? ' if' : ''}${isLocal ? ' local' : ''}`,
    )
    .join(', ');
}

test('a sheet says who it is, without the word before its date', async () => {
  const { paragraphs, links, ...said } = await sheet({
    title: 'Carte d’identité &amp; passeport',
    importantChange: '2026-03-02',
    labels: { F1: 'Première demande', F2: 'Photos' },
  });
  expect(paragraphs).toHaveLength(2);
  expect(links).toEqual([]);
  expect(said).toEqual({
    number: 'F1',
    audience: 'particuliers',
    schema: '3.5',
    type: "Fiche d'information conditionnée",
    title: 'Carte d’identité & passeport',
    shortTitles: ['Première demande'],
    description: 'Résumé de Carte d’identité & passeport',
    date: '2026-11-20',
    importantChange: '2026-03-02',
    url: 'https://www.service-public.gouv.fr/particuliers/vosdroits/F1',
    contributor: 'Service Public / Direction de l’information légale et administrative (Premier ministre)',
    sources: ['https://www.legifrance.gouv.fr/codes/id/A1', 'https://www.legifrance.gouv.fr/codes/id/A2'],
    theme: { number: 'N10', title: 'Papiers' },
    parents: [
      { kind: 'theme', number: 'N10', title: 'Papiers', sheets: [] },
      { kind: 'sub-theme', number: 'N11', title: 'Identité', sheets: [] },
      {
        kind: 'dossier',
        number: 'N12',
        title: 'Titres d’identité',
        sheets: [
          { number: 'F1', label: 'Première demande' },
          { number: 'F2', label: 'Photos' },
        ],
      },
    ],
    warnings: [],
    values: [],
    services: [],
    pivots: ['prefecture'],
    targets: [],
    cerfa: null,
  });
});

test('schemas 3.3 and 3.5 give the same sheet, but for the host and the mention', async () => {
  const { url, contributor, schema, ...older } = await full('3.3');
  expect([url, contributor, schema]).toEqual([
    'https://www.service-public.fr/particuliers/vosdroits/F1',
    'Direction de l’information légale et administrative (Premier ministre)',
    '3.3',
  ]);
  expect(await full()).toMatchObject(older);
});

test('each stretch of text says what it is, if it depends on a situation, and if it tells where to go', async () => {
  const read = await full();
  const [filing = '', papers = '', delay = '', help = '', decision = '', handing = ''] = PHRASES;
  expect(paragraph(read, filing)).toBe('introduction');
  expect(paragraph(read, papers)).toBe('item if');
  expect(paragraph(read, delay)).toBe('paragraph');
  expect(paragraph(read, help)).toBe('paragraph if');
  expect(paragraph(read, decision)).toBe('paragraph if');
  expect(paragraph(read, handing)).toBe('note');
  expect(paragraph(read, 'Première demande')).toBe('title if');
  expect(paragraph(read, 'Personne mineure')).toBe('title if');
  expect(paragraph(read, 'Délai')).toBe('title');
  expect(paragraph(read, 'Ensuite')).toBe('title');
  expect(paragraph(read, 'Carte perdue')).toBe('item');
  expect(paragraph(read, 'Carte')).toBe('cell, item');
  expect(paragraph(read, 'Avec un compte')).toBe('service');
  expect(paragraph(read, 'Le guichet ferme')).toBe('warning');
  expect(paragraph(read, 'Du lundi')).toBe('warning');
  expect(paragraph(read, 'Écrit qui prouve')).toBe('definition');
  expect(paragraph(read, 'Aux heures')).toBe('paragraph if local');
  expect(paragraph(read, 'Mairie')).toBe('title if local');
  expect(paragraph(read, 'Accueil')).toBe('title local');
});

test('a condition told after a title holds for the title too, and for nothing outside', async () => {
  const read = await full();
  expect(paragraph(read, 'Selon le titre')).toBe('title if');
  expect(paragraph(read, 'Tarifs')).toBe('title');
});

test('what leads elsewhere, or names a service, is no text of the sheet', async () => {
  const texts = (await full()).paragraphs.map(({ text }) => text);
  for (const text of [
    'Demander une carte',
    'Notice de la demande',
    'Ministère',
    'mairie',
    'Papiers',
    'Photos',
  ])
    expect(texts).not.toContain(text);
});

test('the text of links, figures and exponents stays within its sentence', async () => {
  expect((await full()).paragraphs.map(({ text }) => text)).toContain(
    'Fournir 2 photos de moins de 6 mois et payer 25 € la 1re fois, voir les photos et le guide.',
  );
});

test('services come with their number, address and form, and with their notices and annexes', async () => {
  const { services } = await full();
  expect(services).toEqual([
    {
      number: 'R7',
      title: 'Demander une carte',
      url: 'https://www.exemple.gouv.fr/demande',
      type: 'Formulaire',
      cerfa: '12345*02',
    },
    {
      number: 'R8',
      title: 'Notice de la demande',
      url: 'https://www.exemple.gouv.fr/notice.pdf',
      type: 'Notice',
      cerfa: '54321*01',
    },
    {
      number: null,
      title: 'Feuille annexe',
      url: 'https://www.exemple.gouv.fr/annexe.pdf',
      type: 'Formulaire annexe',
      cerfa: '12346*01',
    },
  ]);
});

test('amounts, durations, offices, links and the dated notice are kept apart', async () => {
  const { values, pivots, links, warnings } = await full();
  expect(values).toEqual(['6 mois', '25 €']);
  expect(pivots).toEqual(['mairie', 'prefecture']);
  expect(links).toEqual([
    { text: 'les photos', url: null, number: 'F2' },
    { text: 'le guide', url: 'https://www.exemple.gouv.fr/photo', number: null },
  ]);
  expect(warnings).toEqual([
    {
      title: 'Fermeture de décembre',
      text: 'Le guichet ferme une semaine.\nDu lundi au vendredi',
      date: '2026-10-01',
    },
  ]);
});

test('a resource says where it really leads, and its form', async () => {
  const read = await sheet({
    number: 'R7',
    type: 'Formulaire',
    body: '<NumeroCerfa>12345*02</NumeroCerfa><LienWeb URL="https://www.exemple.gouv.fr/f" format="pdf"/>',
  });
  expect([read.number, read.cerfa, read.targets]).toEqual([
    'R7',
    '12345*02',
    ['https://www.exemple.gouv.fr/f'],
  ]);
});

test('a resource of several themes is of the first, and a theme is named without its audience', async () => {
  const theme = (name: string): string =>
    `<Theme ID="N9"><Titre>${name}</Titre><Audience>Particuliers</Audience></Theme>`;
  const xml = `<ServiceComplementaire ID="R7">${theme('Transports')}${theme('Étranger')}</ServiceComplementaire>`;
  expect((await document(xml)).sheet.theme).toEqual({ number: 'N9', title: 'Transports' });
});

test('the labels that a dossier gives are handed on, the titles of lists of links are not', async () => {
  const body = `${fullBody()}<SousDossier ID="N1-1"><Titre>Autres</Titre><Fiche ID="F3">Perte</Fiche></SousDossier><Fiche ID="F4">Vol</Fiche>`;
  const { labels } = await document(sheetXml({ number: 'N1', body }));
  expect(labels).toEqual([
    ['F3', 'Perte'],
    ['F4', 'Vol'],
  ]);
});

test('what a sheet leaves out is told as absent, never guessed', async () => {
  const { sheet: read } = await document(
    '<Publication><dc:identifier>F9</dc:identifier></Publication>',
    'x.xml',
  );
  expect(read).toMatchObject({
    number: 'F9',
    audience: 'particuliers',
    schema: '',
    type: '',
    title: '',
    date: null,
    importantChange: null,
    url: null,
    contributor: null,
    sources: [],
    theme: null,
    parents: [],
    paragraphs: [],
  });
  expect(await sheet({ root: { spUrl: null }, date: null })).toMatchObject({ url: null, date: null });
});

test('a number comes from the root, else from the identifier, else from the file; without any it is no sheet', async () => {
  const numberOf = async (xml: string, name: string): Promise<string> =>
    (await document(xml, name)).sheet.number;
  expect(
    await numberOf('<Publication ID="F1"><dc:identifier>F2</dc:identifier></Publication>', 'F3.xml'),
  ).toBe('F1');
  expect(await numberOf('<Publication ID="x"/>', 'part/F3.xml')).toBe('F3');
  const nameless = readFeedXml('autre.xml', [Buffer.from('<Publication/>')]);
  expect(await nameless).toEqual({ kind: 'other' });
});

test.each([
  ['modified 2026-02-28', '2026-02-28'],
  ['2026-02-28', '2026-02-28'],
  ['modified 2026-02-29', null],
  ['modified', null],
])('of the date « %s », the day is %s', async (written, day) => {
  const xml = `<Publication ID="F1"><dc:date>${written}</dc:date></Publication>`;
  expect((await document(xml)).sheet.date).toBe(day);
});

test.each([
  ['<Audience>Professionnels</Audience>', '', 'professionnels'],
  ['<Audience>Associations</Audience>', '', 'associations'],
  ['', 'https://entreprendre.service-public.gouv.fr/vosdroits/F1', 'professionnels'],
  ['', 'https://www.service-public.fr/professionnels-entreprises/vosdroits/F1', 'professionnels'],
  ['', 'https://www.service-public.fr/associations/vosdroits/F1', 'associations'],
  ['<Theme><Audience>Professionnels</Audience></Theme>', '', 'particuliers'],
])('the audience is said by %s%s: %s', async (body, url, audience) => {
  const xml = `<Publication ID="F1" spUrl="${url}">${body}</Publication>`;
  expect((await document(xml)).sheet.audience).toBe(audience);
});

test('only web addresses are kept: the rest might be run by who follows it', async () => {
  const body =
    '<Texte><Paragraphe><LienExterne URL="javascript:alert(1)">ici</LienExterne> <LienInterne LienPublication="../F1">là</LienInterne></Paragraphe></Texte><LienWeb URL="file:///etc"/>';
  const read = await sheet({ body, root: { spUrl: 'data:text/html,x' } });
  expect([read.links, read.targets, read.url]).toEqual([[], [], null]);
  expect(paragraph(read, 'ici là')).toBe('paragraph');
});

test('an accented element is the same whichever way its accent is written', async () => {
  const table = (row: string): string =>
    `<Texte><Tableau><${row}><Cellule>Sans paragraphe</Cellule></${row}></Tableau></Texte>`;
  for (const form of ['NFC', 'NFD']) {
    const { sheet: read, unknown } = await document(
      sheetXml({ number: 'F1', body: table('Rangée'.normalize(form)) }),
    );
    expect(paragraph(read, 'Sans paragraphe')).toBe('cell');
    expect(unknown).toEqual([]);
  }
});

test('an element of a later schema is read as text, and told', async () => {
  const body = '<Texte><Encart><Paragraphe>Du texte</Paragraphe></Encart></Texte>';
  const { sheet: read, unknown } = await document(sheetXml({ number: 'F1', body }));
  expect(paragraph(read, 'Du texte')).toBe('paragraph');
  expect(unknown).toEqual(['Encart']);
});

test('a guided search shows its questions according to the answers', async () => {
  const body =
    '<Problematiques><Problematique><Titre>Perte du titre</Titre><SiSelectionne><affecteVrai var="T1"/></SiSelectionne><Branche><Titre>À l’étranger</Titre></Branche></Problematique></Problematiques>';
  const read = await sheet({ body });
  expect(paragraph(read, 'Perte')).toBe('title if');
  expect(paragraph(read, 'À l’étranger')).toBe('title if');
});
