import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RenderedFacts } from './facts.ts';
import { openBrowser, type Answer, type PageBrowser } from './render.ts';

const PAGE = 'https://www.exemple.gouv.fr/page';
const DEADLINE = 8_000;
let browser: PageBrowser;
let forbidden: Server;
let secret: string;
let connections = 0;

beforeAll(async () => {
  browser = await openBrowser({ deadline: DEADLINE });
  forbidden = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => forbidden.listen(0, '127.0.0.2', resolve));
  const address = forbidden.address();
  secret = `127.0.0.2:${String(typeof address === 'object' && address ? address.port : 0)}`;
});
afterAll(async () => {
  await browser.close();
  forbidden.close();
});

const shell = (body: string, before = ''): string =>
  `<!doctype html><html lang="fr"><head><title>Essai</title></head><body>${before}<main><h1>Essai</h1>${body}</main></body></html>`;

/** A site of a few files; what is not in it may not be asked. */
function site(
  files: Record<string, { body: string; type?: string; movedTo?: string }>,
  asked: string[] = [],
): Answer {
  return (url) => {
    asked.push(url);
    const file = files[url];
    if (!file) return Promise.resolve(null);
    const end = file.movedTo === undefined ? url : file.movedTo;
    const content = files[end] ?? file;
    const answer = {
      url: end,
      outcome: 'ok' as const,
      status: 200,
      headers: { 'content-type': content.type ?? 'text/html; charset=utf-8' },
      fetchedOn: '2026-11-24',
      body: Buffer.from(content.body),
    };
    return Promise.resolve({ url: end, answer, moved: file.movedTo !== undefined });
  };
}

async function render(
  body: string,
  more: Parameters<typeof site>[0] = {},
  asked: string[] = [],
): Promise<RenderedFacts> {
  const facts = await browser.render({ url: PAGE }, site({ [PAGE]: { body: shell(body) }, ...more }, asked));
  if ('failure' in facts) throw new Error(`${facts.outcome} ${facts.failure}`);
  return facts;
}

test('axe-core judges the page, with its zone and its component', async () => {
  const { axe } = await render('<p class="photo"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></p>');
  const missing = axe.find(({ rule }) => rule === 'image-alt');
  expect(missing).toMatchObject({ outcome: 'violation', impact: 'critical' });
  expect(missing?.tags).toContain('RGAA-1.1.1');
  expect(missing?.nodes[0]).toMatchObject({ zone: 'main', component: 'p.photo img' });
  expect(missing?.help).toBe('Les images doivent avoir une alternative textuelle');
});

test('the browser reaches nothing by itself, whatever the page tries', async () => {
  const url = `http://${secret}`;
  const asked: string[] = [];
  await render(
    `<img src="${url}/image"><iframe src="${url}/cadre"></iframe><link rel="stylesheet" href="${url}/style">
    <link rel="preconnect" href="${url}"><link rel="dns-prefetch" href="${url}"><link rel="prefetch" href="${url}/avance">
    <script type="speculationrules">{"prefetch":[{"source":"list","urls":["${url}/speculation"]}]}</script>
    <script>
      fetch('${url}/fetch').catch(() => {});
      navigator.sendBeacon('${url}/balise', 'x');
      new WebSocket('ws://${secret}/socket');
      new Worker(URL.createObjectURL(new Blob(["fetch('${url}/ouvrier').catch(() => {})"])));
      window.open('${url}/fenetre');
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${secret}' }] });
      peer.createDataChannel('x'); peer.createOffer().then((offer) => peer.setLocalDescription(offer));
    </script>`,
    {},
    asked,
  );
  expect(connections).toBe(0);
  expect(asked).toContain(`${url}/image`);
});

test('a form is never sent', async () => {
  const asked: string[] = [];
  await render(
    '<form method="post" action="/envoi"><button>Envoyer</button></form><script>document.forms[0].submit()</script>',
    {},
    asked,
  );
  expect(asked.filter((url) => url.endsWith('/envoi'))).toEqual([]);
});

test('a moved style sheet applies, and its own addresses resolve from where it stands', async () => {
  const asked: string[] = [];
  await render(
    '<link rel="stylesheet" href="/vieux/style.css"><p class="fond">Texte</p>',
    {
      'https://www.exemple.gouv.fr/vieux/style.css': {
        body: '',
        movedTo: 'https://www.exemple.gouv.fr/neuf/style.css',
      },
      'https://www.exemple.gouv.fr/neuf/style.css': {
        body: '.fond { background: url(image.png) }',
        type: 'text/css',
      },
    },
    asked,
  );
  expect(asked).toContain('https://www.exemple.gouv.fr/neuf/image.png');
});

test('a real CORS failure stays one', async () => {
  const other = 'https://autre.exemple.gouv.fr/donnees.json';
  const facts = await render(
    `<script>fetch('${other}').then(() => { document.title = 'lu' }, () => { document.title = 'refusé' })</script>`,
    { [other]: { body: '{}', type: 'application/json' } },
  );
  expect(facts.title).toBe('refusé');
});

test('the skip link is tried as a keyboard user would', async () => {
  const skipLink = async (style: string, target: string): Promise<RenderedFacts['skipLink']> => {
    const before = `<style>.evitement{position:absolute;left:-9999px}${style}</style>
      <a class="evitement" href="#${target}">Contenu</a><a href="/menu">Menu</a>`;
    const body = shell('<p id="contenu" tabindex="-1">Texte <a href="/x">suite</a></p>', before);
    const facts = await browser.render({ url: PAGE }, site({ [PAGE]: { body } }));
    return 'failure' in facts ? null : facts.skipLink;
  };
  expect(await skipLink('.evitement:focus{left:0}', 'contenu')).toMatchObject({
    visible: true,
    reaches: true,
  });
  expect(await skipLink('', 'contenu')).toMatchObject({ visible: false, reaches: true });
  expect(await skipLink('.evitement:focus{left:0}', 'absent')).toMatchObject({ reaches: false });
});

test('a table of contents is no skip link, in the main part or in a menu', async () => {
  expect((await render('<a href="#suite">Suite</a><p id="suite">Texte</p>')).skipLink).toBeNull();
  const menu = '<nav><a href="/autre">Autre</a><a href="#suite">Suite</a></nav>';
  const body = shell('<p id="suite">Texte</p>', menu);
  expect(await browser.render({ url: PAGE }, site({ [PAGE]: { body } }))).toMatchObject({ skipLink: null });
});

test('dialogs and popups hold nothing up', async () => {
  const facts = await render(
    '<script>for (let i = 0; i < 20; i++) alert(i); confirm("?"); prompt("?"); for (let i = 0; i < 5; i++) open("about:blank")</script>',
  );
  expect(facts.title).toBe('Essai');
});

test('a page that never gives the hand back is given up, and the next one is rendered', async () => {
  const facts = await browser.render(
    { url: PAGE },
    site({ [PAGE]: { body: shell('<script>for (;;) {}</script>') } }),
  );
  expect(facts).toMatchObject({ outcome: 'timeout' });
  expect((await render('')).title).toBe('Essai');
}, 60_000);

test('a sheet shown by a widget is read once it is filled', async () => {
  const view = `${PAGE}#!/particuliers/page/F1342`;
  const body = shell(
    `<div id="comarquage"></div><script>if (location.hash) setTimeout(() => { comarquage.textContent =
      'Vérifié le 3 mars 2026 - Service Public / Direction de l’information légale et administrative (Premier ministre). Le passeport est un titre de voyage individuel.' }, 300)</script>`,
  );
  const facts = await browser.render({ url: PAGE, view }, site({ [PAGE]: { body } }));
  if ('failure' in facts) throw new Error(facts.failure);
  expect(facts.sheetViews).toMatchObject([
    { url: view, filled: true, sheet: { number: 'F1342', verified: { date: '2026-03-03' } } },
  ]);
});

test('what a script announces within three seconds is waited for, what comes later is not', async () => {
  const later = (wait: number): string =>
    `<script>setTimeout(() => { document.title = 'Plus tard'; }, ${String(wait)});</script>`;
  expect((await render(later(1_200))).title).toBe('Plus tard');
  expect((await render(later(3_001))).title).toBe('Essai');
});

test('an element of 100,000 attributes is judged all the same', async () => {
  const attributes = Array.from({ length: 100_000 }, (_, i) => `data-a${String(i)}`).join(' ');
  const { axe } = await render(`<img src="data:," ${attributes}><p ${attributes}>Texte.</p>`);
  expect(axe.map(({ rule }) => rule)).toContain('image-alt');
});

test('a policy that shuts the page in a sandbox does not shut our judgement out', async () => {
  const answer: Answer = async (url) => {
    const found = await site({ [PAGE]: { body: shell('<img src="data:,">') } })(url);
    const headers = { 'content-type': 'text/html', 'content-security-policy': "script-src 'none'; sandbox" };
    return found && { ...found, answer: { ...found.answer, headers } };
  };
  expect(await browser.render({ url: PAGE }, answer)).toMatchObject({
    axe: expect.arrayContaining([expect.objectContaining({ rule: 'image-alt' })]),
  });
});

test('a page behind a dialog is judged as well as the dialog', async () => {
  const image = '<img src="data:,">';
  const dialog = `<dialog>${image}</dialog><script>document.querySelector('dialog').showModal();</script>`;
  const { axe } = await render(`${image}${dialog}`);
  expect(axe.find(({ rule }) => rule === 'image-alt')?.nodes).toHaveLength(2);
  const wall = `<div inert aria-hidden="true"><h1>Titre</h1>${image}</div><div role="dialog" aria-modal="true">Cookies</div>`;
  expect((await render(wall)).axe.map(({ rule }) => rule)).toContain('image-alt');
});
