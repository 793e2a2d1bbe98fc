import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { openNow, NINE } from './booking-fixture.ts';
import { complaint, post, solved } from './public-fixture.ts';
import { apiRoutes } from './routes/index.ts';
import { emptyServer } from './engines-fixture.ts';
import { exampleConfig, type Trial } from './testing.ts';

/** Inputs for each schema: `npm run test:fuzz` tries five times as many. */
const IS_FULL = (import.meta as { env?: { MODE?: string } }).env?.MODE === 'full';
const RUNS = IS_FULL ? 1000 : 200;
const MANY = 1_000_000;

let trial: Trial;
beforeAll(async () => {
  const { server } = exampleConfig;
  if (!server) throw new Error('The example has no server.');
  const limits = { requests: MANY, writes: MANY, allWrites: MANY, places: MANY };
  trial = await emptyServer({ config: { ...exampleConfig, server: { ...server, limits, challenge: 1 } } });
  await openNow(trial.world);
}, 60_000);

const weird = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'a\0b',
    '\uD800',
    '__proto__',
    'constructor',
    '%00',
    '%',
    "'; drop table slot; --",
  ),
  fc.constantFrom('2026-02-30', '9999-12-31', '0000-00-00', '2026-11-27T09:00+99:99', NINE, 'Infinity', '-0'),
  fc.constantFrom(
    'a@b',
    'valmont',
    'rives',
    'titre-de-sejour',
    '٣',
    '\u202E',
    'é'.repeat(5000),
    '9'.repeat(400),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.uuid(),
);
const anything = fc.oneof(
  weird,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, 1e308, -1, 0.5, [], {}),
);

/** A body like a sound one, in which some keys are missing, others odd and one too many. */
function near(sound: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> {
  const keys = fc.record(
    Object.fromEntries(
      Object.entries(sound).map(([key, value]) => [
        key,
        fc.oneof({ arbitrary: fc.constant(value), weight: 6 }, { arbitrary: anything, weight: 1 }),
      ]),
    ),
    { requiredKeys: Object.keys(sound).slice(0, -1) },
  );
  const extra = fc.option(fc.tuple(weird, anything), { freq: 8 });
  return fc.oneof(
    {
      arbitrary: fc.tuple(keys, extra).map(([body, more]) => (more ? { ...body, [more[0]]: more[1] } : body)),
      weight: 8,
    },
    { arbitrary: anything, weight: 1 },
  );
}

/** What each body would be, were it sound; `proof` is solved when it is sent. */
const SOUND: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '/feedback': { ...complaint, proof: 'feedback', website: '' },
  '/holds': { site: 'valmont', procedure: 'titre-de-sejour', start: NINE },
  '/appointments': {
    hold: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
    name: 'Awa Exemple',
    email: 'awa@exemple.fr',
    phone: '0199001234',
    language: 'fr',
    proof: 'booking',
  },
  '/appointments/:token/move': { hold: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff' },
};
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/feedback/form': ['site'],
  '/feedback/:reference': ['token'],
  '/procedures': ['site'],
  '/slots': ['site', 'procedure', 'from', 'to'],
};

const isFault = (status: number): boolean => status >= 500;
const inPath = (path: string, values: readonly string[]): string => {
  let at = 0;
  return path.replaceAll(/:\w+/g, () => encodeURIComponent((values[at++] ?? 'x').toWellFormed()));
};

const bodies = apiRoutes.filter((route) => 'body' in route);
const others = apiRoutes.filter((route) => !('body' in route));

test('every schema has something like it to be tried with', () => {
  expect(bodies.map(({ path }) => path).sort()).toEqual(Object.keys(SOUND).sort());
  const asked = apiRoutes.filter(({ query }) => query).map(({ path }) => path);
  expect(asked.sort()).toEqual(Object.keys(QUERIES).sort());
});

test.each(bodies)('no body makes $path fail', { timeout: 120_000 }, async ({ path }) => {
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(near(SOUND[path] ?? {}), fc.array(weird, { maxLength: 2 }), async (body, values) => {
      const { proof } = (body ?? {}) as { proof?: unknown };
      const sent =
        proof === 'feedback' || proof === 'booking'
          ? { ...(body as object), proof: await solved(trial.app, proof) }
          : body;
      const { status } = await post(trial.app, inPath(path, values), sent);
      statuses.add(status);
      expect(isFault(status), String(status)).toBe(false);
    }),
    { numRuns: RUNS, seed: 4711 },
  );
  // What is refused before it is read proves nothing.
  expect(statuses.size).toBeGreaterThan(1);
});

test.each(others)('no address makes $method $path fail', { timeout: 120_000 }, async ({ method, path }) => {
  const names = QUERIES[path] ?? ['x'];
  const query = fc.array(fc.tuple(fc.constantFrom(...names), weird), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(query, fc.array(weird, { maxLength: 2 }), fc.boolean(), async (pairs, values, isRaw) => {
      const asked = pairs.map(
        ([name, value]) =>
          `${name}=${isRaw ? value.replaceAll(/[#\s]/g, '') : encodeURIComponent(value.toWellFormed())}`,
      );
      const response = await trial.app.request(`/api/v1${inPath(path, values)}?${asked.join('&')}`, {
        method: method.toUpperCase(),
        ...(method === 'get' ? {} : { headers: { 'idempotency-key': crypto.randomUUID() } }),
      });
      expect(isFault(response.status), String(response.status)).toBe(false);
    }),
    { numRuns: QUERIES[path] ? RUNS : RUNS / 10, seed: 4711 },
  );
});

test('neither an odd body nor an odd header makes the server fail', async () => {
  const types = ['application/json', 'application/json; charset=x', 'text/plain', 'multipart/form-data', ''];
  const raw = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.constantFrom('[', '{"a":', 'null', '1e999', '"', '{"__proto__":{"a":1}}', '['.repeat(20_000)),
  );
  await fc.assert(
    fc.asyncProperty(
      raw,
      fc.constantFrom(...types),
      fc.string({ maxLength: 120 }),
      async (body, type, key) => {
        const headers = { 'content-type': type, 'idempotency-key': key.replaceAll(/[^ -~]/g, '') };
        const { status } = await post(trial.app, '/feedback', body.toWellFormed(), headers);
        expect(isFault(status), String(status)).toBe(false);
      },
    ),
    { numRuns: RUNS / 5, seed: 4711 },
  );
});
