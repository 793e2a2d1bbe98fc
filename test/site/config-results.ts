import { labelDates } from './results.ts';

/** The part of `qualepref.yml` on what the préfecture publishes of itself: label, accounts, people. */
export function resultsYaml(today: string): string {
  const { start, end } = labelDates(today);
  const left = `${String(Number(today.slice(0, 4)) - 1)}-08-31`;
  return `label:
  name: Qual-e-Pref
  family: qual-e-pref
  scope: { fr: "relation générale avec les usagers, relations avec les collectivités territoriales" }
  sites: [brumeval, roc-sur-lande, saint-aubert]
  modules: [1, 4]
  obtained: ${start}
  end: ${end}

accounts:
  - { network: Facebook, name: Préfecture de la Haute-Brume, address: https://www.facebook.com/haute.brume.site.fictif }
  - { network: X, name: "@haute_brume_fictive", address: https://x.com/haute_brume_fictive }

people:
  - { role: quality-manager, name: Aline Vauquelin-Fictive, position: responsable qualité }
  - { role: committee-chair, name: Paul Sansonnet-Fictif, position: secrétaire général, until: ${left} }
`;
}
