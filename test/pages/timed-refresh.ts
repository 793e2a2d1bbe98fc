import { casesOf, type Case } from './case.ts';

export const timedRefresh: readonly Case[] = casesOf('timed-refresh', '13.1', {
  failed: [
    {
      title: 'a script that reloads',
      body: '<p>Texte</p><script>setTimeout(() => location.reload(), 60000)</script>',
    },
    {
      title: 'a script that leaves',
      body: `<p>Texte</p><script>setTimeout("location.href = '/b'", 20000)</script>`,
    },
    {
      title: 'a countdown',
      body: '<p id="r">60</p><script>let n = 60; setInterval(() => { r.textContent = --n; if (n === 0) location.href = "/fin" }, 1000)</script>',
    },
    {
      title: 'a session that ends',
      body: '<p>Texte</p><script>setTimeout(() => { alert("Votre session a expiré.") }, 120000)</script>',
    },
  ],
  passed: [
    {
      title: 'a timer that does nothing of that',
      body: '<p>Texte</p><script>setTimeout(() => { window.x = 1 }, 60000)</script>',
    },
    { title: 'a link that reloads', body: '<p><a href="javascript:location.reload()">Recharger</a></p>' },
  ],
  doubt: [
    {
      title: 'a script that can be stopped',
      body: '<button type="button" onclick="clearTimeout(t)">Annuler</button><script>const t = setTimeout(() => location.reload(), 60000)</script>',
    },
  ],
});
