// What a site serves to show the widgets: bundles, hosted pages, the tag of the script.
import { BUNDLES, bundle, bundleWorker, integrityOf, partFiles, version, workerFile } from './cdn.js';
import { HOSTED, hostedFiles, hostedPage, named } from './hosted.js';
import { policy } from './policy.js';

/** A file that a site serves. */
export interface SiteFile {
  readonly type: 'text/html' | 'text/css' | 'text/javascript';
  readonly body: string;
}

export interface SiteFiles {
  /** By file name, all in one folder. */
  readonly files: ReadonlyMap<string, SiteFile>;
  /** Name and hash of the bundle of all widgets, and of the script that a page with a frame may load. */
  readonly script: { readonly file: string; readonly integrity: string };
  readonly frame: { readonly file: string; readonly integrity: string };
}

const SCRIPT = 'text/javascript';

/**
 * Builds what is served, in memory.
 *
 * @param parents origins whose frames are told how high they should be
 */
export async function siteFiles(parents: readonly string[] = []): Promise<SiteFiles> {
  const { code, parts, start, frame, style } = await built();
  const hosted = Object.entries(HOSTED).map(([name, page]): [string, SiteFile] => {
    const scripts = [named(start), code];
    return [
      `${name}.html`,
      { type: 'text/html', body: hostedPage(page, { style: style[0], scripts, parents }) },
    ];
  });
  return {
    files: new Map<string, SiteFile>([
      [code.file, { type: SCRIPT, body: code.text }],
      ...parts.map(({ file, code: body }): [string, SiteFile] => [file, { type: SCRIPT, body }]),
      [code.worker[0], { type: SCRIPT, body: code.worker[1] }],
      [start[0], { type: SCRIPT, body: start[1] }],
      [frame[0], { type: SCRIPT, body: frame[1] }],
      [style[0], { type: 'text/css', body: style[1] }],
      ...hosted,
    ]),
    script: { file: code.file, integrity: code.integrity },
    frame: named(frame),
  };
}

/** The strictest policy of a page that shows the widgets and holds nothing else of elsewhere. */
export function strictPolicy(): string {
  const base = [
    "default-src 'none';",
    "style-src 'self';",
    "img-src 'self';",
    "base-uri 'none';",
    "form-action 'self';",
  ];
  return [...base, ...policy("'self'"), "require-trusted-types-for 'script'"].join(' ');
}

async function build() {
  const text = await bundle(BUNDLES.qualepref.tags, 'esm');
  const number = String(await version());
  const file = `qualepref-${number}.js`;
  const worker: [string, string] = [await workerFile(), await bundleWorker()];
  const parts = await partFiles(BUNDLES.qualepref.tags);
  return { code: { file, text, integrity: integrityOf(text), worker }, parts, ...(await hostedFiles()) };
}

let once: ReturnType<typeof build> | undefined;

/** A site is built many times in one run of tests; its scripts are the same each time. */
function built(): ReturnType<typeof build> {
  return (once ??= build());
}
