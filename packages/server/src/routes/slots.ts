import { slotsAnswerSchema, slotsQuerySchema } from '@qualepref/core';
import { reads, type ApiRoute } from '../api-route.ts';
import { freeSlots } from '../booking.ts';

/** Free slots. */
export const slots: ApiRoute = reads({
  path: '/slots',
  summary: 'Les créneaux libres d’une démarche sur un site, entre deux jours.',
  query: slotsQuerySchema,
  answer: slotsAnswerSchema,
  handle: ({ world, query }) => freeSlots(world, { ...query, booker: 'public' }),
});
