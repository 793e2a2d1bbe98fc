import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from './command-fixture.ts';

let dir: string;
let file: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  file = join(dir, 'resultats.json');
  const line = { label: { fr: 'Appels aboutis' }, period: '2026', value: { rate: 0.9 }, footnotes: [] };
  writeFileSync(
    file,
    JSON.stringify({
      ...{ schemaVersion: 1, publishedOn: '2027-01-15' },
      units: ['aix', 'arles', 'istres'].map((id) => ({ id, name: id })),
      indicators: ['aix', 'istres'].map((unit) => ({ id: 'tel.taux', unit, ...line })),
    }),
  );
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const report = (...args: string[]): ReturnType<typeof command> => command('report', ...args);

test('a results file gives a poster for each unit that has results, and its PDF when asked for', async () => {
  const out = join(dir, 'affiches');
  const { code, said } = await report(file, '--format', 'poster,pdf', '--out', out);
  expect([code, said.trim().split('\n').length]).toEqual([0, 4]);
  expect(readdirSync(out).sort()).toEqual([
    ...['affiche-aix.html', 'affiche-aix.pdf', 'affiche-istres.html', 'affiche-istres.pdf'],
  ]);
  expect(readFileSync(join(out, 'affiche-aix.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
}, 60_000);

test('what is no results file, or asks for a report with it, is refused with what to do', async () => {
  const refused = async (path: string, ...more: string[]): Promise<string> => {
    const { code, said } = await report(path, ...(more.length > 0 ? more : ['--format', 'poster']));
    return `${String(code)} ${said}`;
  };
  expect(await refused(join(dir, 'absent.json'))).toMatch(
    /^2 .*absent\.json » n’existe pas : indiquer le fichier JSON/,
  );
  const odd = join(dir, 'odd.json');
  writeFileSync(odd, 'résultats');
  expect(await refused(odd)).toMatch(/^2 .*n’est pas du JSON/);
  writeFileSync(odd, '{"schemaVersion":2}');
  expect(await refused(odd)).toMatch(/^2 résultats/);
  writeFileSync(odd, '{"schemaVersion":1,"publishedOn":"2027-01-15","units":[],"indicators":[]}');
  expect(await refused(odd)).toMatch(/^2 .*ne contient aucun résultat/);
  expect(await refused(file, '--format', 'poster,csv')).toMatch(/^2 .*demander l’affiche à part/);
  expect(existsSync(join(dir, 'affiche-aix.html'))).toBe(false);
});
