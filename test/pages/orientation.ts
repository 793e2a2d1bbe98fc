import { casesOf, type Case } from './case.ts';

export const orientation: readonly Case[] = casesOf('orientation', '13.9', {
  failed: [
    {
      title: 'a page laid on its side when upright',
      head: '<style>@media (orientation: portrait) { html { transform: rotate(90deg) } }</style>',
      body: '<p>Les demandes se font en ligne, et la préfecture les examine dans les deux mois qui suivent leur dépôt.</p>',
    },
    {
      title: 'a page laid on its side by a matrix',
      head: '<style>@media (orientation: landscape) { body { transform: matrix(0, 1, -1, 0, 0, 0) } }</style>',
      body: '<p>Les demandes se font en ligne, et la préfecture les examine dans les deux mois qui suivent leur dépôt.</p>',
    },
    {
      title: 'a request to turn the screen',
      head: '<style>.b { display: none } @media (orientation: portrait) { h1, .a, body > a { display: none } .b { display: block } }</style>',
      body: '<p class="a">Les demandes se font en ligne, et la préfecture les examine dans les deux mois. Les demandes se font en ligne, et la préfecture les examine dans les deux mois.</p><p class="b">Tournez votre écran.</p>',
    },
  ],
  passed: [
    {
      title: 'a page that follows',
      head: '<style>@media (orientation: portrait) { main { padding: 1rem } }</style>',
      body: '<p>Les demandes se font en ligne, et la préfecture les examine dans les deux mois qui suivent leur dépôt.</p>',
    },
    {
      title: 'a picture on its side in both',
      body: '<p style="transform: rotate(90deg); width: 80px">Marge</p>',
    },
    {
      title: 'a page turned upside down in both',
      head: '<style>html { transform: rotate(180deg) }</style>',
      body: '<p>Les demandes se font en ligne, et la préfecture les examine dans les deux mois qui suivent leur dépôt.</p>',
    },
  ],
});
