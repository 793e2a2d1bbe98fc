// The files that a page loads without a build step of its own.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));

/** Class and file of each tag. */
const TAGS = {
  'qp-appointment-booking': { name: 'AppointmentBooking', file: 'appointment-booking' },
  'qp-feedback-form': { name: 'FeedbackForm', file: 'feedback-form' },
  'qp-results-badge': { name: 'ResultsBadge', file: 'results-badge' },
};

/** Tags of each bundle, and how much it may weigh: bytes, gzip, Lit included. */
export const BUNDLES = {
  // The goals, not reached yet: 25,000 for all, 18,000, 15,000 and 10,000, of which Lit alone takes 5,640.
  qualepref: { tags: Object.keys(TAGS), limit: 47_500 },
  'qualepref-appointment-booking': { tags: ['qp-appointment-booking'], limit: 30_000 },
  'qualepref-feedback-form': { tags: ['qp-feedback-form'], limit: 21_500 },
  'qualepref-results-badge': { tags: ['qp-results-badge'], limit: 15_000 },
};

/** Style sheets and templates without what only their reader needs. */
const dense = {
  name: 'dense',
  setup(esbuild) {
    esbuild.onLoad({ filter: /widgets[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8'))
        .replace(/css`[^`]*`/g, denseSheet)
        .replace(/\n\s+/g, '\n')
        .replaceAll('./proof-worker.ts', `./${await workerFile()}`),
      loader: 'ts',
    }));
  },
};

function denseSheet(sheet) {
  return sheet
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/;\}/g, '}')
    .replace(/: /g, ':')
    .replace(/([ (:,])0\./g, '$1.');
}

/** A worker has to be a file of its own, beside the bundle that starts it. */
const worker = join(folder, 'src', 'proof-worker.ts');
export const hasWorker = existsSync(worker);
export const workerFile = async () => `qualepref-worker-${await version()}.js`;

/** The worker's file. */
export function bundleWorker() {
  return built({ entryPoints: [worker], format: 'esm' });
}

/**
 * One file that registers these tags. It stops before Lit runs when they are
 * taken: Lit would ask a second time for a Trusted Types policy of its name,
 * which a strict page refuses.
 *
 * @param {readonly string[]} tags
 * @param {'esm' | 'iife'} format
 * @returns {Promise<string>}
 */
export async function bundle(tags, format) {
  const taken = tags.map((tag) => `customElements.get("${tag}")`).join('&&');
  const lines = tags.flatMap((tag) => [
    `import { ${TAGS[tag].name} } from './${TAGS[tag].file}.ts';`,
    `if (!customElements.get('${tag}')) customElements.define('${tag}', ${TAGS[tag].name});`,
  ]);
  // A classic script knows its own address only while it starts.
  const isClassic = format === 'iife';
  return built({
    stdin: { contents: lines.join('\n'), resolveDir: join(folder, 'src'), loader: 'ts' },
    format,
    ...(isClassic ? { define: { 'import.meta.url': 'qualeprefAddress' } } : {}),
    banner: {
      js: `if(!(${taken})){${isClassic ? 'const qualeprefAddress=document.currentScript?.src;' : ''}`,
    },
    footer: { js: '}' },
  });
}

async function built(options) {
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    write: false,
    target: 'es2022',
    charset: 'utf8',
    // `licences.txt` holds them.
    legalComments: 'none',
    conditions: ['@qualepref/source'],
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    plugins: [dense],
    logLevel: 'silent',
    ...options,
  });
  return outputFiles[0].text;
}

/** What a `script` tag names in `integrity`. */
export function integrityOf(code) {
  return `sha384-${createHash('sha384').update(code).digest('base64')}`;
}

/** The version that file names bear. */
export async function version() {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')).version;
}
