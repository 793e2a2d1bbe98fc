import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RenderedFacts } from './facts.ts';
import { openBrowser, type Answer, type PageBrowser } from './render.ts';

const SITE = 'https://www.exemple.gouv.fr';
let browser: PageBrowser;
beforeAll(async () => {
  browser = await openBrowser({ deadline: 20_000 });
});
afterAll(() => browser.close());

const page = (body: string): string =>
  `<!doctype html><html lang="fr"><head><title>Essai</title></head><body><main><h1>Essai</h1>${body}</main></body></html>`;

/** Renders one page, and says what it asked for beside itself. */
async function render(body: string, tries = true): Promise<{ facts: RenderedFacts; asked: string[] }> {
  const asked: string[] = [];
  const answer: Answer = (url) => {
    if (url !== `${SITE}/essai`) asked.push(url.replace(SITE, ''));
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    const common = { url, outcome: 'ok' as const, status: 200, headers, fetchedOn: '2026-11-24' };
    return Promise.resolve({ url, moved: false, answer: { ...common, body: Buffer.from(page(body)) } });
  };
  const facts = await browser.render({ url: `${SITE}/essai`, tries }, answer);
  if ('failure' in facts) throw new TypeError(facts.failure);
  return { facts, asked };
}

test('whatever is tried on a page, nothing that it leads to is asked for', async () => {
  const { facts, asked } = await render(`
    <p><a href="/suite" onfocus="location.href = '/au-focus'">Suite</a></p>
    <div onclick="location.href = '/au-clic'" style="cursor: pointer">Voir</div>
    <label>Ville <select onchange="location.href = '/au-choix'"><option>Aix</option><option>Arles</option></select></label>
    <form action="/envoi" method="post"><label>Nom <input name="n"></label><button onclick="void 0">Envoyer</button></form>
    <form action="/recherche"><label>Mots <input name="q"></label><button onclick="void 0">Chercher</button></form>
    <button type="button" onclick="window.open('/fenetre'); fetch('/envoi-cache', { method: 'POST' })">Avis</button>
    <script>setTimeout(() => location.assign('/plus-tard'), 60000)</script>`);
  expect(asked).toEqual([]);
  expect(facts.broken).toBeUndefined();
  expect(facts.passes?.fields?.leading).toMatchObject([{ kind: 'page' }]);
  expect(facts.passes?.delays?.delays).toEqual([{ kind: 'leaves', seconds: 60 }]);
});

const WITNESS = `<script>
document.title = [setTimeout, setInterval, clearTimeout, open, requestAnimationFrame]
  .map((one) => one.name + ' ' + String(one).includes('[native code]') + ' ' + one.length).join(', ');
</script>`;

test('a page can’t tell that its timers are noted down', async () => {
  const noted = await render(WITNESS);
  const plain = await render(WITNESS, false);
  expect(noted.facts.title).toBe(plain.facts.title);
  expect(noted.facts.title).toContain('setTimeout true 1');
});

test('a page on which nothing is tried has nothing noted down', async () => {
  const { facts } = await render(
    `<script>document.title = String(Object.getOwnPropertySymbols(window).length)</script>`,
    false,
  );
  expect(facts.title).toBe('0');
  expect(facts).not.toHaveProperty('passes');
});

test('a page that freezes at a key costs the passes that follow, and not the page', async () => {
  const { facts } = await render(
    `<p><a href="/a">Suite</a></p><script>addEventListener('keydown', (event) => { if (event.key === 'q') for (const end = Date.now() + 12000; Date.now() < end;); })</script>`,
  );
  expect(facts.passes?.keyboard?.stops).toBe(1);
  const broken = Object.keys(facts.broken ?? {});
  expect(broken[0]).toBe('shortcuts');
  expect(broken).toContain('forms');
}, 40_000);
