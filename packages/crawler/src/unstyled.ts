import type { Check, CodeSpec, Problem } from './check.ts';
import type { PageFacts } from './facts.ts';

/** What a page looks like is what these judge: checks, rules of axe-core, and codes of checks that judge the rest too. */
const OF_LOOK: ReadonlySet<string> = new Set([
  ...['color-pair', 'contrast-states', 'css-content', 'css-off-order', 'disclosure-state', 'focus-visible'],
  ...[
    'form-errors',
    'hidden-focusable',
    'hover-content',
    'keyboard-reach',
    'keyboard-trap',
    'label-proximity',
  ],
  ...[
    'link-in-text-visible',
    'moving-content',
    'nontext-contrast',
    'orientation',
    'reflow-320',
    'status-message',
  ],
  ...['tab-order', 'text-spacing', 'text-zoom-200', 'heading-structure fake-heading', 'skip-links hidden'],
  // A field and its label may be out of sight with the sheet.
  'label-quality label-not-in-name',
  ...['axe/aria-hidden-focus', 'axe/color-contrast', 'axe/css-orientation-lock', 'axe/link-in-text-block'],
]);

const LACK =
  'Une feuille de style de cette page n’a pas été obtenue ({sheet}), et son aspect peut être autre : à revoir avec elle.';

/**
 * A page that lacks a style sheet is not the one that readers see: what its look
 * alone proves is for a person to look at again, with the sheet.
 */
export function doubtedLook(
  check: Check,
  problem: Problem,
  { rendered }: PageFacts,
): { readonly problem: Problem; readonly lead?: string } {
  const [sheet] = rendered?.opening?.unstyled ?? [];
  const { code, at, params } = problem;
  const names = [check.id, `${check.id} ${code}`, at.rule?.id ?? ''];
  if (sheet === undefined || problem.outcome !== 'failed' || !names.some((name) => OF_LOOK.has(name)))
    return { problem };
  return { problem: { ...problem, outcome: 'cantTell', params: { ...params, sheet } }, lead: LACK };
}

/** The words of a code after those of its doubt. */
export function ledBy(lead: string, spec: CodeSpec): CodeSpec {
  return { ...spec, text: `${lead} ${spec.text}` };
}
