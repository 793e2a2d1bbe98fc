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

/** A file that each format always writes. */
const SURE_FILES: Readonly<Record<ReportFormat, string>> = {
  html: 'report.html',
  json: 'report.json',
  csv: 'report-grille.csv',
  summary: 'report-summary.html',
  pdf: 'report.pdf',
};

/** The formats that a folder holds, the usual ones where it holds none: those to write again when a decision changes. */
export function formatsIn(names: readonly string[]): readonly ReportFormat[] {
  const there = Object.entries(SURE_FILES).flatMap(([format, name]) =>
    names.includes(name) ? [format as ReportFormat] : [],
  );
  return there.length > 0 ? there : usualFormats;
}

/** Whether a file of that name is one that a format writes. */
export function isReportFile(name: string): boolean {
  return /^report(?:\.(?:html|json|pdf)|-[a-z0-9-]+\.(?:csv|html|pdf))$/.test(name);
}

function* summary(report: Report): Generator<ReportFile> {
  for (const { name, html } of summaryFiles(report)) yield { name, content: html };
}
