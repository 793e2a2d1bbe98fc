import { grid, type Verdict } from '@qualepref/core';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GridRow, Report } from '../report.ts';
import { withActs } from './acts-fixture.ts';
import { changesOf } from './changes-fixture.ts';
import { address, finding, report } from './fixture.ts';
import { htmlReport } from './html.ts';
import { script } from './html-script.ts';
import { launchBrowser, openDetails, openHtml, overflow, violations, type Opened } from './html-testing.ts';

const SITE = 'https://www.exemple.gouv.fr';
const HOSTILE: readonly string[] = [
  '<script>globalThis.pwned = 1</script>',
  '"><img src=x onerror="globalThis.pwned=1">',
  "'><img src=x onerror='globalThis.pwned=1'>",
  '</script><svg onload=globalThis.pwned=1>',
  '</style><svg onload=globalThis.pwned=1>',
  '--><script>globalThis.pwned=1</script><!--',
  '</title><iframe src="javascript:parent.pwned=1">',
  'javascript:globalThis.pwned=1',
  '\u001B[2J\u001B[1;1HTout va bien',
  'rapport_\u202Efdp.exe',
  'x'.repeat(3000),
];

/** A report whose every text that can come from a site is hostile. */
function hostileReport(): Report {
  const findings = HOSTILE.flatMap((text, index) => {
    const texts = { cause: text, message: text, where: { selector: text, quote: text, line: index + 1 } };
    return [`${SITE}/${text}`, text].map((url) =>
      finding({ ...texts, url, service: text, items: ['TEC-04'] }),
    );
  });
  return report({
    findings,
    addresses: HOSTILE.flatMap((text) => [
      address({ url: `${SITE}/${text}`, title: text }),
      address({ url: text, kind: 'external', outcome: 'network_error', reason: text, foundOn: [text] }),
    ]),
    ignored: HOSTILE.map((text) => ({
      ...{ finding: text, check: text, url: text, message: text, reason: text, expires: '2026-12-31' },
    })),
    limits: HOSTILE.map((text) => ({ code: 'x', text, urls: [text] })),
    grid: [
      ...report({ findings }).grid.slice(1),
      {
        ...gridRow(grid[0]?.id ?? '', 'non_conforme', HOSTILE.join(' ')),
        proposals: HOSTILE.map((text) => ({
          ...{ answer: 'non_conforme' as const, why: text, more: 0 },
          excerpts: [{ url: text, about: text, quote: text }],
        })),
      },
    ],
  });
}

/** The same, compared with an audit a quarter before, and with what people said of it. */
function changed(made: Report): Report {
  return withActs({ ...made, changes: changesOf(made) }, HOSTILE.join(' '));
}

function bigReport(count: number, causes: number): Report {
  const pages = Array.from(
    { length: 3000 },
    (_, index) => `${SITE}/Publications/Rubrique-${String(index)}/Une-page-de-la-prefecture`,
  );
  const findings = Array.from({ length: count }, (_, index) =>
    finding({
      url: pages[index % pages.length] ?? '',
      cause: `${SITE}/absente-${String(index % causes)}`,
      where: {
        selector: 'main > div:nth-child(2) > ul > li:nth-child(4) > a',
        line: index,
        quote: 'Télécharger le dossier',
      },
      items: ['TEC-01'],
    }),
  );
  return report({
    findings,
    addresses: pages.map((url) => address({ url, title: 'Une page de la préfecture' })),
  });
}

function gridRow(item: string, verdict: Verdict, reason = 'Raison.'): GridRow {
  return { item, verdict, by: 'audit', date: '2026-11-24', reason, findings: [] };
}

function gridOf(...verdicts: Verdict[]): GridRow[] {
  return verdicts.map((verdict, index) => gridRow(grid[index]?.id ?? '', verdict));
}

/** What a reader reads, on one line. */
function textOf(made: Report): string {
  const body = htmlReport(made).replace(/^.*<body>/s, '');
  return body
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', '\u00A0')
    .replaceAll('&#39;', "'")
    .replace(/[ \n]+/g, ' ');
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = (html: string, options?: BrowserContextOptions): Promise<Opened> =>
  openHtml(browser, html, options);

test.for([
  { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 320, height: 640 } },
] as const)(
  'axe finds nothing, $colorScheme at $viewport.width px, all unfolded',
  { timeout: 90_000 },
  async (options) => {
    const { page, noise } = await open(htmlReport(changed(report())), options);
    await openDetails(page);
    expect(await violations(page)).toEqual([]);
    expect(noise).toEqual([]);
  },
);

test('nothing scrolls sideways at 320 px, even with long words and wide spacing', async () => {
  const { page } = await open(htmlReport(changed(hostileReport())), {
    viewport: { width: 320, height: 640 },
  });
  await openDetails(page);
  expect(await overflow(page)).toBe(0);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
    );
    document.adoptedStyleSheets.push(sheet);
  });
  expect(await overflow(page)).toBe(0);
});

test('a table that scrolls at 320 px cuts none of its words', async () => {
  const { page } = await open(htmlReport(report()), { viewport: { width: 320, height: 640 } });
  const head = page.locator('#documents ~ .scroll th', { hasText: 'Demandés' });
  const lines = await head.evaluate((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return range.getClientRects().length;
  });
  expect(lines).toBe(1);
});

test('at 320 px a table of criteria is read row by row, in whole words, and stays a table', async () => {
  const made = report({ findings: [finding({ rgaa: ['1.1'] })] });
  const { page } = await open(htmlReport(made), { viewport: { width: 320, height: 640 } });
  await openDetails(page);
  const row = page.locator('#rgaa ~ details .stacked tbody tr').first();
  const cells = await row.locator('th, td').evaluateAll((all) =>
    all.map((cell) => ({
      left: cell.getBoundingClientRect().left,
      width: cell.getBoundingClientRect().width,
      says: getComputedStyle(cell, '::before').content,
    })),
  );
  expect(new Set(cells.filter(({ width }) => width > 0).map(({ left }) => left)).size).toBe(1);
  expect(cells.map(({ says }) => says)).toContain('"Défauts prouvés\u00A0: "');
  expect(await page.getByRole('columnheader', { name: 'Défauts prouvés' }).count()).toBeGreaterThan(0);
});

test('nothing of a hostile site runs, loads, or becomes an element', async () => {
  const { page, noise } = await open(htmlReport(changed(hostileReport())));
  await openDetails(page);
  const found = await page.evaluate(() => ({
    pwned: 'pwned' in globalThis,
    elements: document.querySelectorAll('img, svg:not(.drawing), iframe, object, link, form, [style]').length,
    drawn: new Set([...document.querySelectorAll('svg *')].map(({ localName }) => localName)).size,
    scripts: [...document.scripts].map(({ text }) => text),
    handlers: [...document.querySelectorAll('*')].filter((element) =>
      [...element.attributes].some(({ name }) => name.startsWith('on')),
    ).length,
    schemes: [...new Set([...document.links].map(({ protocol }) => protocol))],
    outside: [...document.links].filter(({ hash, rel }) => hash === '' && rel !== 'noreferrer noopener')
      .length,
    text: document.body.innerText,
  }));
  expect(found).toMatchObject({ pwned: false, elements: 0, handlers: 0, schemes: ['https:'], outside: 0 });
  expect(found.scripts).toEqual([script]);
  expect(found.drawn).toBe(3);
  for (const text of HOSTILE.slice(0, 8)) expect(found.text).toContain(text);
  expect(found.text).toContain('rapport_[U+202E]fdp.exe');
  for (const unseen of ['\u001B', '\u202E']) expect(found.text).not.toContain(unseen);
  expect(found.text).not.toContain('x'.repeat(2000));
  expect(noise).toEqual([]);
});

test('even markup that got into the page could not run', async () => {
  const broken = htmlReport(report()).replace(
    '<main',
    '<script>globalThis.pwned = 1</script><img src="https://x.invalid/"><main',
  );
  const { page, noise } = await open(broken);
  expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false);
  expect(noise.filter((line) => line.startsWith('https:'))).toEqual([]);
});

test('the keyboard goes past the header in one step, then from one thing to do to the next', async () => {
  const { page } = await open(htmlReport(report()));
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Aller au contenu');
  expect(
    await page.locator('.skip').evaluate((skip) => skip.getBoundingClientRect().top),
  ).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Commencer à décider');
});

test('in forced colours every mark keeps its outline, and every square its sign', async () => {
  const { page } = await open(htmlReport(report()), { forcedColors: 'active' });
  const seen = await page.evaluate(() => {
    const ink = getComputedStyle(document.body).color;
    const marks = [...document.querySelectorAll('.mark')];
    const signs = [...document.querySelectorAll('.drawing text')];
    return {
      marks: marks.length,
      bare: marks.filter((mark) => getComputedStyle(mark).borderTopStyle !== 'solid').length,
      faint: signs.filter((sign) => getComputedStyle(sign).fill !== ink).length,
    };
  });
  expect(seen).toMatchObject({ bare: 0, faint: 0 });
  expect(seen.marks).toBeGreaterThan(20);
});

test('on paper the points that are settled leave out how to verify them', async () => {
  const { page } = await open(htmlReport(report()));
  await page.emulateMedia({ media: 'print' });
  const help = page
    .locator('li', { has: page.locator('.settled') })
    .first()
    .locator('.settled');
  expect(await help.isVisible()).toBe(false);
});

test('on paper everything is unfolded, dark on white', async () => {
  const { page } = await open(htmlReport(report()), { colorScheme: 'dark' });
  const help = page.getByText(grid[0]?.help ?? '');
  const isShown = (): Promise<boolean> => help.evaluate((element) => element.checkVisibility());
  expect(await isShown()).toBe(false);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await isShown()).toBe(true);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
});

test.for([
  ['an ordinary report', report()],
  ['a report with more than it shows', bigReport(2000, 1000)],
] as const)('in %s each link of the page has one place to go', ([, made]) => {
  const text = htmlReport(made);
  const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const aims = [...text.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(aims.filter((id) => !ids.includes(id))).toEqual([]);
});

test.for([
  [2000, 2000],
  [2000, 3],
  [40_000, 4000],
] as const)('%i findings of %i causes make a file under 3 MB, in under 10 s', ([count, causes]) => {
  const made = bigReport(count, causes);
  const start = performance.now();
  expect(htmlReport(made).length).toBeLessThan(3_000_000);
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('what is proposed is told with what it rests on, three extracts in sight', () => {
  const text = textOf(report());
  expect(text).toContain(
    'Réponse proposée\u00A0: non conforme. L’adresse de la sous-préfecture n’a été trouvée sur aucune page.',
  );
  expect(text).toContain('5\u00A0autres extraits');
  expect(text).toContain('3\u00A0extraits ne sont pas repris ici.');
});

test('a long list says how many it leaves out', () => {
  const text = textOf(bigReport(485, 1));
  expect(text).toContain('485\u00A0pages');
  expect(text).toContain('et 460\u00A0autres pages');
});

test('the title tells the site and the quarter, the line below when and how much', () => {
  const text = textOf(report());
  expect(text).toContain('Vérification du site www.exemple.gouv.fr — 4e trimestre 2026');
  expect(text).toContain(
    'Audit du 24 novembre 2026\u00A0: 62\u00A0pages lues, 14\u00A0pages ouvertes dans un navigateur, 15\u00A0documents demandés, 14\u00A0liens externes suivis.',
  );
});

test('a percentage is printed from nine decided items in ten on', () => {
  const decided = Array<Verdict>(9).fill('conforme').with(0, 'non_conforme');
  expect(textOf(report({ grid: gridOf(...decided, 'a_verifier') }))).toContain('Soit 88\u00A0%');
  expect(textOf(report({ grid: gridOf(...decided.slice(1), 'a_verifier') }))).not.toContain('Soit');
});

test('the headline agrees with its numbers', () => {
  expect(textOf(report({ grid: gridOf('conforme', 'a_verifier') }))).toContain(
    '1 conforme sur 1 décidé, 1 restant',
  );
  expect(textOf(report({ grid: gridOf('conforme', 'conforme') }))).toContain(
    '2 conformes sur 2 décidés, 0 restant',
  );
});

test('defects are grouped by who can mend them: services, national administrator, documents, other sites', () => {
  const headings = [...htmlReport(report()).matchAll(/<h3 id="defauts-\d+">([^<]+)/g)].map(
    ([, title]) => title,
  );
  expect(headings).toEqual([
    'Contributeurs du site',
    'Bureau des migrations et de l’intégration',
    'À signaler à l’administrateur national du site',
    'Dans les documents',
    'Chez d’autres sites',
  ]);
});

test('an information is told, never counted as a defect', () => {
  const told = [finding({ severity: 'info' }), finding({ severity: 'info', cause: 'b' })];
  expect(textOf(report({ findings: told }))).toContain('2\u00A0informations. À corriger');
  expect(textOf(report({ findings: told }))).toContain('0\u00A0défaut à transmettre');
});

test('for accessibility, an item that the audit alone found sound says how little that means', () => {
  const mention = 'Aucun défaut relevé (test automatique).';
  const row: GridRow = gridRow('A11-05', 'conforme');
  expect(textOf(report({ grid: [row] }))).toContain(mention);
  expect(textOf(report({ grid: [{ ...row, by: 'Camille Martin' }] }))).not.toContain(mention);
  expect(textOf(report({ grid: [gridRow('TEC-01', 'conforme')] }))).not.toContain(mention);
});

test('a decision names its author, its day and its reason', () => {
  expect(textOf(report())).toContain(
    'Décidé par Camille Martin le 20 novembre 2026. Comparé à l’affichage du hall.',
  );
});

test('pages open where they were audited', () => {
  const path = '/Demarches/Permis-de-conduire';
  expect(htmlReport(report())).toContain(`href="${SITE}${path}"`);
  const served = htmlReport(report({ site: { address: SITE, servedBy: 'http://127.0.0.1:8080' } }));
  expect(served).toContain(`href="http://127.0.0.1:8080${path}"`);
  expect(served).not.toContain(`href="${SITE}${path}"`);
});

test('findings set aside are shown with their reason and their end, and nothing when there are none', () => {
  const text = textOf(report());
  expect(text).toContain('Raison donnée\u00A0: Site partenaire en travaux jusqu’à la fin de l’année.');
  expect(text).toContain('Jusqu’au 31 décembre 2026 · contrôle dead-link');
  expect(textOf(report({ ignored: [] }))).not.toContain('Constats écartés');
});

test('an address that did not answer is told with its cause and where its link stands', () => {
  const text = textOf(report());
  expect(text).toContain('Pas de réponse exploitable\u00A0: les ouvrir dans un navigateur.');
  expect(text).toMatch(/ancien\.exemple\.example\/ \([^)]*nom de site inconnu\)/);
});

test('a site without any fault is told so', () => {
  const text = textOf(
    report({ findings: [], grid: gridOf('conforme', 'sans_objet'), ignored: [], limits: [] }),
  );
  expect(text).toContain('Rien\u00A0: tous les points sont décidés.');
  expect(text).toContain('Aucun point de la grille n’est non conforme.');
  expect(text).toContain('Aucun défaut relevé par les contrôles automatiques.');
});
