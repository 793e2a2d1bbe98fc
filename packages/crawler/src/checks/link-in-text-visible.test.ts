import { expect, test } from 'vitest';
import type { TextLink } from '../passes/text-links.ts';
import { page, pageProblems, rendered, verdictLine } from '../testing.ts';
import { linkInTextVisible } from './link-in-text-visible.ts';

const LINK: TextLink = {
  ...{ selector: 'main a', zone: 'main', component: 'p a', html: '<a href="/guide">le guide' },
  ...{ ratio: 3, isTinted: false, isAmongColours: false, isInTrail: false, silent: [] },
};
const facts = (
  link?: Partial<TextLink>,
  axe: 'violation' | 'incomplete' | null = null,
): ReturnType<typeof page> =>
  page(
    {},
    {
      rendered: rendered({
        passes: { textLinks: link ? [{ ...LINK, ...link }] : [] },
        axe: axe
          ? [
              {
                ...{ rule: 'link-in-text-block', outcome: axe, impact: 'serious', tags: [], help: '' },
                nodes: [{ ...LINK, summary: '' }],
              },
            ]
          : [],
      }),
    },
  );

test('a colour with a contrast of 3 passes when pointing and focus show something else', () => {
  expect(verdictLine(linkInTextVisible, facts({}))).toEqual(['passed']);
});

test('a contrast under 3 fails, once when axe-core says it too', () => {
  expect(verdictLine(linkInTextVisible, facts({ ratio: 2.99 }))).toEqual(['failed', 'pale-link']);
  expect(verdictLine(linkInTextVisible, facts({ ratio: 2.99 }, 'incomplete'))).toEqual([
    'failed',
    'pale-link',
  ]);
  expect(verdictLine(linkInTextVisible, facts({ ratio: 2.99 }, 'violation'))).toEqual(['passed']);
});

test('a contrast under 3 with some of the colours around, and enough with those beside, is to be looked at', () => {
  expect(verdictLine(linkInTextVisible, facts({ ratio: 2, isAmongColours: true }))).toEqual([
    'cantTell',
    'link-among-colours',
  ]);
});

test('a link like the text around it fails, whatever happens when it is pointed at', () => {
  expect(verdictLine(linkInTextVisible, facts({ ratio: 1 }))).toEqual(['failed', 'unseen-link']);
  expect(verdictLine(linkInTextVisible, facts({ ratio: 1.1 }))).toEqual(['failed', 'pale-link']);
  expect(verdictLine(linkInTextVisible, facts({ ratio: 1.05, isTinted: true }))).toEqual([
    'failed',
    'pale-link',
  ]);
});

test('a link that nothing but a colour changes when pointed at or reached fails, with the state', () => {
  const silent = facts({ ratio: 4, silent: ['focus'] });
  expect(verdictLine(linkInTextVisible, silent)).toEqual(['failed', 'silent-link']);
  expect(pageProblems(linkInTextVisible, silent)[0]?.params).toEqual({ state: 'à la prise de focus' });
});

test('a page without such links is not concerned', () => {
  expect(verdictLine(linkInTextVisible, facts())).toEqual(['inapplicable']);
});
