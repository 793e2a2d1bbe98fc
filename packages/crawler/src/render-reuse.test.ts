import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generatedSite } from './generated-site.ts';
import { answerOf } from './generated-truth.ts';
import { openBrowser, type Answer, type PageBrowser } from './render.ts';

const SITE = 'https://www.exemple.gouv.fr';
let reused: PageBrowser;
let fresh: PageBrowser;
beforeAll(async () => {
  reused = await openBrowser({ deadline: 20_000 });
  fresh = await openBrowser({ deadline: 20_000, reuse: false });
});
afterAll(async () => {
  await Promise.all([reused.close(), fresh.close()]);
});

/** Titles itself after all that it finds of a page before it. */
const WITNESS = `<script>
const seen = () => [
  'name', name, 'session', sessionStorage.length, 'local', localStorage.length, 'cookie', document.cookie,
  'history', history.length, 'zoom', document.documentElement.style.zoom + document.body?.style.zoom, 'hash', location.hash,
  'scroll', scrollY, 'width', innerWidth, 'referrer', document.referrer, 'opener', String(opener),
  'native', String([].map).includes('native') && String(Node.prototype.contains).includes('native'), 'stained', globalThis.stained ?? '-',
];
document.title = seen().join(' ');
addEventListener('load', async () => {
  const bases = indexedDB.databases ? (await indexedDB.databases()).length : 0;
  const caches_ = globalThis.caches ? (await caches.keys()).length : 0;
  document.title = [...seen(), 'bases', bases, 'caches', caches_, 'heard', globalThis.heard ?? 0].join(' ');
});
new BroadcastChannel('x').onmessage = () => { globalThis.heard = 1; };
</script>`;

const page = (body: string): string =>
  `<!doctype html><html lang="fr"><head><title>Essai</title></head><body><main><h1>Essai</h1>${body}</main></body></html>`;

function answerWith(files: Readonly<Record<string, string>>): Answer {
  return (url) => {
    const body = files[url.replace(SITE, '').split('?')[0] ?? ''];
    if (body === undefined) return Promise.resolve(null);
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    const common = { url, outcome: 'ok' as const, status: 200, headers, fetchedOn: '2026-11-24' };
    return Promise.resolve({ url, moved: false, answer: { ...common, body: Buffer.from(body) } });
  };
}

test('a page that goes back in its history is not judged as the one that was there before it', async () => {
  const files = { '/': page('<img src="data:,">'), '/retour': page('<script>history.back()</script>') };
  for (const browser of [reused, fresh]) {
    expect(await browser.render({ url: `${SITE}/` }, answerWith(files))).toHaveProperty('axe');
    expect(await browser.render({ url: `${SITE}/retour` }, answerWith(files))).toEqual({
      outcome: 'network_error',
      failure: 'gone',
    });
  }
});

test.each([
  ['storage', `localStorage.a = 1; sessionStorage.b = 2; document.cookie = 'c=3; path=/'`],
  [
    'storage written while it is left',
    `addEventListener('pagehide', () => { localStorage.a = 1; sessionStorage.b = 2; document.cookie = 'c=3; path=/'; name = 'x'; })`,
  ],
  ['a database and a cache', `indexedDB.open('base'); globalThis.caches?.open('cache')`],
  ['a database opened while it is left', `addEventListener('pagehide', () => { indexedDB.open('base'); })`],
  ['the name of its window', `name = 'laissé'`],
  ['timers that write', `setInterval(() => { document.title = 'laissé'; globalThis.stained = 1; }, 1)`],
  [
    'prototypes overridden',
    `Array.prototype.map = () => []; Node.prototype.contains = () => true; Function.prototype.toString = () => 'x'`,
  ],
  [
    'zoom, scroll and hash',
    `document.body.style.zoom = 3; location.hash = 'laisse'; document.body.style.height = '9000px'; scrollTo(0, 5000)`,
  ],
  ['history', `for (let i = 0; i < 20; i++) history.pushState({}, '', '/faux/' + i)`],
  [
    'a question before leaving',
    `onbeforeunload = (event) => { event.preventDefault(); event.returnValue = 'x'; return 'x'; }`,
  ],
  [
    'a worker that talks',
    `new Worker(URL.createObjectURL(new Blob(["const c = new BroadcastChannel('x'); setInterval(() => c.postMessage(1), 1)"])))`,
  ],
  ['a service worker', `navigator.serviceWorker?.register('/sw.js').catch(() => {})`],
  ['popups', `for (let i = 0; i < 5; i++) open('/temoin', 'fenetre' + i)`],
])('a page that leaves %s changes nothing to the next one', async (_what, script) => {
  const answer = answerWith({ '/laisse': page(`<script>${script}</script>`), '/temoin': page(WITNESS) });
  await reused.render({ url: `${SITE}/laisse` }, answer);
  const after = await reused.render({ url: `${SITE}/temoin` }, answer);
  expect(after).toEqual(await fresh.render({ url: `${SITE}/temoin` }, answer));
});

test('a page that never lets go of its tab costs nothing to the next one', async () => {
  const stuck = `<script>addEventListener('pagehide', () => { for (;;) {} })</script>`;
  const answer = answerWith({ '/laisse': page(stuck), '/temoin': page(WITNESS) });
  await reused.render({ url: `${SITE}/laisse` }, answer);
  const after = await reused.render({ url: `${SITE}/temoin` }, answer);
  expect(after).toEqual(await fresh.render({ url: `${SITE}/temoin` }, answer));
}, 60_000);

// Without the rule, a page in four or so of the slow ones is told not to answer.
test.each([
  ['a blank page', "location = 'about:blank'"],
  [
    'a page that it holds',
    "location = window.URL.createObjectURL(new Blob(['<p>Bloc'], { type: 'text/html' }))",
  ],
])(
  'a page that goes on leaving for %s does not take the place of the next one',
  async (_, code) => {
    const slow: Answer = async (url) => {
      await sleep(100);
      return answerWith({ '/lente': page('<p>Suite') })(url);
    };
    for (const wait of [0, 6, 12]) {
      const leaves = `<a href="#x">x</a><script>addEventListener('focusin', () => {
        setTimeout(() => { setInterval(() => { ${code}; }, 3); }, ${String(wait)});
      })</script>`;
      await reused.render({ url: `${SITE}/` }, answerWith({ '/': page(leaves) }));
      expect(await reused.render({ url: `${SITE}/lente` }, slow)).toMatchObject({ title: 'Essai' });
    }
  },
  60_000,
);

test('a page that navigates without end is a loop', async () => {
  const loop = page(`<script>location.replace('/boucle?' + Math.random())</script>`);
  const facts = await reused.render({ url: `${SITE}/boucle` }, answerWith({ '/boucle': loop }));
  expect(facts).toEqual({ outcome: 'loop', failure: 'navigations' });
});

test('pages of a site are judged the same in a tab used again and in one of their own', async () => {
  const site = generatedSite({ pages: 5, seed: 'reprise' });
  const answer = answerOf(site);
  for (const path of site.pages) {
    const request = { url: site.address + path };
    expect(await reused.render(request, answer), path).toEqual(await fresh.render(request, answer));
  }
}, 60_000);

const SKIP_LINKS = `<div class="fr-skiplinks"><a href="#contenu">Contenu</a></div><header><a href="/">Accueil</a></header>`;
const skipPage = (
  body: string,
  more: { main?: string; head?: string; before?: string; after?: string } = {},
): string =>
  `<!doctype html><html lang="fr"><head><title>Essai</title>${more.head ?? ''}</head><body>${more.before ?? ''}${SKIP_LINKS}<main ${more.main ?? 'id="contenu"'}><h1>Essai</h1>${body}</main><footer><a href="/plan">Plan</a></footer>${more.after ?? ''}</body></html>`;

test.each([
  ['says more', skipPage('<p>Texte <a href="/a">lien</a></p>')],
  ['holds nothing to reach', skipPage('<p>Texte</p>')],
  ['has no such place', skipPage('', { main: '' })],
  ['hides its main part', skipPage('<a href="/a">lien</a>', { main: 'id="contenu" style="display:none"' })],
  [
    'takes the keyboard first',
    skipPage('<a href="/a" tabindex="1">lien</a><a href="/b" tabindex="2">lien</a>'),
  ],
  ['takes the focus as it opens', skipPage('<input autofocus aria-label="Nom">')],
  [
    'hides its skip links',
    skipPage('', { head: '<style>.fr-skiplinks{position:absolute;left:-999px}</style>' }),
  ],
  ['hides them from its main part', skipPage('<style>.fr-skiplinks{opacity:0}</style>')],
  [
    'hides them for what it holds',
    skipPage('<p class="bref">Texte</p><style>body:has(.bref) .fr-skiplinks{opacity:0}</style>'),
  ],
  ['sends the focus away', skipPage('<a href="/a" onfocus="this.blur()">lien</a>')],
  [
    'listens to the keyboard',
    skipPage('', {
      after: `<script>addEventListener('keydown', (event) => event.preventDefault())</script>`,
    }),
  ],
  ['has others before them', skipPage('', { before: '<a href="#pied">Pied</a>' })],
  [
    'has a frame before them',
    skipPage('', { before: '<iframe title="Bandeau" srcdoc="<a href=\'/x\'>lien</a>"></iframe>' }),
  ],
  [
    'opens a dialog',
    skipPage('', { after: '<dialog open aria-label="Avis"><button>Fermer</button></dialog>' }),
  ],
])(
  'of a page that %s with the header of another, the skip link is tried for what it does',
  async (_what, body) => {
    const answer = answerWith({ '/ordinaire': skipPage('<a href="/z">lien</a>'), '/autre': body });
    const usual = await reused.render({ url: `${SITE}/ordinaire` }, answer);
    expect(usual).toMatchObject({ skipLink: { text: 'Contenu', visible: true, reaches: true } });
    const other = await reused.render({ url: `${SITE}/autre` }, answer);
    expect(other).toEqual(await fresh.render({ url: `${SITE}/autre` }, answer));
  },
);
