import { chromium } from 'playwright';

/**
 * All that a report does beyond showing itself, once everything in it is
 * unfolded: what it asks for, says, opens, or changes of its title.
 */
export async function deedsOf(html: string, executablePath: string): Promise<string[]> {
  const browser = await chromium.launch(executablePath === '' ? {} : { executablePath });
  try {
    const page = await browser.newPage();
    const deeds: string[] = [];
    const address = 'https://rapport.invalid/';
    page.on('console', (message) => deeds.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => deeds.push(`error: ${error.message}`));
    page.on('popup', (popup) => deeds.push(`window: ${popup.url()}`));
    page.on('dialog', (dialog) => {
      deeds.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.route('**', async (route) => {
      const url = route.request().url();
      if (url !== address) deeds.push(`request: ${url}`);
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body: url === address ? html : '' });
    });
    await page.goto(address);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      scrollTo(0, document.body.scrollHeight);
    });
    await page.waitForTimeout(500);
    const title = await page.title();
    if (!html.includes(`<title>${title}</title>`)) deeds.push(`title: ${title}`);
    // What the planted scripts would write.
    if (await page.evaluate(() => 'pwned' in globalThis)) deeds.push('a planted script ran');
    return deeds;
  } finally {
    await browser.close();
  }
}
