import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { QualeprefError } from '@qualepref/core';
import type { ProgressEvent } from './collect.ts';
import { makeFolder } from './disk.ts';
import { downloadFeed, type DownloadOptions } from './feed-download.ts';
import { confirmFeed, openFeed, type FeedOrigin, type FeedRecord } from './feed-file.ts';
import { currentFeed, installFeed, unfinishedFeed } from './feed-folder.ts';
import { lookAt, openSource, type FeedSource } from './feed-source.ts';
import { FeedWriter } from './feed-writer.ts';
import { readFeedXml } from './feed-xml.ts';
import { openZip } from './feed-zip.ts';
import type { FeedInfo } from './feed.ts';
import { number } from './reports/french.ts';
import { Interrupted, stopIfAsked } from './stop.ts';
import { cut } from './text.ts';

/** What a feed is made of, and where it is kept. */
export interface FeedRequest extends DownloadOptions {
  readonly folder: string;
  /** Addresses of zips, zips or folders of XML files. */
  readonly places: readonly string[];
  readonly signal: AbortSignal;
  readonly progress: (event: ProgressEvent) => void;
}

/** What an update came to. */
export interface FeedUpdate {
  readonly path: string;
  readonly isUnchanged: boolean;
  readonly record: FeedRecord;
}

/** Schemas that are understood: what changed between them is known. */
const SCHEMAS: readonly string[] = ['3.3', '3.4', '3.5'];

/** A feed that lost more than this share of its sheets is a broken one, not a thinner one. */
const MOST_LOST = 0.2;

/**
 * Brings the feed of a folder up to date. Its file is replaced at once by a
 * whole one, or stays as it is: whatever fails, the feed before it is kept.
 *
 * @throws QualeprefError `feed-…`, `disk-full`, `folder-unwritable`; Interrupted
 */
export async function updateFeed(request: FeedRequest): Promise<FeedUpdate> {
  makeFolder(request.folder);
  const places = request.places.map(nameOf);
  const current = currentFeed(request.folder);
  const known = current === null ? null : recordOf(current);
  const isSame = known?.sources.map(({ place }) => place).join('\n') === places.join('\n');
  const stamps = new Map((isSame ? known.sources : []).map(({ place, stamp }) => [place, stamp]));
  const parts: Part[] = [];
  try {
    for (const place of places) parts.push(await partOf(place, stamps.get(place), request));
    const asOf = new Date(Math.min(...parts.map((part) => part.asOf))).toISOString();
    if (current !== null && known && parts.every(({ source }) => source === null)) {
      const info = confirmFeed(current, asOf);
      return { path: current, isUnchanged: true, record: { ...known, info } };
    }
    // The feed is made again whole: what has not changed is needed too.
    for (const [index, { place, source }] of parts.entries())
      if (!source) parts[index] = await partOf(place, undefined, request);
    return await build(parts, asOf, isSame ? known.info.sheets : 0, request);
  } finally {
    for (const { source } of parts) source?.close();
  }
}

/** A file that another version wrote is as none: it is made again. */
function recordOf(path: string): FeedRecord | null {
  try {
    const feed = openFeed(path);
    feed.close();
    return feed.record;
  } catch (error) {
    if (error instanceof QualeprefError && error.code === 'feed-format') return null;
    throw error;
  }
}

/** Whether a place is to be downloaded. */
export function isAddress(place: string): boolean {
  return /^https?:\/\//i.test(place);
}

/** @throws QualeprefError `feed-address` */
function nameOf(place: string): string {
  if (!isAddress(place)) return resolve(place);
  const url = URL.parse(place);
  if (url) return url.href;
  throw new QualeprefError(
    'feed-address',
    `« ${place} » n’est pas l’adresse d’un flux. Attendu : l’adresse complète d’un zip, un dossier ou un zip.`,
  );
}

/** One place, asked or looked at. */
interface Part {
  readonly place: string;
  readonly stamp: FeedOrigin['stamp'];
  /** `null` when it is as it was. */
  readonly source: FeedSource | null;
  readonly changedOn: string | null;
  /** Milliseconds since 1970 at which it was what the DILA published, as far as one can tell. */
  readonly asOf: number;
}

async function partOf(
  place: string,
  known: FeedOrigin['stamp'] | undefined,
  request: FeedRequest,
): Promise<Part> {
  stopIfAsked(request.signal);
  return isAddress(place) ? downloadedPart(place, known, request) : localPart(place, known, request);
}

async function localPart(
  place: string,
  known: FeedOrigin['stamp'] | undefined,
  { now }: FeedRequest,
): Promise<Part> {
  const { stamp: local, changedAt } = await lookAt(place);
  const source = known?.['local'] === local ? null : await openSource(place);
  const asOf = Math.min(changedAt, now().getTime());
  return { place, stamp: { local }, source, changedOn: source?.changedOn ?? null, asOf };
}

async function downloadedPart(
  place: string,
  known: FeedOrigin['stamp'] | undefined,
  request: FeedRequest,
): Promise<Part> {
  const { signal, now } = request;
  const asOf = now().getTime();
  const answer = await downloadFeed(place, known ?? {}, request).catch((error: unknown) => {
    throw signal.aborted ? new Interrupted() : error;
  });
  stopIfAsked(signal);
  if (answer.isUnchanged) return { place, stamp: known ?? {}, source: null, changedOn: null, asOf };
  const source = await openZip(answer.zip, place);
  return { place, stamp: answer.conditions, source, changedOn: answer.changedOn ?? source.changedOn, asOf };
}

async function build(
  parts: readonly Part[],
  downloadedOn: string,
  before: number,
  { folder, now, signal, progress }: FeedRequest,
): Promise<FeedUpdate> {
  const at = now();
  const writer = new FeedWriter(unfinishedFeed(folder, randomUUID()));
  try {
    const total = parts.reduce((sum, { source }) => sum + (source?.files.length ?? 0), 0);
    let done = 0;
    const origins: FeedOrigin[] = [];
    for (const { place, stamp, source } of parts) {
      let sheets = 0;
      for (const file of source?.files ?? []) {
        stopIfAsked(signal);
        const document = await readFeedXml(file.name, file.bytes());
        if (document.kind === 'sheet') sheets += 1;
        writer.add(document);
        progress({ stage: 'feed', done: (done += 1), total });
      }
      origins.push({ place, stamp, sheets });
    }
    refuse(writer.summary(), before, origins);
    const changes = parts.flatMap(({ changedOn }) => changedOn ?? []).sort();
    const record = writer.finish({ publishedOn: changes.at(-1) ?? null, downloadedOn }, origins);
    return { path: installFeed(folder, writer.path, at), isUnchanged: false, record };
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

/** @throws QualeprefError `feed-empty`, `feed-schema`, `feed-shrunk` */
function refuse(
  { sheets, schema }: Pick<FeedInfo, 'sheets' | 'schema'>,
  before: number,
  origins: readonly FeedOrigin[],
): void {
  const empty = origins.find((origin) => origin.sheets === 0);
  if (empty) {
    throw new QualeprefError(
      'feed-empty',
      `« ${empty.place} » ne contient aucune fiche de Service-Public : vérifier que c’est bien un flux « Vos droits et démarches » de la DILA.`,
    );
  }
  if (!SCHEMAS.includes(schema)) {
    throw new QualeprefError(
      'feed-schema',
      `Le flux suit le schéma « ${cut(schema, 20)} », inconnu de cette version de qualepref (${SCHEMAS.join(', ')}) : mettre qualepref à jour. Le flux précédent, s’il y en a un, est gardé.`,
    );
  }
  if (sheets < before * (1 - MOST_LOST)) {
    throw new QualeprefError(
      'feed-shrunk',
      `Le nouveau flux n’a que ${number(sheets)} fiches, contre ${number(before)} dans le précédent, qui est gardé : réessayer plus tard. Si c’est voulu, indiquer un autre dossier avec --feed-dir.`,
    );
  }
}
