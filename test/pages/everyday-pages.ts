import { casesOf, type Case } from './case.ts';

const columns = (content: string): string =>
  `<!doctype html><html lang="fr"><head><title>Commission des sites - Les services de l’État en Exemple</title></head><body><div id="page"><div id="contenu">${content}</div><div id="droite"><h2>Accès directs</h2><ul><li><a href="/rdv">Prendre rendez-vous</a></li></ul></div></div></body></html>`;

/** Slides that a timer set anew after each move, and that none may start while one is on its way. */
const slides = (rest = ''): string =>
  `<ul><li><a href="/arretes">Arrêtés préfectoraux</a></li></ul>${rest}
<p style="width: 400px; padding: 1em; background: #eee"><a href="/une" id="une">Inscription sur les listes électorales</a></p>
<script>
  const titles = ['Inscription sur les listes électorales', 'Alerte à la pollution', 'Concours de la fonction publique'];
  let at = 0, isMoving = false, timer;
  const show = () => {
    if (isMoving) return;
    isMoving = true;
    at = (at + 1) % titles.length;
    une.textContent = titles[at];
    setTimeout(() => { isMoving = false; clearInterval(timer); start(); }, 400);
  };
  const start = () => { if (!window.isStopped) timer = setInterval(show, 4000); };
  start();
</script>`;

/** What a préfecture publishes every day: shapes that were taken for faults, or overlooked. */
export const everydayPages: readonly Case[] = [
  ...casesOf('heading-structure', '9.1', {
    doubt: [
      {
        title:
          'a skipped level, and the level that was skipped in another column that no landmark tells apart',
        html: columns('<h1>Commission des sites</h1><h3>Composition</h3><p>Elle compte cinq formations.</p>'),
      },
    ],
    failed: [
      {
        title: 'a level that was skipped comes back in the same column, on a page without landmarks',
        html: columns(
          '<h1>Commission des sites</h1><h3>Composition</h3><p>Elle compte cinq formations.</p><h2>Calendrier</h2><p>Elle siège le 12 mars.</p>',
        ),
      },
    ],
  }),
  ...casesOf('axe', '1.1', {
    passed: [
      {
        title: 'a picture one pixel wide without an alternative, which shows nothing',
        body: '<p>Secrétariat : service de l’environnement <img src="p.png" width="1" height="20"></p>',
        files: { 'p.png': '' },
      },
    ],
    failed: [
      {
        title: 'a picture ten pixels wide without an alternative',
        body: '<p>Secrétariat : service de l’environnement <img src="p.png" width="10" height="20"></p>',
        files: { 'p.png': '' },
      },
    ],
  }),
  ...casesOf('axe', '1.2', {
    failed: [
      {
        title: 'a picture one pixel wide that has no empty alternative',
        body: '<p>Secrétariat : service de l’environnement <img src="p.png" width="1" height="20"></p>',
        files: { 'p.png': '' },
      },
    ],
  }),
  ...casesOf('aria-references', '8.2', {
    failed: [
      {
        title: 'a name on a text without a role, which the rules of HTML forbid',
        body: '<table><caption>Créneaux</caption><tr><th scope="col">Lundi</th><th scope="col">Mardi</th></tr><tr><td>9 h</td><td><span aria-label="Complet">-</span></td></tr></table>',
      },
    ],
  }),
  ...casesOf('fake-list', '9.3', {
    failed: [
      {
        title: 'the bullets of a word processor, in paragraphs',
        body: [
          'vitesse, douze radars mobiles',
          'alcool, trente-cinq points de contrôle',
          'téléphone au volant',
        ]
          .map(
            (text) =>
              `<p style="text-indent: -18pt"><span>·<span>&nbsp;&nbsp;&nbsp; </span></span>${text} ;</p>`,
          )
          .join(''),
      },
      {
        title: 'numbers followed by a slash',
        body: '<p>1/ Prenez rendez-vous en ligne<br>2/ Préparez vos documents<br>3/ Venez à la préfecture</p>',
      },
    ],
    passed: [
      {
        title: 'fractions, and a word between two dots',
        body: '<p>1/2 part par enfant<br>2/3 du salaire<br>3/4 des voix</p><p>Brumeval · Ormessac · Vaucreuse</p>',
      },
    ],
  }),
  ...casesOf('moving-content', '13.8', {
    failed: [{ title: 'slides that wait for each other, beside a link to the « arrêtés »', body: slides() }],
    doubt: [
      {
        title: 'the same slides, with a button that stops them',
        body: slides(
          '<button type="button" onclick="isStopped = true; clearInterval(timer)">Arrêter le défilement</button>',
        ),
      },
    ],
  }),
];
