import { existsSync } from 'node:fs';
import { defaultConfig, QualeprefError } from '@qualepref/core';
import { writeWhole } from './disk.ts';

/** Lines that begin with `#` and a single space explain; take the `#` off the others and they are in force. */
const model = (
  address: string,
): string => `# Configuration de l’audit\u00a0: qualepref audit --config qualepref.yml
#
# Seule l’adresse du site est nécessaire. Un # suivi d’une seule espace ouvre
# une explication. Les autres lignes à # sont des exemples\u00a0: les adapter, puis
# retirer leur # sans toucher aux espaces qui suivent.

site:
  # Adresse publique du site, par exemple https://www.exemple.gouv.fr
  address: ${address}
# Autres adresses qui mènent au même site.
#  aliases:
#    - https://exemple.gouv.fr
# Adresse qui répond à sa place\u00a0: préproduction ou démonstration. Les pages
# y sont lues, et jugées sous l’adresse publique.
#  servedBy: https://preproduction.exemple.gouv.fr
# Variable d’environnement qui contient l’accès à un site protégé,
# «\u00a0nom:mot de passe\u00a0» ou «\u00a0Bearer jeton\u00a0»\u00a0: jamais le mot de passe ici.
#  auth: QUALEPREF_AUTH
# En-têtes à joindre aux requêtes, si l’administrateur du site en demande.
#  headers:
#    X-Audit: qualepref

# Sites d’accueil du public. Ce qui n’est pas encore connu peut rester vide.
#sites:
#  - id: istres
#    name: Istres
#    kind: sous-prefecture
#    address: 1 rue de l’Exemple, 13800 Istres
#    phones:
#      - number: "04 65 71 00 01"
#        purpose: { fr: Accueil général }
#    hours:
#      - { days: [1, 2, 3, 4, 5], from: "09:00", to: "12:00" }

# Démarches du périmètre\u00a0: chacune doit avoir sa page. «\u00a0sheet\u00a0» est le numéro
# de sa fiche nationale sur Service-Public. «\u00a0mode\u00a0» est own-slots (créneaux de
# la préfecture), official-service (service national), convocation, ou
# mail-or-phone (courrier, courriel ou téléphone).
#procedures:
#  - id: carte-d-identite
#    label:
#      fr: Carte nationale d’identité d’un mineur
#      en: Identity card for a minor
#    sheet: F1342
#    page: /Demarches/Carte-nationale-d-identite
#    onAppointment: true
#    booking:
#      mode: own-slots
#      address: /Prendre-un-rendez-vous
#    sites: [istres]
#    service: accueil

# Services qui publient sur le site, et débuts des adresses dont chacun est
# chargé\u00a0: le rapport leur attribue les corrections.
#services:
#  - id: accueil
#    name: Bureau de l’accueil et du séjour
#    prefixes:
#      - /Demarches/Etrangers

# Délais de réponse promis\u00a0: unit est ouvres, ouvrables ou calendaires\u00a0; bound
# est inclusive (le dernier jour compte) ou strict (en moins de…).
#delays:
#  email: { amount: 5, unit: ouvres, bound: inclusive }
#  letter: { amount: 10, unit: ouvres, bound: inclusive }
#  feedback: { amount: 10, unit: ouvres, bound: inclusive }

# Comptes sur les réseaux sociaux, à atteindre depuis la page d’accueil.
#accounts:
#  - network: Facebook
#    address: https://www.facebook.com/exemple

# Pages que l’audit chercherait de lui-même\u00a0: démarche qualité, résultats,
# réclamations, déclaration d’accessibilité, mentions légales, rubrique des
# collectivités.
#pages:
#  quality: /Services-de-l-Etat/Demarche-qualite
#  results: /Services-de-l-Etat/Demarche-qualite/Resultats
#  complaints: /Contact/Suggestions-et-reclamations
#  accessibility: /Accessibilite
#  legal: /Mentions-legales
#  localAuthorities: /Collectivites

# Âge, en jours, au-delà duquel une page de démarche est à relire.
#ages:
#  procedure: 365

# Tenir pour exemptés les fichiers bureautiques d’avant le 23 septembre 2018, si
# le service a vérifié qu’aucun ne sert encore à une démarche.
#documents:
#  exemptsOld: true

#crawl:
# Adresse de qui mène l’audit, jointe à chaque requête pour l’administrateur
# du site. Nécessaire dès que le site est sur un autre ordinateur.
#  contact: qualite@exemple.gouv.fr
# Nombres de pages et de documents au-delà desquels l’audit s’arrête.
#  maxPages: 2000
#  maxDocuments: 500
# Parmi ces documents, ceux qui sont lus en entier, tirés au sort.
#  maxWholeDocuments: 50
# Pages d’une même forme d’adresse qui ne sont liées qu’entre elles (agenda,
# filtres), et fichiers d’une même liste, au-delà desquels les autres sont
# comptés sans être demandés.
#  maxPerPattern: 50
#  maxPerFolder: 50
# Adresses d’autres sites dont les liens sont essayés.
#  maxLinks: 10000
# Requêtes simultanées, de 1 à 8, et secondes entre deux requêtes.
#  concurrency: 1
#  delay: 2
# Heures où le site peut être interrogé, dans son fuseau\u00a0: en dehors, l’audit
# attend. Sans elles, à toute heure.
#  hours:
#    from: "20:00"
#    to: "07:00"
#    zone: Europe/Paris
# Débuts d’adresses à ne jamais demander.
#  deny:
#    - /Publications/Archives

# Constats à écarter, avec leur motif et le dernier jour où il vaut\u00a0; le
# rapport les montre à part. Dans l’adresse, * remplace n’importe quoi.
#ignore:
#  - check: dead-link
#    address: https://www.exemple.gouv.fr/Publications/*
#    reason: Liens historiques, en cours de reprise par le service
#    expires: 2027-12-31

# Le serveur des rendez-vous, des réclamations et des résultats
# (qualepref-server)\u00a0; l’audit s’en passe. Les secrets et les adresses de la
# base et du relais de messagerie sont dans l’environnement, jamais ici.
#server:
# Qui reçoit, et l’adresse où le public atteint le serveur.
#  name: Préfecture d’Exemple
#  address: https://rdv.exemple.gouv.fr
# Sites qui peuvent montrer les composants, chacun écrit en entier.
#  origins:
#    - https://www.exemple.gouv.fr
# Lettres par lesquelles commencent les références d’un site.
#  codes: { istres: IST }
# Ce qui est dit des données personnelles.
#  privacy:
#    controller: Préfet d’Exemple
#    officer: dpd@exemple.gouv.fr
#    page: /Donnees-personnelles
# Service qui répond aux réclamations, et ceux qu’un site ou un thème désigne.
#  feedbackService: accueil
#  feedbackOwners:
#    - { site: istres, theme: attente, service: accueil }
# Rendez-vous\u00a0: minutes avant lesquelles on ne réserve plus, jours à l’avance,
# minutes pendant lesquelles une place est gardée, part des agents, minutes
# après lesquelles une place rendue revient, rendez-vous d’une même adresse.
#  booking:
#    notice: 1440
#    horizon: 60
#    hold: 15
#    agentShare: 0.2
#    returns: { min: 10, max: 180 }
#    perContact: 3
# Mois pendant lesquels les données personnelles sont gardées.
#  retention: { appointments: 3, feedback: 24, journal: 12 }
# Expéditeur des courriels, et qui apprend chaque jour ce qui échoit.
#  mail:
#    from: ne-pas-repondre@exemple.gouv.fr
#    digest: [qualite@exemple.gouv.fr]
# Second facteur imposé aux administrateurs (administrators) ou à tous (all).
#  secondFactor: administrators
# Requêtes permises par minute à une même adresse de l’internet, à toutes
# ensemble, et places qu’elle peut prendre en dix minutes.
#  limits: { requests: 300, writes: 20, allWrites: 1200, places: 2 }
# Difficulté du calcul demandé à un navigateur avant d’écrire.
#  challenge: 50000
`;

/**
 * Writes a commented configuration, to be completed by hand. An existing file
 * is left as it is.
 *
 * @throws QualeprefError `init-exists`, `folder-unwritable`, `disk-full`, or
 * `config-address` when the address is not the address of a site
 */
export function initConfig(path: string, address?: string): void {
  // A JSON string is also a YAML one: nothing in an address can be taken for YAML.
  const content = model(address === undefined ? '' : JSON.stringify(defaultConfig(address).site.address));
  if (existsSync(path)) {
    throw new QualeprefError('init-exists', `${path} existe déjà : le modifier, ou donner un autre nom.`);
  }
  writeWhole(path, content);
}
