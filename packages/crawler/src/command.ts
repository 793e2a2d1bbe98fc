import { dirname, resolve } from 'node:path';
import { existsSync } from 'node:fs';
import { debuglog } from 'node:util';
import {
  defaultConfig,
  parseQuarter,
  QualeprefError,
  quarterLabel,
  quarterOf,
  reaches,
  tally,
  typeset,
  type Config,
  type Severity,
} from '@qualepref/core';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { createAddressing } from './address.ts';
import {
  audit,
  judge,
  writeReports,
  type AuditRequest,
  type AuditStart,
  type ReportFormat,
} from './audit.ts';
import { AuditFile } from './audit-file.ts';
import { Interrupted } from './collect.ts';
import { loadConfig } from './config.ts';
import { initConfig } from './init.ts';
import { createProgress, type ProgressMode } from './progress.ts';
import type { Report } from './report.ts';
import { number, plural, duration } from './reports/french.ts';
import { reportFormats } from './reports/index.ts';
import { usageMessage } from './usage.ts';
import { VERSION } from './version.ts';

const debug = debuglog('qualepref');
const CONFIG = 'qualepref.yml';
/** A stopped audit that hangs all the same is left after this many milliseconds. */
const STOP_WITHIN = 4_500;

/** Exit codes: see the README. */
const OK = 0;
const FINDINGS = 1;
const USAGE = 2;
const NO_PAGE = 3;
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

interface AuditOptions {
  config?: string;
  out?: string;
  campaign?: string;
  format: ReportFormat[];
  maxPages?: number;
  maxDocuments?: number;
  concurrency?: number;
  delay?: number;
  contact?: string;
  exhaustive?: true;
  allowPrivate?: true;
  ignoreRobotsErrors?: true;
  failOn: Severity | 'never';
  new?: true;
  quiet?: true;
  json?: true;
}

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
    .description('Audite le site d’une préfecture et remplit la grille trimestrielle de vérification.')
    .version(VERSION, '-V, --version', 'affiche la version');
  const audits = program
    .command('audit [url]')
    .description('audite un site, ou reprend l’audit inachevé du même dossier')
    .option('--config <fichier>', `configuration (par défaut ${CONFIG}, s’il est là)`)
    .option('--out <dossier>', 'dossier de l’audit et des rapports (par défaut qualepref-<site>-<campagne>)')
    .option('--campaign <trimestre>', 'campagne, par exemple 2026-T4 (par défaut, le trimestre en cours)')
    .addOption(formatOption())
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
    .option('--new', 'recommence, au lieu de reprendre l’audit inachevé')
    .option('--quiet', 'n’affiche pas la progression')
    .option('--json', 'affiche la progression en lignes JSON')
    .option('--ignore-robots-errors', 'audite bien que robots.txt réponde par une erreur')
    .action(async (url: string | undefined, options: AuditOptions) => {
      exit(await auditCommand(url, options, args));
    });
  const reports = program
    .command('report <fichier>')
    .description('refait les rapports à partir d’un fichier d’audit, sans le site')
    .option('--out <dossier>', 'dossier des rapports (par défaut, celui du fichier)')
    .addOption(formatOption())
    .action((path: string, options: { out?: string; format: ReportFormat[] }) => {
      reportCommand(path, options);
    });
  const init = program
    .command('init [adresse]')
    .description(`écrit un fichier ${CONFIG} commenté`)
    .action(async (address?: string) => {
      if (address !== undefined) siteUrl(address);
      await initConfig(CONFIG, address);
      process.stdout.write(`${resolve(CONFIG)}\n`);
    });
  for (const command of [program, audits, reports, init]) inFrench(command);
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

function formatOption(): Option {
  const known = Object.keys(reportFormats);
  return new Option(
    '--format <formats>',
    `formats des rapports, séparés par des virgules : ${known.join(', ')}`,
  )
    .default(known as ReportFormat[])
    .argParser((value: string) => {
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

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value))
    throw new InvalidArgumentError(`« ${value} » n’est pas un nombre entier d’au moins 1.`);
  return Number(value);
}

/** It goes into a request header. */
function contactText(value: string): string {
  if (!/^[!-~][ -~]{0,199}$/.test(value)) {
    throw new InvalidArgumentError(
      `« ${value} » n’est pas un contact. Attendu : une adresse électronique ou une adresse de page, sans accent.`,
    );
  }
  return value;
}

function seconds(value: string): number {
  const figure = value.replace(',', '.');
  if (!/^\d{1,5}(\.\d+)?$/.test(figure))
    throw new InvalidArgumentError(`« ${value} » n’est pas un nombre de secondes.`);
  return Number(figure);
}

function siteUrl(value: string): URL {
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

async function auditCommand(
  url: string | undefined,
  options: AuditOptions,
  args: readonly string[],
): Promise<number> {
  const request = await requestOf(url, options);
  const progress = createProgress(modeOf(options), process.stderr);
  const stop = new AbortController();
  const stopped = listen(stop, () => {
    progress.end();
    say(`Audit interrompu : ce qui est collecté est gardé. Pour reprendre : ${commandAgain(args)}`);
  });
  try {
    const { report, paths } = await audit(request, {
      signal: stop.signal,
      now: () => new Date(),
      progress: progress.show,
      announce: (start) => {
        if (options.quiet !== true && options.json !== true) say(announcement(start, request));
      },
      mishap: (error, check, page) => {
        debug('%s %s %o', check, page, error);
      },
    });
    progress.end();
    process.stdout.write(`${typeset(summary(report))}\n${paths.map((path) => resolve(path)).join('\n')}\n`);
    return options.failOn !== 'never' && isFailing(report, options.failOn) ? FINDINGS : OK;
  } catch (error) {
    progress.end();
    const signal = stopped.signal;
    if (!(error instanceof Interrupted) || signal === undefined) throw error;
    stopped.say();
    return SIGNALS[signal];
  } finally {
    stopped.forget();
  }
}

function modeOf({ quiet, json }: AuditOptions): ProgressMode {
  if (quiet === true) return 'quiet';
  if (json === true) return 'json';
  return process.stderr.isTTY ? 'bar' : 'lines';
}

async function requestOf(url: string | undefined, options: AuditOptions): Promise<AuditRequest> {
  const campaign =
    options.campaign === undefined
      ? quarterOf(new Date().toISOString().slice(0, 10)).id
      : parseQuarter(options.campaign).id;
  const start = url === undefined ? undefined : siteUrl(url);
  const written = await configFor(start, options.config);
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
  const host = new URL(config.site.address).host.replace(/:/g, '-');
  return {
    config,
    campaign,
    start: start?.href ?? config.site.address,
    out: options.out ?? `qualepref-${host}-${campaign}`,
    formats: options.format,
    exhaustive: options.exhaustive === true,
    allowPrivate: options.allowPrivate === true,
    ignoreRobotsErrors: options.ignoreRobotsErrors === true,
    startAfresh: options.new === true,
  };
}

/** The configuration given, or the one of this folder when it is about this site, or none. */
async function configFor(start: URL | undefined, path: string | undefined): Promise<Config> {
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
    say(
      `Le fichier ${CONFIG} de ce dossier décrit ${config.site.address} : il n’est pas utilisé pour ${start.href}.`,
    );
    return defaultConfig(new URL('/', start).href);
  }
  throw new QualeprefError(
    'usage-other-site',
    `${start.href} n’est pas une page du site décrit par ${path} (${config.site.address}) : donner une de ses pages, ou une autre configuration.`,
  );
}

function announcement({ resumed, site, delay, kept }: AuditStart, { out, campaign }: AuditRequest): string {
  const lines = [`Audit de ${site.address} (${quarterLabel(parseQuarter(campaign))}), dans ${resolve(out)}`];
  if (kept !== undefined) lines.push(`L’audit précédent est gardé dans ${resolve(kept)}.`);
  if (resumed) lines.push('Reprise de l’audit inachevé de ce dossier.');
  const asked = site.maxPages + site.maxDocuments;
  const pace = delay === 0 ? 'sans attente entre deux requêtes' : `une requête toutes les ${number(delay)} s`;
  const atMost = delay === 0 ? '' : ` : ${duration(asked * delay)} au plus pour les lire`;
  lines.push(
    `Limites : ${plural(site.maxPages, 'page', 'pages')}, ${plural(site.maxDocuments, 'document', 'documents')}, ${pace}${atMost}.`,
  );
  return lines.join('\n');
}

function summary({ grid, defects }: Report): string {
  const { conforme, decided, remaining } = tally(grid.map(({ verdict }) => verdict));
  const proven = defects.filter(({ outcome }) => outcome === 'failed').length;
  return `${plural(conforme, 'point conforme', 'points conformes')} sur ${plural(decided, 'décidé', 'décidés')}, ${plural(remaining, 'restant', 'restants')} ; ${plural(proven, 'défaut', 'défauts')} à corriger.`;
}

function isFailing({ findings }: Report, threshold: Severity): boolean {
  return findings.some(({ outcome, severity }) => outcome === 'failed' && reaches(severity, threshold));
}

/** The first signal stops the audit; what does not stop by itself is left after a few seconds. */
function listen(
  stop: AbortController,
  announce: () => void,
): { signal?: keyof typeof SIGNALS; say(): void; forget(): void } {
  const state: { signal?: keyof typeof SIGNALS; said: boolean } = { said: false };
  let timer: NodeJS.Timeout | undefined;
  const sayOnce = (): void => {
    if (!state.said) announce();
    state.said = true;
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    const known = signal as keyof typeof SIGNALS;
    if (state.signal !== undefined) process.exit(SIGNALS[known]);
    state.signal = known;
    stop.abort();
    timer = setTimeout(() => {
      sayOnce();
      process.exit(SIGNALS[known]);
    }, STOP_WITHIN);
    timer.unref();
  };
  for (const signal of Object.keys(SIGNALS)) process.on(signal, onSignal);
  return {
    get signal() {
      return state.signal as keyof typeof SIGNALS;
    },
    say: sayOnce,
    forget: () => {
      clearTimeout(timer);
      for (const signal of Object.keys(SIGNALS)) process.off(signal, onSignal);
    },
  };
}

/** The same command, as it is typed here; `--new` would start over. */
function commandAgain(args: readonly string[]): string {
  const quoted = args
    .filter((arg) => arg !== '--new')
    .map((arg) => (/^[\w./:@=,+-]+$/.test(arg) ? arg : JSON.stringify(arg)));
  const command =
    process.env['npm_lifecycle_event'] === 'qualepref' ? 'npm run -s qualepref --' : 'qualepref';
  return [command, ...quoted].join(' ');
}

function reportCommand(path: string, { out, format }: { out?: string; format: ReportFormat[] }): void {
  const file = AuditFile.read(path);
  try {
    const report = judge(file, new Date().toISOString().slice(0, 10), (error, check, page) => {
      debug('%s %s %o', check, page, error);
    });
    const paths = writeReports(report, out ?? dirname(path), format);
    process.stdout.write(
      `${typeset(summary(report))}\n${paths.map((written) => resolve(written)).join('\n')}\n`,
    );
  } finally {
    file.close();
  }
}
