import axe, { type AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChromium } from '../chromium.ts';

/** A document of ours, opened as its reader would. */
export interface Opened {
  readonly page: Page;
  /** Requests other than the document, and what the console said. */
  readonly noise: readonly string[];
}

/** The browser that reports are opened in; whoever launches it closes it. */
export function launchBrowser(): Promise<Browser> {
  const path = findChromium();
  return chromium.launch(path === undefined ? {} : { executablePath: path });
}

/** Opens a document that needs nothing else, and listens to it. */
export async function openHtml(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const page = await browser.newPage(options);
  const noise: string[] = [];
  const address = 'https://rapport.invalid/';
  page.on('console', (message) => noise.push(message.text()));
  await page.route('**', async (route) => {
    const url = route.request().url();
    if (url !== address) noise.push(url);
    await route.fulfill({ contentType: 'text/html', body: url === address ? html : '' });
  });
  await page.goto(address);
  return { page, noise };
}

/** Unfolds all that is folded, and lays out what is out of sight, which has no size until then. */
export async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('li { content-visibility: visible !important; }');
    document.adoptedStyleSheets.push(sheet);
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** What axe-core finds, with where. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate<AxeResults>(
    'axe.run({ rules: { "target-size": { enabled: true } } })',
  );
  return found.map(({ id, nodes }) => `${id} ${String(nodes[0]?.target)}`);
}

/** Pixels that stand beyond the right edge. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
