import { randomFrom } from '@qualepref/core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clock } from './deadline.ts';
import { generatedSite } from './generated-site.ts';
import { answerOf } from './generated-truth.ts';
import { visitOf, type Answer } from './render-answer.ts';
import { axeScript } from './render-axe.ts';
import { spareReadableTexts } from './render-contrast.ts';
import { launch } from './render-launch.ts';
import { runRules } from './render-probes.ts';
import { Tab } from './render-tab.ts';

/** Counts the elements that axe is asked about. */
const COUNTED = `globalThis.asked = 0;
for (const rule of axe._audit.rules.filter(({ id }) => id === 'color-contrast')) {
  const { matches } = rule;
  rule.matches = (...args) => { globalThis.asked += 1; return matches(...args); };
}`;
const ADDRESS = 'https://www.exemple.gouv.fr/page';

let browser: Browser;
let whole: Tab;
let sparing: Tab;
beforeAll(async () => {
  ({ browser } = await launch());
  whole = await Tab.open(browser, axeScript() + COUNTED);
  sparing = await Tab.open(browser, `${axeScript() + COUNTED};(${spareReadableTexts.toString()})(axe);`);
});
afterAll(async () => {
  await browser.close();
});

async function judge(
  tab: Tab,
  url: string,
  answer: Answer,
): Promise<{ results: { violation: { id: string }[]; incomplete: { id: string }[] }; asked: number }> {
  const visit = visitOf(answer, new Clock(30_000));
  try {
    await tab.show(url, visit);
    return await tab.evaluate(
      `(${runRules.toString()})().then((results) => ({ results, asked: globalThis.asked }))`,
    );
  } finally {
    visit.clock.stop();
  }
}

function judgeHtml(tab: Tab, body: string): ReturnType<typeof judge> {
  const html = `<!doctype html><html lang="fr"><head><title>Essai</title><style>${SHEET}</style></head><body><main><h1>Essai</h1>${body}</main></body></html>`;
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  const common = { outcome: 'ok' as const, status: 200, headers, fetchedOn: '2026-11-24' };
  return judge(tab, ADDRESS, (url) =>
    Promise.resolve(
      url === ADDRESS ? { url, moved: false, answer: { ...common, url, body: Buffer.from(html) } } : null,
    ),
  );
}

const SHEET = `.peint::before{content:'';position:absolute;width:900px;height:50px;background:#000}
.signe::after{content:'x';position:absolute}.nuit{color:#fff;background:#000}.pale{background:#eee;color:#999}`;
/** Enough ordinary texts for axe to know the font. */
const ORDINARY = '<p>Un</p><p>Deux</p><p>Trois</p><p>Quatre</p>';

test('of an ordinary page, few texts are left to axe, which says the same', async () => {
  const site = generatedSite({ pages: 4, seed: 'contraste' });
  for (const path of site.pages) {
    const all = await judge(whole, site.address + path, answerOf(site));
    const some = await judge(sparing, site.address + path, answerOf(site));
    expect(some.results, path).toEqual(all.results);
    expect(some.asked, path).toBeLessThan(all.asked / 5);
  }
}, 60_000);

test.each([
  ['pale on white', '<p style="color:#999">Texte</p>', 'violation'],
  ['just below what is asked', '<p style="color:#777">Texte</p>', 'violation'],
  [
    'white on the ground of one that does not reach it',
    '<div style="background:#000;height:2px"><p style="color:#fff">Texte</p></div>',
    'any',
  ],
  [
    'under a transparent neighbour',
    '<p>Texte</p><p style="position:relative;margin-top:-40px;height:60px"></p>',
    'incomplete',
  ],
  [
    'partly under a neighbour',
    '<p style="width:60px">Un texte de plusieurs lignes</p><div style="position:relative;top:-30px;height:20px"></div>',
    'any',
  ],
  [
    'behind its own ground',
    '<div style="position:relative;background:#fff"><p style="position:relative;z-index:-1">Texte</p></div>',
    'any',
  ],
  [
    'below a float around it',
    '<div style="position:relative;background:#000"><p style="float:left;position:relative;color:#fff">Texte</p></div>',
    'any',
  ],
  ['half transparent', '<p style="opacity:.4">Texte</p>', 'violation'],
  ['in a half transparent part', '<div style="opacity:.4"><p>Texte</p></div>', 'violation'],
  ['on a gradient', '<div style="background:linear-gradient(red,blue)"><p>Texte</p></div>', 'incomplete'],
  [
    'on a ground that lets another through',
    '<div style="background:rgba(0,0,0,.7)"><p>Texte</p></div>',
    'violation',
  ],
  ['beside a painted box', '<div class="peint"><p>Texte</p></div>', 'incomplete'],
  ['mixed with what is below', '<p style="mix-blend-mode:multiply;background:#777">Texte</p>', 'any'],
  ['with a shadow', '<p style="text-shadow:1px 1px 2px #fff">Texte</p>', 'any'],
  ['with an outline', '<p style="-webkit-text-stroke:1px #eee">Texte</p>', 'any'],
  ['of signs only', '<p>→</p><p>\ue900</p><p>😀</p>', 'any'],
  ['cut off', '<div style="overflow:hidden;height:8px;background:#fff"><p>Texte</p></div>', 'any'],
  [
    'in a part that scrolls',
    '<div style="overflow:auto;height:20px;background:#fff"><p>Texte</p><p style="color:#999">Texte</p></div>',
    'violation',
  ],
  ['fixed', '<p style="position:fixed;bottom:0">Texte</p>', 'any'],
  ['in a field', '<label>Nom <input style="color:#999" value="x"></label>', 'violation'],
  [
    'in a shadow tree',
    `<div id="hote"></div><script>document.getElementById('hote').attachShadow({ mode: 'open' }).innerHTML = '<p style="color:#bbb">Texte</p>';</script>`,
    'violation',
  ],
])('a text %s is judged as axe judges it', async (_where, body, outcome) => {
  const all = await judgeHtml(whole, ORDINARY + body);
  expect((await judgeHtml(sparing, ORDINARY + body)).results).toEqual(all.results);
  const said = (['violation', 'incomplete'] as const).filter((name) =>
    all.results[name].some(({ id }) => id === 'color-contrast'),
  );
  if (outcome !== 'any') expect(said).toContain(outcome);
});

test('pages where anything may lie on anything are judged as axe judges them', async () => {
  for (let n = 0; n < 5; n++) {
    const body = heap(`tas ${String(n)}`);
    const all = await judgeHtml(whole, body);
    expect((await judgeHtml(sparing, body)).results, body).toEqual(all.results);
  }
}, 120_000);

/** Elements in one another, with anything that changes what is painted where. */
function heap(seed: string): string {
  const random = randomFrom(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const styles = (): string => (random() < 0.25 ? `${pick(STYLES)};${styles()}` : '');
  const node = (depth: number): string => {
    if (depth > 5 || random() < 0.35) return pick(TEXTS);
    const tag = pick(['div', 'p', 'span', 'strong', 'section', 'li', 'button', 'label']);
    const inside = Array.from({ length: 1 + Math.floor(random() * 3) }, () => node(depth + 1)).join(' ');
    return `<${tag} class="${random() < 0.1 ? pick(CLASSES) : ''}" style="${styles()}">${inside}</${tag}>`;
  };
  return Array.from({ length: 20 }, () => node(0)).join('\n');
}

const CLASSES = ['peint', 'signe', 'nuit', 'pale'];
const TEXTS = [
  ...['Texte', 'Un texte assez long qui passe à la ligne plusieurs fois dans sa boîte', 'x', '→', '12'],
  ...['<input value="v">', '<textarea>abc</textarea>', '<button disabled>Non</button>', '<br>'],
];
const STYLES = [
  ...['position:relative', 'position:absolute', 'position:absolute;top:10px', 'position:sticky;top:0'],
  ...[
    'position:relative;z-index:-1',
    'position:relative;z-index:2',
    'float:left',
    'float:right;position:relative',
  ],
  ...['opacity:.6', 'background:#fff', 'background:#000', 'background:rgba(0,0,0,.4)', 'color:#fff'],
  ...['background:linear-gradient(red,blue)', 'color:#767676', 'color:#777', 'color:rgba(0,0,0,.5)'],
  ...['transform:translate(5px,5px)', 'overflow:hidden;height:10px', 'overflow:auto;height:20px'],
  ...['margin-top:-15px', 'margin-left:-30px', 'width:40px', 'display:flex', 'display:inline-block'],
  ...['display:contents', 'visibility:hidden', 'visibility:visible', 'clip-path:inset(60%)', 'height:5px'],
  ...[
    'text-indent:-999px',
    'white-space:nowrap;width:20px',
    'font-family:serif',
    'line-height:.5',
    'font-size:0',
  ],
];
