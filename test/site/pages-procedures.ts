import { accordions, callout, download, list, table } from './blocks.ts';
import type { Edition, Page } from './page.ts';

const SERVICE_PUBLIC = 'https://www.service-public.gouv.fr/particuliers/vosdroits';

/** The Démarches rubric, written by the préfecture's own services. */
export function procedurePages(edition: Edition): Page[] {
  return [
    {
      path: '/Demarches',
      heading: 'Démarches',
      summary: 'Toutes les démarches, en ligne ou au guichet.',
      cards: 'grey',
      main: '<p>Choisissez un thème. Pour une démarche qui ne relève pas de la préfecture, la fiche nationale indique le bon service.</p>',
    },
    ...papers(edition),
    ...vehicles(edition),
    ...foreigners(edition),
    ...associations(edition),
  ];
}

function papers({ day }: Edition): Page[] {
  return [
    {
      path: '/Demarches/Papiers-et-citoyennete',
      heading: 'Papiers et citoyenneté',
      summary: 'Carte d’identité, passeport, sortie du territoire.',
      cards: 'grey',
      main: '',
    },
    {
      path: '/Demarches/Papiers-et-citoyennete/Carte-nationale-d-identite',
      heading: 'Carte nationale d’identité',
      summary: 'Où déposer sa demande dans le département.',
      updated: day(25),
      main: `<p>La demande est déposée dans l’une des mairies équipées, quel que soit votre domicile. Les pièces à fournir sont décrites sur <a href="${SERVICE_PUBLIC}/N358" title="Carte d’identité : pièces à fournir, sur service-public.gouv.fr">service-public.gouv.fr</a>.</p>
<h2>Mairies équipées</h2>
${table(
  'Mairies qui reçoivent les demandes',
  ['Mairie', 'Téléphone', 'Délai de rendez-vous'],
  [
    ['Brumeval', '01 99 00 01 00', '9 jours'],
    ['Roc-sur-Lande', '01 99 00 02 00', '12 jours'],
    ['Saint-Aubert-les-Eaux', '01 99 00 03 00', '7 jours'],
    ['Vallon-le-Gris', '01 99 00 04 00', '15 jours'],
  ],
)}
<h2>Questions fréquentes</h2>
${accordions('cni', [
  [
    'Puis-je faire ma demande dans une autre commune ?',
    '<p>Oui. La carte est retirée dans la mairie où la demande a été déposée.</p>',
  ],
  [
    'Ma carte est perdue : que faire ?',
    '<p>La perte se déclare au moment de la nouvelle demande. Le vol se déclare à la police ou à la gendarmerie.</p>',
  ],
])}
${callout('Besoin d’aide ?', '<p>Un agent vous accompagne au <a href="/Demarches/Vehicules-et-permis/Points-numeriques">point numérique</a>.</p>')}`,
    },
    {
      path: '/Demarches/Papiers-et-citoyennete/Passeport',
      heading: 'Passeport',
      summary: 'Première demande, renouvellement et retrait.',
      updated: day(48),
      main: `<p>Le passeport se demande dans les mêmes mairies que la carte d’identité. Il est à retirer dans les trois mois.</p>
<h2>Tarifs</h2>
<dl>
<dt>Personne majeure</dt><dd>Timbre fiscal au tarif en vigueur, acheté en ligne ou dans un bureau de tabac.</dd>
<dt>Moins de 15 ans</dt><dd>Tarif réduit, en présence d’un parent.</dd>
</dl>
<p>Le détail des pièces est donné par la <a href="${SERVICE_PUBLIC}/N360">rubrique nationale</a>.</p>`,
    },
    {
      path: '/Demarches/Papiers-et-citoyennete/Passeport-temporaire',
      heading: 'Passeport temporaire',
      summary: 'Pour un voyage d’urgence dûment justifié.',
      updated: day(60),
      main: `<p>Le passeport temporaire est délivré par la préfecture pour un motif d’urgence : décès, maladie grave d’un proche ou mission professionnelle imprévue.</p>
<h2>Pièces à présenter</h2>
${list([
  'le justificatif de l’urgence ;',
  'une pièce d’identité, même périmée ;',
  'une photographie récente et le timbre fiscal.',
])}
<p>Se présenter sans rendez-vous à la <a href="/Services-de-l-Etat/Prefecture-a-Brumeval">préfecture à Brumeval</a>, avant 11 heures.</p>`,
    },
    {
      path: '/Demarches/Papiers-et-citoyennete/Sortie-du-territoire-d-un-mineur',
      heading: 'Sortie du territoire d’un mineur',
      summary: 'Autorisation parentale et opposition.',
      updated: day(110),
      main: `<p>Un enfant qui voyage sans ses parents doit être muni d’une autorisation signée par l’un d’eux.</p>
<h2>Remplir l’autorisation</h2>
<p>Le formulaire se remplit en ligne, s’imprime et se signe. Il est valable un an au plus. L’enfant le présente avec sa pièce d’identité et la copie de celle du parent signataire.</p>
<h2>S’opposer à un départ en urgence</h2>
<p>Le parent dépose une demande à la préfecture, ou au commissariat en dehors des heures d’ouverture.</p>
<h2>Nous joindre</h2>
<p>Bureau de la citoyenneté : <a href="mailto:pref-citoyennete@haute-brume.gouv.fr">pref-citoyennete@haute-brume.gouv.fr</a>.</p>
<h2>Vérifier les textes</h2>
<p>Le code civil fixe les règles de l’autorité parentale.</p>`,
    },
  ];
}

function vehicles({ day, file }: Edition): Page[] {
  return [
    {
      path: '/Demarches/Vehicules-et-permis',
      heading: 'Véhicules et permis de conduire',
      summary: 'Carte grise, permis, professions de la route.',
      cards: 'white',
      main: '<p>Depuis la fermeture des guichets, ces démarches se font en ligne. Un accompagnement reste possible.</p>',
    },
    {
      path: '/Demarches/Vehicules-et-permis/Certificat-d-immatriculation',
      heading: 'Certificat d’immatriculation (carte grise)',
      summary: 'Acheter, vendre ou déclarer un véhicule.',
      updated: day(33),
      main: `<p>La demande se fait sur le site national. Aucun intermédiaire n’est nécessaire, et la démarche elle-même est gratuite. <a href="https://immatriculation.ants.gouv.fr/cession">Faire la déclaration de cession en ligne</a></p>
<h2>Selon votre situation</h2>
${list([
  '<a href="/Demarches/Service-Public-pour-les-particuliers#!/particuliers/page/F2365">Je vends mon véhicule</a>',
  '<a href="/Demarches/Fiches-pratiques/F12118">Je change d’adresse</a>',
  `<a href="${SERVICE_PUBLIC}/N367">J’achète un véhicule d’occasion</a>`,
])}
<p>Attention aux sites payants qui imitent les sites de l’État : leur adresse ne se termine pas par <code>.gouv.fr</code>.</p>`,
    },
    {
      path: '/Demarches/Vehicules-et-permis/Controle-medical-du-permis-de-conduire',
      heading: 'Contrôle médical du permis de conduire',
      summary: 'Commission médicale et médecins agréés.',
      updated: day(70),
      main: `<p>La visite a lieu chez un médecin agréé, ou devant la commission médicale après une infraction liée à l’alcool ou aux stupéfiants.</p>
${table(
  'Séances de la commission médicale',
  ['Lieu', 'Jour', 'Heures'],
  [
    ['Préfecture à Brumeval', 'Mardi', '9 h - 12 h'],
    ['Sous-préfecture de Roc-sur-Lande', 'Premier jeudi du mois', '14 h - 17 h'],
  ],
)}
<h2>Formulaire</h2>
<div class="fr-downloads-group fr-downloads-group--bordered"><ul>
<li>${download(file('medical-form'), 'Télécharger le formulaire de demande')}</li>
</ul></div>
<p>Le rendez-vous se prend sur la page <a href="/Prendre-un-rendez-vous">Prendre un rendez-vous</a> ou au 01 99 00 00 24.</p>`,
    },
    {
      path: '/Demarches/Vehicules-et-permis/Points-numeriques',
      heading: 'Points numériques',
      summary: 'Un ordinateur, un scanner et un agent pour vous aider.',
      updated: day(15),
      main: `<p>Les points numériques sont gratuits. Un volontaire du service civique vous aide à faire la démarche, sans la faire à votre place.</p>
${table(
  'Ouverture des points numériques',
  ['Point numérique', 'Jours', 'Sur rendez-vous'],
  [
    ['Brumeval', 'Du lundi au jeudi', 'Non'],
    ['Roc-sur-Lande', 'Mardi et jeudi', 'Oui'],
    ['Saint-Aubert-les-Eaux', 'Mercredi', 'Oui'],
  ],
)}
<p><a href="/Prendre-un-rendez-vous">Prendre rendez-vous</a> dans l’un des deux autres, ou appeler le point numérique au 01 99 00 00 24.</p>`,
    },
    {
      path: '/Demarches/Vehicules-et-permis/Professions-reglementees',
      heading: 'Professions réglementées de la route',
      summary: 'Taxis, auto-écoles, centres de contrôle.',
      updated: day(140),
      main: `<h2>Conducteurs de taxi</h2>
<p>La carte professionnelle est demandée par courriel. Elle est remise en main propre, sur convocation.</p>
<h2>Écoles de conduite</h2>
<p>L’agrément vaut cinq ans. La demande de renouvellement est adressée deux mois avant l’échéance : voir les <a href="/Demarches/Vehicules-et-permis/Points-numeriques">points numériques</a> pour le dépôt du dossier.</p>`,
    },
  ];
}

function foreigners({ day }: Edition): Page[] {
  return [
    {
      path: '/Demarches/Accueil-des-etrangers',
      heading: 'Accueil des étrangers',
      summary: 'Séjour, nationalité, documents de voyage.',
      cards: 'grey',
      main: '<p>Les usagers sont reçus sur convocation ou rendez-vous.</p>',
    },
    {
      path: '/Demarches/Accueil-des-etrangers/Titre-de-sejour',
      heading: 'Titre de séjour',
      summary: 'Première demande et renouvellement.',
      updated: day(19),
      main: `<p>La demande se fait en ligne entre quatre et deux mois avant la fin de validité du titre.</p>
<h2>Étapes</h2>
<ol>
<li>Créer son espace personnel et joindre les pièces.</li>
<li>Recevoir l’attestation de prolongation.</li>
<li>Retirer le titre, <a href="/Prendre-un-rendez-vous">sur rendez-vous</a>.</li>
</ol>
<p>Délai moyen constaté : 74 jours.</p>`,
    },
    {
      path: '/Demarches/Accueil-des-etrangers/Naturalisation',
      heading: 'Acquérir la nationalité française',
      summary: 'Par décret, par mariage ou par déclaration.',
      updated: day(88),
      main: `<p>La demande par décret est instruite par la plateforme interdépartementale. La préfecture de la Haute-Brume remet le livret du citoyen et organise la cérémonie d’accueil.</p>
<p>Pour préparer l’entretien : <a href="/Qualite">ce que vous pouvez attendre de nos services</a>.</p>
<blockquote><p>La cérémonie a lieu quatre fois par an, à l’hôtel de la préfecture.</p></blockquote>`,
    },
    {
      path: '/Demarches/Accueil-des-etrangers/Document-de-circulation-pour-mineur',
      heading: 'Document de circulation pour mineur',
      summary: 'Pour voyager avec un enfant étranger.',
      updated: day(101),
      main: `<p>Le document permet à l’enfant de rentrer en France sans visa. Il vaut cinq ans.</p>
${list([
  'acte de naissance de l’enfant ;',
  'titre de séjour du parent ;',
  'certificat de scolarité de l’année en cours.',
])}
<p>Le dossier se dépose au guichet : <a href="/Prendre-un-rendez-vous">Prendre un rendez-vous</a>.</p>
<p>Suivre sa demande : <a href="/Contact">nous écrire</a> en donnant le numéro du dossier.</p>`,
    },
    {
      path: '/Demarches/Accueil-des-etrangers/Regroupement-familial',
      heading: 'Regroupement familial',
      summary: 'Faire venir son conjoint et ses enfants.',
      updated: day(130),
      main: `<p>La demande est déposée auprès de la direction territoriale de l’office d’immigration. Le préfet décide après avis du maire sur le logement et les ressources.</p>
<p>Un <a href="https://www.immigration.interieur.gouv.fr/">site national</a> présente les conditions à remplir.</p>
<p>Les pièces à joindre sont celles de la fiche <a href="${SERVICE_PUBLIC}/F11166">Faire venir sa famille</a>.</p>`,
    },
  ];
}

function associations({ day, external, file }: Edition): Page[] {
  return [
    {
      path: '/Demarches/Associations',
      heading: 'Associations',
      summary: 'Créer, modifier, financer une association.',
      cards: 'white',
      main: '<p>Le greffe des associations est installé à la sous-préfecture de Saint-Aubert-les-Eaux.</p>',
    },
    {
      path: '/Demarches/Associations/Creer-une-association',
      heading: 'Créer une association',
      summary: 'Déclaration initiale au greffe.',
      updated: day(52),
      main: `<p>La déclaration se fait en ligne. Le récépissé est envoyé sous cinq jours ouvrés.</p>
<h2>Pour vous aider</h2>
${list([
  `<a href="${external}/maison-des-associations">La Maison des associations de Brumeval</a>`,
  `<a href="${external}/ancienne-adresse">Modèles de statuts</a>`,
  '<a href="mailto:pref-associations@haute-brume.gouv.fr">pref-associations@haute-brume.gouv.fr</a>',
])}
<p>Cette page vous a-t-elle aidé ? <a href="https://jedonnemonavis.numerique.gouv.fr/Demarches/0000">Je donne mon avis</a></p>`,
    },
    {
      path: '/Demarches/Associations/Modifier-une-association',
      heading: 'Modifier ou dissoudre une association',
      summary: 'Dirigeants, statuts, siège, dissolution.',
      updated: day(57),
      main: `<p>Tout changement est déclaré dans les trois mois. Le procès-verbal de l’assemblée générale est joint.</p>
<p>L’extrait du journal officiel est fourni par le <a href="${external}/maison-des-associations">centre de ressources associatif</a>.</p>`,
    },
    {
      path: '/Demarches/Associations/Appel-a-la-generosite-publique',
      heading: 'Appel à la générosité publique',
      summary: 'Déclarer une campagne de collecte.',
      updated: day(204),
      main: `<p>La déclaration précède d’un mois le début de la campagne lorsque la collecte dépasse le seuil fixé par décret.</p>
<p>${download(file('appeal-notice'), 'Télécharger la notice de déclaration')}</p>`,
    },
  ];
}
