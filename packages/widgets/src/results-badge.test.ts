import type { Results } from '@qualepref/core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ResultsBadge } from './results-badge.ts';
import { sampleResults } from './results-fixture.ts';
import { expectAccessible, mount, nextEvent, settled, textOf, within } from './testing.ts';

const TODAY = '2026-11-24';

afterEach(() => {
  vi.unstubAllGlobals();
});

type Given = Partial<
  Pick<
    ResultsBadge,
    'data' | 'disabled' | 'form' | 'indicators' | 'level' | 'locale' | 'maxAge' | 'more' | 'units'
  >
>;

async function badge(over: Given = {}, attributes = ''): Promise<ResultsBadge> {
  const host = await mount(`<qp-results-badge today="${TODAY}" ${attributes}></qp-results-badge>`);
  if (!(host instanceof ResultsBadge)) throw new Error('not a badge');
  Object.assign(host, { data: sampleResults, ...over });
  await settled(host);
  return host;
}

const answer = (respond: () => Response | Promise<Response>): void => {
  vi.stubGlobal('fetch', async () => respond());
};
const changed = (over: Partial<Results>): Results => ({ ...sampleResults, ...over });

test('every state is accessible, in both languages and both forms', async () => {
  for (const locale of ['fr', 'en'])
    for (const over of [
      {},
      { form: 'compact' as const, more: '/resultats' },
      { data: 'nothing' },
      { data: undefined },
      { disabled: true },
      { data: changed({ publishedOn: '2024-01-15' }) },
    ]) {
      await badge({ ...over, locale });
      await expectAccessible();
    }
});

test('a screen reader meets the label, then each unit and its indicators', async () => {
  const host = await badge({ units: 'prefecture' });
  await expect.element(page.elementLocator(host)).toMatchAriaInlineSnapshot(`
    - heading "Résultats de la démarche qualité" [level=2]
    - group "Langue, language":
      - button "Français" [pressed]
      - button "English"
    - status
    - paragraph: Label Qual-e-Pref valable jusqu’au 20 janvier 2028.
    - paragraph: Périmètre : relation générale avec les usagers, relations avec les collectivités territoriales
    - paragraph: Résultats publiés le 15 octobre 2026.
    - heading "Préfecture" [level=3]
    - list:
      - listitem:
        - paragraph: Courriels d’information générale traités dans le délai
        - paragraph: 3e trimestre 2026
        - paragraph: 99 %
        - paragraph: 1 240 sur 1 253 cas
        - paragraph: "Objectif : 95 %, atteint"
        - paragraph: "Avant : 95 % (2e trimestre 2026), 94 % (1er trimestre 2026) : en amélioration"
        - paragraph: "Source : Tableau de suivi des courriels"
      - listitem:
        - paragraph: Délai moyen de réponse aux courriels
        - paragraph: 3e trimestre 2026
        - paragraph: 1,5 jour
        - paragraph: mesuré sur 1 253 cas
        - paragraph: "Avant : 2,4 jours (2e trimestre 2026) : en amélioration"
  `);
});

test('the label is judged on today’s date', async () => {
  const host = await badge();
  expect(textOf(host, '.label')).toBe('Label Qual-e-Pref valable jusqu’au 20 janvier 2028.');
  host.today = '2028-01-21';
  await settled(host);
  expect(textOf(host, '.label')).toBe('Label Qual-e-Pref échu depuis le 20 janvier 2028.');
  expect(within(host, '.label').dataset['state']).toBe('expired');
});

test('a value is shown with its target, what it rests on and what it was', async () => {
  const host = await badge({ units: 'prefecture', indicators: 'mail.taux' });
  expect(textOf(host, 'li')).toBe(
    [
      'Courriels d’information générale traités dans le délai',
      '3e trimestre 2026',
      '99 %',
      '1 240 sur 1 253 cas',
      'Objectif : 95 %, atteint',
      'Avant : 95 % (2e trimestre 2026), 94 % (1er trimestre 2026) : en amélioration',
      'Source : Tableau de suivi des courriels',
    ].join('\n\n'),
  );
  expect(within(host, 'svg').getAttribute('aria-hidden')).toBe('true');
});

test('a target says in words whether it is met, in the language of the reader', async () => {
  const host = await badge({ indicators: 'sat.theme' });
  expect(textOf(host, 'li')).toMatch('Objectif : 75 %, non atteint');
  host.locale = 'en';
  await settled(host);
  expect(textOf(host, 'li')).toMatch('Target: 75%, not met');
  const [line] = sampleResults.indicators.filter(({ id }) => id === 'sat.theme');
  if (!line) throw new Error('no line');
  const { status: _unsaid, ...rest } = line;
  host.data = changed({ indicators: [rest] });
  await settled(host);
  expect(textOf(host, 'li')).not.toMatch(/met|missed/);
});

test('a suspended period says so, with its note in French where there is no English', async () => {
  const host = await badge({ units: 'aix', indicators: 'courrier.taux', locale: 'en' });
  expect(textOf(host, '.figure')).toBe('tracking suspended');
  expect(within(host, '.mention [lang=fr]').textContent).toMatch('Le suivi a été suspendu');
});

test('a mean is in words of its language', async () => {
  const host = await badge({ indicators: 'mail.delai' });
  expect(textOf(host, '.figure')).toBe('1,5 jour');
  host.locale = 'en';
  await settled(host);
  expect(textOf(host, '.figure')).toBe('1.5 days');
  expect(textOf(host, 'li')).toMatch('July to September 2026');
  expect(textOf(host, 'li')).toMatch('Before: 2.4 days (April to June 2026)');
  expect(host.lang).toBe('en');
});

test('the reader can change the language with the keyboard', async () => {
  const host = await badge();
  await userEvent.tab();
  await userEvent.tab();
  const event = nextEvent<{ language: string }>(host, 'qp-language');
  await userEvent.keyboard('{Enter}');
  expect((await event).detail.language).toBe('en');
  await settled(host);
  expect(textOf(host, 'h2')).toBe('Quality results');
});

test('results that nothing has followed for too long say so, the limit itself does not', async () => {
  const host = await badge({ maxAge: 40 });
  expect(textOf(host, '.warning')).toBe('');
  host.maxAge = 39;
  await settled(host);
  expect(textOf(host, '.warning')).toMatch('ne sont plus à jour : ils ont été publiés le 15 octobre 2026');
});

test('a file comes from its address, and waits with room for it', async () => {
  let release = (): void => undefined;
  answer(
    () =>
      new Promise((resolve) => {
        release = () => {
          resolve(Response.json(sampleResults));
        };
      }),
  );
  const host = await mount(`<qp-results-badge src="/resultats.json" today="${TODAY}"></qp-results-badge>`);
  expect(within(host, '.skeleton').clientHeight).toBeGreaterThan(100);
  const loaded = nextEvent(host, 'qp-loaded');
  release();
  await loaded;
  await settled(host);
  expect(host.shadowRoot?.querySelectorAll('li')).toHaveLength(4);
});

test.each([
  ['offline', () => Promise.reject(new TypeError('failed')), 'vérifiez votre connexion'],
  ['broken', () => new Response('', { status: 503 }), 'Réessayez dans quelques minutes'],
  ['broken', () => new Response('<html>'), 'Réessayez dans quelques minutes'],
  ['invalid', () => Response.json({ schemaVersion: 2 }), 'leur format n’est pas celui attendu'],
])('%s results say so, keep the fallback and can be asked for again', async (reason, respond, text) => {
  answer(respond);
  const host = await mount(
    `<qp-results-badge today="${TODAY}"><a href="/resultats">Résultats</a></qp-results-badge>`,
  );
  const failed = nextEvent<{ reason: string }>(host, 'qp-failed');
  host.setAttribute('src', '/resultats.json');
  expect((await failed).detail.reason).toBe(reason);
  await settled(host);
  expect(textOf(host, '.warning')).toMatch(text);
  await expect.element(page.getByRole('link', { name: 'Résultats' })).toBeVisible();
  await expectAccessible();
  answer(() => Response.json(sampleResults));
  const loaded = nextEvent(host, 'qp-loaded');
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await loaded;
  await settled(host);
  expect(host.shadowRoot?.activeElement?.id).toBe('state');
  await expect.element(page.getByRole('heading', { name: 'Préfecture', exact: true })).toBeVisible();
});

test('results may stand inside the tag, even when they come after it', async () => {
  const json = JSON.stringify(sampleResults);
  const host = await mount(
    `<qp-results-badge><script type="application/json">${json}</script></qp-results-badge>`,
  );
  expect(host.shadowRoot?.querySelectorAll('li')).toHaveLength(4);
  const late = await mount('<qp-results-badge></qp-results-badge>');
  expect(textOf(late, '.warning')).toMatch('src');
  const loaded = nextEvent(late, 'qp-loaded');
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = json;
  late.append(script);
  await loaded;
});

test('a badge without results, or that was switched off, says so', async () => {
  const host = await badge({ data: changed({ indicators: [] }) });
  expect(textOf(host)).toMatch('Aucun résultat n’est encore publié.');
  host.disabled = true;
  await settled(host);
  expect(textOf(host, '#state')).toBe('Les résultats ne sont pas affichés en ce moment.');
});

test('the compact form shows values and a link, and no drawing', async () => {
  const host = await badge({ form: 'compact', more: '/resultats' });
  expect(host.shadowRoot?.querySelector('svg')).toBeNull();
  await expect.element(page.getByRole('link', { name: 'Voir tous les résultats' })).toBeVisible();
});

test('nothing overflows at 320 pixels, with large text and wide spacing', async () => {
  await page.viewport(320, 800);
  const host = await badge({ locale: 'fr' });
  document.documentElement.style.fontSize = '200%';
  host.style.cssText = 'line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em';
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  document.documentElement.style.fontSize = '';
});

test('the layout turns round for a language that is read from the right', async () => {
  await page.viewport(320, 800);
  const host = await badge();
  host.dir = 'rtl';
  expect(getComputedStyle(within(host, '.label')).borderRightStyle).toBe('solid');
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await expectAccessible();
});

test('in a page that is read from the right, French is still read from the left', async () => {
  const host = await mount('<div dir="rtl"><qp-results-badge></qp-results-badge></div>');
  const inside = host.querySelector('qp-results-badge');
  await inside?.updateComplete;
  expect(inside?.dir).toBe('ltr');
});

test('a thousand badges come and go without one being kept', async () => {
  const kept: WeakRef<Element>[] = [];
  for (let times = 0; times < 1000; times += 1) {
    const one = document.createElement('qp-results-badge');
    one.data = sampleResults;
    document.body.append(one);
    if (times % 100 === 0) await one.updateComplete;
    one.remove();
    kept.push(new WeakRef(one));
  }
  await mount('<p>Fin</p>');
  const { cdp } = await import('vitest/browser');
  const session = cdp() as unknown as { send(method: string): Promise<void> };
  await vi.waitFor(
    async () => {
      await session.send('HeapProfiler.collectGarbage');
      expect(kept.filter((each) => each.deref()).length).toBeLessThan(20);
    },
    { timeout: 10_000, interval: 200 },
  );
});
