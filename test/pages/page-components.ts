import { casesOf, type Case } from './case.ts';

/** Two cells of a row, the first of which is too long once the screen is half as wide. */
const CELLS = (cut: string): string =>
  `<div style="display: flex; line-height: 1.5"><p style="flex: none; width: 40%; margin: 0; white-space: nowrap; ${cut}">Réfection de la chaussée de la rue du Pont</p><p style="margin: 0">Entreprise Bâti Centre</p></div>`;

/** A chart whose figures show under the mouse; `written`: what is drawn on it as well. */
const CHART = (written: string): string => `<div id="g" style="position: relative; width: 400px">
<svg width="400" height="200" style="display: block"><rect x="20" y="60" width="80" height="100" fill="#036"/><text x="20" y="180"><tspan>2022</tspan></text>${written}</svg>
<div id="i" hidden style="position: absolute; top: 5px; left: 150px">Voirie 2022 : 40</div></div>
<script>
g.addEventListener('mouseenter', () => { i.hidden = false; });
g.addEventListener('mousemove', () => { i.hidden = false; });
g.addEventListener('mouseleave', () => { i.hidden = true; });
</script>`;

/** A drawing, and a word that says which part of it was chosen. */
const PULLED = (style: string, hears: string): string => `<div id="d" style="width: 400px; ${style}">
<svg width="400" height="200" style="display: block"><rect x="20" y="60" width="80" height="100" fill="#036"/></svg></div><p id="m"></p>
<script>
let said = 0;
d.addEventListener('mousedown', () => { m.textContent = 'Partie ' + ++said + ' choisie'; });
${hears}
</script>`;

/** A slide that turns away once the keyboard has left it. */
const SLIDE = (turn: string): string =>
  `<div style="overflow: hidden; width: 300px"><div id="s" style="width: 300px"><p><a id="a" href="/fete">La fête des associations</a></p></div></div>
<p><a href="/actualites">Toutes les actualités</a></p>
<script>a.addEventListener('blur', () => { s.style.marginLeft = '-3000px'; ${turn} });</script>`;

/** Figures that count up for some seconds as the page opens, beside a timer. */
const COUNTED = (timer: string): string => `<p><span id="n">0</span> spectateurs</p><p id="t">Samedi</p>
<script>
const start = performance.now();
const step = (now) => {
  n.textContent = Math.round(25000 * Math.min(1, (now - start) / 4000));
  if (now - start < 4000) requestAnimationFrame(step);
};
requestAnimationFrame(step);
let turn = 0;
setInterval(() => { ${timer} }, 500);
</script>`;

/** What components in common use do to a page: tables, charts, slides. */
export const pageComponents: readonly Case[] = [
  ...casesOf('text-zoom-200', '10.4', {
    passed: [
      {
        title: 'a cell that cuts its text short with dots, beside another',
        body: CELLS('overflow: hidden; text-overflow: ellipsis'),
      },
    ],
    failed: [{ title: 'a cell whose text goes on over the next', body: CELLS('') }],
  }),
  ...casesOf('hover-content', '12.11', {
    passed: [
      {
        title: 'figures under the mouse that are written on the chart',
        body: CHART('<text x="50" y="50">40</text><text x="300" y="180">Voirie</text>'),
      },
    ],
    failed: [{ title: 'figures under the mouse that are written nowhere', body: CHART('') }],
  }),
  ...casesOf('pointer-down', '13.11', {
    passed: [
      {
        title: 'a chart of which a part is chosen by pulling',
        body: PULLED('', "d.addEventListener('mousemove', () => {});"),
      },
    ],
    doubt: [{ title: 'a drawing that acts when the mouse goes down', body: PULLED('', '') }],
  }),
  ...casesOf('keyboard-reach', '7.3', {
    doubt: [
      {
        title: 'a chart that hears the mouse, pressed or moved',
        body: PULLED('', "d.addEventListener('mousemove', () => {}); d.addEventListener('click', () => {});"),
      },
    ],
    failed: [
      {
        title: 'a drawing to click on',
        body: PULLED('cursor: pointer', "d.addEventListener('click', () => { m.textContent = 'Agrandi'; });"),
      },
    ],
  }),
  ...casesOf('moving-content', '13.8', {
    doubt: [
      {
        title: 'a countdown',
        body: `<p id="c">Fin des inscriptions dans 600 secondes</p><p>Le dossier est à rendre en mairie.</p><script>let left = 600; setInterval(() => { c.textContent = 'Fin des inscriptions dans ' + --left + ' secondes'; }, 1000);</script>`,
      },
    ],
    passed: [{ title: 'figures that count up, beside a timer that shows nothing', body: COUNTED('turn++;') }],
    failed: [
      {
        title: 'figures that count up, beside words that change for ever',
        body: COUNTED("t.textContent = ++turn % 2 ? 'Dimanche' : 'Samedi';"),
      },
    ],
  }),
  ...casesOf('focus-visible', '10.7', {
    passed: [
      {
        title: 'a slide that takes its link out of the order of the keyboard once it has turned away',
        body: SLIDE('setTimeout(() => { a.tabIndex = -1; }, 400);'),
      },
    ],
    failed: [{ title: 'a slide whose link stays in the order of the keyboard', body: SLIDE('') }],
  }),
];
