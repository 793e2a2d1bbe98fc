import { afterAll, expect, test } from 'vitest';
import { openBrowser } from '../render.ts';

const browser = await openBrowser();
afterAll(() => browser.close());

const URL = 'https://www.exemple.gouv.fr/';
const PICTURE = `${URL}fond.png`;

/** What the contrast pass says of a page, and the texts that axe-core left undecided. */
async function seen(body: string): Promise<{ readable: string[]; pale: string[]; undecided: string[] }> {
  const html = `<!doctype html><html lang="fr"><head><title>Essai</title></head><body><main><h1>Essai</h1>${body}</main></body></html>`;
  const facts = await browser.render({ url: URL, tries: true }, (url) => {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    const common = { url, outcome: 'ok' as const, status: 200, headers, fetchedOn: '2026-11-26' };
    return Promise.resolve(
      url === PICTURE ? null : { url, moved: false, answer: { ...common, body: Buffer.from(html) } },
    );
  });
  if ('failure' in facts) throw new TypeError(facts.failure);
  const { readable = [], texts = [] } = facts.passes?.contrast ?? {};
  return {
    readable: [...readable].sort(),
    pale: texts.filter(({ highest, needed }) => highest < needed).map(({ selector }) => selector),
    undecided: facts.axe
      .filter(({ rule, outcome }) => rule === 'color-contrast' && outcome === 'incomplete')
      .flatMap(({ nodes }) => nodes.map(({ selector }) => selector))
      .sort(),
  };
}

const text = (id: string, style: string, words = 'Le dossier se dépose au guichet.'): string =>
  `<p id="${id}" style="${style}">${words}</p>`;
/** As a design system underlines its links. */
const LINED =
  'background-image:linear-gradient(0deg,currentColor,currentColor);background-size:100% 1px;background-repeat:no-repeat;background-position:0 100%';

test('texts that read well on their gradient are settled, all in a few pictures; pale ones are told', async () => {
  const dark = 'color:#111;background:linear-gradient(#fff,#ddd)';
  const lined = Array.from({ length: 20 }, (_, at) =>
    text(`l${String(at)}`, `color:#000091;${LINED};height:200px`),
  );
  const { readable, pale, undecided } = await seen(
    text('a', dark) + text('b', 'color:#bbb;background:linear-gradient(#fff,#eee)') + lined.join(''),
  );
  expect(undecided).toHaveLength(22);
  expect(readable).toEqual(undecided.filter((one) => one !== '#b'));
  expect(pale).toEqual(['#b']);
});

test('a text of two inks, half on the dark, or that something covers is not settled', async () => {
  const { readable, undecided } = await seen(
    [
      text('half', 'color:#111;background:linear-gradient(90deg,#fff 60px,#000 60px)'),
      text('faded', 'color:#111;background:linear-gradient(#fff,#ddd);opacity:.4'),
      text('shade', 'color:#111;background:linear-gradient(#fff,#ddd);text-shadow:0 0 4px #999'),
      `<div style="filter:drop-shadow(0 1px 3px #000)">${text('cast', 'color:#111;background:linear-gradient(#fff,#ddd)')}</div>`,
      text('lost', `color:#111;background:url(${PICTURE})`),
      `<div style="position:relative">${text('under', 'color:#111;background:linear-gradient(#fff,#ddd)')}<span style="position:absolute;inset:0;background:#fff">Sur</span></div>`,
    ].join(''),
  );
  expect(undecided.length).toBeGreaterThan(2);
  expect(readable).toEqual([]);
});

test('a text in a box that casts a shadow beside it is settled', async () => {
  const { readable } = await seen(
    `<div style="background:#fff;filter:drop-shadow(0 1px 3px rgba(0, 0, 18, .16))">${text('a', 'color:#111;background:linear-gradient(#fff,#ddd)')}</div>`,
  );
  expect(readable).toEqual(['#a']);
});

test('the page is left as it was', async () => {
  const watch = `<script>new MutationObserver((all) => { document.title = 'changé ' + all.length; }).observe(document.body, { attributes: true, subtree: true });</script>`;
  const facts = await browser.render({ url: URL, tries: true }, (url) => {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    const body = Buffer.from(
      `<!doctype html><html lang="fr"><head><title>Essai</title></head><body>${text('a', 'color:#111;background:linear-gradient(#fff,#ddd)')}${watch}</body></html>`,
    );
    const answer = { url, outcome: 'ok' as const, status: 200, headers, fetchedOn: '2026-11-26', body };
    return Promise.resolve({ url, moved: false, answer });
  });
  expect('failure' in facts ? facts.failure : facts.passes?.contrast?.readable).toEqual(['#a']);
  expect('failure' in facts ? facts.failure : facts.title).toBe('Essai');
});
