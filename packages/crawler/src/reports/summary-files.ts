import type { Report } from '../report.ts';
import { cut, fold } from '../text.ts';
import { viewOf } from './html-view.ts';
import { serviceLists, servicePage } from './service-page.ts';
import { summaryPage } from './summary.ts';

const NAME_MAX = 60;

/** `report-summary.html`, then `report-service-….html` for each of those who can mend something. */
export function* summaryFiles(report: Report): Generator<{ readonly name: string; readonly html: string }> {
  const view = viewOf(report);
  yield { name: 'report-summary.html', html: summaryPage(view) };
  const taken = new Set<string>();
  for (const list of serviceLists(view)) {
    const slug = freeSlug(list.group.title, taken);
    yield { name: `report-service-${slug}.html`, html: servicePage(list, view) };
  }
}

/** Two services may differ by an accent only, and a file system may not tell them apart. */
function freeSlug(title: string, taken: Set<string>): string {
  const plain = cut(fold(title), NAME_MAX)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  // The name of the file says « service » already.
  const base = plain.replace(/^service-/, '') || 'service';
  let slug = base;
  for (let n = 2; taken.has(slug); n++) slug = `${base}-${String(n)}`;
  taken.add(slug);
  return slug;
}
