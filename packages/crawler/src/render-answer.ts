import PQueue from 'p-queue';
import type { Frame, Request, Route } from 'playwright-core';
import type { StoredAnswer } from './audit-file.ts';
import type { Clock } from './deadline.ts';
import { encodingOf } from './read-charset.ts';
import { isAudience } from './render-audience.ts';
import { Greedy } from './render-memory.ts';
import { Opening } from './render-opening.ts';

/** What a page asks for, answered from the audit file; `null` when it may not be asked. */
export type Answer = (url: string) => Promise<FinalAnswer | null>;

/** The end of a chain of redirects. */
export interface FinalAnswer {
  readonly url: string;
  readonly answer: StoredAnswer;
  /** Whether redirects led there. */
  readonly moved: boolean;
}

/** One page being rendered: who answers it, and what it has asked so far. */
export interface Visit {
  readonly answer: Answer;
  readonly clock: Clock;
  /** Hosts that count visits, answered empty. */
  readonly audience: Set<string>;
  /** What the page does now; that of a view begins anew. */
  opening: Opening;
  /** Documents that the page itself became, one after the other. */
  navigations: number;
  requests: number;
  /** Of these, those that send something: we hold what they send. */
  posts: number;
  /** Bytes that they send. */
  posted: number;
  /** Of what it was given. */
  bytes: number;
  /** By host. */
  readonly lanes: Map<string, PQueue>;
  /** Data or scripts that it asked and did not get. */
  missing: number;
  /** Whether a frame of another origin stood in it. */
  framesOthers: boolean;
  /** Nobody waits for it any more. */
  isOver: boolean;
}

/** A page that keeps navigating is given up. */
export class Endless extends Error {}

const MAX_NAVIGATIONS = 10;
const MAX_FRAME_DEPTH = 10;
/** A page that asks for more is cut off: never idle, or frames in frames. */
const MAX_REQUESTS = 400;
/** One that goes on asking is given up: each of its requests is heard before it is refused. */
const TOO_MANY_REQUESTS = 5 * MAX_REQUESTS;
const TOO_MANY_POSTS = 100;
const TOO_MANY_POSTED = 10_000_000;
/** Asked of one host at once, as a browser does. */
const AT_ONCE = 6;
/** Bytes of what it asks for, beyond which it is given no more: pages weigh ten times less. */
const MAX_BYTES = 50_000_000;
/** Never asked: they don't end, or they are not for us to answer. */
const NEVER: ReadonlySet<string> = new Set(['eventsource', 'websocket', 'ping', 'cspreport', 'manifest']);
const ABSENT = 'https://absent.invalid';

type Reply = NonNullable<Parameters<Route['fulfill']>[0]>;

/** A visit that begins. */
export function visitOf(answer: Answer, clock: Clock): Visit {
  return {
    ...{
      answer,
      clock,
      audience: new Set(),
      opening: new Opening(),
      navigations: 0,
      requests: 0,
      posts: 0,
      posted: 0,
      bytes: 0,
      lanes: new Map(),
      missing: 0,
    },
    framesOthers: false,
    isOver: false,
  };
}

/** Answers one request of a page, from what our own client gave: Chromium itself asks nothing. */
export async function fulfil(route: Route, visit: Visit): Promise<void> {
  try {
    const request = route.request();
    const isPage = request.isNavigationRequest() && request.frame().parentFrame() === null;
    if (isPage && ++visit.navigations > MAX_NAVIGATIONS) visit.clock.fail(new Endless());
    if (isPage) visit.opening.restart();
    else visit.opening.asked(request.url());
    if (request.isNavigationRequest() && !isPage) visit.framesOthers ||= isElsewhere(request);
    if (request.method() !== 'GET') {
      visit.posts += 1;
      visit.posted += request.postDataBuffer()?.byteLength ?? 0;
    }
    if (visit.requests > TOO_MANY_REQUESTS || visit.posts > TOO_MANY_POSTS || visit.posted > TOO_MANY_POSTED)
      visit.clock.fail(new Greedy());
    const isTooMuch = ++visit.requests > MAX_REQUESTS || isTooDeep(request.frame());
    const reply = isTooMuch ? null : await inTurn(request, visit);
    const isSheet = request.resourceType() === 'stylesheet' && request.frame().parentFrame() === null;
    if (isSheet && !(reply && (reply.status ?? 200) < 400)) visit.opening.lackedSheet(request.url());
    if (reply) await route.fulfill(reply);
    // A page that leads where it may not go stays where it is: an error page would take its place.
    else if (isPage && visit.navigations > 1) await route.abort('aborted');
    else {
      if (['script', 'fetch', 'xhr'].includes(request.resourceType())) visit.missing += 1;
      if (!isPage && !isMute(request)) visit.opening.gotNothing();
      await route.abort('blockedbyclient');
    }
  } catch {
    // The page was closed meanwhile: nobody waits for this answer.
    await route.abort('failed').catch(() => undefined);
  }
}

/** What it weighs is known once it is there: of one host a few at a time, the others may then be too much. */
async function inTurn(request: Request, visit: Visit): Promise<Reply | null> {
  const host = URL.parse(request.url())?.host ?? '';
  const lane = visit.lanes.get(host) ?? new PQueue({ concurrency: AT_ONCE });
  visit.lanes.set(host, lane);
  return lane.add(async () => {
    if (visit.isOver || visit.bytes > MAX_BYTES) return null;
    const reply = await replyTo(request, visit);
    visit.bytes += reply?.body?.length ?? 0;
    return reply;
  });
}

/** Frames in frames: a page that holds itself goes deeper without end. */
function isTooDeep(frame: Frame | null): boolean {
  let depth = 0;
  for (let around = frame; around; around = around.parentFrame()) depth += 1;
  return depth > MAX_FRAME_DEPTH;
}

function isElsewhere(request: Request): boolean {
  const origin = (url: string | undefined): string | undefined => URL.parse(url ?? '')?.origin;
  return origin(request.url()) !== origin(request.frame().page().mainFrame().url());
}

/** Pictures and fonts that are missing make no script fail. */
function isMute(request: Request): boolean {
  return ['image', 'font', 'media', 'stylesheet'].includes(request.resourceType());
}

async function replyTo(request: Request, { answer, audience, clock, opening }: Visit): Promise<Reply | null> {
  const url = request.url();
  if (isAudience(url) && !request.isNavigationRequest()) {
    audience.add(new URL(url).host);
    opening.gotNothing();
    return {
      status: 200,
      headers: { 'access-control-allow-origin': ABSENT },
      contentType: emptyType(request),
    };
  }
  if (request.method() !== 'GET' || NEVER.has(request.resourceType())) return null;
  const found = await clock.pausedFor(answer(url));
  if (found) note(request, found.answer, opening);
  return found && replyOf(request, found);
}

/** What travels compressed weighs less than its bytes: it is left out. */
function note(request: Request, { outcome, size, body }: StoredAnswer, opening: Opening): void {
  const isDocument = request.isNavigationRequest() && request.frame().parentFrame() === null;
  if (isDocument) return;
  // Scripts that ask for data may well expect that there is none.
  if (outcome === 'gone' && !['fetch', 'xhr'].includes(request.resourceType()))
    opening.foundGone(request.url());
  if (['image', 'font'].includes(request.resourceType()) && !/\.svg(?:$|\?)/i.test(request.url()))
    opening.weighed(request.url(), body?.byteLength ?? size ?? 0);
}

function emptyType(request: Request): string {
  return request.resourceType() === 'script' ? 'text/javascript' : 'text/plain';
}

/** Relative addresses resolve against the address asked: a moved frame or style sheet is led to where it stands. */
function replyOf(request: Request, { url, answer, moved }: FinalAnswer): Reply | null {
  if (!answer.body) return null;
  if (moved && request.isNavigationRequest()) {
    return {
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><title></title><script>location.replace(${scriptString(url)})</script>`,
    };
  }
  if (moved && request.resourceType() === 'stylesheet') {
    return { contentType: 'text/css; charset=utf-8', body: `@import ${JSON.stringify(url)};` };
  }
  const headers = headersOf(answer);
  if (request.isNavigationRequest() && /^\s*(?:text\/html\b|$)/i.test(headers['content-type'] ?? ''))
    headers['content-type'] = `text/html; charset=${encodingOf(answer.body, headers['content-type'])}`;
  const { buffer, byteOffset, byteLength } = answer.body;
  return { status: answer.status ?? 200, headers, body: Buffer.from(buffer, byteOffset, byteLength) };
}

/** JSON that a `</script>` in the address can't leave. */
function scriptString(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003c');
}

/** In a sandbox without scripts, our own would not run either. */
function withoutSandbox(policy: string): string {
  return policy.replace(/(?<=^|[;,])\s*sandbox(?=[\s;,]|$)[^;,]*/gi, '');
}

const PASSED_ON = ['content-type', 'content-security-policy', 'x-content-type-options', 'x-frame-options'];

/** The headers that a browser is given. */
export function headersOf({ headers }: Pick<StoredAnswer, 'headers'>): Record<string, string> {
  const passed = Object.entries(headers)
    .filter(([name]) => PASSED_ON.includes(name) || name.startsWith('access-control-'))
    .map(([name, value]) => [name, name === 'content-security-policy' ? withoutSandbox(value) : value]);
  // Without one of its own, Playwright would add a header that hides a real CORS failure.
  return { 'access-control-allow-origin': ABSENT, ...(Object.fromEntries(passed) as Record<string, string>) };
}
