import { challengeActions, challengeSchema } from '@qualepref/core';
import { reads, type ApiRoute } from '../api-route.ts';
import { challengeFor } from '../challenge.ts';
import { Refused } from '../problem.ts';

/** Gives something to compute, which a form then carries. */
export const challenges: ApiRoute = reads({
  path: '/challenges/:action',
  summary: 'Ce qu’un formulaire doit résoudre avant l’envoi : une dépense de calcul, contre les robots.',
  answer: challengeSchema,
  handle: ({ world, params }) => {
    const action = challengeActions.find((each) => each === params['action']);
    if (action === undefined) throw new Refused('not-found');
    return challengeFor(world, action);
  },
});
