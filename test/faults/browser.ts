import { html, page, repeats, sends, type Exchange, type Fault, type Seen } from './fault.ts';

const script = (code: string): string => `<script>${code}</script>`;

/** A page that only a browser finds difficult. */
const fault = (name: string, markup: string | ((exchange: Exchange) => string), head = ''): Fault => ({
  id: `browser/${name}`,
  outcomes: ['ok'],
  rules: { maxSeconds: 45 },
  respond: html((exchange) =>
    page(`Navigateur : ${name}`, typeof markup === 'string' ? markup : markup(exchange), head),
  ),
});

const never = (): void => undefined;

const judgedByAxe = ({ row, report }: Seen): string[] =>
  report.findings.some(({ url, check }) => url === row?.url && check === 'axe/image-alt')
    ? []
    : ['its image without a text is not found'];

const UNTOLD_IMAGE = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">';

/** Pages that hold a browser, or that show themselves to it alone. */
export const browser: readonly Fault[] = [
  fault('alert-loop', script('for (let i = 0; i < 200; i++) alert("Encore " + i);')),
  fault(
    'prompt-gate',
    script('confirm("Continuer ?"); prompt("Votre nom ?"); document.write("<p>Le contenu.</p>");'),
  ),
  fault(
    'beforeunload',
    script(
      'addEventListener("beforeunload", (event) => { event.preventDefault(); event.returnValue = "Rester ?"; });',
    ),
  ),
  fault('print', script('print();')),
  { ...fault('close', script('close();')), outcomes: ['ok', 'network_error', 'timeout'] },
  fault('popups', script('for (let i = 0; i < 30; i++) open("/status/ok", "fenetre" + i);')),
  {
    ...fault('busy-loop', script('addEventListener("load", () => { for (;;); });')),
    outcomes: ['timeout'],
    rules: { maxSeconds: 60 },
  },
  fault('never-idle', script('setInterval(() => fetch("/browser/tick?n=" + Math.random()), 200);')),
  {
    id: 'browser/tick',
    isHelper: true,
    isAsset: true,
    outcomes: ['ok'],
    rules: { maxRequests: 400 },
    respond: sends('application/json', '{}'),
  },
  {
    ...fault('late-content', ({ stage: { haste } }) =>
      script(
        `setTimeout(() => { document.title = "Arrivé tard"; document.querySelector("h1").insertAdjacentHTML("afterend", '<a href="/urls/leaf?late=1">Lien tardif</a>'); }, ${String(2_000 / haste)});`,
      ),
    ),
    judge: ({ row }) =>
      row?.title === 'Arrivé tard' || row?.reason !== undefined
        ? []
        : ['the late title is neither kept nor flagged'],
  },
  {
    ...fault(
      'history-storm',
      script(
        'for (let i = 0; i < 500; i++) history.pushState({}, "", "/browser/history-storm/invente-" + i);',
      ),
    ),
    rules: { maxRequests: 1, maxSeconds: 45 },
    judge: ({ rows }) =>
      rows.has('/browser/history-storm/invente-499') ? ['a made-up path is recorded'] : [],
  },
  ...['about:blank', 'about:srcdoc'].map((url) => ({
    ...fault(`leaves-for-${url.slice(6)}`, script(`location = "${url}"`)),
    judge: ({ row, report }: Seen) =>
      report.findings.some(({ url: where, check }) => where === row?.url && check.startsWith('axe/'))
        ? ['it is judged by what is there']
        : [],
  })),
  fault('errors', script('Promise.reject(new Error("promesse")); throw new Error("script");')),
  fault(
    'permissions',
    script(
      'navigator.geolocation.getCurrentPosition(() => 0); Notification?.requestPermission?.(); navigator.mediaDevices?.getUserMedia({ video: true }).catch(() => 0);',
    ),
  ),
  fault(
    'auto-download',
    script(
      'for (let i = 0; i < 20; i++) { const a = document.createElement("a"); a.href = "/mime/attachment-html"; a.download = "../../evasion.html"; document.body.append(a); a.click(); a.remove(); }',
    ),
  ),
  {
    ...fault('strict-csp', ''),
    respond: html(page('Politique stricte', UNTOLD_IMAGE), {
      'content-security-policy': "default-src 'none'; script-src 'none'",
    }),
    judge: judgedByAxe,
  },
  fault(
    'service-worker',
    script('navigator.serviceWorker?.register("/browser/sw.js", { scope: "/browser/" }).catch(() => 0);'),
  ),
  {
    id: 'browser/sw.js',
    isHelper: true,
    isAsset: true,
    outcomes: ['ok'],
    rules: { neverAsked: true },
    respond: sends(
      'text/javascript',
      'addEventListener("fetch", (e) => e.respondWith(new Response("réécrit")));',
    ),
  },
  {
    ...fault(
      'frames-nested',
      ({ url }) =>
        `<iframe title="Cadre" src="/browser/frames-nested?niveau=${String(Number(url.searchParams.get('niveau') ?? 0) + 1)}"></iframe>`,
    ),
    outcomes: ['ok', 'loop', 'timeout'],
  },
  fault('frames-100', '<iframe title="Cadre" src="/status/ok"></iframe>'.repeat(100)),
  {
    ...fault(
      'slow-subresource',
      '<img alt="" src="/browser/slow-subresource/image.png">',
      '<link rel="stylesheet" href="/browser/slow-subresource/style.css">',
    ),
    respond: (exchange) => {
      if (exchange.url.pathname !== '/browser/slow-subresource') return never();
      html(
        page(
          'Ressources absentes',
          '<img alt="" src="/browser/slow-subresource/image.png">',
          '<link rel="stylesheet" href="/browser/slow-subresource/style.css">',
        ),
      )(exchange);
    },
  },
  fault(
    'websocket',
    script(
      'const s = new WebSocket(`ws://${location.host}/browser/websocket`); s.onopen = () => setInterval(() => s.send("x"), 50);',
    ),
  ),
  fault('event-stream', script('new EventSource("/browser/events").onmessage = () => 0;')),
  {
    id: 'browser/events',
    outcomes: ['not_html', 'timeout'],
    rules: { maxSeconds: 45 },
    respond: ({ response, socket }) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      repeats(socket, 100, () => response.write('data: encore\n\n'));
    },
  },
  {
    ...fault(
      'consent-wall',
      `${UNTOLD_IMAGE}<div role="dialog" aria-modal="true" aria-label="Cookies" style="position:fixed;inset:0;background:#fff"><p>Nous utilisons des cookies.</p><button>Tout accepter</button></div>`,
    ),
    judge: judgedByAxe,
  },
];
