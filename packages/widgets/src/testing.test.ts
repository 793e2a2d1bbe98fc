import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible, mount } from './testing.ts';

test('a widget is mounted with its fallback, and its faults are found', async () => {
  const host = await mount('<qp-results-badge><p>Repli</p></qp-results-badge>');
  await expect.element(page.elementLocator(host)).toBeInTheDocument();
  await mount('<div><img src="data:," /></div>');
  await expect(expectAccessible()).rejects.toThrow('image-alt');
});
