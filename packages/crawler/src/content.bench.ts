import { expect, test } from 'vitest';
import { createAddressing } from './address.ts';
import type { Check } from './check.ts';
import { checks } from './checks/index.ts';
import type { PageFacts } from './facts.ts';
import { itemsOf } from './finding-draft.ts';
import { generatedSite } from './generated-site.ts';
import { parseDom } from './read-dom.ts';
import { readHtml } from './read.ts';
import { runChecks } from './run-checks.ts';
import { feedOf, feedSheet, paragraph } from './sheet-testing.ts';
import { configured, page, site as siteOf } from './testing.ts';

const PAGES = Number(process.env['BENCH_CONTENT_PAGES'] ?? 300);
const SHEETS = 300;
const ROUNDS = 3;
const MINUTES = 60_000;
/** Against freezing, not for tuning: twenty times the ratio aimed at. */
const MOST = 40;
/** Every item but those of accessibility. */
const own: readonly Check[] = checks.filter((check) =>
  itemsOf(check).some((item) => !item.startsWith('A11-')),
);
const sheets = Array.from({ length: SHEETS }, (_, n) =>
  feedSheet({
    number: `F${String(n + 1)}`,
    title: `Démarche ${String(n + 1)}`,
    paragraphs: Array.from({ length: 40 }, (_, at) =>
      paragraph(`Point ${String(at)} de la fiche ${String(n)} : délai, justificatif de domicile, photo.`),
    ),
  }),
);
const given = {
  ...configured({
    sites: [
      {
        ...{ id: 'a', name: 'Brumeval', kind: 'prefecture', address: '1 place du Belvédère, 39000 Brumeval' },
        hours: [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '16:30' }],
      },
    ],
  }),
  feed: feedOf(sheets),
};

/** Of the processor: the machine has other things to do. */
const milliseconds = (work: () => void): number => {
  const since = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};
const fastest = (work: () => number): number => Math.min(...Array.from({ length: ROUNDS }, work));

test(
  'all checks of sheets, content and obligations together cost little beside the parsing of the pages',
  () => {
    const site = generatedSite({ pages: PAGES, seed: 'contenus' });
    const addressing = createAddressing({ address: site.address, aliases: [] });
    const sources = site.pages.map((path) => ({
      url: new URL(path, site.address).href,
      body: site.file(path)?.body ?? new Uint8Array(),
    }));
    // Read anew each time: what checks remember of a page is part of their cost.
    const read = (): PageFacts[] =>
      sources.map(({ url, body }) => {
        const context = { addressing, isListedProcedure: () => false, pinned: {} };
        return page(readHtml(body, { url, contentType: 'text/html' }, context), { url });
      });
    const texts = sources.map(({ body }) => new TextDecoder().decode(body));
    const parsing = fastest(() =>
      milliseconds(() => {
        for (const text of texts) parseDom(text);
      }),
    );
    const checking = fastest(() => {
      const pages = read();
      return milliseconds(() =>
        runChecks({ site: siteOf(), pages: () => pages, addresses: () => [] }, own, given),
      );
    });
    const shown = (value: number): string => value.toLocaleString('fr', { maximumSignificantDigits: 2 });
    process.stdout.write(
      `${String(texts.length)} pages, ${String(own.length)} contrôles : ${shown(checking / texts.length)} ms par page, ${shown(checking / parsing)} fois leur analyse (${shown(parsing / texts.length)} ms).\n`,
    );
    expect(checking / parsing).toBeLessThan(MOST);
  },
  20 * MINUTES,
);
