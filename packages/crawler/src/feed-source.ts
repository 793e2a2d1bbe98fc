import { createReadStream, statSync, type Dirent, type Stats } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { QualeprefError } from '@qualepref/core';
import { FEED_LIMITS, tooLarge } from './feed-limits.ts';
import { openZip } from './feed-zip.ts';

/** One XML file of a feed. */
export interface FeedFile {
  /** Within its folder or zip; data, never a path to write to. */
  readonly name: string;
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

/** The files of a feed, wherever they lie. */
export interface FeedSource {
  readonly files: readonly FeedFile[];
  /** ISO day of the last change that they tell of. */
  readonly changedOn: string | null;
  readonly close: () => void;
}

/**
 * Opens a folder of XML files or a zip of them. Other files in it are left out;
 * links to elsewhere are refused.
 *
 * @throws QualeprefError `feed-missing`, `feed-link`, `feed-large`, `feed-zip-…`
 */
export async function openSource(path: string): Promise<FeedSource> {
  return infoOf(path).isDirectory() ? openFolder(path) : openZip(path);
}

/** What a local feed is known again by, without reading it. */
export interface LocalState {
  /** Number of files, bytes and newest time. */
  readonly stamp: string;
  /** Milliseconds since 1970: a copy is as fresh as its newest file. */
  readonly changedAt: number;
}

/** @throws QualeprefError as `openSource` */
export async function lookAt(path: string): Promise<LocalState> {
  const info = infoOf(path);
  const all = info.isDirectory() ? (await listFolder(path)).map(({ info: each }) => each) : [info];
  const changedAt = Math.max(0, ...all.map(({ mtimeMs }) => Math.floor(mtimeMs)));
  const size = all.reduce((sum, each) => sum + each.size, 0);
  return { stamp: [all.length, size, changedAt].join(':'), changedAt };
}

function infoOf(path: string): Stats {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() === true || found?.isFile() === true) return found;
  throw new QualeprefError(
    'feed-missing',
    `« ${path} » n’existe pas. Indiquer le dossier d’un flux, un zip ou une adresse ; qualepref feed update télécharge le flux officiel.`,
  );
}

async function openFolder(path: string): Promise<FeedSource> {
  const files = await listFolder(path);
  const newest = Math.max(0, ...files.map(({ info }) => info.mtimeMs));
  return {
    files: files.map(({ name }) => ({ name, bytes: () => createReadStream(join(path, name)) })),
    changedOn: newest === 0 ? null : new Date(newest).toISOString().slice(0, 10),
    close: () => undefined,
  };
}

async function listFolder(path: string): Promise<{ readonly name: string; readonly info: Stats }[]> {
  const found: { name: string; info: Stats }[] = [];
  let count = 0;
  let total = 0;
  async function look(folder: string, depth: number): Promise<void> {
    if (depth > FEED_LIMITS.depth) throw tooLarge(path);
    for (const entry of await readdir(join(path, folder), { withFileTypes: true })) {
      if ((count += 1) > FEED_LIMITS.count) throw tooLarge(path);
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) throw link(path, name);
      if (entry.isDirectory()) await look(name, depth + 1);
      else if (isXml(entry)) {
        const info = statSync(join(path, name));
        found.push({ name, info });
        if ((total += info.size) > FEED_LIMITS.total) throw tooLarge(path);
      }
    }
  }
  await look('', 1);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isXml(entry: Dirent): boolean {
  return entry.isFile() && /\.xml$/i.test(entry.name);
}

function link(place: string, name: string): QualeprefError {
  return new QualeprefError(
    'feed-link',
    `« ${place} » contient un lien vers un autre endroit (« ${name} ») : il est refusé. Y mettre les fichiers eux-mêmes.`,
  );
}
