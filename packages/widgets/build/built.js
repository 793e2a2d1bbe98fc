// How each file that a page loads is built.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));

/** Folder of the sources. */
export const source = join(folder, 'src');

/** Style sheets and templates without what only their reader needs, and what `also` does. */
function dense(also) {
  return {
    name: 'dense',
    setup(esbuild) {
      esbuild.onLoad({ filter: /widgets[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
        contents: (await also(undecorated(await readFile(path, 'utf8'))))
          .replace(/css`[^`]*`/g, denseSheet)
          .replace(/\n\s+/g, '\n')
          .replaceAll('./proof-worker.ts', `./${await workerFile()}`),
        loader: 'ts',
      }));
    },
  };
}

/** Lit's table of properties in place of its decorators, which weigh more. */
function undecorated(text) {
  const table = [];
  const plain = text.replace(
    /@(property|state)\((.*?)\) (?=(?:private |protected )?(\w+))/g,
    (_, kind, options, name) => {
      table.push(`${name}: ${kind === 'state' ? '{ state: true }' : options || '{}'}`);
      return '';
    },
  );
  if (table.length === 0) return text;
  return plain
    .replace(/import .* from 'lit\/decorators.js';/, '')
    .replace(/(class \w+ extends \w+ \{)/, `$1 static properties = { ${table.join(', ')} };`);
}

function denseSheet(sheet) {
  return sheet
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/;\}/g, '}')
    .replace(/: /g, ':')
    .replaceAll(' !', '!')
    .replace(/> (?=\*)|(?<=\*) \+ (?=\*)/g, (sign) => sign.trim())
    .replace(/='([\w-]+)'/g, '=$1')
    .replace(/([ (:,])0\./g, '$1.');
}

/**
 * The code of one file.
 *
 * @param {import('esbuild').BuildOptions} options
 * @param {{ also?: (text: string) => string | Promise<string>, plugins?: import('esbuild').Plugin[] }} [more]
 * @returns {Promise<string>}
 */
export async function built(options, { also = (text) => text, plugins = [] } = {}) {
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    write: false,
    target: 'es2022',
    charset: 'utf8',
    // What Lit keeps to itself.
    mangleProps: /^_\$/,
    // `licences.txt` holds them.
    legalComments: 'none',
    conditions: ['@qualepref/source'],
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    plugins: [...plugins, dense(also)],
    logLevel: 'silent',
    ...options,
  });
  return outputFiles[0].text;
}

/** What a `script` tag names in `integrity`. */
export function integrityOf(code, kind = 'sha384') {
  return `${kind}-${createHash(kind).update(code).digest('base64')}`;
}

/** The version that file names bear. */
export async function version() {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')).version;
}

/** A worker has to be a file of its own, beside the bundle that starts it. */
export const workerFile = async () => `qualepref-worker-${await version()}.js`;
