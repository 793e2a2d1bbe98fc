import type { AddressOutcome } from '@qualepref/crawler';
import { html, page, redirects as to, says, type Exchange, type Fault, type Seen } from './fault.ts';

/** A refused target is told as text: somewhere in the report, never opened. */
const tells =
  (target: string) =>
  ({ outputs }: Seen): string[] =>
    outputs.get('report.json')?.includes(target) === true ? [] : [`the report does not tell ${target}`];

const led = (name: string, location: string, status = 302): Fault => ({
  id: `redirects/${name}`,
  outcomes: ['redirected'],
  rules: { finalPath: '/status/ok' },
  respond: to(location, status),
});

const refused = (name: string, location: string | ((exchange: Exchange) => string)): Fault => ({
  id: `redirects/${name}`,
  outcomes: ['out_of_scope'],
  respond: to(location),
  judge: (seen) => {
    if (typeof location === 'string') return tells(location)(seen);
    return seen.row?.finalUrl === undefined ? ['the refused target is not told'] : [];
  },
});

const without = (name: string, outcomes: readonly AddressOutcome[], location?: string): Fault => ({
  id: `redirects/${name}`,
  outcomes,
  respond: location === undefined ? says(302) : to(location),
});

/** Where a server sends elsewhere, by its answers or by its pages. */
export const redirects: readonly Fault[] = [
  led('relative', '../status/ok'),
  led('308', '/status/ok', 308),
  led('fragment', '/status/ok#contenu'),
  {
    ...led('chain-5', ''),
    respond: (exchange) => {
      const hop = Number(exchange.url.pathname.split('/')[3] ?? 0) + 1;
      to(hop < 5 ? `/redirects/chain-5/${String(hop)}` : '/status/ok')(exchange);
    },
  },
  {
    id: 'redirects/loop-self',
    outcomes: ['loop'],
    rules: { maxRequests: 25 },
    respond: to('/redirects/loop-self'),
  },
  {
    id: 'redirects/loop-a',
    outcomes: ['loop'],
    rules: { maxRequests: 25 },
    respond: to('/redirects/loop-b'),
  },
  {
    id: 'redirects/loop-b',
    isHelper: true,
    outcomes: ['loop'],
    rules: { maxRequests: 25 },
    respond: to('/redirects/loop-a'),
  },
  without('no-location', ['invalid_content', 'network_error', 'server_error']),
  without('bad-location', ['invalid_content', 'network_error'], 'http://[adresse'),
  refused('to-file', 'file:///etc/passwd'),
  refused('to-data', 'data:text/html,<h1>Ailleurs</h1>'),
  refused('to-javascript', 'javascript:globalThis.pwned=1'),
  refused('to-metadata', ({ stage }) => `http://127.0.0.2:${String(stage.privatePort)}/redirection`),
  refused('to-metadata-name', ({ stage }) => `http://localhost:${String(stage.privatePort)}/redirection`),
  refused('to-metadata-decimal', ({ stage }) => `http://2130706434:${String(stage.privatePort)}/redirection`),
  {
    id: 'redirects/to-other-site',
    outcomes: ['redirected', 'out_of_scope'],
    respond: to(({ stage }) => `${stage.other}/`),
  },
  { id: 'redirects/to-private', outcomes: ['refused_by_robots'], respond: to('/private/secret') },
  {
    id: 'redirects/meta-refresh-loop',
    outcomes: ['ok', 'loop'],
    rules: { maxRequests: 5 },
    respond: html(page('Se rafraîchit sans fin', '', '<meta http-equiv="refresh" content="0">')),
  },
  {
    id: 'redirects/js-loop',
    outcomes: ['loop', 'timeout'],
    rules: { maxRequests: 40 },
    respond: html(
      page(
        'Part sans cesse',
        '<script>location.replace("/redirects/js-loop?tour=" + Math.random())</script>',
      ),
    ),
  },
];
