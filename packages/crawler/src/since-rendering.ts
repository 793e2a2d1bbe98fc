import { createHash } from 'node:crypto';
import type { AuditFile, Rendering } from './audit-file.ts';
import type { Plan, World } from './collect.ts';
import { decodeHtml } from './read-charset.ts';
import { headersOf } from './render-answer.ts';
import { AXE_VERSION, type Answer, type FinalAnswer, type RenderRequest } from './render.ts';
import type { Since } from './since.ts';
import { stopIfAsked } from './stop.ts';
import { VERSION } from './version.ts';
import { isSteady, steadySource } from './volatile.ts';

/** Longest address remembered: no longer one is asked. */
const MAX_LENGTH = 8_000;

/** What a page asks for, with a print of what it is given. */
export class Witness {
  readonly #seen = new Map<string, string>();
  readonly answer: Answer;

  constructor(answer: Answer) {
    this.answer = async (url) => {
      const found = await answer(url);
      // Too long to be asked, it is never answered: nothing is to be remembered of it.
      if (url.length <= MAX_LENGTH) this.#seen.set(url, printOf(found));
      return found;
    };
  }

  /** By address. */
  get seen(): [url: string, print: string][] {
    return [...this.#seen].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** Versions of all that looks at a page: another one may see something else. */
export function setupOf(chromium: string): string {
  return `chromium ${chromium}, axe ${AXE_VERSION}, qualepref ${VERSION}`;
}

/** Same as long as a browser would be shown the same. */
function printOf(found: FinalAnswer | null): string {
  if (!found?.answer.body) return 'none';
  const { url, moved, answer } = found;
  const shown = [url, moved, answer.status, Object.entries(headersOf(answer)).sort(), answer.bodyHash];
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32);
}

/**
 * Keeps what the previous audit saw of the pages that are as they were, with all
 * that they load, for a browser of the same versions.
 *
 * @param requests what a browser would be asked of each page
 * @returns the pages that a browser has to open
 * @throws Interrupted
 */
export async function keepRenderings(
  requests: readonly RenderRequest[],
  { since, signal }: Plan,
  file: AuditFile,
  world: World,
  answer: Answer,
): Promise<string[]> {
  if (!since) return requests.map(({ url }) => url);
  const due: string[] = [];
  const total = file.sample?.urls.length ?? requests.length;
  let done = total - requests.length;
  for (const request of requests) {
    const { url } = request;
    stopIfAsked(signal);
    const seen = await stillSeen(request, since, file, answer);
    if (!seen) {
      due.push(url);
      continue;
    }
    const { version, sandboxed } = since.browser;
    file.addVersions({ chromium: version, sandboxed: String(sandboxed) });
    file.storeRendered(url, seen.facts, world.now().toISOString(), { ...seen, isReused: true });
    for (const picture of since.file.picturesOf(url)) file.storePicture(picture);
    done += 1;
    world.log({ stage: 'render', done, total, url });
  }
  return due;
}

async function stillSeen(
  request: RenderRequest,
  since: Since,
  file: AuditFile,
  answer: Answer,
): Promise<Rendering | undefined> {
  const { url } = request;
  const before = renderingOf(since, url);
  if (!before || before.setup !== setupOf(since.browser.version) || before.request !== textOfRequest(request))
    return undefined;
  const seen: [string, string][] = [];
  for (const [asked, print] of before.seen) {
    const found = await answer(asked);
    const now = printOf(found);
    const isAsBefore =
      now === print || (found?.url === url && !found.moved && saysTheSame(request, before, since, file));
    if (!isAsBefore) return undefined;
    seen.push([asked, now]);
  }
  return { ...before, seen };
}

/** Same for the same thing asked of any page. */
export function textOfRequest({ url: _url, ...how }: RenderRequest): string {
  return JSON.stringify(Object.entries(how).sort());
}

/** A damaged one is none; a page that was not seen is looked at again. */
function renderingOf({ file }: Since, url: string): Rendering | undefined {
  try {
    const before = file.rendering(url);
    return before && !('failure' in before.facts) && before.seen.length > 0 ? before : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether the bytes of the page differ by what changes in each answer only, and
 * nothing of that is in what was seen of it. A view is made from the page by a
 * script that may read anything in it.
 */
function saysTheSame(
  { url, view }: RenderRequest,
  { facts }: Rendering,
  { file: previous }: Since,
  file: AuditFile,
): boolean {
  if (view !== undefined || 'failure' in facts || !isSteadilySeen(facts)) return false;
  const [before, now] = [previous.answer(url), file.answer(url)];
  if (!before?.body || !now?.body || before.status !== now.status) return false;
  if (JSON.stringify(headersOf(before)) !== JSON.stringify(headersOf(now))) return false;
  const [was, is] = [before, now].map(({ body = new Uint8Array(), headers }) =>
    steadySource(decodeHtml(body, headers['content-type'])),
  );
  return was === is;
}

/** No text seen of the page, whichever it is, may be otherwise in its next answer. */
function isSteadilySeen(facts: unknown): boolean {
  if (typeof facts === 'string') return isSteady(facts);
  return typeof facts !== 'object' || facts === null || Object.values(facts).every(isSteadilySeen);
}
