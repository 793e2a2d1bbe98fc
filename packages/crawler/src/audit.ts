import { lookup } from 'node:dns/promises';
import { join } from 'node:path';
import { QualeprefError, type Config } from '@qualepref/core';
import type { AnnuaireRecord } from './annuaire.ts';
import { createAddressing, withoutSlash } from './address.ts';
import { isPrivateAddress, isPrivateName } from './address-guard.ts';
import { AUDIT_FILE, type AuditFile } from './audit-file.ts';
import { explained } from './audit-file-error.ts';
import { openFile, removeAudit, removeIfEmpty } from './audit-folder.ts';
import { authorizationFrom } from './authorization.ts';
import { checks } from './checks/index.ts';
import { comparedAudit } from './compare-side.ts';
import { collectAnnuaire } from './collect-annuaire.ts';
import { collect, type Plan, type ProgressEvent, type World } from './collect.ts';
import { makeFolder } from './disk.ts';
import { wishesOf } from './evidence.ts';
import type { SiteInfo } from './facts.ts';
import type { Feed } from './feed.ts';
import { FEED_MAX_AGE } from './feed-age.ts';
import { createFetch } from './fetch.ts';
import { limitsInHaste } from './fetch-limits.ts';
import type { StandIns } from './fetch-site.ts';
import { openBrowser, type PageBrowser } from './render.ts';
import type { Report } from './report.ts';
import type { ReportFormat } from './reports/index.ts';
import { openPrevious } from './since-file.ts';
import { sinceOf, type Since } from './since.ts';
import { settingsOf } from './settings.ts';
import { judge, writeReports, type Mishap } from './judge.ts';
import { nearest } from './usage.ts';
import { VERSION } from './version.ts';

/** One audit, as the command line or a worker asks for it. */
export interface AuditRequest {
  /** Every default filled in; options of the command line already laid over it. */
  readonly config: Config;
  /** Where to begin; the site's address unless told otherwise. */
  readonly start: string;
  /** `2026-T4`. */
  readonly campaign: string;
  /** Folder of the audit file and the reports. */
  readonly out: string;
  readonly formats: readonly ReportFormat[];
  readonly exhaustive: boolean;
  readonly allowPrivate: boolean;
  readonly ignoreRobotsErrors: boolean;
  /** Start afresh although an unfinished audit is there. */
  readonly startAfresh: boolean;
  /** The audit file of the site's previous audit, or its folder: what has not changed is taken from it. */
  readonly since?: string;
  /** What the directory of the administration says of the configured sites, when a file of it was given. */
  readonly annuaire?: readonly AnnuaireRecord[];
  /** The national sheets; whoever opened them closes them. */
  readonly feed?: Feed;
  /** Hours of age up to which the feed may judge what is out of date; 48 unless told. */
  readonly feedMaxAge?: number;
}

/** What the caller may watch and stop. */
export interface AuditHooks {
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly progress: (event: ProgressEvent) => void;
  /** Said once, before the first request. */
  readonly announce: (start: AuditStart) => void;
  /** Given the file while it is written, to copy it elsewhere from time to time; it is closed at the end. */
  readonly opened?: (file: Pick<AuditFile, 'copyTo'>) => void;
  /** Told each time that the audit waits for the hours at which it may ask. */
  readonly pause?: (until: Date) => void;
  /** An error of ours that the audit survived. */
  readonly mishap: Mishap;
}

export interface AuditStart {
  readonly resumed: boolean;
  readonly site: SiteInfo;
  /** Seconds between two requests. */
  readonly delay: number;
  /** Where a finished audit was put aside. */
  readonly kept?: string;
}

/** For tests, which can't wait as long as an audit must, nor ask other sites. */
export interface AuditPace {
  /** What every deadline and wait before a new try is divided by; what a browser computes takes its time all the same. */
  readonly haste?: number;
  /** What answers for other sites on this machine. */
  readonly standIns?: StandIns;
  /** Starts what opens pages; many small audits may share it. */
  readonly startBrowser?: () => Promise<PageBrowser>;
}

/** A small site is read before a browser is worth closing and starting again: milliseconds. */
const SPARE = 20_000;

const DELAY = 2;

/**
 * Runs one audit whole, or goes on with the unfinished one of the same folder.
 *
 * @throws QualeprefError `contact-missing`, `auth-missing`, `private-address`, `audit-other`,
 * `start-unreachable`, `folder-unwritable`, `disk-full`, `chromium-missing`, `since-…`…
 * @throws Interrupted when the signal says so; the same request goes on later
 */
export async function audit(
  request: AuditRequest,
  hooks: AuditHooks,
  { haste = 1, standIns = {}, startBrowser = openBrowser }: AuditPace = {},
): Promise<{ report: Report; paths: string[] }> {
  const { config, out } = request;
  const { auth } = config.site;
  const authorization = auth === undefined ? {} : { authorization: authorizationFrom(auth, process.env) };
  refuseUnknownChecks(config);
  const isPrivate = await refusePrivate(request);
  if (!isPrivate && config.crawl.contact === undefined) throw contactMissing();
  const today = hooks.now().toISOString().slice(0, 10);
  const site: SiteInfo = {
    address: config.site.address,
    ...(config.site.servedBy === undefined ? {} : { servedBy: config.site.servedBy }),
    campaign: request.campaign,
    startedOn: today,
    maxPages: config.crawl.maxPages,
    maxDocuments: config.crawl.maxDocuments,
    exhaustive: request.exhaustive,
    asksOtherHosts: !isPrivate,
    sandboxed: true,
  };

  const previous =
    request.since === undefined ? undefined : openPrevious(request.since, join(out, AUDIT_FILE), config.site);
  let first: PageBrowser | undefined;
  try {
    // A machine without a browser is told at once, not after a night of reading.
    first = await startBrowser();
    const since = previous && sinceOf(previous, config, VERSION, first);
    const browser = reusedFor(SPARE, first, startBrowser);
    const beginning = { site, authorization, haste, standIns, browser };
    return await run(request, hooks, since ? { ...beginning, since } : beginning);
  } finally {
    await first?.close();
    previous?.close();
  }
}

/** What an audit that may begin begins with. */
interface Beginning {
  readonly site: SiteInfo;
  readonly authorization: Readonly<Record<string, string>>;
  readonly haste: number;
  readonly standIns: StandIns;
  readonly browser: World['browser'];
  readonly since?: Since;
}

/** The browser that was opened to see whether there is one, if its time has come before `span` milliseconds; then others. */
function reusedFor(
  span: number,
  first: PageBrowser,
  open: () => Promise<PageBrowser>,
): () => Promise<PageBrowser> {
  let spare: PageBrowser | undefined = first;
  const take = (): PageBrowser | undefined => {
    const taken = spare;
    spare = undefined;
    clearTimeout(timer);
    return taken;
  };
  const timer = setTimeout(() => void take()?.close(), span).unref();
  return async () => take() ?? (await open());
}

async function run(
  request: AuditRequest,
  hooks: AuditHooks,
  { site, authorization, haste, standIns, browser, since }: Beginning,
): Promise<{ report: Report; paths: string[] }> {
  const { config, out } = request;
  const { signal } = hooks;
  makeFolder(out);
  const { file, resumed, kept } = openFile(request, site, since?.audit);
  const delay = config.crawl.delay ?? (isLoopback(auditedHost(config)) ? 0 : DELAY);
  const client = createFetch({
    userAgent: `qualepref/${VERSION}${config.crawl.contact === undefined ? '' : ` (+${config.crawl.contact})`}`,
    headers: { ...config.site.headers, ...authorization },
    site: config.site,
    standIns,
    permittedPrivateHosts: request.allowPrivate ? writtenHosts(request) : [],
    asksOtherHosts: site.asksOtherHosts,
    delay,
    concurrency: config.crawl.concurrency,
    ignoreRobotsErrors: request.ignoreRobotsErrors,
    hours: config.crawl.hours,
    ...(hooks.pause ? { onPause: hooks.pause } : {}),
    now: hooks.now,
    limits: limitsInHaste(haste),
  });
  const browsers: Promise<PageBrowser>[] = [];
  const world: World = {
    fetch: client.fetch,
    browser: () => {
      const opening = browser();
      browsers.push(opening);
      return opening;
    },
    now: hooks.now,
    log: hooks.progress,
  };
  // A page under way is dropped at once: what counts is stored.
  const closeBrowsers = async (): Promise<void> => {
    await Promise.allSettled(browsers.map(async (opening) => (await opening).close()));
  };
  signal.addEventListener('abort', () => void closeBrowsers(), { once: true });
  try {
    hooks.opened?.(file);
    hooks.announce({ resumed, site, delay, ...(kept === undefined ? {} : { kept }) });
    file.beginRun(hooks.now().toISOString());
    const plan = planOf(request, file.identity?.site ?? site, signal);
    await collect(since ? { ...plan, since } : plan, file, world);
    if (request.annuaire) file.noteAnnuaire(request.annuaire);
    else if (site.asksOtherHosts) await collectAnnuaire(config.sites, file, world, signal);
    file.finish(hooks.now().toISOString());
  } catch (error) {
    const isEmpty = !file.hasPages;
    file.close();
    // Nothing was read: no half-made audit is left behind for the next command to go on with.
    if (isEmpty && !resumed && !signal.aborted) {
      removeAudit(out);
      removeIfEmpty(out);
    }
    throw explained(file.path, error);
  } finally {
    await client.close();
    await closeBrowsers();
  }
  try {
    const { feed, feedMaxAge = FEED_MAX_AGE } = request;
    // Kept in the file: the report says what changed, and is redone without the previous audit.
    if (since) file.keepBefore(comparedAudit(judge(since.file, hooks.mishap), checks));
    const { mishap, progress } = hooks;
    const report = judge(file, mishap, feed && { feed, maxAge: feedMaxAge }, progress);
    const paths = await writeReports(report, out, request.formats, progress);
    file.markReported();
    return { report, paths };
  } catch (error) {
    throw explained(file.path, error);
  } finally {
    file.close();
  }
}

function planOf(request: AuditRequest, site: SiteInfo, signal: AbortSignal): Plan {
  const { config } = request;
  const addressing = createAddressing(config.site);
  const canonical = (path: string): string | null => {
    const url = addressing.canonical(path, config.site.address);
    return url !== null && addressing.isInternal(url) ? addressing.fetchable(url) : null;
  };
  const procedures = new Set(
    present(config.procedures.map(({ page }) => (page === undefined ? null : canonical(page)))),
  );
  const listed = new Set([...procedures].map(withoutSlash));
  const pinned = new Set([
    ...procedures,
    ...present(Object.values(config.pages).map((path) => (path === undefined ? null : canonical(path)))),
  ]);
  const settings = settingsOf(config, addressing, site.startedOn);
  const { accessibility, legal } = settings.pinned;
  return {
    site,
    start: canonical(request.start) ?? request.start,
    rules: {
      addressing,
      pinned,
      deny: present(config.crawl.deny.map(canonical)),
      maxPerPattern: config.crawl.maxPerPattern,
      maxPerFolder: config.crawl.maxPerFolder,
      maxLinks: config.crawl.maxLinks,
    },
    context: {
      addressing,
      isListedProcedure: (url) => listed.has(withoutSlash(url)),
      pinned: {
        ...(accessibility === undefined ? {} : { accessibility }),
        ...(legal === undefined ? {} : { legal }),
      },
    },
    wishes: (page) => wishesOf(page, checks, settings),
    typesPlain: true,
    concurrency: config.crawl.concurrency,
    maxWholeDocuments: config.crawl.maxWholeDocuments,
    signal,
  };
}

function present<T>(values: readonly (T | null | undefined)[]): T[] {
  return values.filter((value) => value !== null && value !== undefined);
}

/** The host that really answers. */
function auditedHost({ site }: Config): string {
  return new URL(site.servedBy ?? site.address).hostname;
}

function writtenHosts({ config, start }: AuditRequest): string[] {
  const { address, servedBy, aliases } = config.site;
  return present([start, address, servedBy, ...aliases]).map((url) => new URL(url).hostname);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || /^127\./.test(host) || host === '[::1]';
}

/** Whether the audited host is private; throws when it is and that was not permitted. */
async function refusePrivate({ config, allowPrivate }: AuditRequest): Promise<boolean> {
  const host = auditedHost(config);
  if (isPrivateName(host) || (await resolvesPrivate(host))) {
    if (allowPrivate) return true;
    throw new QualeprefError(
      'private-address',
      `« ${host} » est une adresse privée du réseau, refusée par prudence : si c’est bien le site à auditer, ajouter --allow-private.`,
    );
  }
  return false;
}

async function resolvesPrivate(host: string): Promise<boolean> {
  try {
    const found = await lookup(host, { all: true });
    return found.some(({ address }) => isPrivateAddress(address));
  } catch {
    // An unknown name is for the first request to say.
    return false;
  }
}

/** A misspelt name would set nothing aside, and nobody would see why. */
function refuseUnknownChecks({ ignore }: Config): void {
  const known = checks.flatMap(({ id, codes }) => [id, ...Object.keys(codes)]);
  const unknown = ignore.find(({ check }) => !known.includes(check) && !check.startsWith('axe/'));
  if (!unknown) return;
  const near = nearest(unknown.check, known);
  throw new QualeprefError(
    'config-ignore',
    `La configuration met de côté (ignore) le contrôle « ${unknown.check} », qui n’existe pas${near === undefined ? '' : ` : vouliez-vous dire « ${near} » ?`}. Contrôles : ${checks.map(({ id }) => id).join(', ')}.`,
  );
}

function contactMissing(): QualeprefError {
  return new QualeprefError(
    'contact-missing',
    'Un contact est nécessaire pour auditer un site distant, afin que son administrateur puisse joindre l’auteur de l’audit : ajouter --contact adresse@exemple.fr, ou crawl.contact dans qualepref.yml.',
  );
}
