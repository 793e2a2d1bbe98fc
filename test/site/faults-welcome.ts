import type { PageEdits } from './faults.ts';
import type { Edition } from './page.ts';

/** Faults of how the public is received, books and writes; `truth-welcome.json` says what must be found of them. */
export function welcomeEdits({ day, external }: Edition): PageEdits {
  return {
    // reception-site, phone-number
    '/Services-de-l-Etat/Sous-prefecture-de-Roc-sur-Lande': [
      ['<address>14 rue du Vieux-Pont, 00200', '<address>41 rue du Pont-Neuf, 00200'],
      [
        '<p>Téléphone : 01 99 00 02 10. Ouverte du lundi au vendredi, de 9 h à 12 h.</p>',
        '<p>Téléphone : 0 899 00 02 10.</p>',
      ],
      [
        '<p>Depuis la gare : suivre la rue de la Lande jusqu’au pont, puis tourner à gauche. L’entrée est de plain-pied.</p>\n<p>L’attente est plus courte après 11 heures.</p>\n',
        '',
      ],
    ],
    // coming-closings
    '/Actualites/Fermeture-exceptionnelle-de-la-prefecture': [
      [`<p>Les guichets seront fermés le ${day(-20)}.</p>\n`, ''],
    ],
    // booking-entry, digital-desk
    '/Demarches/Vehicules-et-permis/Points-numeriques': [
      [
        '<a href="/Prendre-un-rendez-vous">Prendre rendez-vous</a>',
        '<a href="/Prendre-rendez-vous">Prendre rendez-vous</a>',
      ],
      ['Un volontaire du service civique vous aide à faire la démarche, sans la faire à votre place.', ''],
    ],
    // booking-entry
    '/Demarches/Accueil-des-etrangers/Document-de-circulation-pour-mineur': [
      [
        '<a href="/Prendre-un-rendez-vous">Prendre un rendez-vous</a>.</p>',
        `<a href="${external}/rendez-vous-en-ligne">Prendre un rendez-vous</a>.</p>`,
      ],
    ],
    // booking-page, personal-data-notice
    '/Prendre-un-rendez-vous': [
      [
        ' Sans accès à Internet, prenez rendez-vous auprès d’un agent au <a href="tel:+33199000024">01 99 00 00 24</a>.',
        '',
      ],
      [
        '<p>Sans JavaScript, prenez rendez-vous au <a href="tel:+33199000024">01 99 00 00 24</a>.</p>',
        '<p>JavaScript est nécessaire.</p>',
      ],
      [
        '<h2>Avant de réserver</h2>\n<p>La prise de rendez-vous est gratuite.</p>\n<p>Pièces à apporter : la convocation, une pièce d’identité et un justificatif de domicile.</p>\n<p>Pour annuler ou déplacer un rendez-vous, suivez le lien du message de confirmation.</p>\n<p>Les données demandées servent à fixer le rendez-vous, mission d’intérêt public, et sont effacées trois mois après. Voir <a href="/Footer/Donnees-personnelles">vos droits sur vos données personnelles</a>.</p>\n',
        '',
      ],
    ],
    // contact-link
    '/Demarches/Associations/Appel-a-la-generosite-publique': [
      ['<li><a class="fr-link" href="/Contact">Nous contacter</a></li>', ''],
    ],
    // complaint-way, contact-form-fields, promised-delays, contact-other-way, personal-data-notice
    '/Contact': [
      ['>Une suggestion</label>', '>Une demande</label>'],
      ['>Une réclamation</label>', '>Un signalement</label>'],
      ['<label class="fr-label" for="name">Nom et prénom</label>', '<p>Nom et prénom</p>'],
      ['en cinq jours ouvrés, en dix pour une réclamation', 'en huit jours ouvrés'],
      [
        '<p>Les données de ce formulaire servent à vous répondre, mission d’intérêt public. Voir <a href="/Footer/Donnees-personnelles">vos droits sur vos données personnelles</a>.</p>\n<p>Par courrier : Préfecture de la Haute-Brume, 1 place du Belvédère, 00100 Brumeval.</p>\n',
        '',
      ],
      [
        '<qp-feedback-form><p>Sans JavaScript, écrivez par courrier ou par le formulaire de cette page.</p></qp-feedback-form>\n',
        '',
      ],
    ],
    // feedback-link, email-purpose
    '/Demarches/Associations/Creer-une-association': [
      ['href="https://jedonnemonavis.numerique.gouv.fr/Demarches/0000"', 'href="/Je-donne-mon-avis"'],
      ['<h2>Pour vous aider</h2>', '<h2>Contacts</h2>'],
    ],
  };
}
