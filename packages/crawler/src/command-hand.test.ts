import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { Gap, HandCampaign, PlanNews } from '@qualepref/core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { gridCommand } from './command-fixture.ts';
import { filledByHand, type HandWritten } from './hand-fixture.ts';

let dir: string;
let config: string;
const SHEET = 'Sous-préfecture d’Aix';

/** The half-year and the quarter go through their campaigns, test after test. */
beforeAll(() => {
  vi.useFakeTimers({ now: new Date('2026-11-30T10:00:00Z'), toFake: ['Date'] });
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  config = join(dir, 'qualepref.yml');
  writeFileSync(
    config,
    [
      'site: { address: "https://www.exemple.gouv.fr/" }',
      'sites:',
      `  - { id: aix, name: "${SHEET}", kind: sous-prefecture }`,
      'services:',
      '  - { id: accueil, name: "Bureau de l’accueil" }',
    ].join('\n'),
  );
});
afterAll(() => {
  vi.useRealTimers();
  rmSync(dir, { recursive: true, force: true });
});

const place = (name: string): string => join(dir, 'campagnes', name);
const keptIn = (name: string): HandCampaign => JSON.parse(readFileSync(place(name), 'utf8')) as HandCampaign;
const gapsOf = (name: string): readonly Gap[] =>
  (JSON.parse(readFileSync(place(name), 'utf8')) as PlanNews).gaps;
const exported = (kind: string, ...more: string[]): Promise<{ code: number; said: string }> =>
  gridCommand('export', join(dir, 'campagnes'), '--kind', kind, '--config', config, ...more);

async function fill(name: string, written: HandWritten): Promise<void> {
  const bytes = await filledByHand(new Uint8Array(readFileSync(place(name))), { [SHEET]: written });
  writeFileSync(place(name), bytes);
}

const SIGN = 'reception:2026-S2:aix SIG-01';

test('the grid of reception is opened for the half-year of today, in a folder that is made', async () => {
  expect(await exported('accueil')).toEqual({
    code: 0,
    said: `${place('accueil-2026-S2.xlsx')}\n${place('accueil-2026-S2.json')}\n`,
  });
  expect(keptIn('accueil-2026-S2.json')).toMatchObject({ kind: 'reception', period: '2026-S2' });
});

test('what is filled in enters the campaign, and its gaps are written for the plan', async () => {
  await fill('accueil-2026-S2.xlsx', {
    rows: { [SIGN]: { verdict: 'non conforme', reason: 'Enseigne cachée.' } },
  });
  expect(await gridCommand('import', place('accueil-2026-S2.xlsx'))).toMatchObject({
    code: 0,
    said: expect.stringMatching(
      /^1 décision enregistrée\.\n0 point conforme sur 1 décidé, \d+ restants\.\n/,
    ) as string,
  });
  expect(gapsOf('accueil-2026-S2-ecarts.json')).toMatchObject([
    { id: 'reception:2026-S2:SIG-01:aix', origin: 'reception-grid', foundOn: '2026-11-24' },
  ]);
});

test('importing again changes nothing, and one wrong cell leaves everything as it was', async () => {
  const before = readFileSync(place('accueil-2026-S2.json'), 'utf8');
  expect((await gridCommand('import', place('accueil-2026-S2.xlsx'))).said).toMatch(/^Rien de nouveau/);
  await fill('accueil-2026-S2.xlsx', {
    rows: { [SIGN]: { verdict: 'conforme' }, 'reception:2026-S2:aix SIG-02': { verdict: 'bof' } },
  });
  expect(await gridCommand('import', place('accueil-2026-S2.xlsx'))).toMatchObject({
    code: 2,
    said: expect.stringMatching(/cellule E\d+ : « bof »/) as string,
  });
  expect(readFileSync(place('accueil-2026-S2.json'), 'utf8')).toBe(before);
});

test('exported again, the campaign is the same, with what is decided', async () => {
  const { id } = keptIn('accueil-2026-S2.json');
  expect(await exported('accueil', '--period', '2026-S2')).toMatchObject({ code: 0 });
  expect(keptIn('accueil-2026-S2.json').id).toBe(id);
  expect((await gridCommand('import', place('accueil-2026-S2.xlsx'))).said).toMatch(/^Rien de nouveau/);
});

test('a closed campaign changes only for a reason, as a new version', async () => {
  expect(await gridCommand('close', place('accueil-2026-S2.json'))).toMatchObject({
    code: 0,
    said: expect.stringMatching(
      /close et visée par Référente\. .* Empreinte du contenu : [\da-f]{64}\./,
    ) as string,
  });
  expect(await gridCommand('close', place('accueil-2026-S2.json'))).toMatchObject({ code: 2 });
  await fill('accueil-2026-S2.xlsx', { rows: { [SIGN]: { verdict: 'conforme', by: 'Dominique' } } });
  const before = readFileSync(place('accueil-2026-S2.json'), 'utf8');
  expect(await gridCommand('import', place('accueil-2026-S2.xlsx'))).toMatchObject({
    code: 2,
    said: expect.stringMatching(/close depuis le 30 novembre 2026 .* --reopen/) as string,
  });
  expect(readFileSync(place('accueil-2026-S2.json'), 'utf8')).toBe(before);
  await gridCommand('import', place('accueil-2026-S2.xlsx'), '--reopen', 'Enseigne dégagée.');
  const kept = keptIn('accueil-2026-S2.json');
  expect(kept.kind === 'reception' && kept.campaigns[0]).toMatchObject({
    earlier: [{ decisions: 1, reopened: { by: 'Dominique', reason: 'Enseigne dégagée.' } }],
  });
  expect(kept.kind === 'reception' && kept.campaigns[0]?.signature).toBeUndefined();
  expect(gapsOf('accueil-2026-S2-ecarts.json')).toEqual([]);
});

test('replies are drawn once from the follow-up table, and the same seed draws them again', async () => {
  const log = join(dir, 'suivi.xlsx');
  const heads = ['Numéro', 'Reçu le', 'Canal', 'Site', 'Service', 'Objet', 'Répondu le'];
  const lines = Array.from({ length: 20 }, (_, at) => [
    ...[`2026-${String(at)}`, '05/10/2026', 'courriel', 'aix', 'accueil', 'Horaires', '06/10/2026'],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([heads, ...lines]), 'Suivi');
  writeFileSync(log, new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer));
  const entries = (): string[] => {
    const kept = keptIn('courriers-2026-T4.json');
    return kept.kind === 'mail-control' ? kept.draw.sheets.map(({ entry }) => entry) : [];
  };

  expect((await exported('courriers')).said).toMatch(/--log .* colonnes sont : Numéro, Canal,/);
  expect(existsSync(place('courriers-2026-T4.json'))).toBe(false);
  const seed = ['--log', log, '--seed', 'abc', '--size', '5'];
  expect(await exported('courriers', ...seed)).toMatchObject({ code: 0 });
  const first = entries();
  expect(first).toHaveLength(5);
  expect(await exported('courriers')).toMatchObject({ code: 0 });
  expect(await exported('courriers', ...seed)).toMatchObject({
    code: 2,
    said: expect.stringMatching(/déjà tirées/) as string,
  });
  rmSync(place('courriers-2026-T4.json'));
  await exported('courriers', ...seed);
  expect(entries()).toEqual(first);
});

test('what is missing or wrong is said, with what to do', async () => {
  expect((await exported('pigeons')).said).toMatch(/Attendu : accueil ou courriers/);
  expect((await exported('accueil', '--period', '2026-T4')).said).toMatch(/un semestre, par exemple 2026-S2/);
  expect((await exported('accueil', '--seed', 'abc')).said).toMatch(/--seed ne sert pas .* --kind courriers/);
  expect((await gridCommand('export', dir, '--period', '2026-S2')).said).toMatch(/--period ne sert pas/);
  expect((await exported('accueil', '--period', 'hier')).said).toMatch(/n’est pas une période/);
  expect((await gridCommand('close', place('courriers-2026-T4.json'))).said).toMatch(/--by/);
  expect((await gridCommand('close', place('absent.json'))).said).toMatch(/n’existe pas/);
  writeFileSync(place('abîmé.json'), '{');
  expect((await gridCommand('close', place('abîmé.json'))).said).toMatch(/reprendre d’une sauvegarde/);
  expect((await gridCommand('import', place('courriers-2026-T4.xlsx'), '--audit', dir)).said).toMatch(
    /--audit/,
  );
});

test('a grid of one’s own is opened from a spreadsheet that was exported', async () => {
  const own = ['--period', '2027-S1', '--grid', place('accueil-2026-S2.xlsx')];
  expect(await exported('accueil', ...own)).toMatchObject({ code: 0 });
  expect(keptIn('accueil-2027-S1.json').grid?.edition).toMatch(/^propre-/);
  expect(await exported('accueil', '--period', '2027-S1')).toMatchObject({ code: 0 });
  expect(await gridCommand('export', dir, '--grid', 'x.xlsx')).toMatchObject({
    code: 2,
    said: expect.stringContaining('ajouter --kind') as string,
  });
});
