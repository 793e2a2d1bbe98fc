import { QualeprefError } from '@qualepref/core';

/** Limits of a whole feed: the largest published has some 5,500 files and 140 MB. */
export const FEED_LIMITS = {
  /** Files, of any kind. */
  count: 50_000,
  /** Bytes, unpacked. */
  total: 600_000_000,
  /** Folders within one another. */
  depth: 5,
} as const;

/** The error for what no feed is as large as. */
export function tooLarge(place: string): QualeprefError {
  return new QualeprefError(
    'feed-large',
    `« ${place} » contient bien plus de fichiers ou d’octets qu’un flux de la DILA : il est refusé. Vérifier que c’est le bon dossier ou le bon zip.`,
  );
}
