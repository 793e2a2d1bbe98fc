import { afterAll, beforeAll, expect, test } from 'vitest';
import { Firefox, KEYS } from './firefox.ts';
import { serveSite, type ServedSite } from './site/serve.ts';

let site: ServedSite;
let firefox: Firefox;
beforeAll(async () => {
  site = await serveSite({ variant: 'clean' });
  firefox = await Firefox.start();
}, 90_000);
afterAll(async () => {
  await firefox.close();
  await site.close();
}, 30_000);

/** Opens a page with its ear on what the policy refuses. */
async function open(path: string, width?: number): Promise<void> {
  await firefox.open(`${site.origin}${path}`, width);
  await firefox.evaluate(`(window.violations = [], addEventListener('securitypolicyviolation',
    ({ violatedDirective }) => violations.push(violatedDirective)), 0)`);
}

const within =
  (tag: string) =>
  (selector: string): string =>
    `document.querySelector('${tag}')?.shadowRoot?.querySelector('${selector}')`;
const reads = (tag: string, words: string): Promise<void> =>
  firefox.until(
    `document.querySelector('${tag}')?.shadowRoot?.querySelector('h2')?.textContent.includes('${words}')`,
  );

test('Firefox books an appointment with the keyboard, to the confirmation', async () => {
  const tag = 'qp-appointment-booking';
  const at = within(tag);
  await open('/Prendre-un-rendez-vous');
  await reads(tag, 'Choisir le site');
  await firefox.evaluate(`${at('input[type=radio]')}.focus()`);
  await firefox.type(KEYS.down + KEYS.up + KEYS.enter);
  await reads(tag, 'Choisir la démarche');
  // The title has the focus: the first choice comes next.
  await firefox.type(KEYS.tab + KEYS.down + KEYS.up + KEYS.enter);
  await reads(tag, 'Choisir le jour');
  await firefox.click(at('input[name=slot]'));
  await firefox.click(at('form .primary'));
  await reads(tag, 'Vos coordonnées');
  await firefox.evaluate(`${at('#name')}.focus()`);
  await firefox.type(`Camille Exemple${KEYS.tab}camille@exemple.fr${KEYS.enter}`);
  await reads(tag, 'Vérifier');
  await firefox.click(at('.primary'));
  await reads(tag, 'Rendez-vous confirmé');
  expect(await firefox.evaluate(`${at('[part=appointment]')}.textContent`)).toMatch(/Préfecture à Brumeval/);
  expect(await firefox.evaluate('violations')).toEqual([]);
}, 60_000);

test('Firefox sends a complaint, and shows the day of its reply', async () => {
  const tag = 'qp-feedback-form';
  const at = within(tag);
  await open('/Contact', 320);
  await firefox.click(at('#kind'));
  for (const [field, choice] of [
    ['site', 'brumeval'],
    ['theme', 'attente'],
  ] as const)
    await firefox.evaluate(`(() => {
      const select = ${at(`#${field}`)};
      select.value = '${choice}';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      select.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
  await firefox.click(at('#text'));
  await firefox.type('Deux heures d’attente au guichet.');
  await firefox.click(at('#signed'));
  await firefox.click(at('#name'));
  await firefox.type(`Camille Exemple${KEYS.tab}camille@exemple.fr`);
  await firefox.until(`/au plus tard/.test(${at('#follows')}.textContent)`);
  expect(await firefox.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await firefox.click(at('[part=submit]'));
  await firefox.until(at('[part=receipt]'));
  expect(await firefox.evaluate('violations')).toEqual([]);
}, 60_000);

test('Firefox shows the results, in French and in English', async () => {
  const tag = 'qp-results-badge';
  const at = within(tag);
  await open('/Qualite/Resultats');
  await firefox.until(at('[part=figure]'));
  await reads(tag, 'Résultats de la démarche qualité');
  await firefox.click(at('button[lang=en]'));
  await reads(tag, 'Quality results');
  expect(await firefox.evaluate(`document.querySelector('${tag}').lang`)).toBe('en');
  expect(await firefox.evaluate('violations')).toEqual([]);
}, 60_000);
