import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

/** A message ready to leave. */
export interface Letter {
  /** `<…@host>`; the same at each try, so that a mailbox that gets it twice keeps one. */
  readonly id: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly date: Date;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** A calendar file. */
  readonly event?: { readonly method: 'PUBLISH' | 'CANCEL'; readonly content: string };
}

/** What takes messages away. */
export interface Mailer {
  /**
   * @param letter what to hand over
   * @param beforeHanding is waited for once the other side is ready, before the first byte of the message
   * @throws MailRefused when the other side will never take this message; any other error when it may later
   */
  readonly deliver: (letter: Letter, beforeHanding: () => Promise<void>) => Promise<void>;
}

/** The message will not be taken, now or later: the address does not exist, or refuses it. */
export class MailRefused extends Error {
  constructor(code: number) {
    super(`refused with ${String(code)}`);
    this.name = 'MailRefused';
  }
}

/** All the bytes have left, and the answer never came: nobody knows whether the message was taken. */
export class MailUncertain extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'MailUncertain';
  }
}

/** Milliseconds; what a server does before it takes a message (RFC 5321 gives it ten minutes) is waited for. */
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 600_000 };

/** Sends through the server of `SMTP_URL`; without one, writes messages into a folder. */
export function createMailer(smtpUrl: string | undefined, folder: string): Mailer {
  return smtpUrl === undefined
    ? { deliver: (letter, before) => write(letter, before, folder) }
    : smtp(smtpUrl);
}

async function write(letter: Letter, beforeHanding: () => Promise<void>, folder: string): Promise<void> {
  const bytes = await compose(letter);
  await beforeHanding();
  // Messages hold names and links: nobody else on the machine reads them.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = letter.id.replace(/[^\w-]+/g, '_').replace(/^_+|_+$/g, '');
  const path = join(folder, `${name}.eml`);
  writeFileSync(`${path}.part`, bytes, { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

function smtp(url: string): Mailer {
  const options = { ...PATIENCE, ...parseConnectionUrl(url) };
  return {
    deliver: async (letter, beforeHanding) => {
      const bytes = await compose(letter);
      const connection = new SMTPConnection(options);
      try {
        await connect(connection);
        if (options.auth) await logIn(connection, options.auth);
        await hand(connection, letter, bytes, beforeHanding);
      } finally {
        connection.close();
      }
    },
  };
}

function connect(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    // It may say more than one error: each has a listener, or the process would end.
    connection.on('error', reject);
    connection.on('end', () => reject(new Error('The mail server closed the connection.')));
    connection.connect(() => resolve());
  });
}

function logIn(connection: SMTPConnection, auth: SMTPConnection.AuthenticationType): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.login(auth, (error) => (error ? reject(error) : resolve()));
  });
}

function hand(
  connection: SMTPConnection,
  { from, to }: Letter,
  bytes: Buffer,
  beforeHanding: () => Promise<void>,
): Promise<void> {
  let isWhole = false;
  async function* content(): AsyncGenerator<Buffer> {
    // Asked for only once the server said that it is ready for the message.
    await beforeHanding();
    yield bytes;
    isWhole = true;
  }
  return new Promise((resolve, reject) => {
    const fail = (error: SMTPConnection.SMTPError | null): void => {
      if (isFinal(error)) return reject(new MailRefused(error?.responseCode ?? 0));
      reject(
        isWhole && error?.responseCode === undefined ? new MailUncertain(error) : (error ?? new Error()),
      );
    };
    connection.on('error', fail);
    connection.on('end', () => fail(null));
    connection.send({ from: from.address, to: [to] }, Readable.from(content()), (error) =>
      error ? fail(error) : resolve(),
    );
  });
}

/** Whether it is this message that is refused for good; a refusal of ourselves can be mended. */
function isFinal(error: SMTPConnection.SMTPError | null): boolean {
  const { responseCode = 0, command = '' } = error ?? {};
  return responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
}

function compose({ id, from, to, date, language, subject, text, html, event }: Letter): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    new MailComposer({
      ...{ messageId: id, from, to, date, subject, text, html },
      headers: {
        'Content-Language': language,
        // No automatic answer is wanted (RFC 3834).
        'Auto-Submitted': 'auto-generated',
      },
      ...(event
        ? {
            attachments: [
              {
                filename: 'rendez-vous.ics',
                content: event.content,
                contentType: `text/calendar; charset=utf-8; method=${event.method}`,
              },
            ],
          }
        : {}),
      disableFileAccess: true,
      disableUrlAccess: true,
    })
      .compile()
      .build((error, message) => (error ? reject(error) : resolve(message)));
  });
}
