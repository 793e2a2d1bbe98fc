import { afterAll, beforeAll, expect, test } from 'vitest';
import { contextChange } from './checks/context-change.ts';
import type { RenderedFacts } from './facts.ts';
import { openBrowser, type Answer, type PageBrowser } from './render.ts';
import { page, verdictLine } from './testing.ts';

const PAGE = 'https://www.exemple.gouv.fr/page';
let browser: PageBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Every address answers, so that a page that leaves is somewhere. */
const answerWith =
  (body: string): Answer =>
  (url) =>
    Promise.resolve({
      url,
      moved: false,
      answer: {
        ...{ url, outcome: 'ok', status: 200, fetchedOn: '2026-11-24' },
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: Buffer.from(url === PAGE ? body : '<!doctype html><title>Ailleurs</title><p>Ailleurs'),
      },
    });

/** A page with a fault that axe names, a menu before the element that leaves, and a field after it. */
async function render(element: string, tries = true): Promise<RenderedFacts> {
  const body = `<!doctype html><html lang="fr"><head><title>Essai</title></head><body>
<a href="#contenu">Contenu</a><main id="contenu"><h1>Essai</h1><img src="data:,"><a id="lien" target="_blank" href="/x">Lien</a>
${element}<label>Nom <input onchange="location = '/y'"></label><button type="button" onclick="r.hidden = !r.hidden">Plus</button><p id="r" hidden>Suite</p></main></body></html>`;
  const facts = await browser.render({ url: PAGE, tries }, answerWith(body));
  if ('failure' in facts) throw new Error(`${facts.outcome} ${facts.failure}`);
  return facts;
}

const isWitnessed = ({ axe, title }: RenderedFacts): boolean =>
  title === 'Essai' && axe.some(({ rule }) => rule === 'image-alt');

const WAYS: Readonly<Record<string, string>> = {
  'another address': "location.href = '/ailleurs'",
  'the same again': 'location.reload()',
  'a blank page': "location = 'about:blank'",
  'a page that it holds':
    "location = window.URL.createObjectURL(new Blob(['<p>Bloc'], { type: 'text/html' }))",
  'what stood before': 'history.back()',
  'itself written anew': "document.open(); document.write('<p>Autre'); document.close()",
  'a form sent':
    "const f = document.createElement('form'); f.action = '/f'; document.body.append(f); f.submit()",
  'a mail': "location = 'mailto:a@exemple.fr'",
};

test.each(Object.entries(WAYS))(
  'the mouse that leads to %s is told, and costs nothing of the page',
  async (_, code) => {
    const facts = await render(`<p><span onmouseover="${code}">Offres</span></p>`);
    expect(isWitnessed(facts)).toBe(true);
    expect(facts.broken).toBe(undefined);
    expect(facts.passes?.hover?.departing).toMatchObject([
      { kind: 'page', selector: expect.stringMatching('span') as string },
    ]);
    expect(facts.passes?.fields?.leading).toHaveLength(1);
    expect(verdictLine(contextChange, page({}, { rendered: facts }))).toContain('hover');
  },
  60_000,
);

test.each(Object.entries(WAYS))(
  'the focus that leads to %s is told, and costs nothing of the page',
  async (_, code) => {
    const facts = await render(`<p><button type="button" onfocus="${code}">Offres</button></p>`);
    expect(isWitnessed(facts)).toBe(true);
    expect(facts.broken).toBe(undefined);
    expect(facts.passes?.keyboard?.departing).toMatchObject([{ kind: 'page' }]);
    expect(facts.passes?.fields?.leading).toHaveLength(1);
    expect(verdictLine(contextChange, page({}, { rendered: facts }))).toContain('focus');
  },
  60_000,
);

test.each([
  ['a window', "window.open('/fenetre')"],
  ['the window of a link', 'lien.click()'],
])(
  '%s opened by the mouse or by the focus is told',
  async (_, code) => {
    const mouse = await render(`<p><span onmouseenter="${code}">Offres</span></p>`);
    expect(mouse.broken).toBe(undefined);
    expect(mouse.passes?.hover?.departing).toMatchObject([{ kind: 'window' }]);
    const focus = await render(`<p><button type="button" onfocus="${code}">Offres</button></p>`);
    expect(focus.broken).toBe(undefined);
    expect(focus.passes?.keyboard?.departing).toMatchObject([{ kind: 'window' }]);
  },
  60_000,
);

test('what nothing can stop is lost alone: the page is opened again for the rest', async () => {
  // The text that an address of script gives takes the place of the page.
  const facts = await render(
    `<p><span onmouseover="location = 'javascript:&quot;<p>Autre</p>&quot;'">Offres</span></p>`,
  );
  expect(isWitnessed(facts)).toBe(true);
  expect(facts.broken).toEqual({ hover: 'left' });
  expect(facts.passes?.fields?.leading).toHaveLength(1);
}, 60_000);

test('a page that leaves whatever is tried keeps what axe-core said of it', async () => {
  const leaves = `addEventListener('focusin', () => { location = 'javascript:"<p>Autre</p>"' })`;
  const facts = await render(`<script>${leaves}</script>`);
  expect(isWitnessed(facts)).toBe(true);
  expect(facts.broken).toMatchObject({ skipLink: 'left' });
}, 60_000);

test.each(Object.entries(WAYS))(
  '%s costs nothing to a page of which the keyboard alone is tried',
  async (_, code) => {
    const facts = await render(`<script>addEventListener('focusin', () => { ${code} })</script>`, false);
    expect(isWitnessed(facts)).toBe(true);
  },
);

test('what shows with the mouse, moves within the page or goes back when asked is no departure', async () => {
  const facts = await render(
    `<p><span onmouseover="r2.hidden = false; history.pushState({}, '', '#a'); location.hash = 'b'">Aide</span></p><p id="r2" hidden>Une aide de quelques mots</p>
<button type="button" onclick="history.back()">Retour</button><a href="javascript:void(0)" onmouseover="this.title = 'x'">Rien</a>`,
  );
  expect(facts.broken).toBe(undefined);
  expect(facts.passes?.hover?.departing).toBe(undefined);
  expect(facts.passes?.keyboard?.departing).toEqual([]);
}, 60_000);
