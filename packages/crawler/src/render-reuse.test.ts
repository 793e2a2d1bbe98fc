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

test('a page that navigates without end is a loop', async () => {
  const loop = page(`<script>location.replace('/boucle?' + Math.random())</script>`);
  const facts = await reused.render({ url: `${SITE}/boucle` }, answerWith({ '/boucle': loop }));
  expect(facts).toEqual({ outcome: 'loop', failure: 'navigations' });
});

test('pages of a site are judged the same in a tab used again and in one of their own', async () => {
  const site = generatedSite({ pages: 12, seed: 'reprise' });
  const answer = answerOf(site);
  for (const path of site.pages) {
    const request = { url: site.address + path };
    expect(await reused.render(request, answer), path).toEqual(await fresh.render(request, answer));
  }
}, 60_000);
