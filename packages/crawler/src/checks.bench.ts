import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createAddressing } from './address.ts';
import type { PageCheck } from './check.ts';
import { checks } from './checks/index.ts';
import type { PageFacts } from './facts.ts';
import { generatedSite } from './generated-site.ts';
import { answerOf } from './generated-truth.ts';
import { readHtml } from './read.ts';
import { openBrowser } from './render.ts';
import { LOOKS, type LookTime } from './render-look.ts';
import { runChecks } from './run-checks.ts';
import { page, settings, site as siteOf } from './testing.ts';

/* Figures are printed, and written as a page of the documentation to the path that BENCH_TABLE gives. */

const PAGES = Number(process.env['BENCH_PAGES'] ?? 24);
const ROUNDS = 15;
const MINUTES = 60_000;
/** Against freezing, not for tuning: twenty times what was measured, in milliseconds. */
const SLOWEST_CHECK = 20;

const round = (value: number): string => value.toLocaleString('fr', { maximumSignificantDigits: 2 });
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

test(
  'each check costs little beside what the browser does, and each probe and pass is told by itself',
  async () => {
    const site = generatedSite({ pages: PAGES, seed: 'controles' });
    const addressing = createAddressing({ address: site.address, aliases: [] });
    const times = new Map<string, number[]>();
    const keep = (message: unknown): void => {
      const { name, milliseconds } = message as LookTime;
      times.set(name, [...(times.get(name) ?? []), milliseconds]);
    };
    const browser = await openBrowser();
    subscribe(LOOKS, keep);
    const pages: PageFacts[] = [];
    for (const path of site.pages) {
      const url = new URL(path, site.address).href;
      const rendered = await browser.render({ url, tries: true }, answerOf(site));
      if ('failure' in rendered) throw new Error(`${path} ${rendered.failure}`);
      const body = site.file(path)?.body ?? new Uint8Array();
      const html = readHtml(
        body,
        { url, contentType: 'text/html' },
        { addressing, isListedProcedure: () => false, pinned: {} },
      );
      pages.push(page(html, { url, rendered }));
    }
    unsubscribe(LOOKS, keep);
    await browser.close();

    const looks = [...times].map(([name, found]) => ({
      name,
      typical: median(found),
      most: Math.max(...found),
    }));
    const costs = checks.map((check) => ({ name: check.id, typical: costOf(check.id, pages) }));
    const text = [
      ...['| essai au navigateur | ms par page (médiane) | au plus |', '| --- | --- | --- |'],
      ...looks
        .sort((a, b) => b.typical - a.typical)
        .map(({ name, typical, most }) => `| \`${name}\` | ${round(typical)} | ${round(most)} |`),
      ...['', '| contrôle | µs par page |', '| --- | --- |'],
      ...costs
        .sort((a, b) => b.typical - a.typical)
        .map(({ name, typical }) => `| \`${name}\` | ${round(typical * 1_000)} |`),
      '',
    ].join('\n');
    process.stdout.write(text);
    const path = process.env['BENCH_TABLE'];
    if (path !== undefined) writeFileSync(path, text);
    expect(costs.filter(({ typical }) => typical > SLOWEST_CHECK)).toEqual([]);
    expect(looks.length).toBeGreaterThan(0);
  },
  20 * MINUTES,
);

/** Milliseconds a page, in the fastest of some rounds: the machine has other things to do. */
function costOf(id: string, pages: readonly PageFacts[]): number {
  const own = checks.filter((check) => check.id === id);
  const given = settings();
  const once = (): number => {
    const since = performance.now();
    for (const check of own) {
      if (check.scope === 'page') for (const one of pages) judge(check, one);
      else runChecks({ site: siteOf(), pages: () => pages, addresses: () => [] }, own, given);
    }
    return performance.now() - since;
  };
  return Math.min(...Array.from({ length: ROUNDS }, once)) / pages.length;

  function judge(check: PageCheck, one: PageFacts): void {
    if (check.applies(one as never, given)) Array.from(check.judge(one as never, given));
  }
}
