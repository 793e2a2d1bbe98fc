import { challengeActions } from '@qualepref/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { brokenWorld } from './broken-fixture.ts';
import { openNow } from './booking-fixture.ts';
import { createMetrics } from './metrics.ts';
import { sharedStore } from './database-fixture.ts';
import { emptyServer, onEachEngine } from './engines-fixture.ts';
import { challenge, complaint, post, proofOf, solved } from './public-fixture.ts';
import { apiRoutes } from './routes/index.ts';
import { tryServer, type Trial } from './testing.ts';

/** Every address, with something in the place of what varies. */
const addresses = apiRoutes.map(({ method, path }) => ({
  method: method.toUpperCase(),
  path: `/api/v1${path.replaceAll(/:\w+/g, 'x')}`,
}));

const write = { 'content-type': 'application/json', 'idempotency-key': 'a-key-of-sixteen-and-more' };

onEachEngine((trial) => {
  const send = (body: object, headers: Record<string, string> = {}, app: Trial['app'] = trial.app) =>
    post(app, '/feedback', body, headers);

  test('who a person is goes into no log and no metric, whatever goes wrong', async () => {
    const canary = 'Zyxwv-Canari-4711';
    const { world } = trial;
    const metrics = createMetrics(world.now);
    const app = createApp(world, metrics);
    const person = {
      ...complaint,
      text: `Je suis ${canary}.`,
      name: canary,
      replyTo: { email: `${canary}@exemple.fr`, postal: canary },
    };
    await openNow(world);
    expect((await send({ ...person, proof: await solved(app, 'feedback') }, {}, app)).status).toBe(201);
    for (const each of [app, createApp(brokenWorld(world, canary), metrics)])
      for (const { method, path } of addresses) {
        for (const address of [path.replace(/x\b/, canary), `${path}?${canary}=${canary}&site=${canary}`])
          await each.request(address, {
            method,
            headers: {
              ...{ 'user-agent': canary, 'x-forwarded-for': canary, origin: `https://${canary}.fr` },
              ...{ referer: `https://exemple.fr/${canary}`, 'accept-language': canary, cookie: canary },
              ...{ 'content-type': 'application/json', 'idempotency-key': `${canary}-${canary}` },
            },
            ...(method === 'GET' ? {} : { body: JSON.stringify({ ...person, [canary]: canary }) }),
          });
      }
    for (const type of ['application/json', 'text/plain', `application/${canary}`])
      await post(app, '/feedback', `{"${canary}`, { 'content-type': type });
    await app.request(`/${canary}`, { method: canary.replaceAll(/\W|\d/g, '').toUpperCase() });
    const said = trial.lines.join('') + (await metrics.text());
    expect(trial.lines.length).toBeGreaterThan(addresses.length * 4);
    expect(said.toLowerCase()).not.toContain('canari');
    expect(said).not.toContain(Buffer.from(canary).toString('base64').slice(4, -4));
  });

  test('what could begin another line of the log does not', async () => {
    const before = trial.lines.length;
    const forged = '%0A%7B%22at%22%3A%22now%22%2C%22event%22%3A%22signed-in%22%7D%0D%0A%E2%80%A8';
    await trial.app.request(`/api/v1/sites/${forged}?x=${forged}`, {
      headers: { 'user-agent': 'a\u0085b', 'accept-language': 'fr{"event":"signed-in"}' },
    });
    const lines = trial.lines.slice(before);
    expect(lines).toHaveLength(1);
    expect(lines.join('').split(/[\n\r\u2028\u0085]/)).toHaveLength(2);
    expect(lines.join('')).not.toContain('signed-in');
  });

  test('a proof that is false and a limit that is passed are events of their own, without who it was', async () => {
    trial.lines.length = 0;
    const body = { ...complaint, proof: Buffer.from('{}').toString('base64') };
    for (let at = 0; at <= trial.world.settings.server.limits.writes; at += 1) await send(body);
    const events = trial.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const refused = events.filter(({ event }) => event === 'access-refused');
    expect(refused.map(({ route, code }) => `${String(route)} ${String(code)}`)).toEqual([
      ...Array.from({ length: refused.length - 1 }, () => '/api/v1/feedback proof'),
      '/api/v1/feedback too-many',
    ]);
    expect(new Set(refused.flatMap((line) => Object.keys(line)))).toEqual(
      new Set(['at', 'event', 'id', 'route', 'code']),
    );
  });

  test('a forged X-Forwarded-For does not begin another count', async () => {
    const { writes } = trial.world.settings.server.limits;
    const statuses: number[] = [];
    for (let at = 0; at <= writes; at += 1)
      statuses.push((await send({}, { 'x-forwarded-for': `198.51.100.${String(at)}` })).status);
    expect(statuses.slice(0, -1).every((status) => status === 400)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    // Behind a proxy of ours, what it adds counts, and what stands before it does not.
    const behind = createApp({ ...trial.world, settings: { ...trial.world.settings, trustedProxies: 1 } });
    for (let at = 0; at <= writes; at += 1)
      statuses.push(
        (await send({}, { 'x-forwarded-for': `10.0.0.${String(at)}, 203.0.113.9` }, behind)).status,
      );
    expect(statuses.at(-1)).toBe(429);
    expect((await send({}, { 'x-forwarded-for': '203.0.113.9, 203.0.113.10' }, behind)).status).toBe(400);
  });

  test.each(challengeActions)(
    'a challenge of %s is good once, for that form, for ten minutes',
    async (action) => {
      const other = action === 'feedback' ? 'booking' : 'feedback';
      const [path, body] =
        action === 'feedback'
          ? ['/feedback', complaint]
          : ['/appointments', { hold: 'none', name: 'Awa Exemple', email: 'awa@exemple.fr', language: 'fr' }];
      const answered = async (proof: string) => {
        const response = await post(trial.app, path, { ...body, proof });
        return ((await response.json()) as { code?: string }).code ?? 'accepted';
      };
      // A hold that is none is refused after the proof, which then stays good.
      const accepted = action === 'feedback' ? 'accepted' : 'hold-expired';
      expect(await answered(await solved(trial.app, other))).toBe('proof');
      const proof = await solved(trial.app, action);
      expect(await answered(proof)).toBe(accepted);
      if (action === 'feedback') expect(await answered(proof)).toBe('proof');
      const given = await challenge(trial.app, action);
      const altered = [
        { ...given, salt: given.salt.replace(/expires=\d+/, 'expires=4102444800') },
        { ...given, salt: given.salt.replace(action, other) },
        { ...given, salt: `${given.salt}&x=1` },
        { ...given, signature: given.signature.replace(/^./, (first) => (first === '0' ? '1' : '0')) },
      ];
      const good = JSON.parse(Buffer.from(await proofOf(given), 'base64').toString()) as object;
      for (const each of altered) {
        const wrong = Buffer.from(JSON.stringify({ ...good, ...each })).toString('base64');
        expect(await answered(wrong)).toBe('proof');
      }
      const late = await solved(trial.app, action);
      trial.clock.pass(10 * 60_000 + 1000);
      expect(await answered(late)).toBe('proof');
    },
  );
});

describe('whatever the database', () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await emptyServer();
  });

  test.each(addresses)('$method $path answers a browser with every protection', async ({ method, path }) => {
    const response = await trial.app.request(path, {
      method,
      ...(method === 'GET' ? {} : { headers: write }),
    });
    const said = (name: string) => response.headers.get(name) ?? '';
    expect(said('content-security-policy')).toMatch(
      /^default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
    );
    expect(said('x-content-type-options')).toBe('nosniff');
    expect(said('x-frame-options')).toBe('DENY');
    expect(said('referrer-policy')).toBe('no-referrer');
    expect(said('strict-transport-security')).toMatch(/^max-age=31536000/);
    expect(said('cross-origin-resource-policy')).toBe('same-origin');
    expect(said('cache-control')).toBe('no-store');
    expect(said('set-cookie')).toBe('');
    expect(said('x-powered-by') + said('server')).toBe('');
  });

  test('a fault of ours says its number, and nothing of what failed', async () => {
    const broken = createApp(brokenWorld(trial.world, 'select name from appointment where secret'));
    for (const { method, path } of addresses) {
      const response = await broken.request(path, {
        method,
        ...(method === 'GET' ? {} : { headers: write }),
      });
      expect(response.status, path).toBe(500);
      const body = (await response.json()) as Record<string, unknown>;
      expect(Object.keys(body).sort()).toEqual(['code', 'detail', 'instance', 'status', 'title', 'type']);
      expect(body['instance']).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      expect(JSON.stringify(body)).not.toMatch(/select|secret|Error|\.ts|node_modules/);
    }
  });
});

test('two servers on one database share a limit', async () => {
  const store = await sharedStore('postgres');
  const trials = [await tryServer({ store }), await tryServer({ store })];
  await trials[0]?.empty();
  const most = trials[0]?.world.settings.server.limits.writes ?? 0;
  const statuses: number[] = [];
  for (let at = 0; at <= most; at += 1) {
    const app = trials[at % 2]?.app;
    if (app) statuses.push((await post(app, '/feedback', {})).status);
  }
  expect(statuses.indexOf(429)).toBe(most);
});
