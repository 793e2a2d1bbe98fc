// The API in memory, over real HTTP: for the demonstration site and for the tests of what is built.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { API_ROOT } from '@qualepref/core';

/** Answers as `fetch` does. */
export interface Answering {
  readonly fetch: typeof fetch;
}

/** More than the longest message, by far. */
const MAX_BODY = 65_536;

/** Whether a request is for the API. */
export function isForApi({ url = '' }: IncomingMessage): boolean {
  return url.startsWith(`${API_ROOT}/`);
}

/**
 * The two services behind one door. What they refuse to read is a refusal of the
 * API, never a crash of the server.
 *
 * @param booking answers what is not feedback
 */
export function serviceOf(booking: Answering, feedback: Answering): RequestListener {
  return (request, response) => {
    void answer(request, response, /\/feedback\b/.test(request.url ?? '') ? feedback : booking);
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { fetch }: Answering,
): Promise<void> {
  try {
    const body = await bodyOf(request);
    const headers = new Headers();
    for (const name of ['idempotency-key', 'accept-language']) {
      const value = request.headers[name];
      if (typeof value === 'string') headers.set(name, value);
    }
    const method = request.method ?? 'GET';
    const given = await fetch(new URL(request.url ?? '/', 'http://localhost'), {
      method,
      headers,
      ...(body === '' ? {} : { body }),
    });
    const text = await given.text();
    response.writeHead(given.status, {
      'content-type': given.headers.get('content-type') ?? 'application/json',
      'cache-control': 'no-store',
    });
    response.end(text);
  } catch {
    const problem = { type: 'about:blank', title: 'Demande illisible', status: 400, code: 'invalid' };
    response.writeHead(400, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify(problem));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MAX_BODY) throw new Error('too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
