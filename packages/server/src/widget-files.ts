import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { QualeprefError } from '@qualepref/core';

/** A file that pages load. Its name bears a version or a hash: what it holds never changes. */
export interface WidgetFile {
  readonly type: string;
  readonly body: Buffer;
  readonly gzipped: Buffer;
}

/** What the build of the widgets made. */
export interface WidgetFiles {
  readonly files: ReadonlyMap<string, WidgetFile>;
  /** Hosted pages, by the name of their address. */
  readonly pages: Readonly<Record<HostedName, string>>;
  /** The page that web teams copy from. */
  readonly snippets: string;
}

/** Hosted pages, by hand. */
export const hostedNames = ['rendez-vous', 'reclamations', 'resultats'] as const;
/** One of them. */
export type HostedName = (typeof hostedNames)[number];

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
const compressed = promisify(gzip);

/** Where the build leaves them: beside this package, in the repository as once installed. */
export const widgetFolder: string = join(import.meta.dirname, '..', '..', 'widgets', 'cdn');

/**
 * Reads all of it once: pages are served from memory.
 *
 * @throws QualeprefError `server-widgets` when the folder is not there or not whole, saying what to run
 */
export async function loadWidgets(folder: string): Promise<WidgetFiles> {
  try {
    const names = (await readdir(folder)).filter((name) => extname(name) in TYPES);
    const text = (name: string): Promise<string> => readFile(join(folder, `${name}.html`), 'utf8');
    const read = await Promise.all(hostedNames.map(async (name) => [name, await text(name)] as const));
    return {
      files: new Map(await Promise.all(names.map((name) => fileIn(folder, name)))),
      pages: Object.fromEntries(read) as Record<HostedName, string>,
      snippets: await text('snippets'),
    };
  } catch (cause) {
    throw new QualeprefError(
      'server-widgets',
      `Les composants ne sont pas dans le dossier ${folder}. Les construire avec « npm run build --workspace packages/widgets », ou dire où ils sont par QUALEPREF_WIDGETS.`,
      { cause },
    );
  }
}

async function fileIn(folder: string, name: string): Promise<[string, WidgetFile]> {
  const body = await readFile(join(folder, name));
  return [name, { type: TYPES[extname(name)] ?? '', body, gzipped: await compressed(body, { level: 9 }) }];
}
