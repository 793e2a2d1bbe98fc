import { list } from './blocks.ts';
import type { Edition, Page } from './page.ts';

/** Home and news. */
export function newsPages({ day }: Edition): Page[] {
  const news: Page[] = [
    {
      path: '/Actualites/Fermeture-exceptionnelle-de-la-prefecture',
      heading: 'Fermeture exceptionnelle de la préfecture',
      summary: 'Les guichets de Brumeval seront fermés une journée pour travaux.',
      updated: day(6),
      main: `<figure role="figure" aria-label="Brumeval, vue du Belvédère">
<img src="/contenu/image/1201/vue-de-brumeval.png" width="480" height="160" alt="Vue de Brumeval dans le brouillard du matin">
<figcaption>Brumeval, vue du Belvédère</figcaption>
</figure>
<p>Les guichets seront fermés le ${day(-20)}.</p>
<p>Les rendez-vous de la journée sont reportés : chaque usager concerné est prévenu par téléphone.</p>
<p>Le standard reste joignable au <a href="tel:+33199000010">01 99 00 00 10</a>.</p>`,
    },
    {
      path: '/Actualites/Portes-ouvertes-des-maisons-France-services',
      heading: 'Portes ouvertes des maisons France services',
      summary: 'Pendant une semaine, les conseillers vous accueillent sans rendez-vous.',
      updated: day(12),
      main: `<p class="fr-text--lead">Les neuf maisons France services du département ouvrent leurs portes pendant une semaine.</p>
<h2>Au programme</h2>
${list([
  'aide à la création d’un compte et à la première démarche en ligne ;',
  'ateliers « Lire un courrier administratif » à Roc-sur-Lande et à Vallon-le-Gris ;',
  'rencontre avec l’agent du point numérique de la préfecture.',
])}
<p>Les horaires de chaque maison sont affichés à l’entrée. La page <a href="/index.php/Services-de-l-Etat/Prefecture-a-Brumeval">Préfecture à Brumeval</a> donne ceux du point numérique.</p>`,
    },
    {
      path: '/Actualites/Verglas-les-bons-reflexes',
      heading: 'Verglas : les bons réflexes',
      summary: 'Ce qu’il faut vérifier avant de prendre la route du col de la Brume.',
      updated: day(20),
      main: `<p>Le col de la Brume est sujet au verglas de novembre à mars.</p>
<ol>
<li>Consulter l’état des routes avant le départ.</li>
<li>Équiper le véhicule de pneus d’hiver ou de chaînes.</li>
<li>Réduire sa vitesse et allonger les distances.</li>
</ol>
<p>Un arrêté de circulation peut fermer le col : il est publié au <a href="/Publications/RAA">recueil des actes administratifs</a>.</p>`,
    },
    {
      path: '/Actualites/Lettre-d-information',
      heading: 'Lettre d’information',
      summary: 'Recevez chaque mois l’essentiel de l’action de l’État dans le département.',
      updated: day(90),
      main: `<p>La lettre paraît le premier jeudi du mois. L’adresse donnée ne sert qu’à l’envoi de la lettre ; voir <a href="/Footer/Donnees-personnelles">Données personnelles</a>.</p>
<form method="post" action="/Actualites/Lettre-d-information">
<div class="fr-input-group">
<label class="fr-label" for="subscriber">Adresse électronique <span class="fr-hint-text">Format attendu : nom@domaine.fr</span></label>
<input class="fr-input" type="email" id="subscriber" name="subscriber" autocomplete="email" required>
</div>
<p><button class="fr-btn" type="submit">S’abonner</button></p>
</form>`,
    },
  ];
  const latest = news.slice(0, 3).map(
    ({
      path,
      heading,
      summary,
      updated = '',
    }) => `<div class="fr-card fr-card--horizontal fr-card--sm fr-enlarge-link">
<div class="fr-card__body"><div class="fr-card__content">
<h3 class="fr-card__title"><a class="fr-card__link" href="https://haute-brume.gouv.fr${path}">${heading}</a></h3>
<p class="fr-card__desc">${summary}</p>
<p class="fr-card__detail">Publié le ${updated}</p>
</div></div></div>`,
  );
  return [
    {
      path: '/',
      heading: 'Les services de l’État dans la Haute-Brume',
      summary:
        'Démarches, actualités et publications de la préfecture et des sous-préfectures de la Haute-Brume.',
      main: `<img src="/contenu/image/1200/collines.png" width="480" height="160" alt="">
<h2>Vos démarches</h2>
<ul class="fr-links-group">
<li><a href="/Demarches/Papiers-et-citoyennete/Carte-nationale-d-identite" title="Carte nationale d’identité">Carte d’identité</a></li>
<li><a href="http://haute-brume.gouv.fr/Demarches/Vehicules-et-permis/Certificat-d-immatriculation">Carte grise</a></li>
<li><a href="https://www.haute-brume.gouv.fr/Demarches/Accueil-des-etrangers/Titre-de-sejour">Titre de séjour</a></li>
<li><a href="http://www.haute-brume.pref.gouv.fr/Demarches/Associations/Creer-une-association">Créer une association</a></li>
<li><a href="/Demarches/Service-Public-pour-les-particuliers#!/particuliers/page/F1342">Fiche : carte d’identité d’un majeur</a></li>
</ul>
<h2>À la une</h2>
<div class="fr-grid">${latest.join('\n')}</div>
<p><a href="/Actualites">Toutes les actualités</a></p>
<h2>La qualité de nos services</h2>
<p>En un an, 96 % des courriels ont reçu une réponse en moins de cinq jours. <a href="/Qualite/Resultats">Voir tous les résultats</a></p>
<h2>Être alerté</h2>
<p>En cas d’événement majeur, la préfecture informe par FR-Alert et sur ses comptes sociaux. Le <a href="https://www.defenseurdesdroits.fr/">Défenseur des droits</a> peut être saisi gratuitement de toute difficulté avec un service public.</p>`,
    },
    {
      path: '/Actualites',
      heading: 'Actualités',
      summary: 'Les informations récentes de la préfecture.',
      cards: 'white',
      main: '<p>Les communiqués de presse sont envoyés aux rédactions sur demande.</p>',
    },
    ...news,
  ];
}
