import type { Db, Tx } from './database.ts';

/** An appointment as agents see it. */
export interface DayAppointment {
  readonly id: string;
  readonly reference: string;
  readonly site: string;
  readonly procedure: string;
  /** Local time with its offset. */
  readonly start: string;
  readonly state: 'booked' | 'cancelled';
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly attendance: 'attended' | 'absent' | null;
}

const COLUMNS = [
  ...([
    'appointment.id',
    'reference',
    'slot.site',
    'slot.procedure',
    'slot.start',
    'appointment.state',
  ] as const),
  ...(['name', 'email', 'phone', 'attendance'] as const),
] as const;

/** The appointments of a site on an ISO day that were not cancelled, in the order in which people come. */
export function appointmentsOn(
  db: Db,
  { site, day }: { readonly site: string; readonly day: string },
): Promise<readonly DayAppointment[]> {
  return db
    .selectFrom('appointment')
    .innerJoin('slot', 'slot.id', 'appointment.slot')
    .select(COLUMNS)
    .where('slot.site', '=', site)
    .where('slot.day', '=', day)
    .where('appointment.state', '=', 'booked')
    .orderBy('slot.starts_at')
    .orderBy('name')
    .execute();
}

/** The appointment of an id. */
export function appointmentNamed(db: Db, id: string): Promise<DayAppointment | undefined> {
  return db
    .selectFrom('appointment')
    .innerJoin('slot', 'slot.id', 'appointment.slot')
    .select(COLUMNS)
    .where('appointment.id', '=', id)
    .executeTakeFirst();
}

/** Notes who came. */
export async function setAttendance(
  tx: Tx,
  id: string,
  attendance: DayAppointment['attendance'],
): Promise<void> {
  await tx.updateTable('appointment').set({ attendance }).where('id', '=', id).execute();
}

/** How many appointments are booked between two ISO days, both included, of some hours or of all. */
export async function countBooked(
  db: Db,
  of: {
    readonly site: string;
    readonly procedures: readonly string[];
    readonly from: string;
    readonly to?: string;
    /** Wall-clock times, the second excluded; of one day. */
    readonly hours?: { readonly from: string; readonly to: string };
  },
): Promise<number> {
  if (of.procedures.length === 0) return 0;
  let query = db
    .selectFrom('appointment')
    .innerJoin('slot', 'slot.id', 'appointment.slot')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('slot.site', '=', of.site)
    .where('slot.procedure', 'in', [...of.procedures])
    .where('slot.day', '>=', of.from)
    .where('appointment.state', '=', 'booked');
  if (of.to !== undefined) query = query.where('slot.day', '<=', of.to);
  if (of.hours)
    query = query
      .where('slot.start', '>=', `${of.from}T${of.hours.from}`)
      .where('slot.start', '<', `${of.from}T${of.hours.to}`);
  return (await query.executeTakeFirstOrThrow()).count;
}
