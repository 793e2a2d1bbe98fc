// Firefox through WebDriver BiDi, over Node's own WebSocket: what the journeys need of it, and no more.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ADVICE, installedFirefox } from '../scripts/test-browsers.js';
import { DrivenBrowser } from './driven-browser.ts';

/** A window that nobody looks at has the focus all the same; nothing is asked of Mozilla. */
const PREFERENCES = {
  'focusmanager.testmode': true,
  'browser.startup.page': 0,
  'browser.shell.checkDefaultBrowser': false,
  'app.normandy.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'services.settings.server': 'data:,',
};

/** To start, on a machine that does other things. */
const START = 60_000;

type Result = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly type?: string;
  readonly result?: Result;
  readonly message?: string;
}

/** A Firefox with one tab. */
export class Firefox extends DrivenBrowser {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (message: Message) => void>();
  #count = 0;
  #tab = '';

  private constructor(process: ChildProcess, profile: string, socket: WebSocket) {
    super();
    this.#process = process;
    this.#profile = profile;
    this.#socket = socket;
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const message = JSON.parse(data) as Message;
      if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
    });
  }

  /** @throws when there is no Firefox, with what to do */
  static async start(): Promise<Firefox> {
    const path = installedFirefox();
    if (path === undefined) throw new Error(ADVICE);
    const profile = mkdtempSync(join(tmpdir(), 'qualepref-firefox-'));
    const lines = Object.entries(PREFERENCES).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
    );
    writeFileSync(join(profile, 'user.js'), lines.join(''));
    const process = spawn(
      path,
      ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const socket = new WebSocket(`${await addressOf(process)}/session`);
    const firefox = new Firefox(process, profile, socket);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    await firefox.#send('session.new', { capabilities: {} });
    const { contexts } = (await firefox.#send('browsingContext.getTree', {})) as {
      contexts: readonly { context: string }[];
    };
    firefox.#tab = contexts[0]?.context ?? '';
    return firefox;
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    await Promise.race([this.#send('browser.close', {}), sleep(5_000)]);
    await Promise.race([gone, sleep(5_000)]);
    this.#process.kill();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  async open(url: string, width = 1000): Promise<void> {
    const viewport = { width, height: 800 };
    await this.#send('browsingContext.setViewport', { context: this.#tab, viewport });
    await this.#send('browsingContext.navigate', { context: this.#tab, url, wait: 'complete' });
  }

  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = (await this.#send('script.evaluate', {
      target: { context: this.#tab },
      expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
      awaitPromise: true,
    })) as { result?: { value: string }; exceptionDetails?: { text: string } };
    if (result === undefined) throw new Error(exceptionDetails?.text ?? 'no result');
    return JSON.parse(result.value);
  }

  protected async perform(source: object): Promise<void> {
    await this.#send('input.performActions', { context: this.#tab, actions: [source] });
  }

  async #send(method: string, params: object): Promise<Result> {
    const id = (this.#count += 1);
    const answer = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method, params }));
    const { type, result = {}, message } = await answer;
    this.#waiting.delete(id);
    if (type === 'error') throw new Error(`${method}: ${message ?? ''}`);
    return result;
  }
}

/** Firefox says on stderr where it listens. */
async function addressOf(process: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      process.kill();
      reject(new Error(`Firefox did not start: ${said}`));
    }, START);
    const end = (): void => {
      clearTimeout(late);
    };
    process.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      end();
      resolve(address);
    });
    process.once('error', reject);
    process.once('exit', () => {
      end();
      reject(new Error(`Firefox stopped: ${said}`));
    });
  });
}
