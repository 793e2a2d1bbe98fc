import { resolve } from 'node:path';
import { debuglog } from 'node:util';
import { QualeprefError, typeset } from '@qualepref/core';
import { Command, CommanderError } from 'commander';
import { addAuditCommand } from './command-audit.ts';
import { addCompareCommand } from './command-compare.ts';
import { addFeedCommand } from './command-feed.ts';
import { addGridCommand } from './command-grid.ts';
import { inFrench } from './command-help.ts';
import { CONFIG, siteUrl } from './command-options.ts';
import { addReportCommand } from './command-report.ts';
import { initConfig } from './init.ts';
import { plainLines } from './text.ts';
import { usageMessage } from './usage.ts';
import { VERSION } from './version.ts';

const debug = debuglog('qualepref');
/** Exit codes: see docs/commande.md. */
const OK = 0;
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
  // A terminal obeys control characters: none of the site's or of an argument's gets there.
  process.stderr.write(`${plainLines(typeset(message))}\n`);
}

function commandLine(exit: (code: number) => void, args: readonly string[]): Command {
  const program = new Command('qualepref')
    .usage('[options] [commande]')
    .description('Audite le site d’une préfecture et remplit la grille trimestrielle de vérification.')
    .version(VERSION, '-V, --version', 'affiche la version');
  const init = program
    .command('init [adresse]')
    .description(`écrit un fichier ${CONFIG} commenté`)
    .action((address?: string) => {
      if (address !== undefined) siteUrl(address);
      initConfig(CONFIG, address);
      process.stdout.write(`${resolve(CONFIG)}\n`);
    });
  const audits = addAuditCommand(program, args, { exit, say, mishap });
  const reports = addReportCommand(program, mishap);
  const compares = addCompareCommand(program, mishap);
  const feeds = addFeedCommand(program, { exit, say });
  const grids = addGridCommand(program, { say, mishap });
  for (const command of [program, audits, reports, compares, init, ...feeds, ...grids]) inFrench(command);
  return program;
}

/** A check that failed by a fault of ours: the report says that it did, this says why. */
function mishap(error: unknown, check: string, url: string): void {
  debug('%s %s %o', check, url, error);
}
