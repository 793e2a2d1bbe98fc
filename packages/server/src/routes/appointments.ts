import { appointmentAnswerSchema, appointmentRequestSchema, moveRequestSchema } from '@qualepref/core';
import { reads, writes, type ApiRoute } from '../api-route.ts';
import { appointmentOf, cancelAppointment, confirmHold, moveAppointment } from '../booking.ts';
import { spendProof } from '../challenge.ts';
import { Refused } from '../problem.ts';
import { idOf } from '../token.ts';
import type { World } from '../world.ts';

/** Turns a hold into an appointment. */
export const book: ApiRoute = writes({
  path: '/appointments',
  summary: 'Fait un rendez-vous d’une place retenue.',
  body: appointmentRequestSchema,
  answer: appointmentAnswerSchema,
  status: 201,
  handle: async ({ world, body: { proof, website: _trap, ...who } }, tx) => {
    await spendProof(world, tx, 'booking', proof);
    return confirmHold(world, tx, { ...who, booker: 'public' });
  },
});

/** The appointment that a token opens. */
export const appointment: ApiRoute = reads({
  path: '/appointments/:token',
  summary: 'Un rendez-vous, pour qui en a le lien.',
  answer: appointmentAnswerSchema,
  handle: ({ world, params }) => appointmentOf(world, world.store.db, opened(world, params)),
});

/** Moves it to the place of a hold. */
export const move: ApiRoute = writes({
  path: '/appointments/:token/move',
  summary: 'Déplace un rendez-vous sur une place retenue de la même démarche.',
  body: moveRequestSchema,
  answer: appointmentAnswerSchema,
  handle: ({ world, params, body }, tx) => moveAppointment(world, tx, opened(world, params), body.hold),
});

/** Cancels it. */
export const cancel: ApiRoute = writes({
  path: '/appointments/:token/cancel',
  summary: 'Annule un rendez-vous.',
  answer: appointmentAnswerSchema,
  handle: ({ world, params }, tx) => cancelAppointment(world, tx, opened(world, params)),
});

/** @throws Refused `not-found` */
function opened({ settings }: World, { token = '' }: Readonly<Record<string, string>>): string {
  const id = idOf(settings.secret, 'appointment', token);
  if (id === undefined) throw new Refused('not-found');
  return id;
}
