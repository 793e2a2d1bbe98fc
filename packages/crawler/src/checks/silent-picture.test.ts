import { expect, test } from 'vitest';
import type { SilentPicture } from '../passes/pictures.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { silentPicture } from './silent-picture.ts';

const judge = (...pictures: readonly SilentPicture['why'][]): string[] =>
  verdictLine(
    silentPicture,
    page(
      {},
      {
        rendered: rendered({
          passes: {
            pictures: pictures.map((why) => ({
              ...{ selector: 'img', zone: 'main', component: 'main img', html: '<img alt="">' },
              ...{ why, text: '' },
            })),
          },
        }),
      },
    ),
  );

test('a picture that the page shows to say something, and that has no alternative, fails', () => {
  expect(judge('alone')).toEqual(['failed', 'alone']);
  expect(judge('introduced')).toEqual(['failed', 'introduced']);
  expect(judge('written')).toEqual(['failed', 'written']);
});

test('a page without such a picture is not concerned', () => {
  expect(judge()).toEqual(['inapplicable']);
});
