import { casesOf, type Case } from './case.ts';

/** A header whose menu folds on a small screen, behind what is given. */
const header = (opener: string, script: string): string =>
  `<style>.menu li{display:inline-block}.burger{display:none;width:40px;height:40px;cursor:pointer}.burger i{display:block;height:4px;margin:8px;background:#222}@media(max-width:700px){.burger{display:block}.menu{display:none}.menu.open{display:block}}</style>${opener}<nav aria-label="Menu principal" class="menu" id="menu"><ul><li><a href="/etat-civil">État civil</a></li><li><a href="/urbanisme">Urbanisme</a></li></ul></nav><script>const menu = document.getElementById('menu'); const opener = document.querySelector('.burger'); ${script}</script>`;

const BARS = '<i></i><i></i><i></i>';
const ON_CLICK = "opener.addEventListener('click', () => menu.classList.toggle('open'));";

/** What shows on a small screen only, in our own words. */
export const smallScreens: readonly Case[] = [
  ...casesOf('keyboard-reach', '7.3', {
    passed: [
      {
        title: 'a button that opens the menu of small screens',
        body: header(
          `<button class="burger" type="button" aria-label="Menu" aria-expanded="false" aria-controls="menu">${BARS}</button>`,
          `${ON_CLICK} opener.addEventListener('click', () => opener.setAttribute('aria-expanded', String(menu.classList.contains('open'))));`,
        ),
      },
      {
        title: 'a box that the keyboard reaches and that hears its keys',
        body: header(
          `<div class="burger" role="button" tabindex="0" aria-label="Menu">${BARS}</div>`,
          `${ON_CLICK} opener.addEventListener('keydown', ({ key }) => { if (key === 'Enter' || key === ' ') menu.classList.toggle('open'); });`,
        ),
      },
      {
        title: 'a box around the button that opens the menu',
        body: header(
          `<div class="burger"><button type="button" aria-label="Menu">${BARS}</button></div>`,
          ON_CLICK,
        ),
      },
      {
        title: 'a box that no screen shows',
        body: header(`<div class="burger" style="display:none">${BARS}</div>`, ON_CLICK),
      },
    ],
    failed: [
      {
        title: 'bars in a plain box that only a click unfolds',
        body: header(`<div class="burger">${BARS}</div>`, ON_CLICK),
      },
      {
        title: 'a word in a plain span that only a click hears',
        body: header('<span class="burger">Menu</span>', ON_CLICK),
      },
      {
        title: 'bars that bring a menu from beside the screen',
        body: header(
          `<style>@media(max-width:700px){nav.menu{display:block;position:fixed;top:60px;left:0;width:100%;transform:translateX(-100%);transition:transform .3s}nav.menu.open{transform:none}}</style><div class="burger">${BARS}</div>`,
          ON_CLICK,
        ),
      },
    ],
    doubt: [
      {
        title: 'a box that only turns into a cross',
        body: header(
          `<style>.on{transform:rotate(45deg)}</style><div class="burger">${BARS}</div>`,
          "opener.addEventListener('click', () => opener.classList.toggle('on'));",
        ),
      },
      {
        title: 'a box whose click does nothing that shows',
        body: header(
          `<div class="burger">${BARS}</div>`,
          "opener.addEventListener('click', () => { window.counted = true; });",
        ),
      },
    ],
  }),
];
