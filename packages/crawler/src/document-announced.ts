import { documentDetail, extensionOf } from './document-detail.ts';
import type { DocumentKind, LinkFacts } from './facts.ts';

const OFFICE: readonly DocumentKind[] = ['zip', 'ole'];
/** Word and Excel also open text under these names: RTF, tables with tabs. */
const OLD_OFFICE: readonly DocumentKind[] = [...OFFICE, 'text'];
/** What the first bytes of a file may be, by the format announced. */
const KINDS: Readonly<Record<string, readonly DocumentKind[]>> = {
  pdf: ['pdf'],
  'application/pdf': ['pdf'],
  zip: ['zip'],
  docx: OFFICE,
  xlsx: OFFICE,
  pptx: OFFICE,
  odt: OFFICE,
  ods: OFFICE,
  odp: OFFICE,
  doc: OLD_OFFICE,
  xls: OLD_OFFICE,
  ppt: OLD_OFFICE,
};
/** Whether a link announces one format and its address gives another, such as a page of error. */
export function isSomethingElse({ target, ...link }: LinkFacts): boolean {
  const announced = extensionOf(link) ?? documentDetail(link.detail).format ?? target?.contentType ?? '';
  const kinds = KINDS[announced.split(';')[0] ?? ''];
  return kinds !== undefined && target?.magic !== undefined && !kinds.includes(target.magic);
}
