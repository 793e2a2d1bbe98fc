import {
  challengeSchema,
  feedbackAnswerSchema,
  feedbackFormSchema,
  feedbackRequestSchema,
  noReplyReason,
  problemSchema,
  replyDue,
  type Challenge,
  type FeedbackAnswer,
  type FeedbackForm,
  type FeedbackRequest,
  type ProblemCode,
} from '@qualepref/core';
import { parse, type GenericSchema } from 'valibot';

/** What goes wrong on the next request, whatever it asks. */
export type Trouble = 'offline' | 'broken' | 'lost' | ProblemCode;

/** What an invented préfecture offers. */
export const exampleForm: FeedbackForm = {
  sites: [
    { id: 'prefecture', name: 'Préfecture d’Exemple', kind: 'prefecture', timeZone: 'Europe/Paris' },
    {
      id: 'valmont',
      name: 'Sous-préfecture de Valmont',
      kind: 'sous-prefecture',
      timeZone: 'Europe/Paris',
      phones: [{ number: '01 99 00 12 34', purpose: { fr: 'Accueil' } }],
    },
  ],
  themes: [
    { id: 'attente', label: { fr: 'Attente et accueil au guichet', en: 'Waiting and desk reception' } },
    { id: 'telephone', label: { fr: 'Accueil téléphonique', en: 'Reception by phone' } },
    { id: 'site', label: { fr: 'Site internet' } },
  ],
  services: [
    { id: 'titres', name: 'Bureau des titres', phone: '01 99 00 12 35', page: '/demarches/titres' },
    { id: 'etrangers', name: 'Bureau du séjour', page: '/demarches/sejour' },
  ],
  delay: { amount: 10, unit: 'ouvres', bound: 'inclusive' },
  calendars: {
    prefecture: { zone: 'metropole', closings: [] },
    valmont: { zone: 'metropole', closings: ['2026-12-24'] },
  },
  privacy: {
    controller: 'Préfet d’Exemple',
    officer: 'dpd@exemple.gouv.fr',
    keptMonths: 24,
    page: '/donnees-personnelles',
  },
};

/**
 * The server of feedback, in memory: what it takes and gives is checked against
 * the schemas of core, so that a test fails where widget and API part.
 */
export class FakeFeedback {
  /** What it received, each once whatever the number of tries. */
  readonly received: FeedbackRequest[] = [];
  /** Keys of the tries, in their order. */
  readonly keys: string[] = [];
  /** Milliseconds before each answer. */
  wait = 0;
  /** ISO day on which it receives. */
  today = '2026-11-25';
  form: FeedbackForm = exampleForm;
  readonly #troubles: Trouble[] = [];
  readonly #answers = new Map<string, FeedbackAnswer>();

  /** What happens to the next requests: `lost` does what is asked, and the answer does not arrive. */
  trouble(...troubles: Trouble[]): this {
    this.#troubles.push(...troubles);
    return this;
  }

  /** Takes the place of the browser's `fetch`. */
  readonly fetch: typeof fetch = async (input, init) => {
    init?.signal?.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, this.wait));
    const trouble = this.#troubles.shift();
    if (trouble === 'offline') throw new TypeError('Failed to fetch');
    if (trouble === 'broken') return new Response('<h1>Bad gateway</h1>', { status: 502 });
    if (trouble !== undefined && trouble !== 'lost') return problem(trouble);
    const { pathname } = new URL(String(input instanceof Request ? input.url : input));
    const answer = await this.#answer(pathname, init);
    if (trouble === 'lost') throw new TypeError('Failed to fetch');
    return answer;
  };

  async #answer(path: string, init: RequestInit | undefined): Promise<Response> {
    if (path.endsWith('/feedback/form')) return json(feedbackFormSchema, this.form);
    if (path.endsWith('/challenges/feedback')) return json(challengeSchema, await challenge());
    if (!path.endsWith('/feedback') || init?.method !== 'POST') return problem('not-found');
    const key = new Headers(init.headers).get('idempotency-key') ?? '';
    this.keys.push(key);
    const request = parse(feedbackRequestSchema, JSON.parse(init.body as string));
    if (!(await isProof(request.proof))) return problem('proof');
    const known = this.#answers.get(key) ?? this.#receive(request);
    this.#answers.set(key, known);
    return json(feedbackAnswerSchema, known);
  }

  #receive(request: FeedbackRequest): FeedbackAnswer {
    this.received.push(request);
    const calendar = this.form.calendars[request.site] ?? { zone: 'metropole', closings: [] };
    const reply = replyDue({ ...request, receivedOn: this.today }, { delay: this.form.delay, calendar });
    const reason = noReplyReason(request);
    return {
      reference: 'EXE-2611-K7M4QXR',
      token: 'jeton',
      receivedOn: this.today,
      due: reply.due,
      ...(reason === undefined ? {} : { reason }),
      service: {
        name: 'Mission qualité',
        address: 'Préfecture d’Exemple\n1 place de la République\n99000 Exemple',
        email: 'qualite@exemple.gouv.fr',
        phone: '01 99 00 12 36',
      },
    };
  }
}

async function hash(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function challenge(): Promise<Challenge> {
  const salt = crypto.randomUUID();
  return {
    ...{ algorithm: 'SHA-256', salt, signature: 'signature', maxnumber: 1000 },
    challenge: await hash(`${salt}400`),
  };
}

async function isProof(proof: string): Promise<boolean> {
  const solved = JSON.parse(atob(proof)) as { challenge: string; salt: string; number: number };
  return solved.challenge === (await hash(`${solved.salt}${String(solved.number)}`));
}

function json(schema: GenericSchema, body: unknown): Response {
  return Response.json(parse(schema, body));
}

function problem(code: ProblemCode): Response {
  const body = parse(problemSchema, { type: 'about:blank', title: 'Refus', status: 422, code });
  return Response.json(body, { status: 422, headers: { 'content-type': 'application/problem+json' } });
}
