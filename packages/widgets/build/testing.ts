// What tests of built pages share: a server with the bundle and its API, a browser, and the walk of each widget.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import { chromium, type Browser, type Locator, type Page } from 'playwright';
import { isForApi, serviceOf } from './service.ts';
import { siteFiles, strictPolicy } from './site-files.ts';
import { FakeBooking, type FakeOptions } from '../src/fake-booking.ts';
import { FakeFeedback } from '../src/fake-feedback.ts';
import { sampleResults } from '../src/results-fixture.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser that tests drive; empty for Playwright's own. */
    chromium: string;
  }
}

/** Tags, as a page writes them. */
export const TAGS: Readonly<Record<string, string>> = {
  'qp-appointment-booking': '<qp-appointment-booking><p>Repli</p></qp-appointment-booking>',
  'qp-feedback-form': '<qp-feedback-form><p>Repli</p></qp-feedback-form>',
  'qp-results-badge':
    '<qp-results-badge src="/resultats.json" today="2026-11-24"><p>Repli</p></qp-results-badge>',
};

/** Tells what the policy refuses, and keeps the page's own listeners and names countable. */
const WATCH = `window.violations = [];
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  violations.push(violatedDirective + ' ' + blockedURI);
});`;

/** A server of pages that hold widgets under the strictest policy. */
export interface WidgetServer {
  readonly origin: string;
  /** Paths asked, in order. */
  readonly asked: string[];
  /** The page at `/`: its style sheet, and its body. */
  show(body: string, css?: string): void;
  close(): void;
}

/** Serves the bundle, the API in memory, and one page that a test writes. */
export async function serveWidgets(options: FakeOptions = {}): Promise<WidgetServer> {
  const { files, script } = await siteFiles();
  let api = serviceOf(new FakeBooking(options), new FakeFeedback());
  const asked: string[] = [];
  let page = '';
  let style = '';
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    if (isForApi(request)) return api(request, response);
    const own: Readonly<Record<string, readonly [type: string, body: string]>> = {
      '/': ['text/html', page],
      '/page.css': ['text/css', style],
      '/watch.js': ['text/javascript', WATCH],
      '/resultats.json': ['application/json', JSON.stringify(sampleResults)],
    };
    const file = files.get(path.slice(1));
    const [type, body] = own[path] ?? [file?.type ?? 'text/plain', file?.body ?? ''];
    response.writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': strictPolicy(),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const tag = `<script type="module" src="/${script.file}" integrity="${script.integrity}"></script>`;
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    show: (body, css = '') => {
      asked.length = 0;
      // Nobody has booked yet.
      api = serviceOf(new FakeBooking(options), new FakeFeedback());
      style = css;
      page = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title>
<link rel="stylesheet" href="/page.css"><link rel="icon" href="/icon.svg"><script src="/watch.js"></script></head>
<body><main><h1>Page</h1>${body}</main>${tag}</body></html>`;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param path of the browser; empty for Playwright's own */
export function launch(path: string): Promise<Browser> {
  return chromium.launch({
    ...(path === '' ? {} : { executablePath: path }),
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}

/** Goes through a widget, and stops at each of its states. */
export async function walk(tag: string, page: Page, stop: (name: string) => Promise<void>): Promise<void> {
  page.setDefaultTimeout(30_000);
  const widget = page.locator(tag);
  if (tag === 'qp-results-badge') {
    await widget.locator('[part=figure]').first().waitFor();
    return stop('results');
  }
  await (tag === 'qp-feedback-form' ? throughFeedback : throughBooking)(widget, stop);
}

async function throughFeedback(form: Locator, stop: (name: string) => Promise<void>): Promise<void> {
  const send = form.locator('[part=submit]');
  await send.waitFor();
  await stop('empty');
  await send.click();
  await form.locator('[aria-invalid=true]').first().waitFor();
  await stop('errors');
  await form.locator('#kind').check();
  await form.locator('#site').selectOption('valmont');
  await form.locator('#theme').selectOption('attente');
  await form.locator('#text').fill('Deux heures d’attente au guichet.');
  await form.locator('#signed').check();
  await form.locator('#name').fill('Camille Exemple');
  await form.locator('#email').fill('camille@exemple.fr');
  await stop('signed');
  await send.click();
  await form.locator('[part=receipt]').waitFor();
  await stop('receipt');
}

async function throughBooking(widget: Locator, stop: (name: string) => Promise<void>): Promise<void> {
  const next = widget.locator('form .primary');
  const title = (name: RegExp): Promise<void> => widget.getByRole('heading', { level: 2, name }).waitFor();
  await title(/site/);
  await stop('site');
  await widget.getByRole('radio', { name: 'Aix-en-Exemple' }).check();
  await next.click();
  await title(/démarche/);
  await stop('procedure');
  await widget.getByRole('radio', { name: 'Aide au point numérique' }).check();
  await next.click();
  await title(/jour et l’heure/);
  await stop('week');
  await widget.getByRole('button', { name: 'Par mois' }).click();
  await widget.locator('[part=month]').waitFor();
  await stop('month');
  await widget.getByRole('button', { name: 'Choisir ce créneau' }).click();
  await next.click();
  await title(/Vos coordonnées/);
  await next.click();
  await widget.locator('[aria-invalid=true]').first().waitFor();
  await stop('errors');
  await widget.locator('#name').fill('Camille Exemple');
  await widget.locator('#email').fill('camille@exemple.fr');
  await next.click();
  await title(/Vérifier/);
  await stop('check');
  await widget.getByRole('button', { name: /Confirmer/ }).click();
  await title(/confirmé/);
  await stop('done');
}

/** Rules of axe-core that the page breaks. Our script is told to the page, not put in it: its policy stands. */
export async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    'axe.run("main")',
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
