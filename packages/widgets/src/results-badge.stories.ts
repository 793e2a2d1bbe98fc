import type { Results } from '@qualepref/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { sampleResults } from './results-fixture.ts';
import { everywhere, idePage } from './story-fixture.ts';

interface Args {
  data?: unknown;
  src?: string;
  form: 'full' | 'compact';
  units: string;
  indicators: string;
  more?: string;
  maxAge: number;
  today: string;
  level: number;
  disabled: boolean;
}

const badge = ({
  data,
  src,
  form,
  units,
  indicators,
  more,
  maxAge,
  today,
  level,
  disabled,
}: Args): TemplateResult =>
  html`<qp-results-badge
    src=${src ?? nothing}
    form=${form}
    units=${units}
    indicators=${indicators}
    more=${more ?? nothing}
    max-age=${maxAge}
    today=${today}
    level=${level}
    ?disabled=${disabled}
    .data=${data}
    ><a href="#resultats">Résultats de la démarche qualité</a></qp-results-badge
  >`;

const meta: Meta<Args> = {
  title: 'Composants/Résultats',
  component: 'qp-results-badge',
  render: badge,
  args: {
    data: sampleResults,
    form: 'full',
    units: '',
    indicators: '',
    maxAge: 396,
    today: '2026-11-24',
    level: 2,
    disabled: false,
  },
  parameters: {
    docs: {
      description: {
        component: `Les résultats de la démarche qualité\u00A0: ce que vaut le label aujourd’hui, chaque indicateur avec son objectif, sa valeur d’avant et ce sur quoi il repose.

À copier\u00A0:

\`\`\`html
<qp-results-badge src="/resultats.json" form="compact" more="/resultats">
  <a href="/resultats">Résultats de la démarche qualité</a>
</qp-results-badge>
\`\`\`

Accessibilité\u00A0: tout chiffre est du texte\u00A0; le tracé répète la phrase qui le suit et n’est pas lu. Données personnelles\u00A0: aucune. Le logo officiel n’est jamais dessiné.`,
      },
    },
  },
};
export default meta;

type Story = StoryObj<Args>;

const changed = (over: Partial<Results>): Results => ({ ...sampleResults, ...over });
const { label: _, ...unlabelled } = sampleResults;

/** La forme complète. La lectrice passe à l’anglais, puis revient. */
export const Complet: Story = {
  play: async ({ canvasElement, globals }) => {
    const root = canvasElement.querySelector('qp-results-badge')?.shadowRoot;
    if (!root) throw new Error('no badge');
    const title = (): string | undefined => root.querySelector('h2')?.textContent;
    const first =
      globals['locale'] === 'en'
        ? ['English', 'Quality results']
        : ['Français', 'Résultats de la démarche qualité'];
    const button = (name: string): Element => {
      const found = [...root.querySelectorAll('button')].find(
        ({ textContent }) => textContent.trim() === name,
      );
      if (!found) throw new Error(`no button ${name}`);
      return found;
    };
    await waitFor(() => expect(title()).toBe(first[1]));
    await userEvent.click(button('English'));
    await waitFor(() => expect(title()).toBe('Quality results'));
    await userEvent.click(button('Français'));
    await waitFor(() => expect(title()).toBe('Résultats de la démarche qualité'));
  },
};

/** La forme courte, avec un lien vers tous les résultats. */
export const Compact: Story = { args: { form: 'compact', more: '#resultats' } };

/** Une seule sous-préfecture, un seul indicateur. */
export const UnIndicateur: Story = { args: { units: 'aix', indicators: 'sat.theme' } };

/** Le label est échu. */
export const LabelEchu: Story = { args: { today: '2028-02-01', maxAge: 1000 } };

/** Le label est suspendu. */
export const LabelSuspendu: Story = {
  args: {
    data: changed({
      ...(sampleResults.label
        ? {
            label: {
              ...sampleResults.label,
              suspended: { from: '2026-09', reason: { fr: 'travaux', en: 'works' } },
            },
          }
        : {}),
    }),
  },
};

/** Des résultats publiés sans label. */
export const SansLabel: Story = { args: { data: unlabelled } };

/** Rien n’est venu depuis trop longtemps. */
export const Perime: Story = { args: { data: changed({ publishedOn: '2025-01-15' }) } };

/** Pas encore de résultats. */
export const Vide: Story = { args: { data: changed({ indicators: [] }) } };

/** Le fichier n’a pas la forme attendue. */
export const Invalide: Story = { args: { data: { schemaVersion: 9 } } };

/** L’intégrateur n’a donné ni adresse ni résultats. */
export const MalConfigure: Story = { args: { data: undefined } };

/** Éteint par l’intégrateur. */
export const Eteint: Story = { args: { disabled: true } };

/** Le serveur répond mal\u00A0: la lectrice peut réessayer. */
export const ServeurEnPanne: Story = {
  args: { data: undefined, src: '/absent.json' },
  beforeEach: () => answering(() => Promise.resolve(new Response('', { status: 503 }))),
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('qp-results-badge')?.shadowRoot;
    await waitFor(() => expect(root?.querySelector('.warning')).not.toBeNull());
    const retry = root?.querySelector<HTMLElement>('#state button');
    if (!retry) throw new Error('no retry');
    await userEvent.click(retry);
    await waitFor(() => expect(root?.querySelector('.warning')).not.toBeNull());
  },
};

/** Hors connexion. */
export const HorsConnexion: Story = {
  args: { data: undefined, src: '/absent.json' },
  beforeEach: () => answering(() => Promise.reject(new TypeError('offline'))),
};

/** En attente, avec la place de ce qui vient. */
export const Chargement: Story = {
  args: { data: undefined, src: '/absent.json' },
  beforeEach: () => answering(() => new Promise(() => undefined)),
};

/** Dans une page écrite de droite à gauche, où le français se lit toujours de gauche à droite. */
export const DroiteAGauche: Story = { render: (args) => html`<div dir="rtl">${badge(args)}</div>` };

/** Dans une page d’un site départemental de l’État\u00A0: noms de classes du système de design, sans un de ses fichiers. */
export const DansUnePage: Story = {
  args: { level: 2 },
  parameters: { bare: true },
  render: (args) => idePage('La démarche qualité', badge(args)),
};

/** Dans une page dont les styles défont tout. */
export const PageHostile: Story = {
  // The page round the widget is unreadable on purpose.
  parameters: { a11y: { context: 'qp-results-badge' } },
  render: (args) =>
    html`<div class="hostile">
      <p>Texte de la page</p>
      ${badge(args)}
    </div>`,
};

/** En chaque langue, largeur, schéma et habillage. */
export const Partout: Story = {
  args: { indicators: 'mail.taux courrier.taux' },
  parameters: { bare: true },
  render: (args) => everywhere(() => badge(args)),
};

/** Puts a network in the place of the page's, and gives what puts it back. */
function answering(respond: () => Promise<Response>): () => void {
  const own = window.fetch.bind(window);
  window.fetch = respond;
  return () => {
    window.fetch = own;
  };
}
