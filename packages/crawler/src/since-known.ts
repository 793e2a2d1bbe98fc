import { createHash } from 'node:crypto';
import type { Plan, World } from './collect.ts';
import { NOT_MODIFIED, type Conditions, type Fetched, type FetchRequest } from './fetch.ts';
import { MAX_AGE, type ReuseHow } from './reuse.ts';
import type { Since } from './since.ts';
import { fetchOrStop } from './stop.ts';
import type { AnswerRow } from './audit-file.ts';

/** What the previous audit was answered at an address, sound and whole. */
export interface Known {
  readonly answer: Omit<AnswerRow, 'reuse' | 'names' | 'bodyHash' | 'milliseconds'>;
  readonly body?: Uint8Array;
  readonly bodyHash?: string;
  /** Whether it answered under another spelling of its address. */
  readonly isRespelled: boolean;
  /** Audits since it was last sent whole. */
  readonly age: number;
  /** ISO day. */
  readonly knownOn: string;
}

/** An answer, with what the facts of a document were made from. */
export type Refetched = Fetched & Pick<AnswerRow, 'magic'>;

type Asking = Pick<FetchRequest, 'url' | 'kind' | 'isWhole'>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** An audit may be a year late: what is older is read again, however few audits there were. */
const MAX_DAYS = 366;
const DAY_LENGTH = 86_400_000;

/** What the previous audit knows of an address; nothing when it is not an answer, or is damaged. */
export function knownOf({ file }: Since, { url, kind, isWhole = false }: Asking): Known | undefined {
  try {
    const row = file.stored(url, kind === 'asset');
    if (row?.outcome !== 'ok' || typeof row.headers !== 'object') return undefined;
    // The beginning of a document and the whole of it are two answers.
    if (kind === 'document' && isWhole !== (file.wholeDocuments ?? []).includes(url)) return undefined;
    // How long it took then says nothing of today.
    const { reuse, names = [], bodyHash, milliseconds: _then, ...answer } = row;
    const { age = 0, knownOn = row.fetchedOn } = reuse ?? {};
    if (!DAY.test(knownOn) || !Number.isSafeInteger(age)) return undefined;
    const common = { answer, age, knownOn, isRespelled: names.length > 0 };
    if (kind === 'external' || (kind === 'document' && !isWhole)) return common;
    const body = bodyHash === undefined ? undefined : file.body(bodyHash);
    if (!body || bodyHash !== hashOf(body)) return undefined;
    return { ...common, body, bodyHash };
  } catch {
    // A damaged row: as if it had never been asked.
    return undefined;
  }
}

/** The name of a body in an audit file. */
export function hashOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}

/** Whether an answer must be read again, whatever speaks for it. */
export function isDue({ age, knownOn }: Known, today: string): boolean {
  const days = (Date.parse(today) - Date.parse(knownOn)) / DAY_LENGTH;
  // From a clock that was wrong, nothing follows.
  return age >= MAX_AGE || days > MAX_DAYS || days < 0;
}

/**
 * Asks an address, or asks whether what the previous audit was answered still
 * holds; then that is the answer, under the headers that it has now.
 *
 * @param url the canonical address, by which answers are kept
 * @throws Interrupted
 */
export async function askAgain(
  request: FetchRequest,
  url: string,
  { since, signal }: Pick<Plan, 'since' | 'signal'>,
  world: World,
): Promise<Refetched> {
  const known = since && knownOf(since, { ...request, url });
  const today = world.now().toISOString().slice(0, 10);
  const conditions = known && !isDue(known, today) ? conditionsOf(known) : {};
  if (!known || Object.keys(conditions).length === 0) return fetchOrStop(request, signal, world);
  const fetched = await fetchOrStop({ ...request, conditions }, signal, world);
  if (fetched.status === NOT_MODIFIED && fetched.outcome === 'ok')
    return revived(known, fetched, 'not-modified');
  // A server that does not understand the condition would have answered without it.
  if (fetched.status !== 412 && fetched.status !== 400) return fetched;
  const again = await fetchOrStop(request, signal, world);
  return { ...again, requests: again.requests + fetched.requests };
}

/** The answer that the previous audit was given, as the one of today. */
export function revived(
  { answer, body, age, knownOn }: Known,
  { url, headers, fetchedOn, requests }: Fetched,
  how: ReuseHow,
): Refetched {
  const { 'content-length': _length, 'content-range': _range, ...now } = headers;
  return {
    ...{ ...answer, url, fetchedOn, requests },
    headers: { ...answer.headers, ...now },
    ...(body ? { body } : {}),
    reuse: { how, age: age + 1, knownOn: how === 'not-modified' ? fetchedOn : knownOn },
  };
}

/** What may go into a header: the file may hold anything. */
function conditionsOf({ answer: { headers } }: Known): Conditions {
  const { etag = '', 'last-modified': modified = '' } = headers;
  const time = Date.parse(modified);
  return {
    ...(/^(?:W\/)?"[\x21\x23-\x7e]{0,500}"$/.test(etag) ? { 'if-none-match': etag } : {}),
    ...(Number.isNaN(time) ? {} : { 'if-modified-since': new Date(time).toUTCString() }),
  };
}
