import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { AppointmentAnswer, HoldAnswer } from '@qualepref/core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ChildOrder, StormOutcome } from './booking-child-fixture.ts';
import { NINE, openNow, ruleOf, TEN, unlimited } from './booking-fixture.ts';
import { challengeFor } from './challenge.ts';
import { startCluster, type Cluster } from './postgres-fixture.ts';
import { proofOf } from './public-fixture.ts';
import { exampleConfig, exampleEnvironment, tryServer, type Trial } from './testing.ts';
import { settingsOf } from './settings.ts';

const NOW = '2026-11-25T08:00:00Z';
const MINUTE = 60_000;
const settings = settingsOf(exampleConfig, exampleEnvironment);

let cluster: Cluster;
let trial: Trial;
const children: ChildProcess[] = [];
beforeAll(async () => {
  cluster = await startCluster();
  trial = await tryServer({ url: cluster.url, settings: { ...unlimited(settings), trustedProxies: 1 } });
}, 60_000);
beforeEach(async () => {
  await trial.empty();
  trial.clock.set(NOW);
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  await trial.close();
  await cluster.close();
});

/** A server process on the same database, and the first line that it says. */
async function process(order: Omit<ChildOrder, 'url' | 'now'>): Promise<[ChildProcess, string]> {
  const file = join(import.meta.dirname, 'booking-child-fixture.ts');
  const child = spawn(globalThis.process.execPath, ['--conditions=@qualepref/source', file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  child.stdin.write(`${JSON.stringify({ url: cluster.url, now: NOW, ...order })}\n`);
  const line = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  return [child, String(line.value)];
}

type Send = (path: string, init?: RequestInit) => Promise<Response>;

/** Posts until there is an answer that is not a failure of the machine. */
async function post<Answer>(send: () => Send, path: string, body: object, key: string): Promise<Answer> {
  for (;;) {
    const response = await send()(`/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    }).catch(() => undefined);
    if (response !== undefined && response.status < 500) {
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as Answer;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function bookBy(
  send: () => Send,
  who: string,
  start: string,
  whenHeld = () => {},
): Promise<AppointmentAnswer> {
  const place = { site: 'valmont', procedure: 'titre-de-sejour', start };
  const held = await post<HoldAnswer>(send, '/holds', place, crypto.randomUUID());
  whenHeld();
  // Needs no database: the one that is being killed.
  const challenge = await challengeFor(trial.world, 'booking');
  const body = {
    hold: held.id,
    name: who,
    email: `${who}@exemple.fr`,
    language: 'fr',
    proof: await proofOf(challenge),
  };
  return post<AppointmentAnswer>(send, '/appointments', body, crypto.randomUUID());
}

const inProcess = (): Send => async (path, init) => trial.app.request(path, init);

async function rows(): Promise<readonly { readonly reference: string; readonly start: string }[]> {
  return trial.world.store.db
    .selectFrom('appointment')
    .innerJoin('slot', 'slot.id', 'appointment.slot')
    .select(['reference', 'start'])
    .where('state', '=', 'booked')
    .execute();
}

test('ten thousand tries from several processes book every place, and none twice', async () => {
  const capacity = 3;
  await openNow(trial.world, ruleOf({ capacity, every: 15 }));
  const { db } = trial.world.store;
  const slots = await db
    .selectFrom('slot')
    .select('start')
    .where('day', 'in', ['2026-11-27', '2026-11-30'])
    .execute();
  const starts = slots.map(({ start }) => start);
  expect(starts).toHaveLength(24);
  const storm = { tries: 2500, atOnce: 20, starts };
  const said = await Promise.all(Array.from({ length: 4 }, () => process({ storm })));
  const outcomes = said.map(([, line]) => JSON.parse(line) as StormOutcome);
  const total = (code: string): number => outcomes.reduce((sum, each) => sum + (each[code] ?? 0), 0);
  const places = starts.length * capacity;
  expect(total('booked')).toBe(places);
  expect(total('booked') + total('slot-full') + total('slot-held')).toBe(10_000);
  const booked = await rows();
  expect(booked).toHaveLength(places);
  for (const start of starts) expect(booked.filter((each) => each.start === start)).toHaveLength(capacity);
}, 120_000);

test('twenty identical posts make one appointment and get one answer', async () => {
  await openNow(trial.world, ruleOf({ capacity: 20 }));
  const place = { site: 'valmont', procedure: 'titre-de-sejour', start: NINE };
  const key = crypto.randomUUID();
  const held = await Promise.all(
    Array.from({ length: 20 }, () => post<HoldAnswer>(inProcess, '/holds', place, key)),
  );
  expect(new Set(held.map(({ id }) => id)).size).toBe(1);
  // Needs no database: the one that is being killed.
  const challenge = await challengeFor(trial.world, 'booking');
  const body = {
    hold: held[0]?.id,
    name: 'Awa Exemple',
    email: 'awa@exemple.fr',
    language: 'fr',
    proof: await proofOf(challenge),
  };
  const again = crypto.randomUUID();
  const booked = await Promise.all(
    Array.from({ length: 20 }, () => post<AppointmentAnswer>(inProcess, '/appointments', body, again)),
  );
  expect(new Set(booked.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(await rows()).toHaveLength(1);
  const taken = await trial.world.store.db
    .selectFrom('slot')
    .select('taken')
    .where('taken', '>', 0)
    .execute();
  expect(taken).toEqual([{ taken: 1 }]);
});

test.each(['server', 'database'] as const)(
  'a %s that is killed in the middle loses nothing acknowledged and doubles nothing',
  async (victim) => {
    const people = 40;
    await openNow(trial.world, ruleOf({ capacity: people }));
    let [child, port] = await process({});
    const overHttp = (): Send => (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init);
    let heldCount = 0;
    let revived: Promise<void> | undefined;
    // Half-way: some hold, some are being written, some are acknowledged.
    const maybeKill = (): void => {
      heldCount += 1;
      if (heldCount === people / 2) revived = killAndRevive();
    };
    const killAndRevive = async (): Promise<void> => {
      if (victim === 'database') {
        await cluster.kill();
        return cluster.restart();
      }
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      [child, port] = await process({});
    };
    let next = 0;
    const answers: AppointmentAnswer[] = [];
    const visitor = async (): Promise<void> => {
      while (next < people) {
        const who = `personne-${String((next += 1))}`;
        answers.push(await bookBy(overHttp, who, next % 2 === 0 ? NINE : TEN, maybeKill));
      }
    };
    await Promise.all(Array.from({ length: 8 }, visitor));
    await revived;
    const booked = await rows();
    expect(booked.map(({ reference }) => reference).sort()).toEqual(
      answers.map(({ reference }) => reference).sort(),
    );
    expect(booked).toHaveLength(people);
    const { taken } = await trial.world.store.db
      .selectFrom('slot')
      .select((slot) => slot.fn.sum<string>('taken').as('taken'))
      .executeTakeFirstOrThrow();
    // A hold whose answer was lost is asked for again with its key: it is the same one.
    expect(Number(taken)).toBe(people);
  },
  60_000,
);

test('a robot with twenty addresses, which solves every challenge, has one place in twenty at most', async () => {
  trial.world.settings.server.limits.places = settings.server.limits.places;
  try {
    await openNow(trial.world, ruleOf({ capacity: 100, from: '09:00', to: '14:00' }));
    let taken = 0;
    for (let half = 0; half < 20; half += 1) {
      for (let address = 0; address < 20; address += 1) {
        const send = (): Send => async (path, init) =>
          trial.app.request(path, {
            ...init,
            headers: { ...(init?.headers as object), 'x-forwarded-for': `192.0.2.${String(address)}` },
          });
        const who = `robot-${String(half)}-${String(address)}`;
        taken += await bookBy(send, who, NINE).then(
          () => 1,
          () => 0,
        );
      }
      trial.clock.pass(MINUTE / 2);
    }
    expect(taken).toBe(40);
    expect(await rows()).toHaveLength(taken);
  } finally {
    trial.world.settings.server.limits.places = unlimited(settings).server.limits.places;
  }
}, 60_000);
