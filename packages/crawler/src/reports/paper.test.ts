import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changesOf } from './changes-fixture.ts';
import { comparisonHtml } from './comparison-html.ts';
import { report } from './fixture.ts';
import { style } from './html-style.ts';
import { launchBrowser, openDetails, openHtml, overflow, violations } from './html-testing.ts';
import { summaryFiles } from './summary-files.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const made = { ...report(), changes: changesOf(report()) };
const files = new Map([...summaryFiles(made)].map(({ name, html }) => [name, html]));
const PAGES: readonly (readonly [name: string, html: string])[] = [
  ['the summary', files.get('report-summary.html') ?? ''],
  ['the page of a service', files.get('report-service-contributeurs-du-site.html') ?? ''],
  ['the comparison', comparisonHtml(made.changes)],
];

test.for(PAGES)('axe finds nothing in %s, which fits 320 px, in dark surroundings', async ([, html]) => {
  const options = { viewport: { width: 320, height: 640 }, colorScheme: 'dark' } as const;
  const { page, noise } = await openHtml(browser, html, options);
  await openDetails(page);
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  expect(noise).toEqual([]);
  await page.close();
});

test('the summary is one sheet of A4, with what changed', async () => {
  const { page } = await openHtml(browser, files.get('report-summary.html') ?? '');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.close();
});

test('nothing moves by itself, nor when the reader moves', () => {
  const styles = [style, ...files.values()].join();
  expect(styles).not.toMatch(/animation|transition|scroll-behavior/);
});
