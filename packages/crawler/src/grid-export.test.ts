import { read } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { gridWorkbook } from './grid-export.ts';
import { address, finding, report } from './reports/fixture.ts';
import { hostile } from './reports/hostile-fixture.ts';

const SITE = 'https://www.exemple.gouv.fr';
/** Text that a reader of the spreadsheet can't see, or that turns round what is behind it. */
const UNSEEN = /(?![\t\n])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

interface Cell {
  readonly f?: string;
  readonly v?: string | number;
  readonly l?: { readonly Target: string };
}

test('whatever a site writes, the spreadsheet holds no formula, no hidden letter, and opens http alone', async () => {
  const findings = hostile.map((text) => finding({ service: text, message: text, cause: text, url: text }));
  const links = hostile.map((text) => finding({ check: 'plain-link', cause: text, message: text }));
  const addresses = hostile.map((text) => address({ url: text, title: text }));
  const made = report({ findings: [...findings, ...links], addresses, site: { address: SITE } });
  const book = read(await gridWorkbook({ report: made, kept: { decisions: [], earlier: [] }, audit: 'x' }));
  const names = book.SheetNames;
  expect(names.length).toBeGreaterThan(30);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  for (const name of names) {
    expect(name.length).toBeLessThanOrEqual(31);
    expect(name).not.toMatch(/^'|'$|[[\]:*?/\\]/);
    expect(name.toLowerCase()).not.toBe('history');
    expect(name).not.toMatch(UNSEEN);
  }
  const cells = Object.values(book.Sheets).flatMap((sheet) =>
    Object.entries(sheet).flatMap(([at, cell]) => (at.startsWith('!') ? [] : [cell as Cell])),
  );
  expect(cells.length).toBeGreaterThan(500);
  for (const { f, v, l } of cells) {
    expect(f).toBeUndefined();
    expect(String(v)).not.toMatch(UNSEEN);
    if (l) expect(l.Target).toMatch(/^https?:\/\/[^\s"<>@]+$/);
  }
}, 60_000);
