import { beforeAll, beforeEach, expect, test } from 'vitest';
import { send, signedIn, visit, type Signed } from './agent-fixture.ts';
import { agentRoutes } from './agent-routes.ts';
import type { FormRoute } from './agent-route.ts';
import { createApp } from './app.ts';
import { brokenWorld } from './broken-fixture.ts';
import { objectsOf, type AgentObjects } from './agent-objects-fixture.ts';
import { plainRoutes } from './pages/plain-pages.ts';
import { visitorOf } from './plain-fixture.ts';
import { apiRoutes } from './routes/index.ts';
import { emptyServer } from './engines-fixture.ts';
import type { Trial } from './testing.ts';

let trial: Trial;
let objects: AgentObjects;
let signed: Readonly<Record<string, Signed>>;
beforeAll(async () => {
  trial = await emptyServer();
  objects = await objectsOf(trial.world, 'valmont');
}, 60_000);
beforeEach(async () => {
  trial.clock.set('2026-11-25T08:00:00Z');
  await trial.world.store.db.deleteFrom('rate').execute();
  signed = {
    administrator: await signedIn(trial, { role: 'administrator' }),
    'quality-manager': await signedIn(trial),
    reader: await signedIn(trial, { role: 'reader' }),
  };
});

const IDS: Readonly<Record<string, keyof AgentObjects>> = {
  ...{ 'rendez-vous': 'appointment', ouvertures: 'rule', reclamations: 'feedback', courriers: 'mail' },
};
/** The address of an agents’ route, about what is there. */
function addressOf(path: string): string {
  const kind = IDS[path.split('/')[1] ?? ''];
  if (path === '/') return '';
  return path.replace(/:\w+/, kind === undefined ? (signed['reader']?.agent.id ?? '') : objects[kind]);
}
const senderOf = ({ roles }: Pick<FormRoute, 'roles'>): Signed | undefined =>
  signed[roles.includes('quality-manager') ? 'quality-manager' : 'administrator'];

/** Choices that forms take, for what is written beside them to be kept. */
const CHOSEN: Readonly<Record<string, string>> = {
  ...{ sorte: 'complaint', canal: 'desk', site: 'valmont', jour: '2026-11-24', theme: 'attente' },
  ...{ demarche: 'titre-de-sejour', debut: '2026-11-30T09:00+01:00', telephone: '01 99 00 12 34' },
  ...{ service: 'titres', recu: '2026-11-24', repondu: '2026-11-25', role: 'reader', courriel: '' },
};

/** The headers of an answer that say what a browser may do with it. */
const protections = ({ headers }: Response): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    [
      ...['content-security-policy', 'x-content-type-options', 'x-frame-options', 'referrer-policy'],
      ...[
        'strict-transport-security',
        'cross-origin-resource-policy',
        'cache-control',
        'server',
        'x-powered-by',
      ],
    ].map((name) => [name, headers.get(name)]),
  );
const AGENTS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  ...{ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' },
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  ...{ 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store' },
  ...{ server: null, 'x-powered-by': null },
};
/** Public pages stand in the frames that are listed, and only those. */
const PLAIN = {
  ...AGENTS,
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors https://www.exemple.gouv.fr; style-src 'self'; img-src 'self'",
  ...{ 'x-frame-options': null, 'referrer-policy': 'no-referrer' },
};

test('every answer to an agent has every protection: shown, done, refused or sent to sign in', async () => {
  for (const route of agentRoutes)
    for (const who of [senderOf(route), undefined, signed['reader']]) {
      const path = addressOf(route.path);
      const response =
        route.method === 'get' ? await visit(trial, path, who) : await send(trial, path, {}, who);
      expect(protections(response), `${route.method} ${path} ${String(response.status)}`).toEqual(AGENTS);
    }
  for (const path of ['/connexion', '/rien']) expect(protections(await visit(trial, path))).toEqual(AGENTS);
  expect(protections(await send(trial, '/connexion', { identifiant: 'x', passe: 'x' }))).toEqual(AGENTS);
});

test('every page without script has every protection, and stands in the frames that are listed', async () => {
  for (const { method, path } of plainRoutes) {
    await trial.world.store.db.deleteFrom('rate').execute();
    const response = await trial.app.request(path.replace(':token', 'x'), { method: method.toUpperCase() });
    expect(protections(response), `${method} ${path}`).toEqual(PLAIN);
  }
});

test('of every route of the API, a browser learns whether an origin may ask, for ten minutes at most', async () => {
  for (const { method, path } of apiRoutes) {
    const ask = (origin: string) =>
      trial.app.request(`/api/v1${path.replaceAll(/:\w+/g, 'x')}`, {
        method: 'OPTIONS',
        headers: {
          ...{ origin, 'access-control-request-method': method.toUpperCase() },
          'access-control-request-headers': 'content-type,idempotency-key',
        },
      });
    const { headers } = await ask('https://www.exemple.gouv.fr');
    expect(headers.get('access-control-allow-origin')).toBe('https://www.exemple.gouv.fr');
    expect(Number(headers.get('access-control-max-age'))).toBeLessThanOrEqual(600);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    for (const origin of [
      ...['https://evilexemple.gouv.fr', 'https://www.exemple.gouv.fr.evil.fr', 'null'],
      ...['http://www.exemple.gouv.fr', 'https://www.exemple.gouv.fr:8443', 'https://exemple.gouv.fr'],
    ])
      expect((await ask(origin)).headers.get('access-control-allow-origin'), origin).toBeNull();
  }
});

test('what people and agents write of somebody goes into no line of the log, done or refused', async () => {
  const canary = 'Zyxwv-Canari-4711';
  const choices = { kind: 'complaint', site: 'valmont', theme: 'attente', language: 'fr' };
  const told = {
    ...choices,
    email: `${canary}@exemple.fr`,
    name: canary,
    text: canary,
    postal: canary,
    phone: canary,
  };
  trial.lines.length = 0;
  for (const app of [trial.app, createApp(brokenWorld(trial.world, canary))]) {
    const broken: Trial = { ...trial, app };
    const { open, filled, send: post } = visitorOf(trial);
    for (const { method, path } of plainRoutes) {
      const address = path.replace(':token', canary);
      await app.request(`${address}?${canary}=${canary}&site=${canary}&start=${canary}`);
      if (method === 'get') continue;
      await trial.world.store.db.deleteFrom('rate').execute();
      const body = new URLSearchParams({
        ...filled(await open(address)),
        ...told,
        link: canary,
        reference: canary,
      });
      await app.request(address, { method: 'POST', body });
      await post(address, { ...told, cle: canary });
    }
    for (const route of agentRoutes) {
      const who = senderOf(route);
      const [path, own] = [route.path.replace(/:\w+/, canary), addressOf(route.path)];
      await visit(broken, `${path}?site=${canary}&${canary}=${canary}`, who);
      if (route.method === 'get') continue;
      const names = Object.keys((route.form as unknown as { entries?: object }).entries ?? {});
      const fields = Object.fromEntries(names.map((name) => [name, canary]));
      await send(broken, path, fields, who);
      const kept = Object.fromEntries(names.map((name) => [name, CHOSEN[name] ?? canary]));
      await send(broken, own, fields, who);
      await send(broken, own, kept, who);
      await send(broken, own, fields, who, { origin: `https://${canary}.fr`, 'user-agent': canary });
    }
    await send(broken, '/connexion', { identifiant: canary, passe: canary, code: canary, suite: canary });
  }
  expect(trial.lines.length).toBeGreaterThan(4 * agentRoutes.length);
  // Some of it was kept: nothing would be proven of what is always refused.
  const texts = await trial.world.store.db.selectFrom('feedback').select('text').execute();
  expect(texts.some(({ text }) => text?.includes(canary))).toBe(true);
  expect(trial.lines.join('').toLowerCase()).not.toContain('canari');
  const journal = await trial.world.store.db.selectFrom('journal').selectAll().execute();
  expect(JSON.stringify(journal).toLowerCase()).not.toContain('canari');
});

test('whatever page is asked, a fault of ours says nothing of what failed', async () => {
  const app = createApp(brokenWorld(trial.world, 'select name from appointment where secret'));
  const broken: Trial = { ...trial, app };
  const answers: (readonly [string, Response])[] = [];
  for (const { method, path } of plainRoutes)
    answers.push([path, await app.request(path, { method: method.toUpperCase() })]);
  for (const { method, path, roles } of agentRoutes) {
    const who = senderOf({ roles });
    const own = addressOf(path);
    const asked = method === 'get' ? visit(broken, own, who) : send(broken, own, {}, who);
    answers.push([path, await asked]);
  }
  answers.push(['/connexion', await send(broken, '/connexion', { identifiant: 'x', passe: 'x' })]);
  for (const [path, response] of answers) {
    expect(response.status, path).toBe(500);
    expect(await response.text(), path).not.toMatch(/select name|secret|Error|\.ts\b|node_modules/);
  }
});
