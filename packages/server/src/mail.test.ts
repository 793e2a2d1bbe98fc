import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMailer, MailRefused, type Letter } from './mail.ts';
import { startSmtp, type Smtp } from './smtp-fixture.ts';

let smtp: Smtp;
let folder: string;
beforeAll(async () => {
  smtp = await startSmtp();
  folder = mkdtempSync(join(tmpdir(), 'qualepref-mail-'));
});
afterAll(async () => {
  await smtp.close();
  rmSync(folder, { recursive: true });
});

const letter = (differs: Partial<Letter> = {}): Letter => ({
  id: `<${randomUUID()}@exemple.gouv.fr>`,
  from: { name: 'Préfecture d’Exemple', address: 'rdv@exemple.gouv.fr' },
  to: 'claude.exemple@courriel.example',
  date: new Date('2026-11-25T08:00:00Z'),
  language: 'fr',
  subject: 'Votre rendez-vous est confirmé',
  text: 'Bonjour,\n',
  html: '<p>Bonjour,</p>',
  ...differs,
});
const ready = () => Promise.resolve();

test('a message is taken whole, in both forms, with its calendar file', async () => {
  const sent = letter({ event: { method: 'PUBLISH', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' } });
  await createMailer(smtp.url, folder).deliver(sent, ready);
  const [message] = smtp.messages.splice(0);
  expect(message).toMatchObject({
    messageId: sent.id,
    subject: 'Votre rendez-vous est confirmé',
    date: new Date('2026-11-25T08:00:00Z'),
  });
  expect(message?.from?.text).toBe('"Préfecture d’Exemple" <rdv@exemple.gouv.fr>');
  expect(message?.text?.trim()).toBe('Bonjour,');
  expect(message?.html).toContain('<p>Bonjour,</p>');
  expect(message?.headers.get('auto-submitted')).toBe('auto-generated');
  const [event] = message?.attachments ?? [];
  expect(event).toMatchObject({ filename: 'rendez-vous.ics', contentType: 'text/calendar' });
  expect(event?.content.toString()).toContain('BEGIN:VCALENDAR');
});

test('an address that is refused for good is told apart from one that may be taken later', async () => {
  const mailer = createMailer(smtp.url, folder);
  smtp.answers.push({ at: 'recipient', code: 550 });
  await expect(mailer.deliver(letter(), ready)).rejects.toThrow(MailRefused);
  smtp.answers.push({ at: 'recipient', code: 450 });
  await expect(mailer.deliver(letter(), ready)).rejects.not.toThrow(MailRefused);
  smtp.answers.push({ at: 'message', code: 554 });
  await expect(mailer.deliver(letter(), ready)).rejects.toThrow(MailRefused);
  smtp.answers.push({ at: 'message', code: 452 });
  await expect(mailer.deliver(letter(), ready)).rejects.not.toThrow(MailRefused);
  expect(smtp.messages).toEqual([]);
});

test('nothing leaves before the sender says so, and only once the server is ready', async () => {
  const mailer = createMailer(smtp.url, folder);
  smtp.answers.push({ at: 'recipient', code: 450 });
  let asked = 0;
  const count = () => Promise.resolve(void (asked += 1));
  await expect(mailer.deliver(letter(), count)).rejects.toThrow();
  expect(asked).toBe(0);
  const no = () => Promise.reject(new Error('no'));
  await expect(mailer.deliver(letter(), no)).rejects.toThrow('no');
  expect(smtp.messages).toEqual([]);
});

test('a server that is not there is one that may be there later', async () => {
  const mailer = createMailer('smtp://127.0.0.1:1', folder);
  await expect(mailer.deliver(letter(), ready)).rejects.not.toThrow(MailRefused);
});

test('a line of a subject cannot begin another header', async () => {
  await createMailer(smtp.url, folder).deliver(
    letter({ subject: 'Rendez-vous\r\nBcc: autre@courriel.example' }),
    ready,
  );
  const [message] = smtp.messages.splice(0);
  expect(message?.bcc).toBeUndefined();
  expect(message?.subject).toContain('Rendez-vous');
});

test('without a server, messages are written as files that only their owner reads', async () => {
  await createMailer(undefined, folder).deliver(letter({ id: '<un@exemple.gouv.fr>' }), ready);
  expect(readdirSync(folder)).toEqual(['un_exemple_gouv_fr.eml']);
  expect(statSync(join(folder, 'un_exemple_gouv_fr.eml')).mode & 0o077).toBe(0);
  expect(readFileSync(join(folder, 'un_exemple_gouv_fr.eml'), 'utf8')).toContain('To: claude.exemple@');
});
