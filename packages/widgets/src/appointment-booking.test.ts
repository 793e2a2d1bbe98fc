import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppointmentBooking } from './appointment-booking.ts';
import { LATE, SLOT } from './booking-parts.ts';
import { Failure } from './client.ts';
import { FakeBooking, type FakeOptions } from './fake-booking.ts';
import { demoProcedures, demoRules, demoSites, manyRules } from './fake-booking-data.ts';
import { expectAccessible, mount, settled, textOf, within } from './testing.ts';

const NOON = Date.parse('2026-11-24T08:00:00Z');
let clock = NOON;

beforeEach(() => {
  clock = NOON;
});
afterEach(() => {
  document.body.innerHTML = '';
  vi.restoreAllMocks();
});

async function booking(
  attributes = '',
  options: FakeOptions = {},
  children = '',
): Promise<{ host: AppointmentBooking; fake: FakeBooking; events: string[] }> {
  const fake = new FakeBooking({ now: () => clock, ...options });
  return { ...(await shown(fake, attributes, children)), fake };
}

async function shown(
  fake: FakeBooking,
  attributes = '',
  children = '',
): Promise<{ host: AppointmentBooking; events: string[] }> {
  const events: string[] = [];
  // Begins suspended, so that the first request already meets the fake service.
  const host = await mount(
    `<qp-appointment-booking disabled ${attributes}>${children}</qp-appointment-booking>`,
  );
  if (!(host instanceof AppointmentBooking)) throw new Error('not the widget');
  for (const name of ['held', 'booked', 'moved', 'cancelled', 'slot-lost', 'failed', 'misconfigured'])
    host.addEventListener(`qp-${name}`, () => events.push(name));
  host.fetch = fake.fetch;
  host.now = () => clock;
  host.disabled = false;
  await settled(host);
  return { host, events };
}

const title = (name: RegExp | string) =>
  expect.element(page.getByRole('heading', { level: 2, name })).toBeVisible();
const button = (name: RegExp | string) => page.getByRole('button', { name });
const radio = (name: RegExp | string) => page.getByRole('radio', { name });
const press = (keys: string) => userEvent.keyboard(keys);

/** To the contact step, as most people go. */
async function untilContact(): Promise<void> {
  await title(/jour et l’heure/);
  await radio('9 h 30').first().click();
  await button('Continuer').click();
  await title(/Vos coordonnées/);
}

async function untilCheck(): Promise<void> {
  await untilContact();
  await page.getByLabelText(/Nom et prénom/).fill('Camille Martin');
  await page.getByLabelText('Adresse électronique').fill('c.martin@exemple.fr');
  await button('Continuer').click();
  await title(/Vérifier/);
}

const focused = async (host: AppointmentBooking) => {
  await settled(host);
  return host.shadowRoot?.activeElement?.id;
};

const named = async (host: AppointmentBooking) => {
  await settled(host);
  return host.shadowRoot?.activeElement?.querySelector('.unseen')?.textContent;
};

const alertOf = (host: AppointmentBooking) => textOf(host, '[role="alert"]');

const DEEP = 'site="aix" procedure="point-numerique"';

describe('the journey', () => {
  test('goes from site to confirmation, each step without a fault for axe', async () => {
    const { host, fake, events } = await booking();
    await title(/Étape 1 sur 5.*Choisir le site/);
    await expectAccessible();
    await radio('Aix-en-Exemple').click();
    await button('Continuer').click();
    await title(/Étape 2 sur 5/);
    await expectAccessible();
    await radio('Aide au point numérique').click();
    await button('Continuer').click();
    await title(/Étape 3 sur 5/);
    await expectAccessible();
    await untilContact();
    expect(host.shadowRoot?.activeElement?.localName).toBe('h2');
    await expectAccessible();
    await untilCheckFromContact();
    await expectAccessible();
    expect(textOf(host)).toContain('mercredi 25 novembre 2026 à 9 h 30');
    await button(/Confirmer/).click();
    await title('Rendez-vous confirmé');
    await expectAccessible();
    expect(textOf(host)).toContain('AIX-2611-K7M4QXR');
    expect(events).toEqual(['held', 'booked']);
    expect(fake.bookings.appointments).toHaveLength(1);
    expect(fake.bodies.at(-1)).toMatchObject({
      name: 'Camille Martin',
      email: 'c.martin@exemple.fr',
      website: '',
    });
  });

  test('can be walked with the keyboard alone', async () => {
    const { host } = await booking();
    await title(/Choisir le site/);
    within(host, 'input[type="radio"]').focus();
    await press(' {Enter}');
    await title(/Choisir la démarche/);
    expect(host.shadowRoot?.activeElement?.localName).toBe('h2');
    await press('{Tab} {Enter}');
    await title(/jour et l’heure/);
    within(host, 'input[name="slot"]').focus();
    await press(' {ArrowDown}{ArrowDown}');
    expect(textOf(host, '.strong[role="status"]')).toBe('mardi 24 novembre 2026 à 11 h 00');
    await press('{Enter}');
    await title(/Vos coordonnées/);
    // Past the extension of the hold.
    await press('{Tab}{Tab}Camille Martin{Tab}{Tab}06 12 34 56 78{Enter}');
    await title(/Vérifier/);
    expect(textOf(host, 'dl')).toContain('06 12 34 56 78');
  });

  test('going back loses nothing', async () => {
    const { host } = await booking(DEEP);
    await untilCheck();
    await button('Retour').click();
    await expect.element(page.getByLabelText(/Nom et prénom/)).toHaveValue('Camille Martin');
    await button('Retour').click();
    await title(/jour et l’heure/);
    await expect.element(radio('9 h 30').first()).toBeChecked();
    await radio('10 h 00').first().click();
    await button('Continuer').click();
    await expect.element(page.getByLabelText('Adresse électronique')).toHaveValue('c.martin@exemple.fr');
    expect(textOf(host, '.hold')).toContain('10 h 00');
  });

  test('another slot gives the first one back', async () => {
    const { fake } = await booking(DEEP);
    await untilContact();
    await button('Retour').click();
    await radio('10 h 00').first().click();
    await button('Continuer').click();
    await title(/Vos coordonnées/);
    await expect.poll(() => fake.bookings.holds.length).toBe(1);
  });

  test('a second click sends nothing more', async () => {
    const { host, fake } = await booking(DEEP);
    await untilCheck();
    const confirm = within(host, '.primary');
    confirm.click();
    confirm.click();
    confirm.click();
    await title('Rendez-vous confirmé');
    expect(fake.calls.filter((call) => call === 'POST /appointments')).toHaveLength(1);
  });

  test('what was sent and not answered is booked once when it is sent again', async () => {
    const { fake } = await booking(DEEP, { failures: { 'POST /appointments': ['offline', 'unavailable'] } });
    await untilCheck();
    await button(/Confirmer/).click();
    await expect.element(page.getByRole('heading', { name: 'Rendez-vous confirmé' })).toBeVisible();
    expect(fake.bookings.appointments).toHaveLength(1);
  });
});

async function untilCheckFromContact(): Promise<void> {
  await page.getByLabelText(/Nom et prénom/).fill('Camille Martin');
  await page.getByLabelText('Adresse électronique').fill('c.martin@exemple.fr');
  await button('Continuer').click();
  await title(/Vérifier/);
}

describe('contact', () => {
  test('the officer is named with the punctuation of the language', async () => {
    const { host } = await booking(DEEP);
    await untilContact();
    expect(textOf(host, '.privacy')).toContain('Délégué à la protection des données : dpo@exemple.fr\n');
    await button('English').click();
    await expect.poll(() => textOf(host, '.privacy')).toContain('Data-protection officer: dpo@exemple.fr\n');
  });

  test('what is missing is told field by field, and the first takes the focus', async () => {
    const { host } = await booking(DEEP);
    await untilContact();
    await button('Continuer').click();
    await expect.poll(() => textOf(host, '[role=alert]')).toContain('2 réponses sont à corriger');
    expect(await focused(host)).toBe('name');
    await expect
      .element(page.getByLabelText(/Nom et prénom/))
      .toHaveAccessibleDescription(/Indiquez votre nom et votre prénom/);
    await expectAccessible();
    await page.getByLabelText(/Nom et prénom/).fill('Camille');
    await page.getByLabelText('Adresse électronique').fill('camille');
    await button('Continuer').click();
    await expect.element(page.getByLabelText('Adresse électronique')).toHaveAttribute('aria-invalid', 'true');
    expect(await focused(host)).toBe('email');
  });
});

describe('a part that does not come', () => {
  test('before the slots is an error to try again', async () => {
    const come = vi.spyOn(SLOT, 'come').mockRejectedValue(new Failure('offline'));
    const { host, events } = await booking('site="aix"');
    await title(/Choisir la démarche/);
    await radio('Aide au point numérique').click();
    await button('Continuer').click();
    await expect.poll(() => alertOf(host)).toMatch('Le service ne peut pas être joint');
    await expectAccessible();
    expect(events).toEqual(['failed']);
    come.mockRestore();
    await button('Réessayer').click();
    await title(/jour et l’heure/);
  });

  test('after a slot was chosen loses nothing, and no place is kept meanwhile', async () => {
    const come = vi.spyOn(LATE, 'come').mockRejectedValue(new Failure('broken'));
    const { host, fake } = await booking(DEEP);
    await title(/jour et l’heure/);
    await radio('9 h 30').first().click();
    await button('Continuer').click();
    await expect.poll(() => alertOf(host)).toMatch('une réponse inattendue');
    await expect.element(radio('9 h 30').first()).toBeChecked();
    expect(fake.bookings.holds).toEqual([]);
    come.mockRestore();
    await button('Réessayer').click();
    await title(/Vos coordonnées/);
    expect(fake.bookings.holds).toHaveLength(1);
  });
});

describe('the hold', () => {
  test.each([-300, 300])('lasts as long on a device whose clock is wrong by %i minutes', async (wrong) => {
    const { host } = await booking(DEEP);
    host.now = () => clock + wrong * 60_000;
    await untilContact();
    expect(textOf(host, '.hold')).toContain('Il reste 15 minutes.');
    clock = NOON + 14 * 60_000;
    await expect.poll(() => textOf(host, '.hold')).toContain('Il reste 1 minute.');
    clock = NOON + 16 * 60_000;
    await expect.poll(() => textOf(host, '.hold')).toContain('n’est plus réservé');
  });

  test('its end is said aloud at five and one minutes only', async () => {
    const { host } = await booking(DEEP);
    await untilContact();
    const said = () => textOf(host, '[aria-live="polite"].unseen');
    const at = async (minutes: number) => {
      clock = NOON + minutes * 60_000 + 1000;
      await expect.poll(() => textOf(host, '.hold')).toContain(minutes < 15 ? 'Il reste' : 'plus réservé');
    };
    expect(textOf(host, '.hold')).toContain('Il reste 15 minutes.');
    await at(3);
    expect(said()).toBe('');
    await at(9);
    await expect.poll(said).toBe('Il reste 5 minutes.');
    await button(/Garder le créneau/).click();
    await expect.poll(said).toBe('Le créneau vous est réservé plus longtemps.');
    await expect.element(button(/Garder le créneau/)).not.toBeInTheDocument();
    clock = NOON + 31 * 60_000;
    await expect.poll(() => textOf(host, '.hold')).toContain('n’est plus réservé');
    await expectAccessible();
    await button(/Réserver à nouveau/).click();
    await expect.poll(() => textOf(host, '.hold')).toContain('Il reste 15 minutes.');
  });

  test('one that the service forgot costs the slot, not what was written', async () => {
    const { host, fake, events } = await booking(DEEP);
    await untilCheck();
    fake.dropHolds();
    await button(/Confirmer/).click();
    await title(/jour et l’heure/);
    await expect.poll(() => textOf(host, '[role=alert]')).toContain('n’était plus réservé');
    expect(events).toContain('slot-lost');
    await button('Continuer').click();
    await expect.element(page.getByLabelText(/Nom et prénom/)).toHaveValue('Camille Martin');
  });

  test('a slot lost in a race is told, and the others are shown anew', async () => {
    const { host, fake } = await booking(DEEP);
    await title(/jour et l’heure/);
    await radio('9 h 30').first().click();
    fake.take('2026-11-25T09:30+01:00');
    await button('Continuer').click();
    await expect.poll(() => textOf(host, '[role=alert]')).toContain('vient d’être pris');
    await expectAccessible();
    const day = page.getByRole('group', { name: 'mercredi 25 novembre' });
    await expect.element(day.getByRole('radio', { name: '9 h 30' })).not.toBeInTheDocument();
    await expect.element(day.getByRole('radio', { name: '10 h 00' })).toBeVisible();
  });
});

describe('another way', () => {
  test('stands on the first step, whichever it is', async () => {
    const { host } = await booking(DEEP);
    await expect.poll(() => textOf(host, '.ways')).toContain('01 99 00 12 34');
  });

  test('without one that is enough, nothing is booked and the web team is told what to mend', async () => {
    const { host, events } = await booking('site="aix" procedure="sans-autre-moyen"');
    await title('Permis de chasser');
    expect(textOf(host)).toContain('Aucun autre moyen ne suffit');
    expect(textOf(host)).not.toContain('Continuer');
    expect(events).toEqual(['misconfigured']);
    await expectAccessible();
  });

  test('the page may give one, by the same rule', async () => {
    await booking(
      'site="aix" procedure="sans-autre-moyen"',
      { rules: manyRules.map((rule) => ({ ...rule, procedure: 'sans-autre-moyen' })) },
      '<p slot="other-way">Appelez le <a href="tel:+33199001234">01 99 00 12 34</a>, <time>de 9 h à 12 h</time>.</p>',
    );
    await title(/jour et l’heure/);
  });

  test('a surcharged number in the page is none', async () => {
    const { events } = await booking(
      'site="aix" procedure="sans-autre-moyen"',
      {},
      '<p slot="other-way"><a href="tel:0899001234">08 99 00 12 34</a> <time>de 9 h à 12 h</time></p>',
    );
    await title('Permis de chasser');
    expect(events).toEqual(['misconfigured']);
  });
});

describe('procedures that are booked elsewhere, or not at all', () => {
  test('the national service gets one link, and nothing is asked', async () => {
    const { host, fake } = await booking('site="aix" procedure="titre-de-sejour"');
    await title('Remise d’un titre de séjour');
    await expect.element(page.getByRole('link', { name: /service national/ })).toBeVisible();
    expect(host.shadowRoot?.querySelectorAll('input')).toHaveLength(0);
    expect(textOf(host)).toContain('Pièce d’identité');
    expect(textOf(host)).toContain('gratuit');
    expect(fake.calls).toEqual(['GET /sites', 'GET /procedures']);
    await expectAccessible();
  });

  test.each([
    ['naturalisation', 'convocation'],
    ['associations', 'par courrier ou par téléphone'],
  ])('%s says how it works', async (procedure, words) => {
    const { host } = await booking(`site="aix" procedure="${procedure}"`);
    await expect.poll(() => textOf(host)).toContain(words);
    expect(textOf(host)).toContain('Un autre moyen');
    await expectAccessible();
  });
});

describe('states', () => {
  test('no slot is free: what to do, and the other way', async () => {
    const { host } = await booking(DEEP, { rules: [] });
    await expect.poll(() => textOf(host)).toContain('Aucun créneau n’est libre');
    expect(textOf(host)).toContain('01 99 00 12 34');
    await expectAccessible();
  });

  test.each([
    ['offline', 'ne peut pas être joint'],
    ['nonsense', 'réponse inattendue'],
    ['too-many', 'Trop de demandes'],
  ] as const)(
    'the first call fails (%s): it says so, gives another way and can be tried again',
    async (kind, words) => {
      const failures = { 'GET /sites': [kind, kind, kind] };
      const { host } = await booking('', { failures }, '<p slot="other-way">Venez au guichet.</p>');
      await expect.poll(() => textOf(host)).toContain(words);
      await expect.element(page.getByText('Venez au guichet.')).toBeVisible();
      await expectAccessible();
      failures['GET /sites'].length = 0;
      await button('Réessayer').click();
      await title(/Choisir le site/);
    },
  );

  test('an answer that never comes is given up', async () => {
    const failures = { 'GET /sites': Array.from({ length: 9 }, () => 'never' as const) };
    const { host } = await booking('', { failures });
    await expectAccessible();
    host.timeout = 50;
    host.restart();
    await expect.poll(() => textOf(host)).toContain('trop de temps');
  });

  test('suspended by the page, it says so and shows what the page has', async () => {
    const { host, fake } = await booking('', {}, '<p>Repli</p>');
    const calls = fake.calls.length;
    host.disabled = true;
    await settled(host);
    expect(textOf(host)).toContain('momentanément suspendue');
    await expect.element(page.getByText('Repli')).toBeVisible();
    await expectAccessible();
    expect(fake.calls).toHaveLength(calls);
  });

  test('no site, no procedure', async () => {
    const { host } = await booking('', { sites: [] });
    await expect.poll(() => textOf(host)).toContain('Aucun site');
    const other = await booking('site="aix"', { procedures: [] });
    await expect.poll(() => textOf(other.host)).toContain('Aucune démarche');
    await expectAccessible();
  });

  test('an unknown site is told to the web team and the journey begins at its first step', async () => {
    const { events } = await booking('site="nowhere"');
    await title(/Choisir le site/);
    expect(events).toEqual(['misconfigured']);
  });

  test('off the network it says that nothing is lost', async () => {
    const { host } = await booking(DEEP);
    await title(/jour et l’heure/);
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    await expect.poll(() => textOf(host)).toContain('Vous êtes hors ligne');
  });
});

describe('an appointment opened by its link', () => {
  const START = '2026-11-26T09:00+01:00';
  const opened = async (start = START) => {
    const fake = new FakeBooking({ now: () => clock });
    const token = fake.booked(start);
    return { fake, ...(await shown(fake, `token="${token}"`)) };
  };

  test('is cancelled once the reader is sure', async () => {
    const { host, events, fake } = await opened();
    await title('Votre rendez-vous');
    await expectAccessible();
    await button('Annuler le rendez-vous').click();
    expect(await focused(host)).toBe('keep-it');
    await expectAccessible();
    await button('Non, le garder').click();
    await button('Annuler le rendez-vous').click();
    await button('Oui, annuler').click();
    await title('Rendez-vous annulé');
    expect(events).toEqual(['cancelled']);
    expect(fake.bookings.appointments[0]?.state).toBe('cancelled');
    expect(textOf(host)).not.toContain('Déplacer');
    expect(textOf(host)).toContain('Retirer de mon agenda');
  });

  test('is moved to another slot', async () => {
    const { host, events } = await opened();
    await title('Votre rendez-vous');
    await button('Déplacer').click();
    await title('Déplacer le rendez-vous');
    await radio('11 h 00').first().click();
    await button('Continuer').click();
    await button('Déplacer à cette heure').click();
    await title('Votre rendez-vous');
    expect(events).toEqual(['held', 'moved']);
    expect(textOf(host)).toContain('11 h 00');
  });

  test('another place of the slot that it has is not offered: going there would be no move', async () => {
    const rules = demoRules.map((rule) => ({ ...rule, capacity: 2 }));
    const fake = new FakeBooking({ now: () => clock, rules });
    const { host } = await shown(fake, `token="${fake.booked(START)}"`);
    await title('Votre rendez-vous');
    await button('Déplacer').click();
    await title('Déplacer le rendez-vous');
    await radio('9 h 30').first().click();
    const times = [...(host.shadowRoot?.querySelectorAll('input[type=radio]') ?? [])];
    expect(times.map((each) => each.getAttribute('value'))).not.toContain(START);
  });

  test('past, it can be neither moved nor cancelled', async () => {
    const { host } = await opened();
    clock = Date.parse('2026-11-27T08:00:00Z');
    host.restart();
    await expect.poll(() => textOf(host)).toContain('Ce rendez-vous est passé');
    expect(textOf(host)).not.toContain('Annuler');
  });

  test('that does not exist is said so, without another try', async () => {
    const { host } = await shown(new FakeBooking({ now: () => clock }), 'token="nothing"');
    await expect.poll(() => textOf(host, '[role=alert]')).toContain('introuvable');
    await expect.element(button('Réessayer')).not.toBeInTheDocument();
  });
});

describe('language', () => {
  test('English is complete, and what has no translation is marked as French', async () => {
    const { host } = await booking(`locale="en" ${DEEP}`);
    await title(/Step 3 of 5.*Choose the day and time/);
    expect(host.lang).toBe('en');
    expect(within(host, 'li [lang="fr"]').textContent).toContain('Justificatif');
    await expectAccessible();
  });

  test('the switch changes all, and what was chosen stays', async () => {
    const { host } = await booking(DEEP);
    await untilContact();
    await page.getByLabelText(/Nom et prénom/).fill('Camille');
    await button('English').click();
    await title(/Your contact details/);
    await expect.element(page.getByLabelText(/Full name/)).toHaveValue('Camille');
    expect(host.lang).toBe('en');
  });
});

describe('days and weeks', () => {
  const rule = manyRules[0];
  if (!rule) throw new Error('no rule');
  const everyDay = [
    { ...rule, weekdays: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '10:00', every: 30 },
  ] as typeof manyRules;

  test.each([
    ['25 October 2026', '2026-10-23T08:00:00Z', 'dimanche 25 octobre', '2026-10-25T09:00+01:00'],
    ['28 March 2027', '2027-03-26T08:00:00Z', 'dimanche 28 mars', '2027-03-28T09:00+02:00'],
  ])('the clocks change on %s: the day and the hour of the site are right', async (_, now, day, start) => {
    clock = Date.parse(now);
    const { host, fake } = await booking(DEEP, { rules: everyDay });
    await title(/jour et l’heure/);
    while (!textOf(host).includes(day)) await button('Jours suivants').click();
    await page.getByRole('group', { name: day }).getByRole('radio', { name: '9 h 00' }).click();
    await button('Continuer').click();
    await title(/Vos coordonnées/);
    expect(fake.bookings.holds[0]?.slot.start).toBe(start);
    expect(textOf(host, '.hold')).toContain('9 h 00');
  });

  test('the month is a grid that arrows walk, and a day without slots says so in words', async () => {
    const { host } = await booking(`${DEEP} view="month"`);
    await title(/jour et l’heure/);
    await expectAccessible();
    within(host, '[data-day="2026-11-24"]').focus();
    await press('{ArrowRight}');
    expect(await named(host)).toBe('mercredi 25 novembre 2026, 6 créneaux libres');
    await press('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(await named(host)).toBe('samedi 28 novembre 2026, Pas de disponibilité');
    expect(textOf(host, '.day')).toContain('Pas de disponibilité');
    await press('{PageDown}');
    expect(await named(host)).toMatch(/^lundi 28 décembre 2026/);
    await press('{Home}{ArrowUp}');
    expect(await named(host)).toMatch(/^lundi 21 décembre 2026/);
    // Not before today.
    await press('{PageUp}{PageUp}');
    expect(await named(host)).toMatch(/^mardi 24 novembre 2026/);
    await press('{Enter}');
    await page
      .getByRole('group', { name: 'mardi 24 novembre' })
      .getByRole('radio', { name: '10 h 30' })
      .click();
    await button('Continuer').click();
    await title(/Vos coordonnées/);
  });

  test('the next free slot is one click away', async () => {
    const { host } = await booking(DEEP);
    await button('Choisir ce créneau').click();
    expect(textOf(host, '.strong[role="status"]')).toBe('mardi 24 novembre 2026 à 10 h 00');
  });

  test('a slot beyond the days first asked for is found', async () => {
    const { host } = await booking(DEEP, { horizon: 120, rules: [{ ...rule, validFrom: '2027-03-01' }] });
    await expect.poll(() => textOf(host)).toContain('lundi 1er mars 2027 à 8 h 00');
    await expect.element(radio('8 h 00').first()).toBeVisible();
  });

  test('a narrow widget shows fewer days', async () => {
    const { host } = await booking(DEEP);
    await title(/jour et l’heure/);
    host.style.width = '320px';
    await expect.poll(() => host.shadowRoot?.querySelectorAll('.day').length).toBe(2);
    expect(host.scrollWidth).toBeLessThanOrEqual(320);
    host.style.width = '1000px';
    // Monday is past.
    await expect.poll(() => host.shadowRoot?.querySelectorAll('.day').length).toBe(4);
  });

  test('screen readers meet headings, groups and named hours', async () => {
    const { host } = await booking(DEEP, { rules: everyDay });
    await title(/jour et l’heure/);
    host.style.width = '320px';
    await expect.poll(() => host.shadowRoot?.querySelectorAll('.day').length).toBe(2);
    await expect.element(page.getByRole('group', { name: 'mercredi 25 novembre' }))
      .toMatchAriaInlineSnapshot(`
        - group "mercredi 25 novembre":
          - text: mercredi 25 novembre
          - radio "9 h 00"
          - text: 9 h 00
          - radio "9 h 30"
          - text: 9 h 30
      `);
  });
});

test('two thousand slots are shown at once', async () => {
  const { host } = await booking(DEEP, { rules: manyRules, horizon: 60 });
  await title(/jour et l’heure/);
  host.view = 'month';
  const before = performance.now();
  await settled(host);
  expect(performance.now() - before).toBeLessThan(200);
});

test('taken out of the page, it gives its place back; moved within it, it keeps all', async () => {
  const { host, fake } = await booking(DEEP);
  await untilContact();
  document.body.append(host);
  await settled(host);
  await title(/Vos coordonnées/);
  expect(fake.bookings.holds).toHaveLength(1);
  host.remove();
  await expect.poll(() => fake.bookings.holds.length).toBe(0);
});

test('one site is not asked for', async () => {
  await booking('', { sites: demoSites.slice(0, 1), procedures: demoProcedures });
  await title(/Choisir la démarche/);
});
