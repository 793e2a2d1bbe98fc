import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { loadResults, QualeprefError } from '@qualepref/core';
import type { DemoAccount } from './demo-accounts.ts';
import { seedDemo } from './demo-seed.ts';
import { listAccounts } from './store/account-store.ts';
import type { World } from './world.ts';

/**
 * Fills an empty database for a demonstration, with accounts whose passwords
 * are drawn.
 *
 * @param resultsPath a results file, which is published
 * @throws QualeprefError `demo-not-empty` when there is an account already: a real database is never mixed with an
 * invented life; `demo-results` when the file cannot be read; those of `loadResults`
 */
export async function fillDemo(world: World, resultsPath?: string): Promise<readonly DemoAccount[]> {
  if ((await listAccounts(world.store.db)).length > 0)
    throw new QualeprefError(
      'demo-not-empty',
      'Cette base a déjà des comptes : la démonstration ne se mêle à aucune autre. Donner un autre dossier par QUALEPREF_DATA.',
    );
  const results = resultsPath === undefined ? undefined : loadResults(await read(resultsPath));
  return seedDemo(world, { password: `brume-${randomBytes(9).toString('base64url')}`, results });
}

async function read(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch (cause) {
    throw new QualeprefError(
      'demo-results',
      `Le fichier de résultats ${path} ne se lit pas : vérifier son chemin, et que c’est du JSON.`,
      { cause },
    );
  }
}
