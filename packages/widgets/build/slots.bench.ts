import type { CDPSession, Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { launch, serveWidgets } from './testing.ts';
import { manyRules } from '../src/fake-booking-data.ts';

/** How many times slower than this machine the reader's is. */
const SLOWDOWN = 4;
const ROUNDS = 9;
/** Twenty times the goals, in milliseconds: against freezing, not for tuning. */
const SLOWEST = { first: 1000, interaction: 2000 };

/** What is measured, in its order. */
const STEPS = ['plain', 'first', 'day', 'month', 'choice'] as const;
type Times = Record<(typeof STEPS)[number], number>;

/** Processor time of the page's main thread, slowness included: other processes do not count. */
async function cost(session: CDPSession, act: () => Promise<unknown>): Promise<number> {
  const now = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  const before = await now();
  await act();
  return ((await now()) - before) * 1000;
}

/** Until it is painted. */
const PAINTED = 'new Promise((done) => requestAnimationFrame(() => setTimeout(done)))';
/** Waits without looking again and again, which would be measured too. */
const SHOWN = (selector: string): string => `new Promise((done) => {
  const root = document.querySelector('qp-appointment-booking').shadowRoot;
  const look = () => root.querySelector('${selector}') ? done(${PAINTED}) : requestAnimationFrame(look);
  look();
})`;
const press = (selector: string): string =>
  `document.querySelector('qp-appointment-booking').shadowRoot.querySelector('${selector}').click()`;

async function round(page: Page, session: CDPSession): Promise<Times> {
  const step = (expression: string): Promise<number> => cost(session, () => page.evaluate(expression));
  return {
    // As many choices as the first view has, with no rule, no style and no widget.
    plain: await step(`(() => {
      const days = document.createElement('div');
      for (let at = 0; at < 250; at += 1) {
        const label = document.createElement('label');
        const input = document.createElement('input');
        input.type = 'radio';
        label.append(input, 'Créneau ' + String(at));
        days.append(label);
      }
      document.body.replaceChildren(days);
      return ${PAINTED};
    })()`),
    first: await step(`(() => {
      document.body.replaceChildren();
      const widget = document.createElement('qp-appointment-booking');
      widget.setAttribute('site', 'aix');
      widget.setAttribute('procedure', 'point-numerique');
      document.body.append(widget);
      return widget.updateComplete.then(() => ${SHOWN('input[name=slot]')});
    })()`),
    day: await step(`(${press('.range button:last-of-type')}, ${PAINTED})`),
    month: await step(`(${press('.switch button:last-of-type')}, ${SHOWN('[part=month]')})`),
    choice: await step(`(${press('input[name=slot]')}, ${PAINTED})`),
  };
}

test('two thousand slots are shown, and answer, on a processor four times slower', async () => {
  const server = await serveWidgets({ rules: manyRules });
  const browser = await launch(inject('chromium'));
  try {
    server.show('');
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${server.origin}/`);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const all: Times[] = [];
    for (let at = 0; at < ROUNDS; at += 1) all.push(await round(page, session));
    const fastest = Object.fromEntries(
      STEPS.map((name) => [name, Math.min(...all.map((times) => times[name]))]),
    ) as Times;
    const { plain, first, ...interactions } = fastest;
    const worst = Math.max(...Object.values(interactions));
    console.log(
      `2 000 créneaux, processeur ralenti ${String(SLOWDOWN)} fois : premier affichage ${first.toFixed(0)} ms (${(first / plain).toFixed(1)} × 250 choix sans composant), gestes ${Object.entries(
        interactions,
      )
        .map(([name, time]) => `${name} ${time.toFixed(0)} ms`)
        .join(', ')}`,
    );
    expect(first).toBeLessThan(SLOWEST.first);
    expect(worst).toBeLessThan(SLOWEST.interaction);
  } finally {
    await browser.close();
    server.close();
  }
}, 120_000);
