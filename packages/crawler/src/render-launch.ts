import { tmpdir } from 'node:os';
import { QualeprefError } from '@qualepref/core';
import type { Browser } from 'playwright-core';
import { findChromium } from './chromium.ts';
import { within } from './deadline.ts';
import { diskError, hasRoom } from './disk.ts';
import { noteProcesses } from './render-memory.ts';

/**
 * Chromium has no network: names resolve to nothing, the proxy is a closed
 * port, WebRTC is shut. What escapes the interception, sockets among it, finds
 * nothing to connect to.
 */
const NO_NETWORK = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A page lives a third of a second: its scripts and axe-core are compiled by the
 * optimising compilers for the next second, which never comes, on the core that
 * the other page needs. Without them a page costs a fifth less, and the part of
 * the engine that attacks most often aim at is shut. The plain compiler, at once
 * and for all, takes off a fifteenth more.
 */
const SHORT_LIVES = '--js-flags=--no-opt --no-maglev --always-sparkplug';

/** A frame of another site stays in the process of its page: one session sees them all. */
const ONE_PROCESS_A_PAGE = '--disable-site-isolation-trials';

/** Bytes that a profile takes before a page is shown, about. */
const PROFILE = 5_000_000;

/** Milliseconds that it may take to answer. */
const SILENT = 45_000;

/** Whether the sandbox of each browser has been seen to start. */
const sandboxes = new Map<string | undefined, boolean>();
/** What is said when no sandbox can start here: root, or a container without user namespaces. */
const NO_SANDBOX = /sandboxing failed|--no-sandbox|no usable sandbox/i;

/**
 * Starts Chromium, with its sandbox wherever it can start with it; where it has
 * started once, it is never left out. A browser may be killed as it starts, by a
 * machine short of memory: it is started twice before anything is concluded.
 *
 * @throws QualeprefError `chromium-missing`, `chromium-broken`, `disk-full` when
 * the temporary folder has no room for its profile
 */
export async function launch(): Promise<{ browser: Browser; sandboxed: boolean }> {
  const executablePath = findChromium();
  // It takes 60 MB: not before there is a page to open.
  const { chromium } = await import('playwright-core');
  const start = (chromiumSandbox: boolean): Promise<Browser> =>
    chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      chromiumSandbox,
      args: [...NO_NETWORK, SHORT_LIVES, ONE_PROCESS_A_PAGE],
      // Our own command decides what an interruption does.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  const known = sandboxes.get(executablePath);
  let isImpossible = false;
  let cause: unknown;
  for (const sandboxed of known === undefined ? [true, true, false, false] : [known, known]) {
    if (sandboxed && isImpossible) continue;
    try {
      const browser = await start(sandboxed);
      await whileAlive(browser, noteProcesses(browser));
      sandboxes.set(executablePath, sandboxed);
      return { browser, sandboxed };
    } catch (error) {
      cause = error;
      const [said = ''] = error instanceof Error ? error.message.split('Call log:') : [];
      isImpossible ||= known === undefined && NO_SANDBOX.test(said);
    }
  }
  throw broken(executablePath, cause);
}

/**
 * What is asked of a browser, as long as it lives: Playwright waits for ever for
 * a page whose browser dies as it is made.
 *
 * @throws Error once the browser is dead, or does not answer for 45 seconds
 */
export async function whileAlive<T>(browser: Browser, work: Promise<T>, limit: number = SILENT): Promise<T> {
  let die = (): void => undefined;
  const death = new Promise<never>((_resolve, reject) => {
    die = () => {
      reject(new Error('the browser is dead'));
    };
  });
  browser.on('disconnected', die);
  try {
    if (!browser.isConnected()) die();
    return await within(Promise.race([work, death]), limit);
  } finally {
    browser.off('disconnected', die);
  }
}

function broken(executablePath: string | undefined, cause: unknown): QualeprefError {
  // Playwright had none of its own either.
  if (executablePath === undefined) {
    return new QualeprefError(
      'chromium-missing',
      'Aucun navigateur Chromium, Chrome ou Edge n’a été trouvé : en installer un (Debian ou Ubuntu : apt-get install chromium), ou donner son chemin dans la variable CHROMIUM_PATH.',
      { cause },
    );
  }
  if (!hasRoom(tmpdir(), PROFILE)) return diskError(tmpdir(), { code: 'ENOSPC' });
  return new QualeprefError(
    'chromium-broken',
    `Le navigateur « ${executablePath} » ne démarre pas : le lancer à la main pour voir l’erreur, ou en indiquer un autre dans la variable CHROMIUM_PATH.`,
    { cause },
  );
}
