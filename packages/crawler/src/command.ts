import { basename, dirname, extname, join, resolve } from 'node:path';
import { debuglog } from 'node:util';
import {
  parseQuarter,
  QualeprefError,
  quarterLabel,
  reaches,
  tally,
  typeset,
  type Severity,
} from '@qualepref/core';
import { Command, CommanderError, Option } from 'commander';
import { audit, type AuditRequest, type AuditStart } from './audit.ts';
import { judge, writeReports } from './judge.ts';
import { AuditFile } from './audit-file.ts';
import { Interrupted } from './collect.ts';
import { openFeedFor } from './audit-feed.ts';
import type { OpenFeed } from './feed-file.ts';
import { addCompareCommand } from './command-compare.ts';
import { addFeedCommand, hours } from './command-feed.ts';
import { addGridCommand } from './command-grid.ts';
import {
  CONFIG,
  contactText,
  formatOption,
  formatsOf,
  requestOf,
  seconds,
  siteUrl,
  wholeNumber,
  type AuditOptions,
} from './command-options.ts';
import { posterCommand } from './command-poster.ts';
import { judgeToLines, singleRequest } from './command-single.ts';
import { initConfig } from './init.ts';
import { commandAgain, listenForInterruption } from './interruption.ts';
import { createProgress, progressMode } from './progress.ts';
import type { Report } from './report.ts';
import { duration, number, plural } from './reports/french.ts';
import type { ReportFormat } from './reports/index.ts';
import { ownTemporaryFolder } from './temporary-folder.ts';
import { usageMessage } from './usage.ts';
import { VERSION } from './version.ts';

const debug = debuglog('qualepref');
/** From this many seconds on, an audit takes a night. */
const NIGHT = 7_200;

/** Exit codes: see docs/commande.md. */
const OK = 0;
const FINDINGS = 1;
const USAGE = 2;
const NO_PAGE = 3;

/** Runs one command line; answers its exit code and never throws. */
export async function run(args: readonly string[]): Promise<number> {
  let code = OK;
  const program = commandLine((exit) => (code = exit), args);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, program, args);
  }
}

function explain(error: unknown, program: Command, args: readonly string[]): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return OK;
    say(usageMessage(error, program, args));
    return USAGE;
  }
  debug('%o', error);
  if (error instanceof QualeprefError) {
    say(error.message);
    return error.code === 'start-unreachable' ? NO_PAGE : USAGE;
  }
  const message = error instanceof Error ? error.message : String(error);
  say(
    `Erreur inattendue de qualepref : ${message.split('\n')[0] ?? ''}. La signaler avec la sortie de la même commande lancée avec NODE_DEBUG=qualepref.`,
  );
  return USAGE;
}

/** Messages go to stderr; results to stdout. */
function say(message: string): void {
  process.stderr.write(`${printable(typeset(message))}\n`);
}

/** A terminal obeys control characters: none of the site's or of an argument's gets there. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (c) =>
    c === '\n' ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function commandLine(exit: (code: number) => void, args: readonly string[]): Command {
  const program = new Command('qualepref')
    .usage('[options] [commande]')
    .description('Audite le site d’une préfecture et remplit la grille trimestrielle de vérification.')
    .version(VERSION, '-V, --version', 'affiche la version');
  const audits = program
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
      exit(await (isList ? singleCommand(url, options) : auditCommand(url, options, args)));
    });
  const reports = program
    .command('report <fichier>')
    .description(
      'refait les rapports à partir d’un fichier d’audit, sans le site ; avec --format poster, l’affiche à partir d’un fichier de résultats publiés',
    )
    .option('--out <dossier>', 'dossier des rapports (par défaut, celui du fichier)')
    .addOption(formatOption(['poster']))
    .option('--strip', 'écrit aussi une copie du fichier d’audit sans le contenu des pages')
    .option('--quiet', 'n’affiche pas la progression')
    .option('--json', 'affiche la progression en lignes JSON')
    .action((path: string, options: ReportOptions) => reportCommand(path, options));
  const init = program
    .command('init [adresse]')
    .description(`écrit un fichier ${CONFIG} commenté`)
    .action((address?: string) => {
      if (address !== undefined) siteUrl(address);
      initConfig(CONFIG, address);
      process.stdout.write(`${resolve(CONFIG)}\n`);
    });
  const compares = addCompareCommand(program, mishap);
  const feeds = addFeedCommand(program, { exit, say });
  const grids = addGridCommand(program, { say, mishap });
  for (const command of [program, audits, reports, compares, init, ...feeds, ...grids]) inFrench(command);
  return program;
}

function inFrench(command: Command): void {
  const titles: Record<string, string> = {
    'Usage:': 'Usage :',
    'Options:': 'Options :',
    'Commands:': 'Commandes :',
    'Arguments:': 'Arguments :',
  };
  command
    .helpOption('-h, --help', 'affiche cette aide')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: ({ description, argChoices }) =>
        argChoices ? `${description} : ${argChoices.join(', ')}` : description,
    });
  if (command.commands.length > 0) command.helpCommand('help [commande]', 'affiche l’aide d’une commande');
}

async function auditCommand(
  url: string | undefined,
  options: AuditOptions,
  args: readonly string[],
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
    printResults(report, paths);
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

async function singleCommand(url: string | undefined, options: AuditOptions): Promise<number> {
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

function summary({ grid, defects }: Report): string {
  const { conforme, decided, remaining } = tally(grid.map(({ verdict }) => verdict));
  const proven = defects.filter(({ outcome }) => outcome === 'failed').length;
  return `${plural(conforme, 'point conforme', 'points conformes')} sur ${plural(decided, 'décidé', 'décidés')}, ${plural(remaining, 'restant', 'restants')} ; ${plural(proven, 'défaut', 'défauts')} à corriger.`;
}

function isFailing({ defects }: Report, threshold: Severity): boolean {
  return defects.some(({ outcome, severity }) => outcome === 'failed' && reaches(severity, threshold));
}

interface ReportOptions {
  out?: string;
  format?: (ReportFormat | 'poster')[];
  strip?: true;
  quiet?: true;
  json?: true;
}

async function reportCommand(
  path: string,
  { out = dirname(path), format: asked, strip, ...shown }: ReportOptions,
): Promise<void> {
  if (asked?.includes('poster')) {
    await posterCommand(path, out, asked);
    return;
  }
  const format = asked?.filter((each) => each !== 'poster');
  const file = AuditFile.read(path);
  const leaveFolder = ownTemporaryFolder();
  const progress = createProgress(progressMode(shown, process.stderr.isTTY), process.stderr);
  try {
    const report = judge(file, mishap, undefined, progress.show);
    const paths = await writeReports(report, out, formatsOf(format), progress.show);
    progress.end();
    if (strip === true) {
      const copy = join(out, `${basename(path, extname(path))}-sans-pages.sqlite`);
      AuditFile.strip(path, copy);
      paths.push(copy);
    }
    printResults(report, paths);
  } finally {
    progress.end();
    file.close();
    leaveFolder();
  }
}

function printResults(report: Report, paths: readonly string[]): void {
  process.stdout.write(`${typeset(summary(report))}\n${paths.map((path) => resolve(path)).join('\n')}\n`);
}

/** A check that failed by a fault of ours: the report says that it did, this says why. */
function mishap(error: unknown, check: string, url: string): void {
  debug('%s %s %o', check, url, error);
}
