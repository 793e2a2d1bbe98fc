import type { AddressOutcome } from '@qualepref/crawler';
import { html, page, type Exchange, type Fault, type Seen } from './fault.ts';

/** An image without text, that axe names on every page it judges. */
const WITNESS = '<img src="data:,">';

/** Whether the page was looked at in the browser. */
const isJudged = ({ row, report }: Seen): readonly string[] =>
  report.findings.some(({ url, check }) => url === row?.url && check === 'axe/image-alt')
    ? []
    : ['it is not judged'];

/** Markup in which `NEAR` is an address of the stand-in for the private network, and `HERE` the site. */
const markupFor =
  (markup: string) =>
  ({ stage: { origin, privatePort } }: Exchange): string =>
    markup.replaceAll('NEAR', `http://127.0.0.2:${String(privatePort)}`).replaceAll('HERE', origin);

/** A page that a reader sees, whatever it tries besides. */
const seen = (name: string, markup: string, headers: Readonly<Record<string, string>> = {}): Fault => ({
  ...spent(name, markup, ['ok'], headers),
  judge: isJudged,
});

/** A page that wears its browser out: its tab may die of it before anything is seen of that. */
const spent = (
  name: string,
  markup: string,
  outcomes: readonly AddressOutcome[] = ['ok', 'timeout', 'too_large', 'network_error'],
  headers: Readonly<Record<string, string>> = {},
): Fault => ({
  id: `doors/${name}`,
  outcomes,
  rules: { maxSeconds: 60, maxRequests: 10 },
  respond: html((exchange) => page(`Porte : ${name}`, WITNESS + markupFor(markup)(exchange)), headers),
});

const script = (name: string, code: string): Fault => seen(name, `<script>try { ${code} } catch {}</script>`);
const storm = (name: string, code: string): Fault => spent(name, `<script>${code}</script>`);
/** A storm that a page survives: it is judged. */
const gust = (name: string, code: string): Fault => seen(name, `<script>${code}</script>`);

/** What a page can go on doing for as long as it is shown. */
const floods: readonly Fault[] = Object.entries({
  errors:
    'setInterval(() => { for (let i = 0; i < 500; i++) setTimeout(() => { throw new Error("x".repeat(1e5)) }) }, 1)',
  requests:
    'let n = 0; setInterval(() => { for (let i = 0; i < 50; i++) fetch("NEAR/?" + n++).catch(() => 0) }, 1)',
  images:
    'let n = 0; setInterval(() => { for (let i = 0; i < 50; i++) new Image().src = "NEAR/?" + n++ }, 1)',
  posts:
    'setInterval(() => fetch("NEAR/", { method: "POST", body: "x".repeat(1e6), mode: "no-cors" }).catch(() => 0), 1)',
  timers: 'const more = () => { setTimeout(more); setTimeout(more, 1) }; more()',
  elements:
    'setInterval(() => { for (let i = 0; i < 1000; i++) document.body.append(document.createElement("p")) }, 1)',
  messages:
    'onmessage = () => { postMessage("x".repeat(1e5), "*"); postMessage(new Array(1e3).fill({ a: 1 }), "*") }; postMessage("", "*")',
  sockets:
    'setInterval(() => { for (let i = 0; i < 20; i++) new WebSocket("NEAR/".replace("http", "ws")) }, 1)',
  streams: 'setInterval(() => { for (let i = 0; i < 20; i++) new EventSource("NEAR/flux") }, 1)',
  addresses:
    'let n = 0; setInterval(() => { for (let i = 0; i < 100; i++) history.pushState({ a: "x".repeat(1e4) }, "", "#" + n++) }, 1)',
  downloads:
    'setInterval(() => { const a = document.createElement("a"); a.href = URL.createObjectURL(new Blob(["x".repeat(1e6)])); a.download = "a.bin"; a.click() }, 1)',
  frames:
    'setInterval(() => { const f = document.createElement("iframe"); f.srcdoc = "<p>Texte</p>"; document.body.append(f) }, 1)',
  workers:
    'setInterval(() => new Worker(URL.createObjectURL(new Blob(["setInterval(() => postMessage(new Array(1e4).fill(1)), 1)"]))), 50)',
  titles: 'setInterval(() => { document.title = Math.random() + "x".repeat(1e6) }, 1)',
  windows: 'setInterval(() => open("/status/ok"), 1)',
  dialogs: 'setInterval(() => alert("x".repeat(1e6)), 1)',
  storage:
    'let n = 0; setInterval(() => { try { localStorage.setItem("k" + n++, "x".repeat(1e5)) } catch { localStorage.clear() } }, 1)',
  bindings: 'setInterval(() => { for (let i = 0; i < 1000; i++) performance.mark("x".repeat(1e4) + i) }, 1)',
}).map(([name, code]) => ({ ...storm(`flood-${name}`, code), isLong: true }));

/** Ways out of the page, and what a page asks of its browser and of the machine. */
export const doors: readonly Fault[] = [
  // Connections.
  script('websocket', 'new WebSocket("NEAR/".replace("http", "ws")); new WebSocket("wss://absent.invalid/")'),
  script(
    'event-source',
    'new EventSource("NEAR/flux"); new EventSource("NEAR/flux", { withCredentials: true })',
  ),
  script('web-transport', 'new WebTransport("https://127.0.0.2:4433/")'),
  script(
    'web-rtc',
    'const p = new RTCPeerConnection({ iceServers: [{ urls: ["stun:" + "NEAR".slice(7), "turn:" + "NEAR".slice(7) + "?transport=tcp"], username: "a", credential: "b" }] }); p.createDataChannel("x"); p.createOffer().then((o) => p.setLocalDescription(o))',
  ),
  script(
    'beacon',
    'for (let i = 0; i < 50; i++) navigator.sendBeacon("NEAR/balise", "x".repeat(1000)); addEventListener("pagehide", () => navigator.sendBeacon("NEAR/fin"))',
  ),
  script(
    'fetch-kept-alive',
    'fetch("NEAR/", { keepalive: true, method: "POST", body: "x", mode: "no-cors" }); fetch("NEAR/", { mode: "no-cors", credentials: "include" })',
  ),
  script(
    'request-methods',
    'for (const m of ["PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"]) fetch("/urls/form-target", { method: m }).catch(() => 0)',
  ),
  script(
    'service-worker-module',
    'navigator.serviceWorker.register("/browser/sw.js", { type: "module" }); navigator.serviceWorker.ready.then(() => 0)',
  ),
  seen(
    'module',
    '<script type="module">import("NEAR/a.js").catch(() => 0)</script><script type="module" src="NEAR/b.js"></script><link rel="modulepreload" href="NEAR/c.js">',
  ),
  seen(
    'hints',
    [
      'prefetch',
      'preconnect',
      'dns-prefetch',
      'prerender',
      'preload" as="font',
      'icon',
      'manifest',
      'search',
      'pingback',
      'stylesheet',
      'alternate',
      'expect',
      'compression-dictionary',
    ]
      .map((rel) => `<link rel="${rel}" href="NEAR/${rel.slice(0, 5)}">`)
      .join(''),
  ),
  seen(
    'speculation-rules',
    '<script type="speculationrules">{"prerender":[{"urls":["NEAR/a","/urls/trap"],"eagerness":"immediate"}],"prefetch":[{"urls":["NEAR/b"],"eagerness":"immediate","requires":["anonymous-client-ip-when-cross-origin"]}]}</script>',
  ),
  seen(
    'ping',
    '<a id="a" ping="NEAR/ping" href="#x">Lien</a><script>document.getElementById("a").click()</script>',
  ),
  seen(
    'reports',
    '<meta http-equiv="content-security-policy" content="img-src data:; report-uri NEAR/r"><img alt="" src="https://absent.invalid/a.png">',
  ),
  seen(
    'embedded',
    '<object data="NEAR/a.svg"></object><embed src="NEAR/b.pdf"><object type="application/x-shockwave-flash" data="NEAR/c"></object><portal src="NEAR/d"></portal><fencedframe></fencedframe><applet code="a" archive="NEAR/e.jar"></applet>',
  ),
  seen(
    'sheets',
    '<style>@import "NEAR/a.css"; @font-face { font-family: x; src: url(NEAR/a.woff2) } body { font-family: x; background: url(NEAR/b.png); cursor: url(NEAR/c.cur), auto } li { list-style: url(NEAR/d.png) } @namespace "NEAR/e"; p { content: url(NEAR/f.svg); mask: url(NEAR/g.svg#m); filter: url(NEAR/h.svg#f) }</style><ul><li>Un</li></ul>',
  ),

  // Forms and windows.
  seen(
    'form-post-here',
    '<form method="post" action="/urls/form-target"><button name="a">Envoyer</button></form><script>document.forms[0].requestSubmit()</script>',
  ),
  ...[
    'tel:+33100000000',
    'mailto:a@exemple.fr',
    'sms:1',
    'magnet:?x',
    'ms-word:x',
    'intent://x',
    'file:///etc/passwd',
    'javascript:void(document.title="Pris")',
    'data:text/html,<title>Pris</title>',
    'blob:x',
    'view-source:HERE/',
    'chrome://settings',
    'filesystem:HERE/x',
  ].map((url) =>
    script(
      `leads-to-${url.split(':')[0] ?? ''}`,
      `location.href = ${JSON.stringify(url).replaceAll('<', '\\u003c')}`,
    ),
  ),

  // What the keyboard sets going as it comes in: the page must not be lost of it.
  ...Object.entries({
    blank: "location = 'about:blank'",
    blob: "location = window.URL.createObjectURL(new Blob(['<p>Bloc'], { type: 'text/html' }))",
    script: "location = 'javascript:&quot;<p>Autre&quot;'",
    back: 'history.back()',
    written: "document.open(); document.write('<p>Autre'); document.close()",
    window: "window.open('NEAR/')",
    near: "location = 'NEAR/'",
  }).map(([name, code]) =>
    seen(
      `focus-leaves-${name}`,
      `<button type="button" onfocus="${code}" onmouseover="${code}">Offres</button>`,
    ),
  ),

  // Dialogs.
  seen(
    'auth-prompt',
    '<img alt="" src="/status/401-basic"><iframe title="Cadre" src="/status/401-basic"></iframe>',
  ),

  // What a page may ask of the machine.
  script(
    'permissions-all',
    'for (const name of ["geolocation", "notifications", "camera", "microphone", "midi", "clipboard-read", "persistent-storage", "screen-wake-lock"]) navigator.permissions.query({ name }).catch(() => 0); Notification.requestPermission(); navigator.mediaDevices?.getUserMedia({ video: true, audio: true }).catch(() => 0); navigator.geolocation.getCurrentPosition(() => 0)',
  ),
  script(
    'pickers',
    'showOpenFilePicker?.().catch(() => 0); showDirectoryPicker?.().catch(() => 0); new EyeDropper().open().catch(() => 0); const i = document.createElement("input"); i.type = "file"; i.click(); i.showPicker()',
  ),
  script(
    'payment',
    'new PaymentRequest([{ supportedMethods: "https://absent.invalid/pay" }], { total: { label: "a", amount: { currency: "EUR", value: "1" } } }).show().catch(() => 0)',
  ),
  script(
    'credentials',
    'navigator.credentials.get({ publicKey: { challenge: new Uint8Array(32) } }).catch(() => 0); navigator.credentials.get({ password: true, mediation: "required" }).catch(() => 0); navigator.credentials.store?.(new PasswordCredential({ id: "a", password: "b" })).catch(() => 0)',
  ),
  script(
    'sharing',
    'navigator.share?.({ url: "NEAR/" }).catch(() => 0); navigator.clipboard?.readText().catch(() => 0); navigator.registerProtocolHandler("web+a", "HERE/?%s"); navigator.setAppBadge?.(1); navigator.wakeLock?.request("screen").catch(() => 0)',
  ),

  // What is said to who listens.
  storm(
    'console-flood-objects',
    'setInterval(() => { for (let i = 0; i < 2000; i++) console.error({ a: new Array(100).fill("x".repeat(100)) }, document, new Error("e")) }, 1)',
  ),
  storm(
    'console-flood-strings',
    'setInterval(() => { for (let i = 0; i < 50; i++) console.warn("é".repeat(1e6)) }, 1)',
  ),
  storm(
    'rejection-flood',
    'setInterval(() => { for (let i = 0; i < 2000; i++) Promise.reject(new Error("x".repeat(1e4))) }, 1)',
  ),
  ...floods,
  gust(
    'names-of-traces',
    'for (let i = 0; i < 100; i++) { localStorage.setItem("k".repeat(5e4) + i, ""); } document.cookie = "<script>globalThis.pwned=1</script>=1"',
  ),

  // What our own eyes rely on.
  ...Object.entries({
    array:
      'for (const n of Object.getOwnPropertyNames(Array.prototype)) if (n !== "constructor" && n !== "length") Array.prototype[n] = () => { throw new Error("pris") }',
    json: 'JSON.stringify = () => "faux"; JSON.parse = () => ({})',
    object:
      'for (const n of ["keys", "entries", "assign", "fromEntries", "defineProperty", "getOwnPropertyDescriptor"]) Object[n] = () => []; Object.prototype.then = 1; Object.prototype.value = "faux"; Object.prototype.toJSON = () => "faux"',
    element:
      'for (const n of ["querySelectorAll", "querySelector", "matches", "closest", "getAttribute", "getBoundingClientRect"]) Element.prototype[n] = () => null; document.querySelectorAll = () => []',
    style: 'getComputedStyle = () => ({}); window.matchMedia = null',
    promise: 'window.Promise = class { then() {} }; Promise.resolve = () => null',
    observer: 'window.MutationObserver = window.IntersectionObserver = window.ResizeObserver = null',
    timers:
      'setTimeout = setInterval = requestAnimationFrame = () => 0; performance.now = Date.now = () => 0',
    events:
      'EventTarget.prototype.addEventListener = EventTarget.prototype.dispatchEvent = () => { throw 1 }',
    functions:
      'Function.prototype.call = Function.prototype.apply = Function.prototype.toString = () => "faux"; Symbol.iterator && (Array.prototype[Symbol.iterator] = null)',
    clobbered:
      'document.body.insertAdjacentHTML("beforeend", "<form name=body><input name=children><input name=querySelectorAll><input name=parentNode><input name=attributes><input name=nodeType></form><img name=documentElement><a id=top></a><a id=axe></a><a id=qp></a><img name=cookie>")',
    axe: 'window.axe = { run: () => Promise.resolve({ violations: [] }) }; Object.defineProperty(window, "qp", { get() { throw 1 } }); window.qpMake = 1; globalThis.qa = null',
    recorder: 'Object.freeze(window); window[Symbol.for("qualepref")] = null',
    frozen:
      'Object.freeze(Element.prototype); Object.freeze(Document.prototype); Object.freeze(Array.prototype); Object.seal(window)',
    'domain-and-name':
      'document.domain = "127.0.0.1"; window.name = "x".repeat(1e6); document.designMode = "on"',
    'getters-on-root':
      'Object.defineProperty(document, "documentElement", { get: () => null }); Object.defineProperty(document, "body", { get: () => null }); Object.defineProperty(document, "title", { get: () => "faux" })',
  }).map(([name, code]) => seen(`overwritten-${name}`, `<script>try { ${code} } catch {}</script>`)),
];
