import { expect, test } from 'vitest';
import { generatedSite, type PlantedDefect } from './generated-site.ts';
import { candidatesOf } from './generated-truth.ts';
import { chooseSample } from './sample.ts';

const SEEDS = Number(process.env['BENCH_SEEDS'] ?? 40);
const PAGES = Number(process.env['BENCH_PAGES'] ?? 150);

/** Defects of one sort: planted, and on at least one page that is opened. */
interface Kept {
  planted: number;
  kept: number;
}

const share = ({ planted, kept }: Kept): string =>
  `${String(kept)} of ${String(planted)} (${((100 * kept) / planted).toFixed(1)} %)`;

test(
  'over many sites the sample keeps the defects of templates, those that the HTML announces, and its word on the others',
  () => {
    const templates: Kept = { planted: 0, kept: 0 };
    const announced: Kept = { planted: 0, kept: 0 };
    const bounds: Kept = { planted: 0, kept: 0 };
    for (let seed = 1; seed <= SEEDS; seed++) {
      const site = generatedSite({ pages: PAGES, seed: `graine ${String(seed)}` });
      const candidates = candidatesOf(site);
      const { urls, templates: said = [] } = chooseSample(candidates, new Set(), site.address);
      const opened = new Set(urls.map((url) => decodeURI(new URL(url).pathname)));
      const isKept = ({ pages }: PlantedDefect): boolean => pages.some((path) => opened.has(path));
      const count = (into: Kept, defects: readonly PlantedDefect[]): void => {
        into.planted += defects.length;
        into.kept += defects.filter(isKept).length;
      };
      const of = (level: PlantedDefect['level'], seen: PlantedDefect['seen']): PlantedDefect[] =>
        site.defects.filter((defect) => defect.level === level && defect.seen === seen);
      count(templates, [...of('template', 'announced'), ...of('template', 'browser')]);
      // One of a kind shows it: each mark stands for one kind of element.
      const kinds = Map.groupBy(of('content', 'announced'), ({ mark }) => mark);
      count(
        announced,
        [...kinds.values()].map(([first, ...others]) => ({
          ...(first as PlantedDefect),
          pages: [first, ...others].flatMap((defect) => defect?.pages ?? []),
        })),
      );
      // Of what only a browser sees, each template says on how many pages a fault that none of those opened shows can stand.
      const bearers = new Set(of('content', 'browser').flatMap(({ pages }) => pages));
      const rows = candidates.map((row) => ({ ...row, path: decodeURI(new URL(row.url).pathname) }));
      for (const pages of Map.groupBy(rows, ({ template }) => template).values()) {
        const own = pages.filter(({ path }) => bearers.has(path));
        const bound = said.find(({ example }) => pages.some(({ url }) => url === example));
        if (!bound || own.length === 0 || own.some(({ path }) => opened.has(path))) continue;
        bounds.planted += 1;
        if (own.length <= bound.mayMiss) bounds.kept += 1;
      }
    }
    process.stdout.write(
      `${String(SEEDS)} sites of ${String(PAGES)} pages: template defects kept ${share(templates)}, kinds of content defects that the HTML announces ${share(announced)}, bounds on what only a browser sees that held ${share(bounds)}\n`,
    );
    expect(templates.kept / templates.planted).toBeGreaterThanOrEqual(0.99);
    expect(announced.kept).toBe(announced.planted);
    expect(bounds.kept / bounds.planted).toBeGreaterThanOrEqual(0.95);
  },
  30 * 60_000,
);
