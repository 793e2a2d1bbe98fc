import { expect, test } from 'vitest';
import type { AnnuaireRecord } from './annuaire.ts';
import { compareWithAnnuaire, saidByConfig, saidByText } from './annuaire-compare.ts';
import { hoursIn } from './text-hours.ts';
import { postalAddressesIn } from './text-addresses.ts';

function record({
  address = '12 rue Noire, 13006 Marseille',
  hours = 'lundi 9h-12h',
  ...rest
}: Partial<AnnuaireRecord> & { readonly address?: string; readonly hours?: string } = {}): AnnuaireRecord {
  return {
    id: 'a',
    name: 'Préfecture',
    types: ['prefecture'],
    communes: ['13055'],
    addresses: [{ text: address, isForMail: false, read: postalAddressesIn(address)[0] ?? null }],
    phones: [{ number: '0491156000', purpose: null }],
    emails: [],
    slots: hoursIn(hours).slots,
    comment: null,
    modifiedOn: '2026-08-03',
    url: null,
    ...rest,
  };
}

const compare = (text: string, ...records: AnnuaireRecord[]) =>
  compareWithAnnuaire('prefecture', saidByText(text), records);

const TEXT = '12 rue Noire, 13006 Marseille. Tél. 04 91 15 60 00. Ouvert le lundi de 9h à 12h.';

test('what is the same on both sides is nowhere else', () => {
  expect(compare(TEXT, record())).toMatchObject({
    foundBy: 'address',
    addresses: { both: ['12 rue Noire, 13006 Marseille'], onlyHere: [], onlyThere: [] },
    phones: { both: ['0491156000'], onlyHere: [], onlyThere: [] },
    hours: { both: [{ day: 1, from: '09:00', to: '12:00' }], onlyHere: [], onlyThere: [] },
    onAppointment: null,
  });
});

test('writings differ, places, numbers and hours do not', () => {
  const text = '12, r. Noire 13006 MARSEILLE ; +33 4 91 15 60 00 ; lundi : 9 h - 12 h';
  expect(compare(text, record())).toMatchObject({
    addresses: { onlyHere: [], onlyThere: [] },
    phones: { onlyHere: [], onlyThere: [] },
    hours: { onlyHere: [], onlyThere: [] },
  });
});

test('what differs is shown side by side', () => {
  const there = record({ phones: [{ number: '0491156001', purpose: null }], hours: 'lundi et mardi 9h-12h' });
  expect(compare(TEXT, there)).toMatchObject({
    phones: { onlyHere: ['0491156000'], onlyThere: ['0491156001'], both: [] },
    hours: { onlyHere: [], onlyThere: [{ day: 2, from: '09:00', to: '12:00' }] },
  });
});

test('a side that says nothing is not compared', () => {
  expect(compare('12 rue Noire, 13006 Marseille', record())).toMatchObject({ phones: null, hours: null });
  expect(compare(TEXT, record({ phones: [], hours: '' }))).toMatchObject({ phones: null, hours: null });
});

test('what is said twice counts once', () => {
  const twice = `${TEXT} Tél. 04.91.15.60.00`;
  expect(compare(twice, record())?.phones?.both).toEqual(['0491156000']);
});

test('of several records at the address, the newest is compared with', () => {
  const late = record({ id: 'late', modifiedOn: '2024-01-01' });
  const undated = record({ id: 'undated', modifiedOn: null });
  const result = compare(TEXT, undated, late, record({ id: 'new' }));
  expect(result?.record.id).toBe('new');
  expect(result?.others.map(({ id }) => id)).toEqual(['late', 'undated']);
});

test('without the address, one of the same kind in the town is found, and it is said', () => {
  const moved = record({ address: '4 place Claire, 13282 Marseille cedex 06' });
  expect(compare(TEXT, moved)).toMatchObject({
    foundBy: 'town',
    addresses: {
      onlyHere: ['12 rue Noire, 13006 Marseille'],
      onlyThere: ['4 place Claire, 13282 Marseille cedex 06'],
    },
  });
});

test('a record of another kind, of another town, or none, is not compared with', () => {
  expect(compare(TEXT, record({ types: ['sous_pref'] }))).toBeNull();
  expect(compare(TEXT, record({ address: '12 rue Noire, 13200 Arles' }))).toBeNull();
  expect(compare(TEXT)).toBeNull();
  expect(compare('Ouvert le lundi de 9h à 12h', record())).toBeNull();
});

test('the address where mail is sent is not where people are received', () => {
  const mail = {
    text: '',
    isForMail: true,
    read: postalAddressesIn('CS 80001, 13282 Marseille cedex')[0] ?? null,
  };
  const both = record();
  expect(compare(TEXT, { ...both, addresses: [mail, ...both.addresses] })?.addresses?.onlyThere).toEqual([]);
});

test.each([
  ['', 'sur rendez-vous', 'there'],
  [' Uniquement sur rendez-vous.', null, 'here'],
  [' Uniquement sur rendez-vous.', 'Accueil sur rendez-vous', 'both'],
  ['', 'hors jours fériés', null],
])('with « %s » here and « %s » there, who says that one comes on appointment: %s', (here, comment, who) => {
  expect(compare(`${TEXT}${here}`, record({ comment }))?.onAppointment).toBe(who);
});

test('the configuration says the same as a text', () => {
  const silent = { address: undefined, phones: undefined, hours: undefined, hoursNote: undefined };
  const nothing = { ...silent, onAppointmentOnly: undefined };
  const site = {
    ...nothing,
    address: '12 rue Noire, 13006 Marseille',
    phones: ['04 91 15 60 00', '3939'].map((number) => ({ number, purpose: undefined })),
    hours: [{ days: [1 as const, 2 as const], from: '09:00', to: '12:00' }],
  };
  expect(saidByConfig(site)).toMatchObject({
    addresses: [{ postalCode: '13006' }],
    phones: ['0491156000', '3939'],
    slots: [
      { day: 1, from: '09:00', to: '12:00' },
      { day: 2, from: '09:00', to: '12:00' },
    ],
    appointment: null,
  });
  expect(saidByConfig({ ...nothing, onAppointmentOnly: true }).appointment).toBe('only');
  expect(saidByConfig({ ...nothing, hoursNote: { fr: 'Le mardi sur rendez-vous' } }).appointment).toBe(
    'possible',
  );
});

test('an address that no rule reads is found when the directory writes the same', () => {
  const address = 'Cité administrative, esplanade Nord';
  const said = (at: string | undefined) =>
    saidByConfig({
      ...{ address: at, phones: [], hours: [], hoursNote: undefined, onAppointmentOnly: undefined },
    });
  const of = (text: string) => compareWithAnnuaire('prefecture', said(address), [record({ address: text })]);
  expect(of('Cité administrative, Esplanade Nord')?.foundBy).toBe('address');
  expect(of('Cité administrative')).toBeNull();
  expect(compareWithAnnuaire('prefecture', said(undefined), [record({ address: '' })])).toBeNull();
});
