import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { QualeprefError, typeset } from '@qualepref/core';
import { InvalidArgumentError, type Command } from 'commander';
import { AUDIT_FILE, AuditFile } from './audit-file.ts';
import { checks } from './checks/index.ts';
import { compareAudits, type Comparison } from './compare.ts';
import { comparedAudit, type ComparedAudit } from './compare-side.ts';
import { makeFolder, writeWhole } from './disk.ts';
import { judge, type Mishap } from './judge.ts';
import { createProgress, progressMode } from './progress.ts';
import { defectCounts, doubtCounts, itemCounts, sinceWhen } from './reports/change-words.ts';
import { comparisonCsv } from './reports/comparison-csv.ts';
import { comparisonHtml } from './reports/comparison-html.ts';
import { comparisonJson } from './reports/json.ts';
import type { ReportFile } from './reports/report-file.ts';

type ComparisonFormat = 'html' | 'json' | 'csv';
const FORMATS: Readonly<Record<ComparisonFormat, (comparison: Comparison) => Iterable<ReportFile>>> = {
  html: (comparison) => [{ name: 'comparaison.html', content: comparisonHtml(comparison) }],
  json: (comparison) => [{ name: 'comparaison.json', content: comparisonJson(comparison) }],
  csv: comparisonCsv,
};
const KNOWN = Object.keys(FORMATS).join(', ');

interface CompareOptions {
  out: string;
  format: ComparisonFormat[];
  quiet?: true;
  json?: true;
}

/** Adds `compare`. @returns the command added */
export function addCompareCommand(program: Command, mishap: Mishap): Command {
  return program
    .command('compare <avant> <après>')
    .description('compare deux audits d’un même site, sans le site')
    .option('--out <dossier>', 'dossier de la comparaison', '.')
    .option('--format <formats>', `formats, séparés par des virgules : ${KNOWN}`, formats, ['html', 'json'])
    .option('--quiet', 'n’affiche pas la progression')
    .option('--json', 'affiche la progression en lignes JSON')
    .action((before: string, after: string, options: CompareOptions) => {
      const comparison = compareFiles([before, after], options, mishap);
      makeFolder(options.out);
      const files = options.format.flatMap((format) => [...FORMATS[format](comparison)]);
      const paths = files.map(({ name, content }) => {
        const path = join(options.out, name);
        writeWhole(path, content);
        return resolve(path);
      });
      process.stdout.write(`${[typeset(summary(comparison)), ...paths].join('\n')}\n`);
    });
}

function formats(value: string): ComparisonFormat[] {
  const asked = value.split(',').map((part) => part.trim());
  const unknown = asked.find((format) => !Object.hasOwn(FORMATS, format));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`« ${unknown} » n’est pas un format connu. Attendu : ${KNOWN}.`);
  return [...new Set(asked)] as ComparisonFormat[];
}

/** Judges one, keeps what the comparison needs, then the other: never two audits in memory. */
function compareFiles(
  [before, after]: readonly [string, string],
  options: CompareOptions,
  mishap: Mishap,
): Comparison {
  const progress = createProgress(progressMode(options, process.stderr.isTTY), process.stderr);
  try {
    progress.show({ stage: 'compare', done: 0, total: 2 });
    const earlier = read(before, mishap);
    progress.show({ stage: 'compare', done: 1, total: 2 });
    const later = read(after, mishap);
    progress.show({ stage: 'compare', done: 2, total: 2 });
    refuseMismatch({ path: before, audit: earlier }, { path: after, audit: later });
    return compareAudits(earlier, later);
  } finally {
    progress.end();
  }
}

function read(path: string, mishap: Mishap): ComparedAudit {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const file = AuditFile.read(isFolder ? join(path, AUDIT_FILE) : path);
  try {
    return comparedAudit(judge(file, mishap), checks);
  } finally {
    file.close();
  }
}

interface Given {
  readonly path: string;
  readonly audit: ComparedAudit;
}

/** @throws QualeprefError `compare-other-site`, `compare-order` */
function refuseMismatch(before: Given, after: Given): void {
  if (URL.parse(before.audit.site)?.origin !== URL.parse(after.audit.site)?.origin)
    throw new QualeprefError(
      'compare-other-site',
      `« ${before.path} » est l’audit de ${before.audit.site}, « ${after.path} » celui de ${after.audit.site} : indiquer deux audits d’un même site.`,
    );
  if (before.audit.startedAt > after.audit.startedAt)
    throw new QualeprefError(
      'compare-order',
      `« ${before.path} » est plus récent que « ${after.path} » : indiquer d’abord le plus ancien.`,
    );
}

function summary(comparison: Comparison): string {
  const { counts } = comparison;
  const doubts = Object.values(counts.doubts).some((count) => count > 0);
  return [
    `Depuis ${sinceWhen(comparison)} : ${defectCounts(counts.defects)}.`,
    `Grille : ${itemCounts(counts.items)}.`,
    ...(doubts ? [`À vérifier : ${doubtCounts(counts.doubts)}.`] : []),
  ].join('\n');
}
