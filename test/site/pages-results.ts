import { list } from './blocks.ts';
import type { Edition, Page } from './page.ts';

/** What goes with what the préfecture publishes of itself. */
export function resultsPages({ day }: Edition): Page[] {
  return [
    {
      path: '/Footer/Reseaux-sociaux',
      heading: 'Nos comptes sur les réseaux sociaux',
      summary: 'Les comptes officiels, et ce qui en est retiré.',
      updated: day(73),
      main: `<p>La préfecture publie sur deux comptes. Elle y répond aux questions générales, jamais aux questions sur un dossier.</p>
<h2>Règles de modération</h2>
${list([
  'les injures, la publicité et les données personnelles sont retirées ;',
  'le service de la communication répond aux messages les jours ouvrés.',
])}`,
    },
  ];
}
