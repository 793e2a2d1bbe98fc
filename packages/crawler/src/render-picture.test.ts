import { afterAll, expect, test } from 'vitest';
import type { Picture, Wish } from './evidence.ts';
import { openBrowser } from './render.ts';

const browser = await openBrowser();
afterAll(() => browser.close());

const URL = 'https://www.exemple.gouv.fr/';
const HEAD = '<!doctype html><html lang="fr"><title>Passeport</title>';

/** What is taken of a page for some selectors, and what the page says once judged. */
async function pictures(body: string, ...selectors: string[]): Promise<Picture[]> {
  const kept: Picture[] = [];
  const wishes: Wish[] = selectors.map((selector) => ({ key: selector, selector }));
  const proofs = { wishes: () => wishes, keep: (picture: Picture) => void kept.push(picture) };
  const facts = await browser.render({ url: URL, proofs }, (url) =>
    Promise.resolve({
      url,
      moved: false,
      answer: {
        url,
        outcome: 'ok',
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: Buffer.from(HEAD + body),
        fetchedOn: '2026-11-25',
      },
    }),
  );
  expect(facts).not.toHaveProperty('failure');
  return kept;
}

const isWebp = ({ bytes }: Picture): boolean => Buffer.from(bytes).subarray(8, 12).toString() === 'WEBP';

test('an element is shown with what is around it, in a small picture', async () => {
  const [picture] = await pictures('<p style="height:2000px">Haut</p><p id="bas">Délais</p>', '#bas');
  expect(picture).toMatchObject({ key: '#bas', url: URL });
  expect(picture && isWebp(picture)).toBe(true);
  expect(picture?.width).toBeLessThanOrEqual(640);
  expect(picture?.height).toBeLessThan(200);
});

test('what nobody sees has no picture, and does not keep the others from theirs', async () => {
  const taken = await pictures(
    '<p id="a" hidden>A</p><p id="b" style="position:absolute;left:-9999px">B</p><p id="d" style="position:absolute;top:-60px">D</p><p id="c">C</p>',
    '#a',
    '#b',
    '#d',
    'html',
    '#absent',
    'p[',
    '#c',
  );
  expect(taken.map(({ key }) => key)).toEqual(['#c']);
});

test('six pictures at most are taken of a page, each light', async () => {
  const ids = Array.from({ length: 9 }, (_, n) => `p${String(n)}`);
  const noise = `<script>for (const p of document.querySelectorAll('canvas')) { const c = p.getContext('2d'); const d = c.createImageData(600, 390); for (let i = 0; i < d.data.length; i++) d.data[i] = (i * 7919 * (i % 977)) % 256; c.putImageData(d, 0, 0); }</script>`;
  const body = ids.map((id) => `<p id="${id}">${id}</p>`).join('');
  const taken = await pictures(
    `<canvas id="bruit" width="600" height="390"></canvas>${body}${noise}`,
    '#bruit',
    ...ids.map((id) => `#${id}`),
  );
  expect(taken).toHaveLength(6);
  expect(taken.filter(({ bytes }) => bytes.byteLength > 30_000)).toEqual([]);
});

test('a page that wears our frame is left without it', async () => {
  const [first, second] = await pictures(
    '<p id="a">A</p><p id="b" style="margin-top:10px">B</p>',
    '#a',
    '#a',
  );
  expect(first && second && Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
});
