// The files that a page loads without a build step of its own.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { built, source } from './built.js';
import { partsOf } from './parts.js';

export { integrityOf, version, workerFile } from './built.js';

/** Class and file of each tag, and the parts that it brings when it first needs them. */
const TAGS = {
  'qp-appointment-booking': {
    name: 'AppointmentBooking',
    file: 'appointment-booking',
    parts: ['booking-slot', 'booking-late'],
  },
  'qp-feedback-form': { name: 'FeedbackForm', file: 'feedback-form', parts: ['feedback-body'] },
  'qp-results-badge': { name: 'ResultsBadge', file: 'results-badge', parts: ['results-view'] },
};

/**
 * Tags of each bundle; how much what a page loads first may weigh, and `most`, with
 * all that a whole journey then brings: bytes, gzip, Lit included.
 */
export const BUNDLES = {
  qualepref: { tags: Object.keys(TAGS), limit: 25_000, most: 53_500 },
  'qualepref-appointment-booking': { tags: ['qp-appointment-booking'], limit: 18_000, most: 33_000 },
  'qualepref-feedback-form': { tags: ['qp-feedback-form'], limit: 15_000, most: 22_800 },
  'qualepref-results-badge': { tags: ['qp-results-badge'], limit: 10_000, most: 16_500 },
};

/** The worker's file. */
export function bundleWorker() {
  return built({ entryPoints: [join(source, 'proof-worker.ts')], format: 'esm' });
}

/** Written in an import: as JSON, for Windows’ paths. */
const loader = JSON.stringify(join(dirname(fileURLToPath(import.meta.url)), 'part-loader.js'));
const known = new Map();

/** Parts without which there is nothing to read or fill in. */
const NEEDED = ['results-view', 'feedback-body'];

/** What a bundle weighs, in bytes of gzip: at first, until there is something to read or fill in, over a whole journey, and in one file. */
export async function weights(tags) {
  const weight = (code) => gzipSync(code, { level: 9 }).length;
  const first = weight(await bundle(tags, 'esm'));
  const parts = (await partFiles(tags)).map(({ part, code }) => ({ part, bytes: weight(code) }));
  const sum = (list) => list.reduce((total, { bytes }) => total + bytes, first);
  return {
    first,
    useful: sum(parts.filter(({ part }) => NEEDED.includes(part))),
    journey: sum(parts),
    classic: weight(await bundle(tags, 'iife')),
  };
}

/** The parts of a tag, built once. */
function partsOfTag(tag) {
  const { file, parts } = TAGS[tag];
  if (!known.has(tag)) known.set(tag, partsOf(file, parts));
  return known.get(tag);
}

/**
 * The parts that these tags bring, to be served beside their bundle.
 *
 * @param {readonly string[]} tags
 * @returns {Promise<{ part: string, file: string, code: string, integrity: string }[]>}
 */
export async function partFiles(tags) {
  return (await Promise.all(tags.map(partsOfTag))).flatMap(({ files }) => files);
}

/**
 * One file that registers these tags: as a module it brings its parts when it
 * needs them, as a classic script it holds them all. It stops before Lit runs
 * when the tags are taken: Lit would ask a second time for a Trusted Types
 * policy of its name, which a strict page refuses.
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
  const files = isClassic ? [] : await partFiles(tags);
  return built(
    {
      stdin: {
        contents: [...(isClassic ? [] : await sharing(tags)), ...lines].join('\n'),
        resolveDir: source,
        loader: 'ts',
      },
      format,
      ...(isClassic ? { define: { 'import.meta.url': 'qualeprefAddress' } } : {}),
      banner: {
        js: `if(!(${taken})){${isClassic ? 'const qualeprefAddress=document.currentScript?.src;' : ''}`,
      },
      footer: { js: '}' },
    },
    isClassic ? {} : { also: (text) => bringing(text, files) },
  );
}

/** Lines that give the parts what they take from the bundle. */
async function sharing(tags) {
  const shared = new Map();
  for (const parts of await Promise.all(tags.map(partsOfTag)))
    for (const [module, names] of parts.shared)
      shared.set(module, new Set([...(shared.get(module) ?? []), ...names]));
  const all = [...shared.values()].flatMap((names) => [...names]);
  const twice = all.find((name, at) => all.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`Two modules that parts share have a ${twice}: rename one.`);
  return [
    `import { share } from ${loader};`,
    ...[...shared].map(
      ([module, names]) =>
        `import { ${[...names].join(', ')} } from '${module === 'lit' ? module : `./${module}`}';`,
    ),
    `share({ ${[...all, 'url: import.meta.url'].join(', ')} });`,
  ];
}

/** Has each `import()` bring a file of that name and hash. */
function bringing(text, files) {
  const brought = text.replaceAll(/\(\) => import\('\.\/([\w-]+)\.ts'\)/g, (_, part) => {
    const { file, integrity } = files.find((each) => each.part === part) ?? {};
    if (file === undefined) throw new Error(`The table of tags does not name the part ${part}.`);
    return `(tries) => bring('./${file}', '${integrity}', tries)`;
  });
  return brought === text ? text : `import { bring } from ${loader};\n${brought}`;
}
