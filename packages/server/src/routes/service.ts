import { object, string } from 'valibot';
import { reads, type ApiRoute } from '../api-route.ts';
import { Refused } from '../problem.ts';
import { isAnswering } from '../store/database.ts';
import { VERSION } from '../version.ts';

const stateSchema = object({ state: string() });

/** The process answers: what restarts it asks this. */
export const health: ApiRoute = reads({
  path: '/health',
  summary: 'Le processus répond.',
  answer: stateSchema,
  handle: () => Promise.resolve({ state: 'ok' }),
});

/** The database answers too: what sends people here asks this. */
export const ready: ApiRoute = reads({
  path: '/ready',
  summary: 'Le service peut recevoir : la base répond.',
  answer: stateSchema,
  handle: async ({ world }) => {
    if (!(await isAnswering(world.store.db))) throw new Refused('unavailable');
    return { state: 'ok' };
  },
});

/** The version that runs. */
export const version: ApiRoute = reads({
  path: '/version',
  summary: 'La version du serveur.',
  answer: object({ version: string() }),
  handle: () => Promise.resolve({ version: VERSION }),
});
