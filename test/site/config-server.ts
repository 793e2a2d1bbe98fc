import { labelDates } from './results.ts';
import { welcomeYaml } from './config-welcome.ts';

/**
 * The configuration of the server behind the site’s widgets: apart from that of
 * the audit, which the truth about the planted faults is written for.
 *
 * @param origin of the site, whose pages may embed the widgets
 * @param server where the public reaches the server
 */
export function serverYaml(origin: string, server: string, today: string): string {
  const { start, end } = labelDates(today);
  return `# Serveur de démonstration, derrière les composants du site fictif.
site:
  address: https://www.haute-brume.gouv.fr
  servedBy: ${origin}

${welcomeYaml(today)}
units:
  - { id: prefecture, name: Préfecture de la Haute-Brume, sites: [brumeval, roc-sur-lande, saint-aubert] }

services:
  - { id: qualite, name: Mission qualité, phone: 01 99 00 00 12, email: qualite@haute-brume.gouv.fr, address: "1 place du Belvédère, 00100 Brumeval", functions: [mail] }
  - { id: migrations, name: Direction des migrations, phone: 01 99 00 00 24, functions: [desk] }

procedures:
  - id: point-numerique
    label: { fr: Aide au point numérique, en: Digital help desk }
    onAppointment: true
    booking: { mode: own-slots }
    documents:
      - { fr: Pièce d’identité, en: Identity document }
      - { fr: Justificatif de domicile de moins de six mois, en: Proof of address under six months old }
    otherWays: ${WAYS}
    service: qualite
    sites: [brumeval, saint-aubert]
  - id: titre-de-sejour
    label: { fr: Remise d’un titre de séjour, en: Collecting a residence permit }
    onAppointment: true
    booking: { mode: official-service, address: "https://www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/0000/" }
    documents:
      - { fr: Convocation reçue, en: The letter you received }
    otherWays: ${WAYS}
    service: migrations
    sites: [brumeval]
  - id: naturalisation
    label: { fr: Entretien de naturalisation, en: Naturalisation interview }
    booking: { mode: convocation }
    explanation: { fr: Vous recevez une convocation par courrier., en: You are summoned by letter. }
    otherWays: ${WAYS}
    service: migrations
    sites: [brumeval]

label:
  name: Qual-e-Pref
  family: qual-e-pref
  scope: { fr: "relation générale avec les usagers, relations avec les collectivités territoriales", en: "general relations with users, relations with local authorities" }
  sites: [brumeval, roc-sur-lande, saint-aubert]
  modules: [1, 4]
  obtained: ${start}
  end: ${end}

server:
  name: Préfecture de la Haute-Brume
  address: ${server}
  origins: [${origin}]
  codes: { brumeval: BRU, roc-sur-lande: ROC, saint-aubert: AUB }
  privacy: { controller: préfet de la Haute-Brume, officer: dpd@haute-brume.gouv.fr, page: /Footer/Donnees-personnelles }
  feedbackService: qualite
  mail: { from: ne-pas-repondre@haute-brume.gouv.fr }
  # Everybody of a demonstration comes from one address.
  limits: { requests: 3000, writes: 200, allWrites: 1200, places: 20 }
`;
}

const WAYS =
  '[{ kind: phone, number: 01 99 00 00 24, hours: [{ days: [1, 2, 3, 4, 5], from: "08:30", to: "16:30" }], purpose: { fr: Un agent prend le rendez-vous avec vous., en: An agent books with you. } }, { kind: post, address: "1 place du Belvédère, 00100 Brumeval" }]';
