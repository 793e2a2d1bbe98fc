// The parts that a widget brings when it first needs them, each a file beside the bundle.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { built, integrityOf, source } from './built.js';

const IMPORT = /^(?:import|export) \{([^}]*)\} from '([^']+)';/gm;

/** What a source takes from others: names by where they come from, types left out. */
async function takenBy(file) {
  const text = await readFile(join(source, file), 'utf8');
  return [...text.matchAll(IMPORT)].map(([, names, from]) => ({
    from,
    names: names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ')),
  }));
}

/** Widgets' own sources that one brings with it, itself included. */
async function graph(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const { from, names } of await takenBy(file))
    if (from.startsWith('./') && names.length > 0) await graph(besideOf(file, from), found);
  return found;
}

function besideOf(file, from) {
  return join(file, '..', from).replaceAll('\\', '/');
}

/**
 * What a part takes from the bundle of its widget: names by the module that has
 * them. What comes from core is pure: a part has its own copy of what it needs.
 */
async function taken(part, inBundle) {
  const names = new Map([['lit', new Set()]]);
  for (const file of await graph(`${part}.ts`)) {
    if (inBundle.has(file)) continue;
    for (const { from, names: wanted } of await takenBy(file)) {
      const module = from.startsWith('./') || from.startsWith('../') ? besideOf(file, from) : from;
      if (module !== 'lit' && !inBundle.has(module)) continue;
      const known = names.get(module) ?? new Set();
      for (const name of wanted) known.add(name);
      names.set(module, known);
    }
  }
  return names;
}

/**
 * The parts of a widget.
 *
 * @param {string} file source of the widget
 * @param {readonly string[]} parts sources of its parts
 */
export async function partsOf(file, parts) {
  const inBundle = await graph(`${file}.ts`);
  const shared = new Map();
  const files = [];
  for (const part of parts) {
    const names = await taken(part, inBundle);
    for (const [module, own] of names) shared.set(module, new Set([...(shared.get(module) ?? []), ...own]));
    files.push(await bundlePart(part, names));
  }
  return { files, shared };
}

/** One part: a function that is given what its bundle shares. */
async function bundlePart(part, names) {
  const code = await built(
    {
      entryPoints: [join(source, `${part}.ts`)],
      format: 'iife',
      globalName: 'part',
      // Its worker stands beside the bundle too.
      define: { 'import.meta.url': 'shared.url' },
    },
    { plugins: [fromBundle(names)] },
  );
  const text = `export default shared=>{${code.trim()}return part}\n`;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { part, file: `qualepref-${part}-${hash}.js`, code: text, integrity: integrityOf(text, 'sha256') };
}

function fromBundle(names) {
  return {
    name: 'from-bundle',
    setup(esbuild) {
      esbuild.onResolve({ filter: /^(?:lit$|\.)/ }, ({ path, importer, kind }) => {
        if (kind !== 'import-statement' || !(path === 'lit' || importer.startsWith(source))) return undefined;
        const module =
          path === 'lit' ? path : besideOf(importer.slice(source.length + 1).replaceAll('\\', '/'), path);
        return names.has(module) ? { path: module, namespace: 'bundle' } : undefined;
      });
      esbuild.onLoad({ filter: /.*/, namespace: 'bundle' }, ({ path }) => ({
        contents: `export const { ${[...names.get(path)].join(', ')} } = shared;`,
      }));
    },
  };
}
