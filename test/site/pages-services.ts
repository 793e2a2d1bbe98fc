import { download, list, table } from './blocks.ts';
import type { Edition, Page } from './page.ts';

/** Where the State's services are, and what they do. */
export function servicePages({ day }: Edition): Page[] {
  return [
    {
      path: '/Services-de-l-Etat',
      heading: 'Services de l’État',
      summary: 'Adresses, horaires et organisation.',
      cards: 'grey',
      main: '<p>La préfecture et les deux sous-préfectures reçoivent le public sur rendez-vous, sauf mention contraire. Elles sont fermées les jours fériés.</p>',
    },
    {
      path: '/Services-de-l-Etat/Prefecture-a-Brumeval',
      heading: 'Préfecture à Brumeval',
      summary: 'Adresse, accès et horaires de la préfecture.',
      updated: day(8),
      main: `<address>1 place du Belvédère, 00100 Brumeval</address>
<p>Téléphone : <a href="tel:+33199000010">01 99 00 00 10</a> (appel non surtaxé). Courriel : <a href="mailto:pref-accueil@haute-brume.gouv.fr">pref-accueil@haute-brume.gouv.fr</a>.</p>
${table(
  'Horaires d’ouverture',
  ['Service', 'Lundi à jeudi', 'Vendredi'],
  [
    ['Accueil général', '8 h 30 - 16 h 30', '8 h 30 - 12 h'],
    ['Point numérique', '9 h - 16 h', 'Fermé'],
    ['Étrangers (sur rendez-vous)', '9 h - 15 h 30', '9 h - 12 h'],
  ],
)}
<h2>Affluence</h2>
<p>L’attente est plus longue le lundi matin. Elle est plus courte entre 12 h et 14 h.</p>
<h2>Venir</h2>
<p>Bus 2 et 5, arrêt « Préfecture ». Deux places de stationnement sont réservées aux personnes à mobilité réduite ; l’entrée de plain-pied est rue des Tilleuls.</p>`,
    },
    {
      path: '/Services-de-l-Etat/Sous-prefecture-de-Roc-sur-Lande',
      heading: 'Sous-préfecture de Roc-sur-Lande',
      summary: 'Arrondissement de Roc-sur-Lande.',
      updated: day(61),
      main: `<address>14 rue du Vieux-Pont, 00200 Roc-sur-Lande</address>
<p>Téléphone : 01 99 00 02 10. Ouverte du lundi au vendredi, de 9 h à 12 h.</p>
<iframe src="/cartes/Roc-sur-Lande" title="Plan d’accès à la sous-préfecture de Roc-sur-Lande"></iframe>
<p>Depuis la gare : suivre la rue de la Lande jusqu’au pont, puis tourner à gauche. L’entrée est de plain-pied.</p>
<p>L’attente est plus courte après 11 heures.</p>`,
    },
    {
      path: '/Services-de-l-Etat/Sous-prefecture-de-Saint-Aubert-les-Eaux',
      heading: 'Sous-préfecture de Saint-Aubert-les-Eaux',
      summary: 'Arrondissement de Saint-Aubert-les-Eaux, greffe des associations.',
      updated: day(66),
      main: `<address>2 allée des Thermes, 00300 Saint-Aubert-les-Eaux</address>
<p>Téléphone : 01 99 00 03 10. Greffe des associations : mardi et jeudi, de 9 h à 16 h.</p>
<p>Bus 7, arrêt « Thermes ». Un ascenseur mène au greffe, sur rendez-vous uniquement.</p>
<p><a href="/Demarches/Associations"><img src="/contenu/image/1202/associations.svg" width="120" height="60" alt="Démarches des associations"></a></p>`,
    },
    {
      path: '/Services-de-l-Etat/Organigramme',
      heading: 'Organigramme de la préfecture',
      summary: 'Directions et bureaux.',
      updated: day(150),
      main: `${list([
        'Cabinet : sécurité, communication interministérielle',
        'Secrétariat général : coordination, qualité, innovation',
        'Direction de la citoyenneté et de la légalité : collectivités, élections, associations',
        'Direction des migrations : séjour, nationalité',
      ])}
<p>Une réorganisation des bureaux est en cours.</p>`,
    },
  ];
}

/** Pages for mayors and local councils. */
export function localAuthorityPages({ day, file }: Edition): Page[] {
  const year = (daysAgo: number): string => day(daysAgo).slice(-4);
  return [
    {
      path: '/Collectivites',
      heading: 'Collectivités',
      summary: 'Conseil, contrôle et financement des communes et de leurs groupements.',
      cards: 'white',
      main: '<p>Un interlocuteur unique par arrondissement répond aux élus sous cinq jours ouvrés.</p>',
    },
    {
      path: '/Collectivites/Controle-de-legalite',
      heading: 'Contrôle de légalité',
      summary: 'Actes transmissibles et observations du préfet.',
      updated: day(95),
      main: `<p>Le représentant de l’État vérifie la conformité des actes après leur transmission. Il peut demander à la collectivité de modifier ou de retirer un acte.</p>
<h2>Principales observations de l’année</h2>
${list(['délégations trop générales ;', 'défaut de mise en concurrence ;', 'indemnités votées sans tableau annexé.'])}`,
    },
    {
      path: '/Collectivites/Transmission-des-actes',
      heading: 'Envoi des délibérations et des arrêtés',
      summary: 'Raccordement, classification, récépissé.',
      updated: day(97),
      main: `<h2>Télétransmission des actes</h2>
<p>La convention de raccordement est signée avec la préfecture. Elle précise le tiers de télétransmission choisi.</p>
<p>En cas de panne, les actes sont déposés au bureau du courrier, contre récépissé. Pour se raccorder : 01 99 00 05 14, pref-actes@haute-brume.gouv.fr.</p>`,
    },
    {
      path: '/Collectivites/Dotations-et-subventions',
      heading: 'Dotations et subventions',
      summary: 'Aides à l’investissement des communes.',
      updated: day(210),
      main: `${table(
        'Taux d’aide par priorité',
        ['Priorité', 'Taux minimal', 'Taux maximal'],
        [
          ['Écoles', '30 %', '60 %'],
          ['Transition énergétique', '25 %', '50 %'],
          ['Sécurité', '20 %', '40 %'],
        ],
      )}
<p>Calendrier des dotations de ${year(0)} : dossiers déposés avant la fin de février, décisions en mai.</p>
<p>${download(file('grants-guide'), 'Télécharger le guide des dotations')}</p>`,
    },
    {
      path: '/Collectivites/Contacts',
      heading: 'Contacts des collectivités',
      summary: 'Qui joindre, pour quel sujet.',
      updated: day(44),
      main: `${table(
        'Interlocuteurs des élus',
        ['Sujet', 'Téléphone', 'Courriel'],
        [
          [
            'Contrôle de légalité, arrondissement de Brumeval',
            '01 99 00 05 11',
            'pref-legalite@haute-brume.gouv.fr',
          ],
          [
            'Contrôle de légalité, arrondissement de Roc-sur-Lande',
            '01 99 00 02 12',
            'sp-roc-legalite@haute-brume.gouv.fr',
          ],
          [
            'Contrôle de légalité, arrondissement de Saint-Aubert-les-Eaux',
            '01 99 00 03 12',
            'sp-aubert-legalite@haute-brume.gouv.fr',
          ],
          ['Finances locales', '01 99 00 05 12', 'pref-finances@haute-brume.gouv.fr'],
          ['Conseil aux élus', '01 99 00 05 15', 'pref-conseil@haute-brume.gouv.fr'],
          ['Intercommunalité', '01 99 00 05 13', 'pref-interco@haute-brume.gouv.fr'],
        ],
      )}
<p>L’enquête de ${year(300)} auprès des collectivités : 84 % des maires sont satisfaits des réponses.</p>`,
    },
  ];
}

/** Public policies. One address ends in a digit, as when a page is made twice. */
export function policyPages({ day, external }: Edition): Page[] {
  return [
    {
      path: '/Actions-de-l-Etat',
      heading: 'Actions de l’État',
      summary: 'Environnement, risques, logement, emploi.',
      cards: 'grey',
      main: '<p>L’État agit dans le département avec les collectivités et les associations.</p>',
    },
    {
      path: '/Actions-de-l-Etat/Secheresse',
      heading: 'Sécheresse',
      summary: 'Comprendre les niveaux de restriction.',
      updated: day(120),
      main: `<p>Quatre niveaux graduent les mesures : vigilance, alerte, alerte renforcée, crise.</p>
<p>Le <a href="https://vigieau.gouv.fr/">site national VigiEau</a> donne les règles de chaque commune.</p>`,
    },
    {
      path: '/Actions-de-l-Etat/Secheresse2',
      heading: 'Sécheresse : arrêtés en cours',
      summary: 'Les arrêtés de restriction d’eau en vigueur.',
      updated: day(11),
      main: `<p>Le bassin de la Lande est en vigilance. Les bassins de la Brume et de l’Aubert ne connaissent aucune restriction.</p>
<p>Les arrêtés paraissent au <a href="/Publications/RAA/RAA-2026/Juillet-2026">recueil de juillet 2026</a>.</p>`,
    },
    {
      path: '/Actions-de-l-Etat/Risques-majeurs',
      heading: 'Risques majeurs',
      summary: 'Inondation, glissement de terrain, accident industriel.',
      updated: day(160),
      main: `<img src="/contenu/image/1203/carte-des-risques.svg" width="320" height="160" alt="Carte des risques du département" aria-describedby="carte-detail">
<p id="carte-detail">Le risque d’inondation suit la vallée de la Brume, le risque de glissement les versants du nord.</p>
<p>Chaque commune tient un document d’information, à consulter en mairie.</p>
<p>L’association <a href="${external}/veille-des-crues">Veille des crues</a> publie les hauteurs d’eau.</p>`,
    },
  ];
}
