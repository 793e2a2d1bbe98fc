import { afterAll, expect, test } from 'vitest';
import { openBrowser } from '../render.ts';

const browser = await openBrowser();
afterAll(() => browser.close());

const URL = 'https://www.exemple.gouv.fr/';

test('a panel is told by what one reads of it, not by the scripts written in it', async () => {
  const html = `<!doctype html><html lang="fr"><head><title>Essai</title></head><body><main><h1>Essai</h1><button type="button" onclick="tri.hidden = !tri.hidden">Trier</button><div id="tri" hidden><p>Choisir l’ordre <a href="/date">par date</a><script>globalThis.ordre = 'date';</script></p></div></main></body></html>`;
  const facts = await browser.render({ url: URL, tries: true }, (url) => {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    const common = { url, outcome: 'ok' as const, status: 200, headers, fetchedOn: '2026-11-26' };
    return Promise.resolve({ url, moved: false, answer: { ...common, body: Buffer.from(html) } });
  });
  if ('failure' in facts) throw new TypeError(facts.failure);
  expect(facts.passes?.toggles?.toggles.map(({ panel }) => panel)).toEqual(['Choisir l’ordre par date']);
});
