import type { Report } from '../report.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';

/** Formats of the report, by the ending of their file. Whoever calls writes the file. */
export const reportFormats: Readonly<Record<'html' | 'json', (report: Report) => string | Iterable<string>>> =
  {
    html: htmlReport,
    json: jsonReport,
  };
