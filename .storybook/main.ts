import type { StorybookConfig } from '@storybook/web-components-vite';
import { manifest } from '../packages/widgets/build/manifest.js';

const config: StorybookConfig = {
  stories: ['../packages/widgets/src/**/*.mdx', '../packages/widgets/src/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: '@storybook/web-components-vite',
  // Nothing leaves the machine.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  viteFinal: async (vite) => ({
    ...vite,
    // Made from the doc comments, so that no build has to come first.
    define: { ...vite.define, CUSTOM_ELEMENTS_MANIFEST: JSON.stringify(await manifest()) },
    resolve: {
      ...vite.resolve,
      conditions: ['@qualepref/source', 'module', 'browser', 'development|production'],
    },
  }),
};

export default config;
