import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultConfig, QualeprefError } from '@qualepref/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AuditRequest } from './audit.ts';
import { openFile } from './audit-folder.ts';
import { site } from './testing.ts';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'qualepref-'));
});
afterEach(() => {
  rmSync(out, { recursive: true, force: true });
});

const request = (partial: Partial<AuditRequest> = {}): AuditRequest => ({
  config: defaultConfig('https://a.fr/'),
  start: 'https://a.fr/',
  campaign: '2026-T4',
  out,
  formats: [],
  exhaustive: false,
  allowPrivate: false,
  ignoreRobotsErrors: false,
  startAfresh: false,
  ...partial,
});
const PREVIOUS = { campaign: '2026-T3', startedOn: '2026-08-24', id: 'a' };

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    return error instanceof QualeprefError ? error.code : String(error);
  }
  return undefined;
}

test('an unfinished audit is taken up again only from the same previous audit', () => {
  openFile(request(), site(), PREVIOUS).file.close();
  expect(codeOf(() => openFile(request(), site()))).toBe('audit-other');
  expect(codeOf(() => openFile(request(), site(), { ...PREVIOUS, id: 'b' }))).toBe('audit-other');
  const { file, resumed } = openFile(request(), site(), PREVIOUS);
  expect([resumed, file.since]).toEqual([true, PREVIOUS]);
  file.close();
});

test('the audit of another version stops, and is put aside to begin afresh', () => {
  const path = join(out, 'audit.sqlite');
  writeFileSync(path, 'un ancien format');
  for (const name of ['report.json', 'report-grille.csv', 'report-service-a.pdf', 'notes.txt'])
    writeFileSync(join(out, name), '');
  expect(codeOf(() => openFile(request(), site()))).toBe('audit-format');
  const day = statSync(path).mtime.toISOString().slice(0, 10);
  const { file, kept } = openFile(request({ startAfresh: true }), site());
  file.close();
  expect(kept).toBe(join(out, day));
  expect(readFileSync(join(out, day, 'audit.sqlite'), 'utf8')).toBe('un ancien format');
  expect(readdirSync(join(out, day)).sort()).toEqual([
    'audit.sqlite',
    'report-grille.csv',
    'report-service-a.pdf',
    'report.json',
  ]);
});
