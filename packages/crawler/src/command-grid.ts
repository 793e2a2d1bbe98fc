import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { countedFindings, QualeprefError, reopen, sign, tally, type OwnFinding } from '@qualepref/core';
import type { Command } from 'commander';
import { AUDIT_FILE, AuditFile, GRID_FILE, type KeptCampaign } from './audit-file.ts';
import type { CommandHooks } from './command-feed.ts';
import {
  addHandOptions,
  closeHand,
  exportHand,
  importHand,
  readSheet,
  refuseForeign,
  type HandOptions,
} from './command-hand.ts';
import { asItStands, campaignOf, contentHash, verdictWords, withDecisions } from './decided-report.ts';
import { writeWhole } from './disk.ts';
import { newsFor } from './grid-gaps.ts';
import { oldAnswersText } from './grid-import-old.ts';
import type { Imported } from './grid-import.ts';
import { PLAN_SHEET } from './grid-sheet.ts';
import { isToClose, planOf, type ImprovementPlan } from './improvement-actions.ts';
import { decidedReport, machineReport, writeReports, type Mishap } from './judge.ts';
import { createProgress, type Progress } from './progress.ts';
import type { Report } from './report.ts';
import { day, plural } from './reports/french.ts';
import { formatsIn } from './reports/index.ts';
import { auditId } from './since.ts';

/** What the commands of the grid need of the command line. */
interface GridHooks extends Pick<CommandHooks, 'say'> {
  readonly mishap: Mishap;
}

interface ImportOptions {
  audit: string;
  reopen?: string;
}

interface CloseOptions {
  by?: string;
}

/** Adds `grid export`, `grid import` and `grid close`. @returns the commands added */
export function addGridCommand(program: Command, hooks: GridHooks): Command[] {
  const grid = program
    .command('grid')
    .description('remplit une grille dans un tableur, puis clôt la campagne');
  const exporting = addHandOptions(
    grid
      .command('export <audit>')
      .description('écrit la grille à remplir (l’audit : son audit.sqlite, ou le dossier qui le contient)')
      .option('--out <fichier>', 'classeur à écrire (par défaut grille.xlsx, à côté de l’audit)'),
  ).action(async (place: string, { kind, ...options }: HandOptions) => {
    refuseForeign(kind ? { ...options, kind } : options);
    if (kind) await exportHand(place, { ...options, kind });
    else await exportGrid(auditAt(place), options.out, hooks);
  });
  const importing = grid
    .command('import <classeur>')
    .description(
      'lit la grille remplie (.xlsx ou .ods), ou les écarts d’une autre grille (…-ecarts.json) pour le plan, et refait les rapports',
    )
    .option('--audit <audit>', 'audit auquel elle appartient (par défaut, celui du même dossier)')
    .option('--reopen <raison>', 'rouvre une campagne close : c’est une nouvelle version')
    .action(async (path: string, options: Partial<ImportOptions>) => {
      await importGrid(path, { audit: dirname(path), ...options }, hooks);
    });
  const closing = grid
    .command('close <audit>')
    .description('clôt et vise la campagne : rien n’y change plus')
    .option('--by <nom>', 'qui clôt (par défaut, l’auteur de la dernière décision)')
    .action(async (place: string, options: CloseOptions) => {
      if (place.endsWith('.json')) closeHand(place, options.by, hooks);
      else await closeGrid(auditAt(place), options, hooks);
    });
  return [grid, exporting, importing, closing];
}

function auditAt(place: string): string {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true ? join(place, AUDIT_FILE) : place;
}

async function exportGrid(path: string, out: string | undefined, { mishap }: GridHooks): Promise<void> {
  const target = out ?? join(dirname(path), GRID_FILE);
  const file = AuditFile.read(path);
  const progress = gridProgress();
  try {
    const report = machineReport(file, mishap, undefined, progress.show);
    const kept = file.campaign;
    const { since: previous } = file;
    const { gridWorkbook } = await import('./grid-export.ts');
    const audit = auditId(file);
    const { changes } = decidedReport(report, file);
    const given = { ...(previous ? { previous } : {}), ...(changes ? { changes } : {}) };
    progress.show({ stage: 'write', done: 0, total: 1 });
    writeWhole(target, await gridWorkbook({ report, kept, audit, ...given }));
    progress.show({ stage: 'write', done: 1, total: 1 });
    progress.end();
    process.stdout.write(`${resolve(target)}\n`);
  } finally {
    progress.end();
    file.close();
  }
}

/** Somebody who looks sees a bar; elsewhere these commands print what they did, and no more. */
function gridProgress(): Progress {
  return createProgress(process.stderr.isTTY ? 'bar' : 'quiet', process.stderr);
}

async function importGrid(
  path: string,
  { audit, reopen: why }: ImportOptions,
  hooks: GridHooks,
): Promise<void> {
  const bytes = readSheet(path);
  if (path.endsWith('.json')) {
    await importGaps(bytes, auditAt(audit), hooks);
    return;
  }
  const { openHandBook } = await import('./hand-import.ts');
  const hand = openHandBook(bytes);
  if (hand) {
    await importHand(hand, { at: audit, reopen: why }, hooks);
    return;
  }
  const place = auditAt(audit);
  const file = AuditFile.amend(place);
  try {
    const report = machineReport(file, hooks.mishap);
    const { importedGrid } = await import('./grid-import.ts');
    const { since: previous, campaign: kept } = file;
    const into = { report, kept, audit: auditId(file), today: today(), ...(previous ? { previous } : {}) };
    const imported = importedGrid(bytes, into);
    const { decisions, marks, ownFindings, actions } = imported.added;
    const judged = decisions.length + marks.length + ownFindings.length;
    // The plan goes on once the campaign is closed.
    const closings = judged > 0 ? reopened(report, kept, why, imported) : kept;
    if (judged + actions.length > 0) file.addActs(imported.added, closings);
    tell(imported, withDecisions(report, file.campaign), hooks);
    await rewrite(report, file, dirname(place));
  } finally {
    file.close();
  }
}

/** What another grid tells enters the plan, which goes on once the campaign is closed. */
async function importGaps(bytes: Uint8Array, place: string, hooks: GridHooks): Promise<void> {
  const value = gapsIn(bytes);
  const file = AuditFile.amend(place);
  try {
    const report = machineReport(file, hooks.mishap);
    const { campaign: kept } = file;
    const news = newsFor(value, kept);
    if (news.gaps.length + news.sightings.length > 0) file.addActs({ decisions: [], ...news }, kept);
    const standing = (acts: KeptCampaign): ImprovementPlan => planOf(withDecisions(report, acts), acts);
    hooks.say(newsText(news.gaps.length, standing(kept), standing(file.campaign)));
    await rewrite(report, file, dirname(place));
  } finally {
    file.close();
  }
}

/** What becomes of the plan: gaps that enter it, actions to close, gaps without action that are mended. */
function newsText(added: number, before: ImprovementPlan, after: ImprovementPlan): string {
  const bare = (plan: ImprovementPlan): number => plan.filter(({ action }) => action === undefined).length;
  const toClose = after.filter(isToClose).length - before.filter(isToClose).length;
  const gone = bare(before) + added - bare(after);
  const told = [
    added > 0 && `${plural(added, 'écart ajouté', 'écarts ajoutés')} au plan d’amélioration.`,
    toClose > 0 &&
      `${plural(toClose, 'action du plan peut être close', 'actions du plan peuvent être closes')}, l’écart n’étant plus constaté : exporter la grille, et choisir « efficace » dans la feuille « ${PLAN_SHEET} ».`,
    gone > 0 &&
      `${plural(gone, 'écart sans action n’est plus constaté et quitte', 'écarts sans action ne sont plus constatés et quittent')} le plan d’amélioration.`,
  ].filter((line) => line !== false);
  return told.length > 0 ? told.join('\n') : 'Le plan d’amélioration suit déjà ces écarts.';
}

function gapsIn(bytes: Uint8Array): unknown {
  const how = 'donner le fichier en « -ecarts.json » que « qualepref grid import » a écrit à côté.';
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (cause) {
    throw new QualeprefError('gaps', `Ce fichier ne se lit pas comme des écarts : ${how}`, { cause });
  }
  if (typeof value === 'object' && value !== null && 'kind' in value)
    throw new QualeprefError('gaps', `Ce fichier est la campagne, et non ses écarts : ${how}`);
  return value;
}

/** @throws QualeprefError `campaign-frozen` when it is closed and no reason is given to reopen it */
function reopened(
  report: Report,
  kept: KeptCampaign,
  reason: string | undefined,
  { added, by }: Imported,
): Pick<KeptCampaign, 'signature' | 'earlier'> {
  if (!kept.signature) return kept;
  const { on } = kept.signature;
  if (reason === undefined) {
    throw new QualeprefError(
      'campaign-frozen',
      `La campagne ${report.campaign} est close depuis le ${day(on)} : pour la changer, ajouter --reopen "raison". Ce sera une nouvelle version.`,
    );
  }
  const signed = [...added.decisions.map(({ decision }) => decision), ...added.marks, ...added.ownFindings];
  const name = by === '' ? (signed.at(-1)?.by ?? '') : by;
  const { earlier } = reopen(campaignOf(report, kept), { by: name, on: today(), reason });
  return { earlier };
}

function tell(
  { added, outdated, unconfirmed, outdatedMarks, unconfirmedFindings, old }: Imported,
  report: Report,
  { say }: GridHooks,
): void {
  const { remaining } = tally(report.grid.map(({ verdict }) => verdict));
  const { decisions, marks, ownFindings, actions } = added;
  const counts = [
    [decisions.length, 'décision enregistrée', 'décisions enregistrées'],
    [marks.length, 'avis sur un défaut', 'avis sur des défauts'],
    [ownFindings.length, 'constat d’une personne', 'constats d’une personne'],
    [actions.length, 'action du plan', 'actions du plan'],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, one, many]) => plural(count, one, many));
  const lines = [
    told.length === 0 ? 'Rien de nouveau dans cette grille.' : `${told.join(', ')}.`,
    outdated.length > 0 &&
      `À décider de nouveau, l’audit relevant autre chose que la grille remplie : ${outdated.join(', ')}.`,
    outdatedMarks > 0 &&
      `Non pris, le défaut n’étant plus le même : ${plural(outdatedMarks, 'avis', 'avis')}. Exporter la grille de nouveau.`,
    unconfirmed.length + unconfirmedFindings > 0 &&
      `Reprises du trimestre précédent, non confirmées : ${[
        ...unconfirmed,
        ...(unconfirmedFindings > 0 ? [plural(unconfirmedFindings, 'constat', 'constats')] : []),
      ].join(', ')}. Choisir « oui » en haut de la feuille « À décider ».`,
    ...heldAgainst(ownFindings, report),
    oldAnswersText(old),
    remaining === 0
      ? 'Tous les points sont décidés : la campagne peut être close, par « qualepref grid close ».'
      : `${plural(remaining, 'point reste', 'points restent')} à décider.`,
  ];
  say(lines.filter((line) => line !== false).join('\n'));
}

/** A decision of the same day or later is above a finding: she may not have meant it. */
function heldAgainst(added: readonly OwnFinding[], { grid }: Report): string[] {
  const items = new Set(countedFindings(added).map(({ item }) => item));
  const held = grid.filter(({ item, verdict }) => items.has(item) && verdict !== 'non_conforme');
  if (held.length === 0) return [];
  const named = held.map(({ item, verdict }) => `${item} (${verdictWords[verdict]})`).join(', ');
  return [
    `Malgré vos constats, la décision prise sur le point l’emporte : ${named}. Changer le verdict s’il ne convient plus.`,
  ];
}

async function closeGrid(path: string, { by }: CloseOptions, hooks: GridHooks): Promise<void> {
  const file = AuditFile.amend(path);
  try {
    const report = machineReport(file, hooks.mishap);
    const kept = file.campaign;
    const name = by?.trim() || kept.decisions.at(-1)?.decision.by;
    if (name === undefined) {
      throw new QualeprefError(
        'usage-grid-by',
        'Personne n’a encore rien décidé dans cette campagne : indiquer qui la clôt avec --by.',
      );
    }
    // Killed between its signature and its reports, it ends them when it is asked for again.
    if (kept.signature) await rewrite(report, file, dirname(path));
    const decided = withDecisions(report, kept);
    const hash = contentHash(decided);
    // What is left to decide is counted as people leave it.
    const campaign = {
      ...asItStands(decided, kept),
      ...(kept.signature ? { signature: kept.signature } : {}),
    };
    const { signature } = sign(campaign, { by: name, on: today(), hash });
    file.addActs({ decisions: [] }, { earlier: kept.earlier, ...(signature ? { signature } : {}) });
    const remaining = signature?.remaining ?? 0;
    hooks.say(
      `Campagne ${report.campaign} close et visée par ${name}, ${plural(remaining, 'point restant', 'points restants')}. Empreinte du contenu : ${hash}.`,
    );
    await rewrite(report, file, dirname(path));
  } finally {
    file.close();
  }
}

/** The reports that are beside the audit say what was decided; all of them where there is none. */
async function rewrite(report: Report, file: AuditFile, out: string): Promise<void> {
  const formats = formatsIn(readdirSync(out));
  const decided = decidedReport(report, file);
  const progress = gridProgress();
  const paths = await writeReports(decided, out, formats, progress.show).finally(() => {
    progress.end();
  });
  process.stdout.write(`${paths.map((path) => resolve(path)).join('\n')}\n`);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
