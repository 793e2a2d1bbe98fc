/** Exit codes of the signals that stop an audit: 128 and the signal's number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;
type Stop = keyof typeof SIGNALS;

/** An audit that does not stop by itself is left after this many milliseconds. */
const STOP_WITHIN = 4_500;
/** npm passes on a ctrl-C that the terminal has already sent: within this time it is the same one. */
const SAME = 500;
/** Milliseconds between two looks at who started the process. */
const LOOK = 250;

/** What came to stop the work under way. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Exit code once a signal came. */
  readonly code: number | undefined;
  /** Says it, once. */
  say(): void;
  /** Signals are no longer listened to. */
  forget(): void;
}

/** The first signal asks the work to stop; a second one, or time, ends the process. */
export function listenForInterruption(announce: () => void): Interruption {
  const controller = new AbortController();
  let code: number | undefined;
  let since = 0;
  let said = false;
  let timer: NodeJS.Timeout | undefined;
  const say = (): void => {
    if (!said) announce();
    said = true;
  };
  const leave = (): never => {
    say();
    process.exit(code);
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    if (code !== undefined) {
      if (Date.now() - since > SAME) leave();
      return;
    }
    code = SIGNALS[signal as Stop];
    since = Date.now();
    controller.abort();
    timer = setTimeout(leave, STOP_WITHIN);
  };
  for (const signal of Object.keys(SIGNALS)) process.on(signal, onSignal);
  const orphaned = underNpm()
    ? whenOrphaned(() => {
        onSignal('SIGTERM');
      })
    : undefined;
  return {
    signal: controller.signal,
    get code() {
      return code;
    },
    say,
    forget: () => {
      clearTimeout(timer);
      clearInterval(orphaned);
      for (const signal of Object.keys(SIGNALS)) process.off(signal, onSignal);
    },
  };
}

/** npm passes SIGTERM on to its shell, which dies of it and tells nobody: what it started is left without a parent. */
function whenOrphaned(tell: () => void): NodeJS.Timeout {
  const { ppid } = process;
  const timer = setInterval(() => {
    if (process.ppid === ppid) return;
    clearInterval(timer);
    tell();
  }, LOOK);
  return timer.unref();
}

function underNpm(): boolean {
  return process.env['npm_lifecycle_event'] !== undefined;
}

/** The same command, as it was typed; `--new` would start over. */
export function commandAgain(args: readonly string[], lifecycle: string | undefined): string {
  const quoted = args
    .filter((arg) => arg !== '--new')
    .map((arg) => (/^[\w./:@=,+-]+$/.test(arg) ? arg : JSON.stringify(arg)));
  if (lifecycle === 'start') return 'npm start';
  return [lifecycle === 'qualepref' ? 'npm run -s qualepref --' : 'qualepref', ...quoted].join(' ');
}
