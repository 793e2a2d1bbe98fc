import { casesOf, type Case } from './case.ts';

export const popupOnLoad: readonly Case[] = casesOf('popup-on-load', '13.2', {
  failed: [
    { title: 'a window at once', body: '<p>Texte</p><script>open("/avis")</script>' },
    {
      title: 'a window once loaded',
      body: '<p>Texte</p><script>onload = () => { open("/avis", "avis", "width=300") }</script>',
    },
  ],
  passed: [
    {
      title: 'a window that is asked for',
      body: `<button type="button" onclick="window.open('/avis')">Avis (nouvelle fenêtre)</button>`,
    },
    {
      title: 'a link to another window',
      body: '<p><a href="/a" target="_blank">Avis (nouvelle fenêtre)</a></p>',
    },
  ],
});
