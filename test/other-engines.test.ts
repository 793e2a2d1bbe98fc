import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEYS, type DrivenBrowser } from './driven-browser.ts';
import { Firefox } from './firefox.ts';
import { serveSite, type ServedSite } from './site/serve.ts';
import { WebKit } from './webkit.ts';

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite({ variant: 'clean' });
});
afterAll(() => site.close());

/** The engine of Safari runs on Linux only. */
const ENGINES: readonly (readonly [name: string, start: () => Promise<DrivenBrowser>])[] = [
  ['Firefox', () => Firefox.start()],
  ...(process.platform === 'linux' ? [['WebKit', () => WebKit.start()] as const] : []),
];

describe.each(ENGINES)('%s', (name, start) => {
  let browser: DrivenBrowser;
  beforeAll(async () => {
    browser = await start();
  }, 90_000);
  afterAll(() => browser.close(), 30_000);

  /** Opens a page with its ear on what the policy refuses. */
  async function open(path: string, width?: number): Promise<void> {
    await browser.open(`${site.origin}${path}`, width);
    await browser.evaluate(`(window.violations = [], addEventListener('securitypolicyviolation',
    ({ violatedDirective }) => violations.push(violatedDirective)), 0)`);
  }

  const within =
    (tag: string) =>
    (selector: string): string =>
      `document.querySelector('${tag}')?.shadowRoot?.querySelector('${selector}')`;
  const reads = (tag: string, words: string): Promise<void> =>
    browser.until(
      `document.querySelector('${tag}')?.shadowRoot?.querySelector('h2')?.textContent.includes('${words}')`,
    );

  test('books an appointment with the keyboard, to the confirmation', async () => {
    const tag = 'qp-appointment-booking';
    const at = within(tag);
    await open('/Prendre-un-rendez-vous');
    await reads(tag, 'Choisir le site');
    await browser.evaluate(`${at('input[type=radio]')}.focus()`);
    await browser.type(KEYS.down + KEYS.up + KEYS.enter);
    await reads(tag, 'Choisir la démarche');
    // The title has the focus: the first choice comes next.
    await browser.type(KEYS.tab + KEYS.down + KEYS.up + KEYS.enter);
    await reads(tag, 'Choisir le jour');
    await browser.click(at('input[name=slot]'));
    await browser.click(at('form .primary'));
    await reads(tag, 'Vos coordonnées');
    await browser.evaluate(`${at('#name')}.focus()`);
    // One person books once.
    await browser.type(`Camille Exemple${KEYS.tab}${name.toLowerCase()}@exemple.fr${KEYS.enter}`);
    await reads(tag, 'Vérifier');
    await browser.click(at('.primary'));
    await reads(tag, 'Rendez-vous confirmé');
    expect(await browser.evaluate(`${at('[part=appointment]')}.textContent`)).toMatch(
      /Préfecture à Brumeval/,
    );
    expect(await browser.evaluate('violations')).toEqual([]);
  }, 60_000);

  test('sends a complaint, and shows the day of its reply', async () => {
    const tag = 'qp-feedback-form';
    const at = within(tag);
    await open('/Contact', 320);
    await browser.click(at('#kind'));
    for (const [field, choice] of [
      ['site', 'brumeval'],
      ['theme', 'attente'],
    ] as const)
      await browser.evaluate(`(() => {
      const select = ${at(`#${field}`)};
      select.value = '${choice}';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      select.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
    await browser.click(at('#text'));
    await browser.type('Deux heures d’attente au guichet.');
    await browser.click(at('#signed'));
    await browser.click(at('#name'));
    await browser.type(`Camille Exemple${KEYS.tab}camille@exemple.fr`);
    await browser.until(`/au plus tard/.test(${at('#follows')}.textContent)`);
    // Some windows cannot be made as narrow as that.
    expect(await browser.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await browser.click(at('[part=submit]'));
    await browser.until(at('[part=receipt]'));
    expect(await browser.evaluate('violations')).toEqual([]);
  }, 60_000);

  test('shows the results, in French and in English', async () => {
    const tag = 'qp-results-badge';
    const at = within(tag);
    await open('/Qualite/Resultats');
    await browser.until(at('[part=figure]'));
    await reads(tag, 'Résultats de la démarche qualité');
    await browser.click(at('button[lang=en]'));
    await reads(tag, 'Quality results');
    expect(await browser.evaluate(`document.querySelector('${tag}').lang`)).toBe('en');
    expect(await browser.evaluate('violations')).toEqual([]);
  }, 60_000);
});
