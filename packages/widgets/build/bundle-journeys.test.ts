import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { bundleWorker, workerFile } from './cdn.js';
import { Served, violations } from './served.ts';
import { FakeBooking } from '../src/fake-booking.ts';
import { FakeFeedback } from '../src/fake-feedback.ts';

let served: Served;
let booking: FakeBooking;
let feedback: FakeFeedback;

beforeAll(async () => {
  served = await Served.start(inject('chromium'), (input, init) =>
    (/\/feedback/.test(input as string) ? feedback : booking).fetch(input, init),
  );
  served.script(`/${await workerFile()}`, await bundleWorker());
});
afterAll(() => served.stop());
beforeEach(() => {
  booking = new FakeBooking();
  feedback = new FakeFeedback();
  served.refused.clear();
});

const click = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();
const sees = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { name }).first().waitFor();

async function chooseSlot(page: Page): Promise<void> {
  await sees(page, 'Choisir le jour');
  await page.locator('input[name="slot"]').first().check();
  await click(page, 'Continuer');
}

async function book(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Aix-en-Exemple' }).check();
  await click(page, 'Continuer');
  await page.getByRole('radio', { name: 'Aide au point numérique' }).check();
  await click(page, 'Continuer');
  await chooseSlot(page);
  await page.getByLabel(/Nom et prénom/).fill('Camille Martin');
  await page.getByLabel('Adresse électronique').fill('c.martin@exemple.fr');
  await click(page, 'Continuer');
  await click(page, 'Confirmer');
  await sees(page, 'Rendez-vous confirmé');
}

async function complain(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'une réclamation' }).check();
  await page.getByLabel('Site concerné').selectOption('valmont');
  await page.getByLabel('Thème').selectOption('attente');
  await page.getByLabel('Votre message').last().fill('Deux heures d’attente.');
  await page.getByRole('radio', { name: /anonyme/ }).check();
  await click(page, 'Envoyer');
  await sees(page, 'Votre réclamation est reçue');
}

const BOOKING = '<qp-appointment-booking></qp-appointment-booking>';
const FEEDBACK = '<qp-feedback-form></qp-feedback-form>';

test.each(['module', 'classic script'])(
  'as a %s, the whole journeys work under the strictest policy',
  async (kind) => {
    const script = kind === 'module' ? served.module : served.classic();
    const { page, errors } = await served.open(`${BOOKING}${script}`);
    await book(page);
    expect(booking.bookings.appointments).toHaveLength(1);
    // The proof of work, on a thread of its own.
    expect(served.asked).toContain(`/${await workerFile()}`);
    const { page: other, errors: faults } = await served.open(`${FEEDBACK}${script}`);
    await complain(other);
    expect(feedback.received).toHaveLength(1);
    for (const each of [page, other]) {
      expect(await violations(each)).toEqual([]);
      await each.close();
    }
    expect([...errors, ...faults]).toEqual([]);
  },
);

test('a module brings each part once, and a classic script none', async () => {
  const parts = (): string[] => served.asked.filter((url) => Object.values(served.parts).includes(url));
  const own = (name: string): string => served.parts[name] ?? '';
  const { page } = await served.open(`${BOOKING}${BOOKING}${FEEDBACK}${served.module}`);
  await sees(page, 'Choisir le site');
  await page.getByText('Votre message est').waitFor();
  expect(parts().sort()).toEqual([own('booking-slot'), own('feedback-body')].sort());
  await page.close();
  const { page: classic } = await served.open(`${BOOKING}${FEEDBACK}${served.classic()}`);
  await sees(classic, 'Choisir le site');
  expect(parts()).toEqual([]);
  await classic.close();
});

test('a part that fails in the middle of a journey loses nothing of it', async () => {
  // Before the page is opened: it asks for the part as soon as slots are there to choose.
  served.refused.add(served.parts['booking-late'] ?? '');
  const { page } = await served.open(
    `<qp-appointment-booking site="aix" procedure="point-numerique"></qp-appointment-booking>${served.module}`,
  );
  await chooseSlot(page);
  await page.getByRole('alert').waitFor();
  expect(booking.bookings.holds).toEqual([]);
  served.refused.clear();
  await click(page, 'Réessayer');
  await sees(page, 'Vos coordonnées');
  expect(booking.bookings.holds).toHaveLength(1);
  await page.close();
});
