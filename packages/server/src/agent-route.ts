import { createHash } from 'node:crypto';
import { QualeprefError, type ProblemCode } from '@qualepref/core';
import type { Context } from 'hono';
import { safeParse, type BaseIssue, type GenericSchema, type InferOutput } from 'valibot';
import { countTry } from './account.ts';
import { reaches, type Agent, type Reached } from './access.ts';
import type { Html } from './pages/agent-html.ts';
import type { Notice } from './pages/agent-notices.ts';
import { problemOf, Refused } from './problem.ts';
import type { RequestFacts } from './request-facts.ts';
import type { Db, Tx } from './store/database.ts';
import { claim, keepAnswer } from './store/idempotency-store.ts';
import type { AccountRole } from './store/account-tables.ts';
import { keyedDigest, seal, unseal } from './token.ts';
import type { World } from './world.ts';

/** What a form that is sent back says of its fields; that of the empty name is of the whole form. */
export type Faults = Readonly<Record<string, string>>;

/** Thrown by a handler to have its form shown again: nothing of what it did is kept. */
export class WrongForm extends Error {
  readonly faults: Faults;

  constructor(faults: Faults) {
    super('wrong form');
    this.name = 'WrongForm';
    this.faults = faults;
  }
}

/** What a handler is given. */
export interface AgentAsked<Form = undefined> {
  readonly world: World;
  readonly agent: Agent;
  /** Digest of the token of this session. */
  readonly session: string;
  /** What every form on the page carries. */
  readonly formToken: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly form: Form;
  /** The transaction of a form; the database for a page. */
  readonly db: Db;
  readonly context: Context<RequestFacts>;
}

/** A page to show. */
export interface Page {
  readonly title: string;
  readonly body: Html;
}

/** Where to go once a form is done, and what is then said. */
export interface Moved {
  readonly to: string;
  readonly notice?: Notice;
  /** What the notice counts. */
  readonly count?: number;
  /** Token of the session that goes on from here. */
  readonly renews?: string | undefined;
}

interface Described {
  /** Below `/agents`. */
  readonly path: string;
  readonly roles: readonly AccountRole[];
}

type Found = Promise<Reached | undefined> | Reached | undefined;

/**
 * What the address is about, to compare with the sites and service of who asks:
 * `undefined` when there is no such thing. `own` is what belongs to who asks,
 * or what is cut down to what they may see.
 */
type ObjectOf = 'own' | ((asked: AgentAsked<unknown>) => Found);

/** A page. */
export interface PageRoute extends Described {
  readonly method: 'get';
  readonly object: ObjectOf;
  readonly handle: (asked: AgentAsked) => Promise<Page | Response>;
}

/** A form, done in one transaction and once however often it is sent. */
export interface FormRoute extends Described {
  readonly method: 'post';
  readonly form: GenericSchema;
  /** Bytes of the largest body; 64 KiB by default. */
  readonly largest?: number;
  readonly object: ObjectOf;
  /** Whether it asks for the password again: tries count as those of signing in. */
  readonly asksPassword?: true;
  /** The same of what the form names. */
  readonly about?: (asked: AgentAsked<never>) => Found;
  readonly handle: (asked: AgentAsked<never>, tx: Tx) => Promise<Moved | Page>;
  /** Below `/agents`: where one goes who sends again what was answered by a page; its own path without it. */
  readonly rest?: string;
  /** The page that has the form, with what is wrong. */
  readonly again?: (asked: AgentAsked<Readonly<Record<string, unknown>>>, faults: Faults) => Promise<Page>;
}

/** A route of the agents as data: what serves it and what tests who may use it read this. */
export type AgentRoute = PageRoute | FormRoute;

/** Makes a route of a page. */
export function page(route: Omit<PageRoute, 'method'>): AgentRoute {
  return { method: 'get', ...route };
}

/** Types a form by its schema. */
export function form<Schema extends GenericSchema>(
  route: Omit<FormRoute, 'method' | 'form' | 'about' | 'handle'> & {
    readonly form: Schema;
    readonly about?: (asked: AgentAsked<InferOutput<Schema>>) => Found;
    readonly handle: (asked: AgentAsked<InferOutput<Schema>>, tx: Tx) => Promise<Moved | Page>;
  },
): AgentRoute {
  return { method: 'post', ...route } as unknown as AgentRoute;
}

/** Name of the field that makes two sendings of a form one. */
export const ONCE_FIELD = 'cle';
/** Name of the field that only pages of this session have. */
export const TOKEN_FIELD = 'jeton';
const KEY = /^[\w-]{16,100}$/;

/** @throws Refused `not-found` when the object is beyond the reach of who asks: they are not told that it exists */
async function checkObject(agent: Agent, found: Found): Promise<void> {
  const object = await found;
  if (!object || !reaches(agent, object)) throw new Refused('not-found');
}

/** Shows a page. */
export async function showPage(route: PageRoute, asked: AgentAsked): Promise<Page | Response> {
  if (route.object !== 'own') await checkObject(asked.agent, route.object(asked));
  return route.handle(asked);
}

/** What became of a form. */
export type Done = { readonly moved: Moved } | { readonly page: Page; readonly status: 200 | 422 };

/** Does a form, or shows it again with what is wrong. */
export async function doForm(
  route: FormRoute,
  asked: AgentAsked<Readonly<Record<string, unknown>>>,
): Promise<Done> {
  // First of all: a form with a fault is sent back in a page that shows the object.
  if (route.object !== 'own') await checkObject(asked.agent, route.object(asked));
  // Before the transaction, which a wrong password undoes.
  if (route.asksPassword) await countTry(asked.world, asked.agent.login, asked.context.var.source);
  const parsed = safeParse(route.form, asked.form);
  try {
    if (!parsed.success) throw new WrongForm(faultsOf(parsed.issues));
    const form = parsed.output as never;
    return await asked.world.store.db.transaction().execute(async (tx) => {
      const inside: AgentAsked<never> = { ...asked, form, db: tx };
      if (route.about) await checkObject(asked.agent, route.about(inside));
      return once(route, asked, tx, () => route.handle(inside, tx));
    });
  } catch (error) {
    const faults = asFaults(error);
    if (faults === undefined || !route.again) throw error;
    const known = { ...asked, form: asked.form };
    return { page: await route.again(known, faults), status: 422 };
  }
}

/** A form sent twice, by a double click or a reload, goes where it went first. */
async function once(
  route: FormRoute,
  { world, agent, form }: AgentAsked<Readonly<Record<string, unknown>>>,
  tx: Tx,
  handle: () => Promise<Moved | Page>,
): Promise<Done> {
  const given = form[ONCE_FIELD];
  if (typeof given !== 'string' || !KEY.test(given)) throw new Refused('invalid');
  const { secret } = world.settings;
  const request = keyedDigest(secret, 'request', JSON.stringify([route.path, describe(form)]));
  // A form that was corrected and sent again keeps its key, and is another one.
  const key = createHash('sha256').update(`${agent.id} ${given} ${request}`).digest('base64url');
  const name = `agents ${route.path}`;
  const known = await claim(tx, { key, route: name, request, now: world.now() });
  if (known) return { moved: JSON.parse(unseal(secret, known.answer)) as Moved };
  const done = await handle();
  // A page is what may be read once only, such as a password: sent again, one is sent to where it came from.
  const moved: Moved = 'to' in done ? { ...done, renews: undefined } : { to: '' };
  await keepAnswer(tx, { key, route: name, status: 303, answer: seal(secret, JSON.stringify(moved)) });
  return 'to' in done ? { moved: done } : { page: done, status: 200 };
}

function describe(form: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(form).map(([name, value]) => [
    name,
    value instanceof File ? `${value.name} ${String(value.size)}` : value,
  ]);
}

/** Refusals that no correction of the form would mend. */
const BARRED: readonly ProblemCode[] = ['not-found', 'proof', 'too-many', 'unavailable'];

function asFaults(error: unknown): Faults | undefined {
  if (error instanceof WrongForm) return error.faults;
  // What core refuses is said in French, for who entered it.
  if (error instanceof QualeprefError) return { '': error.message };
  if (!(error instanceof Refused) || BARRED.includes(error.code)) return undefined;
  const said = error.errors?.map(({ message }) => message).join('\n') ?? '';
  return { '': said === '' ? (problemOf(error, 'fr').detail ?? '') : said };
}

function faultsOf(issues: readonly BaseIssue<unknown>[]): Faults {
  const faults: Record<string, string> = {};
  for (const { type, message, path = [] } of issues)
    // Of a field that was not sent, the message is that of the form, in English.
    faults[keyOf(path[0])] ??= type === 'object' ? 'Ce champ manque : le remplir.' : message;
  return faults;
}

function keyOf(item: { readonly key: unknown } | undefined): string {
  return typeof item?.key === 'string' ? item.key : '';
}
