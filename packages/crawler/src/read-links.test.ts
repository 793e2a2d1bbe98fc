import { expect, test } from 'vitest';
import { read } from './testing-read.ts';

const HOME = 'https://www.exemple.gouv.fr';
const kinds = (html: string): unknown[] => read(html).links.map(({ kind, url }) => [kind, url]);
const detail = (html: string): string | undefined => read(`<main>${html}</main>`).links[0]?.detail;

test.each([
  ['/RAA', 'page', `${HOME}/RAA`],
  ['', 'page', `${HOME}/Demarches/Passeport`],
  ['http://exemple.pref.gouv.fr/index.php/RAA', 'page', `${HOME}/RAA`],
  ['#!/particuliers/page/F1342', 'page', `${HOME}/Demarches/Passeport#!/particuliers/page/F1342`],
  ['/a.pdf', 'document', `${HOME}/a.pdf`],
  ['https://www.service-public.gouv.fr/x#y', 'external', 'https://www.service-public.gouv.fr/x'],
  ['mailto:a@exemple.invalid', 'mail', null],
  ['TEL:+33199000000', 'phone', null],
  ['#suite', 'fragment', null],
  ['/Demarches/Passeport#suite', 'fragment', null],
  ['/RAA#suite', 'page', `${HOME}/RAA`],
  ['javascript:void(0)', 'other', null],
  ['http://', 'other', null],
])('%s is a link of kind %s', (href, kind, url) => {
  expect(kinds(`<a href="${href}">x</a>`)).toEqual([[kind, url]]);
});

test('links of comments, templates and scripts are none; those of maps, drawings and noscript are', () => {
  const html = `<!-- <a href="/1">x</a> --><template><a href="/2">x</a></template><script>'<a href="/3">'</script>
    <map><area href="/4" alt="Plan"></map><svg><a xlink:href="/5"><text>x</text></a></svg><noscript><a href="/6">x</a></noscript>
    <form action="/7"></form><a name="ancre">x</a>`;
  expect(read(html).links.map(({ href }) => href)).toEqual(['/4', '/5', '/6']);
  expect(read(html).links[0]?.text).toBe('Plan');
});

test('a drop-down list leads where its values are addresses of the site', () => {
  const html = `<select><option value="">Choisir<option value="/RAA/2026">2026<option value="https://exemple.gouv.fr/a.pdf">Arrêté
    <option value="75">Paris<option value="https://autre.fr/">Autre</select>`;
  expect(read(html).links.map(({ kind, url, text }) => [kind, url, text])).toEqual([
    ['page', `${HOME}/RAA/2026`, '2026'],
    ['document', `${HOME}/a.pdf`, 'Arrêté'],
  ]);
});

test('relative links start from the base that the page declares', () => {
  expect(kinds('<base href="/Publications/"><a href="RAA">x</a>')).toEqual([
    ['page', `${HOME}/Publications/RAA`],
  ]);
});

test.each(['data:text/html,x', 'JavaScript:0', 'http://[', ''])('a base such as « %s » is none', (href) => {
  expect(kinds(`<base href="${href}"><a href="/RAA">x</a>`)).toEqual([['page', `${HOME}/RAA`]]);
});

test('nor is that of a drawing', () => {
  expect(kinds('<svg><base href="https://autre.fr/"></base></svg><a href="/RAA">x</a>')).toEqual([
    ['page', `${HOME}/RAA`],
  ]);
});

test('a no-break space is a part of the address, as in browsers; other spaces around are not', () => {
  expect(kinds('<a href=" \t/RAA\n ">x</a><a href="/RAA&nbsp;">x</a>')).toEqual([
    ['page', `${HOME}/RAA`],
    ['page', `${HOME}/RAA%C2%A0`],
  ]);
});

test('attributes without value break no link', () => {
  expect(read('<a id= class="fr-link" href="/RAA">x</a>').links).toMatchObject([
    { href: '/RAA', text: 'x', line: 1 },
  ]);
});

test('a link is named by its label, its text and images, or its title', () => {
  const names = (html: string): string[] => read(html).links.map(({ text }) => text);
  expect(names('<a href=/ aria-label=" Accueil "><b>x</b></a>')).toEqual(['Accueil']);
  expect(names('<a href=/>Retour\n à <img alt="l’accueil"><i aria-hidden=true>home</i></a>')).toEqual([
    'Retour à l’accueil',
  ]);
  expect(names('<a href=/ title="Accueil"><img alt=""></a>')).toEqual(['Accueil']);
  expect(names('<a href=/><h3>Passeport</h3><p>Demande</p></a>')).toEqual(['Passeport Demande']);
});

test('a link stands in its closest landmark', () => {
  const html = `<body><a href=/1>1</a><div class="fr-header"><a href=/2>2</a><nav><a href=/3>3</a></nav></div>
    <main><header><a href=/4>4</a></header><aside><a href=/5>5</a></aside><nav><a href=/6>6</a></nav></main>
    <div id="main"><a href=/7>7</a></div><footer><a href=/8>8</a></footer></body>`;
  expect(read(html).links.map(({ zone }) => zone)).toEqual([
    'body',
    'header',
    'navigation',
    'main',
    'aside',
    'navigation',
    'main',
    'footer',
  ]);
});

test('a long href is cut, its address is not asked', () => {
  const [link] = read(`<a href="/${'a'.repeat(60_000)}">x</a>`).links;
  expect(link).toMatchObject({ kind: 'other', url: null });
  expect(link?.href).toHaveLength(500);
});

test.each([
  [
    '<a href="/a.pdf">Plan <span class="fr-link__detail">PDF - 0,81 Mb - 13/08/2026</span></a>',
    'Plan PDF - 0,81 Mb - 13/08/2026',
  ],
  [
    '<div><a href="/a.pdf">Plan</a><p class="fr-link__detail">PDF - 1 Mo</p><p>Autre texte</p></div>',
    'Plan PDF - 1 Mo',
  ],
  ['<a href="/a.pdf" title="format pdf - 0,20 Mb">Plan</a>', 'Plan format pdf - 0,20 Mb'],
  ['<li>Le <a href="/a.pdf">plan</a> (PDF, 1 Mo)</li>', 'plan Le (PDF, 1 Mo)'],
  ['<p><a href="/a.pdf">Plan</a> (PDF, 1 Mo) <a href="/b.pdf">Carte</a> (PDF, 2 Mo)</p>', 'Plan (PDF, 1 Mo)'],
  [
    '<div class="fr-card"><h3><a href="/a.pdf">Plan</a></h3><p class="fr-card__detail">PDF - 1 Mo</p></div>',
    'Plan PDF - 1 Mo',
  ],
  ['<table><tr><td><a href="/a.pdf">Plan</a><br>PDF, 1 Mo<td>2 Mo</table>', 'Plan PDF, 1 Mo'],
  ['<div><a href="/a.pdf">Plan</a><p>Réunion du 13/08/2026</p></div>', 'Plan'],
])('%s tells « %s » of its document', (html, expected) => {
  expect(detail(html)).toBe(expected);
});

test('only documents have a detail', () => {
  expect(detail('<li><a href="/RAA">Recueils</a> (12 pages)</li>')).toBe('');
});

test('frames, refreshes and what the head says is next lead somewhere; scripts and icons do not', () => {
  const { leads } = read(`<head><link rel="next" href="/suite"><link rel="icon" href="/i.png">
    <link rel="alternate" hreflang="en" href="/en"><link rel="alternate" type="application/rss+xml" href="/rss.xml">
    <meta http-equiv="refresh" content="5; url='/ailleurs'"></head>
    <iframe src="/carte"></iframe><iframe srcdoc="x" src="/non"></iframe><object data="/plan.pdf"></object>
    <embed src="/embed"><iframe src="https://autre.fr/"></iframe><script src="/s.js"></script>`);
  expect(leads.map(({ kind, url, isFrame }) => [kind, url?.slice(HOME.length), isFrame])).toEqual([
    ['page', '/suite', false],
    ['page', '/en', false],
    ['page', '/ailleurs', false],
    ['page', '/carte', true],
    ['document', '/plan.pdf', true],
    ['page', '/embed', true],
  ]);
});

test.each([
  ['<link rel="canonical" href="/index.php/Passeport">', `${HOME}/Passeport`],
  ['<link rel="canonical" href="">', null],
  ['<link rel="canonical" href="https://autre.fr/">', null],
  ['<a rel="canonical" href="/x">', null],
])('%s declares %s', (html, expected) => {
  expect(read(html).canonical).toBe(expected);
});

test('a link keeps the other name that it gives a page, codes aside', () => {
  const spelling = (href: string): unknown => read(`<a href="${href}">x</a>`).links[0]?.spelling?.url;
  expect(spelling('http://exemple.pref.gouv.fr/index.php/RAA#x')).toBe(
    'http://exemple.pref.gouv.fr/index.php/RAA',
  );
  expect(spelling('/RAA;jsessionid=0A1B')).toBe(`${HOME}/RAA;jsessionid=*`);
  expect(spelling('/RAA/%28offset%29/10')).toBeUndefined();
  expect(spelling('/RAA')).toBeUndefined();
  expect(spelling('https://a:b@www.exemple.gouv.fr/RAA')).toBeUndefined();
});

test('an attribute without a value hides no link', () => {
  expect(kinds('<a id= class="x" href="/RAA">x</a>')).toEqual([['page', `${HOME}/RAA`]]);
});
