import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { routePath } from 'hono/route';
import { clearSessionToken, isFromOurPages, sessionToken, setSessionToken } from './agent-cookie.ts';
import {
  doForm,
  showPage,
  TOKEN_FIELD,
  type AgentAsked,
  type AgentRoute,
  type Moved,
  type Page,
} from './agent-route.ts';
import { agentRoutes } from './agent-routes.ts';
import { deviceOf } from './device.ts';
import { record } from './journal.ts';
import { logRefusal, placeOf } from './log.ts';
import { refusalPage } from './pages/agent-refusal.ts';
import { layout } from './pages/agent-layout.ts';
import { noticeText } from './pages/agent-notices.ts';
import { signInPage } from './pages/agent-sign-in.ts';
import { style, stylePath } from './pages/agent-style.ts';
import { problemOf, Refused } from './problem.ts';
import type { RequestFacts } from './request-facts.ts';
import { sessionOf, type Session } from './session.ts';
import { signIn } from './sign-in.ts';
import { deleteSession } from './store/session-store.ts';
import { tokenFits } from './token.ts';
import type { World } from './world.ts';

const ROOT = '/agents';
const KIBIBYTE = 1024;
const FORM_SIZE = 64 * KIBIBYTE;

type Asked = Context<RequestFacts>;

/** Headers of the agents’ pages: the only style is ours, and forms know where they come from. */
export const agentHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set(
    'content-security-policy',
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  );
  // Without any, browsers would not say that a form comes from here.
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
};

/** Serves the agents’ pages. What no route names does not exist. */
export function mountAgents(
  app: Hono<RequestFacts>,
  world: World,
  routes: readonly AgentRoute[] = agentRoutes,
): void {
  const agents = new Hono<RequestFacts>();
  agents.onError((error, context) => {
    const refused = error instanceof Refused ? error : new Refused('unavailable');
    if (!(error instanceof Refused))
      world.log('error', { id: context.var.id, route: routePath(context), error: placeOf(error) });
    const status = error instanceof Refused ? problemOf(refused, 'fr').status : 500;
    return answerRefusal(context, world, refused, status);
  });
  agents.get(stylePath.slice(ROOT.length), (context) =>
    context.body(style, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    }),
  );
  agents.get('/connexion', (context) =>
    context.html(signInFrame(context, world, {}, context.req.query('suite') ?? '')),
  );
  agents.post('/connexion', limited(FORM_SIZE), (context) => answerSignIn(context, world));
  agents.post('/deconnexion', limited(FORM_SIZE), (context) => answerSignOut(context, world));
  for (const route of routes)
    agents.on(route.method.toUpperCase(), route.path === '/' ? '' : route.path, async (context) => {
      const session = await sessionOf(world, sessionToken(context, world.settings));
      if (!session) return toSignIn(context, route);
      const { agent } = session;
      const first = firstOf(agent);
      if (first !== undefined && route.path !== first) return context.redirect(`${ROOT}${first}`, 303);
      if (!route.roles.includes(agent.role))
        return answerRefusal(context, world, new Refused('not-found'), 403, session);
      const asked = { ...askedOf(context, world, session), form: undefined };
      try {
        // No id has a control character in it, and a database chokes on some.
        if (Object.values(asked.params).some((text) => /\p{Cc}/u.test(text))) throw new Refused('not-found');
        if (route.method === 'get') {
          const shown = await showPage(route, asked);
          return shown instanceof Response
            ? shown
            : await context.html(frame(context, world, shown, session));
        }
        const limit = await limited(route.largest ?? FORM_SIZE)(context, () => Promise.resolve());
        if (limit instanceof Response) return limit;
        const form = await formIn(context, world, session);
        const done = await doForm(route, { ...asked, form });
        if ('page' in done) {
          const shown = frame(context, world, done.page, session, done.status === 422);
          return await context.html(shown, done.status);
        }
        // The sessions of one’s own account end with its password: this browser begins another.
        if (done.moved.renews) setSessionToken(context, world.settings, done.moved.renews);
        return context.redirect(addressOf(done.moved, route), 303);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return answerRefusal(context, world, error, problemOf(error, 'fr').status, session);
      }
    });
  agents.all('*', (context) => answerRefusal(context, world, new Refused('not-found'), 404));
  app.route(ROOT, agents);
}

/** What somebody must do before all else. */
function firstOf({ mustChange, mustEnrol }: Session['agent']): string | undefined {
  if (mustChange) return '/mot-de-passe';
  return mustEnrol ? '/second-facteur' : undefined;
}

function askedOf(
  context: Asked,
  world: World,
  { agent, hash, formToken }: Session,
): Omit<AgentAsked, 'form'> {
  return {
    ...{ world, agent, session: hash, formToken, context },
    params: context.req.param(),
    query: context.req.query(),
    db: world.store.db,
  };
}

/** @throws Refused when the form was not made for this session by a page of ours */
async function formIn(
  context: Asked,
  world: World,
  session: Session,
): Promise<Readonly<Record<string, unknown>>> {
  if (!isFromOurPages(context, world.settings)) throw new Refused('proof');
  const form = await bodyOf(context);
  const token = form[TOKEN_FIELD];
  if (typeof token !== 'string' || !tokenFits(token, session.formToken)) throw new Refused('proof');
  return form;
}

async function bodyOf(context: Asked): Promise<Record<string, unknown>> {
  try {
    return await context.req.parseBody({ all: true });
  } catch {
    throw new Refused('invalid');
  }
}

async function answerSignIn(context: Asked, world: World): Promise<Response> {
  if (!isFromOurPages(context, world.settings)) throw new Refused('proof');
  const form = await bodyOf(context);
  const text = (name: string): string => (typeof form[name] === 'string' ? form[name] : '');
  const [login, password, code, to] = [text('identifiant'), text('passe'), text('code'), text('suite')];
  const { source } = context.var;
  const device = deviceOf(context.req.header('user-agent'));
  const signed = await signIn(world, { login, password, code, source, device });
  if (signed === undefined) {
    const faults = {
      '': 'L’identifiant, le mot de passe ou le code ne convient pas. Vérifier la touche des majuscules, puis essayer à nouveau.',
    };
    return context.html(signInFrame(context, world, { identifiant: login.slice(0, 80) }, to, faults), 403);
  }
  const old = await sessionOf(world, sessionToken(context, world.settings));
  if (old) await deleteSession(world.store.db, old.hash);
  setSessionToken(context, world.settings, signed.token);
  const spent = `${ROOT}/mot-de-passe?fait=code-de-secours&nombre=`;
  return context.redirect(signed.left === undefined ? pathWithin(to) : `${spent}${String(signed.left)}`, 303);
}

async function answerSignOut(context: Asked, world: World): Promise<Response> {
  const session = await sessionOf(world, sessionToken(context, world.settings));
  if (session) {
    await formIn(context, world, session);
    await deleteSession(world.store.db, session.hash);
    await record(world, world.store.db, session.agent, {
      action: 'signed-out',
      object: `account ${session.agent.id}`,
    });
  }
  clearSessionToken(context, world.settings);
  // Not the cookies: those of the neighbours under the same domain would go too.
  context.header('clear-site-data', '"cache", "storage"');
  return context.redirect(`${ROOT}/connexion?fait=deconnecte`, 303);
}

function toSignIn(context: Asked, route: AgentRoute): Response {
  const to = route.method === 'get' ? `&suite=${encodeURIComponent(context.req.path)}` : '';
  return context.redirect(`${ROOT}/connexion?fait=session${to}`, 303);
}

/** Where one wanted to go, if it is a page of ours: never another site. */
function pathWithin(to: string): string {
  return /^\/agents(?:\/[\w-]+)*$/.test(to) && to !== `${ROOT}/connexion` ? to : ROOT;
}

function addressOf({ to, notice, count }: Moved, route: AgentRoute): string {
  const rest = (route.method === 'post' ? route.rest : undefined) ?? route.path;
  const [address = '', query = ''] = (to === '' ? `${ROOT}${rest}` : to).split('?');
  const search = new URLSearchParams(query);
  if (notice !== undefined) search.set('fait', notice);
  if (count !== undefined) search.set('nombre', String(count));
  return search.size === 0 ? address : `${address}?${search.toString()}`;
}

function frame(
  context: Asked,
  world: World,
  { title, body }: Page,
  session?: Session,
  isWrong = false,
): ReturnType<typeof layout> {
  return layout({
    ...{ title, body, isWrong, path: context.req.path, signedIn: session },
    house: world.settings.server.name,
    notice: noticeText(context.req.query('fait'), context.req.query('nombre')),
  });
}

function signInFrame(
  context: Asked,
  world: World,
  values: Readonly<Record<string, string>>,
  to: string,
  faults: Readonly<Record<string, string>> = {},
): ReturnType<typeof layout> {
  const isWrong = Object.keys(faults).length > 0;
  return frame(context, world, signInPage({ values, faults }, to), undefined, isWrong);
}

function answerRefusal(
  context: Asked,
  world: World,
  refused: Refused,
  status: number,
  session?: Session,
): Response | Promise<Response> {
  logRefusal(world.log, refused.code, {
    ...{ id: context.var.id, route: routePath(context), status },
    ...(session ? { account: session.agent.id } : {}),
  });
  if (refused.retryAfter !== undefined) context.header('retry-after', String(refused.retryAfter));
  return context.html(frame(context, world, refusalPage(refused, status), session), status as 400);
}

function limited(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Refused('invalid');
    },
  });
}
