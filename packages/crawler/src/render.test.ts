import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RenderedFacts } from './facts.ts';
import { openBrowser, type Answer, type PageBrowser } from './render.ts';

const PAGE = 'https://www.exemple.gouv.fr/page';
const DEADLINE = 15_000;
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

test.each(['about:blank', 'about:srcdoc'])(
  'a page that leads to %s is not judged by what is there',
  async (url) => {
    await expect(render(`<script>onload = () => { location = '${url}' }</script>`)).rejects.toThrow('gone');
  },
);

test('half a character that a script writes is told as one that cannot be read', async () => {
  const { title } = await render('<script>document.title = "a\\ud83d"</script>');
  expect(title).toBe('a\ufffd');
});

test('cells that span thousands of rows and columns hold up nothing', async () => {
  const row = `<tr>${'<td colspan="1000" rowspan="65534">x</td>'.repeat(50)}</tr>`;
  const { axe } = await render(`<img src="data:,"><table><tr><th>a</th></tr>${row.repeat(40)}</table>`);
  expect(axe.map(({ rule }) => rule)).toContain('image-alt');
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

test('none of the ways out of a page leads to a private address', async () => {
  const url = `http://${secret}`;
  const other = `http://localhost:${secret.split(':')[1] ?? ''}`;
  const asked: string[] = [];
  const moved = (to: string): { body: string; movedTo: string } => ({ body: '', movedTo: to });
  const before = connections;
  await render(
    `<img src="/image-deplacee"><iframe src="/cadre-deplace"></iframe><iframe src="${other}/cadre"></iframe>
    <link rel="preload" as="image" href="${url}/precharge"><link rel="icon" href="${url}/icone"><link rel="modulepreload" href="${url}/module">
    <link rel="manifest" href="${url}/manifeste"><object data="${url}/objet"></object><embed src="${url}/incorpore"><video src="${url}/video"></video>
    <style>@import url(${url}/importe); @font-face { font-family: f; src: url(${url}/police) } body { font-family: f; background: url(${url}/fond) }</style>
    <a ping="${url}/ping" href="${url}/lien" id="lien">lien</a><form id="f" method="get" action="${url}/envoi" target="_blank"></form>
    <script>
      new EventSource('${url}/flux'); new SharedWorker('/ouvrier-partage.js'); import('${url}/module.js').catch(() => {});
      navigator.serviceWorker?.register('/sw.js').catch(() => {});
      fetch('${url}/garde', { keepalive: true, method: 'POST', body: 'x' }).catch(() => {});
      new XMLHttpRequest().open('GET', '${url}/xhr'); open('${url}/fenetre'); document.getElementById('f').submit();
      document.getElementById('lien').click(); if (!location.hash) location.hash = 'x';
      setTimeout(() => { location = '${url}/navigation'; }, 20); setTimeout(() => { location = 'http://2130706434:1/'; }, 40);
      addEventListener('pagehide', () => navigator.sendBeacon('${url}/adieu', 'x'));
    </script>`,
    {
      'https://www.exemple.gouv.fr/image-deplacee': moved(`${url}/image`),
      'https://www.exemple.gouv.fr/cadre-deplace': moved(`${url}/cadre`),
      'https://www.exemple.gouv.fr/ouvrier-partage.js': {
        body: `fetch('${url}/partage').catch(() => {}); importScripts('${url}/importe.js')`,
        type: 'text/javascript',
      },
    },
    asked,
  );
  // Whoever leaves it must not be heard either.
  await render('');
  expect(connections).toBe(before);
  expect(asked.filter((each) => /ping|garde|adieu|flux|manifeste|sw\.js|fenetre/.test(each))).toEqual([]);
}, 60_000);

test('hosts that count visits are noted, and answered without being asked', async () => {
  const asked: string[] = [];
  const facts = await render(
    `<script src="https://stats.data.gouv.fr/piwik.js" async></script><script src="https://logs1.xiti.com/hit.js"></script>
    <script src="/matomo.js"></script><img src="https://www.google-analytics.com/collect?v=1" alt=""><script>
    navigator.sendBeacon('/matomo.php?idsite=1', 'x'); fetch('https://abc.eulerian.com/col/x').catch(() => {})</script>`,
    {},
    asked,
  );
  expect(facts.audience).toEqual([
    ...['abc.eulerian.com', 'logs1.xiti.com', 'stats.data.gouv.fr'],
    ...['www.exemple.gouv.fr', 'www.google-analytics.com'],
  ]);
  expect(asked.filter((url) => url !== PAGE && !url.endsWith('/favicon.ico'))).toEqual([]);
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

test('a skip link whose script moves the keyboard a moment later reaches its target', async () => {
  const before = `<a href="#contenu" onclick="event.preventDefault(); setTimeout(() => contenu.focus(), 150)">Contenu</a>
    <a href="/menu">Menu</a>`;
  const body = shell('<p id="contenu" tabindex="-1">Texte <a href="/x">suite</a></p>', before);
  const facts = await browser.render({ url: PAGE }, site({ [PAGE]: { body } }));
  expect(facts).toMatchObject({ skipLink: { reaches: true } });
  const stays = body.replace('contenu.focus()', '0');
  const others = await browser.render({ url: PAGE }, site({ [PAGE]: { body: stays } }));
  expect(others).toMatchObject({ skipLink: { reaches: false } });
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

test('a page that hangs once a key is pressed keeps what axe-core saw, and the next one is rendered', async () => {
  const hasty = await openBrowser({ deadline: 6_000 });
  try {
    const hangs = shell(
      '<img src="/x.png"><a href="#y">Suite</a><script>addEventListener("keydown", () => { for (;;); })</script>',
    );
    const facts = await hasty.render({ url: PAGE }, site({ [PAGE]: { body: hangs } }));
    expect(facts).toMatchObject({ title: 'Essai', skipLink: null, broken: { keyboard: 'late' } });
    expect('axe' in facts && facts.axe.map(({ rule }) => rule)).toContain('image-alt');
    const next = await hasty.render({ url: PAGE }, site({ [PAGE]: { body: shell('<p>Suite</p>') } }));
    expect(next).toMatchObject({ title: 'Essai' });
  } finally {
    await hasty.close();
  }
});

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

test('of a text of millions of letters the beginning is judged', async () => {
  const { axe, title } = await render(`<p id="long">${'a'.repeat(2_000_000)}</p><img src="data:,"><script>
    new MutationObserver(() => { document.title = document.querySelector('#long').textContent.length; })
      .observe(document.querySelector('#long'), { characterData: true, subtree: true });
  </script>`);
  expect(axe.map(({ rule }) => rule)).toContain('image-alt');
  expect(title).toBe('100000');
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

test('a widget whose data did not come is not filled, whatever it says of it', async () => {
  const view = `${PAGE}#!/particuliers/page/F1342`;
  const apology =
    'Le service est momentanément indisponible, veuillez réessayer plus tard ou contacter le guichet.';
  const body = shell(
    `<div id="comarquage"></div><script>fetch('/fiches/F1342.json').then((answer) => answer.text()).then((text) => { comarquage.textContent = text },
      () => { comarquage.textContent = '${apology}' })</script>`,
  );
  const facts = await browser.render({ url: PAGE, view }, site({ [PAGE]: { body } }));
  if ('failure' in facts) throw new Error(facts.failure);
  expect(facts.sheetViews).toMatchObject([{ url: view, filled: false }]);
});

test('a page that takes its process down, or stops every door, costs itself only', async () => {
  for (const script of ['location = "chrome://crash"', 'close()', 'print()', 'onbeforeunload = () => "x"']) {
    await browser.render({ url: PAGE }, site({ [PAGE]: { body: shell(`<script>${script}</script>`) } }));
    expect((await render('')).title).toBe('Essai');
  }
}, 60_000);

test('a page that sends more than we may hold of it is given up', async () => {
  const sends = `<script>for (let i = 0; i < 30; i++) fetch('/', { method: 'POST', body: 'x'.repeat(1e6) });</script>`;
  const page = site({ [PAGE]: { body: shell(`${sends}<img alt="" src="/late">`) } });
  // It is not looked at before its picture has had its time.
  const answer: Answer = (url) => (url === PAGE ? page(url) : new Promise(() => undefined));
  expect(await browser.render({ url: PAGE }, answer)).toEqual({
    outcome: 'too_large',
    failure: 'memory',
  });
});

test('a badge is read as it is shown, with the file that it reads', async () => {
  const file = '{"schemaVersion":1}';
  const body = shell(`<qp-results-badge src="/resultats.json"></qp-results-badge>
<script>
for (const badge of document.querySelectorAll('qp-results-badge'))
  badge.attachShadow({ mode: 'open' }).innerHTML =
    '<p part="label">Label valable.</p><section part="unit"><h3>Préfecture</h3><ul><li part="indicator"><p>Courriels</p><p>3e trimestre 2026</p><p part="figure">96 %</p><p>Objectif : 90 %</p></li></ul></section>';
</script>`);
  const files = { [PAGE]: { body }, 'https://www.exemple.gouv.fr/resultats.json': { body: file } };
  const facts = await browser.render({ url: PAGE, tries: true }, site(files));
  const line = { unit: 'Préfecture', name: 'Courriels', period: '3e trimestre 2026', figure: '96 %' };
  const lines = [{ ...line, rest: ['Objectif : 90 %'] }];
  const badges = [{ zone: 'main', file, label: 'Label valable.', lines }];
  expect(facts).toMatchObject({ probes: { badges } });
});

test('a script that stops on an error before it shows the sheet is told, unless something was withheld from it', async () => {
  const view = `${PAGE}#!/particuliers/page/F1342`;
  const opened = async (script: string): Promise<unknown> => {
    const body = shell(`<div id="comarquage"></div><script>if (location.hash) ${script}</script>`);
    const facts = await browser.render({ url: PAGE, view }, site({ [PAGE]: { body } }));
    if ('failure' in facts) throw new Error(facts.failure);
    return facts.sheetViews;
  };
  expect(await opened('JSON.parse("{");')).toMatchObject([
    { filled: false, errors: [expect.stringContaining('SyntaxError')] },
  ]);
  expect(await opened('fetch("/absent.json").finally(() => JSON.parse("{"));')).toEqual([
    expect.not.objectContaining({ errors: expect.anything() }),
  ]);
});
