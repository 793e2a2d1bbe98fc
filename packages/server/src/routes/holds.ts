import { holdAnswerSchema, holdRequestSchema } from '@qualepref/core';
import { writes, type ApiRoute } from '../api-route.ts';
import { extendHold, holdPlace, releaseHold } from '../booking.ts';

/** Holds a place. */
export const makeHold: ApiRoute = writes({
  path: '/holds',
  summary: 'Retient une place le temps de remplir le formulaire.',
  body: holdRequestSchema,
  answer: holdAnswerSchema,
  status: 201,
  handle: ({ world, body, source }, tx) => holdPlace(world, tx, { ...body, booker: 'public', source }),
});

/** Holds it as long again. */
export const lengthenHold: ApiRoute = writes({
  path: '/holds/:id/extend',
  summary: 'Retient la place une fois de plus, aussi longtemps.',
  answer: holdAnswerSchema,
  handle: ({ world, params }, tx) => extendHold(world, tx, params['id'] ?? ''),
});

/** Gives it back. */
export const dropHold: ApiRoute = writes({
  method: 'delete',
  path: '/holds/:id',
  summary: 'Rend la place retenue.',
  handle: async ({ world, params }, tx) => {
    await releaseHold(world, tx, params['id'] ?? '');
    return undefined;
  },
});
