import { randomUUID } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { API_ROOT } from '@qualepref/core';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { routePath } from 'hono/route';
import { agentHeaders, mountAgents } from './agent-app.ts';
import { mountApi } from './api-route.ts';
import { securityHeaders, type Policy } from './headers.ts';
import { logRefusal, placeOf } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openApiOf } from './openapi.ts';
import { apiPage } from './pages/api-page.ts';
import { mountWidgets } from './pages/hosted-page.ts';
import { mountPosters } from './pages/hosted-poster.ts';
import { plainRoutes } from './pages/plain-pages.ts';
import { plainStyle } from './pages/plain-style.ts';
import { faultPage, mountPlain } from './plain-route.ts';
import { problemOf, Refused } from './problem.ts';
import { languageOf, type RequestFacts } from './request-facts.ts';
import { apiRoutes } from './routes/index.ts';
import { results } from './routes/results.ts';
import { sourceNetwork } from './source-address.ts';
import { keyedDigest } from './token.ts';
import type { WidgetFiles } from './widget-files.ts';
import type { World } from './world.ts';

const KIBIBYTE = 1024;
const LARGEST_BODY = 64 * KIBIBYTE;
const METHODS = ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS'];
/** Policies of what people read. */
const PAGES: readonly Policy[] = ['plain', 'hosted', 'page'];
/** Seconds that a browser may remember which origins are allowed. */
const PREFLIGHT = 600;

/**
 * The whole of what is served over HTTP.
 *
 * @param widgets without them no hosted page is served
 */
export function createApp(
  world: World,
  metrics: Metrics = createMetrics(world.now),
  widgets?: WidgetFiles,
): Hono<RequestFacts> {
  const { settings, log } = world;
  const app = new Hono<RequestFacts>();

  app.use(async (context, next) => {
    const started = performance.now();
    context.set('id', randomUUID());
    context.set('language', languageOf(context.req.header('accept-language')));
    context.set('source', sourceOf(context, world));
    await next();
    // Any word can be sent as a method.
    const method = METHODS.find((each) => each === context.req.method) ?? 'OTHER';
    const route = routePath(context);
    const { status } = context.res;
    const took = performance.now() - started;
    metrics.request({ method, route, status }, took / 1000);
    log('request', { id: context.var.id, method, route, status, took: Math.round(took) });
  });
  // Before the headers of all, which would otherwise have the last word.
  if (settings.serves.agents) for (const path of ['/agents', '/agents/*']) app.use(path, agentHeaders);
  app.use(...securityHeaders(settings.server.origins));
  const limit = bodyLimit({
    maxSize: LARGEST_BODY,
    onError: (context: Context<RequestFacts>) => refuse(context, new Refused('invalid'), 413),
  });
  // Agents’ forms have their own limits: a spreadsheet is larger.
  app.use((context, next) => (context.req.path.startsWith('/agents/') ? next() : limit(context, next)));
  app.onError((error, context) => {
    if (error instanceof Refused) {
      logRefusal(log, error.code, { id: context.var.id, route: routePath(context) });
      return refuse(context, error);
    }
    log('error', { id: context.var.id, route: routePath(context), error: placeOf(error) });
    // Whoever asked for a page reads a page.
    return PAGES.some((policy) => policy === context.var.policy)
      ? faultPage(context, world)
      : refuse(context, new Refused('unavailable'), 500);
  });
  app.notFound((context) => refuse(context, new Refused('not-found')));

  if (settings.serves.public) {
    for (const readable of [`${API_ROOT}/*`, '/resultats.json'])
      app.use(
        readable,
        cors({
          // Exact: a suffix or a pattern would let a neighbour in.
          origin: (origin) => (settings.server.origins.includes(origin) ? origin : null),
          allowMethods: ['GET', 'POST', 'DELETE'],
          allowHeaders: ['content-type', 'accept-language', 'idempotency-key'],
          exposeHeaders: ['retry-after', 'etag'],
          maxAge: PREFLIGHT,
          credentials: false,
        }),
      );
    mountApi(app, API_ROOT, apiRoutes, world);
    // Where the pages built with the widgets look for them.
    mountApi(app, '', [{ ...results, path: '/resultats.json' }], world);
    app.get(`${API_ROOT}/`, async (context) => {
      context.set('policy', 'page');
      return context.html(await apiPage(openApiOf(apiRoutes, settings.server), settings.server.name));
    });
    app.get(`/style/${plainStyle.file}`, (context) =>
      context.body(plainStyle.text, 200, {
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
      }),
    );
    mountPlain(app, plainRoutes, world);
    mountPosters(app, world);
    if (widgets) mountWidgets(app, widgets, world);
  }
  if (settings.serves.agents) mountAgents(app, world);
  return app;
}

function refuse(context: Context<RequestFacts>, refused: Refused, status?: number): Response {
  const problem = problemOf(refused, context.var.language);
  if (refused.retryAfter !== undefined) context.header('retry-after', String(refused.retryAfter));
  context.header('cache-control', 'no-store');
  context.header('content-language', context.var.language);
  return context.body(
    // A fault of ours is looked up in the log by its number.
    JSON.stringify({
      ...problem,
      status: status ?? problem.status,
      ...(status === 500 ? { instance: `urn:uuid:${context.var.id}` } : {}),
    }),
    (status ?? problem.status) as 400,
    {
      'content-type': 'application/problem+json',
    },
  );
}

function sourceOf(context: Context, { settings }: World): string {
  const network = sourceNetwork(
    socketAddress(context),
    context.req.header('x-forwarded-for'),
    settings.trustedProxies,
  );
  return keyedDigest(settings.secret, 'network', network);
}

/** A request that a test makes by itself comes from no socket. */
function socketAddress(context: Context): string {
  return context.env === undefined || !('incoming' in (context.env as object))
    ? '127.0.0.1'
    : (getConnInfo(context).remote.address ?? '');
}
