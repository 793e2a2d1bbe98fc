import { cantTell, type Check, type CodeSpec, type Problem, type Settings } from './check.ts';
import type { PageFacts } from './facts.ts';
import { brokenWords, shortList } from './look-names.ts';
import { outcomeText } from './outcome-text.ts';

/** What a check found on one page. */
export interface Draft {
  readonly check: string;
  readonly problem: Problem;
  readonly spec: CodeSpec;
  readonly url: string;
  readonly items: readonly string[];
}

/** Codes of the runner itself. */
const OWN: Readonly<Record<'facts-missing' | 'look-broken' | 'check-crashed', CodeSpec>> = {
  'facts-missing': {
    items: [],
    severity: 'info',
    text: 'La page n’a pas pu être {part} ({why}) : l’ouvrir à la main, puis relancer l’audit.',
  },
  'look-broken': {
    items: [],
    severity: 'info',
    text: 'Une partie de l’examen de cette page dans le navigateur n’a pas abouti ({why} ; {looks}) : vérifier à la main ce que {judged}, ou relancer l’audit.',
  },
  'check-crashed': {
    items: [],
    severity: 'info',
    text: 'Le contrôle « {check} » s’est arrêté sur cette page par une erreur de qualepref ({why}) : la signaler, et vérifier ce point à la main.',
  },
};

/** Worked out once: every page asks. */
const items = new WeakMap<Check, readonly string[]>();

/** Grid items that a check bears on. */
export function itemsOf(check: Check): readonly string[] {
  const known = items.get(check);
  if (known) return known;
  const proposed = check.scope === 'site' ? (check.items ?? []) : [];
  const all = [...Object.values(check.codes).flatMap((spec: CodeSpec) => spec.items), ...proposed];
  const made = [...new Set(all)];
  items.set(check, made);
  return made;
}

/** A problem with the words and grid items of its code. */
export function draftOf(check: Check, problem: Problem, url: string): Draft {
  const spec = check.codes[problem.code];
  if (!spec) throw new Error(`${check.id} : code ${problem.code} sans texte`);
  return { check: check.id, problem, spec, url: problem.at.url ?? url, items: spec.items };
}

/** A page of which the checks lack the facts, on all the items that they bear on. */
export function missing(page: PageFacts, items: readonly string[]): Draft {
  const { part = 'html', outcome = 'network_error', reason } = page.failure ?? {};
  const params = {
    part: part === 'html' ? 'lue' : 'affichée dans le navigateur',
    why: outcomeText(outcome, reason),
  };
  return {
    check: 'collection',
    problem: cantTell('facts-missing', params, { cause: `${part} ${outcome}` }),
    spec: OWN['facts-missing'],
    url: page.url,
    items,
  };
}

/** Probes and passes that broke down for one reason, for all the checks that read any of them. */
export function brokenLooks(
  looks: readonly string[],
  why: string,
  blind: readonly Check[],
  url: string,
): Draft {
  const specs = blind.flatMap(({ codes }) => Object.values<CodeSpec>(codes));
  const all = (key: 'items' | 'rgaa' | 'rgaaTests'): string[] => [
    ...new Set(specs.flatMap((spec) => spec[key] ?? [])),
  ];
  const ids = blind.map(({ id }) => id);
  const judged =
    ids.length === 1 ? `juge le contrôle ${ids.join('')}` : `jugent les contrôles ${shortList(ids)}`;
  return {
    check: 'collection',
    problem: cantTell('look-broken', { ...brokenWords(looks, why), judged }, { cause: looks.join(' ') }),
    spec: { ...OWN['look-broken'], rgaa: all('rgaa'), rgaaTests: all('rgaaTests') },
    url,
    items: all('items'),
  };
}

/** A check that threw on a page: our fault, so nothing is known of what it judges. */
export function crashed(check: Check, url: string, why: string): Draft {
  return {
    check: check.id,
    problem: cantTell('check-crashed', { check: check.id, why }, { cause: why }),
    spec: OWN['check-crashed'],
    url,
    items: itemsOf(check),
  };
}

/** Whether a line of the configuration still sets a finding aside on the day of the audit. */
export function isIgnored(entry: Settings['ignore'][number], draft: Draft, today: string): boolean {
  if (entry.expires < today) return false;
  const { rule } = draft.problem.at;
  if (![draft.check, draft.problem.code, rule?.id].includes(entry.check)) return false;
  const pattern = entry.address
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  const { pathname, search } = new URL(draft.url);
  return new RegExp(`^${pattern}$`, 'u').test(entry.address.startsWith('/') ? pathname + search : draft.url);
}
