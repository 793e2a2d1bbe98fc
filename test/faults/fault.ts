import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Finding } from '@qualepref/core';
import type { AddressFacts, AddressOutcome, Report } from '@qualepref/crawler';

/** As `report.json` holds it. */
export type WholeReport = Report &
  Readonly<{ findings: readonly Finding[]; addresses: readonly AddressFacts[] }>;

/** One thing a web server does wrong, and what an audit must make of it. */
export interface Fault {
  /** `group/name`; it answers at `/group/name` and below. */
  readonly id: string;
  /** Address of the fault, when it is not `/group/name`: percent-encoded, from the root. */
  readonly path?: string;
  /** What may be recorded; the first is the best answer. */
  readonly outcomes: readonly AddressOutcome[];
  /** Reached from another fault, and not linked from the start page. */
  readonly isHelper?: true;
  /** Only a browser asks for it: it may be absent from the addresses of the report. */
  readonly isAsset?: true;
  /** Keeps the browser for as long as it may: played at a pace of 1 only. */
  readonly isLong?: true;
  /** Addresses made without end: the verdict may stand on any of them. */
  readonly isEndless?: true;
  readonly rules?: Rules;
  /** How the start page links to it, as written in `href`; once, plainly, unless told otherwise. */
  readonly hrefs?: (stage: Stage) => readonly string[];
  readonly respond: (exchange: Exchange) => void;
  /** What else must hold, as complaints when it does not. */
  readonly judge?: (seen: Seen) => readonly string[];
}

/** Rules of which the log of the server is the proof. */
export interface Rules {
  /** Requests for the fault and all that lies below. */
  readonly maxRequests?: number;
  readonly neverAsked?: true;
  /** Seconds at least from one request to the next. */
  readonly minGap?: number;
  readonly title?: string;
  /** Path that redirects end on. */
  readonly finalPath?: string;
  /** Seconds that one request, or one page in the browser, may last. */
  readonly maxSeconds?: number;
}

/** The origins the faults are played on, known once every server listens. */
export interface Stage {
  /** `http://127.0.0.1:port`, without a slash. */
  readonly origin: string;
  readonly other: string;
  /** Port of the stand-in for a private address, on 127.0.0.2. */
  readonly privatePort: number;
  readonly expired: string;
  readonly wrongHost: string;
  readonly closed: string;
  /** What the times of the server, and the deadlines of the audit, are divided by. */
  readonly haste: number;
}

/** One request being answered. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly socket: Socket;
  readonly url: URL;
  readonly stage: Stage;
  /** Which request this is for its exact address, from 1. */
  readonly visit: number;
  /** Said by an answer that is meant to come late, but in time: all of it is sent, or nobody waits for the rest. The first time counts. */
  readonly sent: () => void;
}

/** One request as the server saw it. */
export interface Logged {
  readonly site: 'main' | 'other';
  readonly method: string;
  /** As asked, with its query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** Milliseconds since the server started. */
  readonly at: number;
  /** When the exchange ended, or the audit did. */
  endedAt: number;
  /** When an answer that was meant to come late had been sent whole; absent of others. */
  sentAt?: number;
  /** Bytes the server sent. */
  bytes: number;
}

/** What is known of a fault once the audit has ended. */
export interface Seen {
  readonly stage: Stage;
  /** Absent when the report does not name the address. */
  readonly row: AddressFacts | undefined;
  /** Every address of the report, by its path when it is the site's. */
  readonly rows: ReadonlyMap<string, AddressFacts>;
  readonly requests: readonly Logged[];
  readonly report: WholeReport;
  /** Text of each file written and of what was printed, by name. */
  readonly outputs: ReadonlyMap<string, string>;
}

type Headers = Readonly<Record<string, string>>;

/** An ordinary page of the site; title and heading are texts, the rest is markup. */
export function page(title: string, main = '', head = ''): string {
  const text = escapeHtml(title);
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>${text}</title>${head}</head>
<body><main id="contenu"><h1>${text}</h1>
${main}
</main></body>
</html>
`;
}

/** A text as markup. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

/** A long word, divided as the deadlines are: a browser that shares its machine with other tests has no more than its own 45 s. */
export function letters({ stage }: Exchange, megabytes: number): string {
  return 'a'.repeat((megabytes * 1_000_000) / stage.haste);
}

/** Answers 200 with HTML. */
export function html(body: string | ((exchange: Exchange) => string), headers: Headers = {}) {
  return (exchange: Exchange): void => {
    exchange.response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    exchange.response.end(typeof body === 'string' ? body : body(exchange));
  };
}

/** Answers with a status, a few words and nothing else to see. */
export function says(status: number, headers: Headers = {}) {
  return ({ response }: Exchange): void => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(status === 204 ? undefined : page(`Réponse ${String(status)}`));
  };
}

/** Answers with a body of some type; no type when it is `null`. */
export function sends(type: string | null, body: string | Uint8Array, headers: Headers = {}) {
  return ({ response }: Exchange): void => {
    const typed = type === null ? {} : { 'content-type': type };
    response.writeHead(200, { ...typed, 'content-length': Buffer.byteLength(body), ...headers });
    response.end(body);
  };
}

/** Redirects to an address made for each request. */
export function redirects(location: string | ((exchange: Exchange) => string), status = 302) {
  return (exchange: Exchange): void => {
    const target = typeof location === 'string' ? location : location(exchange);
    exchange.response.writeHead(status, { location: target }).end();
  };
}

/** Writes to the connection below HTTP. */
export function writes(bytes: string | Uint8Array, then: 'end' | 'reset' | 'wait' = 'end') {
  return ({ socket }: Exchange): void => {
    socket.write(bytes, () => {
      if (then === 'end') socket.end();
      if (then === 'reset') setTimeout(() => socket.resetAndDestroy(), 50);
    });
  };
}

/** Repeats something until the connection is gone; `every` in milliseconds. */
export function repeats(socket: Socket, every: number, work: () => void): void {
  const timer = setInterval(work, every);
  socket.on('close', () => {
    clearInterval(timer);
  });
}
