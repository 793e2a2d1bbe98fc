import { once } from 'node:events';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server in the process of a test. */
export interface Smtp {
  readonly url: string;
  /** What it took, in order. */
  readonly messages: ParsedMail[];
  /** What to say to the next recipients or messages, in order: a code of refusal, or how long to think. */
  readonly answers: SmtpAnswer[];
  /** How many connections were made. */
  readonly connections: () => number;
  close: () => Promise<void>;
}

/** What it says at a point of the conversation. */
export interface SmtpAnswer {
  readonly at: 'recipient' | 'message';
  /** 450, 550…; taken without one. */
  readonly code?: number;
  /** Waited for before it answers. */
  readonly until?: Promise<void>;
  /** Told when it begins to think. */
  readonly reached?: () => void;
}

/** @param port the same as that of one that was closed, or any */
export async function startSmtp(port = 0): Promise<Smtp> {
  const messages: ParsedMail[] = [];
  const answers: SmtpAnswer[] = [];
  let connections = 0;
  const think = async (at: SmtpAnswer['at']): Promise<Error | null> => {
    if (answers[0]?.at !== at) return null;
    const answer = answers.shift();
    answer?.reached?.();
    await answer?.until;
    const { code } = answer ?? {};
    return code === undefined ? null : Object.assign(new Error('Refused'), { responseCode: code });
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 50,
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onRcptTo: (_address, _session, done) => void think('recipient').then(done),
    onData: (stream, _session, done) => {
      void simpleParser(stream).then(async (message) => {
        // As a real one: what is whole is taken, whether or not the other side hears of it.
        const next = answers[0];
        if (next?.at !== 'message' || next.code === undefined) messages.push(message);
        done(await think('message'));
        // A message cut short is no message.
      }, done);
    },
  });
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  const at = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${String(at)}`,
    messages,
    answers,
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
