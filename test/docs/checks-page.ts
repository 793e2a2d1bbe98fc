import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { criterionOf, grid } from '@qualepref/core';
import { checks } from '@qualepref/crawler';
import { code, table } from './markdown.ts';

type Check = (typeof checks)[number];
const FOLDER = 'packages/crawler/src/checks';
const ROOT = join(import.meta.dirname, '../..');

/** `docs/checks.md`: each check by its file, from its doc comment, codes and grid items. */
export function checksPage(): string {
  return `# Checks

Written from the files of the checks by \`npm run docs\`: change them, not this page.

${String(checks.length)} checks read what was collected; none asks the site for anything. Each answers one outcome for each grid item it bears on: \`passed\`, \`failed\` (proven), \`cantTell\` (a person must look), \`inapplicable\` (nothing there is concerned) or \`untested\` (what it needs was not collected). Messages are French, as they are shown, with what to do at the end; \`{name}\` stands for a value of the page. Severities: \`blocking\` (an obligation that is not met, or wrong information), \`major\`, \`minor\`, \`info\` (said, never counted).

## Limits

- A check that finds nothing proves nothing: for the RGAA the report never says more than “aucun défaut relevé (test automatique)”.
- What needs a browser is judged on a sample of pages, unless \`--exhaustive\`; the report bounds what that can miss.
- A page that refuses the audit, or breaks down, is to be verified by hand; it is never a dead link.
- A word found is a hint. Items that a person decides come with a proposed answer, its reasons and extracts, never with a verdict.
- National sheets are judged only with a recent feed (\`--feed\`), the directory only where it was read (\`--annuaire\`).

## By grid item

${table(['item', 'checks'], byItem())}
## By name

${[...checks].map(part).join('\n')}`;
}

function itemsOf(check: Check): string[] {
  const own = Object.values(check.codes).flatMap(({ items }) => items);
  const proposed = check.scope === 'site' ? (check.items ?? []) : [];
  return [...new Set([...own, ...proposed])].sort();
}

function byItem(): string[][] {
  return grid.map(({ id, label }) => {
    const own = checks.filter((check) => itemsOf(check).includes(id));
    return [`${code(id)} ${label}`, own.map((check) => `[${check.id}](#${check.id})`).join(', ')];
  });
}

function part(check: Check): string {
  const { id, codes } = check;
  const rows = Object.entries(codes).map(([name, { severity, items, rgaa = [], text }]) => [
    ...[code(name), severity, items.join(', '), rgaa.map(criterion).join(', ')],
    text.replaceAll('<', '\\<').replaceAll('*', '\\*').replaceAll('|', '\\|'),
  ]);
  const head = ['code', 'severity', 'items', 'RGAA', 'message'];
  return `### ${id}

${docOf(id)}

${seenBy(check)} Items: ${itemsOf(check).join(', ') || 'none, criteria of the RGAA only'}. [Source](../${FOLDER}/${id}.ts)

${rows.length > 0 ? table(head, rows) : ''}`;
}

function criterion(id: string): string {
  if (criterionOf(id) === undefined) throw new Error(`unknown criterion ${id}`);
  return id;
}

function seenBy(check: Check): string {
  if (check.scope === 'site') return 'Compares the pages of the site.';
  if (check.needs === 'html') return 'Reads the HTML of each page.';
  const looks = (check.looks ?? []).map((look) => code(look.replace(/^\w+\./, ''))).join(', ');
  return looks === ''
    ? 'Reads the page as the browser shows it.'
    : `Reads what the browser tried on the page: ${looks}.`;
}

/** The doc comment just above the check. */
function docOf(id: string): string {
  const source = readFileSync(join(ROOT, FOLDER, `${id}.ts`), 'utf8');
  const [, comment] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export const \w+: Check\b/.exec(source) ?? [];
  if (comment === undefined) throw new Error(`${id}.ts has no doc comment above its check`);
  return comment
    .replace(/^\s*\*? ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
