import { appointmentOf, askChallenge, book } from './booking-appointment-client.ts';
import { contactErrors } from './booking-contact-rules.ts';
import type { Contact } from './booking-contact.ts';
import type { BookingJourney } from './booking-journey.ts';
import { askProcedures } from './booking-offer-client.ts';
import { SLOT } from './booking-parts.ts';
import { prove } from './proof-of-work.ts';

/** Keeps what was written, and goes on when it is enough. */
export function write(journey: BookingJourney, contact: Contact): void {
  journey.contact = contact;
  journey.errors = contactErrors(contact);
  if (Object.keys(journey.errors).length > 0) return journey.changed();
  journey.go('check');
}

/** Turns the place kept into an appointment, or moves the one that there is to it. */
export async function confirm(journey: BookingJourney): Promise<void> {
  const { hold, contact, host, signal } = journey;
  if (!hold) return;
  await journey.run(async () => {
    const exchange = host.exchange();
    const token = journey.appointment?.token;
    if (journey.isMoving && token !== undefined) {
      journey.appointment = await journey.once(`move ${hold.id}`, (key) =>
        appointmentOf(exchange, token, { method: 'POST', body: { hold: hold.id }, key }, '/move'),
      );
      journey.kept.end();
      journey.isMoving = false;
      journey.wasMoved = true;
      journey.go('manage');
      host.emit('qp-moved', { reference: journey.appointment.reference });
      return;
    }
    const proof = await prove(await askChallenge(exchange, signal), { signal });
    const { name, email, phone } = contact;
    const body = {
      hold: hold.id,
      name: name.trim(),
      ...(email.trim() === '' ? {} : { email: email.trim() }),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
      language: exchange.language,
      proof,
      website: contact.website as '',
    };
    const intention = `book ${hold.id} ${JSON.stringify(contact)}`;
    journey.appointment = await journey.once(intention, (key) => book(exchange, body, key));
    journey.kept.end();
    journey.go('done');
    host.emit('qp-booked', { reference: journey.appointment.reference });
  });
}

/** Shows an appointment that its link opens. */
export async function open(journey: BookingJourney, token: string): Promise<void> {
  const { host, signal } = journey;
  const appointment = await appointmentOf(host.exchange(), token, { signal });
  journey.appointment = appointment;
  journey.site = appointment.site;
  const { id } = appointment.procedure;
  // The other ways of its procedure; the appointment is shown all the same without.
  journey.offer = await askProcedures(host.exchange(), journey.site.id, signal).catch(() => undefined);
  journey.procedure = journey.offer?.procedures.find((each) => each.id === id);
  journey.step = 'manage';
}

export async function cancel(journey: BookingJourney): Promise<void> {
  const { host } = journey;
  const token = journey.appointment?.token;
  if (token === undefined) return;
  await journey.run(async () => {
    journey.appointment = await journey.once(`cancel ${token}`, (key) =>
      appointmentOf(host.exchange(), token, { method: 'POST', key }, '/cancel'),
    );
    journey.isCancelling = false;
    journey.go('manage');
    host.emit('qp-cancelled', { reference: journey.appointment.reference });
  });
}

/** Asks before cancelling, or thinks again. */
export function askToCancel(journey: BookingJourney, isCancelling: boolean): void {
  journey.isCancelling = isCancelling;
  journey.changed();
}

/** Goes to the slots to which the appointment can be moved. */
export async function move(journey: BookingJourney): Promise<void> {
  const { appointment, host, signal } = journey;
  if (!appointment) return;
  await journey.run(async () => {
    const [slot, offer] = await Promise.all([
      SLOT.come(),
      askProcedures(host.exchange(), appointment.site.id, signal),
    ]);
    journey.offer = offer;
    journey.site = appointment.site;
    journey.procedure = offer.procedures.find(({ id }) => id === appointment.procedure.id);
    journey.isMoving = true;
    journey.chosen = undefined;
    await slot.reload(journey);
    journey.go('slot');
  });
}
