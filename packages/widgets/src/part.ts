import { Failure } from './client.ts';

/** Milliseconds after which a part that does not come is given up. */
const PATIENCE = 30_000;

/**
 * A part of a widget that comes when it is first needed, while the page waits
 * for something else: what a page loads first stays small. One that did not
 * come can be asked for again.
 */
export class Part<Module> {
  /** The part, once it is there. */
  module: Module | undefined;

  readonly #load: (tries: number) => Promise<Module>;
  #tries = 0;
  #coming: Promise<Module> | undefined;

  /** `load` is told how often it was tried before: browsers remember a module that failed by its address. */
  constructor(load: (tries: number) => Promise<Module>) {
    this.#load = load;
  }

  /**
   * Brings the part, once for all widgets of the page.
   *
   * @throws `Failure` when it does not come
   */
  come(): Promise<Module> {
    this.#coming ??= this.#bring();
    return this.#coming;
  }

  async #bring(): Promise<Module> {
    try {
      const late = new Promise<never>((_, reject) => {
        setTimeout(reject, PATIENCE, new Failure('timeout'));
      });
      return (this.module = await Promise.race([this.#load(this.#tries++), late]));
    } catch (cause) {
      this.#coming = undefined;
      throw cause instanceof Failure
        ? cause
        : new Failure(navigator.onLine ? 'broken' : 'offline', { cause });
    }
  }
}
