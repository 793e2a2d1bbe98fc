// After tsup: the bundles, the page to copy from, what editors know, the README.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bundle,
  BUNDLES,
  bundleWorker,
  integrityOf,
  partFiles,
  version,
  weights,
  workerFile,
} from './cdn.js';
import { HOSTED, hostedFiles, hostedPage, named } from './hosted.js';
import { writeManifest } from './manifest.js';
import { snippets } from './snippets.js';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(folder, 'cdn');
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const files = [];
const number = await version();
for (const [name, { tags }] of Object.entries(BUNDLES)) {
  for (const [format, end] of [
    ['esm', 'js'],
    ['iife', 'iife.js'],
  ]) {
    const file = `${name}-${number}.${end}`;
    const code = await bundle(tags, format);
    await writeFile(join(out, file), code);
    files.push({ file, integrity: integrityOf(code) });
  }
}
const parts = await partFiles(BUNDLES.qualepref.tags);
for (const { file, code } of parts) await writeFile(join(out, file), code);
await writeFile(join(out, await workerFile()), await bundleWorker());
const { style, start, frame } = await hostedFiles();
for (const [file, text] of [style, start, frame]) await writeFile(join(out, file), text);
for (const [name, page] of Object.entries(HOSTED)) {
  const [widget] = files.filter(({ file }) => file === `qualepref-${page.file}-${number}.js`);
  const scripts = [named(start), widget];
  await writeFile(join(out, `${name}.html`), hostedPage(page, { style: style[0], scripts }));
}
files.push(named(start), named(frame));
const hashes = Object.fromEntries([...files, ...parts].map(({ file, integrity }) => [file, integrity]));
await writeFile(join(out, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
await writeFile(join(out, 'snippets.html'), snippets(files));

const lit = join(dirname(fileURLToPath(import.meta.resolve('lit'))), 'LICENSE');
await writeFile(join(out, 'licences.txt'), `Lit, in these bundles:\n\n${await readFile(lit, 'utf8')}`);
await writeManifest();
for (const [name, { tags }] of Object.entries(BUNDLES)) {
  const { first, useful, journey, classic } = await weights(tags);
  const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(
    `${name}: ${kilo(first)} at first, ${kilo(useful)} until useful, ${kilo(journey)} in all; ${kilo(classic)} in one file`,
  );
}
