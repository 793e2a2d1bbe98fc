import { casesOf, type Case } from './case.ts';

export const textZoom200: readonly Case[] = casesOf('text-zoom-200', '10.4', {
  failed: [
    {
      title: 'a line cut by its block',
      body: '<div style="width: 50%; overflow: hidden; white-space: nowrap">Les demandes se font en ligne, et la préfecture les examine vite.</div>',
    },
    {
      title: 'a height that holds at full width only',
      body: '<div style="height: 24px; overflow: hidden"><p style="margin: 0">Les demandes se font en ligne, et la préfecture les examine dans les deux mois. Les demandes se font en ligne, et la préfecture les examine dans les d</p></div>',
    },
    {
      title: 'a size that follows the window',
      body: '<p style="font-size: 1.5vw">Les demandes se font en ligne.</p>',
    },
  ],
  passed: [
    {
      title: 'text that goes to the next line',
      body: '<p>Les demandes se font en ligne, et la préfecture les examine dans les deux mois.</p>',
    },
    {
      title: 'a size with a part of its own',
      body: '<p style="font-size: calc(1rem + .2vw)">Les demandes se font en ligne.</p>',
    },
    {
      title: 'a text that goes by',
      body: '<marquee>Fermeture du guichet des étrangers vendredi ; réouverture lundi à 9 heures.</marquee>',
    },
    {
      title: 'a menu folded on small screens',
      head: '<style>@media (max-width: 700px) { .m { display: none } }</style>',
      body: '<nav aria-label="Menu" class="m"><p>Démarches et services</p></nav>',
    },
  ],
  doubt: [
    {
      title: 'dots at the end',
      body: '<div style="width: 50%; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">Les demandes se font en ligne, et la préfecture les examine vite.</div>',
    },
  ],
});
