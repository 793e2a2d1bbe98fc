import { hostname } from 'node:os';
import { join } from 'node:path';
import { QualeprefError, type Config } from '@qualepref/core';
import { createAddressing } from './address.ts';
import type { AuditFile } from './audit-file.ts';
import { factsOf, targetsOf } from './audit-facts.ts';
import type { Settings } from './check.ts';
import { compareAudits } from './compare.ts';
import { comparedAudit } from './compare-side.ts';
import { checks } from './checks/index.ts';
import type { ProgressEvent } from './collect.ts';
import { withDecisions } from './decided-report.ts';
import { makeFolder, writeWhole } from './disk.ts';
import type { Picture } from './evidence.ts';
import type { Feed } from './feed.ts';
import { staleSentence } from './feed-age.ts';
import { formerOf } from './former.ts';
import { recordedFeed, replayedFeed } from './feed-kept.ts';
import { planOf } from './improvement-actions.ts';
import { AXE_VERSION } from './render.ts';
import { reportOf, type Report } from './report.ts';
import { reportFormats, type ReportFormat } from './reports/index.ts';
import { RgaaTally } from './rgaa-report.ts';
import { surveyor } from './rgaa-survey.ts';
import { runChecks } from './run-checks.ts';
import { Scratch } from './scratch.ts';
import { settingsOf } from './settings.ts';
import { sinceReport } from './since-report.ts';
import { VERSION } from './version.ts';

/** Is told an error of ours that judging survived. */
export type Mishap = (error: unknown, check: string, url: string) => void;

/** Is told how far judging or writing is. */
type Watcher = (event: ProgressEvent) => void;
const nobody: Watcher = () => undefined;

/** A feed to judge with, and its oldest age allowed in hours. */
interface FeedToJudgeWith {
  readonly feed: Feed;
  readonly maxAge: number;
}

/**
 * Judges a collection again from the audit file alone, without the site: with
 * what it keeps of the feed, unless one is given, of which the answers are kept.
 *
 * @throws QualeprefError `audit-missing`, `audit-format`, `audit-unfinished`
 */
export function judge(
  file: AuditFile,
  mishap: Mishap,
  given?: FeedToJudgeWith,
  progress: Watcher = nobody,
): Report {
  return decidedReport(machineReport(file, mishap, given, progress), file);
}

/** A report of the machine with what people said, then what changed since the audit that its file keeps, then the plan. */
export function decidedReport(machine: Report, { before, campaign }: AuditFile): Report {
  const decided = withDecisions(machine, campaign);
  const changed = before
    ? { ...decided, changes: compareAudits(before, comparedAudit(decided, checks)) }
    : decided;
  const plan = planOf(changed, campaign);
  return plan.length > 0 ? { ...changed, plan } : changed;
}

/**
 * `judge` without what people decided: what the machine says.
 *
 * @throws QualeprefError `audit-missing`, `audit-format`, `audit-unfinished`
 */
export function machineReport(
  file: AuditFile,
  mishap: Mishap,
  given?: FeedToJudgeWith,
  progress: Watcher = nobody,
): Report {
  const { identity, sample, finishedAt } = file;
  if (!identity || !sample || finishedAt === undefined) {
    throw new QualeprefError(
      'audit-unfinished',
      `L’audit de « ${file.path} » n’est pas terminé : relancer la commande qualepref audit qui l’a commencé, elle reprendra où il en est.`,
    );
  }
  const config = JSON.parse(file.config ?? '{}') as Config;
  const { chromium = '', sandboxed = 'true', axe = AXE_VERSION } = file.versions;
  const site = { ...identity.site, sandboxed: sandboxed === 'true' };
  const scratch = new Scratch();
  const facts = factsOf(file, site, scratch);
  const { feed, keep } = given ? recorded(file, given) : kept(file);
  const settings = settingsOf(config, createAddressing(config.site), site.startedOn, {
    ...(feed ? { feed: feed.feed, feedState: stateOf(feed, new Date(finishedAt)) } : {}),
    ...(file.annuaire ? { annuaire: file.annuaire } : {}),
    targetOf: targetsOf(file),
  });
  const { watch, survey } = surveyor();
  const total = file.pageCount;
  let done = 0;
  progress({ stage: 'report', done, total });
  const results = runChecks(facts, checks, settings, mishap, scratch, (page) => {
    // Other addresses of one page are judged with it, pages that could not be read are judged too.
    if (done < total - 1) progress({ stage: 'report', done: (done += 1), total });
    watch(page);
  });
  keep();
  progress({ stage: 'report', done: total, total });
  const surveyed = survey();
  const newTally = (): RgaaTally => new RgaaTally(surveyed, checks, site.address);
  const { startedAt, endedAt, seconds, requests, runs } = file.work;
  const { answerTimes } = file;
  const execution = {
    startedAt,
    endedAt,
    duration: seconds,
    requests,
    versions: { qualepref: VERSION, node: process.versions.node, chromium, axe },
    host: hostname(),
    resumed: Math.max(0, runs - 1),
    ...(answerTimes ? { answerTimes } : {}),
    ...(file.since ? { since: sinceReport(file, file.since) } : {}),
    ...(feed ? { feed: feed.feed.info } : {}),
  };
  const pictureOf = (key: string): Picture | undefined => file.picture(key);
  const today = finishedAt.slice(0, 10);
  const report = {
    ...reportOf({ facts, results, sample, execution, today, scratch, newTally, pictureOf }),
    contentOf: (url: string) => file.contentOf(url),
  };
  const former = file.before && formerOf(report, file.before);
  return {
    ...report,
    ...(former ? { former } : {}),
    readWith: `${file.versions['qualepref'] ?? VERSION} ${axe}`,
    references: [
      ...(settings.feedState?.usable === true ? ['feed' as const] : []),
      ...(file.annuaire ? ['annuaire' as const] : []),
    ],
  };
}

/** Answers kept in one transaction: each costs the disk as much as many. */
const KEPT_AT_ONCE = 100;

/** A feed whose answers go into the audit file. */
function recorded(
  file: AuditFile,
  { feed, maxAge }: FeedToJudgeWith,
): { feed: FeedToJudgeWith; keep: () => void } {
  file.noteFeed(feed.info, maxAge);
  let answers: [string, unknown][] = [];
  const keep = (): void => {
    file.keepFeedAnswers(answers);
    answers = [];
  };
  const told = recordedFeed(feed, (key, value) => {
    if (answers.push([key, value]) >= KEPT_AT_ONCE) keep();
  });
  return { feed: { feed: told, maxAge }, keep };
}

function kept({ feed }: AuditFile): { feed?: FeedToJudgeWith; keep: () => void } {
  const keep = (): void => undefined;
  return feed ? { feed: { feed: replayedFeed(feed), maxAge: feed.maxAge }, keep } : { keep };
}

function stateOf({ feed, maxAge }: FeedToJudgeWith, at: Date): NonNullable<Settings['feedState']> {
  const why = staleSentence(feed.info, at, maxAge);
  return { usable: why === null, why: why ?? '' };
}

/**
 * Writes each file of each format beside its place, then renames it there, in
 * the order of `reportFormats` whatever the order asked for.
 *
 * @param progress is told how many formats are done
 *
 * @returns the paths written
 * @throws QualeprefError `folder-unwritable`, `disk-full`; `chromium-…`, `print-failed` for the PDF
 */
export async function writeReports(
  report: Report,
  out: string,
  formats: readonly ReportFormat[],
  progress: Watcher = nobody,
): Promise<string[]> {
  makeFolder(out);
  const asked = new Set(formats);
  const total = asked.size;
  const paths: string[] = [];
  let done = 0;
  progress({ stage: 'write', done, total });
  for (const [format, files] of Object.entries(reportFormats)) {
    if (!asked.has(format as ReportFormat)) continue;
    for await (const { name, content } of files(report, asked)) {
      const path = join(out, name);
      writeWhole(path, content);
      paths.push(path);
    }
    progress({ stage: 'write', done: (done += 1), total });
  }
  return paths;
}
