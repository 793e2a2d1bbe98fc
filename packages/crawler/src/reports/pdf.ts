import { openPrinter } from '../print.ts';
import type { Report } from '../report.ts';
import { printedReport } from './html.ts';
import type { ReportFile } from './report-file.ts';
import { summaryFiles } from './summary-files.ts';

/** Close lines, and the header of the report as its cover, alone on the first page. */
const COVER = `
html { font-size: 9.5pt; }
.cards > li, .lines > li { padding: 1.5mm 0; }
@page :first { @bottom-right { content: none; } }
.frame > header {
  display: flex; flex-direction: column; justify-content: center; min-height: 240mm;
  break-after: page; border: 0; margin: 0; padding: 0;
}
.frame > header h1 { font-size: 28pt; padding-bottom: 8mm; margin-bottom: 8mm; border-bottom: 2pt solid; }
.frame > header p { font-size: 13pt; }
`;

/** `report.pdf`: the HTML report on paper, where examples stand for all; and each page of the summary, where it is asked for too. */
export async function* pdfReport(report: Report, asked: ReadonlySet<string>): AsyncGenerator<ReportFile> {
  const printer = await openPrinter();
  try {
    yield { name: 'report.pdf', content: await printer.print(printedReport(report), COVER) };
    if (!asked.has('summary')) return;
    for (const { name, html } of summaryFiles(report))
      yield { name: name.replace(/\.html$/, '.pdf'), content: await printer.print(html) };
  } finally {
    await printer.close();
  }
}
