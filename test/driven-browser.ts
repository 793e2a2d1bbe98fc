import { setTimeout as sleep } from 'node:timers/promises';

/** For a page to come to where a test waits for it, in milliseconds. */
const WAIT = 15_000;

/** Keys that are no letters, as WebDriver writes them. Firefox takes a space that is sent so for a letter only. */
export const KEYS = { tab: '\uE004', enter: '\uE007', up: '\uE013', down: '\uE015' } as const;

/** A browser that a test drives as a person would, with mouse and keyboard. */
export abstract class DrivenBrowser {
  /** Opens a page, in a window of this width in pixels. */
  abstract open(url: string, width?: number): Promise<void>;
  /** The value of an expression in the page, as JSON carries it. */
  abstract evaluate(expression: string): Promise<unknown>;
  abstract close(): Promise<void>;
  /** Performs actions, in the words of WebDriver. */
  protected abstract perform(source: object): Promise<void>;

  /** Waits until an expression is true. */
  async until(expression: string): Promise<void> {
    const end = Date.now() + WAIT;
    while ((await this.evaluate(`Boolean(${expression})`)) !== true) {
      if (Date.now() > end) throw new Error(`never true: ${expression}`);
      await sleep(50);
    }
  }

  /** Presses the mouse in the middle of the element that an expression gives. */
  async click(element: string): Promise<void> {
    await this.until(element);
    // Not before it has stopped moving: what was pressed just now may still push it.
    const [x, y] = (await this.evaluate(`(async () => {
      let last = '';
      for (;;) {
        const found = ${element};
        found.scrollIntoView({ block: 'center', behavior: 'instant' });
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
        const { left, top, width, height } = found.getBoundingClientRect();
        const place = [Math.round(left + width / 2), Math.round(top + height / 2)];
        if (String(place) === last) return place;
        last = String(place);
      }
    })()`)) as [number, number];
    const actions = [
      { type: 'pointerMove', x, y },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.perform({ type: 'pointer', id: 'mouse', actions });
  }

  /** Types on the keyboard. */
  async type(text: string): Promise<void> {
    const actions = Array.from(text).flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.perform({ type: 'key', id: 'keyboard', actions });
  }
}
