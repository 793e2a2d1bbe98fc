import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { define } from '../packages/widgets/src/define.ts';
import { framed, surroundings } from '../packages/widgets/src/story-fixture.ts';
import './preview.css';

declare const CUSTOM_ELEMENTS_MANIFEST: unknown;

setCustomElementsManifest(CUSTOM_ELEMENTS_MANIFEST);
define();

const choice = (title: string, items: readonly string[]): object => ({
  description: title,
  toolbar: { title, items: [...items], dynamicTitle: true },
});

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    options: {
      storySort: {
        order: ['Introduction', 'Intégrer', 'Habiller', 'Sécurité', 'Composants', 'Changements', '*'],
      },
    },
  },
  globalTypes: {
    locale: choice('Langue', surroundings.locale),
    width: choice('Largeur', surroundings.width),
    scheme: choice('Clair ou sombre', surroundings.scheme),
    theme: choice('Habillage', surroundings.theme),
  },
  initialGlobals: { locale: 'fr', width: '320', scheme: 'light', theme: 'neutral' },
  decorators: [
    (story, { globals, parameters }) =>
      parameters['bare'] ? story() : framed(globals as Parameters<typeof framed>[0], story()),
  ],
};

export default preview;
