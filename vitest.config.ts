import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { installedChromium } from './packages/crawler/src/chromium-path.ts';

const conditions = ['@qualepref/source'];
const browserConditions = [...conditions, 'module', 'browser', 'development|production'];
// Not the crawler's own door: it imports core, which is not built yet when this file is read.
const executablePath = process.env['CHROMIUM_PATH'] || installedChromium();
// Made anew for each project: Vitest writes into it.
const browser = () => ({
  enabled: true,
  headless: true,
  provider: playwright({
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      chromiumSandbox: false,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  }),
  instances: [{ browser: 'chromium' as const }],
  screenshotFailures: false,
});

/** Against freezing only: on a machine that does much else ten seconds are nothing. */
const poll = { timeout: 10_000 };
const TIMEOUT = 90_000;

/** Tests that open pages: who does watches the memory of its own process, and must not be charged with another file's. */
const ALONE = [
  'test/*.test.ts',
  'packages/crawler/src/{collect,crash-rule,render,since}*.test.ts',
  'packages/crawler/src/passes/*.test.ts',
];

/** Files that take more than a minute, the longest first: begun last, one of them would keep the machine waiting for it alone. */
const LONG = [
  'test/pages.test.ts',
  'test/faults.test.ts',
  'test/crash.test.ts',
  'test/resume.test.ts',
  'test/since.test.ts',
  'test/campaign.test.ts',
  'test/demo-audit.test.ts',
  'test/packed.test.ts',
  'test/cli.test.ts',
  'test/docs-commands.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification): number => {
      const rank = LONG.findIndex((file) => moduleId.endsWith(file));
      return rank < 0 ? LONG.length : rank;
    };
    return (await super.sort(files)).sort((one, other) => rankOf(one) - rankOf(other));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Tests wait as much as they compute, for a browser, a delay, another process: one worker of two cores, as Vitest
    // has it, leaves most of the machine asleep; two end 40 s after three, of 880.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    // What an array holds that should be empty is named: « [ Array(1) ] », read in a log, tells nothing.
    chaiConfig: { truncateThreshold: 0 },
    projects: [
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: {
          name: 'node-alone',
          environment: 'node',
          include: ALONE,
          provide: { chromium: executablePath ?? '' },
          expect: { poll },
          testTimeout: TIMEOUT,
          benchmark: { include: ['packages/{core,crawler,widgets}/**/*.bench.ts'] },
        },
      },
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: {
          name: 'node',
          environment: 'node',
          // Files of one process share its modules: loading them anew for each of four hundred took a sixth of the run.
          isolate: false,
          include: ['packages/{core,crawler}/src/**/*.test.ts', 'packages/widgets/build/*.test.ts'],
          exclude: ALONE,
          provide: { chromium: executablePath ?? '' },
          expect: { poll },
          testTimeout: TIMEOUT,
          benchmark: { include: [] },
        },
      },
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: {
          name: 'node-server',
          environment: 'node',
          // One after another in a process, files share its databases too, which they empty.
          isolate: false,
          include: ['packages/server/src/**/*.test.ts'],
          globalSetup: 'packages/server/src/shared-postgres-fixture.ts',
          provide: { chromium: executablePath ?? '' },
          expect: { poll },
          testTimeout: TIMEOUT,
          benchmark: { include: ['packages/server/**/*.bench.ts'] },
        },
      },
      {
        resolve: { conditions: browserConditions },
        // One that is met later makes Vite reload the page under a test.
        optimizeDeps: {
          include: ['lit', 'lit/decorators.js', 'valibot', 'axe-core', 'temporal-polyfill/fns/ZonedDateTime'],
        },
        test: {
          name: 'browser',
          testTimeout: TIMEOUT,
          expect: { poll },
          include: ['packages/widgets/src/**/*.test.ts'],
          // Measures are taken from outside the browser.
          benchmark: { include: [] },
          browser: browser(),
        },
      },
      {
        plugins: [storybookTest({ configDir: new URL('.storybook', import.meta.url).pathname })],
        test: {
          name: 'storybook',
          testTimeout: TIMEOUT,
          benchmark: { include: [] },
          browser: browser(),
        },
      },
    ],
  },
});
