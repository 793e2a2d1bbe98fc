import { resolve } from 'node:path';
import { parseQuarter, quarterLabel, reaches, type Severity } from '@qualepref/core';
import { Option, type Command } from 'commander';
import { audit, type AuditRequest, type AuditStart } from './audit.ts';
import { openFeedFor } from './audit-feed.ts';
import { Interrupted } from './collect.ts';
import { hours } from './command-feed.ts';
import {
  CONFIG,
  contactText,
  formatOption,
  requestOf,
  seconds,
  wholeNumber,
  type AuditOptions,
} from './command-options.ts';
import { tellResults } from './command-report.ts';
import { judgeToLines, singleRequest } from './command-single.ts';
import type { OpenFeed } from './feed-file.ts';
import { commandAgain, listenForInterruption } from './interruption.ts';
import type { Mishap } from './judge.ts';
import { createProgress, progressMode } from './progress.ts';
import type { Report } from './report.ts';
import { duration, number, plural } from './reports/french.ts';
import { ownTemporaryFolder } from './temporary-folder.ts';

/** From this many seconds on, an audit takes a night. */
const NIGHT = 7_200;

/** Exit codes: see docs/commande.md. */
const OK = 0;
const FINDINGS = 1;

interface How {
  readonly exit: (code: number) => void;
  /** Messages go to stderr. */
  readonly say: (message: string) => void;
  readonly mishap: Mishap;
}

/** Adds `audit`. @returns the command added */
export function addAuditCommand(program: Command, args: readonly string[], how: How): Command {
  return program
    .command('audit [url]')
    .description('audite un site, ou reprend l’audit inachevé du même dossier')
    .option('--config <fichier>', `configuration (par défaut ${CONFIG}, s’il est là)`)
    .option('--out <dossier>', 'dossier de l’audit et des rapports (par défaut qualepref-<site>-<campagne>)')
    .option('--campaign <trimestre>', 'campagne, par exemple 2026-T4 (par défaut, le trimestre en cours)')
    .addOption(formatOption(['jsonl']))
    .option('--max-pages <n>', 'nombre de pages lues au plus (2000)', wholeNumber)
    .option('--max-documents <n>', 'nombre de documents demandés au plus (500)', wholeNumber)
    .option('--concurrency <n>', 'requêtes à la fois par site, de 1 à 8 (1)', wholeNumber)
    .option(
      '--delay <secondes>',
      'attente entre deux requêtes à un site (2 ; 0 sur la machine locale)',
      seconds,
    )
    .option(
      '--contact <adresse>',
      'contact donné au site audité ; obligatoire pour un site distant',
      contactText,
    )
    .option('--exhaustive', 'ouvre toutes les pages dans le navigateur, au lieu d’un échantillon')
    .option('--allow-private', 'permet les adresses privées écrites dans la commande ou la configuration')
    .addOption(
      new Option('--fail-on <gravité>', 'code de sortie 1 à partir de cette gravité')
        .choices(['blocking', 'major', 'minor', 'never'])
        .default('never'),
    )
    .option(
      '--since <fichier>',
      'part de l’audit précédent (son audit.sqlite, ou le dossier qui le contient) : ce qui n’a pas changé en est repris',
    )
    .option(
      '--feed <lieu>',
      'flux de la DILA auquel comparer : dossier de qualepref feed update, dossier ou zip de fiches, adresse',
    )
    .option(
      '--feed-max-age <heures>',
      'âge du flux au-delà duquel rien n’est jugé périmé d’après lui (48)',
      hours,
    )
    .option(
      '--annuaire <fichier>',
      'annuaire de l’administration : le JSON extrait des données locales, ou une réponse de l’API (.gz permis)',
    )
    .option('--urls <fichier>', 'adresses à juger, une par ligne (avec --single)')
    .option('--single', 'juge ces seules pages, une par une, en lignes JSON sur la sortie standard')
    .option('--new', 'recommence, au lieu de reprendre l’audit inachevé')
    .option('--quiet', 'n’affiche pas la progression')
    .option('--json', 'affiche la progression en lignes JSON')
    .option('--ignore-robots-errors', 'audite bien que robots.txt réponde par une erreur')
    .action(async (url: string | undefined, options: AuditOptions) => {
      const isList = options.single === true || options.urls !== undefined;
      how.exit(await (isList ? singleCommand(url, options, how) : auditCommand(url, options, args, how)));
    });
}

async function auditCommand(
  url: string | undefined,
  options: AuditOptions,
  args: readonly string[],
  { say, mishap }: How,
): Promise<number> {
  const request = await requestOf(url, options, say);
  const leaveFolder = ownTemporaryFolder();
  const progress = createProgress(progressMode(options, process.stderr.isTTY), process.stderr);
  const interruption = listenForInterruption(() => {
    progress.end();
    const again = commandAgain(args, process.env['npm_lifecycle_event']);
    say(`Audit interrompu : ce qui est collecté est gardé. Pour reprendre : ${again}`);
  });
  let feed: OpenFeed | null = null;
  try {
    feed = await openFeedFor(options, {
      signal: interruption.signal,
      now: () => new Date(),
      progress: progress.show,
      say: (message) => {
        if (options.quiet !== true && options.json !== true) say(message);
      },
    });
    const { feedMaxAge } = options;
    const compared = {
      ...(feed ? { feed } : {}),
      ...(feedMaxAge === undefined ? {} : { feedMaxAge }),
    };
    const { report, paths } = await audit(
      { ...request, ...compared },
      {
        signal: interruption.signal,
        now: () => new Date(),
        progress: progress.show,
        announce: (start) => {
          if (options.quiet !== true && options.json !== true) say(announcement(start, request));
        },
        pause: (until) => {
          progress.end();
          if (options.json === true)
            process.stderr.write(`${JSON.stringify({ stage: 'pause', until: until.toISOString() })}\n`);
          else if (options.quiet !== true) say(pauseText(until, request));
        },
        mishap,
      },
    );
    progress.end();
    tellResults(report, paths);
    return options.failOn !== 'never' && isFailing(report, options.failOn) ? FINDINGS : OK;
  } catch (error) {
    progress.end();
    if (!(error instanceof Interrupted) || interruption.code === undefined) throw error;
    interruption.say();
    return interruption.code;
  } finally {
    feed?.close();
    interruption.forget();
    leaveFolder();
  }
}

async function singleCommand(
  url: string | undefined,
  options: AuditOptions,
  { say, mishap }: How,
): Promise<number> {
  const request = singleRequest(url, options);
  const leaveFolder = ownTemporaryFolder();
  const interruption = listenForInterruption(() => {
    say('Jugement interrompu : les pages déjà jugées sont sur la sortie standard.');
  });
  try {
    const write = (line: string): void => void process.stdout.write(line);
    await judgeToLines(request, write, { signal: interruption.signal, now: () => new Date(), mishap });
    return OK;
  } catch (error) {
    if (!(error instanceof Interrupted) || interruption.code === undefined) throw error;
    interruption.say();
    return interruption.code;
  } finally {
    interruption.forget();
    leaveFolder();
  }
}

function announcement(
  { resumed, site, delay, kept }: AuditStart,
  { out, campaign, since }: AuditRequest,
): string {
  const lines = [`Audit de ${site.address} (${quarterLabel(parseQuarter(campaign))}), dans ${resolve(out)}`];
  if (kept !== undefined) lines.push(`L’audit précédent est gardé dans ${resolve(kept)}.`);
  if (resumed) lines.push('Reprise de l’audit inachevé de ce dossier.');
  if (since !== undefined)
    lines.push(`Ce qui n’a pas changé est repris de l’audit précédent : ${resolve(since)}.`);
  const asked = site.maxPages + site.maxDocuments;
  const pace = delay === 0 ? 'sans attente entre deux requêtes' : `une requête toutes les ${number(delay)} s`;
  const atMost = delay === 0 ? '' : ` : ${duration(asked * delay)} au plus pour les demander`;
  lines.push(
    `Limites : ${plural(site.maxPages, 'page', 'pages')}, ${plural(site.maxDocuments, 'document', 'documents')}, ${pace}${atMost}.`,
  );
  if (asked * delay > NIGHT)
    lines.push('Un grand site prend une nuit à ce rythme : ce qui compte le plus est lu d’abord.');
  return lines.join('\n');
}

function pauseText(until: Date, { config }: AuditRequest): string {
  const { from = '', to = '', zone } = config.crawl.hours ?? {};
  const moment = new Intl.DateTimeFormat('fr-FR', {
    ...{ weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
    timeZone: zone,
  }).format(until);
  return `Le site peut être interrogé de ${from} à ${to} : l’audit attend jusqu’à ${moment}, puis reprend de lui-même.`;
}

function isFailing({ defects }: Report, threshold: Severity): boolean {
  return defects.some(({ outcome, severity }) => outcome === 'failed' && reaches(severity, threshold));
}
