import { globSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** What each package may import; whoever adds a dependency adds it here. */
const ROOMS: Record<string, readonly string[]> = {
  core: ['temporal-polyfill', 'valibot'],
  crawler: [
    ...['@qualepref/core', 'node:'],
    ...[
      '@e965/xlsx',
      '@streamparser/json',
      'axe-core',
      'cheerio',
      'cli-progress',
      'commander',
      'csv-stringify',
      'exceljs',
      'fastest-levenshtein',
      'franc',
      'hono',
    ],
    ...[
      'html-validate',
      'p-queue',
      'pdfjs-dist',
      'playwright-core',
      'saxes',
      'undici',
      'valibot',
      'yaml',
      'yauzl',
    ],
  ],
  server: [
    ...['@qualepref/core', '@qualepref/crawler', 'node:'],
    ...[
      '@e965/xlsx',
      '@electric-sql/pglite',
      '@hono/node-server',
      'altcha-lib',
      'commander',
      'hono',
      'kysely',
      'pg',
      'pg-boss',
    ],
    ...['@valibot/to-json-schema', 'nodemailer', 'prom-client', 'uqr', 'valibot'],
  ],
  widgets: ['@qualepref/core', 'lit', 'valibot'],
};

/** The only files that may import each of these: one door to each outside thing. */
const DOORS: Record<string, readonly string[]> = {
  undici: ['crawler/src/{fetch*,address-guard}.ts'],
  'node:http': ['crawler/src/fetch*.ts', 'crawler/src/generated-server.ts'],
  'node:https': ['crawler/src/fetch*.ts'],
  'node:dns': ['crawler/src/{fetch*,address-guard}.ts'],
  'node:net': ['crawler/src/{fetch*,address-guard,generated-server}.ts', 'server/src/source-address.ts'],
  'node:tls': ['crawler/src/fetch*.ts'],
  cheerio: ['crawler/src/read*.ts'],
  'playwright-core': [
    'crawler/src/{render*,chromium}.ts',
    'crawler/src/passes/*.ts',
    'crawler/src/reports/html-testing.ts',
  ],
  'axe-core': ['crawler/src/{render*,reports/html-testing}.ts'],
  'node:child_process': [
    'crawler/src/chromium.ts',
    'crawler/src/temporary-folder.ts',
    'server/src/backup.ts',
  ],
  'node:sqlite': [
    'crawler/src/{audit-file,audit-file-database,feed-file,feed-writer}.ts',
    'crawler/src/scratch.ts',
    'server/src/store/database.ts',
  ],
  '@electric-sql/pglite': ['server/src/store/database.ts'],
  '@hono/node-server': ['server/src/{app,serve}.ts'],
  kysely: ['server/src/store/*.ts'],
  pg: ['server/src/store/database.ts'],
  'pg-boss': ['server/src/store/database.ts'],
  'altcha-lib': ['server/src/challenge.ts'],
  nodemailer: ['server/src/mail.ts'],
  'prom-client': ['server/src/metrics.ts'],
  '@valibot/to-json-schema': ['server/src/openapi.ts'],
  'csv-stringify': ['crawler/src/reports/csv-table.ts'],
  hono: ['crawler/src/reports/*.ts', 'server/src/**/*.ts'],
  saxes: ['crawler/src/{sitemap,document-office,feed-xml,read-xhtml}.ts'],
  yauzl: ['crawler/src/{document-office,feed-zip}.ts'],
  'pdfjs-dist': ['crawler/src/document-pdf.ts'],
  'node:worker_threads': ['crawler/src/document{,-worker}.ts'],
  'html-validate': ['crawler/src/validity.ts'],
  franc: ['crawler/src/language.ts'],
  yaml: ['crawler/src/config.ts'],
  commander: ['crawler/src/{cli,command,command-*,usage}.ts', 'server/src/command.ts'],
  '@streamparser/json': ['crawler/src/annuaire-file.ts'],
  exceljs: ['crawler/src/{grid-export*,grid-cells,grid-paper,grid-testing,hand-export,hand-fixture}.ts'],
  '@e965/xlsx': ['crawler/src/{grid-import*,hand-import,mail-log}.ts', 'server/src/mail-sheet.ts'],
  uqr: ['server/src/pages/*.ts'],
  'cli-progress': ['crawler/src/progress.ts'],
};

/** Where a browser usually stands, which one outlived its audit, what memory it takes: each system says so in its own way. */
const SYSTEM_PATHS = [
  'crawler/src/chromium-path.ts',
  'crawler/src/render-memory.ts',
  'crawler/src/temporary-folder.ts',
];

const IMPORT =
  /(?:^|\s)(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;
const POSIX =
  /['"`](?:\/tmp|\/dev|\/usr|\/etc|\/var|\/home|\/opt|\/bin|\/proc)\b|['"]SIG(?!INT\b|TERM\b)[A-Z]+['"]|\bgetuid\(/;

interface Source {
  /** From `packages/`, for instance `core/src/grid.ts`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function sources(pattern: string, from: string): Source[] {
  return globSync(pattern, { cwd: join(root, from) }).map((found) => {
    const path = found.replaceAll('\\', '/');
    const text = readFileSync(join(root, from, found), 'utf8');
    return { path, text, imports: [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '') };
  });
}

const all = sources('*/src/**/*.ts', 'packages');
const published = all.filter(
  ({ path }) => !/\.(test|bench|stories)\.ts$|\/(testing|([\w-]+-)?fixture)\.ts$/.test(path),
);

const isRelative = (name: string): boolean => name.startsWith('.');
const packageOf = (name: string): string =>
  name.startsWith('node:') ? name : name.split('/', name.startsWith('@') ? 2 : 1).join('/');

/** `file → import` for each import of these files that breaks a rule. */
function breaches(files: readonly Source[], isBreach: (name: string, file: Source) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports.filter((name) => isBreach(name, file)).map((name) => `${file.path} → ${name}`),
  );
}

test('the sources are read', () => {
  expect(published.length).toBeGreaterThan(10);
  expect(published.flatMap(({ imports }) => imports)).toContain('@qualepref/core');
});

test('a package imports only what its room allows', () => {
  const found = breaches(published, (name, { path }) => {
    const room = ROOMS[path.split('/')[0] ?? ''] ?? [];
    return !isRelative(name) && !room.includes(name.startsWith('node:') ? 'node:' : packageOf(name));
  });
  expect(found).toEqual([]);
});

test('an outside thing has one door', () => {
  const found = breaches(published, (name, { path }) => {
    const doors = DOORS[packageOf(name)];
    return doors !== undefined && !doors.some((door) => matchesGlob(path, door));
  });
  expect(found).toEqual([]);
});

test('widgets ask the network through one file', () => {
  const asks = published
    .filter(
      ({ path, text }) => path.startsWith('widgets/') && /\bfetch\(|XMLHttpRequest|sendBeacon/.test(text),
    )
    .map(({ path }) => path);
  expect(asks).toEqual(['widgets/src/client.ts']);
});

test('a package declares what it imports', () => {
  const found = breaches(published, (name, { path }) => {
    const manifest = JSON.parse(
      readFileSync(join(root, 'packages', path.split('/')[0] ?? '', 'package.json'), 'utf8'),
    ) as { dependencies?: Record<string, string> };
    return (
      !isRelative(name) && !name.startsWith('node:') && !(packageOf(name) in (manifest.dependencies ?? {}))
    );
  });
  expect(found).toEqual([]);
});

test('no relative import leaves its package', () => {
  const leaves = (name: string, { path }: Source): boolean =>
    isRelative(name) &&
    !join(path, '..', name)
      .replaceAll('\\', '/')
      .startsWith(`${path.split('/')[0] ?? ''}/src/`);
  expect(breaches(all, leaves)).toEqual([]);
  const reaches = (name: string): boolean => isRelative(name) && name.includes('packages/');
  expect(breaches(sources('**/*.ts', 'test'), reaches)).toEqual([]);
});

test('what is published names no path, signal or call that only POSIX systems have', () => {
  const found = published
    .filter(({ path }) => !SYSTEM_PATHS.includes(path))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .map((line, index) => ({ line, place: `${path}:${String(index + 1)}` }))
        .filter(({ line }) => POSIX.test(line))
        .map(({ line, place }) => `${place} ${line.trim()}`),
    );
  expect(found).toEqual([]);
});
