import { day, moment, number, plural } from './reports/french.ts';
import type { FeedInfo } from './feed.ts';

const HOUR = 3_600_000;

/** Hours since a feed was last known to be what the DILA publishes, for judging with it; unless told. */
export const FEED_MAX_AGE = 48;

/**
 * Days without any sheet verified anew: the DILA verifies some each working day,
 * so a feed that stands still for longer is no longer the one in use, however
 * lately it was downloaded.
 */
const STILL = 15;

/** Why a feed is too old to judge freshness with: `old` since it was downloaded, `still` since it moved. */
export type FeedStaleness = 'old' | 'still' | null;

/** Hours since a feed was downloaded, or last found unchanged. */
export function feedAge({ downloadedOn }: Pick<FeedInfo, 'downloadedOn'>, now: Date): number {
  return Math.max(0, (now.getTime() - Date.parse(downloadedOn)) / HOUR);
}

/** @param maxAge in hours */
export function feedStaleness(
  info: Pick<FeedInfo, 'downloadedOn' | 'newest'>,
  now: Date,
  maxAge: number = FEED_MAX_AGE,
): FeedStaleness {
  if (feedAge(info, now) > maxAge) return 'old';
  const still = (now.getTime() - Date.parse(`${info.newest}T00:00:00Z`)) / HOUR;
  // Whoever allows an older feed allows that it stood still as long.
  return still <= Math.max(maxAge, STILL * 24) ? null : 'still';
}

/** From hours. */
function ageText(hours: number): string {
  const whole = Math.floor(hours);
  if (whole < 1) return 'moins d’une heure';
  return whole <= 48 ? `${number(whole)} h` : plural(Math.floor(whole / 24), 'jour', 'jours');
}

/** What a report says of the feed that it was judged with. */
export function feedSentence(info: FeedInfo, now: Date): string {
  const { schema, sheets, audiences, newest, downloadedOn } = info;
  const age = ageText(feedAge(info, now));
  const verified =
    newest === '' ? 'aucune date de vérification' : `dernière vérification d’une fiche le ${day(newest)}`;
  return `Flux « Vos droits et démarches » de la DILA : ${plural(sheets, 'document', 'documents')} (${audiences.join(', ')}), schéma ${schema}, ${verified}, flux à jour au ${moment(downloadedOn)}, il y a ${age}.`;
}

/** Why nothing that needs freshness is judged with a feed, and what to do; `null` when it is fresh enough. */
export function staleSentence(info: FeedInfo, now: Date, maxAge: number = FEED_MAX_AGE): string | null {
  const staleness = feedStaleness(info, now, maxAge);
  const advice =
    'lancer qualepref feed update, ou permettre un flux plus ancien avec --feed-max-age (en heures)';
  if (staleness === 'old')
    return `Le flux a plus de ${number(maxAge)} h : ce qui demande un flux frais n’est pas jugé. Pour y remédier : ${advice}.`;
  if (staleness === 'still')
    return `Aucune fiche du flux n’a été vérifiée depuis ${String(STILL)} jours, alors que la DILA en vérifie chaque jour ouvré : ce n’est plus le flux en service, et ce qui demande un flux frais n’est pas jugé. Pour y remédier : ${advice}.`;
  return null;
}
