import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type Answer, type PageBrowser } from './render.ts';
import { Opening, type OpeningFacts } from './render-opening.ts';

const PAGE = 'https://www.exemple.gouv.fr/page';
const NONE = { cookies: [], storage: [] };
let browser: PageBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** Files by address: a body, or nothing for what is gone. */
async function opened(
  body: string,
  files: Readonly<Record<string, string | null>> = {},
): Promise<OpeningFacts> {
  const html = `<!doctype html><html lang="fr"><title>Essai</title><body>${body}</body></html>`;
  const answer: Answer = (url) => {
    const file = url === PAGE ? html : files[url];
    if (file === undefined) return Promise.resolve(null);
    const type = /\.js$/.test(url) ? 'text/javascript' : /\.png$/.test(url) ? 'image/png' : 'text/html';
    return Promise.resolve({
      ...{ url, moved: false },
      answer: {
        ...{ url, headers: { 'content-type': type }, fetchedOn: '2026-11-24' },
        ...(file === null ? { outcome: 'gone', status: 404 } : { outcome: 'ok', status: 200 }),
        body: Buffer.from(file ?? 'absent'),
      },
    });
  };
  const facts = await browser.render({ url: PAGE }, answer);
  if ('failure' in facts || !facts.opening) throw new Error(JSON.stringify(facts));
  return facts.opening;
}

test('a page on which nothing is wrong leaves nothing behind', async () => {
  expect(await opened('<p>Texte</p><script>console.log("prêt")</script>')).toEqual({
    ...{ errors: [], complaints: [], gone: [], blocked: [], isHampered: false },
    ...{ cookies: [], storage: [], hosts: [], weight: 0 },
  });
});

test('errors of its scripts, and what they write in the console, are told', async () => {
  const { errors, complaints, isHampered } = await opened(
    '<script>console.error("raté", 3); Promise.reject(new TypeError("promesse"));</script><script>absent();</script>',
  );
  expect(errors).toEqual(['ReferenceError: absent is not defined', 'TypeError: promesse']);
  expect(complaints).toEqual(['raté 3']);
  expect(isHampered).toBe(false);
});

test('the error of another site’s script is not the page’s own', async () => {
  const script = 'https://tiers.exemple.com/s.js';
  const { errors, complaints, hosts } = await opened(`<script src="${script}"></script>`, {
    [script]: 'absent()',
  });
  expect(errors).toEqual([]);
  expect(complaints).toEqual(['ReferenceError: absent is not defined']);
  expect(hosts).toEqual(['tiers.exemple.com']);
});

test('what is gone is told, and what the audit withholds leaves a doubt on its errors', async () => {
  const gone = 'https://www.exemple.gouv.fr/i.png';
  const withheld = 'https://tiers.exemple.com/s.js';
  expect(
    await opened(`<img src="/i.png"><script src="${withheld}"></script>`, { [gone]: null }),
  ).toMatchObject({
    ...{ gone: [gone], isHampered: true, hosts: ['tiers.exemple.com'] },
  });
});

test('data that a script asks for and that is not there is no file that the page lacks', async () => {
  const data = 'https://www.exemple.gouv.fr/donnees';
  const { gone, errors } = await opened('<script>fetch("/donnees")</script>', { [data]: null });
  expect([gone, errors]).toEqual([[], []]);
});

test('a script in plain http is refused by the browser', async () => {
  const { blocked } = await opened('<script src="http://tiers.exemple.com/s.js"></script>');
  expect(blocked).toEqual(['http://tiers.exemple.com/s.js']);
});

test('cookies and storage are told by their names, pictures by their weight', async () => {
  const { cookies, storage, weight } = await opened(
    '<img src="/i.png"><script>document.cookie = "_ga=1"; localStorage.setItem("thème", "1")</script>',
    { 'https://www.exemple.gouv.fr/i.png': 'x'.repeat(1_234) },
  );
  expect(cookies).toEqual(['_ga']);
  expect(storage).toEqual(['thème']);
  expect(weight).toBe(1_234);
});

test('what a document said before it gave way to another is not told of that one', () => {
  const opening = new Opening();
  opening.complained('avant');
  opening.asked('https://avant.exemple.com/');
  opening.restart();
  opening.committed();
  opening.complained('après\nligne 2');
  const facts = opening.end(PAGE, NONE);
  opening.complained('trop tard');
  expect(facts).toMatchObject({ complaints: ['après'], hosts: [] });
});

test('each list is bounded', () => {
  const opening = new Opening();
  for (let at = 0; at < 100; at++) opening.complained(`${String(at)} ${'x'.repeat(500)}`);
  const { complaints } = opening.end(PAGE, { cookies: Array.from({ length: 100 }, String), storage: [] });
  expect(complaints).toHaveLength(20);
  expect(complaints[0]?.length).toBe(200);
});

test('style sheets for the screen that do not come are told; those for paper, for letters or to choose from are not', async () => {
  const link = (href: string, more = ''): string => `<link rel="stylesheet" href="${href}"${more}>`;
  const gone = 'https://www.exemple.gouv.fr/gone.css';
  const withheld = 'https://tiers.exemple.com/site.css';
  const letters = 'https://fonts.googleapis.com/css?family=Marianne';
  const sheets = [link('/gone.css'), link(withheld), link(letters), link('/paper.css', ' media="print"')];
  const { unstyled } = await opened(sheets.join(''), { [gone]: null });
  expect(unstyled).toEqual([withheld, gone].sort());
  expect((await opened('<p>Texte</p>')).unstyled).toBeUndefined();
});
