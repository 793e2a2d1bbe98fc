import { freeSlots } from './booking.ts';
import { confirm, hold, openNow, place, ruleOf } from './booking-fixture.ts';
import { receive } from './feedback.ts';
import { insertMail } from './store/correspondence-store.ts';
import { rulesOf } from './store/opening-store.ts';
import type { World } from './world.ts';

/** Ids of what agents’ addresses name, one of each kind. */
export type AgentObjects = Readonly<Record<'appointment' | 'rule' | 'feedback' | 'mail', string>>;

/** A word that is in all that people and agents wrote in the objects of a test. */
export const OBJECTS_WORD = 'confidence';

/** Objects of a site, as somebody made them before. */
export async function objectsOf(world: World, site: 'valmont' | 'rives'): Promise<AgentObjects> {
  const reason = { fr: OBJECTS_WORD };
  const rule = ruleOf({ site, closings: [{ from: '2026-12-31', to: undefined, reason }] });
  await openNow(world, rule);
  const { slots } = await freeSlots(world, {
    ...{ site, procedure: rule.procedure, from: '2026-11-27', to: '2026-11-27', booker: 'agent' },
  });
  const held = await hold(world, { ...place, site, start: slots[0]?.start ?? '' });
  await confirm(world, held.id, { name: OBJECTS_WORD, email: `${OBJECTS_WORD}.${site}@exemple.fr` });
  const appointment = await world.store.db
    .selectFrom('appointment')
    .innerJoin('slot', 'slot.id', 'appointment.slot')
    .select(['appointment.id', 'slot'])
    .where('slot.site', '=', site)
    .executeTakeFirstOrThrow();
  // Begun already: a form is past the gate, and changes nothing for the next.
  const begun = new Date('2026-11-25T07:00:00Z');
  await world.store.db
    .updateTable('slot')
    .set({ starts_at: begun })
    .where('id', '=', appointment.slot)
    .execute();
  const { reference } = await world.store.db.transaction().execute((tx) =>
    receive(
      world,
      tx,
      {
        ...{ kind: 'complaint', site, theme: 'attente', language: 'fr' },
        ...{ text: OBJECTS_WORD, name: OBJECTS_WORD, replyTo: { email: `${OBJECTS_WORD}@exemple.fr` } },
      },
      { enteredBy: 'agent', channel: 'desk' },
    ),
  );
  const mail = `2026-${OBJECTS_WORD}-${site}`;
  await world.store.db.transaction().execute((tx) =>
    insertMail(tx, {
      ...{ id: mail, channel: 'email', site, service: 'titres', receivedOn: '2026-11-24' },
      subject: OBJECTS_WORD,
      ...{ answeredOn: undefined, template: undefined },
    }),
  );
  const [kept] = await rulesOf(world.store.db, { site, procedure: rule.procedure });
  return { appointment: appointment.id, rule: kept?.id ?? '', feedback: reference, mail };
}
