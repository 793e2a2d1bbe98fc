/**
 * What a page says in its console, and the errors that it does not catch, go to
 * whoever listens to its browser, and are kept there: a page that says the same
 * for ever, or ten million letters at once, would fill our own memory. Of each
 * document the first are heard, and no more of each than is kept. It runs among
 * the page's own scripts, before them: elsewhere their errors are not told. What
 * it wraps still says that it is native code. Must stand alone.
 */
function lowerVoice(): void {
  const MOST = 200;
  const LENGTH = 2_000;
  /** Of an error, whose stack is long by itself. */
  const ERROR_LENGTH = 20_000;
  const { apply } = Reflect;
  const native = (owner: object, name: string): (() => unknown) =>
    Object.getOwnPropertyDescriptor(owner, name)?.value as () => unknown;
  const slice = native(String.prototype, 'slice');
  const told = native(Function.prototype, 'toString');
  const preventDefault = native(Event.prototype, 'preventDefault');
  const isError = (Error as { isError?: (value: unknown) => boolean }).isError ?? (() => false);
  const cut = (text: string): unknown => apply(slice, text, [0, LENGTH]);
  const isLong = (value: unknown, length = ERROR_LENGTH): boolean =>
    typeof value === 'string' && value.length > length;
  const short = (value: unknown): unknown => {
    if (typeof value === 'string') return isLong(value, LENGTH) ? cut(value) : value;
    if (typeof value === 'function') return cut(String(apply(told, value, [])));
    if (!isError(value)) return value;
    const { message, stack } = value as Error;
    return isLong(message) || isLong(stack) ? cut(message) : value;
  };
  let said = 0;
  const voice = console as unknown as Record<string, unknown>;
  for (const name of Object.keys(voice)) {
    const method = voice[name];
    if (typeof method !== 'function') continue;
    voice[name] = new Proxy(method as () => unknown, {
      apply: (target, self, args: unknown[]) => {
        said += 1;
        if (said > MOST) return undefined;
        try {
          for (let at = 0; at < args.length; at++) args[at] = short(args[at]);
        } catch {
          // What does not let itself be read is said as it is.
        }
        return apply(target, self, args) as unknown;
      },
    });
  }
  let thrown = 0;
  const hush = (event: Event): void => {
    // That of an image is none of a script.
    if (!('message' in event) && !('reason' in event)) return;
    thrown += 1;
    const { message, reason } = event as { readonly message?: unknown; readonly reason?: unknown };
    let isTooLong = isLong(message) || isLong(reason);
    try {
      isTooLong ||= isError(reason) && isLong((reason as Error).stack);
    } catch {
      isTooLong = true;
    }
    // As if the page had dealt with it.
    if (thrown > MOST || isTooLong) apply(preventDefault, event, []);
  };
  addEventListener('error', hush, true);
  addEventListener('unhandledrejection', hush, true);
}

/** What every document runs before its own scripts. */
export const LOW_VOICE: string = `(${lowerVoice.toString()})();`;
