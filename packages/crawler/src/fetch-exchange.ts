import type { Readable } from 'node:stream';
import { QualeprefError } from '@qualepref/core';
import { Agent, buildConnector, EnvHttpProxyAgent, Pool, request, type Dispatcher } from 'undici';
import type { AddressGuard } from './address-guard.ts';
import { judgeFailure, PROXY_FAILED, type Answer, type Verdict } from './fetch-answer.ts';
import { askLeniently } from './fetch-lenient.ts';

/** One request to send. */
export interface Sending {
  readonly url: URL;
  readonly method: 'GET' | 'HEAD';
  readonly headers: Readonly<Record<string, string>>;
  /** For the whole answer, in milliseconds. */
  readonly deadline: number;
  /** Whether to forgive what another answer of the same address was refused for. */
  readonly isLenient?: boolean;
  /** How many bytes of the body to read, once its headers are known. */
  wants(status: number, headers: Answer['headers']): number;
}

/** Sends one request and waits for its answer, or for what stands in its place. */
export interface Exchange {
  send(sending: Sending, signal: AbortSignal | undefined): Promise<Answer | Verdict>;
  readonly close: () => Promise<void>;
}

/** Times in milliseconds. */
export interface ExchangeLimits {
  /** Until the headers are there, connection included. */
  readonly firstByte: number;
  readonly connect: number;
  /** Bytes. */
  readonly headers: number;
}

/** Answers forgiven in a row, after which an origin is not asked twice for each any more. */
const ALWAYS = 5;

/**
 * Opens the connections, each under the eyes of the guard. A proxy declared by
 * the environment (`HTTPS_PROXY`, `NO_PROXY`) is a peer allowed, wherever it is:
 * names are then resolved by it, and what is private by itself is refused before
 * anything is sent to it. Permitted private hosts are reached without it.
 */
export function createExchange(guard: AddressGuard, limits: ExchangeLimits): Exchange {
  const connect = guardedConnector(guard, limits.connect);
  const options = {
    connect,
    maxHeaderSize: limits.headers,
    headersTimeout: 0,
    bodyTimeout: 0,
  };
  const direct = new Agent(options);
  const outside = throughProxy({ ...options, clientFactory: proxyClient });
  const hasProxy = ['http_proxy', 'https_proxy'].some(
    (name) => process.env[name] ?? process.env[name.toUpperCase()],
  );
  /** How many answers of an origin were forgiven in a row. */
  const forgiven = new Map<string, number>();

  async function ask(
    { url, method, headers, isLenient = false }: Sending,
    signal: AbortSignal,
  ): Promise<Pick<Dispatcher.ResponseData, 'statusCode' | 'headers'> & { readonly body: Readable }> {
    const isDirect = guard.isPermitted(url.hostname);
    const row = forgiven.get(url.origin) ?? 0;
    if ((isLenient || row >= ALWAYS) && (isDirect || !hasProxy)) {
      const { headers: maxHeaderSize } = limits;
      const response = await askLeniently({ url, method, headers, connect, maxHeaderSize, signal });
      forgiven.set(url.origin, row + 1);
      return { statusCode: response.statusCode ?? 0, headers: response.headers, body: response };
    }
    const response = await request(url, { dispatcher: isDirect ? direct : outside, method, headers, signal });
    forgiven.delete(url.origin);
    return response;
  }

  return {
    async send(sending, signal) {
      signal?.throwIfAborted();
      const stop = new AbortController();
      const end = (): void => {
        stop.abort();
      };
      const stopCounting = countDown(sending.deadline, end);
      const stopListening = countDown(limits.firstByte, end);
      signal?.addEventListener('abort', end);
      const since = performance.now();
      let hadHeaders = false;
      try {
        const refusal = guard.checkHost(sending.url.hostname);
        if (refusal) throw refusal;
        const response = await orStopped(ask(sending, stop.signal), stop.signal);
        hadHeaders = true;
        const milliseconds = Math.round(performance.now() - since);
        stopListening();
        const headers = flat(response.headers);
        const cookies = [response.headers['set-cookie'] ?? []].flat();
        const wanted = sending.wants(response.statusCode, headers);
        const read = await readBody(response.body, wanted);
        return { status: response.statusCode, headers, cookies, milliseconds, ...read };
      } catch (error) {
        signal?.throwIfAborted();
        if (stop.signal.aborted)
          return hadHeaders ? { outcome: 'timeout' } : { outcome: 'timeout', reason: 'silent' };
        const verdict = judgeFailure(error, hadHeaders);
        if (verdict) return verdict;
        throw error;
      } finally {
        stopCounting();
        stopListening();
        signal?.removeEventListener('abort', end);
      }
    },

    async close() {
      await Promise.all([direct.destroy(), outside.destroy()]);
    },
  };
}

/** @throws QualeprefError `usage-proxy` */
function throughProxy(options: EnvHttpProxyAgent.Options): EnvHttpProxyAgent {
  try {
    return new EnvHttpProxyAgent(options);
  } catch (cause) {
    throw new QualeprefError(
      'usage-proxy',
      'L’adresse du serveur mandataire ne se lit pas : écrire http://hôte:port dans les variables HTTP_PROXY et HTTPS_PROXY, ou les retirer.',
      { cause },
    );
  }
}

/** What is not connected yet does not hear that it is stopped: a proxy that never answers would be waited for without end. */
function orStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new DOMException('stopped', 'AbortError'));
    });
    work.then(resolve, reject);
  });
}

const TICKS = 20;

/**
 * Calls `end` once the time is up. Reading a large page holds the thread, and the
 * answers that came meanwhile wait for it: such a pause counts for one tick, or a
 * page that answered in time would be recorded as late.
 */
function countDown(time: number, end: () => void): () => void {
  let left = TICKS;
  const ticking = setInterval(() => {
    left -= 1;
    if (left === 0) end();
  }, time / TICKS);
  return () => {
    clearInterval(ticking);
  };
}

/** A lookup hook alone is not called for a literal address: this one sees all that connects. */
function guardedConnector(guard: AddressGuard, timeout: number): buildConnector.connector {
  const connect = buildConnector({ timeout, lookup: guard.lookup });
  return (target, callback) => {
    const refusal = guard.checkHost(target.hostname);
    if (refusal) {
      callback(refusal, null);
      return;
    }
    connect(target, (...[error, socket]) => {
      if (error) {
        callback(error, null);
        return;
      }
      const stranger = guard.checkPeer(target.hostname, socket.remoteAddress);
      if (stranger) {
        socket.destroy();
        callback(stranger, null);
        return;
      }
      callback(null, socket);
    });
  };
}

/** A proxy that cannot be reached must not pass for a site that cannot be: its errors get a name of their own. */
function proxyClient(origin: URL, options: object): Dispatcher {
  const { connect, ...others } = options as { readonly connect: buildConnector.connector };
  return new Pool(origin, {
    ...others,
    connect: (target, callback) => {
      connect(target, (...[error, socket]) => {
        if (error) callback(Object.assign(error, { code: PROXY_FAILED }), null);
        else callback(null, socket);
      });
    },
  });
}

/** Reads what is wanted, then hangs up: what is left would only weigh on both sides. */
async function readBody(stream: Readable, wanted: number): Promise<Pick<Answer, 'body' | 'isWhole'>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (wanted === 0) stream.on('error', () => undefined).destroy();
  else
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > wanted) break;
    }
  return { body: Buffer.concat(chunks, Math.min(length, wanted)), isWhole: wanted > 0 && length <= wanted };
}

/** One text a header; of two that disagree, such as Location, the first. */
function flat(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => {
    const values = [value ?? ''].flat();
    return [name, LISTS.has(name) ? values.join(', ') : (values[0] ?? '')];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Of policies all hold, and encodings were made one over the other. */
const LISTS: ReadonlySet<string> = new Set(['content-security-policy', 'content-encoding']);
