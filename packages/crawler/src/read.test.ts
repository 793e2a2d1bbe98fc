import { expect, test } from 'vitest';
import { mainText } from './read-passages.ts';
import { read } from './testing-read.ts';

test('the title is the first of the document, not a drawing’s', () => {
  expect(read('<svg><title>Icône</title></svg><title> Passeport\n - Site </title>')).toMatchObject({
    title: 'Passeport - Site',
  });
  expect(read('<title>A</title><title>B</title>')).toMatchObject({ title: 'A', otherTitle: 'B' });
});

test('an empty title is none', () => {
  expect(read('<title>  </title>').title).toBeNull();
  expect(read('<p>x').title).toBeNull();
});

test('hostile titles stay text; an endless one is cut with a mark', () => {
  expect(read('<title>"><img src=x onerror=alert(1)></title>').title).toBe('"><img src=x onerror=alert(1)>');
  expect(read(`<title>${'a'.repeat(1_000)}</title>`).title).toHaveLength(1_000);
  expect(read(`<title>${'a'.repeat(1_000_000)}</title>`).title).toBe(`${'a'.repeat(999)}…`);
});

test('the language is that of the whole page', () => {
  expect(read('<html lang=" fr "><p lang="en">x').lang).toBe('fr');
  expect(read('<html lang=""><p lang="en">x').lang).toBeNull();
  expect(read('<p lang="en">x').lang).toBeNull();
});

test('headings have the level they are given, by name or by role', () => {
  const html = `<main>\n<h1 class="">Un <em>titre</em></h1><div role="heading" aria-level="7">b</div><h3 role="heading" aria-level="2">c</h3>
    <p role="heading">d</p><h2 role="presentation">e</h2><h4></h4><noscript><h5>f</h5></noscript></main>`;
  const { headings } = read(html);
  expect(headings.map(({ level, text }) => [level, text])).toEqual([
    [1, 'Un titre'],
    [7, 'b'],
    [2, 'c'],
    [2, 'd'],
    [4, ''],
  ]);
  expect(headings[0]).toMatchObject({ line: 2, zone: 'main', selector: 'h1' });
});

test.each([
  '<nav class="fr-breadcrumb" aria-label="vous êtes ici :"><button>Voir le fil d’Ariane</button><ol><li><a href=/>Accueil</a><li> Visa </ol></nav>',
  '<nav aria-label="Fil d’Ariane"><ul><li>Accueil &gt;<li>Visa</ul></nav>',
  '<ol itemtype="https://schema.org/BreadcrumbList"><li>Accueil</li><li>Visa</li></ol>',
  '<div class="breadcrumb"><a href=/>Accueil</a> › Visa</div>',
])('the breadcrumb is read: %s', (html) => {
  expect(read(html).breadcrumb).toEqual(['Accueil', 'Visa']);
});

test('a page without breadcrumb has none', () => {
  expect(read('<nav aria-label="Menu"><ul><li>Accueil</ul></nav>').breadcrumb).toEqual([]);
});

test('the page’s date is the main part’s, even in two cells', () => {
  const html =
    '<div>Mis à jour le 01/01/2020</div><main><dl><dt>Mis à jour le</dt><dd>03/08/2026</dd></dl></main>';
  expect(read(html).updated).toMatchObject({
    text: 'Mis à jour le 03/08/2026',
    date: '2026-08-03',
    zone: 'main',
  });
  expect(read('<p>Modifié le <time>3 août 2026</time></p>').updated?.date).toBe('2026-08-03');
});

test.each([
  '<footer><p>Mis à jour le 03/08/2026</p></footer>',
  '<main><div class="fr-card"><p>Mis à jour le 03/08/2026</p></div></main>',
  '<main><p><a href="/a.pdf">Plan</a> - mis à jour le 03/08/2026</p></main>',
  '<main><div class="comarquage"><p>Mis à jour le 03/08/2026</p></div></main>',
  '<main><p>Mis à jour le 03/08/2026 par Direction de l’information légale et administrative</p></main>',
  '<main><p>Publié le 03/08/2026</p></main>',
])('no date of the page: %s', (html) => {
  expect(read(html).updated).toBeNull();
});

test('the text is that of the main part, as shown, without what only scripts hold', () => {
  const html = `<header>Menu</header><main><h1>Passe<b>port</b></h1><ul><li>un<li>deux</ul><script>x</script><style>y</style>
    <template>z</template><noscript>n</noscript><select><option>o</select></main>`;
  expect(mainText(read(html))).toBe('Passeport un deux');
  expect(mainText(read('<header>Menu</header><div>Texte</div><footer>Pied</footer>'))).toBe('Texte');
});

test('the text is cut at 60,000 characters', () => {
  expect(mainText(read(`<main>${'a'.repeat(60_000)}</main>`))).toMatch(/a$/);
  expect(mainText(read(`<main>${'a'.repeat(60_001)}</main>`))).toHaveLength(60_000);
});

test('a view says which page it shows', () => {
  expect(read('', { path: '/RAA/(offset)/10' }).viewOf).toBe('https://www.exemple.gouv.fr/RAA');
  expect(read('', { path: '/RAA' }).viewOf).toBeNull();
});

test('facts survive JSON', () => {
  const facts = read(
    '<title>x</title><main><h1>x</h1><a href="/a.pdf">x</a><p>Mis à jour le 3 mai 2026</p></main>',
  );
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
});

/** In milliseconds; the slowest takes three seconds on a busy machine. The bound is against freezing. */
const LIMIT = 20_000;
const many = (count: number, item: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => item(at)).join('');

test.each<[string, string, number]>([
  ['2,000 levels', '<div>'.repeat(2_000) + '<a href="/x">x</a>', 1],
  ['a million levels', '<div>'.repeat(1_000_000), 0],
  ['paragraphs in ever more formats', many(50_000, (at) => `<p><b title="${String(at)}">x`), 0],
  ['100,000 attributes', `<a href="/x"${many(100_000, (at) => ` a${String(at)}="1"`)}>x</a>`, 1],
  [
    '20,000 links on one line',
    many(20_000, (at) => `<a href="/${String(at)}.pdf">x</a> (PDF, 1 Mo) `),
    20_000,
  ],
  ['8 MB without a space', `<main><p>${'a'.repeat(8_000_000)}</p></main>`, 0],
  ['half a million separators', `<p>${'accessibilité | '.repeat(500_000)}</p>`, 0],
])('%s do not hold up reading', (_, html, links) => {
  const start = performance.now();
  expect(read(html).links).toHaveLength(links);
  expect(performance.now() - start).toBeLessThan(LIMIT);
});
