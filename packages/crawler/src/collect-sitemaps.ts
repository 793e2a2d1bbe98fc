import type { AuditFile, Target } from './audit-file.ts';
import type { Plan, World } from './collect.ts';
import { priorityOf, shapeOf } from './discover.ts';
import type { Fetched } from './fetch.ts';
import { parseRobots, robotsText } from './robots.ts';
import { readSitemap } from './sitemap.ts';
import { fetchOrStop, stopIfAsked } from './stop.ts';
import { budgetsOf, MAX_PER_PATTERN } from './trap.ts';

/** Sitemaps asked for one site, and how deep one may name another: the protocol wants one level. */
const MAX_SITEMAPS = 200;
const MAX_LEVEL = 3;
/** Sitemaps of one index that are named in the report, where it lists more than are asked. */
const NAMED = 1_000;
/** Addresses that they list, beyond which the other sitemaps are not asked: four whole ones. */
const MAX_LISTED = 200_000;
/** Sitemaps in a row without an answer, after which the others are not waited for. */
const SILENT = 8;
const HOPS = 5;
/** Addresses kept beyond those that the page budget can still read, so that the report can name some. */
const SPARE = 1_000;

const READ = 'sitemaps-read';

/**
 * Reads the sitemaps: a bad one is an address with its outcome and stops nothing.
 * What they list waits until the links are followed.
 *
 * @throws Interrupted
 */
export async function collectSitemaps(plan: Plan, file: AuditFile, world: World): Promise<void> {
  if (file.hasPassed(READ)) return;
  file.enqueue(await announced(plan, file, world));
  let asked = file.count('sitemap', true);
  for (let [target] = file.waiting('sitemap'); target; [target] = file.waiting('sitemap')) {
    stopIfAsked(plan.signal);
    const reason =
      asked >= MAX_SITEMAPS || file.listedCount >= MAX_LISTED ? 'budget' : isSilent(file) ? 'given-up' : null;
    if (reason !== null) {
      const left = file.waiting('sitemap').map(({ url }) => url);
      const outcome = reason === 'budget' ? 'out_of_scope' : 'blocked';
      file.setAside(left, { outcome, reason, headers: {}, fetchedOn: dayOf(world) });
      break;
    }
    await askSitemap(target, plan, file, world);
    asked += 1;
  }
  file.pass(READ);
}

/** Each that does not answer takes its whole deadline: told by what is stored, so that a killed audit gives up at the same one. */
function isSilent(file: AuditFile): boolean {
  const last = file.lastOutcomes('sitemap', SILENT);
  return last.length === SILENT && last.every((outcome) => outcome === 'timeout');
}

/** Queues what no link leads to behind everything else, once: what readers can reach comes first. */
export function enqueueListed(plan: Plan, file: AuditFile): void {
  if (file.listedLeft !== undefined) return;
  const { site, rules } = plan;
  const left = Math.max(0, site.maxPages - file.asked('page'));
  const { alike } = budgetsOf(site.maxPages, rules.maxPerPattern ?? MAX_PER_PATTERN);
  file.enqueueListed({ max: left + SPARE, alike }, file.deepest + 1);
}

/** Those that robots.txt names, and the usual place. */
async function announced({ rules, start, signal }: Plan, file: AuditFile, world: World): Promise<Target[]> {
  const { addressing } = rules;
  const robots = new URL('/robots.txt', start).href;
  let url = robots;
  for (let hops = 0; !file.answer(robots) && hops <= HOPS; hops += 1) {
    const fetched = await fetchOrStop({ url, kind: 'asset' }, signal, world);
    if (fetched.outcome === 'redirected' && fetched.location !== undefined && hops < HOPS)
      url = fetched.location;
    else file.storeAsset({ ...fetched, url: robots }, world.now().toISOString());
  }
  const { body } = file.answer(robots) ?? {};
  const named = body ? parseRobots(robotsText(body)).sitemaps : [];
  const urls = [...named, '/sitemap.xml'].map((href) => addressing.canonical(href, robots));
  const own = [...new Set(urls)].flatMap((one) =>
    one !== null && addressing.isInternal(one) ? sitemapTarget(one, 0) : [],
  );
  return own.slice(0, NAMED);
}

function sitemapTarget(url: string, depth: number): Target {
  return { url, kind: 'sitemap', depth, priority: 0 };
}

async function askSitemap(target: Target, plan: Plan, file: AuditFile, world: World): Promise<void> {
  const { addressing } = plan.rules;
  const fetched = await fetchOrStop({ url: target.url, kind: 'sitemap' }, plan.signal, world);
  const at = world.now().toISOString();
  if (fetched.outcome === 'redirected') {
    const url = addressing.canonical(fetched.location ?? '', target.url);
    const isOurs =
      url !== null && url !== target.url && addressing.isInternal(url) && target.depth < MAX_LEVEL;
    const sitemaps = isOurs ? [sitemapTarget(url, target.depth + 1)] : [];
    file.storeSitemap(target, isOurs ? { ...fetched, location: url } : fetched, at, { sitemaps, listed: [] });
    return;
  }
  if (fetched.outcome !== 'ok' || !fetched.body) {
    file.storeSitemap(target, fetched, at, { sitemaps: [], listed: [] });
    return;
  }
  const { outcome, reason, urls, changes, sitemaps } = readSitemap(
    fetched.body,
    target.url,
    addressing,
    fetched.headers['content-type'],
  );
  const read: Fetched = { ...fetched, url: target.url, outcome, ...(reason === undefined ? {} : { reason }) };
  file.storeSitemap(target, read, at, {
    sitemaps:
      target.depth < MAX_LEVEL
        ? sitemaps.slice(0, NAMED).map((url) => sitemapTarget(url, target.depth + 1))
        : [],
    listed: urls.map((url) => listedTarget(url, plan)),
    ...(plan.since ? { days: changes } : {}),
  });
}

function listedTarget(url: string, { rules }: Plan): Target {
  const kind = rules.addressing.kindOf(url) === 'document' ? 'document' : 'page';
  const base = { url, kind, depth: 0, priority: priorityOf(url, rules) } as const;
  return kind === 'page' ? { ...base, pattern: shapeOf(url, rules) } : base;
}

function dayOf(world: World): string {
  return world.now().toISOString().slice(0, 10);
}
