import type { ApiRoute } from '../api-route.ts';
import { challenges } from './challenges.ts';
import { feedbackForm, feedbackStatus, sendFeedback } from './feedback.ts';
import { results } from './results.ts';
import { health, ready, version } from './service.ts';
import { sites } from './sites.ts';

/** Every public route, by hand: what serves, describes and tests them reads this list. */
export const apiRoutes: readonly ApiRoute[] = [
  challenges,
  feedbackForm,
  feedbackStatus,
  health,
  ready,
  results,
  sendFeedback,
  sites,
  version,
];
