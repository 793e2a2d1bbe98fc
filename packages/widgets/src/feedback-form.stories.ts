import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { define } from './define.ts';
import { exampleForm, FakeFeedback } from './fake-feedback.ts';
import type { FeedbackForm } from './feedback-form.ts';
import { everywhere, idePage } from './story-fixture.ts';

define();

interface Args {
  readonly site: string;
  readonly theme: string;
  readonly kind: '' | 'complaint' | 'suggestion' | 'request';
  readonly locale: '' | 'fr' | 'en';
  readonly disabled: boolean;
  readonly server: () => FakeFeedback;
}

/** The toolbar decides of the language, unless the story does. */
const draw = (
  { site, theme, kind, locale, disabled, server }: Args,
  { globals }: { globals: Record<string, unknown> },
): TemplateResult =>
  html`<qp-feedback-form
    .fetch=${server().fetch}
    .site=${site}
    .theme=${theme}
    .kind=${kind}
    .locale=${locale === '' ? String(globals['locale']) : locale}
    ?disabled=${disabled}
  >
    <p>Vous pouvez aussi appeler le <a href="tel:0199001234">01 99 00 12 34</a>.</p>
  </qp-feedback-form>`;

const meta: Meta<Args> = {
  title: 'Réclamation ou suggestion',
  component: 'qp-feedback-form',
  tags: ['autodocs'],
  args: {
    ...{ site: '', theme: '', kind: '', locale: '', disabled: false },
    server: () => new FakeFeedback(),
  },
  argTypes: {
    kind: { control: 'select', options: ['', 'complaint', 'suggestion', 'request'] },
    locale: { control: 'select', options: ['', 'fr', 'en'] },
    server: { table: { disable: true } },
  },
  beforeEach: () => {
    localStorage.clear();
  },
  render: draw,
  parameters: {
    docs: {
      description: {
        component: `
Recueille une réclamation ou une suggestion, anonyme ou signée, et dit à tout moment ce qui va suivre : une réponse au plus tard à telle date, ou pas de réponse possible.

\`\`\`html
<script type="module" src="https://…/qualepref.js" integrity="…"></script>
<qp-feedback-form api="https://qualite.exemple.gouv.fr" site="prefecture">
  <p>Sans ce formulaire : <a href="/contact">nous écrire</a>, ou 01 99 00 12 34.</p>
</qp-feedback-form>
\`\`\`

**Liens directs.** \`site\`, \`theme\` et \`kind\` (\`complaint\`, \`suggestion\`, \`request\`) choisissent d’avance. Un choix qui n’est pas offert est ignoré, et signalé par l’événement \`qp-failed\`.

**Événements.** \`qp-sent\` ne contient que la référence, la nature du message et la date de réponse : rien de ce que la personne a écrit. \`qp-failed\` dit pourquoi le formulaire n’a pas pu être chargé ou envoyé.

**Accessibilité.** Éléments natifs, erreurs liées à leur champ et résumées, focus sur la première. Ce qui va suivre est annoncé quand cela change, pas à chaque frappe.

**Données personnelles.** Base légale : mission d’intérêt public, donc aucune case de consentement. Le brouillon reste sur l’appareil, sept jours au plus, et disparaît à l’envoi. Aucun cookie, aucune requête vers un tiers.

**Robots.** Un champ piège et une preuve de travail, sans image ni énigme. Elles ralentissent les robots ; elles n’arrêtent pas quelqu’un de patient.`,
      },
    },
  },
};

export default meta;
type Story = StoryObj<Args>;

/** What stories touch inside the form. */
function formIn(canvas: HTMLElement): { form: FeedbackForm; at: (selector: string) => HTMLElement } {
  const form = canvas.querySelector('qp-feedback-form');
  if (!form) throw new Error('no form');
  const at = (selector: string): HTMLElement => {
    const found = form.shadowRoot?.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };
  return { form, at };
}

async function fill(canvas: HTMLElement): Promise<void> {
  const { at } = formIn(canvas);
  await waitFor(() => at('form'));
  await userEvent.click(at('#kind'));
  await userEvent.selectOptions(at('#site'), 'valmont');
  await userEvent.selectOptions(at('#theme'), 'attente');
  await userEvent.type(at('#text'), 'Deux heures d’attente au guichet.');
  await userEvent.click(at('#signed'));
  await waitFor(() => at('#name'));
  await userEvent.type(at('#name'), 'Camille Exemple');
  await userEvent.type(at('#email'), 'camille@exemple.fr');
}

const shown =
  (selector: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    await waitFor(() => expect(formIn(canvasElement).at(selector)).toBeInTheDocument(), { timeout: 5000 });
  };

export const Vide: Story = { play: shown('form') };

export const Chargement: Story = {
  args: { server: () => Object.assign(new FakeFeedback(), { wait: 3_600_000 }) },
  play: shown('.skeleton'),
};

export const Erreurs: Story = {
  play: async ({ canvasElement }) => {
    const { at } = formIn(canvasElement);
    await waitFor(() => at('form'));
    await userEvent.click(at('[part=submit]'));
    await waitFor(() => expect(at('#kind-error')).not.toHaveTextContent(/^$/));
  },
};

export const Signee: Story = {
  name: 'Signée : la date de la réponse',
  play: async ({ canvasElement }) => {
    await fill(canvasElement);
    await expect(formIn(canvasElement).at('#follows')).toHaveTextContent(/courriel au plus tard le/);
  },
};

export const Anonyme: Story = {
  name: 'Anonyme : aucune réponse possible',
  args: { kind: 'suggestion' },
  play: async ({ canvasElement }) => {
    const { at } = formIn(canvasElement);
    await waitFor(() => at('form'));
    await userEvent.click(at('#signed-no'));
    await expect(at('#follows')).toHaveTextContent(/aucune réponse/);
  },
};

export const NumeroDeSecuriteSociale: Story = {
  name: 'Numéro de sécurité sociale repéré',
  args: { kind: 'complaint' },
  play: async ({ canvasElement }) => {
    const { at } = formIn(canvasElement);
    await waitFor(() => at('form'));
    await userEvent.type(at('#text'), 'Mon numéro : 2 55 08 14 168 025 38.');
    await waitFor(() => expect(at('#text-number')).toHaveTextContent(/sécurité sociale/));
  },
};

export const Demande: Story = {
  name: 'Simple demande : le bon service',
  args: { kind: 'request' },
  play: shown('[part=request]'),
};

export const EnvoiEnCours: Story = {
  name: 'Envoi en cours',
  play: async ({ canvasElement }) => {
    await fill(canvasElement);
    const { form, at } = formIn(canvasElement);
    form.fetch = Object.assign(new FakeFeedback(), { wait: 3_600_000 }).fetch;
    await userEvent.click(at('[part=submit]'));
    await waitFor(() => expect(at('[part=submit]')).toHaveAttribute('aria-disabled', 'true'));
  },
};

export const Envoyee: Story = {
  name: 'Envoyée : l’accusé de réception',
  play: async ({ canvasElement }) => {
    await fill(canvasElement);
    const { at } = formIn(canvasElement);
    await userEvent.click(at('[part=submit]'));
    await waitFor(() => expect(at('[part=receipt]')).toHaveTextContent(/EXE-2611/), { timeout: 5000 });
  },
};

export const HorsLigne: Story = {
  name: 'Connexion coupée à l’envoi',
  play: async ({ canvasElement }) => {
    await fill(canvasElement);
    const { form, at } = formIn(canvasElement);
    form.fetch = new FakeFeedback().trouble('offline', 'offline', 'offline').fetch;
    await userEvent.click(at('[part=submit]'));
    await waitFor(() => at('#failure'), { timeout: 5000 });
  },
};

export const TropDeMessages: Story = {
  name: 'Trop de messages',
  play: async ({ canvasElement }) => {
    await fill(canvasElement);
    const { form, at } = formIn(canvasElement);
    form.fetch = new FakeFeedback().trouble('too-many').fetch;
    await userEvent.click(at('[part=submit]'));
    await waitFor(() => at('#failure'));
  },
};

export const ServiceEnPanne: Story = {
  name: 'Formulaire non chargé',
  args: { server: () => new FakeFeedback().trouble('broken') },
  play: shown('[role=alert]'),
};

export const Ferme: Story = { name: 'Fermé par le site', args: { disabled: true }, play: shown('slot') };

export const MalInstalle: Story = {
  name: 'Mal installé',
  args: { server: () => Object.assign(new FakeFeedback(), { form: { ...exampleForm, themes: [] } }) },
  play: shown('[role=alert]'),
};

export const Anglais: Story = { name: 'En anglais', args: { locale: 'en' }, play: shown('form') };

export const DroiteAGauche: Story = {
  name: 'De droite à gauche',
  render: (args, context) => html`<div dir="rtl">${draw(args, context)}</div>`,
  play: shown('form'),
};

/** Dans une page d’un site départemental de l’État\u00a0: noms de classes du système de design, sans un de ses fichiers. */
export const DansUnePage: Story = {
  name: 'Dans une page',
  parameters: { bare: true },
  render: (args, context) => idePage('Nous contacter', draw(args, context)),
  play: shown('form'),
};

/** Dans une page dont les styles défont tout. */
export const PageHostile: Story = {
  name: 'Page hostile',
  // The page round the widget is unreadable on purpose.
  parameters: { a11y: { context: 'qp-feedback-form' } },
  render: (args, context) =>
    html`<div class="hostile">
      <p>Texte de la page</p>
      ${draw(args, context)}
    </div>`,
  play: shown('form'),
};

/** En chaque langue, largeur, schéma et habillage. */
export const Partout: Story = {
  // The same form stands here many times, with the same name.
  parameters: { bare: true, a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } } },
  // The language is that of the page round each.
  render: ({ server }) =>
    everywhere(() => html`<qp-feedback-form .fetch=${server().fetch}></qp-feedback-form>`),
  play: async ({ canvasElement }) => {
    const forms = [...canvasElement.querySelectorAll('qp-feedback-form')];
    await waitFor(() => expect(forms.every((each) => each.shadowRoot?.querySelector('form'))).toBe(true));
  },
};
