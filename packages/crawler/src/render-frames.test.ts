import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RenderedFacts } from './facts.ts';
import { openBrowser, type Answer, type PageBrowser } from './render.ts';

const SITE = 'https://www.exemple.gouv.fr/essai';
/** Of another site, served from what the audit collected. */
const OTHER = 'https://formulaires.exemple.org/cadre';
let browser: PageBrowser;
beforeAll(async () => {
  browser = await openBrowser({ deadline: 30_000 });
});
afterAll(() => browser.close());

/** Addresses asked for that nothing answers. */
let asked: string[] = [];

/** What is tried on a page with one frame between two links. */
async function tried(held: string, frame = `<iframe src="${OTHER}" title="Prendre date"></iframe>`) {
  const pages: Readonly<Record<string, string>> = {
    [SITE]: `<main><h1>Essai</h1><p><a href="/a">Avant</a></p>${frame}<p><a href="/b">Après</a></p></main>`,
    [OTHER]: held,
  };
  const answer: Answer = (url) => {
    const body = pages[url];
    if (body === undefined) {
      asked.push(url);
      return Promise.resolve(null);
    }
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    const common = { url, outcome: 'ok' as const, status: 200, headers, fetchedOn: '2026-11-24' };
    const html = `<!doctype html><html lang="fr"><head><title>Essai</title></head><body>${body}</body></html>`;
    return Promise.resolve({ url, moved: false, answer: { ...common, body: Buffer.from(html) } });
  };
  const facts = await browser.render({ url: SITE, tries: true }, answer);
  if ('failure' in facts) throw new TypeError(facts.failure);
  expect(facts.broken).toBeUndefined();
  return facts.passes as NonNullable<RenderedFacts['passes']>;
}

const HELD = `<label>Nom <input onkeydown="if (event.key === 'Tab') event.preventDefault()"></label>`;
const MOUSE = `<div role="button" style="cursor: pointer" onclick="this.textContent = 'Ouvert à 9 h'">Horaires</div>`;

test('a trap inside a frame of another site is told with the frame', async () => {
  const { keyboard } = await tried(HELD);
  expect(keyboard?.traps).toMatchObject([{ selector: 'iframe >>> input', zone: 'main' }]);
  expect(keyboard?.traps[0]?.html).toContain('(dans le cadre «\u00a0Prendre date\u00a0»)');
});

test('a frame that the keyboard leaves, however many its stops, is no trap', async () => {
  const links = Array.from({ length: 60 }, (_, i) => `<a href="/${String(i)}">Jour ${String(i)}</a> `);
  const { keyboard } = await tried(links.join(''));
  expect(keyboard?.traps).toEqual([]);
});

test('what only the mouse sets going in a frame is clicked where the frame stands', async () => {
  const { pointer } = await tried(`<p><a href="/a">Rue</a></p>${MOUSE}`);
  expect(pointer?.mouseOnly).toMatchObject([{ lack: 'reach', isProven: true, hasRole: true }]);
  expect(pointer?.mouseOnly[0]?.selector).toBe('iframe >>> div');
});

test('a frame out of the keyboard’s way, or hidden, is not gone into', async () => {
  for (const attribute of ['tabindex="-1"', 'hidden', 'inert']) {
    const { keyboard } = await tried(
      HELD,
      `<iframe src="${OTHER}" title="Prendre date" ${attribute}></iframe>`,
    );
    expect(keyboard?.traps).toEqual([]);
  }
});

test('a frame without a title is told as such, and one that goes away meanwhile costs nothing to the page', async () => {
  const { keyboard } = await tried(HELD, `<iframe src="${OTHER}"></iframe>`);
  expect(keyboard?.traps[0]?.html).toContain('(dans un cadre sans titre)');
  const { keyboard: page } = await tried(
    `<a href="/rue" onfocus="parent.postMessage('fin', '*')">Rue</a>`,
    `<iframe src="${OTHER}" title="Prendre date"></iframe><script>onmessage = () => document.querySelector('iframe').remove()</script>`,
  );
  expect(page?.stops).toBeGreaterThan(0);
});

test('nothing that a frame leads to is asked for', async () => {
  asked = [];
  const { pointer } = await tried(`
    <p><a href="/rue" onfocus="location.href = '/au-focus'">Rue</a></p>
    <div role="button" style="cursor: pointer" onclick="location.href = '/au-clic'">Horaires</div>
    <div role="button" style="cursor: pointer" class="b" onclick="open('/fenetre')">Avis</div>`);
  expect(pointer?.mouseOnly.length).toBeGreaterThan(0);
  expect(asked).toEqual([]);
});
