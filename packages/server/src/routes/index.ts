import type { ApiRoute } from '../api-route.ts';
import { appointment, book, cancel, move } from './appointments.ts';
import { challenges } from './challenges.ts';
import { feedbackForm, feedbackStatus, sendFeedback } from './feedback.ts';
import { dropHold, lengthenHold, makeHold } from './holds.ts';
import { procedures } from './procedures.ts';
import { openApi } from './openapi.ts';
import { results } from './results.ts';
import { health, ready, version } from './service.ts';
import { sites } from './sites.ts';
import { slots } from './slots.ts';

const described: readonly ApiRoute[] = [
  appointment,
  book,
  cancel,
  challenges,
  dropHold,
  feedbackForm,
  feedbackStatus,
  health,
  lengthenHold,
  makeHold,
  move,
  procedures,
  ready,
  results,
  sendFeedback,
  sites,
  slots,
  version,
];

/** Every public route, by hand: what serves, describes and tests them reads this list. */
export const apiRoutes: readonly ApiRoute[] = [...described, openApi(described)];
