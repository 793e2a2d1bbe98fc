import { Hono } from 'hono';
import { beforeAll, expect, test } from 'vitest';
import { reaches } from './access.ts';
import { mountAgents } from './agent-app.ts';
import { askExample, examplesOf, LET_IN, nameOf } from './agent-examples-fixture.ts';
import { signedIn, visit } from './agent-fixture.ts';
import { objectsOf } from './agent-objects-fixture.ts';
import { agentRoutes } from './agent-routes.ts';
import { page } from './agent-route.ts';
import { emptyServer } from './engines-fixture.ts';
import { accountRoles, type AccountRole } from './store/account-tables.ts';
import type { Trial } from './testing.ts';

let trial: Trial;
beforeAll(async () => {
  trial = await emptyServer();
}, 60_000);

test('every route says whom it is for: a stranger is sent to sign in, and another role is refused', async () => {
  const { agent: other } = await signedIn(trial, { role: 'reader' });
  const examples = examplesOf(await objectsOf(trial.world, 'valmont'), other.id);
  expect(Object.keys(examples).toSorted()).toEqual(agentRoutes.map(nameOf).toSorted());
  const wrong: string[] = [];
  for (const route of agentRoutes) {
    const example = examples[nameOf(route)];
    if (!example) continue;
    const stranger = await askExample(trial, route, example);
    if (stranger.status !== 303 || !stranger.headers.get('location')?.startsWith('/agents/connexion'))
      wrong.push(`${nameOf(route)} is open to strangers`);
    for (const role of accountRoles) {
      const isWhole = role === 'administrator' || example.bounds?.includes('whole');
      const signed = await signedIn(trial, { role, ...(isWhole ? {} : { sites: ['valmont'] }) });
      const { status } = await askExample(trial, route, example, signed);
      if (route.roles.includes(role) ? !LET_IN.includes(status) : status !== 403)
        wrong.push(`${nameOf(route)} for ${role}: ${String(status)}`);
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);

test('a service bounds what a person reaches, and what no service has is everybody’s', () => {
  const person = { sites: [], service: 'titres' };
  expect(reaches(person, { service: 'titres' })).toBe(true);
  expect(reaches(person, { service: 'qualite' })).toBe(false);
  expect(reaches(person, { service: null })).toBe(true);
  expect(reaches({ sites: [], service: null }, { service: 'qualite' })).toBe(true);
  expect(reaches({ sites: ['valmont'], service: null }, { isWhole: true })).toBe(false);
  expect(reaches({ sites: [], service: null }, { isWhole: true })).toBe(true);
});

test('a path that no route names does not exist, signed in or not', async () => {
  const signed = await signedIn(trial, { role: 'administrator' });
  for (const path of [
    '/secret',
    '/comptes/../secret',
    '/comptes/x',
    '/reclamations/%2e%2e',
    '/courriers/%00',
  ])
    expect([404, 403]).toContain((await visit(trial, path, signed)).status);
  expect((await visit(trial, '/secret')).status).toBe(404);
});

test('a failure says nothing of its cause', async () => {
  const app = new Hono<never>();
  const broken = page({
    ...{ path: '/casse', roles: ['agent'] as readonly AccountRole[], object: 'own' as const },
    handle: () => Promise.reject(new Error('select secret from account')),
  });
  mountAgents(app as never, trial.world, [broken]);
  const signed = await signedIn(trial, { role: 'agent' });
  const response = await visit({ app } as never, '/casse', signed);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('select');
});
