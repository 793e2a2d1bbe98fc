import { join } from 'node:path';
import { checksPage } from './checks-page.ts';
import { configPage } from './config-page.ts';
import { formatsPage } from './formats-page.ts';

const FOLDER = join(import.meta.dirname, '../../docs');

/** Pages of the documentation that are written from the code, by name. */
export const pages: Readonly<Record<string, () => string>> = {
  'configuration.md': configPage,
  'json-formats.md': formatsPage,
  'checks.md': checksPage,
};

/** Where such a page stands, and what it should hold: a line a row, so that a change shows as one. */
export function pageOf(name: string): { readonly path: string; readonly text: string } {
  const text = pages[name]?.() ?? '';
  return { path: join(FOLDER, name), text: `${text.trimEnd().replace(/\n{3,}/g, '\n\n')}\n` };
}
