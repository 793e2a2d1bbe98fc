import { expect, test } from 'vitest';
import type { Proposal } from '../proposal.ts';
import type { PictureFacts } from '../read-pictures.ts';
import { page, proposalOf } from '../testing.ts';
import { imageReview } from './image-review.ts';

const picture = (alt: string | null, rest: Partial<PictureFacts> = {}): PictureFacts => ({
  ...{ file: 'lac.jpg', alt, isLink: false },
  ...rest,
});
const propose = (...pictures: PictureFacts[]): Proposal | undefined =>
  proposalOf(imageReview, 'A11-07', [page({ pictures }), page()]);

test('images with their alternatives are proposed as conforming, decorations left out', () => {
  expect(propose(picture('Vue du lac'), picture(''))).toMatchObject({
    answer: 'conforme',
    excerpts: [{ about: 'lac.jpg', quote: 'Vue du lac' }],
  });
});

test('an image without an alternative does not conform, and comes first', () => {
  expect(propose(picture('Vue du lac'), picture(null, { file: 'affiche.jpg' }))).toMatchObject({
    answer: 'non_conforme',
    excerpts: [{ about: 'affiche.jpg', quote: 'aucune alternative' }, { quote: 'Vue du lac' }],
  });
});

test('an empty alternative is a fault where the image is all the link', () => {
  expect(propose(picture('', { isLink: true }))?.answer).toBe('non_conforme');
  expect(propose(picture(''))?.answer).toBe('a_verifier');
});

test('an alternative that is a file name does not conform', () => {
  expect(propose(picture('IMG_2034.jpg'))).toMatchObject({
    answer: 'non_conforme',
    excerpts: [{ quote: 'IMG_2034.jpg' }],
  });
});

test('an image of many pages is shown once', () => {
  const pictures = [picture('Vue du lac')];
  const twice = proposalOf(imageReview, 'A11-07', [
    page({ pictures }),
    page({ pictures }, { url: 'https://a.fr/b' }),
  ]);
  expect(twice?.excerpts).toHaveLength(1);
});

test('a site without images is not concerned', () => {
  expect(propose()?.answer).toBe('sans_objet');
});
