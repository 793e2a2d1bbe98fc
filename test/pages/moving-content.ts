import { casesOf, type Case } from './case.ts';

/** A text, and what is done as each frame is drawn. */
const DRAWN = (each: string): string =>
  `<p id="r" style="width: 300px">Un</p><script>let n = 0; (function go(at) { ${each}; requestAnimationFrame(go) })(0)</script>`;

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
    {
      title: 'a text pushed a little at each frame',
      body: DRAWN('r.style.marginLeft = `${(n += 2) % 300}px`'),
    },
    {
      title: 'a text drawn frame by frame that the date changes every second',
      body: DRAWN(
        'const turn = ["Un", "Deux"][Math.floor(new Date() / 1000) % 2]; if (r.textContent !== turn) r.textContent = turn',
      ),
    },
  ],
  passed: [
    { title: 'a page drawn frame by frame where nothing changes', body: DRAWN('n = r.offsetWidth') },
    {
      title: 'a page drawn frame by frame that follows the size of its window for a while',
      body: `${DRAWN('if (at < n) r.style.marginLeft = `${Math.round((n - at) / 10)}px`')}<script>addEventListener('resize', () => { n = performance.now() + 1500 })</script>`,
    },
    {
      title: 'a figure that counts up for four seconds',
      body: DRAWN('if (at < 4000) r.textContent = String(Math.round(at / 40))'),
    },
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
