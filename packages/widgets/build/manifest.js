// What editors, Storybook and the README know of the tags, from their doc comments.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { format, resolveConfig } from 'prettier';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * @typedef {{ name: string, description?: string, type?: { text: string }, default?: string }} Described
 * @typedef {Record<'attributes' | 'events' | 'slots' | 'cssParts' | 'cssProperties', Described[] | undefined> & { tagName?: string }} Declaration
 * @typedef {{ modules: { path: string, declarations?: Declaration[] }[] }} Manifest
 */

/**
 * The custom-elements manifest, with the paths of what is published.
 *
 * @returns {Promise<Manifest>}
 */
export async function manifest() {
  const argv = ['analyze', '--config', join('build', 'manifest.config.js')];
  const found = await cli({ argv, cwd: folder, noWrite: true });
  return tagged(JSON.parse(JSON.stringify(found).replace(/"(\/?)src\/([\w-]+)\.ts"/g, '"dist/$2.js"')));
}

const TAG_OF = {
  AppointmentBooking: 'qp-appointment-booking',
  FeedbackForm: 'qp-feedback-form',
  ResultsBadge: 'qp-results-badge',
};

/** `define.ts` registers the tags from a table, which the analyser does not follow. */
function tagged(found) {
  found.modules.sort((one, other) => (one.path < other.path ? -1 : 1));
  for (const module of found.modules) {
    for (const declaration of module.declarations ?? []) {
      const tag = TAG_OF[declaration.name];
      // Only what pages use: the rest is not promised.
      declaration.members = (declaration.members ?? []).filter(
        ({ privacy, inheritedFrom, kind, description }) =>
          privacy !== 'private' &&
          privacy !== 'protected' &&
          (kind !== 'method' || description) &&
          (!inheritedFrom || description),
      );
      // A dispatch whose name is in a variable.
      if (declaration.events)
        declaration.events = declaration.events.filter(({ description }) => description);
      if (tag) Object.assign(declaration, { tagName: tag, customElement: true });
    }
  }
  return found;
}

/** The declarations of the tags. */
function elements({ modules }) {
  return modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort((one, other) => (one.tagName < other.tagName ? -1 : 1));
}

/** VS Code's custom data: completion and hover of tags and attributes. */
function editorData(found) {
  return {
    version: 1.1,
    tags: elements(found).map(({ tagName, description = '', attributes = [] }) => ({
      name: tagName,
      description,
      attributes: attributes.map(({ name, description: about = '', type }) => ({
        name,
        description: about,
        ...valuesOf(type?.text),
      })),
    })),
  };
}

function valuesOf(type = '') {
  const values = [...type.matchAll(/'([^']+)'/g)].map(([, name]) => ({ name }));
  return values.length === 0 ? {} : { values };
}

/** The part of the README between the two marks. */
function reference(found) {
  return elements(found)
    .map((element) =>
      [`### \`<${element.tagName}>\``, element.description ?? '', ...tables(element)].join('\n\n'),
    )
    .join('\n\n');
}

function tables({
  attributes = [],
  members = [],
  events = [],
  slots = [],
  cssParts = [],
  cssProperties = [],
}) {
  const properties = members.filter(({ kind, attribute }) => kind === 'field' && !attribute);
  const methods = members.filter(({ kind }) => kind === 'method');
  return [
    [
      'Attribute',
      attributes,
      ({ name, type, default: by, description }) => [code(name), code(type?.text), code(by), description],
    ],
    [
      'Property',
      properties,
      ({ name, type, default: by, description }) => [code(name), code(type?.text), code(by), description],
    ],
    ['Method', methods, ({ name, description }) => [code(`${name}()`), '', '', description]],
    ['Event', events, ({ name, type, description }) => [code(name), code(type?.text), '', description]],
    ['Slot', slots, ({ name, description }) => [name ? code(name) : 'default', '', '', description]],
    ['Part', cssParts, ({ name, description }) => [code(name), '', '', description]],
    ['Custom property', cssProperties, ({ name, description }) => [code(name), '', '', description]],
  ]
    .filter(([, rows]) => rows.length > 0)
    .map(([title, rows, cells]) =>
      [
        `| ${title} | Type | Default | |`,
        '| --- | --- | --- | --- |',
        ...rows.map((row) => `| ${cells(row).map(cell).join(' | ')} |`),
      ].join('\n'),
    );
}

const code = (text) => (text === undefined || text === '' ? '' : `\`${text}\``);
const cell = (text = '') => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const MARKS = ['<!-- reference: from the doc comments -->', '<!-- end of the reference -->'];

/** The README with its reference made again. */
export async function readme(found) {
  const file = join(folder, 'README.md');
  const [before, rest] = readFileSync(file, 'utf8').split(MARKS[0]);
  const after = rest.split(MARKS[1])[1];
  const text = `${before}${MARKS[0]}\n\n${reference(found)}\n\n${MARKS[1]}${after}`;
  return format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
}

/** Writes all that is made of the doc comments. */
export async function writeManifest() {
  const found = await manifest();
  const write = (name, value) => writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  write('custom-elements.json', found);
  write('vscode.html-custom-data.json', editorData(found));
  writeFileSync(join(folder, 'README.md'), await readme(found));
}
