import {
  addDays,
  appointmentRequestSchema,
  holdRequestSchema,
  type Language,
  type PublicProcedure,
  type Site,
} from '@qualepref/core';
import { html } from 'hono/html';
import { is } from 'valibot';
import { freeSlots, holdPlace, type Confirmation } from '../booking.ts';
import { clockTime, weekdayAndDay } from '../date-words.ts';
import { checkPlainRate } from '../limits.ts';
import { awaitConfirmation } from '../pending.ts';
import { doubtOf, onceForm, type Fields } from '../plain-form.ts';
import type { PlainAsked, PlainRoute, View } from '../plain-route.ts';
import { privacyOf, publicProcedures, publicSites } from '../public-offer.ts';
import { sendLater } from '../queue.ts';
import { todayAt } from '../site-time.ts';
import type { World } from '../world.ts';
import { byDay, procedureNotes } from './plain-booking-parts.ts';
import { plainBookingWords } from './plain-booking-words.ts';
import { alertOf, hasFault, line, mailView, plainForm, type Filled } from './plain-fields.ts';
import { each, frenchName, nothing, publicText, type Piece } from './plain-page.ts';
import { personLink } from './plain-person.ts';

/** Where one books without a script. */
export const PLAIN_BOOKING = '/rendez-vous/simple';
const FORM = 'booking';
const WINDOW = 14;
const LONGEST_NAME = 200;

/** One step a page: site, procedure, slot, contact. What was chosen is in the address. */
const show: PlainRoute = {
  method: 'get',
  path: PLAIN_BOOKING,
  handle: (asked) => stepView(asked, asked.query),
};

const send: PlainRoute = {
  method: 'post',
  path: PLAIN_BOOKING,
  handle: async (asked) => {
    const { world, language, fields, source } = asked;
    const chosen = chosenIn(world, fields);
    const start = fields['start'] ?? '';
    if (chosen.procedure?.mode !== 'own-slots' || !is(holdRequestSchema.entries.start, start))
      return stepView(asked, fields);
    const faults = faultsOf(fields, language);
    const filled = { language, values: fields, faults, doubt: doubtOf(world, FORM, fields) };
    if (hasFault(filled)) return { ...contactView(asked, filled), status: 422 };
    const { site, procedure } = fields as { readonly site: string; readonly procedure: string };
    const email = fields['email']?.trim() ?? '';
    const phone = fields['phone']?.trim() ?? '';
    await onceForm(world, FORM, fields, async (tx) => {
      await checkPlainRate(world, tx, source);
      const held = await holdPlace(world, tx, { site, procedure, start, booker: 'public', source });
      const form: Confirmation = {
        ...{ hold: held.id, name: fields['name']?.trim() ?? '', email, language, booker: 'public' },
        ...(phone === '' ? {} : { phone }),
      };
      const begun = { kind: 'appointment', email, language, form } as const;
      // The place is kept no longer than that.
      const id = await awaitConfirmation(world, tx, begun, new Date(held.expiresAt));
      await sendLater(world.store, tx, { kind: 'appointment-to-confirm', of: id, occasion: '1' });
      return {};
    });
    return mailView(language);
  },
};

interface Chosen {
  readonly site?: Site;
  readonly procedure?: PublicProcedure;
}

function chosenIn({ settings }: World, { site: siteId, procedure: id }: Fields): Chosen {
  const { config } = settings;
  const isOffered = publicSites(config).some((each) => each.id === siteId);
  const site = isOffered ? config.sites.find((each) => each.id === siteId) : undefined;
  if (!site) return {};
  const procedure = publicProcedures(config, site.id, new Map()).find((each) => each.id === id);
  return { site, ...(procedure === undefined ? {} : { procedure }) };
}

async function stepView(asked: PlainAsked, choices: Fields): Promise<View> {
  const { world, language } = asked;
  const words = plainBookingWords[language];
  const { site, procedure } = chosenIn(world, choices);
  const head = html`<p>${words.free}</p>`;
  if (!site) {
    const sites = publicSites(world.settings.config).map(
      ({ id, name }) => [{ site: id }, frenchName(name, language)] as const,
    );
    return {
      title: words.title,
      content: html`${head}${linkList(words.site, sites, language)}${manageLink(language)}`,
    };
  }
  if (!procedure) {
    const offered = publicProcedures(world.settings.config, site.id, new Map()).map(
      ({ id, label }) => [{ site: site.id, procedure: id }, publicText(label, language)] as const,
    );
    return {
      title: words.title,
      content: html`${head}
        <p>${frenchName(site.name, language)}</p>
        ${linkList(words.procedure, offered, language)}`,
    };
  }
  if (procedure.mode === 'own-slots' && is(holdRequestSchema.entries.start, choices['start']))
    return contactView(asked, { language, values: choices, faults: {} });
  const title = procedure.label[language] ?? procedure.label.fr;
  const way =
    procedure.mode === 'own-slots'
      ? await slotsPart(asked, site, procedure, choices)
      : elsewhere(procedure, language);
  return {
    title,
    content: html`${head}
      <p>${frenchName(site.name, language)}</p>
      ${way}${procedureNotes(procedure, language)}`,
  };
}

function elsewhere({ mode, address }: PublicProcedure, language: Language): Piece {
  const words = plainBookingWords[language];
  if (mode === 'convocation') return html`<p class="note">${words.convocation}</p>`;
  if (mode === 'mail-or-phone' || address === undefined) return html`<p class="note">${words.byMail}</p>`;
  return html`<p><a href="${address}" rel="noreferrer">${words.official}</a></p>`;
}

async function slotsPart(
  { world, language }: PlainAsked,
  site: Site,
  procedure: PublicProcedure,
  choices: Fields,
): Promise<Piece> {
  const words = plainBookingWords[language];
  const today = todayAt(world, site.id);
  const from = windowStart(choices['from'], today);
  const chosen = { site: site.id, procedure: procedure.id };
  const to = addDays(from, WINDOW - 1);
  const { slots, next, horizon } = await freeSlots(world, { ...chosen, from, to, booker: 'public' });
  const nextDay = next?.slice(0, 10);
  return html`<h2>${words.slots}</h2>
    ${slots.length === 0 ? html`<p>${words.noSlot}</p>` : nothing}
    ${
      slots.length === 0 && nextDay !== undefined
        ? html`<p>
            <a href="${addressOf({ ...chosen, from: nextDay }, language)}"
              >${words.next(weekdayAndDay(nextDay, language))}</a
            >
          </p>`
        : nothing
    }
    ${byDay(
      slots,
      language,
      ({ start }) =>
        html`<a
          href="${addressOf({ ...chosen, start }, language)}"
          aria-label="${weekdayAndDay(start.slice(0, 10), language)}, ${clockTime(start, language)}"
          >${clockTime(start, language)}</a
        >`,
    )}
    <p class="actions">
      ${from > today ? html`<a href="${addressOf({ ...chosen, from: addDays(from, -WINDOW) }, language)}">${words.earlier}</a>` : nothing}
      ${to < horizon ? html`<a href="${addressOf({ ...chosen, from: addDays(from, WINDOW) }, language)}">${words.later}</a>` : nothing}
    </p>`;
}

/** Where two weeks begin: no day before today, nor one that does not exist. */
export function windowStart(asked: string | undefined, today: string): string {
  const isDay = asked !== undefined && /^20\d\d-\d\d-\d\d$/.test(asked) && !Number.isNaN(Date.parse(asked));
  return isDay && asked > today && new Date(asked).toISOString().startsWith(asked) ? asked : today;
}

function contactView({ world }: PlainAsked, filled: Filled): View {
  const { language, values } = filled;
  const words = plainBookingWords[language];
  const { procedure } = chosenIn(world, values);
  const start = values['start'] ?? '';
  const privacy = privacyOf(world.settings, 'appointments');
  return {
    ...{ title: words.contact, ...alertOf(filled) },
    content: html`<p>
        ${words.chosen(weekdayAndDay(start.slice(0, 10), language), clockTime(start, language))}
      </p>
      ${plainForm(
        world,
        filled,
        { action: PLAIN_BOOKING, form: FORM, submit: words.book },
        html`${each(
          ['site', 'procedure', 'start'],
          (name) => html`<input type="hidden" name="${name}" value="${values[name] ?? ''}" />`,
        )}
        ${line(filled, { name: 'name', label: words.name, autocomplete: 'name' })}
        ${line(filled, { name: 'email', label: words.email, hint: words.emailHint, type: 'email', autocomplete: 'email' })}
        ${line(filled, { name: 'phone', label: words.phone, type: 'tel', autocomplete: 'tel' })}`,
      )}
      ${procedure === undefined ? nothing : procedureNotes(procedure, language)}
      <h2>${words.privacy}</h2>
      <p>${words.privacyLine(privacy.controller, String(privacy.keptMonths), privacy.officer)}</p>
      ${personLink(language)}`,
  };
}

function faultsOf(fields: Fields, language: Language): Fields {
  const { faults } = plainBookingWords[language];
  const [name = '', email = '', phone = ''] = ['name', 'email', 'phone'].map(
    (key) => fields[key]?.trim() ?? '',
  );
  const { entries } = appointmentRequestSchema;
  return {
    ...(name === '' ? { name: faults.name } : name.length > LONGEST_NAME ? { name: faults.nameLong } : {}),
    ...(email === '' || !is(entries.email, email) ? { email: faults.email } : {}),
    ...(phone !== '' && !is(entries.phone, phone) ? { phone: faults.phone } : {}),
  };
}

function linkList(title: string, links: readonly (readonly [Fields, Piece])[], language: Language): Piece {
  return html`<h2>${title}</h2>
    <ul>
      ${each(links, ([choices, text]) => html`<li><a href="${addressOf(choices, language)}">${text}</a></li>`)}
    </ul>`;
}

function manageLink(language: Language): Piece {
  return html`<p>
    <a href="${PLAIN_BOOKING}/gerer?locale=${language}">${plainBookingWords[language].manageLink}</a>
  </p>`;
}

function addressOf(choices: Fields, language: Language): string {
  return `${PLAIN_BOOKING}?${new URLSearchParams({ ...choices, locale: language }).toString()}`;
}

/** Booking. */
export const plainBooking: readonly PlainRoute[] = [show, send];
