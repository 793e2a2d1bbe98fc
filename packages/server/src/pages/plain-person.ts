import { appointmentRequestSchema, type Language } from '@qualepref/core';
import { html } from 'hono/html';
import { is } from 'valibot';
import { checkPlainRate } from '../limits.ts';
import { askAboutPerson, awaitedUnder, exportPerson, type PersonRequest } from '../person.ts';
import { doubtOf, onceForm, STAMP_FIELD, stampOf } from '../plain-form.ts';
import type { PlainRoute, View } from '../plain-route.ts';
import { tokenOf } from '../token.ts';
import type { World } from '../world.ts';
import { alertOf, hasFault, line, mailView, plainForm, radios, type Filled } from './plain-fields.ts';
import { code, each, type Piece } from './plain-page.ts';
import { plainPersonWords } from './plain-person-words.ts';

const PATH = '/mes-donnees';
const FORM = 'person';

const show: PlainRoute = {
  method: 'get',
  path: PATH,
  handle: ({ world, language, query: { act } }) =>
    Promise.resolve(formView(world, { language, values: { act: act ?? 'export' }, faults: {} })),
};

/** Says the same whether or not anything is kept under the address. */
const send: PlainRoute = {
  method: 'post',
  path: PATH,
  handle: async ({ world, language, fields, source }) => {
    const words = plainPersonWords[language];
    const email = fields['email']?.trim() ?? '';
    const { act = '' } = fields;
    const faults = {
      ...(isAct(act) ? {} : { act: words.faults.act }),
      ...(is(appointmentRequestSchema.entries.email, email) ? {} : { email: words.faults.email }),
    };
    const filled = { language, values: fields, faults, doubt: doubtOf(world, FORM, fields) };
    if (!isAct(act) || hasFault(filled)) return { ...formView(world, filled), status: 422 };
    await onceForm(world, FORM, fields, async (tx) => {
      await checkPlainRate(world, tx, source);
      await askAboutPerson(world, tx, { act, email, language });
      return {};
    });
    return mailView(language);
  },
};

function isAct(act: string): act is PersonRequest['act'] {
  return act === 'export' || act === 'erase';
}

function formView(world: World, filled: Filled): View {
  const words = plainPersonWords[filled.language];
  return {
    ...{ title: words.title, ...alertOf(filled) },
    content: html`<p>${words.intro}</p>
      ${plainForm(
        world,
        filled,
        { action: PATH, form: FORM, submit: words.send },
        html`${radios(filled, {
          ...{ name: 'act', label: words.act },
          options: [
            ['export', words.acts.export],
            ['erase', words.acts.erase],
          ],
        })}
        ${line(filled, { name: 'email', label: words.email, hint: words.emailHint, type: 'email', autocomplete: 'email' })}`,
      )}
      <p>${words.rights(world.settings.server.privacy.officer)}</p>`,
  };
}

/** Where the page is, in a notice about personal data. */
export function personLink(language: Language): Piece {
  return html`<p><a href="${PATH}?locale=${language}">${plainPersonWords[language].title}</a></p>`;
}

/**
 * What is kept of whoever proved an address.
 *
 * @param toErase id of the request to erase, which waits for its button
 */
export async function keptView(
  world: World,
  { email, toErase }: { readonly email: string; readonly toErase: string },
  language: Language,
): Promise<View> {
  const words = plainPersonWords[language];
  const found = await exportPerson(world, email);
  // The button of this very page is no step of theirs.
  const tables = (['appointment', 'feedback', 'pending'] as const)
    .map((name) => [name, rowsIn(found[name]).filter(({ id }) => id !== toErase)] as const)
    .filter(([, rows]) => rows.length > 0);
  if (tables.length === 0) return { title: words.kept, content: html`<p class="note">${words.nothing}</p>` };
  const shown = { ...found, pending: rowsIn(found['pending']).filter(({ id }) => id !== toErase) };
  const file = Buffer.from(JSON.stringify(shown, null, 2)).toString('base64');
  return {
    title: words.kept,
    content: html`<ul>
        ${each(tables, ([name, rows]) => html`<li>${words.tables[name](rows.length)}</li>`)}
      </ul>
      <p><a download="donnees.json" href="data:application/json;base64,${file}">${words.download}</a></p>
      <h2>${words.all}</h2>
      ${code(words.all, shown)}
      <h2>${words.eraseTitle}</h2>
      <p>${words.erase}</p>
      <form method="post" action="/confirmer/${tokenOf(world.settings.secret, 'pending', toErase)}">
        <input type="hidden" name="${STAMP_FIELD}" value="${stampOf(world, 'confirm')}" />
        <input type="hidden" name="locale" value="${language}" />
        ${eraseButtons(await awaitedUnder(world, email), language)}
      </form>`,
  };
}

/** Name of the button that erases what nobody has answered yet, and its value. */
export const OPEN_FIELD = 'open';

/** How one erases: what still waits for an answer is kept unless the person says otherwise. */
export function eraseButtons(awaited: readonly string[], language: Language): Piece {
  const words = plainPersonWords[language];
  if (awaited.length === 0)
    return html`<p class="actions"><button class="second">${words.eraseButton}</button></p>`;
  return html`<p class="note">${words.awaited(awaited)}</p>
    <p class="actions">
      <button class="second" name="${OPEN_FIELD}" value="keep">${words.keepButton}</button>
      <button class="second" name="${OPEN_FIELD}" value="erase">${words.eraseAllButton}</button>
    </p>`;
}

/** @param kept references of what is kept until it is answered */
export function erasedView(kept: readonly string[], language: Language): View {
  const words = plainPersonWords[language];
  return {
    title: words.erased,
    content: html`<p class="done">${kept.length === 0 ? words.erasedNote : words.keptNote(kept)}</p>`,
  };
}

function rowsIn(table: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(table) ? (table as Readonly<Record<string, unknown>>[]) : [];
}

/** What the page that a link opens says before its button is pressed. */
export function eraseWarning(language: Language): Piece {
  return html`<p>${plainPersonWords[language].confirmErase}</p>`;
}

/** Asking for what is kept of oneself. */
export const plainPerson: readonly PlainRoute[] = [show, send];
