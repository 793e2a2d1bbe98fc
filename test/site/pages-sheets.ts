import type { Edition, Page } from './page.ts';
import { PAGE_SHEETS, sheetBlock, type Sheet } from './sheets.ts';

/** Pages that republish national sheets, in their source or by a widget. */
export function sheetPages({ day }: Edition): Page[] {
  const served = Object.entries<Sheet>(PAGE_SHEETS).map(([name, sheet], index): Page => ({
    path: `/Demarches/Fiches-pratiques/${name}`,
    heading: sheet.title,
    summary: sheet.introduction,
    updated: day(30 + index * 21),
    main: `${sheetBlock(sheet, { numbered: name !== sheet.id })}
<h2>Dans la Haute-Brume</h2>
<p>La préfecture ne reçoit pas ces demandes au guichet. Un agent peut vous aider à les faire en ligne, au <a href="/Demarches/Vehicules-et-permis/Points-numeriques">point numérique</a> le plus proche.</p>${sheet.local === undefined ? '' : `\n${sheet.local}`}`,
  }));
  return [
    {
      path: '/Demarches/Fiches-pratiques',
      heading: 'Fiches pratiques',
      summary: 'Les fiches nationales les plus demandées, complétées par nos services.',
      cards: 'white',
      main: '<p>Ces fiches sont celles de Service-Public, rediffusées par la préfecture.</p>',
    },
    ...served,
    {
      path: '/Demarches/Service-Public-pour-les-particuliers',
      heading: 'Service-Public pour les particuliers',
      summary: 'Le guide des droits et démarches des particuliers.',
      updated: day(75),
      main: widget('particuliers', [
        ['particuliers', 'F1342', 'Carte d’identité d’un majeur'],
        ['Particuliers', 'F2365', 'Vente d’un véhicule'],
      ]),
    },
    {
      path: '/Demarches/Service-Public-pour-les-professionnels',
      heading: 'Service-Public pour les professionnels',
      summary: 'Le guide des démarches des entreprises.',
      updated: day(80),
      main: widget('professionnels', [['professionnels', 'F23570', 'Carte de commerçant ambulant']]),
    },
    {
      path: '/Demarches/Service-Public-pour-les-associations',
      heading: 'Service-Public pour les associations',
      summary: 'Le guide des démarches des associations.',
      updated: day(82),
      main: widget('associations', [['associations', 'F1119', 'Changement de dirigeants']]),
    },
  ];
}

/** The container is filled by `site.js`. Both spellings of the audience are met on real sites. */
function widget(
  audience: string,
  sheets: readonly (readonly [audience: string, id: string, label: string])[],
): string {
  const links = sheets.map(([name, id, label]) => `<li><a href="#!/${name}/page/${id}">${label}</a></li>`);
  return `<p>Choisissez une fiche :</p>
<ul>${links.join('\n')}</ul>
<div id="comarquage" data-audience="${audience}" aria-live="polite"></div>
<noscript><p>L’affichage des fiches demande JavaScript. Elles peuvent aussi être lues sur <a href="https://www.service-public.gouv.fr/">service-public.gouv.fr</a>.</p></noscript>`;
}
