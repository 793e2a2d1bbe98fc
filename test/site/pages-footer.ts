import { list } from './blocks.ts';
import { parentsOf, type Edition, type Page } from './page.ts';

/** Pages that every public site must have, and those that the header leads to. */
export function footerPages({ day, script }: Edition, contents: readonly Page[]): Page[] {
  const year = (daysAgo: number): string => day(daysAgo).slice(-4);
  const pages: Page[] = [
    {
      path: '/Accessibilite',
      heading: 'Déclaration d’accessibilité',
      summary: 'Niveau de conformité, contenus non accessibles, recours.',
      updated: day(180),
      main: `<p>La préfecture de la Haute-Brume s’engage à rendre son site accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005. Cette déclaration s’applique à www.haute-brume.gouv.fr.</p>
<p>Le schéma pluriannuel de mise en accessibilité ${year(400)}-${year(-330)} et le plan d’action de l’année ${year(0)} sont disponibles sur demande et en préfecture.</p>
<h2>État de conformité</h2>
<p>Le site est partiellement conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.</p>
<h2>Résultats des tests</h2>
<p>L’audit réalisé par le service de la communication révèle que 73 % des critères sont respectés.</p>
<h2>Contenus non accessibles</h2>
${list(['fichiers PDF du recueil des actes administratifs ;', 'plans d’accès intégrés, dont une version en texte est donnée.'])}
<h2>Établissement de cette déclaration</h2>
<p>Cette déclaration a été établie le ${day(200)}. Technologies : HTML5, CSS, JavaScript. Environnement de test : Firefox et NVDA. Pages vérifiées : accueil, contact, plan du site, démarches.</p>
<h2>Retour d’information et contact</h2>
<p>Si un contenu vous résiste, <a href="/Contact">écrivez-nous</a> : une autre forme vous sera proposée.</p>
<h2>Voies de recours</h2>
<p>Sans réponse de notre part, vous pouvez saisir le <a href="https://formulaire.defenseurdesdroits.fr/">Défenseur des droits</a>, ou lui écrire à : Libre réponse 71120, 75342 Paris CEDEX 07.</p>`,
    },
    {
      path: '/Footer/Mentions-legales',
      heading: 'Mentions légales',
      summary: 'Éditeur, directeur de la publication, hébergeur.',
      updated: day(190),
      main: `<h2>Éditeur</h2>
<p>Préfecture de la Haute-Brume, 1 place du Belvédère, 00100 Brumeval. Téléphone : 01 99 00 00 10.</p>
<h2>Direction de la publication</h2>
<p>Directrice de la publication : la préfète de la Haute-Brume.</p>
<h2>Hébergement</h2>
<p>Hébergeur : Nuages de la Lande SAS, 3 quai de la Brume, 00200 Roc-sur-Lande. Téléphone : 05 36 49 00 01.</p>
<h2>Droit de réutilisation</h2>
<p>Les textes sont réutilisables sous licence ouverte. Les photographies ne le sont pas.</p>`,
    },
    {
      path: '/Footer/Donnees-personnelles',
      heading: 'Données personnelles',
      summary: 'Ce que nous conservons, pourquoi, combien de temps.',
      updated: day(191),
      main: `<p>Les données du formulaire de contact servent à vous répondre. Elles sont conservées un an, puis effacées.</p>
<h2>Vos droits</h2>
<p>Vous pouvez demander l’accès à vos données, leur rectification ou leur effacement à la déléguée à la protection des données : <a href="mailto:dpd@haute-brume.gouv.fr">dpd@haute-brume.gouv.fr</a>. Une réclamation peut être portée devant la <a href="https://www.cnil.fr/">CNIL</a>.</p>`,
    },
    {
      path: '/Footer/Gestion-des-cookies',
      heading: 'Gestion des cookies',
      summary: 'Ce site ne dépose aucun traceur.',
      updated: day(192),
      main: '<p>Ce site ne dépose aucun cookie de mesure d’audience ni de publicité. Aucun consentement n’est donc demandé.</p>',
    },
    {
      path: '/Contact',
      heading: 'Nous contacter',
      summary: 'Poser une question, faire une suggestion ou une réclamation.',
      updated: day(21),
      main: contactForm(script),
    },
    {
      path: '/Prendre-un-rendez-vous',
      heading: 'Prendre un rendez-vous',
      summary: 'Démarches qui se font sur rendez-vous.',
      updated: day(5),
      main: `<p>Des créneaux sont ouverts chaque lundi à 9 heures. Sans accès à Internet, prenez rendez-vous auprès d’un agent au <a href="tel:+33199000024">01 99 00 00 24</a>.</p>
${list([
  '<a href="/booking/create/4711">Remise d’un titre de séjour</a>',
  '<a href="/booking/create/4712/0">Commission médicale du permis de conduire</a>',
  '<a href="https://www.haute-brume.gouv.fr/booking/create/4713">Greffe des associations</a>',
])}
<h2>Avant de réserver</h2>
<p>La prise de rendez-vous est gratuite.</p>
<p>Pièces à apporter : la convocation, une pièce d’identité et un justificatif de domicile.</p>
<p>Pour annuler ou déplacer un rendez-vous, suivez le lien du message de confirmation.</p>
<p>Les données demandées servent à fixer le rendez-vous, mission d’intérêt public, et sont effacées trois mois après. Voir <a href="/Footer/Donnees-personnelles">vos droits sur vos données personnelles</a>.</p>
<qp-appointment-booking><p>Sans JavaScript, prenez rendez-vous au <a href="tel:+33199000024">01 99 00 00 24</a>.</p></qp-appointment-booking>
${script}`,
    },
  ];
  const sitemap: Page = {
    path: '/Footer/Plan-du-site',
    heading: 'Plan du site',
    summary: 'Toutes les rubriques.',
    main: siteTree([...contents, ...pages]),
  };
  return [...pages, sitemap];
}

function contactForm(script: string): string {
  const input = (id: string, label: string, attributes: string): string => `<div class="fr-input-group">
<label class="fr-label" for="${id}">${label}</label>
<input class="fr-input" id="${id}" name="${id}" ${attributes}>
</div>`;
  return `<p>Une réponse vous est donnée en cinq jours ouvrés, en dix pour une réclamation. Tous les champs sont obligatoires.</p>
<form method="post" action="/Contact">
<fieldset class="fr-fieldset">
<legend>Votre message est</legend>
${['Une question', 'Une suggestion', 'Une réclamation']
  .map(
    (label, index) =>
      `<p><input type="radio" id="nature-${String(index)}" name="nature" value="${String(index)}" required> <label for="nature-${String(index)}">${label}</label></p>`,
  )
  .join('\n')}
</fieldset>
${input('name', 'Nom et prénom', 'autocomplete="name" required')}
${input('email', 'Adresse électronique <span class="fr-hint-text">Format attendu : nom@domaine.fr</span>', 'type="email" autocomplete="email" required')}
<div class="fr-input-group">
<label class="fr-label" for="service">Service concerné</label>
<select class="fr-select" id="service" name="service">
<option>Je ne sais pas</option>
<option>Étrangers</option>
<option>Permis de conduire</option>
<option>Associations</option>
</select>
</div>
<div class="fr-input-group">
<label class="fr-label" for="message">Message</label>
<textarea class="fr-input" id="message" name="message" rows="6" required></textarea>
</div>
<p><button class="fr-btn" type="submit">Envoyer</button></p>
</form>
<p>Les données de ce formulaire servent à vous répondre, mission d’intérêt public. Voir <a href="/Footer/Donnees-personnelles">vos droits sur vos données personnelles</a>.</p>
<p>Par courrier : Préfecture de la Haute-Brume, 1 place du Belvédère, 00100 Brumeval.</p>
<qp-feedback-form><p>Sans JavaScript, écrivez par courrier ou par le formulaire de cette page.</p></qp-feedback-form>
${script}`;
}

/** Nested list of all pages, each under the nearest page above it. */
function siteTree(pages: readonly Page[], above?: Page): string {
  const below = pages.filter((page) => page.path !== '/' && parentsOf(page, pages).at(-1) === above);
  if (below.length === 0) return '';
  return list(below.map((page) => `<a href="${page.path}">${page.heading}</a>${siteTree(pages, page)}`));
}
