import { afterAll, expect, test } from 'vitest';
import type { Picture } from './evidence.ts';
import type { RenderedFacts } from './facts.ts';
import { axeRules } from './render-axe.ts';
import { PANEL_RULES, withPanels } from './render-panels.ts';
import { openBrowser } from './render.ts';

const browser = await openBrowser();
afterAll(() => browser.close());

const URL = 'https://www.exemple.gouv.fr/';

interface Shown {
  readonly facts: RenderedFacts;
  readonly pictures: readonly Picture[];
  readonly asked: readonly string[];
}

async function show(body: string, tries = true): Promise<Shown> {
  const asked: string[] = [];
  const pictures: Picture[] = [];
  const html = `<!doctype html><html lang="fr"><head><title>Essai</title></head><body><main><h1>Essai</h1>${body}</main></body></html>`;
  const proofs = {
    wishes: ({ axe }: RenderedFacts) =>
      axe.flatMap(({ nodes }) => nodes.map(({ selector }) => ({ key: selector, selector }))),
    keep: (picture: Picture) => void pictures.push(picture),
  };
  const facts = await browser.render({ url: URL, tries, proofs }, (url) => {
    if (url !== URL) asked.push(url);
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    const common = { url, outcome: 'ok' as const, status: 200, headers, fetchedOn: '2026-11-25' };
    return Promise.resolve({ url, moved: false, answer: { ...common, body: Buffer.from(html) } });
  });
  if ('failure' in facts) throw new TypeError(facts.failure);
  return { facts, pictures, asked };
}

/** Selectors of the elements that a rule finds at fault. */
function faults({ axe }: RenderedFacts, rule: string): string[] {
  return axe
    .filter((result) => result.outcome === 'violation' && result.rule === rule)
    .flatMap(({ nodes }) => nodes.map(({ selector }) => selector));
}

const pale = (id: string): string => `<p id="${id}" style="color:#ccc;background:#fff">Le dossier.</p>`;
const TOGGLE = `<script>function toggle(button) {
  const panel = document.getElementById(button.getAttribute('aria-controls'));
  panel.hidden = !panel.hidden;
  button.setAttribute('aria-expanded', !panel.hidden);
}</script>`;
const button = (id: string, more = ''): string =>
  `<button type="button" aria-expanded="false" aria-controls="${id}" onclick="toggle(this)${more}">Question</button>`;

test('each rule run on panels is one of axe-core’s, settled and about elements', () => {
  const tags = new Map(axeRules().map(({ ruleId, tags: own }) => [ruleId, own]));
  for (const rule of PANEL_RULES) {
    expect(tags.get(rule), rule).toBeDefined();
    expect(tags.get(rule), rule).not.toContain('experimental');
    expect(tags.get(rule), rule).not.toContain('deprecated');
  }
});

test('what a panel holds is judged, and shown as a proof', async () => {
  const { facts, pictures } = await show(
    `<details><summary>Pièces</summary>${pale('a')}</details>${button('p')}<div id="p" hidden>${pale('b')}</div>${TOGGLE}`,
  );
  expect(facts.broken).toBeUndefined();
  expect(faults(facts, 'color-contrast')).toEqual(['#a', '#b']);
  expect(pictures.map(({ key }) => key)).toEqual(expect.arrayContaining(['#a', '#b']));
});

test('nothing is opened on a page on which nothing is tried', async () => {
  const { facts } = await show(`<details><summary>Pièces</summary>${pale('a')}</details>`, false);
  expect(faults(facts, 'color-contrast')).toEqual([]);
});

test('panels of which one alone is open at a time are judged one after the other, five of them at most', async () => {
  const all = Array.from({ length: 7 }, (_, at) => String(at));
  const details = all.map(
    (at) => `<details name="faq"><summary>Question</summary>${pale(`q${at}`)}</details>`,
  );
  const { facts } = await show(`<div>${details.join('')}</div>`);
  const found = faults(facts, 'color-contrast');
  expect(new Set(found).size).toBe(found.length);
  // As many as the time allows on a busy machine.
  expect(found.length).toBeGreaterThan(1);
  expect(found.length).toBeLessThanOrEqual(5);
});

test('what axe-core found in a panel that was only out of sight is not told twice', async () => {
  const { facts } = await show(
    `<style>.shut { max-height: 0; overflow: hidden }</style>
    <button type="button" aria-expanded="false" aria-controls="p" onclick="const o = p.classList.toggle('shut'); this.setAttribute('aria-expanded', !o)">Question</button>
    <div id="p" class="shut"><p>Voir <a id="a" href="/suite"><b></b></a> ici.</p>${pale('b')}</div>`,
  );
  expect(faults(facts, 'link-name')).toEqual(['#a']);
  expect(faults(facts, 'color-contrast')).toEqual(['#b']);
});

test('what leads away accuses nothing, and nothing of it is asked for', async () => {
  const { facts, asked } = await show(
    `${button('p')}<div id="p" hidden><p>Le dossier.</p></div>${button('q', "; location.href = '/suite'")}<div id="q" hidden>${pale('a')}</div>${TOGGLE}`,
  );
  expect(asked).toEqual([]);
  expect(faults(facts, 'color-contrast')).toEqual([]);
});

test('menus, dialogs, search boxes, and what stands out of the main part are left closed', async () => {
  const { facts } = await show(
    `<nav>${button('m')}<div id="m" hidden>${pale('a')}</div></nav>
    ${button('d')}<div id="d" role="dialog" aria-label="Avis" hidden>${pale('b')}</div>
    ${button('s')}<div id="s" hidden><input type="search" aria-label="Mots">${pale('c')}</div>
    <div class="fr-menu">${button('t')}<div id="t" hidden>${pale('e')}</div></div>
    </main><details><summary>Aide</summary>${pale('f')}</details>${TOGGLE}`,
  );
  expect(faults(facts, 'color-contrast')).toEqual([]);
});

test('the faults of panels join those of the same rule', () => {
  const node = (selector: string) =>
    ({ selector, zone: 'main', component: 'p', html: '<p>', summary: '' }) as const;
  const result = (rule: string, outcome: 'violation' | 'incomplete', ...selectors: string[]) => ({
    ...{ rule, outcome, impact: 'serious' as const, tags: [], help: '' },
    nodes: selectors.map(node),
  });
  const joined = withPanels(
    [result('label', 'incomplete', '#a'), result('label', 'violation', '#b')],
    [result('label', 'violation', '#c'), result('list', 'violation', '#d')],
  );
  expect(joined).toEqual([
    result('label', 'incomplete', '#a'),
    result('label', 'violation', '#b', '#c'),
    result('list', 'violation', '#d'),
  ]);
});
