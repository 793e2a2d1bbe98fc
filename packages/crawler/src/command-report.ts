import { basename, dirname, extname, join, resolve } from 'node:path';
import { tally, typeset } from '@qualepref/core';
import type { Command } from 'commander';
import { AuditFile } from './audit-file.ts';
import { formatOption, formatsOf } from './command-options.ts';
import { posterCommand } from './command-poster.ts';
import { judge, writeReports, type Mishap } from './judge.ts';
import { createProgress, progressMode } from './progress.ts';
import type { Report } from './report.ts';
import { plural } from './reports/french.ts';
import type { ReportFormat } from './reports/index.ts';
import { ownTemporaryFolder } from './temporary-folder.ts';

interface ReportOptions {
  out?: string;
  format?: (ReportFormat | 'poster')[];
  strip?: true;
  quiet?: true;
  json?: true;
}

/** Adds `report`. @returns the command added */
export function addReportCommand(program: Command, mishap: Mishap): Command {
  return program
    .command('report <fichier>')
    .description(
      'refait les rapports à partir d’un fichier d’audit, sans le site ; avec --format poster, l’affiche à partir d’un fichier de résultats publiés',
    )
    .option('--out <dossier>', 'dossier des rapports (par défaut, celui du fichier)')
    .addOption(formatOption(['poster']))
    .option('--strip', 'écrit aussi une copie du fichier d’audit sans le contenu des pages')
    .option('--quiet', 'n’affiche pas la progression')
    .option('--json', 'affiche la progression en lignes JSON')
    .action((path: string, options: ReportOptions) => reportCommand(path, options, mishap));
}

async function reportCommand(
  path: string,
  { out = dirname(path), format: asked, strip, ...shown }: ReportOptions,
  mishap: Mishap,
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
    tellResults(report, paths);
  } finally {
    progress.end();
    file.close();
    leaveFolder();
  }
}

/** Prints how an audit ended, and where its reports are. */
export function tellResults(report: Report, paths: readonly string[]): void {
  process.stdout.write(`${typeset(summary(report))}\n${paths.map((path) => resolve(path)).join('\n')}\n`);
}

function summary({ grid, defects }: Report): string {
  const { conforme, decided, remaining } = tally(grid.map(({ verdict }) => verdict));
  const proven = defects.filter(({ outcome }) => outcome === 'failed').length;
  return `${plural(conforme, 'point conforme', 'points conformes')} sur ${plural(decided, 'décidé', 'décidés')}, ${plural(remaining, 'restant', 'restants')} ; ${plural(proven, 'défaut', 'défauts')} à corriger.`;
}
