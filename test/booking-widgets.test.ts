import { openNow, TEN } from '#server/src/booking-fixture.ts';
import { tryServer, type Trial } from '#server/src/testing.ts';
import { appointmentOf, askChallenge, book } from '#widgets/src/booking-appointment-client.ts';
import { askProcedures, askSites, release } from '#widgets/src/booking-offer-client.ts';
import { askSlots, extendHold, hold } from '#widgets/src/booking-slot-client.ts';
import { Failure, type ExchangeOptions } from '#widgets/src/client.ts';
import { prove } from '#widgets/src/proof-of-work.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const PLACE = { site: 'valmont', procedure: 'titre-de-sejour' };
const { signal } = new AbortController();

let trial: Trial;
beforeAll(async () => {
  // The widgets complete addresses by the page that they are in.
  vi.stubGlobal('document', { baseURI: 'https://www.exemple.gouv.fr/' });
  trial = await tryServer();
  await openNow(trial.world);
}, 60_000);
afterAll(async () => {
  vi.unstubAllGlobals();
  await trial.close();
});

const to: ExchangeOptions = {
  base: 'https://rdv.exemple.gouv.fr',
  language: 'en',
  fetch: async (input, init) => trial.app.request(input, init),
};
const key = (): string => crypto.randomUUID();

const refusal = async (deed: Promise<unknown>): Promise<string | undefined> => {
  try {
    await deed;
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error.code ?? error.kind;
    throw error;
  }
};

test('the widget’s own calls book, move and cancel an appointment on the real server', async () => {
  const { sites } = await askSites(to, signal);
  expect(sites.map(({ id }) => id)).toEqual(['valmont', 'rives']);
  const offer = await askProcedures(to, 'valmont', signal);
  expect(offer.procedures.map(({ id, mode, duration }) => [id, mode, duration])).toEqual([
    ['titre-de-sejour', 'own-slots', 30],
    ['naturalisation', 'convocation', undefined],
  ]);
  expect(offer.privacy).toMatchObject({ controller: 'Préfet d’Exemple', keptMonths: 3 });

  const { slots, next, horizon } = await askSlots(
    to,
    { ...PLACE, from: '2026-11-25', to: '2026-11-27' },
    signal,
  );
  expect(slots[0]).toEqual({
    start: '2026-11-26T09:00+01:00',
    end: '2026-11-26T09:30+01:00',
    places: 2,
  });
  expect([next, horizon]).toEqual(['2026-11-26T09:00+01:00', '2027-01-24']);

  const held = await hold(to, { ...PLACE, start: next ?? '' }, key());
  expect(await extendHold(to, held.id, key())).toMatchObject({ secondsLeft: 1800, isExtendable: false });
  const body = {
    hold: held.id,
    name: 'Awa Exemple',
    email: 'awa@exemple.fr',
    language: 'en' as const,
    proof: await prove(await askChallenge(to, signal), { signal, openWorker: () => undefined }),
    website: '' as const,
  };
  const once = key();
  const booked = await book(to, body, once);
  expect(booked).toMatchObject({ state: 'booked', start: next, sequence: 0, isMovable: true });
  // The answer was lost on its way: it is asked for again.
  expect(await book(to, body, once)).toEqual(booked);
  expect(booked.manage).toBe(`https://rdv.exemple.gouv.fr/rendez-vous#${booked.token}`);
  expect(await appointmentOf(to, booked.token, { signal })).toEqual(booked);

  const other = await hold(to, { ...PLACE, start: TEN }, key());
  const move = { method: 'POST' as const, body: { hold: other.id }, key: key() };
  expect(await appointmentOf(to, booked.token, move, '/move')).toMatchObject({ start: TEN, sequence: 1 });
  const cancel = { method: 'POST' as const, key: key() };
  expect(await appointmentOf(to, booked.token, cancel, '/cancel')).toMatchObject({
    state: 'cancelled',
    isMovable: false,
  });
});

test('the widget’s own calls are told why they are refused', async () => {
  trial.clock.pass(3_600_000);
  const asked = { ...PLACE, start: '2026-11-30T09:00+01:00' };
  const mine = await hold(to, asked, key());
  await release(to, mine.id);
  await release(to, 'nothing of the kind');
  await hold(to, asked, key());
  await hold(to, asked, key());
  expect(await refusal(hold(to, { ...PLACE, start: '2026-11-30T10:00+01:00' }, key()))).toBe('too-many');
  expect(await refusal(hold(to, { ...PLACE, start: '2026-11-30T09:00:00' }, key()))).toBe('invalid');
  expect(await refusal(extendHold(to, 'none', key()))).toBe('hold-expired');
  expect(await refusal(appointmentOf(to, 'none', { signal }))).toBe('not-found');
  expect(await refusal(askSlots(to, { ...PLACE, from: '2026-11-30', to: '2027-03-02' }, signal))).toBe(
    'invalid',
  );
  expect(await refusal(askProcedures(to, 'nowhere', signal))).toBe('not-found');
  const forged = {
    hold: mine.id,
    name: 'Awa',
    email: 'awa@exemple.fr',
    language: 'en' as const,
    proof: 'e30',
  };
  expect(await refusal(book(to, { ...forged, website: '' }, key()))).toBe('proof');
});
