// The page that a web team copies from.
import { policy } from './policy.js';

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
 * @param {readonly { file: string, integrity: string }[]} files the ES bundle first, then the classic one; last, the script of frames
 * @returns {string}
 */
export function snippets(files) {
  const [module, classic] = files;
  const frame = files.at(-1);
  const source = (file) => `https://qualepref.exemple.fr/cdn/${file}`;
  const three = (tag) => {
    const page = `https://qualepref.exemple.fr/${PAGES[tag]}`;
    return `<section><h3>${NAMES[tag]}</h3>
<h4>Un lien</h4>${block(`<a href="${page}">${NAMES[tag]}</a>`)}
<h4>Un cadre</h4>${block(`<iframe data-qualepref src="${page}" title="${NAMES[tag]}" width="100%" height="900" loading="lazy"></iframe>`)}
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
<tr><td>un cadre (<code>iframe</code>)</td><td>le cadre</td><td>à hauteur fixe, le contenu défile dans le cadre\u00A0; avec un script, le cadre prend la hauteur du contenu</td></tr>
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
<h2>Un cadre à la hauteur de son contenu</h2>
<p>Sans ce script, le cadre garde la hauteur donnée et son contenu défile. Le serveur des pages hébergées doit connaître l’adresse de votre site\u00A0: il n’en dit la hauteur à personne d’autre.</p>
${block(`<script defer src="${source(frame.file)}" integrity="${frame.integrity}" crossorigin="anonymous"></script>`)}
<h2>Lignes de la politique de sécurité (CSP) à demander</h2>
${block(policy('https://qualepref.exemple.fr').join('\n'))}
<p><code>frame-src</code> ne sert qu’au cadre. Rien d’autre n’est à ouvrir\u00A0: ni <code>style-src 'unsafe-inline'</code>, ni cookie, ni adresse d’un tiers.</p>
<h2>Navigateurs</h2>
<p>Chrome et Edge 123, Firefox 124, Safari 17.5 et plus récents. En dessous, ou sans JavaScript, le contenu de la balise (le lien) reste affiché.</p>
</html>
`;
}
