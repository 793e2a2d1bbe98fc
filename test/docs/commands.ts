import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
/** The pages that tell a story, in the order in which a newcomer reads them. */
const PAGES = ['README.md', 'docs/guide-responsable-qualite.md', 'docs/commande.md'];
const BLOCK = /^ *```sh\n(.*?)^ *```$/gms;

/** A command as a page shows it. */
export interface ShownCommand {
  readonly page: string;
  readonly line: string;
}

/** Every page that may show a command, those that tell a story first. */
export function shownPages(): { readonly page: string; readonly text: string }[] {
  const others = globSync(['*.md', 'docs/*.md', 'packages/*/README.md'], { cwd: ROOT }).sort();
  return [...new Set([...PAGES, ...others])].map((page) => ({
    page,
    text: readFileSync(join(ROOT, page), 'utf8'),
  }));
}

/** Each command once, in the order of the pages. */
export function shownCommands(): ShownCommand[] {
  const seen = new Set<string>();
  return shownPages().flatMap(({ page, text }) =>
    [...text.matchAll(BLOCK)]
      .flatMap(([, block = '']) => block.split('\n'))
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#') && !seen.has(line) && seen.add(line))
      .map((line) => ({ page, line })),
  );
}

/** What is said beside `sh` by each block that is shown and not run. */
export function asideReasons(): string[] {
  return shownPages().flatMap(({ text }) =>
    [...text.matchAll(/^ *```sh (.+)$/gm)].map(([, reason = '']) => reason),
  );
}

/** The words of a line, as a shell would part them; nothing else of a shell is shown in our pages. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
