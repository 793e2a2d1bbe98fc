import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultConfig } from '@qualepref/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AuditFile } from './audit-file.ts';
import { run } from './command.ts';
import { compareAudits, type Comparison } from './compare.ts';
import { comparedAudit } from './compare-side.ts';
import { checks } from './checks/index.ts';
import type { HtmlFacts } from './facts.ts';
import { judge } from './judge.ts';
import { jsonReport } from './reports/json.ts';
import { page, site } from './testing.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

interface Written {
  readonly campaign?: string;
  readonly startedAt?: string;
  readonly address?: string;
  readonly isUndated?: boolean;
  readonly isFinished?: boolean;
}

/** An audit of one page, in a folder of its own. */
function write(name: string, given: Written = {}): string {
  const { campaign = '2026-T3', startedAt = '2026-08-24T09:00:00.000Z' } = given;
  const { address = 'https://a.fr/', isUndated = false, isFinished = true } = given;
  const folder = join(dir, name);
  mkdirSync(folder);
  const file = AuditFile.open(join(folder, 'audit.sqlite'));
  file.describe({ site: site({ address, campaign }), settings: '' }, JSON.stringify(defaultConfig(address)));
  file.beginRun(startedAt);
  file.enqueue([{ url: address, kind: 'page', depth: 0, priority: 0 }]);
  const fetchedOn = startedAt.slice(0, 10);
  const fetched = { url: address, outcome: 'ok', status: 200, headers: {}, fetchedOn, requests: 1 } as const;
  const html = page(isUndated ? { updated: null } : {}).html as HtmlFacts;
  file.store({ url: address }, { ...fetched, body: Buffer.from('<p>a</p>') }, startedAt, {
    html,
    targets: [],
    views: [],
  });
  file.keepSample({ urls: [], random: 0 });
  if (isFinished) file.finish(startedAt);
  file.close();
  return folder;
}

const LATER = { campaign: '2026-T4', startedAt: '2026-11-24T09:00:00.000Z' } as const;

/** Runs the command: its exit code, and what it prints with plain spaces. */
async function compare(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const [out, err] = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockReturnValue(true),
  );
  const text = (spy: typeof out): string =>
    (spy?.mock.calls ?? [])
      .map(([chunk]) => String(chunk))
      .join('')
      .replace(/[\u00A0\u202F]/g, ' ');
  try {
    const code = await run(['compare', ...args]);
    return { code, stdout: text(out), stderr: text(err) };
  } finally {
    out?.mockRestore();
    err?.mockRestore();
  }
}

test('two audits are compared from their files or their folders, in one sentence and two files', async () => {
  const before = write('avant', { isUndated: true });
  const after = join(write('apres', LATER), 'audit.sqlite');
  const out = join(dir, 'comparaison');
  const { code, stdout, stderr } = await compare(before, after, '--out', out);
  expect([code, stderr]).toEqual([0, expect.stringContaining('Audits relus : 2 sur 2')]);
  expect(stdout).toMatch(/^Depuis le 3e trimestre 2026 : .*corrigé.*\.\nGrille : .*devenu/);
  expect(stdout.trimEnd().split('\n').slice(-2)).toEqual([
    join(out, 'comparaison.html'),
    join(out, 'comparaison.json'),
  ]);
  const written = JSON.parse(readFileSync(join(out, 'comparaison.json'), 'utf8')) as Comparison;
  expect(written.defects.find(({ code }) => code === 'no-date')).toMatchObject({ change: 'mended' });
  const html = readFileSync(join(out, 'comparaison.html'), 'utf8');
  expect(html).toContain('Content-Security-Policy" content="default-src');
  expect(html).not.toContain('<script');
});

test('a spreadsheet is given the two tables as CSV', async () => {
  const [before, after] = [write('avant', { isUndated: true }), write('apres', LATER)];
  const { stdout } = await compare(before, after, '--out', dir, '--format', 'csv', '--quiet');
  const names = ['comparaison-grille.csv', 'comparaison-defauts.csv'];
  expect(stdout.trimEnd().split('\n').slice(-2)).toEqual(names.map((name) => join(dir, name)));
  expect(readFileSync(join(dir, 'comparaison-defauts.csv'), 'utf8')).toMatch(/^\uFEFFÉvolution;/);
});

test('one format may be asked for', async () => {
  const [before, after] = [write('avant'), write('apres', LATER)];
  expect((await compare(before, after, '--out', dir, '--format', 'json', '--quiet')).stderr).toBe('');
  expect(readdirSync(dir)).toEqual(['apres', 'avant', 'comparaison.json']);
  const { code, stderr } = await compare(before, after, '--format', 'pdf');
  expect([code, stderr]).toEqual([2, expect.stringContaining('pdf')]);
});

test('what cannot be compared is refused, with what to do', async () => {
  const before = write('avant');
  const refused = async (first: string, second: string): Promise<unknown> => {
    const { code, stderr } = await compare(first, second, '--out', dir, '--quiet');
    return [code, stderr];
  };
  const after = write('apres', LATER);
  const other = write('autre', { ...LATER, address: 'https://b.fr/' });
  const unfinished = write('inacheve', { ...LATER, isFinished: false });
  expect(await refused(before, other)).toEqual([2, expect.stringContaining('deux audits d’un même site')]);
  expect(await refused(before, unfinished)).toEqual([2, expect.stringContaining('n’est pas terminé')]);
  expect(await refused(after, before)).toEqual([2, expect.stringContaining('d’abord le plus ancien')]);
  expect(await refused(before, join(dir, 'absent'))).toEqual([2, expect.stringContaining('n’existe pas')]);
  expect(await refused(before, join(before, 'report.html'))).toEqual([
    2,
    expect.stringContaining('indiquer'),
  ]);
  expect(readdirSync(dir)).not.toContain('comparaison.json');
});

test('a report says what changed since the audit that its file keeps, without that audit', () => {
  const previous = AuditFile.read(join(write('avant', { isUndated: true }), 'audit.sqlite'));
  const earlier = comparedAudit(
    judge(previous, () => undefined),
    checks,
  );
  previous.close();
  const path = join(write('apres', LATER), 'audit.sqlite');
  const file = AuditFile.open(path);
  file.keepBefore(earlier);
  const said: unknown[] = [];
  const report = judge(
    file,
    () => undefined,
    undefined,
    (event) => said.push(event),
  );
  expect(said).toEqual([0, 1].map((done) => ({ stage: 'report', done, total: 1 })));
  expect(report.changes).toEqual(compareAudits(earlier, comparedAudit(report, checks)));
  const { changes } = JSON.parse([...jsonReport(report)].join('')) as { changes: Comparison };
  expect(changes).toEqual(report.changes);
  file.close();
});

test('every check that reads the feed or the directory is known to be blind without it', () => {
  const folder = join(import.meta.dirname, 'checks');
  const names = readdirSync(folder).filter((name) => /(?<!test)\.ts$/.test(name));
  const reading = (words: RegExp): string[] =>
    names.filter((name) => words.test(readFileSync(join(folder, name), 'utf8')));
  expect(reading(/usableFeed\(|settings\.feed\b/).filter((name) => !name.startsWith('sheet-'))).toEqual([]);
  expect(reading(/\bannuaire\b/)).toEqual(['directory-contacts.ts', 'reception-site.ts']);
});
