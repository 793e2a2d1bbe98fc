import { casesOf, type Case } from './case.ts';

export const deviceMotion: readonly Case[] = casesOf('device-motion', '13.12', {
  failed: [
    {
      title: 'a shake that cancels',
      body: '<p id="r">Saisie</p><script>addEventListener("devicemotion", (e) => { if (e.acceleration.x > 20) r.textContent = "Annulé" })</script>',
    },
  ],
  passed: [{ title: 'no motion at all', body: '<p>Texte</p>' }],
  doubt: [
    {
      title: 'a tilt that a button may do too',
      body: '<output id="r">0</output><button type="button" onclick="r.textContent++">Plus</button><script>addEventListener("deviceorientation", (e) => { r.textContent = e.beta })</script>',
    },
    {
      title: 'a tilt that can be turned off',
      body: '<label><input type="checkbox" id="c" checked> Réagir aux mouvements de l’appareil</label><output id="r">0</output><script>addEventListener("deviceorientation", (e) => { if (c.checked) r.textContent = e.beta })</script>',
    },
    {
      title: 'a listener that shows nothing',
      body: '<p>Texte</p><script>addEventListener("devicemotion", () => {})</script>',
    },
  ],
});
