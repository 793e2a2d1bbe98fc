import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { run } from './command.ts';
import { exampleConfig, exampleEnvironment } from './testing.ts';

let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'qualepref-command-'));
  writeFileSync(join(data, 'qualepref.yml'), JSON.stringify(exampleConfig));
  for (const [name, value] of Object.entries({
    ...exampleEnvironment,
    QUALEPREF_DATA: data,
    DATABASE_URL: '',
  }))
    vi.stubEnv(name, value);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(data, { recursive: true });
});

/** Runs a command, and keeps what it says. */
async function tell(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.out += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((said.err += String(text)), true));
  const code = await run(['--config', join(data, 'qualepref.yml'), ...args]);
  return { code, ...said };
}

test.each([
  [['servir'], 'Commande inconnue : servir. Vouliez-vous dire serve ?'],
  [['serve', '--vite'], 'Option inconnue : --vite.'],
  [['erase-person'], 'Il manque un argument à la commande erase-person'],
  [['restore', 'sauvegarde.dump'], 'La commande restore a besoin de l’option --force'],
  [
    ['user', 'add', 'a.martin', '--name', 'A', '--role', 'chef'],
    '--role : valeur inconnue. Attendu : administrator, quality-manager, referent, agent, reader. Aide : qualepref-server user add --help.',
  ],
])('a command that is not understood ends with 2 and says so in French: %j', async (args, message) => {
  const { code, out, err } = await tell(...args);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')).toContain(message);
});

test('help is in French, names every command and is no fault', async () => {
  const { code, out } = await tell('--help');
  expect(code).toBe(0);
  for (const name of ['serve', 'worker', 'migrate', 'user', 'backup', 'restore', 'purge', 'export-person'])
    expect(out).toContain(name);
  expect(out).not.toMatch(/display help|Commands:|Options:|default/);
});

test('a configuration that is not there ends with 2', async () => {
  const { code, err } = await tell('--config', join(data, 'absent.yml'), 'purge');
  expect(code).toBe(2);
  expect(err).toContain('absent.yml');
});

test('an account is made with a password that is shown once; its login is taken then', async () => {
  const add = ['user', 'add', 'c.exemple', '--name', 'Camille Exemple', '--role', 'administrator'];
  const { code, out } = await tell(...add);
  expect(code).toBe(0);
  expect(out).toMatch(/^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/m);
  const again = await tell(...add);
  expect(again.code).toBe(2);
  expect(again.err).toContain('déjà pris');
  const reset = await tell('user', 'reset-factor', 'c.exemple');
  expect(reset).toMatchObject({ code: 0, err: '' });
  expect(reset.out).toContain('Le second facteur est retiré');
}, 60_000);

test('a backup is restored in the place of the embedded database, and purged', async () => {
  const made = await tell('backup');
  expect(made.code).toBe(0);
  const restored = await tell('restore', made.out.trim(), '--force');
  expect(restored).toMatchObject({ code: 0, err: '' });
  expect(restored.out).toContain('Personnes effacées à nouveau\u00a0: 0.');
  const nobody = await tell('user', 'disable', 'personne');
  expect(nobody.code).toBe(2);
  expect(nobody.err).toContain('Aucun compte');
}, 60_000);
