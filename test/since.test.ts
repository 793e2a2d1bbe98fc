import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit, loadConfig, type SinceReport } from '@qualepref/crawler';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configYaml, serveSite, type LoggedRequest, type ServedSite } from './site/serve.ts';

let site: ServedSite;
let dir: string;
beforeAll(async () => {
  site = await serveSite({ variant: 'faulty' });
  change('/Demarches', (html) => html.replace('</head>', '<meta name="csrf-token" content="a1"></head>'));
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  writeFileSync(join(dir, 'qualepref.yml'), configYaml(site.origin));
});
afterAll(async () => {
  await site.close();
  rmSync(dir, { recursive: true, force: true });
});

interface Audited {
  /** All but what may differ between two audits of one state of the site. */
  readonly canonical: Record<string, unknown>;
  readonly since: SinceReport | undefined;
  readonly requests: readonly LoggedRequest[];
}

async function auditOf(out: string, since?: string): Promise<Audited> {
  const config = await loadConfig(join(dir, 'qualepref.yml'));
  const before = site.requests.length;
  const { report } = await audit(
    {
      config: { ...config, crawl: { ...config.crawl, maxPages: 45 } },
      start: config.site.address,
      campaign: '2026-T4',
      out: join(dir, out),
      formats: ['html', 'json'],
      exhaustive: false,
      allowPrivate: true,
      ignoreRobotsErrors: false,
      startAfresh: false,
      ...(since === undefined ? {} : { since: join(dir, since) }),
    },
    {
      signal: new AbortController().signal,
      now: () => new Date(),
      progress: () => undefined,
      announce: () => undefined,
      mishap: (error, check, url) => {
        throw new Error(`${check} ${url}`, { cause: error });
      },
    },
  );
  const { execution, ...rest } = report;
  const lists = { findings: [...report.findings], addresses: [...report.addresses] };
  return { canonical: { ...rest, ...lists }, since: execution.since, requests: site.requests.slice(before) };
}

function bodyOf(path: string): string {
  const body = site.resources.get(path)?.body.toString();
  if (body === undefined) throw new Error(`No such page: ${path}`);
  return body;
}

function put(path: string, html: string): void {
  site.resources.set(path, { status: 200, type: 'text/html; charset=utf-8', body: Buffer.from(html) });
}

/** Writes a page otherwise than it was. */
function change(path: string, edit: (html: string) => string): void {
  const edited = edit(bodyOf(path));
  if (edited === bodyOf(path)) throw new Error(`Nothing changed in ${path}`);
  put(path, edited);
}

test('an audit that starts from the previous one ends with the report of a whole one', async () => {
  const first = await auditOf('t3');
  expect(first.since).toBeUndefined();

  const again = await auditOf('t4', 't3');
  expect(again.canonical).toEqual(first.canonical);
  expect(again.since?.rendered.opened).toBe(0);
  expect(again.since?.pages.read).toMatchObject({ new: 0, changed: 0, due: 0 });
}, 300_000);

test('what changed is read and opened again, and nothing else; the report is that of a whole audit', async () => {
  // A fault more, in the code and for the browser; another token; a page more; one less; another frame.
  change('/', (html) =>
    html.replace(
      '</main>',
      '<p><img src="/contenu/image/1200/collines.png"> <a href="/Demarches/Neuve">Neuve</a></p></main>',
    ),
  );
  change('/Demarches', (html) => html.replace('content="a1"', 'content="b2"'));
  const services = bodyOf('/Services-de-l-Etat').replace('<h1', '<h3').replace('</h1>', '</h3>');
  put('/Demarches/Neuve', services);
  site.resources.delete('/Services-de-l-Etat/Organigramme');
  change('/cartes/Roc-sur-Lande', (html) => html.replace('</h1>', '</h1><img src="/x.png">'));

  const since = await auditOf('t1', 't4');
  const whole = await auditOf('t1-entier');
  expect(since.canonical).toEqual(whole.canonical);
  expect(since.since?.pages.read).toEqual({ new: 1, changed: 1, same: 1, due: 0 });
  expect(since.since?.rendered.reused).toBeGreaterThan(since.since?.rendered.opened ?? 0);
  // The site was asked as often, and sent nearly nothing.
  const conditional = since.requests.filter(({ isConditional }) => isConditional);
  expect(conditional.length).toBeGreaterThan(40);
}, 300_000);
