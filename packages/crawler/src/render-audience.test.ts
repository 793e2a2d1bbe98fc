import { expect, test } from 'vitest';
import { isAudience } from './render-audience.ts';

test.each([
  'https://stats.data.gouv.fr/piwik.php?idsite=1',
  'https://www.exemple.gouv.fr/outils/matomo.js?v=2',
  'https://logs1258.xiti.com/hit.xiti?s=1',
  'https://www.google-analytics.com/g/collect',
  'https://www.googletagmanager.com/gtm.js?id=GTM-1',
  'https://abcd.eulerian.com/ea.js',
  'https://tag.aticdn.net/piano-analytics.js',
])('%s counts visits', (url) => {
  expect(isAudience(url)).toBe(true);
});

test.each([
  'https://www.exemple.gouv.fr/Publications/Matomo',
  'https://www.exemple.gouv.fr/assets/area.js',
  'https://notxiti.com/page',
  'https://www.data.gouv.fr/fr/datasets/matomo.json',
  'data:text/plain,matomo.js',
])('%s does not', (url) => {
  expect(isAudience(url)).toBe(false);
});
