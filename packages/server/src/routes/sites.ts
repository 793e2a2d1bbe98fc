import { sitesAnswerSchema } from '@qualepref/core';
import { reads, type ApiRoute } from '../api-route.ts';
import { publicSites } from '../public-offer.ts';

/** Where people are received. */
export const sites: ApiRoute = reads({
  path: '/sites',
  summary: 'Les sites où le public est reçu.',
  answer: sitesAnswerSchema,
  handle: ({ world }) => Promise.resolve({ sites: [...publicSites(world.settings.config)] }),
});
