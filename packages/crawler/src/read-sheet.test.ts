import { expect, test } from 'vitest';
import type { SheetMarks } from './facts.ts';
import { readSheetView } from './read.ts';

const DILA = 'Direction de l’information légale et administrative (Premier ministre)';
const PAGE = 'https://www.exemple.gouv.fr/Demarches/Passeport';
const marks = (main: string, url = PAGE): SheetMarks =>
  readSheetView(`<main>${main}</main><footer>Pied</footer>`, url).sheet;
const block = (inside: string): SheetMarks =>
  marks(`<div id="comarquage" class="comarquage">${inside}</div>`);

test.each([
  [`${PAGE}?xml=F1342`, 'F1342'],
  [`${PAGE}?idtf=1&xml=R38705.xml&xsl=SLF02.xsl`, 'R38705'],
  ['https://www.exemple.gouv.fr/Service-Public/voir/F17164', 'F17164'],
  [`${PAGE}#!/particuliers/page/F10009`, 'F10009'],
  [`${PAGE}#!/Particuliers/page/N358`, 'N358'],
  [`${PAGE}#N20306`, 'N20306'],
  [`${PAGE}/F12345678`, null],
  [`${PAGE}/Formulaire-F1342-2026`, null],
  [`${PAGE}?page=F1342`, null],
])('%s holds the number %s', (url, number) => {
  expect(marks('', url).number).toBe(number);
});

test('an attribute holds the number, unless the page lists several', () => {
  expect(marks('<div data-fiche="F1342"></div>').number).toBe('F1342');
  expect(marks('<div data-fiche="F1342"></div><div data-fiche="F1343"></div>').number).toBeNull();
});

test('sheets are linked under old and new hosts; home pages, menus and noscript link none', () => {
  const html = `<a href="https://www.service-public.gouv.fr/particuliers/vosdroits/F2"></a>
    <a href="https://entreprendre.service-public.fr/vosdroits/F1?x"></a><a href="http://vosdroits.service-public.fr/particuliers/N3.xhtml"></a>
    <a href="https://www.service-public.gouv.fr/P10007"></a><a href="https://service-public.gouv.fr.evil.fr/F9"></a>
    <noscript><a href="https://www.service-public.gouv.fr/particuliers/vosdroits/F8"></a></noscript>`;
  expect(marks(html).linked).toEqual(['F1', 'F2', 'N3']);
  expect(
    readSheetView('<nav><a href="https://www.service-public.fr/vosdroits/F1">x</a></nav><main></main>', PAGE)
      .sheet.linked,
  ).toEqual([]);
});

test('containers of known implementations are seen', () => {
  expect(block('').container).toBe('#comarquage');
  expect(marks('<p class="spPublicationDate">x</p>').container).toBe('.spPublicationDate');
  expect(marks('<p class="sponsor spaced">x</p>').container).toBeNull();
});

test.each([
  [`Vérifié le 20 juin 2017 - ${DILA}`, '2017-06-20'],
  [`Vérifié le 18/05/2022 - ${DILA.replace('’', "'")}`, '2022-05-18'],
  [`Vérifié le 18 octobre 2017 - ${DILA.toUpperCase()}`, '2017-10-18'],
  [`Mis à jour le 2016-12-13 par ${DILA}`, '2016-12-13'],
  [`<span>Vérifié le 1<sup>er</sup> août 2026</span> <br>Service Public / ${DILA}`, '2026-08-01'],
  ['Vérifié le 3 mars 2017 par la DILA', '2017-03-03'],
  [`Vérifié le 32/13/2026 - ${DILA}`, null],
])('« %s » names its source and the day %s', (line, date) => {
  for (const found of [block(`<p>${line}</p>`), marks(`<p>${line}</p>`)]) {
    expect(found.publisher?.inBlock).toBe(true);
    expect(found.verified?.date).toBe(date);
  }
});

test('the publisher may be in a title, with its date in the text', () => {
  expect(marks(`<p class="spPublicationDate" title="${DILA}">Mis à jour le 3 mars 2017</p>`)).toMatchObject({
    publisher: { text: DILA, inBlock: true },
    verified: { date: '2017-03-03' },
  });
});

test('a raw value of the feed is no date, and is told', () => {
  const found = marks(`<p>Mis à jour le modified 2016-12-13 par ${DILA}</p>`);
  expect(found.rawDate?.text).toBe('modified 2016-12-13');
  expect(found.verified).toMatchObject({ text: 'Mis à jour le modified 2016-12-13', date: null });
});

test('a publisher in the footer is outside the sheet, and so is one beside a marked block', () => {
  const footer = readSheetView(
    `<main><div id="comarquage">x</div></main><footer>© ${DILA}</footer>`,
    PAGE,
  ).sheet;
  expect(footer.publisher).toMatchObject({ inBlock: false, zone: 'footer' });
  expect(marks(`<div id="comarquage">x</div><p>${DILA}</p>`).publisher).toMatchObject({
    inBlock: false,
    zone: 'main',
  });
});

test('dila inside a word names nobody', () => {
  expect(marks('<p>La dilatation du béton</p>').publisher).toBeNull();
});

test('the date closest to the publisher is the sheet’s; the annuaire’s and the CMS’s are not', () => {
  const html = `<p>Vérifié le 01/01/2020 par la mairie</p><p>Vérifié le 02/02/2021</p><p>x</p><p>y</p><p>Vérifié le 03/03/2022</p><p>${DILA}</p>`;
  expect(block(html).verified?.date).toBe('2022-03-03');
  expect(block(`<p>Vérifié le 01/01/2020 par la mairie</p><p>${DILA}</p>`).verified).toBeNull();
  expect(marks(`<p>Mis à jour le 03/08/2026</p><p>${DILA}</p>`).verified).toBeNull();
});

test('outside a block, a date two paragraphs away is beside the publisher, three is not', () => {
  expect(marks(`<p>Vérifié le 03/08/2026</p><p>x</p><p>${DILA}</p>`).verified?.date).toBe('2026-08-03');
  expect(marks(`<p>Vérifié le 03/08/2026</p><p>x</p><p>y</p><p>${DILA}</p>`).verified).toBeNull();
});

test('Service-Public is named in the sheet or in the footer, by its name or a link', () => {
  expect(block('<p>Source : Service-Public</p>').namesServicePublic).toBe(true);
  expect(block('<a href="https://www.service-public.gouv.fr/">Source</a>').namesServicePublic).toBe(true);
  expect(
    readSheetView('<main></main><footer><a>service-public.gouv.fr</a></footer>', PAGE).sheet
      .namesServicePublic,
  ).toBe(true);
  expect(block('<p>Les services publics du département</p>').namesServicePublic).toBe(false);
  expect(marks('<div id="comarquage">x</div><p>Service-Public</p>').namesServicePublic).toBe(false);
});

test('of what a widget shows, the text and the links of the main part are kept', () => {
  const { passages, links } = readSheetView(
    '<nav><a href="/">Accueil</a></nav><main><div id="comarquage"><h2>Passeport</h2><p>Voir <a href="/Demarches">la démarche</a>, <a href="mailto:a@exemple.gouv.fr">écrire</a>.</p></div></main>',
    `${PAGE}#!/particuliers/page/F1342`,
  );
  expect(passages.map(({ text, inSheet }) => [text, inSheet])).toEqual([
    ['Passeport', true],
    ['Voir la démarche, écrire.', true],
  ]);
  expect(links).toEqual([{ url: 'https://www.exemple.gouv.fr/Demarches', text: 'la démarche' }]);
});
