import type { World } from './world.ts';

/** The same with a database that fails, saying what no answer may say. */
export function brokenWorld(world: World, message: string): World {
  const db = new Proxy(world.store.db, {
    get: () => () => {
      throw new Error(message);
    },
  });
  return { ...world, store: { ...world.store, db } };
}
