import { QualeprefError } from '@qualepref/core';
import { launch, whileAlive } from './render-launch.ts';

/** Milliseconds that one document may take before the browser is given up. */
const LIMIT = 300_000;

/** Prints whole HTML documents as PDF, one after the other, in one browser. */
export interface Printer {
  /**
   * A tagged A4 PDF, with bookmarks from the headings, and the title and language of the document.
   *
   * @param html needs nothing else: it is shown without scripts and without any network
   * @param style is added to that of the document
   * @throws QualeprefError `print-failed` when the browser stops, or does not answer
   */
  readonly print: (html: string, style?: string) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/**
 * Starts the browser that prints, under the same rules as the one that audits.
 *
 * @throws QualeprefError `chromium-missing`, `chromium-broken`, `disk-full`
 */
export async function openPrinter(): Promise<Printer> {
  const { browser } = await launch();
  const printed = async (html: string, style: string): Promise<Uint8Array> => {
    const context = await browser.newContext({ javaScriptEnabled: false, serviceWorkers: 'block' });
    try {
      await context.route('**', (route) => route.abort());
      const page = await context.newPage();
      await page.setContent(html, { timeout: LIMIT });
      // The document's own policy refuses a style that it does not know.
      await page.evaluate(async (text) => {
        const sheet = new CSSStyleSheet();
        document.adoptedStyleSheets.push(await sheet.replace(text));
      }, style);
      return await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true, outline: true });
    } finally {
      await context.close();
    }
  };
  return {
    print: async (html, style = '') => {
      try {
        return await whileAlive(browser, printed(html, style), LIMIT);
      } catch (cause) {
        throw new QualeprefError(
          'print-failed',
          'Le navigateur n’a pas pu faire le PDF : relancer la même commande, ou ouvrir le fichier HTML dans un navigateur et l’imprimer.',
          { cause },
        );
      }
    },
    close: () => browser.close(),
  };
}
