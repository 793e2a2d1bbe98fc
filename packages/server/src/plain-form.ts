import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Refused } from './problem.ts';
import type { Tx } from './store/database.ts';
import { claim, keepAnswer } from './store/idempotency-store.ts';
import { keyedDigest, seal, unseal } from './token.ts';
import type { World } from './world.ts';

/** Fields of a form, each once, as PostgreSQL can keep them. */
export type Fields = Readonly<Record<string, string>>;

/** Name of the hidden field that says when the form was drawn, and that it was drawn here. */
export const STAMP_FIELD = 'cle';
/** Name of the field that people do not see; robots fill it in. */
export const TRAP_FIELD = 'website';

/** Milliseconds before which only a robot has filled in a form, and after which it has to be drawn anew. */
const SOONEST = 3000;
const LATEST = 2 * 60 * 60_000;
const NONCE = 16;

/** A new stamp for a form: its time, what makes it one of its kind, and a proof that both are ours. */
export function stampOf({ settings, now }: World, form: string): string {
  const head = `${now().getTime().toString(36)}.${randomBytes(NONCE).toString('base64url')}`;
  return `${head}.${keyedDigest(settings.secret, `form ${form}`, head)}`;
}

/** Why a form is not taken as it is: the person sends it again, with all that was typed. */
export type Doubt = 'too-quick' | 'too-late' | 'trap' | 'stamp';

/** Whether a person seems to have filled in a form that we drew. */
export function doubtOf({ settings, now }: World, form: string, fields: Fields): Doubt | undefined {
  if ((fields[TRAP_FIELD] ?? '') !== '') return 'trap';
  const [time = '', nonce = '', proof = ''] = (fields[STAMP_FIELD] ?? '').split('.');
  const expected = Buffer.from(keyedDigest(settings.secret, `form ${form}`, `${time}.${nonce}`));
  const given = Buffer.from(proof);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'stamp';
  const age = now().getTime() - Number.parseInt(time, 36);
  if (age < SOONEST) return 'too-quick';
  return age > LATEST ? 'too-late' : undefined;
}

/**
 * Does what a form asks once: the same form sent twice, by a double click or a
 * reload, is answered what it was first. Another one on the same stamp is
 * refused: a robot would draw one and send thousands.
 *
 * @param deed gives the JSON of what the page then says
 * @throws Refused `proof` when the stamp was spent on something else
 */
export async function onceForm<Outcome>(
  { store, settings, now }: World,
  form: string,
  fields: Fields,
  deed: (tx: Tx) => Promise<Outcome>,
): Promise<Outcome> {
  const { secret } = settings;
  const stamp = fields[STAMP_FIELD] ?? '';
  const request = keyedDigest(secret, 'request', JSON.stringify(fields));
  const key = createHash('sha256').update(stamp).digest('base64url');
  const route = `form ${form}`;
  return store.db.transaction().execute(async (tx) => {
    const known = await claim(tx, { key, route, request, now: now() });
    if (known && known.request !== request) throw new Refused('proof');
    if (known) return JSON.parse(unseal(secret, known.answer)) as Outcome;
    const outcome = await deed(tx);
    await keepAnswer(tx, { key, route, status: 200, answer: seal(secret, JSON.stringify(outcome)) });
    return outcome;
  });
}

/** What a body holds: the first value of each field, without what no database keeps. */
export function fieldsOf(body: Readonly<Record<string, unknown>>): Fields {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && /^[a-z-]{1,20}$/i.test(name)
        ? [[name, value.toWellFormed().replaceAll('\0', '').replaceAll('\r\n', '\n')]]
        : [],
    ),
  );
}
