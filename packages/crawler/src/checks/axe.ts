import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import type { AxeNode, AxeResult, PlaceFacts } from '../facts.ts';
import { collapse } from '../text.ts';

type Code = 'serious' | 'moderate' | 'review' | 'undecided-serious' | 'undecided';

const GRAVE: ReadonlySet<AxeResult['impact']> = new Set<AxeResult['impact']>(['serious', 'critical']);
/** Not the RGAA's demand, or not sure enough to be a fault of it. */
const REVIEW_TAGS: readonly string[] = ['best-practice', 'experimental'];
/** Maps to an RGAA test, and yet what it finds may be right: two frames may share a title. */
const REVIEW_RULES: ReadonlySet<string> = new Set(['frame-title-unique']);

/**
 * What axe-core finds in the rendered page, by RGAA test. Only the rules that
 * the RGAA asks for can fail a page; what goes beyond is for a person to weigh.
 */
export const axe: Check = pageCheck({
  id: 'axe',
  needs: 'rendered',
  codes: {
    serious: {
      items: ['A11-05'],
      severity: 'major',
      text: '{help}.{summary} Corriger cet élément ; s’il revient sur toutes les pages, le signaler à l’administrateur du site.',
    },
    moderate: {
      items: [],
      severity: 'minor',
      text: '{help}.{summary} Corriger cet élément ; s’il revient sur toutes les pages, le signaler à l’administrateur du site.',
    },
    review: {
      items: [],
      severity: 'minor',
      text: '{help} (recommandation).{summary} Vérifier si cet élément gêne la lecture ou l’usage et, si oui, le corriger.',
    },
    'undecided-serious': {
      items: ['A11-05'],
      severity: 'major',
      text: '{help} : la machine n’a pas pu décider.{summary} Regarder cet élément, et le corriger si le défaut est réel.',
    },
    undecided: {
      items: [],
      severity: 'minor',
      text: '{help} : la machine n’a pas pu décider.{summary} Regarder cet élément, et le corriger si le défaut est réel.',
    },
  },
  *judge({ rendered }) {
    for (const result of rendered.axe) {
      const code = codeOf(result);
      if (!code) continue;
      const { rule, help, nodes } = result;
      const rgaaTests = testsOf(result);
      const rgaa = [...new Set(rgaaTests.map((test) => test.replace(/\.\d+$/, '')))];
      for (const node of nodes) {
        const params = { help: sentence(help), summary: node.summary && ` ${sentence(node.summary)}.` };
        const at = {
          ...{ place: placeOf(node), quote: node.html, cause: `${rule} ${node.component}` },
          rule: { id: `axe/${rule}`, rgaa, rgaaTests, axe: [rule] },
        };
        const proven = code === 'serious' || code === 'moderate';
        yield proven ? failed(code, params, at) : cantTell(code, params, at);
      }
    }
  },
});

function codeOf(result: AxeResult): Code | undefined {
  const { rule, tags, outcome, impact } = result;
  const toReview =
    REVIEW_RULES.has(rule) || REVIEW_TAGS.some((tag) => tags.includes(tag)) || testsOf(result).length === 0;
  // A doubt about what would only be for review is noise.
  if (toReview) return outcome === 'violation' ? 'review' : undefined;
  if (outcome === 'violation') return GRAVE.has(impact) ? 'serious' : 'moderate';
  return GRAVE.has(impact) ? 'undecided-serious' : 'undecided';
}

/** axe tags the rules of the RGAA with their tests: `RGAA-7.1.1`. */
function testsOf({ tags }: AxeResult): string[] {
  return tags.flatMap((tag) => /^RGAA-(\d+\.\d+\.\d+)$/.exec(tag)?.[1] ?? []);
}

/** axe may have lost the element: no selector then. */
function placeOf({ selector, zone }: AxeNode): Partial<PlaceFacts> {
  return selector === '' ? { zone } : { selector, zone };
}

/** Without its full stop, which the message puts. */
function sentence(text: string): string {
  return collapse(text).replace(/[\s.]+$/, '');
}
