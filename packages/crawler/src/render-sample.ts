import { availableParallelism } from 'node:os';
import type { AuditFile } from './audit-file.ts';
import type { Plan, World } from './collect.ts';
import { bySuspicion, CRASH } from './crash-rule.ts';
import { refusal } from './discover.ts';
import { Known } from './known.ts';
import type { Answer, FinalAnswer, RenderRequest } from './render.ts';
import { MEMORY } from './render-memory.ts';
import { candidateOf, chooseSample, wholeSample, type ChosenSample, type SampleCandidate } from './sample.ts';
import { askAgain } from './since-known.ts';
import { keepRenderings, setupOf, textOfRequest, Witness } from './since-rendering.ts';
import { stopIfAsked } from './stop.ts';

/** Each renders one page at a time, so that a page that takes its browser down takes no other page with it. */
const BROWSERS = 3;
const WORTH_A_BROWSER = 4;
/** Pictures kept of one site: the report that shows them is one file. */
const MOST_PICTURES = 200;
/** Bytes of style sheets, scripts and images kept at hand instead of being unpacked for each page. */
const KEPT = 32_000_000;

/**
 * Opens in a browser the pages that the sample holds, and stores what it saw,
 * one transaction a page: a killed audit opens the rest only.
 *
 * @throws Interrupted
 */
export async function renderSample(plan: Plan, file: AuditFile, world: World): Promise<void> {
  const { signal } = plan;
  const views = file.views();
  const chosen = file.sample ?? sampleOf(plan, file, views);
  file.keepSample(chosen);
  const sample = chosen.urls;
  const answer = answerFrom(plan, file, world);
  // What takes longer is tried on the structural sample, also when every page is opened.
  const tried = new Set(plan.site.exhaustive ? structuralSample(plan, file, views).urls : sample);
  const requestOf = (url: string): RenderRequest => {
    const view = views.get(url)?.[0];
    return { url, tries: tried.has(url), ...(view === undefined ? {} : { view }) };
  };
  const missing = sample.filter((url) => !file.hasRendered(url));
  const unseen = await keepRenderings(missing.map(requestOf), plan, file, world, answer);
  const { sound, suspect, guilty } = bySuspicion(unseen, (url) => url, file, 'rendered');
  const given = { outcome: 'network_error', failure: CRASH } as const;
  for (const url of guilty) file.storeRendered(url, given, world.now().toISOString());
  const due = [...sound];
  if (due.length + suspect.length === 0) return;
  const proofsFor = proofsFrom(plan, file);
  // One more than there are processors: a page that settles leaves its own to another.
  const browsers = Math.min(BROWSERS, availableParallelism() + 1, Math.ceil(due.length / WORTH_A_BROWSER));
  let done = sample.length - due.length - suspect.length;
  const work = async (pages: string[]): Promise<void> => {
    const browser = await world.browser();
    file.addVersions({ chromium: browser.version, sandboxed: String(browser.sandboxed) });
    for (let url = pages.shift(); url !== undefined; url = pages.shift()) {
      stopIfAsked(signal);
      world.log({ stage: 'render', done, total: sample.length, url });
      file.depart('rendered', url);
      const request = requestOf(url);
      const proofs = proofsFor(url);
      let witness = new Witness(answer);
      let facts = await browser.render({ ...request, ...proofs }, witness.answer);
      stopIfAsked(signal);
      // Its browser may have been killed from outside, by a machine short of memory, or the memory have
      // been taken by a page shown beside it: one that kills it dies again.
      const why = 'failure' in facts ? facts.failure : undefined;
      if (why === CRASH || (why === MEMORY && browsers > 1)) {
        witness = new Witness(answer);
        facts = await browser.render({ ...request, ...proofs }, witness.answer);
      }
      // The browser was closed under a page that was being opened.
      stopIfAsked(signal);
      const shown = { request: textOfRequest(request), seen: witness.seen, setup: setupOf(browser.version) };
      file.storeRendered(url, facts, world.now().toISOString(), shown);
      done += 1;
      world.log({ stage: 'render', done, total: sample.length, url });
    }
  };
  await Promise.all(Array.from({ length: browsers }, () => work(due)));
  if (suspect.length > 0) await work([...suspect]);
}

/** Each fault of each component is shown once for the whole site. */
function proofsFrom({ wishes }: Plan, file: AuditFile): (url: string) => Pick<RenderRequest, 'proofs'> {
  const shown = new Set(file.pictured());
  return (url) => {
    const html = wishes && shown.size < MOST_PICTURES ? file.html(url) : undefined;
    if (!wishes || !html) return {};
    const page = { url, depth: 0, fetchedOn: '', inSample: true, html };
    return {
      proofs: {
        wishes: (rendered) => wishes({ ...page, rendered }).filter(({ key }) => !shown.has(key)),
        keep: (picture) => {
          if (shown.size >= MOST_PICTURES) return;
          shown.add(picture.key);
          file.storePicture(picture);
        },
      },
    };
  };
}

function sampleOf(plan: Plan, file: AuditFile, views: ReadonlyMap<string, readonly string[]>): ChosenSample {
  return plan.site.exhaustive ? wholeSample(candidatesOf(file, views)) : structuralSample(plan, file, views);
}

function structuralSample(
  { site, rules }: Plan,
  file: AuditFile,
  views: ReadonlyMap<string, readonly string[]>,
): ChosenSample {
  return chooseSample(candidatesOf(file, views), rules.pinned, site.address);
}

function candidatesOf(file: AuditFile, views: ReadonlyMap<string, readonly string[]>): SampleCandidate[] {
  // Pages of one site are made of the same components, of which each brings its own copy from the file.
  const known = new Known<string>();
  const once = (name: string): string => known.get(name, () => name);
  return Array.from(file.pages(), ({ url, html }) => {
    const row = candidateOf(url, html, views.has(url));
    return { ...row, template: once(row.template), components: row.components.map(once) };
  });
}

/** Answers the browser from the audit file; what is not there yet is fetched by the same client, stored, then served. */
function answerFrom(plan: Plan, file: AuditFile, world: World): Answer {
  const { addressing } = plan.rules;
  const underWay = new Map<string, Promise<void>>();
  const kept = new Map<string, FinalAnswer>();
  let room = KEPT;
  return async (raw) => {
    const known = kept.get(raw);
    if (known) return known;
    const found = await answerTo(raw);
    const size = found?.answer.body?.byteLength ?? 0;
    // A page is asked for once; what is around it, once for each page.
    if (found && size <= room && !/html/.test(found.answer.headers['content-type'] ?? '')) {
      room -= size;
      kept.set(raw, found);
    }
    return found;
  };

  async function answerTo(raw: string): Promise<FinalAnswer | null> {
    let url = addressing.canonical(raw, plan.start);
    const seen = new Set<string>();
    while (url !== null && !seen.has(url)) {
      const address: string = addressing.fetchable(url);
      seen.add(url);
      if (!file.answer(address)) {
        if (refusal(address, plan.rules) !== null) return null;
        const asking = underWay.get(address) ?? fetchAsset(address);
        underWay.set(address, asking);
        await asking.finally(() => underWay.delete(address));
      }
      const answer = file.answer(address);
      if (!answer) return null;
      if (answer.location === undefined) return { url, answer, moved: seen.size > 1 };
      url = addressing.canonical(answer.location, address);
    }
    return null;
  }

  async function fetchAsset(url: string): Promise<void> {
    const fetched = await askAgain({ url, kind: 'asset' }, url, plan, world);
    file.storeAsset({ ...fetched, url }, world.now().toISOString());
  }
}
