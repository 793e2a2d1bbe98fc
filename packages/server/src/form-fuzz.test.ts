import crypto from 'node:crypto';
import fc from 'fast-check';
import type { GenericSchema } from 'valibot';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { accountWithPassword, browserOf, send, signedIn, visit, type Signed } from './agent-fixture.ts';
import { objectsOf, type AgentObjects } from './agent-objects-fixture.ts';
import { agentRoutes } from './agent-routes.ts';
import type { FormRoute } from './agent-route.ts';
import { NINE } from './booking-fixture.ts';
import { plainRoutes } from './pages/plain-pages.ts';
import { visitorOf } from './plain-fixture.ts';
import { emptyServer } from './engines-fixture.ts';
import type { Trial } from './testing.ts';

/** Inputs for each form: `npm run test:fuzz` tries a thousand. */
const IS_FULL = (import.meta as { env?: { MODE?: string } }).env?.MODE === 'full';
const RUNS = IS_FULL ? 1000 : 30;
const TIMEOUT = IS_FULL ? 600_000 : 60_000;

let trial: Trial;
let objects: AgentObjects;
let account: string;
beforeAll(async () => {
  trial = await emptyServer();
  objects = await objectsOf(trial.world, 'valmont');
  account = (await signedIn(trial, { role: 'reader' })).agent.id;
}, 60_000);
beforeEach(() => {
  // A password costs 30 ms to try, and what is typed is what is tried here.
  vi.spyOn(crypto, 'argon2').mockImplementation((_, { tagLength }, done) =>
    done(null, Buffer.alloc(tagLength, 1)),
  );
});
afterEach(() => vi.restoreAllMocks());

const odd = fc.oneof(
  fc.constantFrom('', ' ', '\0', 'a\0b', '\u202E', '__proto__', '%00', "'; drop table slot; --", '٣'),
  fc.constantFrom('2026-02-30', '9999-12-31', '0000-00-00', '0001-01-01', '-0', '999999999', '1e9', 'NaN'),
  fc.constantFrom('é'.repeat(5000), '9'.repeat(400), '2026-13', '9999-12', '24:00', '99:99', '1,5', '-1'),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.uuid(),
);
/** Words that one form or another takes: each is sound somewhere and odd elsewhere. */
const sound = fc.constantFrom(
  ...['valmont', 'rives', 'qualite', 'titres', 'titre-de-sejour', 'naturalisation', NINE, 'awa@exemple.fr'],
  ...['complaint', 'suggestion', 'desk', 'letter', 'phone', 'email', 'attente', 'answered', 'attended', 'fr'],
  ...['2026-11-24', '2026-12-24', '2026-10', '2026-T3', '2025', '09:00', '12:00', '20', '1', '0', '6'],
  ...['tel.decroche', 'demarche.delai', 'agent', 'reader', 'referent', 'ouvert', 'desactive', 'Texte.'],
  ...['01 99 00 12 34', 'oui', 'autres', 'slots', 'cancel', 'move', 'export', 'erase'],
);
const value = fc.oneof({ arbitrary: sound, weight: 3 }, { arbitrary: odd, weight: 1 });

const namesOf = (schema: GenericSchema): string[] =>
  Object.keys((schema as unknown as { readonly entries?: object }).entries ?? {});
const forms = agentRoutes.filter((route): route is FormRoute => route.method === 'post');

/** Somebody who may send a form, and may be closed or bounded by an earlier one. */
async function senderOf({ roles, asksPassword }: FormRoute): Promise<Signed> {
  const role = roles.find((each) => each !== 'administrator') ?? 'administrator';
  if (!asksPassword) return signedIn(trial, { role });
  return browserOf(trial.world, await accountWithPassword(trial, `a${crypto.randomUUID()}`, role));
}

const KINDS: Readonly<Record<string, keyof AgentObjects>> = {
  ...{ 'rendez-vous': 'appointment', ouvertures: 'rule', reclamations: 'feedback', courriers: 'mail' },
};

/** What stands in an address: mostly what is there, else what is none. */
function idsOf(path: string): fc.Arbitrary<string> {
  const kind = KINDS[path.split('/')[1] ?? ''];
  const id = kind === undefined ? account : objects[kind];
  const none = fc.constantFrom('6b1f2c66-4a94-4a0c-9a51-3f5e2f0b8f10', 'VAL-2611-AAAAAAA', '%00', 'x', '%ff');
  return fc.oneof({ arbitrary: fc.constant(id), weight: 5 }, { arbitrary: none, weight: 1 });
}

test.each(forms)('no form makes $path fail', { timeout: TIMEOUT }, async ({ ...route }) => {
  const names = namesOf(route.form);
  const sender = await senderOf(route);
  const fields = fc.dictionary(
    fc.constantFrom(...names, 'intrus'),
    fc.oneof({ arbitrary: value, weight: 6 }, { arbitrary: fc.array(value, { maxLength: 3 }), weight: 1 }),
    { minKeys: Math.max(0, names.length - 2), maxKeys: names.length + 1 },
  );
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fields, idsOf(route.path), async (body, id) => {
      await trial.world.store.db.deleteFrom('rate').execute();
      const { status } = await send(trial, route.path.replace(/:\w+/, id), body, sender);
      statuses.add(status);
      expect(status, JSON.stringify(body)).toBeLessThan(500);
    }),
    { numRuns: RUNS, seed: 4711 },
  );
  // Nobody was let in, had every answer been this one.
  expect([...statuses]).not.toEqual([403]);
});

test.each(agentRoutes.filter(({ method }) => method === 'get'))(
  'no address makes the page $path fail',
  { timeout: TIMEOUT },
  async ({ path, roles }) => {
    const reader = await signedIn(trial, { role: roles[0] ?? 'reader' });
    const names = ['avant', 'etat', 'indicateur', 'mois', 'site', 'du', 'fait', 'nombre', 'demarche', 'jour'];
    const query = fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(query, idsOf(path), async (pairs, id) => {
        const asked = pairs.map(([name, text]) => `${name}=${encodeURIComponent(text.toWellFormed())}`);
        const { status } = await visit(trial, `${path.replace(/:\w+/, id)}?${asked.join('&')}`, reader);
        expect(status, asked.join('&')).toBeLessThan(500);
      }),
      { numRuns: RUNS / 2, seed: 4711 },
    );
  },
);

/** Where each form of the public is drawn. */
const DRAWN: Readonly<Record<string, string>> = {
  '/rendez-vous/simple': `/rendez-vous/simple?site=valmont&procedure=titre-de-sejour&start=${encodeURIComponent(NINE)}`,
  '/confirmer/:token': '/confirmer/x',
  '/reclamations/simple': '/reclamations/simple',
  '/reclamations/simple/suivre': '/reclamations/simple/suivre',
  '/rendez-vous/simple/gerer': '/rendez-vous/simple/gerer',
  '/mes-donnees': '/mes-donnees',
};
const posts = plainRoutes.filter(({ method }) => method === 'post');

test('every form without script says where it is drawn', () => {
  expect(posts.map(({ path }) => path).toSorted()).toEqual(Object.keys(DRAWN).toSorted());
});

test.each(posts)('no form without script makes $path fail', { timeout: TIMEOUT }, async ({ path }) => {
  const { open, filled, send: post } = visitorOf(trial);
  const names = Object.keys(filled(await open(DRAWN[path] ?? '')));
  const more = [
    ...names,
    'kind',
    'site',
    'theme',
    'text',
    'name',
    'email',
    'postal',
    'phone',
    'act',
    'start',
  ];
  const changed = fc.dictionary(fc.constantFrom(...more), value, { maxKeys: 5 });
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(changed, fc.constantFrom('x', 'A'.repeat(43), '%00'), async (over, token) => {
      await trial.world.store.db.deleteFrom('rate').execute();
      const drawn = filled(await open(DRAWN[path] ?? ''));
      const { status } = await post(path.replace(':token', token), { ...drawn, ...over });
      statuses.add(status);
      expect(status, JSON.stringify(over)).toBeLessThan(500);
    }),
    { numRuns: RUNS, seed: 4711 },
  );
  expect([...statuses]).not.toEqual([429]);
});
