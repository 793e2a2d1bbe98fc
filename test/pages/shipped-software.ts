import { casesOf, type Case } from './case.ts';

const RATES = (role: string): string =>
  `<table><caption>Barème</caption><thead><tr>${['Quotient', 'Participation', 'Plafond'].map((head) => `<th ${role}>${head}</th>`).join('')}</tr></thead><tbody><tr><td>moins de 400</td><td>0 €</td><td>50 €</td></tr><tr><td>de 400 à 700</td><td>2 €</td><td>40 €</td></tr></tbody></table>`;
const SPIN =
  '<style>.s { width: 90px; height: 90px; border: 4px solid; border-top-color: #fff; animation: s 2s linear infinite } @keyframes s { to { transform: rotate(1turn) } }</style>';
const FOOT = (items: string): string =>
  `<style>.f li { display: inline; margin: 0 1em } .f a { color: #002bb8; text-decoration: none } .f { color: #000; background: #fff }</style><div class="f">${items}</div>`;

/** Shapes met in software as it is shipped: wikis, map libraries, back offices, older sites of communes. */
export const shippedSoftware: readonly Case[] = [
  ...casesOf('table-headers', '5.6', {
    failed: [
      {
        title: 'headers that their role makes buttons and no headers',
        body: RATES('role="button" tabindex="0"'),
      },
    ],
    passed: [
      {
        title: 'columns to sort, headers first and buttons besides',
        body: RATES('role="columnheader button" tabindex="0"'),
      },
    ],
  }),
  ...casesOf('complex-table-summary', '5.1', {
    failed: [
      {
        title: 'names of rows after cells with words',
        body: '<table><caption>Évènements</caption><tr><th>Date</th><th>Titre</th><th>Lieu</th></tr><tr><td>5 mai</td><th>Conte</th><td>Médiathèque</td></tr><tr><td>6 mai</td><th>Bal</th><td>Salle des fêtes</td></tr></table>',
      },
    ],
    passed: [
      {
        title: 'a box to tick before the name of each row',
        body: '<table><caption>Évènements</caption><tr><th scope="col">Choix</th><th scope="col">Titre</th><th scope="col">Lieu</th></tr><tr><td><input type="checkbox" aria-label="Choisir Conte"></td><th scope="row">Conte</th><td>Médiathèque</td></tr><tr><td><input type="checkbox" aria-label="Choisir Bal"></td><th scope="row">Bal</th><td>Salle des fêtes</td></tr></table>',
      },
    ],
  }),
  ...casesOf('field-grouping', '11.5', {
    failed: [
      {
        title: 'the answers of a form, each with its words',
        body: '<form action="/s"><p>Résidez-vous dans la commune ?</p><input type="radio" name="r" id="a"><label for="a">Oui</label><input type="radio" name="r" id="b"><label for="b">Non</label><button>Envoyer</button></form>',
      },
    ],
    passed: [
      {
        title: 'the boxes of the rows of a list to act on',
        body: '<form action="/s"><table><caption>Évènements</caption><tr><th scope="col">Choix</th><th scope="col">Titre</th></tr><tr><td><input type="checkbox" name="c" value="1" aria-label="Choisir Conte"></td><td>Conte</td></tr><tr><td><input type="checkbox" name="c" value="2" aria-label="Choisir Bal"></td><td>Bal</td></tr></table><button>Supprimer</button></form>',
      },
    ],
    doubt: [
      {
        title: 'tabs made of radio buttons and style sheets',
        body: '<div><input type="radio" name="o" id="a" checked><input type="radio" name="o" id="b"><div><label for="a">Première demande</label><label for="b">Renouvellement</label></div><p>Prendre rendez-vous en mairie.</p></div>',
      },
    ],
  }),
  ...casesOf('label-quality', '11.2', {
    failed: [
      {
        title: 'the word that a form maker leaves',
        body: '<form action="/s"><label for="a">Champ de texte</label><input id="a"></form>',
      },
    ],
    passed: [
      {
        title: 'the name of an expense',
        body: '<form action="/s"><label for="a">Libellé :</label><input id="a"><label for="b">Montant :</label><input id="b"></form>',
      },
    ],
  }),
  ...casesOf('link-text-quality', '6.1', {
    failed: [
      {
        title: 'a menu entry that only points',
        before:
          '<nav aria-label="Menu"><ul><li><a href="/a">Vivre ici</a></li><li><a href="/b">Cliquez ici</a></li></ul></nav>',
      },
      {
        title: 'a link far under the only title of its page',
        body: '<div><p>Le conseil municipal a voté le budget de la commune lors de sa séance du mois de mars.</p></div><div><a href="/b">Lire la suite</a></div>',
      },
    ],
    doubt: [
      {
        title: 'a part of the site called by a verb',
        before:
          '<nav aria-label="Menu"><ul><li><a href="/a">Vivre ici</a></li><li><a href="/b">Découvrir</a></li></ul></nav>',
      },
      {
        title: 'a link under one of several first titles',
        body: '<h1>Mot du maire</h1><div><p>Ce site vous aide à trouver ce qui vous est utile au quotidien dans la commune.</p></div><div><a href="/b">Lire la suite</a></div>',
      },
    ],
  }),
  ...casesOf('moving-content', '13.8', {
    failed: [
      {
        title: 'a shape that turns for its look',
        head: SPIN,
        body: '<div class="s"></div><p>La mairie vous accueille le lundi.</p>',
      },
    ],
    passed: [
      {
        title: 'an empty box that comes and goes',
        body: '<div id="r" style="width: 200px; height: 100px"></div><script>setInterval(() => { r.style.visibility = r.style.visibility === "hidden" ? "" : "hidden" }, 500)</script>',
      },
    ],
    doubt: [
      {
        title: 'a shape that turns while a map waits for its places',
        head: SPIN,
        body: '<div><p>Patientez quelques instants</p><div><div class="s"></div></div></div>',
      },
    ],
  }),
  ...casesOf('link-in-text-visible', '10.6', {
    passed: [
      {
        title: 'a link alone in its item, on the line of another',
        body: FOOT(
          '<ul><li>Dernière modification de cette page le lundi 3 novembre</li><li><a href="/p">Confidentialité</a></li></ul>',
        ),
      },
    ],
    failed: [
      {
        title: 'a link in the sentence of its item',
        body: FOOT(
          '<ul><li>Dernière modification de cette page, selon la <a href="/p">politique</a> de la commune</li></ul>',
        ),
      },
    ],
  }),
  ...casesOf('focus-visible', '10.7', {
    failed: [
      {
        title: 'a link whose flat box clips its words',
        body: '<div style="display: flex; height: 0; overflow: hidden"><a href="/a">Accueil du guide</a></div><p><a href="/b">Passeport</a></p>',
      },
    ],
    passed: [
      {
        title: 'a link whose words show out of a flat box',
        body: '<div style="display: flex; margin: 3em 0"><a href="/a" style="display: block; height: 0"><span>Guide des procédures</span></a></div><p><a href="/b">Passeport</a></p>',
      },
    ],
  }),
  ...casesOf('heading-structure', '9.1', {
    passed: [
      {
        title: 'the name of the site by its address',
        before:
          '<div><p style="font-size: 30px">demarches-exemple.fr</p><p>Vos actes d’état civil, demandés en ligne et reçus par courrier.</p></div>',
      },
    ],
    failed: [
      {
        title: 'a title by its size alone',
        body: '<p style="font-size: 30px">Demande de passeport</p><p>Vos actes d’état civil, demandés en ligne et reçus par courrier.</p>',
      },
    ],
  }),
];
