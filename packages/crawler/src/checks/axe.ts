import { axeBearings, criterionOfTest, typeset } from '@qualepref/core';
import { isDoubtful, isNamedControl, narrowed } from '../axe-element.ts';
import { axeSentence } from '../axe-sentence.ts';
import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import type { AxeNode, AxeResult, NodeMark } from '../axe-facts.ts';
import type { HtmlFacts, PlaceFacts, RenderedFacts } from '../facts.ts';
import { isHurried } from '../read-refresh.ts';
import { hasOpenAnchor } from '../read-syntax.ts';
import { collapse } from '../text.ts';
import { hasBadCode } from './page-language.ts';
import { lacksTitle } from './page-title.ts';

type Code = 'serious' | 'moderate' | 'review' | 'undecided-serious' | 'undecided';

const GRAVE: ReadonlySet<AxeResult['impact']> = new Set<AxeResult['impact']>(['serious', 'critical']);
const LISTBOX = /^\s*<[^>]*\srole\s*=\s*["']?listbox\b/i;
/** Not the RGAA's demand, or not sure enough to be a fault of it. */
const REVIEW_TAGS: readonly string[] = ['best-practice', 'experimental'];
const BEARINGS = axeBearings();

/** What proves a failure, and its doubt. */
const DOUBTED = { serious: 'undecided-serious', moderate: 'undecided' } as const;

const PROVEN = '{what} : {who}.{summary} {how}.';
const UNDECIDED =
  'La machine n’a pas pu décider. {what}, peut-être : {who}.{summary} Regarder cet élément et, si le défaut est réel, {remedy}.';

/**
 * What axe-core finds in the rendered page, by RGAA criterion. Only the rules
 * that prove a failure of one can fail a page; the others are for a person to weigh.
 */
export const axe: Check = pageCheck({
  id: 'axe',
  needs: 'rendered',
  // Panels that were closed, opened for it; pixels, where it could not tell a background.
  alsoSees: ['panels', 'passes.contrast'],
  codes: {
    serious: { items: ['A11-05'], severity: 'major', text: PROVEN },
    moderate: { items: [], severity: 'minor', text: PROVEN },
    review: {
      items: [],
      severity: 'minor',
      text: 'À regarder par une personne. {what} : {who}.{summary} Si cela gêne la lecture ou l’usage, {remedy}.',
    },
    'undecided-serious': { items: ['A11-05'], severity: 'major', text: UNDECIDED },
    undecided: { items: [], severity: 'minor', text: UNDECIDED },
  },
  *judge(page) {
    const { html, rendered } = page;
    const isOpen = hasOpenAnchor(html);
    for (const result of rendered.axe) {
      const code = codeOf(result);
      if (!code) continue;
      const { rule, nodes } = result;
      if (rule === 'meta-refresh' && rendered.content && !isHurried(rendered.content.refreshes)) continue;
      const proven = isProof(code);
      const rgaaTests = testsOf(result);
      const borne = { rgaa: criteriaOf(rule, rgaaTests, proven), rgaaTests };
      const words = wordsOf(result);
      for (const node of nodes) {
        if (proven && isToldByUs(rule, node, page)) continue;
        if (result.outcome === 'incomplete' && isSettled(rule, node, rendered)) continue;
        const params = { ...words, summary: node.summary && ` ${inFrench(node.summary, rule)}.` };
        const at = {
          ...{ place: placeOf(node), quote: node.html, cause: `${rule} ${node.component}` },
          rule: { id: `axe/${rule}`, ...narrowed(borne, rule, node.html, node.marks), axe: [rule] },
        };
        const isCopied = isOpen && /^(?:list(?:item)?|definition-list)$/.test(rule);
        if (
          proven &&
          (isCopied || isDoubtful(rule, node.html, node.summary) || isDenied(rule, node, rendered))
        )
          yield cantTell(DOUBTED[code], params, at);
        else yield proven ? failed(code, params, at) : cantTell(code, params, at);
      }
    }
  },
});

/** Whether a check of ours, with more to say, fails the page for the very same: one fault is told once. */
function isToldByUs(
  rule: string,
  { html: source, selector }: AxeNode,
  page: { readonly html: HtmlFacts; readonly rendered: RenderedFacts },
): boolean {
  const { html, rendered } = page;
  if (rule === 'label-content-name-mismatch')
    return isNamedControl(source) && isNamedOtherwise(selector, rendered);
  // Of the page itself, and not of what a frame holds.
  if (selector !== 'html' || html.viewOf !== null) return false;
  if (rule === 'document-title') return lacksTitle(page);
  if (rule === 'html-has-lang') return !html.lang?.trim() && !isToldAround(rendered);
  return rule === 'html-lang-valid' && hasBadCode(html.lang ?? '');
}

/** Whether what axe could not decide was measured on pixels: it reads well, or `contrast-states` tells the fault. */
function isSettled(rule: string, { selector }: AxeNode, { passes }: RenderedFacts): boolean {
  if (rule !== 'color-contrast') return false;
  const { readable = [], texts = [] } = passes?.contrast ?? {};
  return (
    readable.includes(selector) ||
    texts.some((text) => text.selector === selector && text.highest < text.needed)
  );
}

/** What is known of an element that denies a rule of axe-core, whatever else it is. */
const DENIED_BY: Readonly<Record<string, readonly NodeMark[]>> = {
  // The name of the button tells the drawing.
  'role-img-alt': ['in-named'],
  // Nor is it known to say more than the words that it stands beside: an adornment is of another criterion.
  'svg-img-alt': ['in-named', 'by-words'],
  // Of a trail everybody knows that it is links; an item of a list has no text around its own.
  'link-in-text-block': ['in-trail'],
  // It gets its role as it opens.
  'aria-prohibited-attr': ['opened-by-name'],
  // Bars adorn, a link that leads nowhere may be pale, and what was fading in had not its looks yet.
  'color-contrast': ['between', 'inactive', 'fading', 'masked'],
  'aria-hidden-focus': ['fading'],
  // A tab within a heading is within its list of tabs all the same.
  'aria-required-parent': ['held'],
  // The items that show as a list are told as one.
  list: ['hardly-list'],
  listitem: ['hardly-list'],
  // Tabs, options and rows are told as such, whatever stands among them.
  'aria-required-children': ['holds-items'],
};

/** Whether our own reading denies what axe-core proves. */
function isDenied(rule: string, { html, selector, marks = [] }: AxeNode, rendered: RenderedFacts): boolean {
  if (DENIED_BY[rule]) return DENIED_BY[rule].some((mark) => marks.includes(mark));
  // A box that is no list in spite of its role has a wrong role, and is no field without a label.
  if (rule === 'aria-input-field-name') return LISTBOX.test(html) && !marks.includes('holds-items');
  // The language of each text is told elsewhere than by the page.
  if (rule === 'html-has-lang') return isToldAround(rendered);
  // The text is in the name, where axe counts a full stop or a space as letters.
  return (
    rule === 'label-content-name-mismatch' &&
    rendered.content !== undefined &&
    isNamedControl(html) &&
    !isNamedOtherwise(selector, rendered)
  );
}

/** Whether the language stands around each text, where it does not on the page. */
function isToldAround({ content }: RenderedFacts): boolean {
  return content?.languages.isCovered === true;
}

/** Whether our own reading finds that the name of a link or button lacks its text. */
function isNamedOtherwise(selector: string, { content }: RenderedFacts): boolean {
  return (content?.linkTexts ?? []).some(
    (one) => one.sign.endsWith('label-not-in-name') && one.selector === selector,
  );
}

function isProof(code: Code): code is keyof typeof DOUBTED {
  return code in DOUBTED;
}

function codeOf({ rule, tags, outcome, impact }: AxeResult): Code | undefined {
  const proves = (BEARINGS.get(rule)?.confirmed ?? []).length > 0;
  const toReview = !proves || REVIEW_TAGS.some((tag) => tags.includes(tag));
  // A doubt about what would only be for review is noise.
  if (toReview) return outcome === 'violation' ? 'review' : undefined;
  if (outcome === 'violation') return GRAVE.has(impact) ? 'serious' : 'moderate';
  return GRAVE.has(impact) ? 'undecided-serious' : 'undecided';
}

/** axe tags some of its rules with tests of the RGAA: `RGAA-7.1.1`. */
function testsOf({ tags }: AxeResult): string[] {
  return tags.flatMap((tag) => /^RGAA-(\d+\.\d+\.\d+)$/.exec(tag)?.[1] ?? []);
}

/** A proven failure is of the criteria that the rule proves; a doubt is of all those that it bears on. */
function criteriaOf(rule: string, tests: readonly string[], proven: boolean): string[] {
  const { confirmed = [], review = [] } = BEARINGS.get(rule) ?? {};
  return [...new Set([...tests.map(criterionOfTest), ...confirmed, ...(proven ? [] : review)])];
}

/** Of a rule that a newer axe-core brought, its own name. */
function wordsOf({ rule, help }: AxeResult): Record<'what' | 'who' | 'how' | 'remedy', string> {
  const { what, who, how } = axeSentence(rule) ?? {
    what: sentence(help),
    who: 'une aide technique peut en être gênée',
    how: 'Corriger cet élément',
  };
  return { what, who, how, remedy: how.charAt(0).toLowerCase() + how.slice(1) };
}

/** axe may have lost the element: no selector then. */
function placeOf({ selector, zone }: AxeNode): Partial<PlaceFacts> {
  return selector === '' ? { zone } : { selector, zone };
}

/** Rules that tell measures; what others quote is the page's. */
const MEASURED = new Set(['color-contrast', 'link-in-text-block', 'avoid-inline-spacing']);

/** axe’s own sentences, one after the other: after a semicolon no capital, but for those of initials; « 4,5 » and not « 4.5 », no line that begins with a colon. */
function inFrench(summary: string, rule: string): string {
  const text = sentence(summary.replace(/(?<= ; )\p{Lu}(?=[\p{Ll}’'])/gu, (letter) => letter.toLowerCase()));
  if (!MEASURED.has(rule)) return text;
  return typeset(text.replace(/(?<=\d)\.0(?!\d)/g, '').replace(/(?<=\d)\.(?=\d)/g, ','));
}

/** Without its full stop, which the message puts. */
function sentence(text: string): string {
  return collapse(text).replace(/(?<![\s.])[\s.]+$/, '');
}
