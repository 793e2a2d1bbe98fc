import { readFileSync } from 'node:fs';
import { QualeprefError } from '@qualepref/core';
import { isPrivateName } from './address-guard.ts';
import { siteUrl, type AuditOptions } from './command-options.ts';
import { catalogueLine, pageLine } from './reports/jsonl.ts';
import { judgeList, singleChecks, type SingleHooks, type SingleRequest } from './single.ts';

/** A list longer than this is no list of pages. */
const MOST = 100_000;

/**
 * The list of pages that a command line asks to judge one by one.
 *
 * @throws QualeprefError `usage-…`, `private-address`
 */
export function singleRequest(url: string | undefined, options: AuditOptions): SingleRequest {
  const { urls: path, contact } = options;
  if (options.single !== true) {
    throw new QualeprefError(
      'usage-urls',
      'L’option --urls demande --single : les pages de la liste sont jugées une par une. Ajouter --single, ou retirer --urls pour auditer un site entier.',
    );
  }
  if (options.format !== undefined && options.format.some((format) => format !== 'jsonl')) {
    throw new QualeprefError(
      'usage-single-format',
      'Avec --single, le seul format est jsonl (une ligne par page, sur la sortie standard) : écrire --format jsonl.',
    );
  }
  if (options.feed !== undefined) {
    throw new QualeprefError(
      'usage-single-feed',
      'Avec --single, rien n’est comparé à un flux : retirer --feed, ou retirer --single pour auditer le site.',
    );
  }
  if (path === undefined && url === undefined) {
    throw new QualeprefError(
      'usage-single',
      'Quelles pages juger ? Donner une adresse (qualepref audit https://www.exemple.gouv.fr/page --single) ou un fichier d’adresses, une par ligne (--urls pages.txt).',
    );
  }
  const urls = [
    ...(url === undefined ? [] : [siteUrl(url).href]),
    ...(path === undefined ? [] : listIn(path)),
  ];
  const allowPrivate = options.allowPrivate === true;
  const hidden = allowPrivate ? undefined : urls.find((one) => isPrivateName(new URL(one).hostname));
  if (hidden !== undefined) {
    throw new QualeprefError(
      'private-address',
      `« ${new URL(hidden).hostname} » est une adresse privée du réseau, refusée par prudence : si ce sont bien les pages à juger, ajouter --allow-private.`,
    );
  }
  return { urls, allowPrivate, ...(contact === undefined ? {} : { contact }) };
}

/** Judges the list and writes one line a page, the catalogue of the checks first. */
export async function judgeToLines(
  request: SingleRequest,
  write: (line: string) => void,
  hooks: Omit<SingleHooks, 'page'>,
): Promise<void> {
  write(catalogueLine(singleChecks));
  await judgeList(request, {
    ...hooks,
    page: (page) => {
      write(pageLine(page));
    },
  });
}

function listIn(path: string): string[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new QualeprefError(
      'usage-urls-missing',
      `Le fichier d’adresses « ${path} » ne peut pas être lu : vérifier son chemin et ses droits.`,
      { cause },
    );
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const urls = lines.flatMap((line, at) => {
    const written = line.trim();
    if (written === '') return [];
    const url = URL.parse(written);
    if (url && /^https?:$/.test(url.protocol)) return [written];
    throw new QualeprefError(
      'usage-urls-line',
      `${path}, ligne ${String(at + 1)} : « ${written.slice(0, 200)} » n’est pas une adresse complète. Attendu : une adresse par ligne, qui commence par http:// ou https://.`,
    );
  });
  if (urls.length === 0 || urls.length > MOST) {
    throw new QualeprefError(
      'usage-urls-empty',
      `« ${path} » contient ${String(urls.length)} adresses. Attendu : de 1 à ${String(MOST)}, une par ligne.`,
    );
  }
  return urls;
}
