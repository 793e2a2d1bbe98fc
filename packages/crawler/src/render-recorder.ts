/** A timer that the page's scripts set. */
export interface RecordedTimer {
  readonly kind: 'timeout' | 'interval';
  /** Milliseconds. */
  readonly delay: number;
  /** Source of what it runs, cut. */
  readonly source: string;
  readonly isCleared: boolean;
}

/**
 * Notes down, in the page's own world, the timers that its scripts set, so that
 * what is due in a minute or in an hour can be tried at once, and puts the
 * page's clocks ahead where it is asked to. What it wraps still says that it is
 * native code. Must stand alone.
 */
function record(): void {
  if (top !== window) return;
  const MAX = 300;
  /** Where there are too many to be noted, one may wait as long as one likes, in milliseconds. */
  const LONG = 100_000_000;
  const apply = Reflect.apply as (run: unknown, self: unknown, args: unknown[]) => unknown;
  const told = Object.getOwnPropertyDescriptor(Function.prototype, 'toString')?.value as unknown;
  const timers = new Map<
    unknown,
    { kind: string; delay: number; due: number; run: unknown; rest: unknown[]; isCleared: boolean }
  >();
  const clock = performance.now.bind(performance);
  let isPlaying = false;
  const wrap = (
    owner: object,
    name: string,
    around: (native: () => unknown, args: unknown[], self: unknown) => unknown,
  ) => {
    const native = (owner as Record<string, unknown>)[name] as (...args: unknown[]) => unknown;
    (owner as Record<string, unknown>)[name] = new Proxy(native, {
      apply: (target, self, args: unknown[]) => around(() => apply(target, self, args), args, self),
    });
  };
  const set =
    (kind: string) =>
    (native: () => unknown, [run, delay, ...rest]: unknown[]): unknown => {
      const id = native();
      const wait = Math.max(0, Number(delay) || 0);
      if (timers.size < MAX)
        timers.set(id, { kind, delay: wait, due: clock() + wait, run, rest, isCleared: false });
      return id;
    };
  const clear = (native: () => unknown, [id]: unknown[]): unknown => {
    const timer = timers.get(id);
    if (timer) timer.isCleared = true;
    return native();
  };
  wrap(window, 'setTimeout', set('timeout'));
  wrap(window, 'setInterval', set('interval'));
  wrap(window, 'clearTimeout', clear);
  wrap(window, 'clearInterval', clear);
  let frames = 0;
  let ahead = 0;
  wrap(window, 'requestAnimationFrame', (native, args) => {
    frames += 1;
    const [run] = args;
    if (ahead > 0 && typeof run === 'function') args[0] = (at: number) => apply(run, window, [at + ahead]);
    return native();
  });
  /** Puts what tells the page the time ahead of it. */
  const putAhead = (): void => {
    const Native = Date;
    const now = Native.now.bind(Native);
    const told = (native: () => unknown): unknown => Number(native()) + ahead;
    wrap(Native, 'now', told);
    wrap(Performance.prototype, 'now', told);
    window.Date = new Proxy(Native, {
      construct: (target, args: unknown[], asked: new () => object) =>
        Reflect.construct(target, args.length > 0 ? args : [now() + ahead], asked) as object,
      apply: () => new Native(now() + ahead).toString(),
    });
    Native.prototype.constructor = window.Date;
  };
  let opened = 0;
  wrap(window, 'open', (native) => {
    opened += 1;
    return native();
  });
  let isTried = false;
  let left = 0;
  // Ways out that ask nothing of anyone, so that no request tells of them and none can be stopped as it is asked.
  const { navigation } = window as unknown as { readonly navigation?: EventTarget };
  navigation?.addEventListener('navigate', (event) => {
    const { destination, downloadRequest } = event as Event & {
      readonly destination: { readonly url: string; readonly sameDocument: boolean };
      readonly downloadRequest?: string | null;
    };
    if (!isTried || !event.cancelable || destination.sameDocument || typeof downloadRequest === 'string')
      return;
    if (/^(?:https?|javascript):/.test(destination.url)) return;
    event.preventDefault();
    left += 1;
  });
  // Nothing stands before the page in its history: it would have left.
  const goes = (native: () => unknown): unknown => {
    if (isTried && history.length <= 1) left += 1;
    return native();
  };
  wrap(History.prototype, 'back', goes);
  wrap(History.prototype, 'forward', goes);
  wrap(History.prototype, 'go', (native, args) => (Number(args[0]) ? goes(native) : native()));
  // Written anew once it is there, a page is another page.
  for (const name of ['open', 'write', 'writeln'])
    wrap(Document.prototype, name, (native, args, self) => {
      if (!isTried || self !== document || document.readyState !== 'complete') return native();
      if (name === 'open' && args.length > 2) return native();
      left += 1;
      return name === 'open' ? document : undefined;
    });
  // Words drawn letter by letter or label by label, in the order in which they are.
  const written = new Map<unknown, string>();
  const writes = (native: () => unknown, [text]: unknown[], self: unknown): unknown => {
    if (self instanceof CanvasRenderingContext2D && written.size < 20) {
      const before = written.get(self.canvas) ?? '';
      if (before.length < 500) written.set(self.canvas, `${before} ${String(text)}`);
    }
    return native();
  };
  wrap(CanvasRenderingContext2D.prototype, 'fillText', writes);
  wrap(CanvasRenderingContext2D.prototype, 'strokeText', writes);
  const paused = new Set<unknown>();
  const apart = new Set<HTMLMediaElement>();
  wrap(HTMLMediaElement.prototype, 'play', (native, _, self) => {
    isPlaying = true;
    paused.delete(self);
    if (self instanceof HTMLMediaElement && apart.size < 10) apart.add(self);
    return native();
  });
  wrap(HTMLMediaElement.prototype, 'pause', (native, _, self) => {
    paused.add(self);
    return native();
  });
  const sourceOf = (run: unknown): string =>
    String(typeof run === 'function' ? apply(told, run, []) : run).slice(0, 4_000);
  const state = {
    timers: () =>
      Array.from(timers.values(), ({ run, rest, due, ...timer }) => ({ ...timer, source: sourceOf(run) })),
    known: () => timers.size,
    /** The longest that any of them but the first ones has still to wait, in milliseconds: of those that run once, and of those that come again. */
    waits: (first: number) => {
      const later = [...timers.values()].slice(first);
      const longest = (kind: string): number =>
        Math.max(
          timers.size < MAX ? 0 : LONG,
          ...later.flatMap((one) =>
            one.kind !== kind || one.isCleared ? [] : kind === 'interval' ? one.delay : one.due - clock(),
          ),
        );
      return { once: longest('timeout'), again: longest('interval') };
    },
    /** Runs what a timer was to run. */
    run: (index: number) => {
      const timer = [...timers.values()][index];
      if (!timer || timer.isCleared) return false;
      try {
        if (typeof timer.run === 'function') apply(timer.run, window, timer.rest);
        else (0, eval)(String(timer.run));
      } catch {
        // The page's own mistake.
      }
      return true;
    },
    frames: () => frames,
    /** From now on the page believes that so many milliseconds more have gone by. */
    skip: (milliseconds: number) => {
      if (ahead === 0) putAhead();
      ahead += milliseconds;
    },
    opened: () => opened,
    /** From now on, or no longer, something is tried on the page: it stays where it is. */
    tries: (value: boolean) => {
      isTried = value;
    },
    /** How many times it would have left without a request. */
    left: () => left,
    plays: () => isPlaying,
    /** What was written on each canvas of the document. */
    written: () =>
      [...document.querySelectorAll('canvas')].map((one) => (written.get(one) ?? '').slice(0, 500)),
    /** Places, among the players of the document, of those that scripts stopped. */
    paused: () =>
      [...document.querySelectorAll('audio,video')].flatMap((one, at) => (paused.has(one) ? [at] : [])),
    /** Those that are in no page: `new Audio()`. */
    apart: () =>
      [...apart]
        .filter((one) => !one.isConnected && !one.muted && one.volume > 0)
        .map(({ currentSrc, src, loop }) => ({ source: currentSrc || src, loop })),
  };
  Object.defineProperty(window, Symbol.for('qualepref'), { value: state });
}

/** What the page holds before its own scripts run, when what they set going is noted down. */
export const RECORDER: string = `(${record.toString()})();`;

/** Expression of what was noted down, in the page's own world. */
export const RECORDED = `window[Symbol.for('qualepref')]`;
