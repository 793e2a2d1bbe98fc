import { createInterface } from 'node:readline';
import { createApp } from './app.ts';
import { confirm, hold, unlimited } from './booking-fixture.ts';
import { Refused } from './problem.ts';
import { listen } from './serve.ts';
import { settingsOf } from './settings.ts';
import { openStore } from './store/database.ts';
import { exampleConfig, exampleEnvironment } from './testing.ts';
import type { World } from './world.ts';

/** What a test asks of a process of its own, by a line of JSON on its standard input. */
export interface ChildOrder {
  /** Of PostgreSQL. */
  readonly url: string;
  /** ISO instant that it is there, for ever. */
  readonly now: string;
  /** Bookings to try, so many at a time, over these slots; without it, the process serves and says its port. */
  readonly storm?: { readonly tries: number; readonly atOnce: number; readonly starts: readonly string[] };
}

/** How many tries ended how: `booked`, or the code of the refusal. */
export type StormOutcome = Readonly<Record<string, number>>;

const line = await createInterface({ input: process.stdin })[Symbol.asyncIterator]().next();
const { url, now, storm } = JSON.parse(String(line.value)) as ChildOrder;
const store = await openStore({ url, connections: storm?.atOnce ?? 10 });
await store.boss.start();
const world: World = {
  settings: unlimited(settingsOf(exampleConfig, exampleEnvironment)),
  store,
  now: () => new Date(now),
  random: Math.random,
  log: () => undefined,
};

if (storm) {
  const outcome: Record<string, number> = {};
  const { tries, atOnce, starts } = storm;
  let left = tries;
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const how = await tryOnce(starts[left % starts.length] ?? '');
      outcome[how] = (outcome[how] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
  process.exit();
}
const served = await listen(createApp(world), { host: '127.0.0.1', port: 0 });
process.stdout.write(`${String(served.port)}\n`);

async function tryOnce(start: string): Promise<string> {
  try {
    const { id } = await hold(world, { start });
    await confirm(world, id, { email: `${crypto.randomUUID()}@exemple.fr` });
    return 'booked';
  } catch (error) {
    return error instanceof Refused ? error.code : String(error);
  }
}
