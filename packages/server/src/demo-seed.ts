import {
  addDays,
  calendarOf,
  isWorkingDay,
  localDay,
  parsePeriod,
  randomFrom,
  shiftPeriod,
  siteTimeZone,
  type FeedbackKind,
  type OpeningRule,
  type Results,
  type Site,
} from '@qualepref/core';
import { confirmHold, freeSlots, holdPlace, openSlots } from './booking.ts';
import { makeAccounts, type DemoAccount } from './demo-accounts.ts';
import { changeFeedback, receive } from './feedback.ts';
import { computeMonth } from './figures.ts';
import { Refused } from './problem.ts';
import { insertMail } from './store/correspondence-store.ts';
import type { Tx } from './store/database.ts';
import { keepMeasurement } from './store/measurement-store.ts';
import { insertPublication } from './store/publication-store.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;
/** Of logs. */
const YEAR = 365;
/** Of appointments that are over. */
const PAST = 21;
/** Of appointments to come. */
const NEXT = 21;

/**
 * Fills an empty database with the life of an invented préfecture, up to now:
 * opening rules, appointments, a year of feedback, of correspondence and of
 * figures, accounts. The same
 * configuration, day and seed give the same life. Nobody in it exists, and none
 * has an e-mail address: no message leaves.
 */
export async function seedDemo(
  world: World,
  { password, results }: { readonly password: string; readonly results?: Results | undefined },
): Promise<readonly DemoAccount[]> {
  const random = randomFrom('haute-brume');
  const accounts = await makeAccounts(world, password);
  const manager = accounts.find(({ role }) => role === 'quality-manager')?.id ?? '';
  await openDesks(world, random);
  await receiveYear(world, random);
  await writeYear(world, random);
  await measureYear(world, random);
  if (results !== undefined)
    await inTransaction(world, (tx) =>
      insertPublication(tx, { at: world.now(), account: manager, results, etag: 'demonstration' }),
    );
  return accounts;
}

/** The same world, another day. */
function on(world: World, instant: Date, random: () => number): World {
  return { ...world, now: () => instant, random };
}

function inTransaction<Made>(world: World, act: (tx: Tx) => Promise<Made>): Promise<Made> {
  return world.store.db.transaction().execute(act);
}

async function openDesks(world: World, random: () => number): Promise<void> {
  const rules = world.settings.config.procedures.flatMap(({ id, booking, sites }) =>
    id === undefined || booking?.mode !== 'own-slots' ? [] : sites.map((site) => ruleOf(site, id)),
  );
  const begin = new Date(world.now().getTime() - PAST * DAY);
  // Opened at once: a place that opens later is of no use to whoever tries.
  await inTransaction(world, (tx) =>
    openSlots(
      on(world, begin, () => 0),
      tx,
      rules,
    ),
  );
  for (const { site, procedure } of rules) {
    const found = world.settings.config.sites.find(({ id }) => id === site);
    if (found) await fillPlace(world, { site: found, procedure }, random);
  }
}

function ruleOf(site: string, procedure: string): OpeningRule {
  return {
    ...{ site, procedure, weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '12:00', every: 30, capacity: 2 },
    ...{ agentShare: undefined, validFrom: undefined, validTo: undefined, closings: [], openings: [] },
  };
}

/** Books half the places of each day, fewer and fewer the further it is. */
async function fillPlace(
  world: World,
  { site, procedure }: { readonly site: Site; readonly procedure: string },
  random: () => number,
): Promise<void> {
  const today = localDay(world.now().toISOString(), siteTimeZone(site));
  for (let ahead = -PAST; ahead <= NEXT; ahead += 1) {
    const day = addDays(today, ahead);
    const before = new Date(Date.parse(`${day}T04:00:00Z`) - 2 * DAY);
    const then = on(world, before, random);
    const asked = { site: site.id, procedure, from: day, to: day, booker: 'agent' } as const;
    const { slots } = await freeSlots(then, asked);
    const share = ahead <= 0 ? 0.7 : 0.7 - (0.6 * ahead) / NEXT;
    for (const { start } of slots.filter(() => random() < share)) {
      const name = nameOf(random);
      await inTransaction(then, async (tx) => {
        const held = await holdPlace(then, tx, { site: site.id, procedure, start, booker: 'agent' });
        await confirmHold(then, tx, {
          ...{ hold: held.id, name, phone: phoneOf(random), language: 'fr', booker: 'agent' },
        });
      }).catch(passOver);
    }
  }
}

/** A draw that the rules refuse is no life lost. */
function passOver(error: unknown): void {
  if (!(error instanceof Refused)) throw error;
}

const MESSAGES: readonly { readonly kind: FeedbackKind; readonly theme: string; readonly text: string }[] = [
  {
    kind: 'complaint',
    theme: 'attente',
    text: 'J’ai attendu plus d’une heure alors que j’avais rendez-vous.',
  },
  {
    kind: 'complaint',
    theme: 'telephone',
    text: 'Personne ne décroche au standard, quelle que soit l’heure.',
  },
  { kind: 'complaint', theme: 'delai', text: 'Ma demande date de trois mois et je n’ai aucune nouvelle.' },
  {
    kind: 'complaint',
    theme: 'information',
    text: 'La liste des pièces du site n’est pas celle du guichet.',
  },
  {
    kind: 'complaint',
    theme: 'locaux',
    text: 'La rampe d’accès était fermée et aucune sonnette n’était indiquée.',
  },
  { kind: 'suggestion', theme: 'accueil', text: 'Un siège près du guichet 3 aiderait les personnes âgées.' },
  {
    kind: 'suggestion',
    theme: 'site-internet',
    text: 'Mettre le plan d’accès sur la page d’accueil du site.',
  },
  { kind: 'suggestion', theme: 'rendez-vous', text: 'Ouvrir quelques créneaux après 17 heures.' },
];

async function receiveYear(world: World, random: () => number): Promise<void> {
  const { sites } = world.settings.config;
  for (let ago = YEAR; ago >= 1; ago -= 1) {
    const site = pick(sites, random);
    const at = new Date(world.now().getTime() - ago * DAY);
    const day = localDay(at.toISOString(), siteTimeZone(site));
    if (random() > 0.18 || !isWorkingDay(day, calendarOf(site))) continue;
    await receiveOne(world, { site, at, ago }, random);
  }
}

async function receiveOne(
  world: World,
  { site, at, ago }: { readonly site: Site; readonly at: Date; readonly ago: number },
  random: () => number,
): Promise<void> {
  const isSigned = random() < 0.8;
  const message = {
    ...pick(MESSAGES, random),
    site: site.id,
    language: 'fr' as const,
    ...(isSigned
      ? {
          name: nameOf(random),
          replyTo: { postal: `${String(1 + Math.floor(random() * 90))} rue des Exemples` },
        }
      : {}),
  };
  const channel = pick(['website', 'website', 'box', 'letter'] as const, random);
  const then = on(world, at, random);
  const { reference } = await inTransaction(then, (tx) =>
    receive(then, tx, message, { enteredBy: channel === 'website' ? 'public' : 'agent', channel }),
  );
  // Nine in ten within the ten working days; the last few still wait.
  const days = random() < 0.9 ? 1 + Math.floor(random() * 11) : 16 + Math.floor(random() * 10);
  if (days >= ago || (ago >= FORGOTTEN.from && ago <= FORGOTTEN.to)) return;
  const later = on(world, new Date(at.getTime() + days * DAY), random);
  await inTransaction(later, (tx) => changeFeedback(later, tx, reference, isSigned ? ANSWERED : CLOSED));
}

const SUBJECTS = [
  'Horaires d’ouverture du point numérique',
  'Pièces à joindre à une demande de carte grise',
  'Suivi d’un dossier d’association',
  'Accès de la sous-préfecture en fauteuil roulant',
  'Adresse du recueil des actes administratifs',
] as const;

/** The correspondence log: letters and e-mails of general information, three or four a working week. */
async function writeYear(world: World, random: () => number): Promise<void> {
  const { sites, services } = world.settings.config;
  const service = services.find(({ id }) => id !== undefined)?.id;
  if (service === undefined) return;
  const today = localDay(world.now().toISOString(), 'UTC');
  let number = 0;
  await inTransaction(world, async (tx) => {
    for (let ago = YEAR; ago >= 1; ago -= 1) {
      const receivedOn = addDays(today, -ago);
      const site = pick(sites, random);
      if (random() > 0.75 || !isWorkingDay(receivedOn, calendarOf(site))) continue;
      const channel = pick(['email', 'email', 'letter'] as const, random);
      // One in ten or so is late.
      const days = Math.floor(random() * (channel === 'email' ? 9 : 16));
      number += 1;
      await insertMail(tx, {
        ...{
          id: `${receivedOn.slice(0, 4)}-${String(number).padStart(5, '0')}`,
          channel,
          site: site.id,
          service,
        },
        ...{ receivedOn, subject: pick(SUBJECTS, random), template: undefined },
        answeredOn: days < ago ? addDays(receivedOn, days) : undefined,
      });
    }
  });
}

/** Months of figures: computed from both logs, and calls as the switchboard counts them. */
async function measureYear(world: World, random: () => number): Promise<void> {
  const sites = world.settings.config.sites.map(({ id }) => id);
  const current = parsePeriod(world.now().toISOString().slice(0, 7));
  for (let back = 12; back >= 1; back -= 1) {
    const month = shiftPeriod(current, -back).id;
    await inTransaction(world, async (tx) => {
      await computeMonth(world, tx, month, sites);
      for (const site of sites) {
        const denominator = 400 + Math.floor(random() * 300);
        const numerator = Math.floor(denominator * (0.74 + random() * 0.16));
        await keepMeasurement(
          tx,
          {
            indicator: 'tel.decroche',
            site,
            period: month,
            value: { kind: 'ratio', numerator, denominator },
          },
          'entered',
          world.now(),
        );
      }
    });
  }
}

const ANSWERED = {
  to: 'answered',
  by: 'référent qualité',
  answer: 'Nous vous présentons nos excuses et avons pris les mesures que votre message appelait.',
} as const;
/** Nobody waits for an answer to what is not signed. */
const CLOSED = { to: 'closed', by: 'référent qualité' } as const;
/** Days ago of what nobody has looked at: late by now. */
const FORGOTTEN = { from: 17, to: 26 };

const FIRST = ['Awa', 'Bilal', 'Chloé', 'David', 'Elena', 'Farid', 'Gaëlle', 'Hugo', 'Inès', 'Jun'] as const;
const LAST = ['Exemple', 'Modèle', 'Fictif', 'Témoin', 'Essai', 'Spécimen'] as const;

function nameOf(random: () => number): string {
  return `${pick(FIRST, random)} ${pick(LAST, random)}-${pick(LAST, random)}`;
}

/** Among the numbers that are kept for works of fiction. */
function phoneOf(random: () => number): string {
  const digits = String(Math.floor(random() * 10_000)).padStart(4, '0');
  return `01 99 00 ${digits.slice(0, 2)} ${digits.slice(2)}`;
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}
