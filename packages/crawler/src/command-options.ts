import { existsSync } from 'node:fs';
import {
  defaultConfig,
  parseQuarter,
  QualeprefError,
  quarterOf,
  type Config,
  type Severity,
} from '@qualepref/core';
import { InvalidArgumentError, Option } from 'commander';
import { createAddressing } from './address.ts';
import { loadAnnuaire } from './annuaire-file.ts';
import { departementsOf, type AnnuaireRecord } from './annuaire.ts';
import type { AuditRequest } from './audit.ts';
import { loadConfig } from './config.ts';
import { reportFormats, usualFormats, type ReportFormat } from './reports/index.ts';

/** The configuration looked for where the command is run. */
export const CONFIG = 'qualepref.yml';

/** Options of `qualepref audit`, as read from the command line. */
export interface AuditOptions {
  config?: string;
  out?: string;
  campaign?: string;
  format?: (ReportFormat | 'jsonl')[];
  urls?: string;
  single?: true;
  maxPages?: number;
  maxDocuments?: number;
  concurrency?: number;
  delay?: number;
  contact?: string;
  exhaustive?: true;
  allowPrivate?: true;
  ignoreRobotsErrors?: true;
  failOn: Severity | 'never';
  since?: string;
  feed?: string;
  feedMaxAge?: number;
  annuaire?: string;
  new?: true;
  quiet?: true;
  json?: true;
}

/** The formats of the reports, checked; the usual ones unless told. @param more formats that only this command knows */
export function formatOption(more: readonly string[] = []): Option {
  const known = [...Object.keys(reportFormats), ...more];
  return new Option(
    '--format <formats>',
    `formats des rapports, séparés par des virgules (${usualFormats.join(',')}) : ${known.join(', ')}`,
  ).argParser((value: string) => {
    const formats = value.split(',').map((part) => part.trim());
    const unknown = formats.find((format) => !known.includes(format));
    if (unknown !== undefined) {
      throw new InvalidArgumentError(
        `« ${unknown} » n’est pas un format connu. Attendu : ${known.join(', ')}.`,
      );
    }
    return [...new Set(formats)] as ReportFormat[];
  });
}

/** @throws InvalidArgumentError */
export function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value))
    throw new InvalidArgumentError(`« ${value} » n’est pas un nombre entier d’au moins 1.`);
  return Number(value);
}

/** It goes into a request header. @throws InvalidArgumentError */
export function contactText(value: string): string {
  if (!/^[!-~][ -~]{0,199}$/.test(value)) {
    throw new InvalidArgumentError(
      `« ${value} » n’est pas un contact. Attendu : une adresse électronique ou une adresse de page, sans accent.`,
    );
  }
  return value;
}

/** A comma or a point. @throws InvalidArgumentError */
export function seconds(value: string): number {
  const figure = value.replace(',', '.');
  if (!/^\d{1,5}(\.\d+)?$/.test(figure))
    throw new InvalidArgumentError(`« ${value} » n’est pas un nombre de secondes.`);
  return Number(figure);
}

/** @throws QualeprefError `usage-url` */
export function siteUrl(value: string): URL {
  const url = URL.parse(value);
  if (url && /^https?:$/.test(url.protocol) && url.hostname !== '') return url;
  const guess = URL.parse(`https://${value}`);
  const hint =
    guess?.hostname.includes('.') === true
      ? `, par exemple ${guess.href}`
      : ', par exemple https://www.exemple.gouv.fr';
  throw new QualeprefError(
    'usage-url',
    `« ${value} » n’est pas l’adresse d’un site. Attendu : une adresse complète qui commence par http:// ou https://${hint}.`,
  );
}

/**
 * The audit that a command line asks for.
 *
 * @param tell says what the user should know and did not ask for
 * @throws QualeprefError `usage-…`, `config-…`, `period-quarter`, `annuaire-…`
 */
export async function requestOf(
  url: string | undefined,
  options: AuditOptions,
  tell: (message: string) => void,
): Promise<AuditRequest> {
  const campaign =
    options.campaign === undefined
      ? quarterOf(new Date().toISOString().slice(0, 10)).id
      : parseQuarter(options.campaign).id;
  const start = url === undefined ? undefined : siteUrl(url);
  const written = await configFor(start, options.config, tell);
  const { maxPages, maxDocuments, concurrency, delay, contact } = options;
  if (concurrency !== undefined && concurrency > 8) {
    throw new QualeprefError(
      'usage-concurrency',
      `--concurrency ${String(concurrency)} : au plus 8 requêtes à la fois, pour ménager le site.`,
    );
  }
  const config: Config = {
    ...written,
    crawl: {
      ...written.crawl,
      ...(maxPages === undefined ? {} : { maxPages }),
      ...(maxDocuments === undefined ? {} : { maxDocuments }),
      ...(concurrency === undefined ? {} : { concurrency }),
      ...(delay === undefined ? {} : { delay }),
      ...(contact === undefined ? {} : { contact }),
    },
  };
  const annuaire =
    options.annuaire === undefined ? undefined : await annuaireFor(config, options.annuaire, tell);
  const host = new URL(config.site.address).host.replace(/:/g, '-');
  return {
    config,
    campaign,
    start: start?.href ?? config.site.address,
    out: options.out ?? `qualepref-${host}-${campaign}`,
    formats: formatsOf(options.format),
    exhaustive: options.exhaustive === true,
    allowPrivate: options.allowPrivate === true,
    ignoreRobotsErrors: options.ignoreRobotsErrors === true,
    startAfresh: options.new === true,
    ...(options.since === undefined ? {} : { since: options.since }),
    ...(annuaire === undefined ? {} : { annuaire }),
  };
}

/** What a file of the directory says of the configured sites: read now, so that a wrong one costs no night. */
async function annuaireFor(
  { sites }: Config,
  path: string,
  tell: (message: string) => void,
): Promise<readonly AnnuaireRecord[]> {
  const departements = departementsOf(sites);
  const records = await loadAnnuaire(path, departements);
  if (departements.size === 0) {
    tell(
      `L’annuaire ${path} n’est pas utilisé : aucun site d’accueil de la configuration n’a d’adresse avec un code postal. L’ajouter sous sites, address.`,
    );
  } else if (records.length === 0) {
    tell(
      `L’annuaire ${path} ne contient aucune préfecture ni sous-préfecture des départements configurés (${[...departements].join(', ')}) : vérifier les codes postaux des sites d’accueil, et que le fichier est entier.`,
    );
  }
  return records;
}

/** The reports asked for. @throws QualeprefError `usage-jsonl` */
export function formatsOf(asked: readonly (ReportFormat | 'jsonl')[] | undefined): ReportFormat[] {
  if (asked === undefined) return [...usualFormats];
  return asked.map((format) => {
    if (format !== 'jsonl') return format;
    throw new QualeprefError(
      'usage-jsonl',
      'Le format jsonl est celui des pages jugées une par une : ajouter --single, ou choisir html ou json.',
    );
  });
}

/** The configuration given, or the one of this folder when it is about this site, or none. */
async function configFor(
  start: URL | undefined,
  path: string | undefined,
  tell: (message: string) => void,
): Promise<Config> {
  if (path === undefined && !existsSync(CONFIG)) {
    if (start) return defaultConfig(new URL('/', start).href);
    throw new QualeprefError(
      'usage-no-site',
      `Quel site auditer ? Donner son adresse (qualepref audit https://www.exemple.gouv.fr) ou une configuration (qualepref init écrit un fichier ${CONFIG} à compléter).`,
    );
  }
  const config = await loadConfig(path ?? CONFIG);
  if (!start) return config;
  const addressing = createAddressing(config.site);
  const canonical = addressing.canonical(start.href, config.site.address);
  if (canonical !== null && addressing.isInternal(canonical)) return config;
  if (path === undefined) {
    tell(
      `Le fichier ${CONFIG} de ce dossier décrit ${config.site.address} : il n’est pas utilisé pour ${start.href}.`,
    );
    return defaultConfig(new URL('/', start).href);
  }
  throw new QualeprefError(
    'usage-other-site',
    `${start.href} n’est pas une page du site décrit par ${path} (${config.site.address}) : donner une de ses pages, ou une autre configuration.`,
  );
}
