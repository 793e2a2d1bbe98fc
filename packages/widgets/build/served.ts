import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright';
import { bundle, BUNDLES, integrityOf, partFiles } from './cdn.js';

/** All that `snippets.html` says to ask for, and nothing else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "trusted-types lit-html qualepref 'allow-duplicates'",
  "require-trusted-types-for 'script'",
].join('; ');

const WATCH = `window.violations = [];
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  violations.push(violatedDirective + ' ' + blockedURI);
});`;

/** The bundles of all tags and their parts, served under the strictest policy, and a browser to see them with. */
export class Served {
  readonly files: Map<string, { body: string; type: string }> = new Map();
  /** Addresses that are refused for now. */
  readonly refused: Set<string> = new Set();
  /** Addresses asked for since the page was opened. */
  readonly asked: string[] = [];
  /** Address of each part. */
  parts: Readonly<Record<string, string>> = {};
  browser: Browser;
  origin = '';
  readonly #server: Server;

  private constructor(browser: Browser, api?: typeof fetch) {
    this.browser = browser;
    this.#server = createServer((request, response) => void this.#answer(request, response, api));
  }

  /** `api` answers what is asked below `/api/`. */
  static async start(executablePath: string, api?: typeof fetch): Promise<Served> {
    const browser = await chromium.launch({
      ...(executablePath === '' ? {} : { executablePath }),
      chromiumSandbox: false,
      args: ['--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
    const served = new Served(browser, api);
    const { tags } = BUNDLES.qualepref;
    const [module, classic, brought] = await Promise.all([
      bundle(tags, 'esm'),
      bundle(tags, 'iife'),
      partFiles(tags),
    ]);
    served.script('/qualepref.js', module);
    served.script('/qualepref.iife.js', classic);
    served.script('/watch.js', WATCH);
    for (const { file, code } of brought) served.script(`/${file}`, code);
    served.parts = Object.fromEntries(brought.map(({ part, file }) => [part, `/${file}`]));
    await new Promise<void>((resolve) => served.#server.listen(0, '127.0.0.1', resolve));
    served.origin = `http://127.0.0.1:${String((served.#server.address() as AddressInfo).port)}`;
    return served;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    // A browser may leave a connection behind, which would be waited for.
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  script(path: string, body: string): void {
    this.files.set(path, { body, type: 'text/javascript' });
  }

  /** The tag of a script, with the hash that it must have. */
  tagOf(file: string, attributes: string): string {
    return `<script src="${file}" integrity="${integrityOf(this.files.get(file)?.body ?? '')}" ${attributes}></script>`;
  }

  get module(): string {
    return this.tagOf('/qualepref.js', 'type="module"');
  }

  classic(attributes = 'defer'): string {
    return this.tagOf('/qualepref.iife.js', attributes);
  }

  async open(body: string): Promise<{ page: Page; errors: string[] }> {
    this.files.set('/', {
      body: `<!doctype html><html lang="fr"><title>Essai</title><script src="/watch.js"></script>${body}</html>`,
      type: 'text/html',
    });
    this.asked.length = 0;
    const page = await this.browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`${this.origin}/`);
    return { page, errors };
  }

  async #answer(request: IncomingMessage, response: ServerResponse, api?: typeof fetch): Promise<void> {
    const { url = '', method = 'GET' } = request;
    this.asked.push(url);
    const [path = ''] = url.split('?');
    if (api && path.startsWith('/api/')) {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const key = request.headers['idempotency-key'];
      const answer = await api(`${this.origin}${url}`, {
        method,
        ...(body === '' ? {} : { body }),
        headers: typeof key === 'string' ? { 'idempotency-key': key } : {},
      });
      response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8' });
      response.end(await answer.text());
      return;
    }
    const file = this.refused.has(path) ? undefined : this.files.get(path);
    response.writeHead(file ? 200 : 404, {
      'content-type': `${file?.type ?? 'text/plain'}; charset=utf-8`,
      'content-security-policy': POLICY,
    });
    response.end(file?.body ?? '');
  }
}

/** What the page's policy has refused. */
export function violations(page: Page): Promise<unknown> {
  return page.evaluate('violations');
}
