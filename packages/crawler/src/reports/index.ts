import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../report.ts';
import { csvReport } from './csv.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { pdfReport } from './pdf.ts';
import type { FormatWriter, ReportFile } from './report-file.ts';
import { summaryFiles } from './summary-files.ts';

export type ReportFormat = 'html' | 'json' | 'csv' | 'summary' | 'pdf';

/** Formats of the report, in the order in which they are made: what needs a browser comes last. Whoever calls writes the files. */
export const reportFormats: Readonly<Record<ReportFormat, FormatWriter>> = {
  html: (report) => [{ name: 'report.html', content: htmlReport(report) }],
  json: (report) => [{ name: 'report.json', content: jsonReport(report) }],
  csv: csvReport,
  summary,
  pdf: pdfReport,
};

/** Made when no format is asked for. */
export const usualFormats: readonly ReportFormat[] = ['html', 'json'];

/** The formats whose files are in a folder. */
export function formatsIn(folder: string): ReportFormat[] {
  const first = { csv: 'report-grille.csv', summary: 'report-summary.html' };
  const nameOf = (format: string): string => (first as Record<string, string>)[format] ?? `report.${format}`;
  return (Object.keys(reportFormats) as ReportFormat[]).filter((format) =>
    existsSync(join(folder, nameOf(format))),
  );
}

/** Whether a file of that name is one that a format writes. */
export function isReportFile(name: string): boolean {
  return /^report(?:\.(?:html|json|pdf)|-[a-z0-9-]+\.(?:csv|html|pdf))$/.test(name);
}

function* summary(report: Report): Generator<ReportFile> {
  for (const { name, html } of summaryFiles(report)) yield { name, content: html };
}
