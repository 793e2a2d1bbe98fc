import type { FeedbackAnswer, FeedbackRequest } from '@qualepref/core';
import { expect, test } from 'vitest';
import { changeFeedback, feedbackOf, receive } from './feedback.ts';
import { onEachEngine } from './engines-fixture.ts';
import { complaint, post as send, solved } from './public-fixture.ts';
import { listFeedback } from './store/feedback-store.ts';

type Message = Omit<FeedbackRequest, 'proof' | 'website'>;

const message = (over: Partial<Message> = {}): Message => ({ ...complaint, ...over });

onEachEngine((trial) => {
  const ask = (path: string, init: RequestInit = {}) => trial.app.request(`/api/v1${path}`, init);
  const post = async (body: object, key: string = crypto.randomUUID()) =>
    send(
      trial.app,
      '/feedback',
      { ...body, proof: await solved(trial.app, 'feedback') },
      { 'idempotency-key': key },
    );

  const enter = (over: Partial<Message> = {}): Promise<FeedbackAnswer> =>
    trial.world.store.db
      .transaction()
      .execute((tx) => receive(trial.world, tx, message(over), { enteredBy: 'public', channel: 'website' }));

  const change = (reference: string, what: Parameters<typeof changeFeedback>[3]) =>
    trial.world.store.db.transaction().execute((tx) => changeFeedback(trial.world, tx, reference, what));

  test('a signed complaint is acknowledged with its reference, its due date and the service in charge', async () => {
    const response = await post(message());
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      reference: expect.stringMatching(/^VAL-2611-[2-9A-Z]{7}$/) as string,
      token: expect.stringMatching(/^[\w-]{43}$/) as string,
      receivedOn: '2026-11-25',
      due: '2026-12-09',
      service: {
        name: 'Mission qualité',
        address: '1 place de la République, 99000 Valmont',
        email: 'qualite@exemple.gouv.fr',
        phone: '01 99 00 12 36',
      },
    });
    const jobs = await trial.world.store.boss.fetch('mail', { batchSize: 10 });
    expect(jobs.map(({ data }) => (data as { kind: string }).kind)).toEqual(['feedback-received']);
  });

  test('a day is that of the site: overseas it may be tomorrow already', async () => {
    trial.clock.set('2026-11-25T21:00:00Z');
    expect((await enter({ site: 'rives' })).receivedOn).toBe('2026-11-26');
    expect((await enter()).receivedOn).toBe('2026-11-25');
    trial.clock.set('2026-11-25T08:00:00Z');
  });

  test('an anonymous complaint has no due date, and says why', async () => {
    const { name: _, replyTo: __, ...anonymous } = message();
    expect(await (await post(anonymous)).json()).toMatchObject({ due: null, reason: 'anonymous' });
    expect(await trial.world.store.boss.fetch('mail')).toEqual([]);
  });

  test('a complaint goes to the service in charge, a plain request on to it', async () => {
    const steps = async (over: Partial<Message>) =>
      (await feedbackOf(trial.world.store.db, (await enter(over)).reference)).feedback.history.map(
        ({ state, service }) => (service === undefined ? state : `${state} ${service}`),
      );
    expect(await steps({})).toEqual(['received', 'acknowledged', 'assigned qualite']);
    expect(await steps({ kind: 'request' })).toEqual(['received', 'acknowledged', 'forwarded qualite']);
  });

  test('the first owner that fits a site and a theme is in charge', async () => {
    const { settings } = trial.world;
    const server = {
      ...settings.server,
      feedbackOwners: [
        { site: 'rives', theme: 'attente', service: 'titres' },
        { site: undefined, theme: 'courrier', service: 'titres' },
      ],
    };
    const world = { ...trial.world, settings: { ...settings, server } };
    const chosen = (over: Partial<Message>) =>
      trial.world.store.db.transaction().execute(async (tx) => {
        const told = await receive(world, tx, message(over), { enteredBy: 'public', channel: 'website' });
        return told.service?.name;
      });
    expect(await chosen({ site: 'rives' })).toBe('Bureau des titres');
    expect(await chosen({ site: 'valmont' })).toBe('Mission qualité');
    expect(await chosen({ theme: 'courrier' })).toBe('Bureau des titres');
  });

  test('the same try sent again makes one row and gets the same answer; another text with its key is refused', async () => {
    const key = crypto.randomUUID();
    const body = { ...message(), proof: await solved(trial.app, 'feedback') };
    const again = (text: string = body.text) =>
      send(trial.app, '/feedback', { ...body, text }, { 'idempotency-key': key });
    const answers = await Promise.all(Array.from({ length: 8 }, async () => (await again()).text()));
    expect(new Set(answers).size).toBe(1);
    expect(await listFeedback(trial.world.store.db)).toHaveLength(1);
    expect((await again('Autre chose.')).status).toBe(400);
  });

  test.each([
    ['a site that is not ours', { site: 'ailleurs' }, 'site'],
    ['a theme that is not offered', { theme: 'ailleurs' }, 'theme'],
  ])('%s is refused beside its field, and the challenge stays good', async (_, over, field) => {
    const body = { ...message(over), proof: await solved(trial.app, 'feedback') };
    const again = (what: object) => send(trial.app, '/feedback', { ...what, proof: body.proof });
    const refused = await again(body);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ code: 'invalid', errors: [{ path: [field] }] });
    expect((await again(message())).status).toBe(201);
  });

  test('what a robot fills in is refused, and so is a text that PostgreSQL cannot keep', async () => {
    expect((await post({ ...message(), website: 'https://exemple.fr' })).status).toBe(400);
    expect((await post(message({ text: 'a\0b' }))).status).toBe(400);
    expect((await post(message({ text: 'a\uD800b' }))).status).toBe(201);
  });

  test('who holds reference and token is told where it stands; one without the other tells nothing', async () => {
    const [one, two] = [await enter(), await enter()];
    const status = await ask(`/feedback/${one.reference}?token=${one.token}`);
    expect(await status.json()).toMatchObject({ state: 'assigned', due: '2026-12-09', kind: 'complaint' });
    for (const path of [
      `/feedback/${one.reference}?token=${two.token}`,
      `/feedback/${one.reference}?token=${one.token.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
      `/feedback/VAL-2611-2222222?token=${one.token}`,
    ])
      expect((await ask(path)).status).toBe(404);
    expect((await ask(`/feedback/${one.reference}`)).status).toBe(400);
  });

  test('an answer keeps its history, is sent, and shows in the status', async () => {
    const { reference, token } = await enter();
    trial.clock.set('2026-11-30T08:00:00Z');
    await change(reference, { to: 'answered', by: 'Bureau', answer: 'Deux guichets de plus.' });
    trial.clock.set('2026-11-25T08:00:00Z');
    const kept = await feedbackOf(trial.world.store.db, reference);
    expect(kept.answer).toBe('Deux guichets de plus.');
    expect(kept.feedback.history).toHaveLength(4);
    const status = await ask(`/feedback/${reference}?token=${token}`);
    expect(await status.json()).toMatchObject({ state: 'answered', answeredOn: '2026-11-30' });
    const jobs = await trial.world.store.boss.fetch('mail', { batchSize: 10 });
    expect(jobs.map(({ data }) => (data as { kind: string }).kind).sort()).toEqual([
      'feedback-answered',
      'feedback-received',
    ]);
  });

  test('a change that core’s rules do not let happen is refused and changes nothing', async () => {
    const { reference } = await enter();
    await expect(
      change(reference, { to: 'forwarded', by: 'Bureau', service: 'titres' }),
    ).rejects.toMatchObject({ code: 'invalid' });
    await expect(change('VAL-2611-2222222', { to: 'answered', by: 'Bureau' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await change(reference, { kind: 'suggestion', by: 'Référent', note: 'Une idée' });
    expect((await feedbackOf(trial.world.store.db, reference)).feedback.kind).toBe('suggestion');
  });

  test('a letter can be entered later than it came, never before', async () => {
    const letter = (receivedOn: string) =>
      trial.world.store.db.transaction().execute((tx) =>
        receive(trial.world, tx, message({ replyTo: { postal: '1 rue de l’Exemple' } }), {
          ...{ enteredBy: 'agent', channel: 'letter', receivedOn, by: 'agent' },
        }),
      );
    const { reference, due } = await letter('2026-11-20');
    expect(due).toBe('2026-12-04');
    const { feedback } = await feedbackOf(trial.world.store.db, reference);
    // Nobody has told them yet.
    expect(feedback.history.map(({ state }) => state)).toEqual(['received', 'assigned']);
    await expect(letter('2026-11-26')).rejects.toMatchObject({ code: 'invalid' });
  });

  test('a list is narrowed to sites, services, states and days', async () => {
    await enter();
    await enter({ site: 'rives', kind: 'request' });
    const list = async (query: Parameters<typeof listFeedback>[1]) =>
      (await listFeedback(trial.world.store.db, query)).map(({ feedback }) => feedback.site);
    expect(await list({ sites: ['rives'] })).toEqual(['rives']);
    expect(await list({ sites: [] })).toEqual([]);
    expect(await list({ states: ['assigned'], service: 'qualite' })).toEqual(['valmont']);
    expect(await list({ from: '2026-11-26' })).toEqual([]);
    expect(await list({ from: '2026-11-25', to: '2026-11-25' })).toHaveLength(2);
  });

  test('the form offers sites, themes, services that can be reached, and the days that count', async () => {
    expect(await (await ask('/feedback/form?site=rives')).json()).toMatchObject({
      sites: [{ id: 'rives', timeZone: 'Indian/Reunion' }],
      services: [{ id: 'qualite', name: 'Mission qualité', phone: '01 99 00 12 36' }, { id: 'titres' }],
      delay: { amount: 10, unit: 'ouvres' },
      calendars: { rives: { zone: 'reunion', closings: [] } },
      privacy: { controller: 'Préfet d’Exemple', keptMonths: 24 },
    });
    expect((await ask('/feedback/form?site=ailleurs')).status).toBe(404);
  });
});
