import { casesOf, type Case } from './case.ts';

export const keyboardReach: readonly Case[] = casesOf('keyboard-reach', '7.3', {
  failed: [
    {
      title: 'a block that acts when clicked',
      body: `<div onclick="r.textContent = 'Horaires : 9 h'" style="cursor: pointer">Voir les horaires</div><p id="r"></p>`,
    },
    {
      title: 'a button made of a span, out of reach',
      body: `<span role="button" onclick="r.textContent = 'Ouvert'">Horaires</span><p id="r"></p>`,
    },
    {
      title: 'a link without an address',
      body: `<p><a onclick="location.href='/b'" style="cursor: pointer">Suite</a></p>`,
    },
    {
      title: 'reached, and dead to the keys',
      body: `<div role="button" tabindex="0" onclick="r.textContent = 'Ouvert'">Horaires</div><p id="r"></p>`,
    },
    {
      title: 'a listener added by a script',
      body: '<p class="plus">Voir les horaires</p><p id="r"></p><script>document.querySelector(".plus").addEventListener("click", () => { r.textContent = "9 h à 12 h" })</script>',
    },
    {
      title: 'a script that lets go of the focus',
      body: '<p><a href="/a" onfocus="this.blur()">Suite</a></p>',
    },
  ],
  passed: [
    {
      title: 'a true button',
      body: `<button type="button" onclick="r.textContent = 'Ouvert'">Horaires</button><p id="r"></p>`,
    },
    {
      title: 'a block with keys',
      body: `<div role="button" tabindex="0" onclick="go()" onkeydown="if (event.key === 'Enter') go()">Horaires</div><p id="r"></p><script>function go() { r.textContent = "9 h" }</script>`,
    },
    {
      title: 'a card whose link does the same',
      body: `<div onclick="location.href='/a'"><h2><a href="/a">Passeport</a></h2><p>Délais</p></div>`,
    },
    {
      title: 'a listener of the whole page',
      body: '<p>Texte</p><script>document.addEventListener("click", () => {})</script>',
    },
    { title: 'a label that is clicked', body: '<label onclick="void 0">Nom <input></label>' },
    {
      title: 'a counter of clicks',
      body: '<main><p>Texte</p></main><script>document.body.addEventListener("click", (e) => { window.n = e.target })</script>',
    },
    {
      title: 'tabs moved through with arrows',
      body: '<div role="tablist"><button type="button" role="tab" aria-selected="true" onkeydown="void 0">Un</button><button type="button" role="tab" tabindex="-1" aria-selected="false">Deux</button></div>',
    },
    {
      title: 'an image whose button does the same',
      body: `<p><span onclick="r.textContent = 'Ouvert'">Horaires</span> <button type="button" onclick="r.textContent = 'Ouvert'">Horaires</button></p><p id="r"></p>`,
    },
  ],
  doubt: [
    { title: 'a block that listens, and shows nothing', body: '<div onclick="window.x = 1">Texte</div>' },
  ],
});
