import { API_ROOT, type Language, type ProblemCode } from '@qualepref/core';

/** What people can be told of a call that failed: no network, too slow, a refusal, or an answer that is none. */
export type FailureKind = 'offline' | 'timeout' | 'refused' | 'broken';

/** A call that gave nothing. */
export class Failure extends Error {
  readonly kind: FailureKind;
  /** Why the server refused. */
  readonly code: ProblemCode | undefined;
  /** In the reader's language, from the server. */
  readonly detail: string | undefined;

  constructor(
    kind: FailureKind,
    options: { code?: ProblemCode; detail?: string | undefined; cause?: unknown } = {},
  ) {
    super(`${kind} ${options.code ?? ''}`, { cause: options.cause });
    this.kind = kind;
    this.code = options.code;
    this.detail = options.detail;
  }
}

/** Whether an answer has the shape that was expected. */
export type Guard<Answer> = (value: unknown) => value is Answer;

export interface ExchangeOptions {
  /** Origin and folder of the API, without `/api/v1`; the page's own by default. */
  readonly base: string;
  readonly language: Language;
  /** Milliseconds for one try. */
  readonly timeout?: number | undefined;
  readonly fetch?: typeof fetch | undefined;
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** The same key for each try of one intention: the server does it once. */
  readonly key?: string;
}

const TIMEOUT = 10_000;
/** Waits before each new try of what can safely be sent again, in milliseconds. */
const RETRIES = [500, 1500];

/**
 * Asks the public API and checks the shape of what it answers.
 *
 * @throws `Failure`, or the reason of the abort that was asked for
 */
export async function ask<Answer>(
  options: ExchangeOptions,
  guard: Guard<Answer>,
  path: string,
  call: Call = {},
): Promise<Answer> {
  const response = await patiently(options, path, call);
  const answer = await json(response);
  if (!guard(answer)) throw new Failure('broken');
  return answer;
}

/** Sends once, and takes any answer that is no refusal. */
export async function send(
  { base, language, timeout = TIMEOUT, fetch: fetched = fetch }: ExchangeOptions,
  path: string,
  { method = 'GET', body, query, signal, key }: Call,
): Promise<Response> {
  const url = new URL(`${base.replace(/\/$/, '')}${API_ROOT}${path}`, document.baseURI);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  const late = AbortSignal.timeout(timeout);
  const response = await fetched(url, {
    method,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: signal ? AbortSignal.any([signal, late]) : late,
    headers: {
      accept: 'application/json',
      'accept-language': language,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new Failure(late.aborted ? 'timeout' : 'offline', { cause });
  });
  if (response.ok) return response;
  const problem = await json(response);
  if (!isProblem(problem)) throw new Failure('broken');
  throw new Failure('refused', { code: problem.code, detail: problem.detail });
}

/**
 * Does each intention of the reader once, however often it is tried: the same
 * key goes with all its tries. A refusal ends it, a broken line does not.
 */
export function onceEach(): <Answer>(
  intention: string,
  call: (key: string) => Promise<Answer>,
) => Promise<Answer> {
  const keys = new Map<string, string>();
  return async (intention, call) => {
    const key = keys.get(intention) ?? crypto.randomUUID();
    keys.set(intention, key);
    try {
      const answer = await call(key);
      keys.delete(intention);
      return answer;
    } catch (error) {
      if (error instanceof Failure && error.kind === 'refused') keys.delete(intention);
      throw error;
    }
  };
}

/** A GET, and whatever bears a key, can be sent again: the server does it once. */
async function patiently(options: ExchangeOptions, path: string, call: Call): Promise<Response> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await send(options, path, call);
    } catch (error) {
      const wait = RETRIES[tries];
      if (wait === undefined || !mayPass(error)) throw error;
      await pause(wait, call.signal);
    }
  }
}

function isProblem(value: unknown): value is { code: ProblemCode; detail?: string } {
  // A code that is not known here is told by the server's own words.
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new Failure('broken', { cause });
  }
}

function mayPass(error: unknown): boolean {
  if (!(error instanceof Failure)) return false;
  return error.kind === 'offline' || error.kind === 'timeout' || error.code === 'unavailable';
}

function pause(wait: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, wait);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    });
  });
}

/** Reads a JSON file at an address, for what speaks to no API. What is in it is not checked here. */
export async function fetchJson(
  address: string,
  { signal, timeout = TIMEOUT }: { readonly signal: AbortSignal; readonly timeout?: number },
): Promise<unknown> {
  const late = AbortSignal.timeout(timeout);
  const response = await fetch(new URL(address, document.baseURI), {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    headers: { accept: 'application/json' },
    signal: AbortSignal.any([signal, late]),
  }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new Failure(late.aborted ? 'timeout' : 'offline', { cause });
  });
  if (!response.ok) throw new Failure('broken');
  return json(response);
}
