import type { AddressOutcome } from '@qualepref/crawler';
import { escapeHtml, html, page, redirects, type Exchange, type Fault } from './fault.ts';

const neighbour = ({ stage }: Exchange): string => `http://127.0.0.2:${String(stage.privatePort)}`;

const fault = (
  name: string,
  markup: (exchange: Exchange) => string,
  outcomes: readonly AddressOutcome[] = ['ok'],
): Fault => ({
  id: `ssrf/${name}`,
  outcomes,
  rules: { maxSeconds: 45 },
  respond: html((exchange) => page(`Adresse privée : ${name}`, markup(exchange))),
});

/** Hosts that a crawler must not reach, as a hostile page would write them. */
const PRIVATE_HOSTS = [
  ...['127.0.0.2', 'localhost', 'a.localhost', '[::1]', '0.0.0.0', '2130706434', '0x7f000002', '0177.0.0.2'],
  ...['127.2', '[::ffff:127.0.0.2]', '[::ffff:7f00:2]', '[::7f00:2]', '127.0.0.2.', '127.0.0.3'],
  ...['169.254.169.254', '10.0.0.1', '172.16.0.1', '192.168.1.1', '100.64.0.1', '198.18.0.1', '224.0.0.1'],
  ...['[fd00::1]', '[fe80::1]', '[64:ff9b::7f00:2]', '[2002:7f00:2::]', '１２７.0.0.2'],
];

/** Ways to make the audit speak to an address that only its own machine or network can reach. */
export const ssrf: readonly Fault[] = [
  {
    ...fault('links', ({ stage: { privatePort } }) =>
      PRIVATE_HOSTS.map((host) => `<a href="http://${host}:${String(privatePort)}/lien">${host}</a>`).join(
        '\n',
      ),
    ),
    judge: ({ rows }) => {
      const found = [...rows].filter(([path]) => path.endsWith('/lien'));
      return [
        ...(found.length > 15 ? [] : [`only ${String(found.length)} of the links are recorded`]),
        ...found
          .filter(([, { outcome }]) => outcome !== 'out_of_scope')
          .map(([path, { outcome }]) => `${path} is ${outcome}`),
      ];
    },
  },
  fault('image', (exchange) => `<img alt="" src="${neighbour(exchange)}/image.png">`),
  fault('frame', (exchange) => `<iframe title="Cadre" src="${neighbour(exchange)}/cadre"></iframe>`),
  fault('fetch', (exchange) => {
    const url = neighbour(exchange);
    return `<script>
fetch("${url}/fetch").catch(() => 0); fetch("${url}/post", { method: "POST", body: "x", mode: "no-cors" }).catch(() => 0);
navigator.sendBeacon("${url}/balise", "x"); new Worker(URL.createObjectURL(new Blob(["fetch('${url}/worker')"])));
try { const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:${url.slice(7)}" }] });
peer.createDataChannel("x"); peer.createOffer().then((offer) => peer.setLocalDescription(offer)); } catch {}
</script><link rel="prefetch" href="${url}/prefetch"><link rel="preconnect" href="${url}">`;
  }),
  fault(
    'websocket',
    (exchange) => `<script>new WebSocket("${neighbour(exchange).replace('http', 'ws')}/")</script>`,
  ),
  fault('hop', () => '<img alt="" src="/ssrf/hop-target">'),
  {
    id: 'ssrf/hop-target',
    isHelper: true,
    isAsset: true,
    outcomes: ['out_of_scope'],
    respond: redirects((exchange) => `${neighbour(exchange)}/image.png`),
  },
  fault(
    'navigate',
    (exchange) => `<script>location.href = ${JSON.stringify(`${neighbour(exchange)}/page`)}</script>`,
    ['out_of_scope', 'ok'],
  ),
  fault('file-frame', () =>
    ['file:///etc/passwd', 'view-source:file:///etc/passwd', 'chrome://version']
      .map(
        (url) =>
          `<iframe title="Cadre" src="${escapeHtml(url)}"></iframe><img alt="" src="${escapeHtml(url)}">`,
      )
      .join(''),
  ),
];
