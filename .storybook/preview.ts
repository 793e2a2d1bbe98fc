import type { Preview } from '@storybook/web-components-vite';

const preview: Preview = {
  parameters: {
    a11y: { test: 'error' },
    options: { storySort: { order: ['Introduction', 'Intégrer', 'Habiller', 'Sécurité', '*'] } },
  },
  globalTypes: {
    locale: {
      description: 'Langue',
      toolbar: { title: 'Langue', items: ['fr', 'en'], dynamicTitle: true },
    },
    width: {
      description: 'Largeur',
      toolbar: { title: 'Largeur', items: ['320', '600', '1000'], dynamicTitle: true },
    },
    scheme: {
      description: 'Thème clair ou sombre',
      toolbar: { title: 'Thème', items: ['light', 'dark'], dynamicTitle: true },
    },
    theme: {
      description: 'Habillage',
      toolbar: { title: 'Habillage', items: ['neutral', 'state'], dynamicTitle: true },
    },
  },
  initialGlobals: { locale: 'fr', width: '320', scheme: 'light', theme: 'neutral' },
};

export default preview;
