import { createHash } from 'node:crypto';
import type { Language } from '@qualepref/core';
import type { Context, Hono } from 'hono';
import { safeParse, type GenericSchema, type InferOutput } from 'valibot';
import { checkRate } from './limits.ts';
import { Refused } from './problem.ts';
import type { RequestFacts } from './request-facts.ts';
import type { Tx } from './store/database.ts';
import { claim, keepAnswer } from './store/idempotency-store.ts';
import { keyedDigest, seal, unseal } from './token.ts';
import type { World } from './world.ts';

type Output<Schema> = Schema extends GenericSchema ? InferOutput<Schema> : undefined;

/** What a handler is given. */
export interface Asked<Query, Body> {
  readonly world: World;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  readonly language: Language;
  /** Keyed digest of the network that asks. */
  readonly source: string;
  /** For what the shape of a route does not say: headers. */
  readonly context: Context;
}

interface Described {
  /** As OpenAPI and Hono both read it once translated: `/appointments/:token`. */
  readonly path: string;
  /** French. */
  readonly summary: string;
  readonly query?: GenericSchema;
  readonly answer?: GenericSchema;
  /** Of a success; 200 by default, 204 for a route without answer. */
  readonly status?: 200 | 201;
}

/** A route that only reads. */
export interface ReadRoute extends Described {
  readonly method: 'get';
  readonly handle: (asked: Asked<never, undefined>) => Promise<unknown>;
}

/** A route that writes, done in one transaction and once an `Idempotency-Key`. */
export interface WriteRoute extends Described {
  readonly method: 'post' | 'delete';
  readonly body?: GenericSchema;
  readonly handle: (asked: Asked<never, never>, tx: Tx) => Promise<unknown>;
}

/** A public route as data: what serves it, describes it (OpenAPI) and tests it all read this. */
export type ApiRoute = ReadRoute | WriteRoute;

/** Types a reading route by its schemas. */
export function reads<
  Query extends GenericSchema | undefined = undefined,
  Answer extends GenericSchema | undefined = undefined,
>(
  route: Omit<Described, 'query' | 'answer'> & {
    readonly query?: Query;
    readonly answer?: Answer;
    /** A response that says all by itself, such as 304, is sent as it is. */
    readonly handle: (asked: Asked<Output<Query>, undefined>) => Promise<Output<Answer> | Response>;
  },
): ApiRoute {
  return { method: 'get', ...route } as unknown as ApiRoute;
}

/** Types a writing route by its schemas. */
export function writes<
  Body extends GenericSchema | undefined = undefined,
  Answer extends GenericSchema | undefined = undefined,
>(
  route: Omit<Described, 'query' | 'answer'> & {
    readonly method?: 'post' | 'delete';
    readonly body?: Body;
    readonly answer?: Answer;
    readonly handle: (asked: Asked<undefined, Output<Body>>, tx: Tx) => Promise<Output<Answer>>;
  },
): ApiRoute {
  return { method: 'post', ...route } as unknown as ApiRoute;
}

const KEY = /^[\w-]{16,100}$/;

/** Serves routes under a root. */
export function mountApi(
  app: Hono<RequestFacts>,
  root: string,
  routes: readonly ApiRoute[],
  world: World,
): void {
  for (const route of routes) {
    app.on(route.method.toUpperCase(), root + route.path, async (context) => {
      const { source, language } = context.var;
      // Nothing of ours has NUL in its name, and PostgreSQL takes none.
      if (decodeURIComponent(context.req.path).includes('\0')) throw new Refused('not-found');
      await checkRate(world, source, route.method !== 'get');
      const asked = {
        world,
        params: context.req.param(),
        query: parsed(route.query, context.req.query()) as never,
        body: (route.method === 'get'
          ? undefined
          : parsed(route.body, await jsonBody(context, route.body))) as never,
        language,
        source,
        context,
      };
      context.header('cache-control', 'no-store');
      if (route.method === 'get') return answerOf(context, route, await route.handle(asked));
      if (route.method === 'delete') {
        await world.store.db.transaction().execute((tx) => route.handle(asked, tx));
        return context.body(null, 204);
      }
      return once(context, route, asked, world);
    });
  }
}

/** Does what is asked once for a key, and answers each time what was answered first. */
async function once(
  context: Context,
  route: WriteRoute,
  asked: Asked<never, never>,
  world: World,
): Promise<Response> {
  const key = context.req.header('idempotency-key') ?? '';
  if (!KEY.test(key))
    throw new Refused('invalid', {
      errors: [{ path: ['Idempotency-Key'], message: 'une clé de 16 à 100 lettres, chiffres ou tirets' }],
    });
  const { secret } = world.settings;
  const name = `${route.method} ${route.path}`;
  const request = keyedDigest(secret, 'request', JSON.stringify([asked.params, asked.body]));
  const hashed = createHash('sha256').update(key).digest('base64url');
  return world.store.db.transaction().execute(async (tx) => {
    const known = await claim(tx, { key: hashed, route: name, request, now: world.now() });
    if (known && known.request !== request)
      throw new Refused('invalid', {
        errors: [
          { path: ['Idempotency-Key'], message: 'une clé nouvelle : celle-ci a servi à une autre demande' },
        ],
      });
    if (known) {
      const text = unseal(secret, known.answer);
      return context.body(text, known.status as 200, { 'content-type': 'application/json' });
    }
    const answer = answerText(route, await route.handle(asked, tx));
    const status = route.status ?? 200;
    await keepAnswer(tx, { key: hashed, route: name, status, answer: seal(secret, answer) });
    return context.body(answer, status, { 'content-type': 'application/json' });
  });
}

function answerOf(context: Context, route: ApiRoute, answer: unknown): Response {
  if (answer instanceof Response) return answer;
  return context.body(answerText(route, answer), route.status ?? 200, { 'content-type': 'application/json' });
}

/** What leaves is checked too: a field that the schema does not name would be a leak. */
function answerText({ answer: schema, path }: ApiRoute, answer: unknown): string {
  if (!schema) return JSON.stringify(answer ?? null);
  const checked = safeParse(schema, answer);
  if (!checked.success) throw new Error(`The answer of ${path} is not what its schema says.`);
  return JSON.stringify(checked.output);
}

async function jsonBody(context: Context, schema: GenericSchema | undefined): Promise<unknown> {
  if (!schema) return undefined;
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) throw new Refused('invalid');
  try {
    return JSON.parse(await context.req.text(), storable) as unknown;
  } catch {
    throw new Refused('invalid');
  }
}

/** PostgreSQL keeps neither half a character nor NUL. */
function storable(key: string, value: unknown): unknown {
  if (key.includes('\0')) throw new Refused('invalid');
  if (typeof value !== 'string') return value;
  if (value.includes('\0')) throw new Refused('invalid');
  return value.toWellFormed();
}

function parsed(schema: GenericSchema | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const found = safeParse(schema, value);
  if (found.success) return found.output;
  const errors = found.issues.slice(0, 20).map(({ type, path = [], message }) => ({
    // A key that is not ours is what somebody wrote.
    path: (type === 'strict_object' ? path.slice(0, -1) : path).map(({ key }) =>
      typeof key === 'number' ? key : String(key),
    ),
    message,
  }));
  throw new Refused('invalid', { errors });
}
