import { casesOf, type Case } from './case.ts';

export const singleKeyShortcut: readonly Case[] = casesOf('single-key-shortcut', '12.10', {
  failed: [
    {
      title: 'a letter that acts anywhere',
      body: '<p id="r">Fermé</p><script>document.addEventListener("keydown", (e) => { if (e.key === "s") r.textContent = "Ouvert" })</script>',
    },
    {
      title: 'a sign that adds a line',
      body: '<ul id="r"><li>Un</li></ul><script>onkeypress = (e) => { if (e.key === "+") r.insertAdjacentHTML("beforeend", "<li>Plus</li>") }</script>',
    },
    {
      title: 'a letter that moves the focus',
      body: '<label>Chercher <input id="q"></label><script>document.addEventListener("keyup", (e) => { if (e.keyCode === 75) q.focus() })</script>',
    },
  ],
  passed: [
    {
      title: 'a letter with Ctrl',
      body: '<p id="r">Fermé</p><script>document.addEventListener("keydown", (e) => { if (e.ctrlKey && e.key === "s") r.textContent = "Ouvert" })</script>',
    },
    {
      title: 'the Escape key',
      body: '<p id="r">Ouvert</p><script>document.addEventListener("keydown", (e) => { if (e.key === "Escape") r.textContent = "Fermé" })</script>',
    },
    {
      title: 'a letter within a field',
      body: `<label>Nom <input onkeydown="if (event.key === 's') r.textContent = 'S'"></label><p id="r"></p>`,
    },
  ],
  doubt: [
    {
      title: 'a letter that can be turned off',
      body: '<label><input type="checkbox" id="c" checked> Activer les raccourcis clavier</label><p id="r">Fermé</p><script>document.addEventListener("keydown", (e) => { if (c.checked && e.key === "s") r.textContent = "Ouvert" })</script>',
    },
  ],
});
