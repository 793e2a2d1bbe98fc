// WebKitGTK through its WebDriver, in a display of its own: the nearest to Safari that Linux has.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ADVICE, installedWebKit } from '../scripts/test-browsers.js';
import { DrivenBrowser } from './driven-browser.ts';

/** To start, on a machine that does other things, in milliseconds. */
const START = 60_000;

/** A WebKit with one window. */
export class WebKit extends DrivenBrowser {
  readonly #processes: readonly ChildProcess[];
  readonly #session: string;

  private constructor(processes: readonly ChildProcess[], session: string) {
    super();
    this.#processes = processes;
    this.#session = session;
  }

  /** @throws when there is no WebKit, with what to do */
  static async start(): Promise<WebKit> {
    const found = installedWebKit();
    if (found === undefined) throw new Error(ADVICE);
    const screen = spawn(found.display, ['-displayfd', '1', '-screen', '0', '1280x1024x24'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [number] = (await once(screen.stdout, 'data')) as [Buffer];
    const port = await freePort();
    const driver = spawn(found.driver, [`--port=${String(port)}`], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: `:${number.toString().trim()}` },
    });
    const origin = `http://127.0.0.1:${String(port)}`;
    const capabilities = {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: found.browser, args: ['--automation'] },
      },
    };
    const end = Date.now() + START;
    for (;;) {
      try {
        const { sessionId } = (await post(`${origin}/session`, { capabilities })) as { sessionId: string };
        return new WebKit([driver, screen], `${origin}/session/${sessionId}`);
      } catch (error) {
        if (Date.now() < end && driver.exitCode === null) {
          await sleep(200);
          continue;
        }
        driver.kill();
        screen.kill();
        throw error;
      }
    }
  }

  async open(url: string, width = 1000): Promise<void> {
    await post(`${this.#session}/window/rect`, { x: 0, y: 0, width, height: 1000 });
    await post(`${this.#session}/url`, { url });
  }

  async evaluate(expression: string): Promise<unknown> {
    const script = `return (async () => JSON.stringify((await (${expression})) ?? null))()`;
    return JSON.parse((await post(`${this.#session}/execute/sync`, { script, args: [] })) as string);
  }

  async close(): Promise<void> {
    await fetch(this.#session, { method: 'DELETE', signal: AbortSignal.timeout(5_000) }).catch(
      () => undefined,
    );
    for (const each of this.#processes) each.kill();
  }

  protected async perform(source: object): Promise<void> {
    await post(`${this.#session}/actions`, { actions: [source] });
  }
}

async function post(url: string, body: object): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { value } = (await answer.json()) as { value: { message?: string } };
  if (!answer.ok) throw new Error(value.message ?? url);
  return value;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
