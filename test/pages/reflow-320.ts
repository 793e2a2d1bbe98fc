import { casesOf, type Case } from './case.ts';

const LONG =
  'Les demandes se font en ligne, et la préfecture les examine dans les deux mois qui suivent leur dépôt.';

export const reflow320: readonly Case[] = casesOf('reflow-320', '10.11', {
  failed: [
    { title: 'a block of fixed width', body: `<div style="width: 600px"><p>${LONG}</p></div>` },
    {
      title: 'a least width on the whole page',
      head: '<style>body { min-width: 900px }</style>',
      body: `<p>${LONG}</p>`,
    },
    { title: 'a line that never breaks', body: `<p style="white-space: nowrap">${LONG}</p>` },
  ],
  passed: [
    { title: 'text that follows the width of the screen', body: `<p>${LONG}</p>` },
    { title: 'a block that has a largest width only', body: `<p style="max-width: 60rem">${LONG}</p>` },
    {
      title: 'a block narrowed by a media query',
      head: '<style>div { width: 900px } @media (max-width: 600px) { div { width: auto } }</style>',
      body: `<div><p>${LONG}</p></div>`,
    },
    {
      title: 'a line that scrolls within itself',
      body: `<div style="overflow-x: auto" tabindex="0" role="region" aria-label="Texte"><p style="white-space: nowrap">${LONG}</p></div>`,
    },
  ],
  doubt: [
    {
      title: 'a table of many columns',
      body: `<table><caption>Délais</caption><tr>${'<th scope="col">Sous-préfecture</th>'.repeat(12)}</tr><tr>${'<td>12 jours</td>'.repeat(12)}</tr></table>`,
    },
  ],
});
