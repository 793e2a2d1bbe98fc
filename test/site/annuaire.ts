import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The week of a site, as the directory writes it: from a day to another, from an hour to another. */
const week = (...spans: readonly (readonly [string, string, string, string])[]): string =>
  JSON.stringify(
    spans.map(([firstDay, lastDay, from, to]) => ({
      ...{ nom_jour_debut: firstDay, nom_jour_fin: lastDay, commentaire: '' },
      ...{ valeur_heure_debut_1: `${from}:00`, valeur_heure_fin_1: `${to}:00` },
      ...{ valeur_heure_debut_2: '', valeur_heure_fin_2: '' },
    })),
  );

const record = (
  id: string,
  { name, type, street, code, town, phone, hours }: Readonly<Record<string, string>>,
): Record<string, string | undefined> => ({
  id,
  nom: name,
  pivot: JSON.stringify([{ type_service_local: type, code_insee_commune: [code] }]),
  adresse: JSON.stringify([
    { type_adresse: 'Adresse', numero_voie: street, code_postal: code, nom_commune: town },
  ]),
  telephone: JSON.stringify([{ valeur: phone, description: '' }]),
  plage_ouverture: hours,
  date_modification: '03/08/2026 10:12:13',
});

/** What the directory answers of the sites of the demonstration: structured fields are JSON in strings. */
const ANSWER = {
  total_count: 3,
  results: [
    record('brumeval', {
      ...{ name: 'Préfecture de la Haute-Brume', type: 'prefecture', phone: '01 99 00 00 10' },
      ...{ street: '1 place du Belvédère', code: '00100', town: 'Brumeval' },
      hours: week(['Lundi', 'Jeudi', '08:30', '16:30'], ['Vendredi', 'Vendredi', '08:30', '12:00']),
    }),
    record('roc', {
      ...{ name: 'Sous-préfecture de Roc-sur-Lande', type: 'sous_pref', phone: '01 99 00 02 10' },
      ...{
        street: '14 rue du Vieux-Pont',
        code: '00200',
        town: 'Roc-sur-Lande',
        hours: week(['Lundi', 'Vendredi', '09:00', '12:00']),
      },
    }),
    record('saint-aubert', {
      ...{ name: 'Sous-préfecture de Saint-Aubert-les-Eaux', type: 'sous_pref', phone: '01 99 00 03 10' },
      ...{ street: '2 allée des Thermes', code: '00300', town: 'Saint-Aubert-les-Eaux' },
      hours: week(['Mardi', 'Mardi', '09:00', '16:00'], ['Jeudi', 'Jeudi', '09:00', '16:00']),
    }),
  ],
};

/** Writes it in a folder, and says where. */
export function writeAnnuaire(folder: string): string {
  const path = join(folder, 'annuaire.json');
  writeFileSync(path, JSON.stringify(ANSWER, null, 2));
  return path;
}
