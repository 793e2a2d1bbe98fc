import { casesOf, type Case } from './case.ts';

/** A bar held to the window, with nothing of its own behind its links, over the first part of the page. */
const bar = (hero: string, looks = ''): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Le village - Commune d’Exemple</title><style>body{margin:0;background:#f4f4ef;color:#222}.bar{position:fixed;inset:0 0 auto 0;z-index:5;padding:12px;${looks}}.bar a{color:#fff}.hero{height:420px;${hero}}</style></head><body><header class="bar"><a href="/demarches">Les démarches</a></header><main><div class="hero"></div><h1>Le village</h1><p style="margin-bottom:1500px">La mairie ouvre le lundi matin et le jeudi après-midi.</p><p>Voir le plan.</p></main></body></html>`;
const steps =
  '<style>.name{font-size:1rem}@media (min-width:1000px){.name{font-size:2rem}}</style><p class="name">Commune d’Exemple</p>';
const search = (box: string, before: string): string =>
  `<style>.box{background:#fff;padding:10px 10px 90px;${box}}.row{display:flex;gap:12px}.row input{flex:1;border:0;outline:0;background:transparent;padding:12px 0}.row input:focus{outline:2px solid #00f}</style><form role="search" action="/r"><div class="box"><div class="row">${before}<input type="search" name="q" aria-label="Rechercher" placeholder="Que cherchez-vous ?"></div></div><button>Rechercher</button></form>`;
const magnifier =
  '<svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="#444" aria-hidden="true"><circle cx="11" cy="11" r="7"/><path d="M20 20l-4-4"/></svg>';
const linked = (alt: string, file: string): string =>
  `<p><a href="/patrimoine"><img src="${file}" alt="${alt}" width="90" height="60"></a></p>`;

/** Dates of a place, each of which brings its own text once the one before has faded out. */
const dates = `<style>.era.out{opacity:0}</style><div id="dates"><button type="button">1050</button> <button type="button">1791</button></div><div class="era" id="era"><p id="told">Une chapelle est bâtie au bord du fleuve.</p></div><script>const told = document.getElementById('told');
const era = document.getElementById('era');
const texts = ['Une chapelle est bâtie au bord du fleuve.', 'La chapelle devient l’église du village.'];
[...document.querySelectorAll('#dates button')].forEach((button, at) => button.addEventListener('click', () => { era.classList.add('out'); setTimeout(() => { told.textContent = texts[at]; era.classList.remove('out') }, DELAY) }));</script>`;

/** A field or a sign of a header that has no ground of its own, laid over the first part of the page. */
const laid = (header: string, hero = '<div class="hero"></div>'): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Le village - Commune d’Exemple</title><style>body{margin:0;background:#f4f4ef;color:#222}.top{position:absolute;inset:0 0 auto 0;z-index:5;padding:12px;color:#fff}.hero{height:320px;background:#203040}.hero img{width:100%;height:320px}.top input{border:1px solid #fff;background:transparent;color:#fff}.top input::placeholder{color:#eee}.top button{background:none;border:0;color:#fff}</style></head><body><header class="top">${header}</header><main>${hero}<h1>Le village</h1><p>La mairie ouvre le lundi matin et le jeudi après-midi.</p></main></body></html>`;
const whiteField =
  '<form role="search" action="/r"><label for="q">Rechercher</label> <input id="q" name="q" placeholder="Permis, déchets"> <button>OK</button></form>';
const dark =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3Crect width='9' height='9' fill='%23203040'/%3E%3C/svg%3E";
const whiteSign =
  '<button type="button" aria-label="Ouvrir le menu"><svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="#fff" stroke-width="3" aria-hidden="true"><path d="M3 6h18M3 12h18"/></svg></button>';
const onPicture = (looks: string, form: string): string =>
  `<style>.shown{position:relative;height:300px}.shown img{position:absolute;inset:0;width:100%;height:100%}.shown form{position:relative;padding:120px 40px}.shown input{${looks}}</style><div class="shown"><img alt="" src="${dark}"><form action="/r">${form}</form></div>`;

/** What town halls put on line, in our own words. */
export const townPages: readonly Case[] = [
  ...casesOf('axe/color-contrast', '3.2', {
    failed: [
      { title: 'white links of a fixed bar over a pale ground', html: bar('') },
      {
        title: 'white links of a fixed bar with a pale ground of its own',
        html: bar('background:#203040', 'background:#e6e6e6'),
      },
      {
        title: 'white links of a fixed bar without a ground, over a pale first part drawn by a gradient',
        html: bar('background:linear-gradient(#ddd,#eee)'),
      },
    ],
    passed: [
      {
        title: 'white links of a fixed bar without a ground, over the dark first part of the page',
        html: bar('background:#203040'),
      },
      {
        title: 'the same, over a dark first part drawn by a gradient',
        html: bar('background:linear-gradient(#203040,#102030)'),
      },
    ],
  }),
  ...casesOf('disclosure-state', '7.1', {
    inapplicable: [60, 90, 130, 320].map((delay) => ({
      title: `dates that bring their own text, faded in after ${String(delay)} ms`,
      body: dates.replace('DELAY', String(delay)),
    })),
    failed: [
      {
        title: 'a button that hides a text open from the start, and says nothing of it',
        body: `<button type="button" id="b">Horaires d’été</button><p id="p">La mairie ouvre de 8 h à 13 h en juillet et en août.</p><script>document.getElementById('b').addEventListener('click', () => { const p = document.getElementById('p'); p.hidden = !p.hidden })</script>`,
      },
    ],
  }),
  ...casesOf('text-zoom-200', '10.4', {
    passed: [
      { title: 'a name that the sheet makes larger, by a step in rem, on large windows', body: steps },
    ],
    failed: [
      {
        title: 'a name whose size is a share of the window, whatever the window',
        body: '<p style="font-size:2.4vw">Commune d’Exemple</p>',
      },
    ],
    doubt: [
      {
        title: 'a name that a step makes more than twice as large',
        body: '<style>.name{font-size:14px}@media (min-width:1000px){.name{font-size:40px}}</style><p class="name">Commune d’Exemple</p>',
      },
    ],
  }),
  ...casesOf('html-validity', '8.2', {
    inapplicable: [
      {
        title: 'data about the page within its text, told by property',
        body: '<div><meta property="wiki:sommaire"><p>Les déchets sont enlevés le lundi.</p></div>',
      },
    ],
    failed: [
      {
        title: 'a keyword of the page within its text',
        body: '<div><meta name="keywords" content="déchets"><p>Les déchets sont enlevés le lundi.</p></div>',
      },
    ],
  }),
  ...casesOf('alt-quality', '1.3', {
    doubt: [
      {
        title: 'the words of the file, hyphens left in',
        body: linked('porte-neuve', '/photos/porte-neuve.jpg'),
      },
    ],
    failed: [
      {
        title: 'the name of the file, of the words of who makes pages',
        body: linked('photo-bandeau', '/photos/photo-bandeau.jpg'),
      },
      {
        title: 'the name of the file, with its number',
        body: linked('porte_neuve_02', '/photos/porte_neuve_02.jpg'),
      },
    ],
  }),
  ...casesOf('contrast-states', '3.2', {
    passed: [
      { title: 'a pale hint in a header laid over a dark first part', html: laid(whiteField) },
      {
        title: 'a pale hint in a field laid over a picture beside it',
        body: onPicture(
          'background:transparent;color:#fff;border:2px solid #fff}.shown input::placeholder{color:#eee',
          '<input name="q" aria-label="Rechercher" placeholder="Permis, déchets"> <button>OK</button>',
        ),
      },
    ],
    failed: [
      {
        title: 'a pale hint in a header laid over a pale first part',
        html: laid(whiteField, '<p>Bienvenue</p>'),
      },
    ],
  }),
  ...casesOf('nontext-contrast', '3.3', {
    passed: [
      { title: 'a white field of a header laid over a dark first part', html: laid(whiteField) },
      { title: 'a white sign of a header laid over a dark first part', html: laid(whiteSign) },
      {
        title: 'a white sign of a header laid over a dark picture',
        html: laid(whiteSign, `<div class="hero"><img alt="" src="${dark}"></div>`),
      },
      {
        title: 'a white field laid over a dark picture beside it',
        body: onPicture(
          'background:#fff;border:0',
          '<input name="q" aria-label="Rechercher"> <button>OK</button>',
        ),
      },
    ],
    doubt: [
      {
        title: 'a field without an edge beside a magnifying glass, in a larger box',
        body: search('border:1px solid #ddd', magnifier),
      },
      {
        title: 'a field without an edge, in a larger box, that its hint shows',
        body: search('border:1px solid #ddd', ''),
      },
    ],
    failed: [
      {
        title: 'a white field of a header over a page as pale',
        html: laid(whiteField, '<p>Bienvenue</p>'),
      },
      {
        title: 'a white sign of a header over a page as pale',
        html: laid(whiteSign, '<p>Bienvenue</p>'),
      },
    ],
  }),
];
