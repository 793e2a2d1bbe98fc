import { dayBefore } from './page.ts';

/** The part of `qualepref.yml` on how the public is received: sites with what they must show, procedures on appointment. */
export function welcomeYaml(today: string): string {
  const closing = dayBefore(today, -20).split('/').toReversed().join('-');
  return `sites:
  - id: brumeval
    name: Brumeval
    kind: prefecture
    arrondissement: Brumeval
    address: 1 place du Belvédère, 00100 Brumeval
    phones:
      - { number: 01 99 00 00 10, purpose: { fr: Standard } }
    hours:
      - { days: [1, 2, 3, 4], from: "08:30", to: "16:30" }
      - { days: [5], from: "08:30", to: "12:00" }
    facilities: [digital-desk]
    closings:
      - { day: ${closing}, reason: { fr: travaux } }
  - id: roc-sur-lande
    name: Roc-sur-Lande
    kind: sous-prefecture
    arrondissement: Roc-sur-Lande
    address: 14 rue du Vieux-Pont, 00200 Roc-sur-Lande
    phones:
      - { number: 01 99 00 02 10 }
    hours:
      - { days: [1, 2, 3, 4, 5], from: "09:00", to: "12:00" }
  - id: saint-aubert
    name: Saint-Aubert-les-Eaux
    kind: sous-prefecture
    arrondissement: Saint-Aubert-les-Eaux
    address: 2 allée des Thermes, 00300 Saint-Aubert-les-Eaux
    onAppointmentOnly: true
`;
}

/** Procedures received on appointment, booked on the site’s own page. */
export const appointmentsYaml = `  - label: { fr: Titre de séjour }
    page: /Demarches/Accueil-des-etrangers/Titre-de-sejour
    onAppointment: true
    booking: { mode: own-slots, address: /Prendre-un-rendez-vous }
  - label: { fr: Document de circulation pour mineur }
    page: /Demarches/Accueil-des-etrangers/Document-de-circulation-pour-mineur
    onAppointment: true
    booking: { mode: own-slots, address: /Prendre-un-rendez-vous }
  - label: { fr: Point numérique }
    page: /Demarches/Vehicules-et-permis/Points-numeriques
    onAppointment: true
    booking: { mode: own-slots, address: /Prendre-un-rendez-vous }
`;
