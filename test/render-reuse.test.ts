import { openBrowser, type RenderAnswer } from '@qualepref/crawler';
import { expect, test } from 'vitest';
import { buildSite } from './site/site.ts';

const SITE = 'https://www.haute-brume.gouv.fr';

/** One page in so many: a tab that has shown others is met soon, and the hostile pages are tried beside the code. */
const STEP = 3;

test('a page of the demonstration site is judged the same in a tab used again and in one of its own', async () => {
  const site = await buildSite({
    variant: 'faulty',
    today: '2026-11-24',
    external: 'https://exemple.invalid',
  });
  const answer: RenderAnswer = (url) => {
    const { origin, pathname } = new URL(url);
    const path = decodeURI(pathname).replace(/\/+$/, '');
    const found = origin === SITE ? site.resources.get(path === '' ? '/' : path) : undefined;
    if (found?.status !== 200) return Promise.resolve(null);
    const { type, body } = found;
    const headers = { 'content-type': type };
    const stored = { url, outcome: 'ok' as const, status: 200, headers, fetchedOn: '2026-11-24', body };
    return Promise.resolve({ url, moved: false, answer: stored });
  };
  const [reused, fresh] = await Promise.all([openBrowser(), openBrowser({ reuse: false })]);
  try {
    for (const path of site.pages.filter((_, at) => at % STEP === 0)) {
      const request = { url: SITE + encodeURI(path) };
      const [one, other] = await Promise.all([reused.render(request, answer), fresh.render(request, answer)]);
      expect(one, path).toEqual(other);
    }
  } finally {
    await Promise.all([reused.close(), fresh.close()]);
  }
}, 300_000);
