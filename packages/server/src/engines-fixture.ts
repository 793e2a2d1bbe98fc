import { beforeEach, describe } from 'vitest';
import { engines, sharedStore, type Engine } from './database-fixture.ts';
import { BEGINNING, tryServer, type Trial, type TrialOptions } from './testing.ts';

type Options = Omit<TrialOptions, 'store' | 'url'>;

/** A server on the embedded database, emptied. */
export async function emptyServer(options: Options = {}): Promise<Trial> {
  const trial = await tryServer({ ...options, store: await sharedStore('embedded') });
  await trial.empty();
  return trial;
}

/**
 * Declares the same tests on a server of each engine. What one test leaves in
 * the database or on the clock is gone for the next.
 */
export function onEachEngine(tests: (trial: Trial, engine: Engine) => void, options: Options = {}): void {
  describe.each(engines)('on %s', async (engine) => {
    const trial = await tryServer({ ...options, store: await sharedStore(engine) });
    beforeEach(async () => {
      await trial.empty();
      trial.clock.set(options.now ?? BEGINNING);
      trial.lines.length = 0;
    });
    tests(trial, engine);
  });
}
