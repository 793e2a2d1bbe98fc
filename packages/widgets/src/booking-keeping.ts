import type { BookingJourney } from './booking-journey.ts';
import { LATE } from './booking-parts.ts';
import { release } from './booking-offer-client.ts';
import { extendHold, hold } from './booking-slot-client.ts';

/** Asks that the slot chosen be kept, and goes on. */
export async function keep(journey: BookingJourney): Promise<void> {
  const { chosen: start, host, isMoving } = journey;
  if (start === undefined) {
    journey.miss();
    return;
  }
  const next = isMoving ? 'check' : 'contact';
  await journey.run(async () => {
    // No place is kept for somebody who could not go on.
    await LATE.come();
    const old = journey.hold;
    if (old?.start === start && !journey.kept.isLapsed) {
      journey.go(next);
      return;
    }
    const body = { site: journey.site?.id ?? '', procedure: journey.procedure?.id ?? '', start };
    const kept = await journey.once(`hold ${start}`, (key) => hold(host.exchange(), body, key));
    // The old place is given back only once there is a new one.
    if (old) void release(host.exchange(), old.id);
    journey.kept.begin(kept);
    host.emit('qp-held', { start });
    const isFilled = journey.step === 'check' || journey.step === 'contact';
    journey.notice = undefined;
    if (!isFilled) journey.go(next);
  });
}

/** Asks that it be kept longer. */
export async function extend(journey: BookingJourney): Promise<void> {
  const { hold, host, kept } = journey;
  if (!hold) return;
  await journey.run(async () => {
    kept.begin(
      await journey.once(`extend ${hold.expiresAt}`, (key) => extendHold(host.exchange(), hold.id, key)),
    );
    kept.said = 'extended';
  });
}
