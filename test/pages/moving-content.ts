import { casesOf, type Case } from './case.ts';

export const movingContent: readonly Case[] = casesOf('moving-content', '13.8', {
  failed: [
    {
      title: 'a text that goes round without end',
      head: '<style>.d { animation: d 8s linear infinite } @keyframes d { from { transform: translateX(0) } to { transform: translateX(300px) } }</style>',
      body: '<div class="d">Fermeture exceptionnelle le lundi</div>',
    },
    {
      title: 'a text that a script changes',
      body: '<p id="r">Un</p><script>let n = 0; setInterval(() => { r.textContent = ["Un", "Deux", "Trois"][++n % 3] }, 1000)</script>',
    },
    {
      title: 'slides that follow one another',
      body: '<div id="s"><p>Passeport</p><p hidden>Permis</p></div><script>setInterval(() => { for (const p of s.children) p.hidden = !p.hidden }, 3000)</script>',
    },
    {
      title: 'a text that blinks',
      body: '<p id="r">Alerte</p><script>setInterval(() => { r.style.visibility = r.style.visibility === "hidden" ? "" : "hidden" }, 500)</script>',
    },
    {
      title: 'a text that sets itself again',
      body: '<p id="r">0</p><script>let n = 0; (function go() { r.textContent = String(n++); setTimeout(go, 40) })()</script>',
    },
  ],
  passed: [
    {
      title: 'an entrance that ends',
      head: '<style>.d { animation: d 1s } @keyframes d { from { transform: scale(.5) } }</style>',
      body: '<p class="d">Bienvenue à la préfecture</p>',
    },
    {
      title: 'a timer that ends at once',
      body: '<p id="r">Un</p><script>let n = 0; const t = setInterval(() => { r.textContent = String(++n); if (n > 2) clearInterval(t) }, 200)</script>',
    },
    {
      title: 'a timer that shows nothing',
      body: '<p>Texte</p><script>setInterval(() => { window.n = Date.now() }, 500)</script>',
    },
    {
      title: 'a movement that stops for who asks for less',
      head: '<style>.d { animation: d 8s linear infinite } @keyframes d { from { transform: translateX(0) } to { transform: translateX(300px) } } @media (prefers-reduced-motion: reduce) { .d { animation: none } }</style>',
      body: '<div class="d">Fermeture exceptionnelle le lundi</div>',
    },
  ],
  doubt: [
    {
      title: 'slides with a pause',
      body: '<button type="button" onclick="clearInterval(t)">Pause</button><p id="r">Un</p><script>let n = 0; const t = setInterval(() => { r.textContent = ["Un", "Deux"][++n % 2] }, 1000)</script>',
    },
  ],
});
