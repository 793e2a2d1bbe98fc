import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadAnnuaire } from './annuaire-file.ts';

/** Three times the most that was measured, on a busy machine; in memory at once, the bulk file would take gigabytes. */
const SLOWEST = 90;
const RECORDS = 400;

const folder = mkdtempSync(join(tmpdir(), 'qualepref-annuaire-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** One in a hundred is a préfecture, more than in the real file. */
const record = (at: number) => ({
  id: String(at),
  nom: `Service ${String(at)}`,
  pivot: [{ type_service_local: at % 100 === 0 ? 'prefecture' : 'mairie', code_insee_commune: ['13001'] }],
  adresse: [
    {
      type_adresse: 'Adresse',
      numero_voie: `${String(at)} rue Noire`,
      code_postal: '13006',
      nom_commune: 'Marseille',
      note_accessibilite: 'Rampe à l’entrée de côté. '.repeat(60),
    },
  ],
  telephone: [{ valeur: '04 91 15 60 00', description: '' }],
  plage_ouverture: [{ nom_jour_debut: 'Lundi', nom_jour_fin: 'Vendredi', valeur_heure_debut_1: '08:30:00' }],
});

test('reading a bulk file piece by piece costs a bounded number of times JSON.parse of each record', async ({
  bench,
}) => {
  const lines = Array.from({ length: RECORDS }, (_, at) => JSON.stringify(record(at)));
  const path = join(folder, 'bulk.json');
  writeFileSync(path, `{"service":[${lines.join(',')}]}`);
  const result = await bench.compare(
    bench('JSON.parse', () => {
      for (const line of lines) JSON.parse(line);
    }),
    bench('piece by piece', async () => {
      await loadAnnuaire(path, new Set(['13']));
    }),
  );
  const ratio = result.get('piece by piece').latency.mean / result.get('JSON.parse').latency.mean;
  process.stderr.write(`piece by piece: ${ratio.toFixed(1)} times JSON.parse\n`);
  expect(ratio).toBeLessThan(SLOWEST);
});
