import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { cancelAppointment } from './booking.ts';
import { changeFeedback } from './feedback.ts';
import { createMailer, type Mailer } from './mail.ts';
import { onEachEngine } from './engines-fixture.ts';
import type { MailJob } from './queue.ts';
import { sendMail } from './send-mail.ts';
import { visitorOf } from './plain-fixture.ts';
import { startSmtp, type Smtp } from './smtp-fixture.ts';
import type { Tx } from './store/database.ts';
import { book, complain, openMornings, waiting } from './work-fixture.ts';

let smtp: Smtp;
let mailer: Mailer;
beforeAll(async () => {
  smtp = await startSmtp();
  mailer = createMailer(smtp.url, 'unused');
});
afterEach(() => {
  smtp.messages.length = 0;
  smtp.answers.length = 0;
});
afterAll(() => smtp.close());

onEachEngine((trial) => {
  const email = 'camille@courriel.example';
  const start = '2026-12-01T09:30+01:00';
  beforeEach(() => openMornings(trial.world));

  const send = (job: MailJob) => sendMail(trial.world, mailer, job);
  const sendAll = async () => {
    for (const job of await waiting(trial.world, 'mail')) await send(job);
    return smtp.messages;
  };
  const states = async () =>
    (await trial.world.store.db.selectFrom('sent_mail').select('state').execute()).map(({ state }) => state);
  const change = (work: (tx: Tx) => Promise<unknown>) => trial.world.store.db.transaction().execute(work);

  test('a booking is confirmed in French, with its place in a calendar and the link to cancel it', async () => {
    const { reference } = await book(trial.world, { start, email });
    const [message] = await sendAll();
    expect(message?.subject).toBe(`Votre rendez-vous est confirmé (${reference})`);
    expect(message?.text).toContain('mardi 1er décembre 2026 à 9\u00a0h\u00a030');
    expect(message?.text).toContain('Titre de séjour');
    expect(message?.text).toContain('- Passeport');
    expect(message?.text).toMatch(/https:\/\/rdv\.exemple\.gouv\.fr\/rendez-vous#[\w-]{40,}/);
    expect(message?.html).toContain('<html lang="fr">');
    const event = message?.attachments[0]?.content.toString();
    expect(event).toContain('DTSTART:20261201T083000Z');
    expect(event).toContain('METHOD:PUBLISH');
  });

  test('what it is about is neither in the subject nor in the calendar', async () => {
    await book(trial.world, { start, email });
    const [message] = await sendAll();
    expect(message?.subject).not.toMatch(/séjour/i);
    expect(message?.attachments[0]?.content.toString()).not.toMatch(/séjour|passeport/i);
  });

  test('somebody who booked in English is written to in English', async () => {
    await book(trial.world, { start, email, language: 'en' });
    const [message] = await sendAll();
    expect(message?.subject).toMatch(/^Your appointment is confirmed/);
    expect(message?.text).toContain('Tuesday 1 December 2026 at 9:30');
    expect(message?.html).toContain('<html lang="en">');
    expect(message?.text).not.toMatch(/[«»]|Bonjour/);
  });

  test('a cancelled appointment takes its event away, and its confirmation is not sent any more', async () => {
    const { id } = await book(trial.world, { start, email });
    await change((tx) => cancelAppointment(trial.world, tx, id));
    const messages = await sendAll();
    expect(messages.map(({ subject }) => subject?.slice(0, 28))).toEqual(['Votre rendez-vous est annulé']);
    const event = messages[0]?.attachments[0]?.content.toString();
    expect(event).toContain('METHOD:CANCEL');
    expect(event).toContain('SEQUENCE:1');
    expect((await states()).sort()).toEqual(['dropped', 'sent']);
  });

  test('a complaint is acknowledged with its due date, then answered', async () => {
    const reference = await complain(trial.world, { email });
    const answer = { to: 'answered', by: 'référent', answer: 'Nous ouvrons un guichet de plus.' } as const;
    await change((tx) => changeFeedback(trial.world, tx, reference, answer));
    const [received, answered] = await sendAll();
    expect(received?.subject).toContain(reference);
    expect(received?.text).toContain('au plus tard le 9 décembre 2026');
    expect(received?.text).not.toContain('deux heures');
    expect(answered?.text).toContain('> Nous ouvrons un guichet de plus.');
    expect(answered?.references).toBeUndefined();
  });

  test.each([
    {
      language: 'fr',
      code: 'Code de suivi',
      state: 'confié à un service',
      label: 'Voir où en est votre message',
    },
    {
      language: 'en',
      code: 'Follow-up code',
      state: 'given to a service',
      label: 'See where your message stands',
    },
  ] as const)(
    'the acknowledgement gives in $language what the message is followed by',
    async ({ language, code, label, state }) => {
      const reference = await complain(trial.world, { email, language });
      const [message] = await sendAll();
      const text = message?.text ?? '';
      const token = new RegExp(`${code} : ([\\w-]{43})$`, 'm').exec(text)?.[1] ?? '';
      const link = new RegExp(`${label} :\\s+(\\S+)`).exec(text)?.[1] ?? '';
      expect(message?.subject).not.toContain(token);
      expect(link).not.toContain(token);
      expect(message?.html).toContain(token);
      const { pathname, search } = new URL(link);
      const { open, send: fill, filled } = visitorOf(trial);
      const shown = await open(`${pathname}${search}`);
      expect(shown.page('#reference').val()).toBe(reference);
      const followed = await fill(pathname, { ...filled(shown), code: token });
      expect(followed.page('dd').text()).toContain(state);
      const kept = await trial.world.store.db.selectFrom('feedback').selectAll().execute();
      expect(JSON.stringify(kept)).not.toContain(token);
      expect(JSON.stringify(await waiting(trial.world, 'mail'))).not.toContain(token);
    },
  );

  test('what a person wrote is text in both forms', async () => {
    const reference = await complain(trial.world, { email });
    const answer = { to: 'answered', by: 'référent', answer: '<img src=x onerror=alert(1)>' } as const;
    await change((tx) => changeFeedback(trial.world, tx, reference, answer));
    const [, answered] = await sendAll();
    expect(answered?.html).not.toContain('<img');
  });

  test('the same job again sends nothing again', async () => {
    await book(trial.world, { start, email });
    const [job] = await waiting(trial.world, 'mail');
    if (!job) throw new Error('no job');
    await send(job);
    await send(job);
    expect(smtp.messages).toHaveLength(1);
  });

  test('two workers with the same job send one message', async () => {
    await book(trial.world, { start, email });
    const [job] = await waiting(trial.world, 'mail');
    if (!job) throw new Error('no job');
    await Promise.allSettled([send(job), send(job), send(job)]);
    expect(smtp.messages).toHaveLength(1);
    expect(await states()).toEqual(['sent']);
  });

  test('what is refused for now is sent later under the same name, what is refused for good is not', async () => {
    await book(trial.world, { start, email });
    const [job] = await waiting(trial.world, 'mail');
    if (!job) throw new Error('no job');
    smtp.answers.push({ at: 'recipient', code: 450 }, { at: 'message', code: 451 });
    await expect(send(job)).rejects.toThrow();
    await expect(send(job)).rejects.toThrow();
    expect(await states()).toEqual(['waiting']);
    smtp.answers.push({ at: 'message', code: 550 });
    await send(job);
    expect(await states()).toEqual(['refused']);
    await send(job);
    expect(smtp.messages).toEqual([]);
  });

  test('a message that began to leave when its worker died is not sent twice', async () => {
    await book(trial.world, { start, email });
    const [job] = await waiting(trial.world, 'mail');
    if (!job) throw new Error('no job');
    const dies: Mailer = {
      deliver: async (letter, beforeHanding) => {
        await mailer.deliver(letter, beforeHanding);
        await new Promise(() => undefined);
      },
    };
    void sendMail(trial.world, dies, job);
    await expect.poll(() => smtp.messages.length).toBe(1);
    await send(job);
    expect(smtp.messages).toHaveLength(1);
    expect(trial.lines.join()).toContain('mail-uncertain');
  });

  test('somebody who was erased meanwhile is sent nothing', async () => {
    await book(trial.world, { start, email });
    await trial.world.store.db.updateTable('appointment').set({ email: null }).execute();
    expect(await sendAll()).toEqual([]);
    expect(await states()).toEqual(['dropped']);
  });

  test('nothing that a message says of a person is in the log or in the queue', async () => {
    await book(trial.world, { start, email });
    await complain(trial.world, { email });
    const jobs = JSON.stringify(await waiting(trial.world, 'mail'));
    await sendAll();
    expect(smtp.messages).toHaveLength(2);
    for (const told of [jobs, trial.lines.join()]) expect(told).not.toMatch(/camille|courriel\.example/i);
  });
});
