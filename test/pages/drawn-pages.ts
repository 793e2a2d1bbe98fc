import { casesOf, type Case } from './case.ts';

/** A program shown line by line, as generators of manuals do: blocks, not a <pre>. */
const listing = (...lines: readonly string[]): string =>
  `<div class="extrait">${lines.map((line) => `<div>${line}</div>`).join('')}</div>`;

const COLOURED =
  '<style>.extrait { background: #fff; color: #000; font-family: monospace; white-space: pre } .extrait a { color: #4665a2; text-decoration: none } .extrait a:hover, .extrait a:focus { text-decoration: underline } .mot { color: #e08000 } .texte { color: #002080 }</style>';

/** A script that shows a line while the mouse is on another, each time or the first time only. */
const TIP = (once: boolean): string =>
  `<script>const bulle = document.querySelector('#bulle'), mot = document.querySelector('#mot');
mot.addEventListener('mouseenter', () => { bulle.hidden = false; }, { once: ${String(once)} });
mot.addEventListener('mouseleave', () => { bulle.hidden = true; });</script>`;

const ICON = `<img alt="" width="24" height="24" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='24' height='24'%3E%3Cpath d='M2 2h20v20H2z'/%3E%3C/svg%3E">`;

const DRAWING = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"%3E%3C/svg%3E';

/** Shapes of pages drawn at random among manuals and demonstrations that software ships in French. */
export const drawnPages: readonly Case[] = [
  ...casesOf('fake-list', '9.3', {
    failed: [
      {
        title: 'lines that stars begin, where no comment opens',
        body: listing('* Copie de la pièce d’identité', '* Justificatif de domicile', '* Deux photos'),
      },
      {
        title: 'lines that stars begin, under a comment that has ended',
        body: listing('/* Pièces */', '* Pièce d’identité', '* Justificatif de domicile', '* Deux photos'),
      },
    ],
    passed: [
      {
        title: 'the comment of a program, a star before each of its lines',
        body: listing(
          '/* Calcul des délais',
          ' * Compte les jours ouvrés',
          ' * entre deux dates,',
          ' * jours fériés exclus.',
          ' */',
          'int delai(int debut, int fin);',
        ),
      },
    ],
  }),
  ...casesOf('image-alt-inventory', '1.1', {
    failed: [
      {
        title: 'a button to click on, told by its picture alone',
        body: `<p>Ajoutez une pièce en cliquant sur <span>${ICON}</span> dans la liste des pièces.</p>`,
      },
      {
        title: 'a button called a button, and no more',
        body: `<p>Pour finir, cliquez sur le bouton ${ICON}.</p>`,
      },
      {
        title: 'a picture embedded by itself',
        body: `<embed type="image/svg+xml" src='${DRAWING}' width="80" height="40">`,
      },
    ],
    passed: [
      {
        title: 'a button named beside its picture',
        body: `<p>Pour finir, cliquez sur ${ICON} Envoyer le dossier.</p><p>Cliquez sur « Annuler » ${ICON} pour revenir.</p>`,
      },
      {
        title: 'a button named for those who listen',
        body: `<p>Pour finir, cliquez sur <span role="img" aria-label="Envoyer">${ICON}</span>.</p>`,
      },
      {
        title: 'the spare picture within an object that has a name',
        body: `<object type="image/svg+xml" data='${DRAWING}' role="img" aria-label="Blason de la commune" width="80" height="40"><embed type="image/svg+xml" src='${DRAWING}'></object>`,
      },
    ],
  }),
  ...casesOf('axe/image-alt', '1.2', {
    failed: [
      {
        title: 'a drawn bullet without an alternative',
        body: '<dl><dt><img src="images/puce.gif"> Dossier</dt><dd>Ce qu’il faut fournir.</dd></dl>',
      },
    ],
    inapplicable: [
      {
        title: 'a map without an alternative is another matter',
        body: '<p><img src="images/carte.gif" width="300" height="200"> Plan d’accès</p>',
      },
    ],
  }),
  ...casesOf('axe/image-alt', '1.1', {
    passed: [
      {
        title: 'what a drawn bullet lacks is no information',
        body: '<dl><dt><img src="images/puce.gif"> Dossier</dt><dd>Ce qu’il faut fournir.</dd></dl>',
      },
    ],
  }),
  ...casesOf('sensory-words', '10.9', {
    failed: [
      {
        title: 'a button by its place, whatever a bracket adds',
        body: '<p>Pour ajouter une pièce, cliquez sur le bouton à droite de la ligne (format PDF).</p>',
      },
    ],
    doubt: [
      {
        title: 'a button that a picture numbers',
        body: '<p>Pour ajouter une pièce, cliquez sur le bouton à droite de la ligne (point 3).</p>',
      },
    ],
  }),
  ...casesOf('hover-content', '7.3', {
    failed: [
      {
        title: 'a tip that a script shows each time the mouse comes',
        body: `<p id="mot">Délai de deux mois</p><p id="bulle" hidden>Compté en jours ouvrés</p>${TIP(false)}`,
      },
    ],
    doubt: [
      {
        title: 'words that showed as the mouse came, and not when it came again',
        body: `<p id="mot">Délai de deux mois</p><p id="bulle" hidden>Compté en jours ouvrés</p>${TIP(true)}`,
      },
    ],
  }),
  ...casesOf('layout-table', '5.3', {
    failed: [
      {
        title: 'two blocks side by side in a table of one row',
        body: '<table><tr><td><h2>Horaires</h2></td><td>Du lundi au vendredi, de 9 h à 12 h.</td></tr></table>',
      },
    ],
    doubt: [
      {
        title: 'a word and what it means, the only row of its table',
        body: '<dl><dt>Valeur renvoyée</dt><dd><table><tr><td>delai</td><td>Nombre de jours ouvrés, zéro en cas d’erreur.</td></tr></table></dd></dl>',
      },
    ],
  }),
  ...casesOf('link-in-text-visible', '10.6', {
    failed: [
      {
        title: 'a link of a plain text told by a pale difference of colour',
        body: `<style>.avis { background: #fff; color: #253555 } .avis a { color: #4665a2; text-decoration: none }</style><p class="avis">Le dépôt du dossier se fait en ligne, selon la <a href="/notice">notice des pièces à fournir</a> publiée chaque année par le service.</p>`,
      },
    ],
    doubt: [
      {
        title: 'a link in a program whose words have several colours, plain signs beside it',
        body:
          COLOURED +
          listing(
            '<span class="mot">while</span> (<a href="/delai">delaiRestant</a>(<span class="texte">"dossier de naturalisation"</span>) &gt; 0)',
          ),
      },
    ],
  }),
];
