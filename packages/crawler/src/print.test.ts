import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import type { ReportFormat } from './reports/index.ts';
import { finding, report } from './reports/fixture.ts';
import { hostile } from './reports/hostile-fixture.ts';
import { reportFormats } from './reports/index.ts';

interface Printed {
  readonly marked: unknown;
  readonly lang: unknown;
  readonly bookmarks: readonly string[];
  readonly count: number;
  /** Texts of the first two pages. */
  readonly first: readonly string[];
}

interface PdfLink {
  readonly subtype: string;
  /** Absent of one that leads to a place of the document. */
  readonly unsafeUrl?: string;
}

async function readBack(content: Uint8Array): Promise<Printed> {
  const task = getDocument({ data: Uint8Array.from(content), useSystemFonts: false });
  const pdf = await task.promise;
  const marks: unknown = await pdf.getMarkInfo();
  const { info } = await pdf.getMetadata();
  const outline = (await pdf.getOutline()) as readonly { title: string; items: { title: string }[] }[];
  const first: string[] = [];
  for (let number = 1; number <= Math.min(2, pdf.numPages); number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    // Where a line of the cover may break is the page's business.
    const words = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    first.push(words.replaceAll(/\s+/g, ' '));
  }
  const printed = {
    marked: marks instanceof Map && marks.get('Marked'),
    lang: (info as { Language?: unknown }).Language,
    bookmarks: outline.flatMap(({ title, items }) => [title, ...items.map((item) => item.title)]),
    count: pdf.numPages,
    first,
  };
  await task.destroy();
  return printed;
}

test('whatever a site writes, a PDF runs nothing, holds no file, and opens http alone', async () => {
  const findings = hostile.map((text) => finding({ service: text, message: text, cause: text, url: text }));
  const files = reportFormats.pdf(report({ findings }), new Set<ReportFormat>(['pdf']));
  for await (const { content } of files) {
    const task = getDocument({ data: Uint8Array.from(content as Uint8Array), useSystemFonts: false });
    const pdf = await task.promise;
    expect(await pdf.getJSActions()).toBeNull();
    expect(await pdf.getAttachments()).toBeNull();
    expect(await pdf.getOpenAction()).toBeNull();
    const links = [];
    for (let number = 1; number <= pdf.numPages; number++)
      links.push(...((await (await pdf.getPage(number)).getAnnotations()) as PdfLink[]));
    expect(links.length).toBeGreaterThan(0);
    for (const { subtype, unsafeUrl } of links) {
      expect(subtype).toBe('Link');
      if (unsafeUrl !== undefined) expect(unsafeUrl).toMatch(/^https?:\/\/[^\s@]+$/);
    }
    await task.destroy();
  }
}, 60_000);

test('printed, the report and its summaries are tagged, in French, with bookmarks and page numbers', async () => {
  const long = 'Un service au nom interminable et ses bureaux '.repeat(10);
  const findings = [
    ...report().findings,
    ...Array.from({ length: 12 }, (_, index) =>
      finding({ severity: 'blocking', cause: String(index), message: long, service: long + String(index) }),
    ),
  ];
  const asked = new Set<ReportFormat>(['summary', 'pdf']);
  const files = new Map<string, Printed>();
  for await (const { name, content } of reportFormats.pdf(report({ findings }), asked)) {
    files.set(name, await readBack(content as Uint8Array));
    if (files.size === 3) break;
  }
  for (const printed of files.values()) expect(printed).toMatchObject({ marked: true, lang: 'fr' });
  const [whole, summary, service] = files.values();
  expect([...files.keys()].slice(0, 2)).toEqual(['report.pdf', 'report-summary.pdf']);
  expect(whole?.first[0]).toContain('Vérification du site www.exemple.gouv.fr');
  expect(whole?.first[0]).not.toContain('En bref');
  expect(whole?.first[1]).toContain('En bref');
  expect(whole?.first[1]).toContain(`2 / ${String(whole?.count)}`);
  expect(whole?.bookmarks).toContain('La grille de vérification');
  expect(summary?.count).toBe(1);
  expect(service?.bookmarks).toContain('À faire, le plus urgent d’abord');
}, 60_000);
