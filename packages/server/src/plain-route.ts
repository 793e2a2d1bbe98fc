import type { Language } from '@qualepref/core';
import type { Context, Hono } from 'hono';
import { routePath } from 'hono/route';
import { checkRate } from './limits.ts';
import { logRefusal } from './log.ts';
import { fieldsOf, type Fields } from './plain-form.ts';
import { plainPage, type Piece } from './pages/plain-page.ts';
import { plainCommon } from './pages/plain-words.ts';
import { problemOf, Refused } from './problem.ts';
import type { RequestFacts } from './request-facts.ts';
import type { World } from './world.ts';
import { html } from 'hono/html';

/** What a page without script is drawn from. */
export interface PlainAsked {
  readonly world: World;
  readonly language: Language;
  readonly query: Fields;
  /** What was sent, for a form. */
  readonly fields: Fields;
  readonly params: Fields;
  /** Keyed digest of the network that asks. */
  readonly source: string;
}

/** What a page without script says. */
export interface View {
  readonly title: string;
  readonly content: Piece;
  /** What is wrong, for the name of the page. */
  readonly alert?: string;
  readonly status?: 200 | 422;
  /** False where the page is the answer to a form, which another language would lose. */
  readonly hasSwitch?: boolean;
}

/** A page for the public that works without script. A GET never acts. */
export interface PlainRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly handle: (asked: PlainAsked) => Promise<View>;
}

/** Serves pages without script. */
export function mountPlain(app: Hono<RequestFacts>, routes: readonly PlainRoute[], world: World): void {
  for (const { method, path, handle } of routes)
    app.on(method.toUpperCase(), path, async (context) => {
      context.set('policy', 'plain');
      context.header('cache-control', 'no-store');
      const query = fieldsOf(context.req.query());
      const fields = method === 'post' ? fieldsOf(await context.req.parseBody()) : {};
      const language = languageIn(fields['locale'] ?? query['locale']) ?? context.var.language;
      context.set('language', language);
      const { source } = context.var;
      try {
        await checkRate(world, source, method === 'post');
        const params = fieldsOf(context.req.param());
        return await show(context, world, await handle({ world, language, query, fields, params, source }));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return refused(context, world, error);
      }
    });
}

async function show(context: Context<RequestFacts>, world: World, view: View): Promise<Response> {
  const { language } = context.var;
  const { title, content, alert, status = 200, hasSwitch = context.req.method === 'GET' } = view;
  const other = new URL(context.req.url);
  other.searchParams.set('locale', language === 'fr' ? 'en' : 'fr');
  const page = await plainPage({
    ...{ language, title, content, name: world.settings.server.name },
    ...(alert === undefined ? {} : { alert }),
    ...(hasSwitch ? { other: `${other.pathname}${other.search}` } : {}),
  });
  return context.html(page, status);
}

async function refused(context: Context<RequestFacts>, world: World, error: Refused): Promise<Response> {
  const { language } = context.var;
  const words = plainCommon[language];
  const { status, detail = '' } = problemOf(error, language);
  logRefusal(world.log, error.code, { id: context.var.id, route: routePath(context), status });
  if (error.retryAfter !== undefined) context.header('retry-after', String(error.retryAfter));
  const page = await plainPage({
    ...{ language, title: words.refused, name: world.settings.server.name },
    content: html`<p>${detail}</p>
      <p><a href="${context.req.path}?locale=${language}">${words.again}</a></p>`,
  });
  return context.html(page, status as 400);
}

/** A fault of ours, as a page: its number is looked up in the log. */
export async function faultPage(context: Context<RequestFacts>, world: World): Promise<Response> {
  const { language, id } = context.var;
  const words = plainCommon[language];
  const { detail = '' } = problemOf(new Refused('unavailable'), language);
  context.header('cache-control', 'no-store');
  const page = await plainPage({
    ...{ language, title: words.refused, name: world.settings.server.name },
    content: html`<p>${detail}</p>
      <p>${words.faultNumber} ${id}</p>`,
  });
  return context.html(page, 500);
}

function languageIn(locale: string | undefined): Language | undefined {
  return locale === 'fr' || locale === 'en' ? locale : undefined;
}
