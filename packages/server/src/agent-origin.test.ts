import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { accountWithPassword, examplePassword, signedIn, type Signed } from './agent-fixture.ts';
import { createApp } from './app.ts';
import { listen, type Served } from './serve.ts';
import { emptyServer } from './engines-fixture.ts';
import type { Trial } from './testing.ts';

let trial: Trial;
let served: Served;
let elsewhere: Server;
let browser: Browser;
let context: BrowserContext;
let boss: Signed;
/** What the page of the other origin holds. */
let said = '';

beforeAll(async () => {
  const { world, ...rest } = await emptyServer();
  const server = { ...world.settings.server, address: 'http://127.0.0.1' };
  const local = { ...world, settings: { ...world.settings, server } };
  trial = { ...rest, world: local, app: createApp(local) };
  served = await listen(trial.app, { host: '127.0.0.1', port: 0 });
  elsewhere = createServer((_, response) => {
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(`<!doctype html><title>Ailleurs</title>${said}`);
  }).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  browser = await chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox'] });
}, 90_000);
beforeEach(async () => {
  await trial.empty();
  boss = await signedIn(trial, { role: 'administrator' });
  context = await browser.newContext();
  const value = boss.cookie.split('=')[1] ?? '';
  // As ours is set: another port of the same machine is the same site to a browser, and is sent it.
  await context.addCookies([
    { name: 'qualepref', value, domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: 'Lax' },
  ]);
  return () => context.close();
});
afterAll(async () => {
  await browser.close();
  await served.close();
  elsewhere.close();
});

const ours = (path: string) => `http://127.0.0.1:${String(served.port)}/agents${path}`;
/** Another port is the same site, another name is another site: both are other origins. */
const origins = ['127.0.0.1', 'localhost'] as const;
/** All that the form asks for, its token included: whoever has that still comes from elsewhere. */
const fields = (): Record<string, string> => ({
  ...{ jeton: boss.formToken, cle: crypto.randomUUID() },
  ...{ identifiant: 'mechant', nom: 'Méchant', role: 'administrator' },
});
const accounts = async () =>
  (await trial.world.store.db.selectFrom('account').select('login').execute()).map(({ login }) => login);
/** Statuses of the requests of a route, from the first one on. */
const statuses = (route: string) =>
  trial.lines
    .map((line) => JSON.parse(line) as { event: string; route: string; method: string; status: number })
    .filter((line) => line.event === 'request' && line.route === route && line.method === 'POST')
    .map(({ status }) => status);

/** A form that stands elsewhere and is sent here. */
const formOf = (path: string, enctype: string, sent: Readonly<Record<string, string>>): string => {
  const inputs = Object.entries(sent).map(([name, value]) => `<input name="${name}" value="${value}">`);
  return `<form method="post" action="${ours(path)}" enctype="${enctype}">${inputs.join('')}<button>Gagner</button></form>`;
};

async function visitElsewhere(name: (typeof origins)[number], content = ''): Promise<Page> {
  said = content;
  const page = await context.newPage();
  await page.goto(`http://${name}:${String((elsewhere.address() as AddressInfo).port)}/`);
  trial.lines.length = 0;
  return page;
}

test.each(origins)(
  'in a browser, a form of another origin (%s) does nothing, however it is coded',
  async (name) => {
    for (const enctype of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']) {
      const page = await visitElsewhere(name, formOf('/comptes', enctype, fields()));
      await page.click('button');
      await page.waitForURL(/\/agents\//);
      // A cookie goes to the same site only: without it one is sent to sign in.
      expect(statuses('/agents/comptes')).toEqual([name === '127.0.0.1' ? 403 : 303]);
      await page.close();
    }
    expect(await accounts()).toEqual([boss.agent.login]);
  },
);

test.each(origins)(
  'in a browser, a script of another origin (%s) does nothing and reads nothing',
  async (name) => {
    const page = await visitElsewhere(name);
    const read = await page.evaluate(
      async ([address, sent]) => {
        const answers: string[] = [];
        for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/json'])
          for (const mode of ['no-cors', 'cors'] as const)
            answers.push(
              await fetch(address, {
                ...{
                  method: 'POST',
                  mode,
                  credentials: 'include',
                  body: new URLSearchParams(sent).toString(),
                },
                headers: { 'content-type': type },
              }).then(
                (response) => response.text(),
                () => '',
              ),
            );
        answers.push(
          await fetch(address, { credentials: 'include' }).then(
            (response) => response.text(),
            () => '',
          ),
        );
        return answers;
      },
      [ours('/comptes'), fields()] as const,
    );
    expect(new Set(read)).toEqual(new Set(['']));
    expect(statuses('/agents/comptes').length).toBeGreaterThanOrEqual(5);
    expect(new Set(statuses('/agents/comptes'))).toEqual(new Set([name === '127.0.0.1' ? 403 : 303]));
    expect(await accounts()).toEqual([boss.agent.login]);
    await page.close();
  },
);

test('in a browser, another origin can’t sign somebody in to an account of its own', async () => {
  await accountWithPassword(trial, 'mechant');
  await context.clearCookies();
  const sent = { identifiant: 'mechant', passe: examplePassword };
  const page = await visitElsewhere('127.0.0.1', formOf('/connexion', 'multipart/form-data', sent));
  await page.click('button');
  await page.waitForURL(/\/agents\//);
  expect(statuses('/agents/connexion')).toEqual([403]);
  expect(await context.cookies()).toEqual([]);
  await page.close();
});
