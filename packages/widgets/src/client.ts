import {
  API_ROOT,
  appointmentAnswerSchema,
  challengeSchema,
  feedbackAnswerSchema,
  feedbackFormSchema,
  holdAnswerSchema,
  problemSchema,
  proceduresAnswerSchema,
  sitesAnswerSchema,
  slotsAnswerSchema,
  type AppointmentAnswer,
  type AppointmentRequest,
  type Challenge,
  type ChallengeAction,
  type FeedbackAnswer,
  type FeedbackForm,
  type FeedbackRequest,
  type HoldAnswer,
  type HoldRequest,
  type Language,
  type ProblemCode,
  type ProceduresAnswer,
  type SitesAnswer,
  type SlotsAnswer,
} from '@qualepref/core';
import { safeParse, type GenericSchema, type InferOutput } from 'valibot';

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

export interface ClientOptions {
  /** Origin and folder of the API, without `/api/v1`; the page's own by default. */
  readonly base: string;
  readonly language: Language;
  /** Milliseconds for one try. */
  readonly timeout?: number;
  readonly fetch?: typeof fetch;
}

interface Call {
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

/** Speaks to the public API. What it gives has been checked; what fails is a `Failure`, or the abort that was asked for. */
export class Client {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  sites(signal?: AbortSignal): Promise<SitesAnswer> {
    return this.#call(sitesAnswerSchema, '/sites', { signal });
  }

  procedures(site: string, signal?: AbortSignal): Promise<ProceduresAnswer> {
    return this.#call(proceduresAnswerSchema, '/procedures', { query: { site }, signal });
  }

  slots(
    query: { readonly site: string; readonly procedure: string; readonly from: string; readonly to: string },
    signal?: AbortSignal,
  ): Promise<SlotsAnswer> {
    return this.#call(slotsAnswerSchema, '/slots', { query, signal });
  }

  challenge(action: ChallengeAction, signal?: AbortSignal): Promise<Challenge> {
    return this.#call(challengeSchema, `/challenges/${action}`, { signal });
  }

  hold(body: HoldRequest, key: string): Promise<HoldAnswer> {
    return this.#call(holdAnswerSchema, '/holds', { method: 'POST', body, key });
  }

  extend(hold: string, key: string): Promise<HoldAnswer> {
    return this.#call(holdAnswerSchema, `/holds/${encodeURIComponent(hold)}/extend`, { method: 'POST', key });
  }

  /** Gives a place back; one that has expired meanwhile is no failure. */
  async release(hold: string): Promise<void> {
    await this.#send(`/holds/${encodeURIComponent(hold)}`, { method: 'DELETE' }).catch(() => undefined);
  }

  book(body: AppointmentRequest, key: string): Promise<AppointmentAnswer> {
    return this.#call(appointmentAnswerSchema, '/appointments', { method: 'POST', body, key });
  }

  appointment(token: string, signal?: AbortSignal): Promise<AppointmentAnswer> {
    return this.#call(appointmentAnswerSchema, `/appointments/${encodeURIComponent(token)}`, { signal });
  }

  move(token: string, hold: string, key: string): Promise<AppointmentAnswer> {
    const path = `/appointments/${encodeURIComponent(token)}/move`;
    return this.#call(appointmentAnswerSchema, path, { method: 'POST', body: { hold }, key });
  }

  cancel(token: string, key: string): Promise<AppointmentAnswer> {
    const path = `/appointments/${encodeURIComponent(token)}/cancel`;
    return this.#call(appointmentAnswerSchema, path, { method: 'POST', key });
  }

  feedbackForm(signal?: AbortSignal): Promise<FeedbackForm> {
    return this.#call(feedbackFormSchema, '/feedback/form', { signal });
  }

  sendFeedback(body: FeedbackRequest, key: string): Promise<FeedbackAnswer> {
    return this.#call(feedbackAnswerSchema, '/feedback', { method: 'POST', body, key });
  }

  async #call<Schema extends GenericSchema>(
    schema: Schema,
    path: string,
    call: Call,
  ): Promise<InferOutput<Schema>> {
    const response = await this.#patiently(path, call);
    const parsed = safeParse(schema, await json(response));
    if (!parsed.success) throw new Failure('broken');
    return parsed.output;
  }

  /** A GET, and whatever bears a key, can be sent again: the server does it once. */
  async #patiently(path: string, call: Call): Promise<Response> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.#send(path, call);
      } catch (error) {
        const wait = RETRIES[tries];
        if (wait === undefined || !mayPass(error)) throw error;
        await pause(wait, call.signal);
      }
    }
  }

  async #send(path: string, { method = 'GET', body, query, signal, key }: Call): Promise<Response> {
    const { base, language, timeout = TIMEOUT, fetch: send = fetch } = this.#options;
    const url = new URL(`${base.replace(/\/$/, '')}${API_ROOT}${path}`, document.baseURI);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    const late = AbortSignal.timeout(timeout);
    const response = await send(url, {
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
    const problem = safeParse(problemSchema, await json(response).catch(() => null));
    if (!problem.success) throw new Failure('broken');
    throw new Failure('refused', { code: problem.output.code, detail: problem.output.detail });
  }
}

/** One intention of the reader, for all its tries. */
export function newKey(): string {
  return crypto.randomUUID();
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
