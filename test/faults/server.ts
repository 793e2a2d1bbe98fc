import { createSocket } from 'node:dgram';
import {
  createServer as createHttp,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer as createTcp, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { selfSigned } from './certificate.ts';
import { escapeHtml, html, page, says, type Exchange, type Fault, type Logged, type Stage } from './fault.ts';
import { otherSites } from './hosts.ts';
import { faults } from './index.ts';
import type { RobotsCase } from './robots.ts';

/** The faulty site and its neighbours, while they are served. */
export interface FaultServer {
  readonly stage: Stage;
  readonly log: readonly Logged[];
  /** Bare connections to the stand-in for a private address; there must be none. */
  readonly intrusions: readonly string[];
  /** The most requests that were answered at one time. */
  readonly busiest: () => number;
  close(): Promise<void>;
}

const ROBOTS = (origin: string): string =>
  `User-agent: *\nDisallow: /private/\n\nSitemap: ${origin}/sitemap.xml\n`;

/** Serves every fault on loopback; `haste` divides the times of the server. */
export async function serveFaults(haste: number): Promise<FaultServer> {
  const log: Logged[] = [];
  const intrusions: string[] = [];
  const visits = new Map<string, number>();
  const began = performance.now();
  let busy = 0;
  let busiest = 0;
  const parts: { close: () => unknown }[] = [];
  const sockets = new Set<Socket>();
  const watch = <S extends TcpServer>(server: S): S => {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    });
    parts.push(server);
    return server;
  };

  const logged =
    (
      site: Logged['site'],
      answer: (request: IncomingMessage, response: ServerResponse, entry: Logged) => void,
    ): RequestListener =>
    (request, response) => {
      const sent = request.socket.bytesWritten;
      const at = performance.now() - began;
      const entry: Logged = {
        ...{ site, method: request.method ?? '', path: request.url ?? '', headers: request.headers },
        ...{ at, endedAt: Infinity, bytes: 0 },
      };
      log.push(entry);
      busy += 1;
      busiest = Math.max(busiest, busy);
      response.on('close', () => {
        busy -= 1;
        entry.endedAt = performance.now() - began;
        entry.bytes = request.socket.bytesWritten - sent;
      });
      answer(request, response, entry);
    };

  const closed = await freePort();
  const other = watch(
    createHttp(
      logged('other', (request, response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.end(page('Autre site', '<a href="/deep/page">Plus loin</a>'));
      }),
    ),
  );
  const expired = watch(createHttps(selfSigned('127.0.0.1', '2010-01-01', '2020-01-01'), secret));
  const wrongHost = watch(createHttps(selfSigned('autre.exemple.fr', '2020-01-01', '2049-01-01'), secret));
  const stage: Stage = {
    origin: '',
    other: `http://127.0.0.1:${String(await listen(other))}`,
    privatePort: await standIn(intrusions, parts),
    expired: `https://127.0.0.1:${String(await listen(expired))}`,
    wrongHost: `https://127.0.0.1:${String(await listen(wrongHost))}`,
    closed: `http://127.0.0.1:${String(closed)}`,
    haste,
  };
  const main = watch(
    createHttp(
      { maxHeaderSize: 100_000 },
      logged('main', (request, response, entry) => {
        const visit = (visits.get(request.url ?? '') ?? 0) + 1;
        visits.set(request.url ?? '', visit);
        const { socket } = request;
        const url = new URL(`${stage.origin}${request.url ?? '/'}`);
        const sent = (): void => {
          entry.sentAt ??= performance.now() - began;
        };
        play({ request, response, socket, url, stage, visit, sent });
      }),
    ),
  );
  // A server that closes what is slow would end the audit's own patience for it.
  main.requestTimeout = main.headersTimeout = 0;
  Object.assign(stage, { origin: `http://127.0.0.1:${String(await listen(main))}` });

  return {
    stage,
    log,
    intrusions,
    busiest: () => busiest,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all(parts.map((part) => part.close()));
    },
  };
}

/** A site whose robots.txt is one of the cases; answers the paths asked, and when, in milliseconds. */
export async function serveRobots({ answer }: RobotsCase): Promise<{
  readonly origin: string;
  readonly asked: readonly { readonly path: string; readonly at: number }[];
  close(): void;
}> {
  const asked: { path: string; at: number }[] = [];
  const server = createHttp(({ url: path = '' }, response) => {
    asked.push({ path, at: performance.now() });
    if (!path.startsWith('/robots.txt')) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(page(`Page ${path}`, '<a href="/open">Ouverte</a> <a href="/closed">Fermée</a>'));
      return;
    }
    const said = answer(path);
    if ('location' in said) response.writeHead(said.status, { location: said.location }).end();
    else response.writeHead(said.status, { 'content-type': said.type ?? 'text/plain' }).end(said.text);
  });
  const port = await listen(server);
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function play(exchange: Exchange): void {
  const { pathname } = exchange.url;
  const [, group = '', name = ''] = pathname.split('/');
  if (pathname === '/') return html(startPage(exchange.stage))(exchange);
  if (pathname === '/robots.txt') {
    exchange.response.writeHead(200, { 'content-type': 'text/plain' });
    exchange.response.end(ROBOTS(exchange.stage.origin));
    return;
  }
  const id = `${group}/${name}`.replace(/;.*$/, '');
  const fault = faults.find((one) => one.id === id || one.path === pathname);
  (fault?.respond ?? says(404))(exchange);
}

/** Links to everything but what another fault leads to. */
function startPage(stage: Stage): string {
  const own = playedAt(stage)
    .filter(({ isHelper }) => isHelper !== true)
    .flatMap((fault) => hrefsOf(fault, stage));
  const links = [...own, ...otherSites.map(({ address }) => address(stage))];
  return page(
    'Catalogue de défauts',
    `<ul>${links.map((href) => `<li><a href="${escapeHtml(href)}">${escapeHtml(href.slice(0, 80))}</a></li>`).join('\n')}</ul>`,
  );
}

/** Those that are played at the pace of a stage. */
export function playedAt({ haste }: Stage): readonly Fault[] {
  return haste === 1 ? faults : faults.filter(({ isLong }) => isLong !== true);
}

function hrefsOf(fault: Fault, stage: Stage): readonly string[] {
  return fault.hrefs?.(stage) ?? [pathOf(fault)];
}

/** Where a fault is found. */
export function pathOf({ id, path }: Pick<Fault, 'id' | 'path'>): string {
  return path ?? `/${id}`;
}

const secret: RequestListener = (_, response) => response.end(`<title>${SECRET}</title>`);

/** What the neighbours of the site would say; no output may hold it. */
export const SECRET = 'secret-du-voisin';

/** On one port of every local address that a name or a number may lead to; 127.0.0.1 as well, for the name. */
async function standIn(intrusions: string[], parts: { close: () => unknown }[]): Promise<number> {
  const watch = (): Server =>
    createHttp(secret).on('connection', (socket: Socket) => {
      intrusions.push(`${String(socket.remoteAddress)} → ${String(socket.localAddress)}`);
    });
  const first = watch();
  parts.push(first);
  const port = await listen(first, '127.0.0.2');
  for (const host of ['127.0.0.1', '::1', '127.0.0.3']) {
    const server = watch();
    // Where the machine has no such address, nothing can reach it either.
    if ((await listen(server, host, port).catch(() => null)) !== null) parts.push(server);
  }
  const datagrams = createSocket('udp4').on('message', () => intrusions.push('UDP'));
  parts.push(datagrams);
  await new Promise<void>((resolve) => datagrams.bind(port, '127.0.0.2', resolve));
  return port;
}

async function freePort(): Promise<number> {
  const server = createTcp();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function listen(server: TcpServer, host = '127.0.0.1', port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
