import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { define } from './define.ts';
import { FakeBooking } from './fake-booking.ts';
import { demoRules, manyRules } from './fake-booking-data.ts';
import { everywhere, idePage } from './story-fixture.ts';

define();

interface Args {
  readonly site: string;
  readonly procedure: string;
  readonly view: 'week' | 'month';
  readonly locale: '' | 'fr' | 'en';
  readonly disabled: boolean;
  /** Opens an appointment that is booked already. */
  readonly isBooked: boolean;
  readonly server: () => FakeBooking;
}

/** The stories stay on one day, so that they look the same tomorrow. */
const NOW = Date.parse('2026-11-24T08:00:00Z');
const now = (): number => NOW;
const START = '2026-11-26T09:00+01:00';

/** The toolbar decides of the language, unless the story does. */
const draw = (
  { site, procedure, view, locale, disabled, isBooked, server }: Args,
  { globals }: { globals: Record<string, unknown> },
): TemplateResult => {
  const fake = server();
  return html`<qp-appointment-booking
    .fetch=${fake.fetch}
    .now=${now}
    .site=${site === '' ? null : site}
    .procedure=${procedure === '' ? null : procedure}
    .token=${isBooked ? fake.booked(START) : null}
    view=${view}
    locale=${locale === '' ? String(globals['locale']) : locale}
    ?disabled=${disabled}
  >
    <p>Vous pouvez appeler le <a href="tel:0199001234">01 99 00 12 34</a>.</p>
  </qp-appointment-booking>`;
};

const meta: Meta<Args> = {
  title: 'Prise de rendez-vous',
  component: 'qp-appointment-booking',
  tags: ['autodocs'],
  args: {
    ...{
      site: 'aix',
      procedure: 'point-numerique',
      view: 'week',
      locale: '',
      disabled: false,
      isBooked: false,
    },
    server: () => new FakeBooking({ now }),
  },
  argTypes: {
    view: { control: 'select', options: ['week', 'month'] },
    locale: { control: 'select', options: ['', 'fr', 'en'] },
    isBooked: { table: { disable: true } },
    server: { table: { disable: true } },
  },
  render: draw,
  parameters: {
    docs: {
      description: {
        component: `
Prend un rendez-vous : site, démarche, jour et heure, coordonnées, vérification, confirmation. Avec \`token\`, montre un rendez-vous à déplacer ou à annuler.

\`\`\`html
<script type="module" src="https://…/qualepref.js" integrity="…"></script>
<qp-appointment-booking api="https://rdv.exemple.gouv.fr" site="aix" procedure="point-numerique">
  <p>Sans ce module : appelez le <a href="tel:0199001234">01 99 00 12 34</a>.</p>
</qp-appointment-booking>
\`\`\`

**Un autre moyen est obligatoire.** Téléphone non surtaxé avec ses horaires, guichet avec son adresse et ses horaires, ou adresse postale : il vient du service, ou de l’emplacement \`other-way\` (un lien \`tel:\` accompagné d’un \`<time>\`, ou une \`<address>\`). Sans lui, la démarche n’est pas proposée, le composant dit quoi corriger et émet \`qp-misconfigured\`.

**Événements.** \`qp-step\`, \`qp-held\`, \`qp-slot-lost\`, \`qp-booked\`, \`qp-moved\`, \`qp-cancelled\`, \`qp-failed\` : jamais ce que la personne a écrit.

**Accessibilité.** Les heures sont des boutons radio, le mois une grille (flèches, Début, Fin, Page précédente et suivante). Le focus va au titre de chaque étape. Le temps restant n’est annoncé qu’à cinq minutes et à une minute, et se prolonge.

**Données personnelles.** Un nom et un moyen de contact, rien d’autre. Aucun cookie, aucune requête vers un tiers. Pour une démarche du service national, rien n’est demandé.

**Robots.** Un champ piège et une preuve de travail, sans énigme : elles ralentissent les robots ; elles n’empêchent pas la revente.`,
      },
    },
  },
};

export default meta;
type Story = StoryObj<Args>;

const shadowOf = (canvas: HTMLElement): ShadowRoot => {
  const root = canvas.querySelector('qp-appointment-booking')?.shadowRoot;
  if (!root) throw new Error('no widget');
  return root;
};

/** Waits for an element of the widget and clicks it. */
const click = async (canvas: HTMLElement, selector: string): Promise<void> => {
  const found = await waitFor(() => {
    const element = shadowOf(canvas).querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`no ${selector}`);
    return element;
  });
  await userEvent.click(found);
};

const reads = async (canvas: HTMLElement, words: string | RegExp): Promise<void> => {
  await waitFor(() =>
    expect(shadowOf(canvas).querySelector('.frame, h2')?.parentNode?.textContent).toMatch(words),
  );
};

const fill = async (canvas: HTMLElement): Promise<void> => {
  await click(canvas, 'input[name="slot"]');
  await click(canvas, 'form .primary');
  await click(canvas, '#name');
  await userEvent.keyboard('Camille Martin');
  await click(canvas, '#email');
  await userEvent.keyboard('c.martin@exemple.fr');
};

export const Parcours: Story = {
  args: { site: '', procedure: '' },
  play: async ({ canvasElement }) => {
    await click(canvasElement, 'input[value="aix"]');
    await click(canvasElement, '.primary');
    await click(canvasElement, 'input[value="point-numerique"]');
    await click(canvasElement, '.primary');
    await fill(canvasElement);
    await click(canvasElement, 'form .primary');
    await click(canvasElement, '.facts ~ .actions .primary');
    await reads(canvasElement, /AIX-2611-K7M4QXR/);
  },
};
export const Site: Story = { args: { site: '', procedure: '' } };
export const Demarche: Story = { name: 'Démarche', args: { procedure: '' } };
export const Semaine: Story = {};
export const Mois: Story = { args: { view: 'month' } };
export const DeuxMilleCreneaux: Story = {
  name: 'Deux mille créneaux',
  args: { server: () => new FakeBooking({ now, rules: manyRules }) },
};
export const AucunCreneau: Story = {
  name: 'Aucun créneau',
  args: { server: () => new FakeBooking({ now, rules: [] }) },
};
export const CreneauPerdu: Story = {
  name: 'Créneau perdu',
  args: { server: () => new FakeBooking({ now, failures: { 'POST /holds': ['slot-full'] } }) },
  play: async ({ canvasElement }) => {
    await click(canvasElement, 'input[name="slot"]');
    await click(canvasElement, 'form .primary');
    await waitFor(() => expect(shadowOf(canvasElement).querySelector('[role="alert"]')).not.toBeNull());
  },
};
export const Erreurs: Story = {
  play: async ({ canvasElement }) => {
    await click(canvasElement, 'input[name="slot"]');
    await click(canvasElement, 'form .primary');
    await waitFor(() => expect(shadowOf(canvasElement).querySelector('#name')).not.toBeNull());
    await click(canvasElement, 'form .primary');
    await waitFor(() =>
      expect(shadowOf(canvasElement).querySelector('[aria-invalid="true"]')).not.toBeNull(),
    );
  },
};
export const Verification: Story = {
  name: 'Vérification',
  play: async ({ canvasElement }) => {
    await fill(canvasElement);
    await click(canvasElement, 'form .primary');
    await waitFor(() => expect(shadowOf(canvasElement).querySelector('.facts')).not.toBeNull());
  },
};
export const ServiceNational: Story = { name: 'Service national', args: { procedure: 'titre-de-sejour' } };
export const Convocation: Story = { args: { procedure: 'naturalisation' } };
export const CourrierOuTelephone: Story = {
  name: 'Courrier ou téléphone',
  args: { procedure: 'associations' },
};
export const SansAutreMoyen: Story = { name: 'Sans autre moyen', args: { procedure: 'sans-autre-moyen' } };
export const ServiceEnPanne: Story = {
  name: 'Service en panne',
  args: { server: () => new FakeBooking({ now, failures: { 'GET /sites': ['nonsense'] } }) },
};
export const HorsLigne: Story = {
  name: 'Hors ligne',
  args: {
    server: () => new FakeBooking({ now, failures: { 'GET /sites': ['offline', 'offline', 'offline'] } }),
  },
};
export const Chargement: Story = {
  args: { server: () => new FakeBooking({ now, failures: { 'GET /sites': ['never'] } }) },
};
export const Suspendu: Story = { args: { disabled: true } };
export const Gerer: Story = { name: 'Déplacer ou annuler', args: { isBooked: true } };
export const Annulation: Story = {
  args: { isBooked: true },
  play: async ({ canvasElement }) => {
    await click(canvasElement, '#cancel');
    await click(canvasElement, '#keep-it + button');
    await waitFor(() => expect(shadowOf(canvasElement).querySelector('#cancel')).toBeNull());
  },
};
export const DeDroiteAGauche: Story = {
  name: 'De droite à gauche',
  args: { view: 'month' },
  render: (args, context) => html`<div dir="rtl">${draw(args, context)}</div>`,
};
export const Anglais: Story = { args: { locale: 'en' } };
/** Dans une page d’un site départemental de l’État\u00a0: noms de classes du système de design, sans un de ses fichiers. */
export const DansUnePage: Story = {
  name: 'Dans une page',
  parameters: { bare: true },
  render: (args, context) => idePage('Prendre un rendez-vous', draw(args, context)),
};
/** Dans une page dont les styles défont tout. */
export const PageHostile: Story = {
  name: 'Page hostile',
  // The page round the widget is unreadable on purpose.
  parameters: { a11y: { context: 'qp-appointment-booking' } },
  render: (args, context) =>
    html`<div class="hostile">
      <p>Texte de la page</p>
      ${draw(args, context)}
    </div>`,
};
/** En chaque langue, largeur, schéma et habillage. */
export const Partout: Story = {
  // Two hours a day: the look of many more is the same.
  args: {
    server: () =>
      new FakeBooking({ now, rules: demoRules.map((rule) => ({ ...rule, from: '09:00', to: '10:00' })) }),
  },
  // The same widget stands here many times, with the same names.
  parameters: { bare: true, a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } } },
  // The language is that of the page round each.
  render: ({ server }) =>
    everywhere(
      () =>
        html`<qp-appointment-booking
          .fetch=${server().fetch}
          .now=${now}
          site="aix"
          procedure="point-numerique"
        ></qp-appointment-booking>`,
    ),
  play: async ({ canvasElement }) => {
    const all = [...canvasElement.querySelectorAll('qp-appointment-booking')];
    await waitFor(() =>
      expect(all.every((each) => each.shadowRoot?.querySelector('input[name="slot"]'))).toBe(true),
    );
  },
};
