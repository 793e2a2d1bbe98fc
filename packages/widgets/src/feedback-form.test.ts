import { feedbackAnswerSchema, feedbackFormSchema } from '@qualepref/core';
import { safeParse } from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readDraft, saveDraft } from './draft.ts';
import { exampleForm, FakeFeedback } from './fake-feedback.ts';
import { faultsOf, noAnswers } from './feedback-answers.ts';
import { isFeedbackAnswer, isFeedbackForm } from './feedback-client.ts';
import type { FeedbackForm } from './feedback-form.ts';
import { define } from './define.ts';
import { expectAccessible, nextEvent, settled, soon, textOf, within } from './testing.ts';

const DRAFT = 'qualepref-feedback ';

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T09:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

async function open(attributes = '', server = new FakeFeedback(), waits = true): Promise<FeedbackForm> {
  define();
  document.documentElement.lang = 'fr';
  document.title = 'Essai';
  document.body.innerHTML = '<main></main>';
  const template = document.createElement('template');
  template.innerHTML = `<qp-feedback-form ${attributes}><p>Repli : 01 99 00 12 34</p></qp-feedback-form>`;
  const form = document.importNode(template.content, true).firstElementChild as FeedbackForm;
  form.fetch = server.fetch;
  document.querySelector('main')?.append(form);
  if (waits) await shown(form);
  await settled(form);
  return form;
}

const shown = (form: FeedbackForm) => soon(() => within(form, 'form'));

const says = (form: FeedbackForm, words: string | RegExp) =>
  // Calls that may pass are tried again, for two seconds.
  soon(() => {
    expect(textOf(form)).toMatch(words);
  });
const focused = (form: FeedbackForm) => form.shadowRoot?.activeElement?.id;

async function fill(form: FeedbackForm, reply: 'email' | 'none' = 'email'): Promise<void> {
  await userEvent.click(within(form, '#kind'));
  await userEvent.selectOptions(within(form, '#site'), 'valmont');
  await userEvent.selectOptions(within(form, '#theme'), 'attente');
  await userEvent.fill(within(form, '#text'), 'Deux heures d’attente au guichet.');
  if (reply === 'none') return userEvent.click(within(form, '#signed-no'));
  await userEvent.click(within(form, '#signed'));
  await userEvent.fill(within(form, '#name'), 'Camille Exemple');
  await userEvent.fill(within(form, '#email'), 'camille@exemple.fr');
}

/** Sends while the challenge goes through, then the answers of all tries are lost. */
async function loseAnswer(form: FeedbackForm, server: FakeFeedback): Promise<void> {
  const { fetch } = server;
  form.fetch = async (input, init) => {
    if (init?.method === 'POST') server.trouble('lost');
    return fetch(input, init);
  };
  await send(form);
  await says(form, 'la connexion est coupée');
}

const send = (form: FeedbackForm) => userEvent.click(within(form, '[part=submit]'));

test('the form has no fault that axe finds, empty, wrong, filled in and sent', async () => {
  const form = await open();
  await expectAccessible();
  await send(form);
  await settled(form);
  await expectAccessible();
  await fill(form);
  await expectAccessible();
  await send(form);
  await says(form, /EXE-2611/);
  await expectAccessible();
});

test('a screen reader meets the fields with their names', async () => {
  const form = await open('kind="complaint" site="valmont" theme="site"');
  await expect.element(page.elementLocator(within(form, 'form'))).toMatchAriaInlineSnapshot(`
    - paragraph: Tous les champs sont obligatoires, sauf ceux qui disent le contraire.
    - group "Votre message est":
      - text: Votre message est
      - radio "une réclamation" [checked]
      - text: une réclamation Quelque chose s’est mal passé.
      - radio "une suggestion"
      - text: une suggestion Vous proposez une amélioration.
      - radio "une demande ou une question"
      - text: une demande ou une question Vous cherchez une information, ou le suivi d’un dossier.
    - text: Site concerné
    - combobox "Site concerné":
      - option "Choisir dans la liste"
      - option "Préfecture d’Exemple"
      - option "Sous-préfecture de Valmont" [selected]
    - text: Thème
    - combobox "Thème":
      - option "Choisir dans la liste"
      - option "Attente et accueil au guichet"
      - option "Accueil téléphonique"
      - option "Site internet" [selected]
    - text: Votre message
    - paragraph: Dites ce qui s’est passé, où et quand. N’indiquez ni donnée de santé, ni numéro de sécurité sociale, ni numéro de pièce d’identité. Les pièces jointes ne sont pas acceptées.
    - textbox "Votre message"
    - paragraph: 0 sur 4 000 caractères
    - status
    - status
    - group "Souhaitez-vous une réponse ?":
      - text: Souhaitez-vous une réponse ?
      - radio "Oui, je signe mon message"
      - text: Oui, je signe mon message
      - radio "Non, je reste anonyme"
      - text: Non, je reste anonyme
    - heading "Ce qui va suivre" [level=3]
    - status: Sans votre nom, aucune réponse ne pourra vous être envoyée. Votre message sera lu.
    - paragraph: Vos données servent seulement à traiter votre message et à vous répondre.
    - group: Vos données personnelles
    - button "Envoyer"
    - status
  `);
});

test('the keyboard alone sends a signed complaint', async () => {
  const server = new FakeFeedback();
  const form = await open('site="valmont" theme="attente"', server);
  within(form, '#kind').focus();
  await userEvent.keyboard(' {Tab}{Tab}{Tab}');
  expect(focused(form)).toBe('text');
  await userEvent.keyboard('Deux heures.{Tab} ');
  await settled(form);
  await userEvent.keyboard('{Tab}Camille{Tab}camille@exemple.fr');
  const sent = nextEvent<{ reference: string }>(form, 'qp-sent');
  await userEvent.keyboard('{Enter}');
  expect((await sent).detail).toEqual({
    reference: 'EXE-2611-K7M4QXR',
    kind: 'complaint',
    due: '2026-12-09',
  });
  await soon(() => {
    expect(focused(form)).toBe('done');
  });
  expect(server.received).toMatchObject([
    { kind: 'complaint', site: 'valmont', name: 'Camille', replyTo: { email: 'camille@exemple.fr' } },
  ]);
});

test('what follows is told at every moment', async () => {
  const form = await open('kind="complaint"');
  const follows = () => textOf(form, '#follows');
  expect(follows()).toMatch('Sans votre nom, aucune réponse');
  await userEvent.click(within(form, '#signed'));
  await userEvent.fill(within(form, '#name'), 'Camille');
  expect(follows()).toMatch('Sans adresse électronique ni postale');
  await userEvent.fill(within(form, '#email'), 'c@exemple.fr');
  expect(follows()).toBe('Votre message recevra une réponse par courriel sous 10 jours ouvrés.');
  await userEvent.selectOptions(within(form, '#site'), 'prefecture');
  expect(follows()).toMatch('par courriel au plus tard le 9 décembre 2026');
  await userEvent.fill(within(form, '#email'), '');
  await userEvent.fill(within(form, '#postal'), '1 rue Exemple');
  expect(follows()).toMatch('par courrier au plus tard le 9 décembre 2026');
  await userEvent.click(within(form, '#signed-no'));
  expect(follows()).toMatch('Sans votre nom');
});

test('a closing of the chosen site puts off the day', async () => {
  vi.setSystemTime(new Date('2026-12-21T09:00:00Z'));
  const form = await open('kind="complaint" site="prefecture"');
  await userEvent.click(within(form, '#signed'));
  await userEvent.fill(within(form, '#name'), 'Camille');
  await userEvent.fill(within(form, '#email'), 'c@exemple.fr');
  expect(textOf(form, '#follows')).toMatch('6 janvier 2027');
  await userEvent.selectOptions(within(form, '#site'), 'valmont');
  expect(textOf(form, '#follows')).toMatch('7 janvier 2027');
});

test('one who stays anonymous sends no name, even one typed before', async () => {
  const server = new FakeFeedback();
  const form = await open('', server);
  await fill(form);
  await userEvent.click(within(form, '#signed-no'));
  await send(form);
  await says(form, /votre message n’est pas signé/);
  expect(server.received[0]).not.toHaveProperty('name');
  expect(server.received[0]).not.toHaveProperty('replyTo');
});

test('errors are counted, tied to their fields, and the first has the focus', async () => {
  const server = new FakeFeedback();
  const form = await open('', server);
  await send(form);
  await says(form, '5 erreurs à corriger avant l’envoi');
  expect(focused(form)).toBe('kind');
  expect(within(form, '#site').getAttribute('aria-invalid')).toBe('true');
  expect(textOf(form, '#site-error')).toMatch('Choisissez le site concerné.');
  await userEvent.selectOptions(within(form, '#site'), 'valmont');
  await says(form, '4 erreurs');
  await userEvent.click(page.elementLocator(form).getByRole('button', { name: 'Écrivez votre message.' }));
  expect(focused(form)).toBe('text');
  expect(server.keys).toEqual([]);
});

test('a signature needs a name and an address that can be written to', () => {
  const signed = {
    ...noAnswers,
    kind: 'complaint',
    site: 's',
    theme: 't',
    text: 'x',
    signed: 'yes',
  } as const;
  const codes = (over: object) => faultsOf({ ...signed, ...over }).map(({ code }) => code);
  expect(codes({})).toEqual(['name', 'email']);
  expect(codes({ name: 'A', email: 'a@b' })).toEqual(['emailForm']);
  expect(codes({ name: 'A', postal: '1 rue' })).toEqual([]);
  expect(codes({ name: 'A'.repeat(201), postal: '1'.repeat(501) })).toEqual(['nameLong', 'postalLong']);
  expect(codes({ name: 'A', email: 'a@exemple.fr', text: 'x'.repeat(4000) })).toEqual([]);
  expect(codes({ name: 'A', email: 'a@exemple.fr', text: 'x'.repeat(4001) })).toEqual(['textLong']);
});

test('characters are counted, and said aloud near the end only', async () => {
  const form = await open('kind="complaint"');
  await userEvent.fill(within(form, '#text'), 'x'.repeat(3799));
  expect(textOf(form, '#text-count')).toBe('3 799 sur 4 000 caractères');
  expect(textOf(form, '#text-count + p')).toBe('');
  await userEvent.fill(within(form, '#text'), 'x'.repeat(3960));
  expect(textOf(form, '#text-count + p')).toBe('Il reste 50 caractères.');
  await userEvent.fill(within(form, '#text'), 'x'.repeat(4001));
  expect(textOf(form, '#text-count + p')).toBe('1 caractère en trop.');
});

test('a probable social-security number is pointed out', async () => {
  const form = await open('kind="complaint"');
  await userEvent.fill(within(form, '#text'), 'Mon numéro : 2 55 08 14 168 025 38.');
  expect(textOf(form, '#text-number')).toMatch('numéro de sécurité sociale');
  await userEvent.fill(within(form, '#text'), 'Mon dossier 12345.');
  expect(textOf(form, '#text-number')).toBe('');
});

test('a plain request is offered its service, and nothing to send', async () => {
  const form = await open('kind="request"');
  await says(form, 'Bureau des titres');
  expect(form.shadowRoot?.querySelector('[part=submit]')).toBeNull();
  expect(within(form, 'a[href^="tel:"]').getAttribute('href')).toBe('tel:0199001235');
  await expectAccessible();
});

test('the acknowledgement has all that the law asks for', async () => {
  const form = await open();
  await fill(form);
  await send(form);
  await says(form, 'Votre réclamation est reçue');
  for (const words of [
    'EXE-2611-K7M4QXR',
    '25 novembre 2026',
    'Mission qualité',
    '99000 Exemple',
    '01 99 00 12 36',
  ])
    expect(textOf(form)).toMatch(words);
  expect(textOf(form)).toMatch('Au plus tard le 9 décembre 2026.');
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
  await userEvent.click(page.elementLocator(form).getByRole('button', { name: /Imprimer/ }));
  expect(print).toHaveBeenCalledOnce();
  await userEvent.click(page.elementLocator(form).getByRole('button', { name: 'Envoyer un autre message' }));
  expect(focused(form)).toBe('title');
  expect(within(form, '#text')).toHaveProperty('value', '');
});

test('a draft comes back, and is erased once sent', async () => {
  await fill(await open());
  const form = await open();
  await says(form, 'Votre brouillon a été repris.');
  expect(within(form, '#name')).toHaveProperty('value', 'Camille Exemple');
  await send(form);
  await says(form, /EXE-2611/);
  expect(localStorage.length).toBe(0);
});

test('a draft can be erased by hand, and is not kept for more than a week', async () => {
  await fill(await open());
  const form = await open();
  await userEvent.click(page.elementLocator(form).getByRole('button', { name: 'Effacer le brouillon' }));
  await says(form, 'Le brouillon est effacé.');
  expect(localStorage.length).toBe(0);
  saveDraft(DRAFT, { answers: noAnswers });
  vi.setSystemTime(new Date('2026-12-03T09:00:00Z'));
  expect(readDraft(DRAFT)).toBeUndefined();
});

test('what something else wrote in the place of a draft is passed by', () => {
  for (const other of ['{', '1', '{"savedAt":1}', '{"savedAt":9e15,"answers":{"kind":1}}']) {
    localStorage.setItem(DRAFT, other);
    expect(readDraft(DRAFT)).toBeUndefined();
  }
});

test('the form works where the browser keeps nothing', async () => {
  const forbidden = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });
  const form = await open();
  await fill(form);
  expect(textOf(form)).not.toMatch('Brouillon gardé');
  await send(form);
  await says(form, /EXE-2611/);
  forbidden.mockRestore();
});

test('without a network nothing is lost, and a message sent again is received once', async () => {
  const server = new FakeFeedback();
  const form = await open('', server);
  await fill(form);
  server.trouble('offline', 'offline', 'offline');
  const failed = nextEvent(form, 'qp-failed');
  await send(form);
  expect((await failed).detail).toEqual({ reason: 'offline', stage: 'send' });
  await says(form, 'la connexion est coupée');
  expect(focused(form)).toBe('failure');
  await expectAccessible();
  server.form = exampleForm;
  const again = await open('', server);
  await userEvent.click(page.elementLocator(again).getByRole('button', { name: 'Envoyer' }));
  await says(again, /EXE-2611/);
  expect(server.received).toHaveLength(1);
});

test('an answer that is lost, even over a reload, does not make two messages', async () => {
  const server = new FakeFeedback();
  await fill(await open('', server));
  const form = await open('', server);
  await loseAnswer(form, server);
  const later = await open('', server);
  await send(later);
  await says(later, /EXE-2611/);
  expect(server.received).toHaveLength(1);
  expect(new Set(server.keys).size).toBe(1);
});

test('a message that was changed after a failure is another message', async () => {
  const server = new FakeFeedback();
  const form = await open('', server);
  await fill(form);
  await loseAnswer(form, server);
  form.fetch = server.fetch;
  await userEvent.fill(within(form, '#text'), 'Trois heures.');
  await send(form);
  await says(form, /EXE-2611/);
  expect(new Set(server.keys).size).toBe(2);
});

test('a message cannot be sent twice at once', async () => {
  const server = new FakeFeedback();
  server.wait = 50;
  const form = await open('', server);
  await fill(form);
  const button = within(form, '[part=submit]');
  button.click();
  button.click();
  await settled(form);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(textOf(form, '[part=submit]')).toBe('Envoi en cours…');
  button.click();
  await says(form, /EXE-2611/);
  expect(server.keys).toHaveLength(1);
});

test.each([
  ['too-many', 'Trop de messages'],
  ['invalid', 'n’a pas pu être accepté'],
  ['broken', 'Un incident'],
] as const)('a sending that fails by « %s » says so', async (trouble, words) => {
  const server = new FakeFeedback();
  const form = await open('', server);
  await fill(form, 'none');
  server.trouble(trouble);
  await send(form);
  await says(form, words);
  await says(form, 'Rien n’est perdu');
});

test('a robot that fills in the trap sends nothing', async () => {
  const server = new FakeFeedback();
  const form = await open('', server);
  await fill(form, 'none');
  (within(form, '#website') as HTMLInputElement).value = 'https://exemple.fr';
  await send(form);
  await says(form, 'n’a pas pu être accepté');
  expect(server.keys).toEqual([]);
  await soon(() => {
    expect(focused(form)).toBe('failure');
  });
});

test('a draft about a site that is offered no longer asks for the site again', async () => {
  await fill(await open());
  const server = new FakeFeedback();
  server.form = { ...exampleForm, sites: exampleForm.sites.slice(0, 1) };
  const form = await open('', server);
  await send(form);
  await says(form, '1 erreur à corriger');
  expect(focused(form)).toBe('site');
});

test('while the form loads its place is kept, and is told', async () => {
  const server = new FakeFeedback();
  server.wait = 100;
  const form = await open('', server, false);
  expect(textOf(form)).toMatch('Chargement du formulaire');
  await expectAccessible();
});

test('a form that does not load shows the fallback and can be asked for again', async () => {
  const server = new FakeFeedback().trouble('offline', 'offline', 'offline');
  const form = await open('', server, false);
  await says(form, 'vérifiez votre connexion');
  expect(form.querySelector('p')).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.elementLocator(form).getByRole('button', { name: 'Réessayer' }));
  await soon(() => {
    expect(focused(form)).toBe('title');
  });
  expect(within(form, 'form')).toBeVisible();
});

test('a form that is closed, or badly installed, shows the fallback', async () => {
  const closed = await open('disabled', new FakeFeedback(), false);
  expect(textOf(closed)).toMatch('Ce formulaire est fermé');
  expect(closed.querySelector('p')).toBeVisible();
  await expectAccessible();
  const bad = await open('api="http://["', new FakeFeedback(), false);
  await says(bad, 'bien installé');
  const server = new FakeFeedback();
  server.form = { ...exampleForm, themes: [] };
  await says(await open('', server, false), 'bien installé');
  await expectAccessible();
});

test('a choice that is not offered is passed by, and told to the integrator', async () => {
  const told = nextEvent(document, 'qp-failed');
  const form = await open('site="nulle-part" theme="telephone"');
  expect((await told).detail).toEqual({ reason: 'misconfigured', stage: 'load' });
  expect(within(form, '#site')).toHaveProperty('value', '');
  expect(within(form, '#theme')).toHaveProperty('value', 'telephone');
});

test('in English, what has no translation is marked as French', async () => {
  const form = await open('locale="en" kind="complaint" site="valmont"');
  expect(form.lang).toBe('en');
  expect(textOf(form)).toMatch('Complaint or suggestion');
  await userEvent.click(within(form, '#signed'));
  await userEvent.fill(within(form, '#name'), 'Camille');
  await userEvent.fill(within(form, '#email'), 'c@exemple.fr');
  expect(textOf(form, '#follows')).toMatch('by e-mail no later than 9 December 2026');
  await expectAccessible();
  await userEvent.click(page.elementLocator(form).getByRole('button', { name: 'Français' }));
  expect(textOf(form)).toMatch('Réclamation ou suggestion');
  expect(within(form, '#name')).toHaveProperty('value', 'Camille');
});

test('the form fits in 320 pixels, and its template has no style attribute', async () => {
  await page.viewport(320, 800);
  const form = await open();
  await fill(form);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  expect(form.shadowRoot?.querySelector('[style]')).toBeNull();
  await page.viewport(1280, 900);
});

test('a form that is moved, removed or closed and opened again goes on', async () => {
  const server = new FakeFeedback();
  server.wait = 20;
  const form = await open('', server, false);
  const aside = document.createElement('div');
  document.body.append(aside);
  aside.append(form);
  await shown(form);
  await fill(form);
  form.remove();
  document.querySelector('main')?.append(form);
  form.disabled = true;
  await settled(form);
  form.disabled = false;
  await settled(form);
  expect(within(form, '#name')).toHaveProperty('value', 'Camille Exemple');
});

test('the guards of the answers agree with the schemas of core', () => {
  const answer = { reference: 'A', token: 'b', receivedOn: '2026-11-25', due: null, reason: 'anonymous' };
  const forms: unknown[] = [
    ...[exampleForm, null, {}, { ...exampleForm, sites: [{}] }, { ...exampleForm, themes: 'x' }],
    { ...exampleForm, delay: { amount: 0, unit: 'ouvres', bound: 'inclusive' } },
    { ...exampleForm, delay: { amount: 10, unit: 'jours', bound: 'inclusive' } },
    { ...exampleForm, calendars: { a: { zone: 'mars', closings: [] } } },
    { ...exampleForm, calendars: { a: { zone: 'reunion', closings: ['2026-02-30'] } } },
    { ...exampleForm, services: [{ id: 'A b', name: 'x' }] },
    { ...exampleForm, services: [{ id: 'a', name: 'x', phone: 'abc' }] },
    { ...exampleForm, privacy: { controller: '', officer: 'x', keptMonths: 24 } },
    { ...exampleForm, themes: [{ id: 'a', label: { en: 'x' } }] },
  ];
  for (const form of forms) expect(isFeedbackForm(form)).toBe(safeParse(feedbackFormSchema, form).success);
  const answers: unknown[] = [
    ...[answer, null, [], { ...answer, due: '2026-12-09' }, { ...answer, due: 'demain' }],
    ...[
      { ...answer, reason: 'x' },
      { ...answer, service: {} },
      { ...answer, service: { name: 'x', phone: '1' } },
    ],
    ...[
      { ...answer, service: { name: 'x', email: 'a@exemple.fr' } },
      { ...answer, reference: ' ' },
    ],
  ];
  for (const each of answers)
    expect(isFeedbackAnswer(each)).toBe(safeParse(feedbackAnswerSchema, each).success);
});
