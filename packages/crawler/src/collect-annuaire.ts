import type { Config } from '@qualepref/core';
import { annuaireApiUrl, departementsOf, readAnnuaireRecord, type AnnuaireRecord } from './annuaire.ts';
import type { AuditFile } from './audit-file.ts';
import type { World } from './collect.ts';
import { fetchOrStop } from './stop.ts';

/**
 * Asks the directory of the administration about the reception sites: one
 * request for each kind and département. What does not answer as it should is
 * not compared with: a directory that is out is no fault of the site.
 *
 * @throws Interrupted
 */
export async function collectAnnuaire(
  sites: Config['sites'],
  file: AuditFile,
  world: World,
  signal: AbortSignal,
): Promise<void> {
  if (file.annuaire) return;
  const departements = departementsOf(sites);
  const urls = new Set(sites.map(annuaireApiUrl).filter((url) => url !== null));
  const records = new Map<string, AnnuaireRecord>();
  let hasAnswer = false;
  for (const url of urls) {
    const { outcome, body } = await fetchOrStop({ url, kind: 'asset' }, signal, world);
    const found = outcome === 'ok' && body ? recordsOf(body) : null;
    if (!found) continue;
    hasAnswer = true;
    for (const value of found) {
      const record = readAnnuaireRecord(value, departements);
      if (record) records.set(record.id, record);
    }
  }
  if (hasAnswer) file.noteAnnuaire([...records.values()]);
}

/** `{ "results": [record, …] }`; `null` for anything else. */
function recordsOf(body: Uint8Array): readonly unknown[] | null {
  try {
    const answer: unknown = JSON.parse(new TextDecoder().decode(body));
    if (typeof answer !== 'object' || answer === null || !('results' in answer)) return null;
    return Array.isArray(answer.results) ? answer.results : null;
  } catch {
    return null;
  }
}
