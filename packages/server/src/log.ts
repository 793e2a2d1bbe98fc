import type { ProblemCode } from '@qualepref/core';

/** What a line of the log may say. No field here can hold a name, an address, a token or what somebody wrote. */
export interface LogFields {
  /** Of the request. */
  readonly id?: string;
  readonly method?: string;
  /** The pattern of the route, `/appointments/:token`: never the address, which may hold a token. */
  readonly route?: string;
  readonly status?: number;
  /** Milliseconds. */
  readonly took?: number;
  /** Of a refusal or an error. */
  readonly code?: string;
  readonly account?: string;
  readonly job?: string;
  readonly count?: number;
  /** Name of the class of an unforeseen error, with the place in our sources, never its message: it may quote a value. */
  readonly error?: string;
}

/** Writes an event down. */
export type Log = (event: string, fields?: LogFields) => void;

const FIELDS = [
  'id',
  'method',
  'route',
  'status',
  'took',
  'code',
  'account',
  'job',
  'count',
  'error',
] as const;
const LONGEST = 200;

/**
 * Writes one line of JSON an event. Only the fields listed are written, cut
 * short, and JSON escapes what could begin another line.
 */
export function jsonLog(write: (line: string) => void, now: () => Date): Log {
  return (event, fields = {}) => {
    const line: Record<string, string | number> = { at: now().toISOString(), event };
    for (const name of FIELDS) {
      const value = fields[name];
      if (value !== undefined) line[name] = typeof value === 'string' ? value.slice(0, LONGEST) : value;
    }
    write(`${JSON.stringify(line)}\n`);
  };
}

/**
 * Logs a refusal that somebody may have tried to get round, as an event apart
 * from the line of the request; others are ordinary. What somebody who is
 * signed in does not find may be beyond their reach.
 */
export function logRefusal(log: Log, code: ProblemCode, fields: LogFields): void {
  const isBeyond = code === 'not-found' && fields.account !== undefined;
  if (code === 'proof' || code === 'too-many' || isBeyond) log('access-refused', { ...fields, code });
}

/** Where an unforeseen error came from: its class and our own first line of its stack. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // In the repository, then in what is installed.
  const place = /\/(?:packages|@qualepref)\/(\w+\/(?:src|dist)\/[\w./-]+:\d+)/.exec(error.stack ?? '')?.[1];
  return `${error.name} ${place ?? ''}`.trim();
}
