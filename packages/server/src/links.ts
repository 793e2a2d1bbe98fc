import type { Language } from '@qualepref/core';
import { tokenOf } from './token.ts';
import type { World } from './world.ts';

/** Page on which an appointment is moved or cancelled. What follows `#` is sent to no server. */
export function appointmentLink(world: World, id: string): string {
  return `${page(world, '/rendez-vous')}#${tokenOf(world.settings.secret, 'appointment', id)}`;
}

/**
 * Page on which what a person began is confirmed, with a button: who reads mail
 * before its addressee does follows links, and presses none. It works without a
 * script, so the token is in the path; it is good once, for a quarter of an hour.
 */
export function confirmationLink(world: World, id: string): string {
  return page(world, `/confirmer/${tokenOf(world.settings.secret, 'pending', id)}`);
}

/**
 * Page on which a message is followed. The code is typed there: an address stands
 * in the log of whatever carries it, and the reference in this one tells nothing.
 */
export function feedbackPage(world: World, reference: string, language: Language): string {
  const query = new URLSearchParams({ locale: language, reference });
  return page(world, `/reclamations/simple/suivre?${query.toString()}`);
}

/** Agents’ page, whole. */
export function page({ settings }: World, path: string): string {
  return new URL(path, settings.server.address).href;
}
