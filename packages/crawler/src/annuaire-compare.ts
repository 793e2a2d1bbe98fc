import type { Site } from '@qualepref/core';
import type { AnnuaireRecord } from './annuaire.ts';
import { postalAddressesIn, sameAddress, type ReadAddress } from './text-addresses.ts';
import { hoursIn, type ReadHours, type WeekSlot } from './text-hours.ts';
import { phonesIn } from './text-phones.ts';
import { fold } from './text.ts';

/** What is said of a place, by a page or by the configuration. */
export interface SaidOfSite {
  readonly addresses: readonly ReadAddress[];
  /** As dialled in France. */
  readonly phones: readonly string[];
  readonly slots: readonly WeekSlot[];
  readonly appointment: ReadHours['appointment'];
  /** The address as written, folded, where no rule reads it: the directory may write the same. */
  readonly written?: string;
}

/** Two sets side by side; neither is said to be right. */
export interface Sides<T> {
  readonly onlyHere: readonly T[];
  readonly onlyThere: readonly T[];
  readonly both: readonly T[];
}

/** A reception site beside what the directory says of it. */
export interface AnnuaireComparison {
  /** The one compared with: the newest of those that fit. */
  readonly record: AnnuaireRecord;
  /** The others that fit, the newest first: a site may have several. */
  readonly others: readonly AnnuaireRecord[];
  /** `town` when no record has the address, and it is only of the same kind in the same town. */
  readonly foundBy: 'address' | 'town';
  /** Each `null` when one of the two says nothing of it. */
  readonly addresses: Sides<string> | null;
  readonly phones: Sides<string> | null;
  readonly hours: Sides<WeekSlot> | null;
  /** Who says that one comes on appointment: then hours may differ and mean the same. */
  readonly onAppointment: 'here' | 'there' | 'both' | null;
}

const TYPES: Readonly<Record<Site['kind'], string>> = {
  prefecture: 'prefecture',
  'sous-prefecture': 'sous_pref',
};

/** What the configuration says of a site. */
export function saidByConfig({
  address = '',
  phones = [],
  hours = [],
  hoursNote,
  onAppointmentOnly,
}: Pick<Site, 'address' | 'phones' | 'hours' | 'hoursNote' | 'onAppointmentOnly'>): SaidOfSite {
  const addresses = postalAddressesIn(address);
  return {
    addresses,
    ...(addresses.length === 0 && address !== '' ? { written: fold(address) } : {}),
    phones: phones.flatMap(({ number }) => phonesIn(`tél. ${number}`).map((read) => read.number)),
    slots: hours.flatMap(({ days, from, to }) => days.map((day) => ({ day, from, to }))),
    appointment: onAppointmentOnly === true ? 'only' : hoursIn(hoursNote?.fr ?? '').appointment,
  };
}

/** What a text says of a place: the block of a page that is about it. */
export function saidByText(text: string): SaidOfSite {
  const { slots, appointment } = hoursIn(text);
  return {
    addresses: postalAddressesIn(text),
    phones: phonesIn(text).map(({ number }) => number),
    slots,
    appointment,
  };
}

/**
 * What is said of a site beside the directory; `null` when no record fits. It
 * is for a person to tell which of the two is late.
 */
export function compareWithAnnuaire(
  kind: Site['kind'],
  said: SaidOfSite,
  records: readonly AnnuaireRecord[],
): AnnuaireComparison | null {
  const alike = records.filter(({ types }) => types.includes(TYPES[kind])).sort(byNewest);
  const atAddress = alike.filter((record) => isAt(record, said));
  const fitting =
    atAddress.length > 0 ? atAddress : alike.filter((record) => isInTown(record, said.addresses));
  const [record, ...others] = fitting;
  if (!record) return null;
  const there = placesOf(record);
  return {
    record,
    others,
    foundBy: atAddress.length > 0 ? 'address' : 'town',
    addresses: sidesOf(said.addresses, there, sameAddress, ({ text }) => text.replace(/\s+/g, ' ')),
    phones: sidesOf(
      said.phones,
      record.phones.map(({ number }) => number),
      (one, other) => one === other,
      (number) => number,
    ),
    hours: sidesOf(said.slots, record.slots, sameSlot, (slot) => slot),
    onAppointment: onAppointment(said, record),
  };
}

function byNewest(one: AnnuaireRecord, other: AnnuaireRecord): number {
  return (other.modifiedOn ?? '').localeCompare(one.modifiedOn ?? '') || one.id.localeCompare(other.id);
}

/** Where people are received; where mail is sent when nothing else is known. */
function placesOf({ addresses }: AnnuaireRecord): readonly ReadAddress[] {
  const places = addresses.filter(({ isForMail }) => !isForMail);
  return (places.length > 0 ? places : addresses).flatMap(({ read }) => read ?? []);
}

function isAt(record: AnnuaireRecord, { addresses, written }: SaidOfSite): boolean {
  if (written !== undefined) return record.addresses.some(({ text }) => fold(text) === written);
  return placesOf(record).some((place) => addresses.some((address) => sameAddress(place, address)));
}

function isInTown(record: AnnuaireRecord, addresses: readonly ReadAddress[]): boolean {
  return placesOf(record).some((place) =>
    addresses.some(
      ({ town, postalCode }) =>
        townKey(town) === townKey(place.town) && postalCode.slice(0, 2) === place.postalCode.slice(0, 2),
    ),
  );
}

function townKey(town: string): string {
  return fold(town).replace(/[^a-z]+/g, ' ');
}

function sameSlot(one: WeekSlot, other: WeekSlot): boolean {
  return one.day === other.day && one.from === other.from && one.to === other.to;
}

function sidesOf<T, Shown>(
  here: readonly T[],
  there: readonly T[],
  isSame: (one: T, other: T) => boolean,
  show: (item: T) => Shown,
): Sides<Shown> | null {
  if (here.length === 0 || there.length === 0) return null;
  const distinct = (items: readonly T[]): readonly T[] =>
    items.filter((item, at) => !items.slice(0, at).some((other) => isSame(item, other)));
  const has = (items: readonly T[], item: T): boolean => items.some((other) => isSame(item, other));
  const [ours, theirs] = [distinct(here), distinct(there)];
  return {
    onlyHere: ours.filter((item) => !has(theirs, item)).map(show),
    onlyThere: theirs.filter((item) => !has(ours, item)).map(show),
    both: ours.filter((item) => has(theirs, item)).map(show),
  };
}

function onAppointment(said: SaidOfSite, { comment }: AnnuaireRecord): AnnuaireComparison['onAppointment'] {
  const isHere = said.appointment !== null;
  const isThere = hoursIn(comment ?? '').appointment !== null;
  if (isHere && isThere) return 'both';
  return isHere ? 'here' : isThere ? 'there' : null;
}
