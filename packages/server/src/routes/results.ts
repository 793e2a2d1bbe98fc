import { resultsSchema } from '@qualepref/core';
import { reads, type ApiRoute } from '../api-route.ts';
import { Refused } from '../problem.ts';
import { lastPublication } from '../store/publication-store.ts';

/** The results last published. */
export const results: ApiRoute = reads({
  path: '/results',
  summary: 'Les derniers résultats publiés, que lit le composant des résultats.',
  answer: resultsSchema,
  handle: async ({ world, context }) => {
    const last = await lastPublication(world.store.db);
    if (!last) throw new Refused('not-found');
    // Asked again each time, at the price of a 304: who publishes looks at once whether it shows.
    context.header('cache-control', 'public, no-cache');
    context.header('etag', last.etag);
    const known = context.req.header('if-none-match') ?? '';
    const isKnown = known.split(',').some((each) => each.trim().replace(/^W\//, '') === last.etag);
    return isKnown ? context.body(null, 304) : last.results;
  },
});
