import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { AddressKind } from './facts.ts';
import { createFetch, type FetchClient, type Fetched, type FetchOptions } from './fetch.ts';

/** A small sound page. */
export const HTML = '<!doctype html><title>Page</title>';

/** Answers with it. */
export const html: RequestListener = (_, response) =>
  response.setHeader('content-type', 'text/html').end(HTML);

/** Answers with a status and a few words. */
export function says(status: number, headers: Record<string, string> = {}): RequestListener {
  return (_, response) => response.writeHead(status, headers).end('texte');
}

/** Answers each time the next of the list, then always the last. */
export function inTurn(...answers: RequestListener[]): RequestListener {
  let turn = 0;
  return (request, response) => {
    const answer = answers[Math.min(turn, answers.length - 1)];
    turn += 1;
    answer?.(request, response);
  };
}

const opened: (() => Promise<void>)[] = [];

/** Closes the servers and clients of the test that ends. */
export async function closeAll(): Promise<void> {
  await Promise.all(opened.splice(0).map((close) => close()));
}

/** A server on a port of its own. */
export interface Listening {
  readonly url: string;
  /** Every connection received, requests or not. */
  readonly sockets: ReadonlySet<Socket>;
  readonly close: () => Promise<void>;
}

/** What a site was asked. */
export interface Asked {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly at: number;
}

/** Starts a server on one address of loopback. */
export async function listen(server: Server, host = '127.0.0.1'): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const url = `http://${host}:${String((server.address() as AddressInfo).port)}`;
  const close = (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) =>
      server.close(() => {
        resolve();
      }),
    );
  };
  opened.push(close);
  return { url, sockets, close };
}

/** A site whose paths answer as told; robots.txt is missing unless told. `lines` leaves robots.txt out. */
export async function site(
  paths: Record<string, RequestListener> = {},
  host?: string,
): Promise<Listening & { readonly asked: Asked[]; readonly lines: () => string[] }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    asked.push({ line: `${method} ${url}`, headers, at: performance.now() });
    const answer = paths[url.split('?')[0] ?? ''] ?? says(404);
    answer(request, response);
  });
  const lines = (): string[] => asked.map(({ line }) => line).filter((line) => line !== 'GET /robots.txt');
  return { ...(await listen(server, host)), asked, lines };
}

/** A server below HTTP. It has no robots.txt; then the connection is in the hands of the test. */
export function wire(onRequest: (socket: Socket, count: number) => void): Promise<Listening> {
  let count = 0;
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (data) => {
      if (data.includes('GET /robots.txt')) socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n');
      else onRequest(socket, (count += 1));
    });
  });
  return listen(server);
}

/** The client of an audit of this address, in a hurry; only 127.0.0.1 is permitted. */
export function client(address: string, { limits, ...options }: Partial<FetchOptions> = {}): FetchClient {
  const made = createFetch({
    userAgent: 'qualepref/1.0 (+test@exemple.fr)',
    headers: {},
    site: { address, aliases: [] },
    permittedPrivateHosts: ['127.0.0.1'],
    asksOtherHosts: false,
    delay: 0,
    concurrency: 1,
    ignoreRobotsErrors: false,
    now: () => new Date('2026-11-24T09:00:00Z'),
    limits: { backOff: [5, 10], deadline: 5000, refusedPause: 5, elsewhere: 0, ...limits },
    ...options,
  });
  opened.push(made.close);
  return made;
}

/** Asks one address by a client of its own. */
export function ask(
  url: string,
  kind: AddressKind = 'page',
  options: Partial<FetchOptions> = {},
): Promise<Fetched> {
  return client(new URL(url).origin, options).fetch({ url, kind });
}
