import { QualeprefError } from '@qualepref/core';
import { createFetch, NOT_MODIFIED, type Conditions, type Fetched } from './fetch.ts';
import type { Limits } from './fetch-limits.ts';
import { outcomeText } from './outcome-text.ts';
import { VERSION } from './version.ts';

/** Where the DILA publishes its sheets: the first holds those for associations too. */
export const OFFICIAL_FEEDS: readonly string[] = ['part', 'pro'].map(
  (audience) => `https://lecomarquage.service-public.gouv.fr/vdd/3.5/${audience}/zip/vosdroits-latest.zip`,
);

/** What came of asking for a feed. */
export type Download =
  | { readonly isUnchanged: true }
  | {
      readonly isUnchanged: false;
      readonly zip: Buffer;
      /** Headers of the next conditional request. */
      readonly conditions: Conditions;
      /** ISO day of the last change, where the server says it. */
      readonly changedOn: string | null;
    };

/** How a feed is asked for. */
export interface DownloadOptions {
  /** Whether the private hosts written in the address may be asked. */
  readonly allowPrivate: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly now: () => Date;
  readonly limits?: Partial<Limits>;
}

const MAX_REDIRECTS = 5;
/** Bytes: the zip for the public has some 25 million. */
const MAX_ZIP = 150_000_000;
const LONGEST = 600_000;

/**
 * Downloads the zip of a feed, unless it is as it was. A file published to be
 * taken by programs is no crawl: robots.txt is not asked for.
 *
 * @param conditions of the previous download
 * @throws QualeprefError `feed-download`, `feed-download-private`
 */
export async function downloadFeed(
  address: string,
  conditions: Conditions,
  { allowPrivate, signal, now, limits }: DownloadOptions,
): Promise<Download> {
  const { origin, hostname } = new URL(address);
  const client = createFetch({
    userAgent: `qualepref/${VERSION} (flux de la DILA)`,
    headers: {},
    site: { address: origin, aliases: [] },
    permittedPrivateHosts: allowPrivate ? [hostname] : [],
    asksOtherHosts: true,
    delay: 0,
    concurrency: 1,
    ignoreRobotsErrors: true,
    readsRobots: false,
    now,
    limits: { whole: MAX_ZIP, longDeadline: LONGEST, ...limits },
  });
  try {
    let url = address;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
      const fetched = await client.fetch({ url, kind: 'document', isWhole: true, conditions }, signal);
      if (fetched.outcome !== 'redirected' || fetched.location === undefined)
        return read(address, fetched, hops > 0);
      url = fetched.location;
    }
    throw failed(address, 'redirections sans fin');
  } finally {
    await client.close();
  }
}

function read(
  address: string,
  { outcome, reason, status, body, size, headers }: Fetched,
  isElsewhere: boolean,
): Download {
  // Only what was written can be allowed.
  if (reason === 'private' && !isElsewhere) {
    throw new QualeprefError(
      'feed-download-private',
      `L’adresse ${address} mène à une adresse privée du réseau : si c’est voulu, ajouter --allow-private.`,
    );
  }
  if (outcome !== 'ok') throw failed(address, outcomeText(outcome, reason, status));
  if (status === NOT_MODIFIED) return { isUnchanged: true };
  // Of what is larger than the limit, only the beginning is there.
  if (body?.length !== size || body === undefined)
    throw failed(address, outcomeText('too_large', undefined, undefined));
  const { etag, 'last-modified': changed } = headers;
  return {
    isUnchanged: false,
    zip: Buffer.from(body.buffer, body.byteOffset, body.length),
    conditions: {
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
      ...(changed === undefined ? {} : { 'if-modified-since': changed }),
    },
    changedOn: dayOf(changed),
  };
}

function dayOf(httpDate: string | undefined): string | null {
  const time = Date.parse(httpDate ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

function failed(address: string, why: string): QualeprefError {
  return new QualeprefError(
    'feed-download',
    `Le flux ${address} n’a pas pu être téléchargé (${why}) : vérifier l’adresse et le réseau, puis relancer la même commande. Le flux précédent, s’il y en a un, est gardé.`,
  );
}
