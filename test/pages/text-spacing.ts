import { casesOf, type Case } from './case.ts';

export const textSpacing: readonly Case[] = casesOf('text-spacing', '10.12', {
  failed: [
    {
      title: 'a block of fixed height',
      body: '<div style="height: 20px; width: 200px; overflow: hidden; line-height: 20px; white-space: nowrap"><span>Horaires du guichet unique</span></div>',
    },
    {
      title: 'a block of two lines that becomes three',
      body: '<div style="height: 38px; width: 300px; overflow: hidden; line-height: 19px"><p style="margin: 0">Les demandes se font en ligne, et la préfecture les examine dans les deux mois.</p></div>',
    },
  ],
  passed: [
    {
      title: 'text that has room',
      body: '<p>Les demandes se font en ligne, et la préfecture les examine dans les deux mois.</p>',
    },
    {
      title: 'a block that grows',
      body: '<div style="min-height: 20px; width: 300px; overflow: hidden">Les demandes se font en ligne, et la préfecture les examine dans les deux mois.</div>',
    },
    {
      title: 'text for screen readers only',
      body: '<p><span style="position: absolute; width: 1px; height: 1px; overflow: hidden">Les demandes se font en ligne, et la préfecture les examine dans les deux mois.</span>Texte</p>',
    },
    {
      title: 'a block that scrolls',
      body: '<div tabindex="0" role="region" aria-label="Texte" style="height: 40px; max-width: 430px; overflow: auto; line-height: 19px">Les demandes se font en ligne, et la préfecture les examine dans les deux mois.</div>',
    },
  ],
  doubt: [
    {
      title: 'a text that runs over the next one',
      body: '<div style="height: 40px; width: 300px; line-height: 19px">Les demandes se font en ligne, et la préfecture les examine dans les deux mois.</div><p style="margin: 0">Fermeture le lundi.</p>',
    },
    {
      title: 'dots at the end',
      body: '<div style="width: 175px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">Horaires du guichet unique</div>',
    },
  ],
});
