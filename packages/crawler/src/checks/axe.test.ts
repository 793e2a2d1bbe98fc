import { expect, test } from 'vitest';
import type { AxeNode, AxeResult } from '../axe-facts.ts';
import type { HtmlFacts, PageFacts } from '../facts.ts';
import { readRendered } from '../read.ts';
import { page, pageProblems, rendered, verdictLine } from '../testing.ts';
import { fill } from '../text.ts';
import { axe } from './axe.ts';

const node = (partial: Partial<AxeNode> = {}): AxeNode => ({
  ...{ selector: '#main img', zone: 'main', html: '<img src="a.png">', component: 'main>img' },
  ...{ summary: 'L’élément n’a pas d’attribut alt', ...partial },
});
const result = (partial: Partial<AxeResult> = {}): AxeResult => ({
  ...{
    rule: 'image-alt',
    outcome: 'violation',
    impact: 'critical',
    tags: ['wcag2a', 'RGAAv4', 'RGAA-1.1.1'],
  },
  ...{ help: 'Les images doivent avoir une alternative textuelle', nodes: [node()], ...partial },
});
const seen = (...results: AxeResult[]): PageFacts =>
  page({}, { rendered: { title: 'Passeport', axe: results, skipLink: null, sheetViews: [] } });
const judge = (partial: Partial<AxeResult>): string[] => verdictLine(axe, seen(result(partial)));

test('a page in which axe finds nothing passes', () => {
  expect(verdictLine(axe, seen())).toEqual(['passed']);
});

test('a violation of an RGAA test fails gravely from « serious » on', () => {
  expect(judge({ impact: 'critical' })).toEqual(['failed', 'serious']);
  expect(judge({ impact: 'serious' })).toEqual(['failed', 'serious']);
  expect(judge({ impact: 'moderate' })).toEqual(['failed', 'moderate']);
  expect(judge({ impact: 'minor' })).toEqual(['failed', 'moderate']);
});

test('what the RGAA does not ask for is for a person to weigh', () => {
  expect(judge({ rule: 'target-size', tags: ['wcag22aa', 'wcag258'] })).toEqual(['cantTell', 'review']);
  expect(judge({ rule: 'region', tags: ['best-practice', 'RGAA-9.2.1'] })).toEqual(['cantTell', 'review']);
  expect(judge({ rule: 'frame-title-unique', tags: ['RGAA-2.2.1'] })).toEqual(['cantTell', 'review']);
});

test('a rule that axe calls experimental is for a person to weigh, whatever the criteria say', () => {
  expect(judge({ tags: ['experimental', 'RGAA-1.1.1'] })).toEqual(['cantTell', 'review']);
  expect(judge({ tags: ['best-practice', 'RGAA-1.1.1'] })).toEqual(['cantTell', 'review']);
});

test('a rule that axe links to no RGAA test fails the criteria that we link it to', () => {
  const facts = seen(result({ rule: 'aria-tooltip-name', tags: ['wcag412'], impact: 'serious' }));
  expect(verdictLine(axe, facts)).toEqual(['failed', 'serious']);
  expect(pageProblems(axe, facts)[0]?.at.rule).toMatchObject({ rgaa: ['7.1'], rgaaTests: [] });
});

test('a failure is of what the rule proves, a doubt is of all that it bears on', () => {
  const link = { rule: 'link-in-text-block', tags: ['RGAA-10.6.1'], impact: 'serious' } as const;
  const criteria = (outcome: AxeResult['outcome']): unknown =>
    pageProblems(axe, seen(result({ ...link, outcome })))[0]?.at.rule?.rgaa;
  expect(criteria('violation')).toEqual(['10.6']);
  expect(criteria('incomplete')).toEqual(['10.6', '3.1']);
});

test('what axe could not decide is for a person to decide', () => {
  expect(judge({ outcome: 'incomplete', impact: 'serious' })).toEqual(['cantTell', 'undecided-serious']);
  expect(judge({ outcome: 'incomplete', impact: 'moderate' })).toEqual(['cantTell', 'undecided']);
});

test('a doubt about what the RGAA does not ask for is left out', () => {
  expect(judge({ outcome: 'incomplete', tags: ['best-practice'] })).toEqual(['passed']);
  expect(judge({ outcome: 'incomplete', rule: 'target-size', tags: ['wcag22aa'] })).toEqual(['passed']);
});

test('each element is a problem under the name of its rule, with RGAA criteria and tests', () => {
  const facts = seen(
    result({
      tags: ['RGAA-1.1.1', 'RGAA-1.1.2', 'RGAAv4'],
      nodes: [node(), node({ component: 'main>p>img' })],
    }),
  );
  expect(pageProblems(axe, facts).map(({ at }) => at)).toMatchObject([
    {
      place: { selector: '#main img' },
      quote: '<img src="a.png">',
      cause: 'image-alt main>img',
      rule: { id: 'axe/image-alt', rgaa: ['1.1'], rgaaTests: ['1.1.1', '1.1.2'], axe: ['image-alt'] },
    },
    { cause: 'image-alt main>p>img' },
  ]);
});

test('an element that axe lost has no selector', () => {
  const problem = pageProblems(axe, seen(result({ nodes: [node({ selector: '' })] })))[0];
  expect(problem?.at.place).toEqual({ zone: 'main' });
});

test('the message says what is wrong, for whom, and how to mend it; axe’s detail in the middle', () => {
  const said = (partial: Partial<AxeResult>, summary = 'Sans alt.\n'): string => {
    const [problem] = pageProblems(axe, seen(result({ ...partial, nodes: [node({ summary })] })));
    return problem ? fill(axe.codes[problem.code]?.text ?? '', problem.params) : '';
  };
  expect(said({})).toMatch(
    /^Une image n’a pas d’alternative : une personne aveugle .*\. Sans alt\. Dans l’éditeur, .*\.$/,
  );
  expect(said({}, '')).not.toMatch(/\.\.|\s{2}/);
  expect(said({ outcome: 'incomplete' })).toMatch(/si le défaut est réel, dans l’éditeur, .*\.$/);
});

test('a rule that has no sentence of ours keeps axe’s', () => {
  const problem = pageProblems(axe, seen(result({ rule: 'brand-new', help: 'Titre.' })))[0];
  expect(problem?.params).toMatchObject({ what: 'Titre', how: 'Corriger cet élément' });
});

test('a violation that the element makes doubtful is for a person to decide, and is of what the element is', () => {
  const mismatch = {
    rule: 'label-content-name-mismatch',
    tags: ['RGAA-6.1.5'],
    impact: 'serious',
  } as const satisfies Partial<AxeResult>;
  const icon = node({ html: '<button aria-label="Chercher"><i>search</i></button>' });
  expect(judge({ ...mismatch, nodes: [icon] })).toEqual(['cantTell', 'undecided-serious']);
  const facts = seen(result({ ...mismatch, nodes: [node({ html: '<button>' })] }));
  expect(pageProblems(axe, facts)[0]).toMatchObject({ outcome: 'failed', at: { rule: { rgaa: ['11.9'] } } });
});

test('a refresh that no browser obeys, and a name that our own reading finds right, are no failures', () => {
  const shown = (html: string, axeResult: AxeResult): string[] => {
    const content = readRendered(html, 'https://www.exemple.gouv.fr/');
    return verdictLine(axe, page({}, { rendered: rendered({ content, axe: [axeResult] }) }));
  };
  const refresh = result({ rule: 'meta-refresh', tags: ['RGAA-13.1.1'] });
  const at = (seconds: number): string => `<meta http-equiv="refresh" content="${String(seconds)}; url=/a">`;
  expect(shown(at(0) + at(9), refresh)).toEqual(['passed']);
  expect(shown(at(9) + at(0), refresh)).toEqual(['failed', 'serious']);
  const html = '<a id="t" href="/a" aria-label="x">04.00</a>';
  const nodes = [node({ html, selector: '#t' })];
  const mismatch = result({ rule: 'label-content-name-mismatch', tags: ['RGAA-6.1.5'], nodes });
  const named = (name: string): string[] => shown(html.replace('href', `qp-name="${name}" href`), mismatch);
  expect(named('0 4 0 0')).toEqual(['cantTell', 'undecided-serious']);
  // Which our own check tells.
  expect(named('Calendrier')).toEqual(['passed']);
});

test('what a check of ours tells of the page itself is told once; of a frame, axe alone tells it', () => {
  const untold = { title: null, lang: '' } as const;
  const told = (rule: string, facts: Partial<HtmlFacts>, selector = 'html', title = ''): string[] => {
    const found = result({ rule, tags: ['RGAA-8.3.1'], nodes: [node({ html: '<html>', selector })] });
    return verdictLine(axe, page(facts, { rendered: rendered({ axe: [found], title }) }));
  };
  expect(told('document-title', untold)).toEqual(['passed']);
  expect(told('html-has-lang', untold)).toEqual(['passed']);
  expect(told('html-lang-valid', { lang: 'frr-fra-zz' })).toEqual(['failed', 'serious']);
  expect(told('html-lang-valid', { lang: 'français' })).toEqual(['passed']);
  expect(told('html-has-lang', untold, 'iframe >>> html')).toEqual(['failed', 'serious']);
  // Lost to a script, the title is in the source that our check reads.
  expect(told('document-title', { title: 'Passeport' })).toEqual(['failed', 'serious']);
});

test('a page without a language whose texts all have one is for a person to weigh', () => {
  const judged = (body: string): string[] => {
    const rule = result({ rule: 'html-has-lang', tags: ['RGAA-8.3.1'], nodes: [node({ html: '<html>' })] });
    const content = readRendered(`<html><body>${body}</body></html>`, 'https://www.exemple.gouv.fr/');
    return verdictLine(axe, page({}, { rendered: rendered({ axe: [rule], content }) }));
  };
  expect(judged('<p lang="fr">Apportez une photographie.</p>')).toEqual(['cantTell', 'undecided-serious']);
  expect(judged('<p>Apportez une photographie.</p>')).toEqual(['failed', 'serious']);
});

test('what axe says of an element is one sentence', () => {
  const summary = 'L’élément n’a pas d’attribut alt ; L’attribut title n’existe pas ; ARIA n’en dit rien';
  const [problem] = pageProblems(axe, seen(result({ nodes: [node({ summary })] })));
  expect(problem?.params['summary']).toBe(
    ' L’élément n’a pas d’attribut alt ; l’attribut title n’existe pas ; ARIA n’en dit rien.',
  );
});

test('a contrast that pixels settled is no doubt; one that they do not is', () => {
  const doubt = result({ rule: 'color-contrast', outcome: 'incomplete', impact: 'serious' });
  const place = { ...node(), lowest: 2, highest: 3, needed: 4.5 };
  const judged = (contrast: object): string[] =>
    verdictLine(
      axe,
      page(
        {},
        {
          rendered: rendered({ axe: [doubt], passes: { contrast: { texts: [], states: [], ...contrast } } }),
        },
      ),
    );
  expect(judged({})).toEqual(['cantTell', 'undecided-serious']);
  expect(judged({ readable: ['#main img'] })).toEqual(['passed']);
  expect(judged({ readable: ['#other'] })).toEqual(['cantTell', 'undecided-serious']);
  // Told by `contrast-states`.
  expect(judged({ texts: [place] })).toEqual(['passed']);
  expect(judged({ texts: [{ ...place, highest: 5 }] })).toEqual(['cantTell', 'undecided-serious']);
});

test('measures are written as in French, what the page writes is left as it is', () => {
  const told = (rule: string, summary: string): unknown =>
    pageProblems(axe, seen(result({ rule, nodes: [node({ summary })] })))[0]?.params['summary'];
  expect(told('color-contrast', 'Contraste de 3.66, en 12.0pt ; attendu : 4.5:1')).toBe(
    ' Contraste de 3,66, en 12pt\u00a0; attendu\u00a0: 4,5:1.',
  );
  expect(told('meta-viewport', 'maximum-scale=1.5')).toBe(' maximum-scale=1.5.');
});
