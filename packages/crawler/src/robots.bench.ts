import { expect, test } from 'vitest';
import { isAllowed, parseRobots } from './robots.ts';

/** Twenty times what was measured: against freezing, not for tuning. */
const SLOWEST = { wildcards: 30, rules: 30 };
/** Milliseconds; a site's own file must not freeze us. */
const FREEZE = 50;

const PATH = `/${'a'.repeat(3000)}`;
const WILDCARDS = parseRobots(`User-agent: *\nDisallow: /${'*a'.repeat(100)}b$`);
const RULES = Array.from({ length: 20_000 }, (_, n) => `/dossier-${String(n)}/`);
const MANY = parseRobots(`User-agent: *\n${RULES.map((path) => `Disallow: ${path}*x$`).join('\n')}`);

test('100 wildcards cost a bounded number of times a plain loop over the path', async ({ bench }) => {
  let found = 0;
  const result = await bench.compare(
    bench('a plain loop', () => {
      for (let at = 0; at < PATH.length; at++) if (PATH.charCodeAt(at) === 97) found += 1;
    }),
    bench('100 wildcards', () => {
      isAllowed(WILDCARDS, 'qualepref', PATH);
    }),
  );
  expect(found).toBeGreaterThan(0);
  expect(result.get('100 wildcards').latency.mean).toBeLessThan(FREEZE);
  const ratio = result.get('100 wildcards').latency.mean / result.get('a plain loop').latency.mean;
  expect(ratio).toBeLessThan(SLOWEST.wildcards);
});

test('20,000 rules cost a bounded number of times a plain loop over as many words', async ({ bench }) => {
  const path = '/dossier-19999/x';
  const result = await bench.compare(
    bench('a plain loop', () => {
      RULES.filter((rule) => path.startsWith(rule));
    }),
    bench('20,000 rules', () => {
      isAllowed(MANY, 'qualepref', path);
    }),
  );
  const ratio = result.get('20,000 rules').latency.mean / result.get('a plain loop').latency.mean;
  expect(ratio).toBeLessThan(SLOWEST.rules);
});
