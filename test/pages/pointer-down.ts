import { casesOf, type Case } from './case.ts';

export const pointerDown: readonly Case[] = casesOf('pointer-down', '13.11', {
  failed: [
    {
      title: 'a button that acts when pressed',
      body: `<button type="button" onmousedown="r.textContent = 'Supprimé'">Supprimer</button><p id="r">Dossier</p>`,
    },
    {
      title: 'a link that leaves when pressed',
      body: `<p><a href="/a" onpointerdown="location.href='/b'">Suite</a></p>`,
    },
  ],
  passed: [
    {
      title: 'a button that acts when let go',
      body: `<button type="button" onclick="r.textContent = 'Supprimé'">Supprimer</button><p id="r">Dossier</p>`,
    },
    {
      title: 'a press that is taken back',
      body: `<button type="button" onmousedown="r.textContent = 'Appuyé'">Maintenir</button><p id="r">Relâché</p><script>addEventListener("mouseup", () => { r.textContent = "Relâché" })</script>`,
    },
  ],
});
