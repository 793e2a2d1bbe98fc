import { beforeEach, expect, test } from 'vitest';
import { NINE, openNow, TEN } from './booking-fixture.ts';
import { plainRoutes } from './pages/plain-pages.ts';
import { onEachEngine } from './engines-fixture.ts';
import { visitorOf, type Shown } from './plain-fixture.ts';
import { exampleResults } from './results-fixture.ts';
import { listFeedback } from './store/feedback-store.ts';

const BOOKING = '/rendez-vous/simple';
const FEEDBACK = '/reclamations/simple';

onEachEngine((trial) => {
  beforeEach(() => openNow(trial.world));

  const { open, send, filled, confirmationLink } = visitorOf(trial);

  const anonymous = { kind: 'complaint', site: 'valmont', theme: 'attente', text: 'Deux heures d’attente.' };
  const contact = { name: 'Awa Exemple', email: 'awa@exemple.fr' };

  async function booked(): Promise<Shown> {
    const form = await open(
      `${BOOKING}?site=valmont&procedure=titre-de-sejour&start=${encodeURIComponent(NINE)}`,
    );
    await send(BOOKING, { ...filled(form), ...contact });
    const link = await confirmationLink();
    return send(link, filled(await open(link)));
  }

  test('an anonymous complaint is received at once, and a reload does not send it again', async () => {
    const fields = { ...filled(await open(FEEDBACK)), ...anonymous };
    const first = await send(FEEDBACK, fields);
    expect(first.title).toBe('Votre réclamation est reçue');
    const again = await send(FEEDBACK, fields);
    expect(again.page('dd').first().text()).toBe(first.page('dd').first().text());
    expect(await listFeedback(trial.world.store.db)).toHaveLength(1);
  });

  test('a signed complaint waits for the link that its address is sent, and a GET of the link does nothing', async () => {
    const fields = { ...filled(await open(FEEDBACK)), ...anonymous, ...contact };
    expect((await send(FEEDBACK, fields)).title).toBe('Encore une étape : votre courriel');
    expect(await listFeedback(trial.world.store.db)).toEqual([]);
    const link = await confirmationLink();
    const button = await open(link);
    expect(await listFeedback(trial.world.store.db)).toEqual([]);
    const once = filled(button);
    const receipt = await send(link, once);
    expect(receipt.page('dd').text()).toContain('9 décembre 2026');
    // A reload says the same, another visit finds nothing more.
    expect((await send(link, once)).title).toBe(receipt.title);
    expect((await open(link)).page('main').text()).toContain('ne vaut plus');
    expect(await listFeedback(trial.world.store.db)).toHaveLength(1);
  });

  test('an English page says which of its words are French', async () => {
    const { page } = await open(`${BOOKING}?locale=en`);
    expect(page('main a [lang=fr]').first().text()).toBe('Préfecture d’Exemple');
    const form = await open(`${FEEDBACK}?locale=en`);
    expect(form.page('#site option[value=valmont]').attr('lang')).toBe('fr');
    expect(form.page('#theme option[lang=fr]')).toHaveLength(0);
  });

  test('what waits longer than a quarter of an hour is not done', async () => {
    await send(FEEDBACK, { ...filled(await open(FEEDBACK)), ...anonymous, ...contact });
    const link = await confirmationLink();
    const fields = filled(await open(link));
    trial.clock.pass(15 * 60_000);
    expect((await send(link, fields)).page('main').text()).toContain('ne vaut plus');
    expect(await listFeedback(trial.world.store.db)).toEqual([]);
  });

  test('what is wrong is said first, then beside its field, and nothing that was typed is lost', async () => {
    const fields = {
      ...filled(await open(`${FEEDBACK}?locale=en`)),
      ...anonymous,
      theme: '',
      email: 'nobody',
    };
    const { status, page } = await send(FEEDBACK, fields);
    expect(status).toBe(422);
    expect(page('html').attr('lang')).toBe('en');
    expect(page('title').text()).toMatch(/^Error – /);
    expect(
      page('.wrong[autofocus] a')
        .toArray()
        .map((each) => page(each).attr('href')),
    ).toEqual([...['#theme', '#name', '#email']]);
    for (const name of ['theme', 'name', 'email']) {
      expect(page(`#${name}`).attr('aria-invalid')).toBe('true');
      expect(page(`#${name}`).attr('aria-describedby')).toContain(`${name}-error`);
      expect(page(`#${name}-error`).text().trim()).toMatch(/^Error: /);
    }
    expect(page('#text').val()).toContain(anonymous.text);
    expect(page('#email').val()).toBe('nobody');
    expect(page('#site option[selected]').val()).toBe('valmont');
    expect(page('[name=kind][checked]').val()).toBe('complaint');
  });

  test.each([
    ['too quickly', { wait: 0 }, {}],
    ['hours later', { wait: 3 * 60 * 60_000 }, {}],
    ['with the hidden field', { wait: 5000 }, { website: 'https://exemple.fr' }],
    ['with a stamp that is not ours', { wait: 5000 }, { cle: 'a.b.c' }],
  ])('a form sent %s is shown again, as it was', async (_, { wait }, more) => {
    const form = await open(FEEDBACK);
    const fields = { ...filled(form), ...anonymous, ...more };
    trial.clock.pass(wait - 5000);
    const again = await send(FEEDBACK, fields);
    expect(again.status).toBe(422);
    expect(again.page('#text').val()).toContain(anonymous.text);
    const second = { ...filled(again), website: '' };
    expect((await send(FEEDBACK, second)).title).toBe('Votre réclamation est reçue');
  });

  test('one form is good for one message, and one network for five in ten minutes', async () => {
    const fields = { ...filled(await open(FEEDBACK)), ...anonymous };
    await send(FEEDBACK, fields);
    expect((await send(FEEDBACK, { ...fields, text: 'Autre chose.' })).status).toBe(403);
    const statuses: number[] = [];
    for (let at = 0; at < 5; at += 1)
      statuses.push((await send(FEEDBACK, { ...filled(await open(FEEDBACK)), ...anonymous })).status);
    expect(statuses.slice(-2)).toEqual([200, 429]);
  });

  test('a place is booked step by step, and confirmed by the link that was sent', async () => {
    const steps = [BOOKING];
    for (const text of ['Préfecture d’Exemple', 'Titre de séjour', '9\u00A0h\u00A030']) {
      const { page } = await open(steps.at(-1) ?? '');
      const link = page('main a')
        .filter((_, each) => page(each).text().trim() === text)
        .first();
      steps.push(link.attr('href') ?? text);
      expect(page('main').text()).toContain('gratuit');
    }
    const form = await open(steps.at(-1) ?? '');
    expect(form.page('main').text()).toMatch(/jeudi 26 novembre 2026 à 9\sh\s30/);
    expect(form.page('main').text()).toContain('1 place de la République');
    expect((await send(BOOKING, { ...filled(form), ...contact })).title).toContain('Encore une étape');
    const link = await confirmationLink();
    const done = await send(link, filled(await open(link)));
    expect(done.title).toBe('Votre rendez-vous est pris');
    expect(done.page('dd').first().text()).toMatch(/^VAL-2611-/);
  });

  test('an appointment is moved, then cancelled, by buttons only', async () => {
    const shown = await send(`${BOOKING}/gerer`, filled(await booked()));
    expect(shown.page('main').text()).toContain('Annuler ce rendez-vous');
    const [toSlots, toCancel] = ['form:has([value=slots])', 'form:has([value=cancel])'];
    const slots = await send(`${BOOKING}/gerer`, filled(shown, toSlots));
    const chosen = { ...filled(slots, 'form:has([value=move])'), start: TEN };
    const moved = await send(`${BOOKING}/gerer`, chosen);
    expect(moved.page('dd').text()).toMatch(/10\sh\s00/);
    expect((await send(`${BOOKING}/gerer`, chosen)).page('dd').text()).toMatch(/10\sh\s00/);
    const cancelled = await send(`${BOOKING}/gerer`, filled(shown, toCancel));
    expect(cancelled.title).toBe('Votre rendez-vous est annulé');
  });

  test('a link that opens no appointment is said beside its field', async () => {
    const { status, page } = await send(`${BOOKING}/gerer`, { link: 'https://exemple.fr/#rien' });
    expect(status).toBe(422);
    expect(page('#link').val()).toBe('https://exemple.fr/#rien');
    expect(page('#link-error').text()).toContain('copiez-le en entier');
  });

  test('a procedure that is booked elsewhere says how', async () => {
    const { page } = await open(`${BOOKING}?site=valmont&procedure=naturalisation`);
    expect(page('main').text()).toContain('convocation');
    expect(page('form')).toHaveLength(0);
  });

  test('results are a table in which every figure is text', async () => {
    expect((await open('/resultats/simple')).page('main').text()).toContain('Aucun résultat');
    await trial.world.store.db
      .insertInto('publication')
      .values({
        ...{ published_at: trial.clock.now(), account: null, etag: 'a' },
        results: JSON.stringify(exampleResults),
      })
      .execute();
    const { page } = await open('/resultats/simple?locale=en');
    const cells = page('td')
      .toArray()
      .map((each) => page(each).text().trim());
    expect(cells.slice(0, 5)).toEqual([
      'October 2026',
      '94% (target met)',
      '90%',
      '80% (September 2026)',
      '50',
    ]);
    expect(cells).toContain('follow-up suspended');
  });

  test('every page can stand in the frames that are listed, and runs nothing', async () => {
    for (const { method, path } of plainRoutes) {
      const response = await trial.app.request(path.replace(':token', 'x'), { method: method.toUpperCase() });
      expect(response.status, path).toBeLessThan(500);
      expect(response.headers.get('content-security-policy')).toBe(
        "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors https://www.exemple.gouv.fr; style-src 'self'; img-src 'self'",
      );
      expect(response.headers.get('x-frame-options')).toBeNull();
      expect(response.headers.get('cache-control')).toBe('no-store');
      const text = await response.text();
      expect(text).not.toMatch(/<script|\son\w+=|javascript:|\sstyle="/i);
    }
  });

  test('what is typed is shown as it was typed, and is no markup', async () => {
    const text = '</textarea><img src=x onerror=alert(1)>"\'&amp;';
    const { page } = await send(FEEDBACK, { text, email: '"><b>', locale: 'fr', site: '"><i>' });
    expect(page('#text').val()).toContain(text);
    expect(page('img, b, i')).toHaveLength(0);
  });
});
