// The page that a web team copies from.
const NAMES = {
  'qp-appointment-booking': 'Prise de rendez-vous',
  'qp-feedback-form': 'Réclamations et suggestions',
  'qp-results-badge': 'Résultats de la démarche qualité',
};

const PAGES = {
  'qp-appointment-booking': 'rendez-vous',
  'qp-feedback-form': 'reclamations',
  'qp-results-badge': 'resultats',
};

const TAGS = {
  'qp-appointment-booking': (page) =>
    `<qp-appointment-booking api="https://qualepref.exemple.fr">\n  <a href="${page}">Prendre rendez-vous</a>\n</qp-appointment-booking>`,
  'qp-feedback-form': (page) =>
    `<qp-feedback-form api="https://qualepref.exemple.fr">\n  <a href="${page}">Faire une réclamation ou une suggestion</a>\n</qp-feedback-form>`,
  'qp-results-badge': (page) =>
    `<qp-results-badge src="https://qualepref.exemple.fr/resultats.json">\n  <a href="${page}">Résultats de la démarche qualité</a>\n</qp-results-badge>`,
};

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const block = (text) => `<pre tabindex="0"><code>${escaped(text)}</code></pre>`;

/**
 * @param {readonly { file: string, integrity: string }[]} files the ES bundle first
 * @returns {string}
 */
export function snippets([module, classic]) {
  const source = (file) => `https://qualepref.exemple.fr/cdn/${file}`;
  const three = (tag) => {
    const page = `https://qualepref.exemple.fr/${PAGES[tag]}`;
    return `<section><h3>${NAMES[tag]}</h3>
<h4>Un lien</h4>${block(`<a href="${page}">${NAMES[tag]}</a>`)}
<h4>Un cadre</h4>${block(`<iframe src="${page}" title="${NAMES[tag]}" width="100%" height="900" loading="lazy"></iframe>`)}
<h4>Une balise</h4>${block(TAGS[tag](page))}</section>`;
  };
  return `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Intégrer les composants qualepref</title>
<h1>Intégrer les composants qualepref</h1>
<p>Remplacer partout <code>qualepref.exemple.fr</code> par l’adresse de votre serveur.</p>
<h2>Que permet votre CMS\u00A0?</h2>
<table>
<thead><tr><th scope="col">Le CMS permet</th><th scope="col">Prendre</th><th scope="col">À savoir</th></tr></thead>
<tbody>
<tr><td>seulement du texte et des liens</td><td>un lien, un bouton ou un QR code vers la page hébergée</td><td>le parcours est le même</td></tr>
<tr><td>un cadre (<code>iframe</code>)</td><td>le cadre</td><td>donner une hauteur fixe\u00A0: le contenu défile dans le cadre</td></tr>
<tr><td>un script et des balises nouvelles</td><td>le script, une fois, et la balise</td><td>prend les couleurs et la police de la page</td></tr>
</tbody>
</table>
<h2>Le script, une fois par page</h2>
<p>Avant ou après les balises, cela revient au même. L’empreinte (<code>integrity</code>) change à chaque version, comme le nom du fichier. Servir tout le dossier <code>cdn</code>\u00A0: ce fichier apporte le reste en parties, dont il vérifie l’empreinte.</p>
${block(`<script type="module" src="${source(module.file)}" integrity="${module.integrity}" crossorigin="anonymous"></script>`)}
<p>Là où le CMS retire <code>type="module"</code>, ou n’accepte qu’un fichier\u00A0: celui-ci tient tout.</p>
${block(`<script defer src="${source(classic.file)}" integrity="${classic.integrity}" crossorigin="anonymous"></script>`)}
<h2>Chaque composant</h2>
${Object.keys(NAMES).map(three).join('\n')}
<h2>Lignes de la politique de sécurité (CSP) à demander</h2>
${block(`script-src https://qualepref.exemple.fr;
connect-src https://qualepref.exemple.fr;
frame-src https://qualepref.exemple.fr;
worker-src https://qualepref.exemple.fr;
trusted-types lit-html qualepref 'allow-duplicates';`)}
<p><code>frame-src</code> ne sert qu’au cadre. Rien d’autre n’est à ouvrir\u00A0: ni <code>style-src 'unsafe-inline'</code>, ni cookie, ni adresse d’un tiers.</p>
<h2>Navigateurs</h2>
<p>Chrome et Edge 123, Firefox 124, Safari 17.5 et plus récents. En dessous, ou sans JavaScript, le contenu de la balise (le lien) reste affiché.</p>
</html>
`;
}
