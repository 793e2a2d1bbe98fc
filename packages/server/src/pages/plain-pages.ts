import type { PlainRoute } from '../plain-route.ts';
import { plainBooking } from './plain-booking.ts';
import { plainConfirm } from './plain-confirm.ts';
import { plainFeedback } from './plain-feedback.ts';
import { plainFollow } from './plain-follow.ts';
import { plainManage } from './plain-manage.ts';
import { plainPerson } from './plain-person.ts';
import { plainResults } from './plain-results.ts';

/** Every page that works without script, by hand: what serves and tests them reads this list. */
export const plainRoutes: readonly PlainRoute[] = [
  ...plainBooking,
  ...plainConfirm,
  ...plainFeedback,
  ...plainFollow,
  ...plainManage,
  ...plainPerson,
  plainResults,
];
