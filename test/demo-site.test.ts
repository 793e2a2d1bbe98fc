import { expect, onTestFinished, test } from 'vitest';
import { serveSite } from './site/serve.ts';
import { buildSite, type Site, type Variant } from './site/site.ts';
import { truth } from './site/truth.ts';

const TODAY = '2026-11-24';
const external = 'http://127.0.0.1:9';
const build = (variant: Variant, today = TODAY): Promise<Site> => buildSite({ variant, today, external });

const serve = async (variant: Variant) => {
  const site = await serveSite({ variant, today: TODAY });
  onTestFinished(() => site.close());
  return site;
};

/** Source of a page, or of the sheet that its hash-bang view shows. */
function sourceOf(site: Site, page: string): string {
  const sheet = /#!.*\/(?<id>\w+)$/.exec(page)?.groups?.['id'];
  return site.resources.get(sheet === undefined ? page : `/fiches/${sheet}.json`)?.body.toString() ?? '';
}

test('two builds for the same day are the same, byte for byte', async () => {
  const [first, second] = [await build('faulty'), await build('faulty')];
  expect([...second.resources.keys()]).toEqual([...first.resources.keys()]);
  for (const [path, { body }] of first.resources) {
    expect(second.resources.get(path)?.body.equals(body), path).toBe(true);
  }
});

test('dates follow the day, so that fresh pages stay fresh and the old one old', async () => {
  const site = await build('faulty', '2031-03-10');
  const card = '/Demarches/Papiers-et-citoyennete/Carte-nationale-d-identite';
  expect(sourceOf(site, card)).toContain('Mis à jour le 13/02/2031');
  expect(sourceOf(site, '/Demarches/Papiers-et-citoyennete/Passeport-temporaire')).toContain('26/10/2029');
});

test('the site is small and true to life: some 70 pages, some 20 files', async () => {
  const { pages, documents } = await build('clean');
  expect([pages.length, documents.length]).toEqual([73, 22]);
});

test('every link of the clean variant answers, on the site and off it', async () => {
  const site = await serve('clean');
  const { pages } = await build('clean');
  const asked = new Map<string, number>();
  for (const page of pages) {
    const source = await (await fetch(site.origin + page)).text();
    for (const [, href = ''] of source.matchAll(/(?:href|src|option value)="([^"#][^"]*)"/g)) {
      const url = new URL(href.replaceAll('&amp;', '&'), 'https://www.haute-brume.gouv.fr');
      const isOwn = /(?:^|\.)haute-brume\.(?:pref\.)?gouv\.fr$/.test(url.hostname);
      if (!isOwn && url.origin !== site.externalOrigin) continue;
      const address = (isOwn ? site.origin : site.externalOrigin) + url.pathname;
      if (!asked.has(address)) asked.set(address, (await fetch(address, { method: 'HEAD' })).status);
    }
  }
  expect(asked.size).toBeGreaterThan(150);
  expect([...asked].filter(([, status]) => status !== 200)).toEqual([]);
});

/** Source of a page of the faulty variant, its template mended. */
function mended(source: string): string {
  return source
    .replace(
      '<button class="fr-btn" type="submit"></button>',
      '<button class="fr-btn" type="submit">Rechercher</button>',
    )
    .replace('<a id= class="fr-footer__content-link"', '<a class="fr-footer__content-link"')
    .replace(/<li>.*Marchés publics<\/a><\/li>\n/, '')
    .replace(/href="\/Services-de-l-Etat"(?=[^>]*>Démarche qualité<)/, 'href="/Qualite"')
    .replace(/href="\/Actions-de-l-Etat"(?=[^>]*>Collectivités<)/, 'href="/Collectivites"');
}

test('each fault is planted in the source that the audit reads', async () => {
  const site = await build('faulty');
  for (const { pages, quote, code } of truth.faults) {
    for (const page of pages === 'all' ? site.pages : pages) {
      expect(sourceOf(site, page), `${code} ${page}`).toContain(quote ?? '');
    }
  }
});

test('but for the faults of the template, the variants differ on the pages listed and nowhere else', async () => {
  const [faulty, clean] = [await build('faulty'), await build('clean')];
  // Pages that answer an error are the same in both: only links to them are planted.
  const listed = new Set(
    [...truth.faults, ...truth.proposals]
      .flatMap(({ pages = [] }) => (pages === 'all' ? [] : pages))
      .filter((page) => (faulty.resources.get(page)?.status ?? 200) === 200),
  );
  const changed = [...faulty.pages, ...listed].filter(
    (page) => mended(sourceOf(faulty, page)) !== sourceOf(clean, page),
  );
  // Of two pages that share a title, only one needs a change; one that leads to a lost page needs none.
  const unchanged = ['/Actions-de-l-Etat/Secheresse', '/Demarches/Fiches-pratiques'];
  expect(new Set([...changed, ...unchanged])).toEqual(listed);

  const hosts = new Set([...listed].map((page) => page.replace(/#!.*/, '')));
  expect(truth.clean).toEqual(faulty.pages.filter((page) => !hosts.has(page)));
});

test('files answer to ranges, HEAD has no body, a missing page answers 404 in the look of the site', async () => {
  const { origin, requests } = await serve('clean');
  const file = (await build('clean')).documents.find((path) => path.endsWith('Bilan-qualite-2025.pdf')) ?? '';
  const part = await fetch(origin + file, { headers: { range: 'bytes=0-3' } });
  expect([part.status, await part.text()]).toEqual([206, '%PDF']);
  expect(part.headers.get('content-range')).toMatch(/^bytes 0-3\/\d{5}$/);
  const beyond = await fetch(origin + file, { headers: { range: 'bytes=9999999-' } });
  expect(beyond.status).toBe(416);

  const head = await fetch(`${origin}/index.php/Demarches`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  const missing = await fetch(`${origin}/absente`);
  expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('fr-footer')]);
  expect(requests.at(-1)).toMatchObject({ method: 'GET', path: '/absente' });
});
